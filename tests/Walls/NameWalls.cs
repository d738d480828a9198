using System.Reflection;
using System.Xml.Linq;

namespace Walls;

public sealed class NameWalls
{
    // A project behind a flag is there when it was built with it.
    private static readonly Lazy<IReadOnlyList<Assembly>> Built = new(() =>
        [.. from path in Repository.Under("src", ".csproj")
            let name = Path.GetFileNameWithoutExtension(path)
            where FloorRules.Flag(Repository.Xml(path)) is null || File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            select Assembly.Load(name)]);

    [Theory]
    [InlineData("AllianceBot.Domain")]
    [InlineData("AllianceBot.Cards")]
    [InlineData("AllianceBot.Engine")]
    public void The_lower_floors_know_no_word_of_a_platform_or_a_store(string assembly) =>
        Wall.Stands(NameRules.ForeignWords(NameRules.WrittenTypes(Assembly.Load(assembly))));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Wall.Stands(Built.Value.SelectMany(NameRules.WrittenTypes).SelectMany(type => NameRules.EmptyWords([type])));

    [Fact]
    public void Every_public_type_says_in_a_sentence_what_it_is()
    {
        var said = Built.Value.SelectMany(assembly => Summaries(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))))
            .ToHashSet(StringComparer.Ordinal);
        Wall.Stands(from type in Built.Value.SelectMany(NameRules.WrittenTypes)
                    where type.IsVisible && type.Name != "Program" && !NameRules.IsSaid(type, said)
                    select type.FullName);
    }

    [Fact]
    public void Foreign_and_empty_words_are_seen()
    {
        Assert.Equal(
            ["Walls.NameWalls+Samples+TeamsThing: TeamsThing", "Walls.NameWalls+Samples+Store: sqlText", "Walls.NameWalls+Samples+Store: LastActivity"],
            NameRules.ForeignWords([typeof(Samples.TeamsThing), typeof(Samples.Store), typeof(Samples.Inactivity)]));
        Assert.Equal(["Walls.NameWalls+Samples+PartnerHelper"], NameRules.EmptyWords([typeof(Samples.PartnerHelper), typeof(Samples.Store)]));
    }

    [Fact]
    public void A_missing_summary_is_seen()
    {
        var said = Summaries(XDocument.Parse(
            "<doc><members><member name='T:A'><summary>Says it.</summary></member><member name='T:B'><summary> </summary></member></members></doc>"));
        Assert.Equal(["T:A"], said);
        Assert.False(NameRules.IsSaid(typeof(Samples.Inactivity), said));
        Assert.True(NameRules.IsSaid(typeof(Samples.Inactivity), [NameRules.DocumentationName(typeof(Samples.Inactivity))]));
        Assert.True(NameRules.IsSaid(typeof(FactAttribute), [NameRules.DocumentationName(typeof(Attribute))]));
    }

    private static HashSet<string> Summaries(XDocument documentation) =>
        [.. from member in documentation.Descendants("member")
            where !string.IsNullOrWhiteSpace(member.Element("summary")?.Value) || member.Element("inheritdoc") is not null
            select member.Attribute("name")!.Value];

    private static class Samples
    {
        internal interface TeamsThing;

        internal interface Store
        {
            string Read(string sqlText);

            int LastActivity { get; }
        }

        internal enum Inactivity
        {
            Interactive,
        }

        internal static class PartnerHelper;
    }
}

using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace Walls;

public sealed class FloorWalls
{
    private static IEnumerable<(string Name, string Path)> Projects =>
        Repository.Under("src", ".csproj").Select(path => (Path.GetFileNameWithoutExtension(path), path));

    [Fact]
    public void Each_project_uses_only_floors_below() =>
        Wall.Stands(Projects.SelectMany(it => FloorRules.References(it.Name, Repository.Xml(it.Path))));

    [Fact]
    public void The_domain_carries_NodaTime_only_and_cards_no_package() =>
        Wall.Stands(Projects.SelectMany(it => FloorRules.Packages(it.Name, Repository.Xml(it.Path))));

    [Theory]
    [InlineData("AllianceBot.Domain", "NodaTime")]
    [InlineData("AllianceBot.Cards", null)]
    public void What_the_lowest_floor_is_compiled_against_is_the_platform(string name, string? package)
    {
        var used = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name ?? "");
        Wall.Stands(used.Where(it => it != package && !it.StartsWith("System.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_neighbour_or_a_higher_floor_is_seen()
    {
        Assert.NotEmpty(FloorRules.References("AllianceBot.Domain", Uses("ProjectReference", "../AllianceBot.Cards/AllianceBot.Cards.csproj")));
        Assert.NotEmpty(FloorRules.References("AllianceBot.Engine", Uses("ProjectReference", "..\\AllianceBot.Conversation\\AllianceBot.Conversation.csproj")));
        Assert.NotEmpty(FloorRules.References("AllianceBot.Channels.Discord", Uses("ProjectReference", "../AllianceBot.Channels.Teams/AllianceBot.Channels.Teams.csproj")));
        Assert.NotEmpty(FloorRules.References("AllianceBot.Tools", new XDocument(new XElement("Project"))));
        Assert.Empty(FloorRules.References("AllianceBot.Engine", Uses("ProjectReference", "../AllianceBot.Domain/AllianceBot.Domain.csproj")));
    }

    [Fact]
    public void A_package_on_the_lowest_floor_is_seen()
    {
        Assert.NotEmpty(FloorRules.Packages("AllianceBot.Domain", Uses("PackageReference", "Dapper")));
        Assert.NotEmpty(FloorRules.Packages("AllianceBot.Cards", Uses("FrameworkReference", "Microsoft.AspNetCore.App")));
        Assert.Empty(FloorRules.Packages("AllianceBot.Domain", Uses("PackageReference", "NodaTime")));
    }

    [Fact]
    public void Every_package_says_why_it_is_carried() =>
        Wall.Stands(FloorRules.Reasons(Repository.Xml("Directory.Packages.props")));

    [Fact]
    public void A_package_without_a_reason_is_seen()
    {
        Assert.NotEmpty(FloorRules.Reasons(Uses("PackageVersion", "Dapper")));
        Assert.Empty(FloorRules.Reasons(XDocument.Parse(
            "<P><!-- Because it is needed for this. -->\n<PackageVersion Include='Dapper' /></P>")));
    }

    [Fact]
    public void Every_package_of_the_bot_is_used_and_none_has_a_version_elsewhere()
    {
        var projects = Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Append("Directory.Build.props").Select(path => (path, Xml: Repository.Xml(path))).ToList();
        var used = projects.SelectMany(it => FloorRules.Named(it.Xml, "PackageReference")).ToHashSet(StringComparer.Ordinal);
        var idle = Repository.Xml("Directory.Packages.props").Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value is "src" or "optional")
            .SelectMany(group => group.Elements("PackageVersion"))
            .Select(version => version.Attribute("Include")!.Value)
            .Where(package => !used.Contains(package)).Select(package => $"{package} is used nowhere");
        var elsewhere = from it in projects
                        from reference in it.Xml.Descendants("PackageReference")
                        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
                        select $"{it.path}: {reference} has a version of its own";
        Wall.Stands([.. idle, .. elsewhere]);
    }

    [Fact]
    public void A_project_behind_a_flag_restores_and_builds_nothing_without_it() =>
        Wall.Stands(Projects.SelectMany(it => FloorRules.Flagged(it.Name, Repository.Xml(it.Path), Repository.Xml("Directory.Packages.props"))));

    [Fact]
    public void An_optional_package_in_the_default_build_is_seen()
    {
        var versions = XDocument.Parse("<P><ItemGroup Label='optional'><PackageVersion Include='LiteDB' /></ItemGroup></P>");
        Assert.NotEmpty(FloorRules.Flagged("AllianceBot.Stores.LiteDb", Uses("PackageReference", "LiteDB"), versions));
        Assert.NotEmpty(FloorRules.Flagged("AllianceBot", Uses("ProjectReference", "../AllianceBot.Stores.LiteDb/AllianceBot.Stores.LiteDb.csproj"), versions));
        var half = XDocument.Parse("<Project><Import Sdk='Microsoft.NET.Sdk' Project='Sdk.props' Condition=\"'$(LiteDb)' == 'true'\" /></Project>");
        Assert.NotEmpty(FloorRules.Flagged("AllianceBot.Stores.LiteDb", half, versions));
    }

    [Fact]
    public void The_solution_lists_every_project()
    {
        var solution = Repository.Read("AllianceBot.sln").Replace('\\', '/');
        Wall.Stands(Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)
            && !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void H9_Nothing_in_src_reads_the_machines_clock_or_chance_by_itself()
    {
        var bans = Repository.Read("src/BannedSymbols.txt");
        string[] must =
        [
            "P:System.DateTime.UtcNow;", "P:System.DateTimeOffset.UtcNow;", "P:System.DateTime.Now;", "M:System.Guid.NewGuid;", "P:System.Random.Shared;",
            "M:System.Threading.Thread.Sleep(", "M:System.Threading.Tasks.Task.Delay(System.TimeSpan);",
        ];
        var missing = must.Where(ban => !bans.Contains(ban, StringComparison.Ordinal)).Select(ban => $"{ban} is not banned");
        string[] rules = [".editorconfig", ".globalconfig"];
        var settings = rules
            .Where(path => Repository.Read(path).Contains("RS0030", StringComparison.Ordinal)).Select(path => $"{path} weakens RS0030");
        var silent = from it in Projects
                     let text = Repository.Read(it.Path)
                     where text.Contains("NoWarn", StringComparison.Ordinal) || text.Contains("RS0030", StringComparison.Ordinal)
                         || text.Contains("Remove=", StringComparison.Ordinal) || text.Contains("TreatWarningsAsErrors", StringComparison.Ordinal)
                     select $"{it.Path} switches something off for itself";
        var without = Projects.Where(it => FloorRules.Flag(Repository.Xml(it.Path)) is null && !AnalyzerIsRestored(it.Path)).Select(it => $"{it.Path} is built without the analyzer");
        // What comes by constructor is named once, where the host puts its parts together, and as what a channel falls back to.
        string[] hosts = ["src/AllianceBot/Wiring/Bot.cs", "src/AllianceBot.Engine/Sealing/Chance.cs", "src/AllianceBot.Channels.Teams/Setup.cs"];
        string[] systems = ["SystemClock.Instance", "TimeProvider.System", "Chance.OfTheSystem"];
        var named = from path in Repository.Files
                    where path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal) && !hosts.Contains(path, StringComparer.Ordinal)
                    from system in systems
                    where Repository.Read(path).Contains(system, StringComparison.Ordinal)
                    select $"{path} names {system}";
        Wall.Stands([.. missing, .. settings, .. silent, .. without, .. named]);
    }

    private static bool AnalyzerIsRestored(string project)
    {
        var assets = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "obj", "project.assets.json");
        using var json = JsonDocument.Parse(File.ReadAllText(assets));
        return json.RootElement.GetProperty("libraries").EnumerateObject()
            .Any(library => library.Name.StartsWith("Microsoft.CodeAnalysis.BannedApiAnalyzers/", StringComparison.Ordinal));
    }

    private static XDocument Uses(string element, string name) =>
        new(new XElement("Project", new XElement("ItemGroup", new XElement(element, new XAttribute("Include", name)))));
}

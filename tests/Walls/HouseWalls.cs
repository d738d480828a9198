namespace Walls;

public sealed class HouseWalls
{
    // The bad samples below, and the rules themselves, would be found.
    private static IEnumerable<string> Others =>
        Repository.TextFiles.Where(path => !path.StartsWith("tests/Walls/", StringComparison.Ordinal));

    [Fact]
    public void No_path_of_one_machine() => Wall.Stands(Faults(Repository.TextFiles, HouseRules.PlacesOfOneMachine));

    [Fact]
    public void No_host_of_a_package_registry() => Wall.Stands(Faults(Others, HouseRules.RegistryHosts));

    [Fact]
    public void No_open_ends_outside_code_either() =>
        Wall.Stands(Faults(Others.Where(path => !path.EndsWith(".cs", StringComparison.Ordinal)), HouseRules.OpenEnds));

    [Fact]
    public void What_a_page_shows_or_leads_to_is_there() =>
        Wall.Stands(from page in Repository.Files
                    where page.EndsWith(".md", StringComparison.Ordinal)
                    from target in HouseRules.Targets(page, Repository.Read(page))
                    where !Repository.Has(target)
                    select $"{page}: {target}");

    /// <summary>Code stands without "src/AllianceBot.", tests by the name of their class.</summary>
    [Fact]
    public void What_the_page_of_rules_names_is_there()
    {
        var files = Repository.Files.Where(static file => file.StartsWith("tests/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = HouseRules.Named(Repository.Read("docs/Rules.md")).ToList();
        Assert.True(named.Count > 100, $"{named.Count} names read");
        Wall.Stands(named
            .Where(name => name.EndsWith(".cs", StringComparison.Ordinal) ? !Repository.Has(name.StartsWith("src/", StringComparison.Ordinal) ? name : $"src/AllianceBot.{name}") : !files.Contains(name))
            .Select(static name => $"docs/Rules.md: {name}"));
    }

    [Fact]
    public void Names_of_a_page_of_rules_are_read() =>
        Assert.Equal(["Domain/Alliances/May.cs", "WhoMayTests"], HouseRules.Named("| `may` | `Domain/Alliances/May.cs` | `WhoMayTests`, “x” |"));

    // Joined from parts, as no path of a machine stands in any file, not even as a bad sample.
    [Theory]
    [InlineData("cd {0}", '/', "work", "main")]
    [InlineData("""path = "{0}";""", '/', "home", "ana", "bot.db")]
    [InlineData("C:{0}", '\\', "Users", "Ana", "bot.db")]
    public void A_path_of_one_machine_is_seen(string line, char separator, params string[] path)
    {
        var joined = separator + string.Join(separator, path);
        Assert.NotEmpty(HouseRules.PlacesOfOneMachine(line.Replace("{0}", joined, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://example.org/home/page")]
    [InlineData("$folder{0}work{0}x")]
    public void Other_paths_pass(string line) =>
        Assert.Empty(HouseRules.PlacesOfOneMachine(line.Replace("{0}", "/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("registry=https://registry.npmjs.org/")]
    [InlineData("""  "resolved": "https://example.org/a.tgz" """)]
    public void A_registry_is_seen(string line) => Assert.NotEmpty(HouseRules.RegistryHosts(line));

    [Fact]
    public void Pictures_and_links_are_followed_from_the_page() =>
        Assert.Equal(
            ["docs/pictures/a.png", "README.md", "docs/b.png"],
            HouseRules.Targets("docs/Guide.md", """
                ![a](pictures/a.png) [home](../README.md#top) [out](https://example.org/x)
                <img alt="b" src="b.png"> [here](#here)
                """));

    private static IEnumerable<string> Faults(IEnumerable<string> paths, Func<string, IEnumerable<string>> rule) =>
        from path in paths
        from fault in rule(Repository.Read(path))
        select $"{path}:{fault}";
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Walls;

/// <summary>The floors of the house (docs/Architecture.md): each project uses only floors below, and neighbours do not know each other.</summary>
internal static partial class FloorRules
{
    // The SDK hosts the very channel that the bot speaks natively: one platform, two hosts (docs/decisions/0020).
    private static readonly (string, string) SameChannel = ("AllianceBot.Channels.BotBuilder", "AllianceBot.Channels.Teams");

    public static int? FloorOf(string project) => project switch
    {
        "AllianceBot.Domain" or "AllianceBot.Cards" => 1,
        "AllianceBot.Engine" => 2,
        "AllianceBot.Conversation" => 3,
        "AllianceBot" => 4,
        _ when project.StartsWith("AllianceBot.Stores.", StringComparison.Ordinal) => 3,
        _ when project.StartsWith("AllianceBot.Channels.", StringComparison.Ordinal) => 3,
        _ => null,
    };

    public static IEnumerable<string> References(string project, XDocument file)
    {
        if (FloorOf(project) is not { } floor)
        {
            yield return $"{project} stands on no floor";
            yield break;
        }

        foreach (var reference in Named(file, "ProjectReference"))
        {
            var below = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'));
            if ((project, below) == SameChannel) continue;
            if (FloorOf(below) is not { } lower || lower >= floor) yield return $"{project} (floor {floor}) uses {below}";
        }
    }

    public static IEnumerable<string> Packages(string project, XDocument file)
    {
        string[]? allowed = project switch
        {
            "AllianceBot.Domain" => ["NodaTime"],
            "AllianceBot.Cards" => [],
            _ => null,
        };
        return allowed is null ? [] :
            from package in Named(file, "PackageReference").Concat(Named(file, "FrameworkReference"))
            where !allowed.Contains(package)
            select $"{project} uses the package {package}";
    }

    /// <summary>Versions stand in Directory.Packages.props, each below a comment of its own that says why the package is carried.</summary>
    public static IEnumerable<string> Reasons(XDocument props) =>
        from version in props.Descendants("PackageVersion")
        let before = version.NodesBeforeSelf().LastOrDefault(node => node is not XText)
        where before is not XComment { Value.Length: > 20 }
        select $"{version.Attribute("Include")?.Value} has no reason";

    /// <summary>The property without which a project has no Sdk and so neither restores nor builds; null for all others.</summary>
    public static string? Flag(XDocument file)
    {
        var imports = file.Root!.Elements("Import").ToList();
        var flags = imports.Where(it => it.Attribute("Sdk") is not null).Select(it => it.Attribute("Condition")?.Value ?? "").Distinct().ToList();
        if (file.Root.Attribute("Sdk") is not null || flags is not [var on] || !Set().IsMatch(on)) return null;
        var off = on.Replace("==", "!=", StringComparison.Ordinal);
        var whole = imports.Count(it => it.Attribute("Sdk") is not null) == 2
            && imports.Any(it => it.Attribute("Condition")?.Value == off && it.Attribute("Project")?.Value == "../NotBuilt.targets");
        return whole ? Set().Match(on).Groups["flag"].Value : null;
    }

    /// <summary>Optional packages and the projects that carry them must not reach the default build.</summary>
    public static IEnumerable<string> Flagged(string project, XDocument file, XDocument versions)
    {
        var optional = versions.Descendants("ItemGroup").Where(group => group.Attribute("Label")?.Value == "optional")
            .SelectMany(group => Named(new XDocument(group), "PackageVersion")).ToHashSet(StringComparer.Ordinal);
        if (Named(file, "PackageReference").Any(optional.Contains) && Flag(file) is null) yield return $"{project} carries an optional package without a flag";
        foreach (var import in file.Descendants("Import").Where(it => it.Attribute("Sdk") is not null))
        {
            if (Flag(file) is null) yield return $"{project} imports {import.Attribute("Project")?.Value} without a flag, or does not say what is not built";
        }

        string[] behind = ["AllianceBot.Stores.LiteDb", "AllianceBot.Channels.BotBuilder"];
        foreach (var reference in file.Descendants("ProjectReference"))
        {
            var name = Path.GetFileNameWithoutExtension((reference.Attribute("Include")?.Value ?? "").Replace('\\', '/'));
            if (behind.Contains(name) && !Set().IsMatch(reference.Attribute("Condition")?.Value ?? "")) yield return $"{project} uses {name} without its flag";
        }
    }

    public static IEnumerable<string> Named(XDocument file, string element) =>
        file.Descendants(element).Select(it => it.Attribute("Include")?.Value).OfType<string>();

    [GeneratedRegex(@"^'\$\((?<flag>\w+)\)' == 'true'$")]
    private static partial Regex Set();
}

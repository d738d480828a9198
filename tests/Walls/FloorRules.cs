using System.Xml.Linq;

namespace Walls;

/// <summary>The floors of the house (docs/Architecture.md): each project uses only floors below, and neighbours do not know each other.</summary>
internal static class FloorRules
{
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

    public static IEnumerable<string> Named(XDocument file, string element) =>
        file.Descendants(element).Select(it => it.Attribute("Include")?.Value).OfType<string>();
}

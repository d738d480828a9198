using System.Text.RegularExpressions;

namespace Walls;

/// <summary>What no text file of the repository may contain, whatever its language.</summary>
internal static partial class HouseRules
{
    public static IEnumerable<string> PlacesOfOneMachine(string text) => Lines(text, MachinePath());

    public static IEnumerable<string> RegistryHosts(string text) => Lines(text, RegistryHost());

    public static IEnumerable<string> OpenEnds(string text) => Lines(text, OpenEnd());

    /// <summary>What a page shows or leads to inside the repository, as paths from the root.</summary>
    public static IEnumerable<string> Targets(string page, string text) =>
        from match in Link().Matches(text)
        let target = match.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
        select Path.GetRelativePath("/", Path.GetFullPath(target, "/" + Path.GetDirectoryName(page)));

    /// <summary>Files and classes of tests that stand on a page as code.</summary>
    public static IEnumerable<string> Named(string text) => Name().Matches(text).Select(static match => match.Groups["name"].Value);

    private static IEnumerable<string> Lines(string text, Regex bad) =>
        text.Split('\n').Index().Where(line => bad.IsMatch(line.Item)).Select(line => $"{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(@"(?<![\w.:$}/-])/(work|root|home|Users|tmp/bash)/\w|\b[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"`(?<name>[A-Za-z.]+(?:/[A-Za-z.]+)+\.cs|[A-Za-z]*(?:Tests|Laws|Oracle|Walls))`")]
    private static partial Regex Name();

    [GeneratedRegex(@"registry\.(npmjs|yarnpkg)\.|\bapi\.nuget\.org|\.pkg\.dev\b|artifactory|""resolved""\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"!?\[[^\]]*\]\((?<target>[^)\s]+)[^)]*\)|<img[^>]*\ssrc=""(?<target>[^""]+)""")]
    private static partial Regex Link();
}

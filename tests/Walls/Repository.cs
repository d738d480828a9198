using System.Xml.Linq;

namespace Walls;

/// <summary>The files of this repository as they stand in the working folder, without what builds and tools leave behind.</summary>
internal static class Repository
{
    private static readonly HashSet<string> LeftBehind = new(StringComparer.Ordinal)
    {
        ".git", ".vs", ".idea", "bin", "obj", "artifacts", "node_modules", "devTools", "TestResults",
    };

    // Where somebody tried the bot out at the root; the same names further down are the project's own.
    private static readonly HashSet<string> LeftAtRoot = new(StringComparer.Ordinal) { "data", "try" };

    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".gif", ".ico", ".zip", ".gz", ".db", ".dll", ".pdf", ".woff2",
    };

    public static string Root { get; } = FindRoot();

    /// <summary>Every file, as a path from the root with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root, "").Order(StringComparer.Ordinal)];

    public static IEnumerable<string> TextFiles => Files.Where(path => !Binary.Contains(Path.GetExtension(path)));

    public static IEnumerable<string> Under(string folder, string extension) => Files.Where(path =>
        path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    public static XDocument Xml(string path) => XDocument.Parse(Read(path));

    private static IEnumerable<string> Walk(string folder, string prefix)
    {
        // In a second working tree .git is a file, and it names a folder of this machine.
        foreach (var file in Directory.EnumerateFiles(folder).Select(Path.GetFileName).Where(name => name != ".git"))
        {
            yield return prefix + file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (LeftBehind.Contains(name) || (prefix.Length == 0 && LeftAtRoot.Contains(name))) continue;
            foreach (var file in Walk(child, $"{prefix}{name}/")) yield return file;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AllianceBot.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("AllianceBot.sln is in no folder above this program.");
    }
}

namespace Benchmarks;

/// <summary>Where things are in this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AllianceBot.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("AllianceBot.sln is in no folder above this program.");
    }
}

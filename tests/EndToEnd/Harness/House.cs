using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Harness;

/// <summary>Where things are in this repository, and where a run may leave what it made.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>The build this program belongs to, "Debug" or "Release": the bot is taken from the same one.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    /// <summary>
    /// The bot to start. ALLIANCEBOT_PROGRAM names another build of it, one with the named packages say; then Teams:Host and
    /// the like come by the environment too (Teams__Host=sdk).
    /// </summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("ALLIANCEBOT_PROGRAM") is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(Root, "src", "AllianceBot", "bin", Configuration, "net10.0", "AllianceBot.dll");

    public static string Npm(params string[] path) =>
        Path.Combine([Root, "tests", "EndToEnd", "npm", "node_modules", .. path]);

    /// <summary>A folder under artifacts for what a test leaves behind to be looked at: logs, traces, pictures.</summary>
    public static string Artifacts(params string[] path) =>
        Directory.CreateDirectory(Path.Combine([Root, "artifacts", "endtoend", .. path])).FullName;

    public static string TemporaryFolder(string name) => Directory.CreateTempSubdirectory($"alliancebot-{name}-").FullName;

    /// <summary>A loopback port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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

using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceBot.Stores.Tests;

/// <summary>A folder of one test's own with a database in it.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>The environment variable by which a child leaves the system's library aside.</summary>
    public const string BundledOnly = "ALLIANCEBOT_TESTS_BUNDLED_ONLY";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("alliancebot-store-");

    public string Path => directory.FullName;

    public string Database => System.IO.Path.Combine(Path, "alliances.db");

    public SqliteOptions Options => new(Database)
    {
        PreferSystemLibrary = Environment.GetEnvironmentVariable(BundledOnly) is null,
    };

    public SqliteStore Open(SqliteOptions? options = null) => SqliteStore.Open(options ?? Options, NullLogger<SqliteStore>.Instance);

    public void Dispose() => directory.Delete(recursive: true);
}

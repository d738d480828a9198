using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceBot.Stores.Tests;

/// <summary>A folder of one test's own with a database in it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("alliancebot-store-");

    public string Path => directory.FullName;

    public string Database => System.IO.Path.Combine(Path, "alliances.db");

    public SqliteOptions Options => new(Database);

    public SqliteStore Open(SqliteOptions? options = null) => SqliteStore.Open(options ?? Options, NullLogger<SqliteStore>.Instance);

    public void Dispose() => directory.Delete(recursive: true);
}

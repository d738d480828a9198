using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using AllianceBot.Engine;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>From a path to the writing connection: looks before it touches, and refuses with what to do.</summary>
internal sealed class Opening(SqliteOptions options, ILogger logger)
{
    private const int HeaderBytes = 100;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    private string Path => options.Path;

    public Database Open()
    {
        var suspicious = Inspect();
        Database? opening = null;
        try
        {
            opening = Database.Open(Path, toWrite: true);
            var isNew = Recognise(opening);
            if (suspicious && !isNew) Check(opening);
            Configure(opening);
            Migrate(opening, isNew);
            // The header then says whose file it is, and what a killed process erased leaves the log.
            opening.EmptyLog(milliseconds: 1_000);
            var opened = opening;
            opening = null;
            return opened;
        }
        finally
        {
            opening?.Dispose();
        }
    }

    /// <summary>Reads the file's header without the library, which would begin to repair what is not ours.</summary>
    /// <returns>Whether the file should be checked before it is used.</returns>
    private bool Inspect()
    {
        var file = new FileInfo(Path);
        if (Directory.Exists(Path)) throw Fault.NotOurs(Path);
        if (!file.Exists || file.Length == 0) return false;
        if (file.IsReadOnly) throw Fault.ReadOnly(Path);
        Span<byte> header = stackalloc byte[HeaderBytes];
        using (var stream = OpenToRead())
        {
            if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes) throw Fault.NotOurs(Path);
        }

        if (!header.StartsWith(Magic)) throw Fault.NotOurs(Path);
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65_536 : size;
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        var application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        if (application is not 0 and not Schema.ApplicationId) throw Fault.NotOurs(Path);
        var log = new FileInfo(Path + "-wal");
        return file.Length <= options.AlwaysCheckedBytes
            || (log.Exists && log.Length > 0)
            || pageSize == 0 || file.Length % pageSize != 0 || file.Length < pages * pageSize;
    }

    private FileStream OpenToRead()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The database {Path} cannot be read. Give this account the right to.", closed);
        }
    }

    /// <summary>Whose file it is and who may use it.</summary>
    /// <returns>Whether there is nothing in it yet.</returns>
    private bool Recognise(Database database)
    {
        if (raw.sqlite3_db_readonly(database.Handle, "main") == 1) throw Fault.ReadOnly(Path);
        if (database.Number("SELECT count(*) FROM sqlite_master") == 0) return true;
        if (database.Number("PRAGMA application_id") != Schema.ApplicationId) throw Fault.NotOurs(Path);
        var needs = database.Number("SELECT value FROM settings WHERE name = 'needs'");
        var known = options.Migrations[^1].Version;
        if (needs > known) throw Fault.Newer(Path, needs, known);
        return false;
    }

    private void Check(Database database)
    {
        Log.Checking(logger, Path);
        var found = database.Text("PRAGMA quick_check(1)");
        if (found != "ok") throw Fault.Damaged(Path, found.ReplaceLineEndings(" "));
    }

    private void Configure(Database database)
    {
        // Before the first page is written, so that nothing is ever left in a freed one.
        database.Run("PRAGMA secure_delete = ON");
        if (database.Text("PRAGMA journal_mode = WAL") != "wal")
        {
            throw new StoreException($"The disk of the database {Path} cannot hold a write-ahead log. Use a local disk, not a network folder.");
        }

        database.Run("""
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = OFF;
            PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 0;
            """);
        var bound = string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_size_limit = {options.LogPagesAtMost * 4096L}");
        database.Run(bound);
        if (options.MaxPages > 0) database.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {options.MaxPages}"));
    }

    private void Migrate(Database database, bool isNew)
    {
        var version = isNew ? 0 : database.Number("PRAGMA user_version");
        var steps = options.Migrations.Where(step => step.Version > version).ToList();
        if (steps.Count == 0) return;
        database.Run("BEGIN IMMEDIATE");
        try
        {
            foreach (var step in steps) database.Run(step.Text);
            if (isNew) MakeSecret(database);
            var last = steps[^1];
            var needs = Math.Max(steps.Max(step => step.Needs), isNew ? 0 : database.Number("SELECT value FROM settings WHERE name = 'needs'"));
            database.Run(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT OR REPLACE INTO settings VALUES ('needs', {needs});
                PRAGMA application_id = {Schema.ApplicationId};
                PRAGMA user_version = {last.Version};
                COMMIT;
                """));
            Log.Migrated(logger, Path, version, last.Version);
        }
        finally
        {
            if (database.InTransaction) database.RollBack();
        }
    }

    private static void MakeSecret(Database database)
    {
        var secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        database.Run($"INSERT INTO settings VALUES ('secret', x'{secret}')");
    }
}

using SQLitePCL;

namespace Benchmarks;

/// <summary>The least that a durable store on SQLite does: one table, one insert per event, one transaction per group.</summary>
internal sealed class FloorTable : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt insert;
    private long next;

    public FloorTable(string path)
    {
        Check(raw.sqlite3_open_v2(path, out database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; CREATE TABLE event (id INTEGER PRIMARY KEY, body BLOB);");
        Check(raw.sqlite3_prepare_v2(database, "INSERT INTO event (id, body) VALUES (?, ?)", out insert));
    }

    public void Write(IReadOnlyList<ReadOnlyMemory<byte>> group)
    {
        Run("BEGIN IMMEDIATE");
        foreach (var body in group)
        {
            Check(raw.sqlite3_bind_int64(insert, 1, ++next));
            Check(raw.sqlite3_bind_blob(insert, 2, body.Span));
            Check(raw.sqlite3_step(insert));
            Check(raw.sqlite3_reset(insert));
        }

        Run("COMMIT");
    }

    public void Dispose()
    {
        insert.Dispose();
        database.Dispose();
    }

    private void Run(string text) => Check(raw.sqlite3_exec(database, text));

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE)) throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
    }
}

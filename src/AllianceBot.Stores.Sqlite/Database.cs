using System.Diagnostics;
using AllianceBot.Engine;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>One connection. It belongs to one thread at a time: the library's own lock is left out.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 5_000;

    private readonly List<Statement> statements = [];

    private Database(sqlite3 handle, string path) => (Handle, Path) = (handle, path);

    public sqlite3 Handle { get; }

    public string Path { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(Handle);

    // The connection owns the handle.
#pragma warning disable CA2000
    public static Database Open(string path, bool toWrite)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (toWrite ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READONLY);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            var detail = raw.sqlite3_errstr(code).utf8_to_string();
            handle?.Dispose();
            throw Fault.Of(code, detail, path);
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new Database(handle, path);
    }
#pragma warning restore CA2000

    /// <summary>A statement that is kept for as long as the connection.</summary>
    public Statement Prepare(string text)
    {
        var statement = Compile(text, raw.SQLITE_PREPARE_PERSISTENT);
        statements.Add(statement);
        return statement;
    }

    /// <summary>One or more statements that are used once.</summary>
    public void Run(string text) => Check(raw.sqlite3_exec(Handle, text));

    public long Number(string text) => Once(text, row => row.Int64(0));

    public string Text(string text) => Once(text, row => row.Text(0)) ?? "";

    /// <summary>The first row of a statement that is used once.</summary>
    public T? Once<T>(string text, Func<Statement, T> make)
    {
        var statement = Compile(text, 0);
        try
        {
            return statement.First(make);
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>All rows of a statement that is used once.</summary>
    public void Each(string text, Action<Statement> take)
    {
        var statement = Compile(text, 0);
        try
        {
            while (statement.Step()) take(statement);
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>Undoes what is under way, whatever state an error left the connection in.</summary>
    public void RollBack()
    {
        foreach (var statement in statements) statement.Reset();
        if (InTransaction) raw.sqlite3_exec(Handle, "ROLLBACK");
    }

    /// <summary>Pages written to the log by this connection since the last call.</summary>
    public int TakePagesWritten()
    {
        raw.sqlite3_db_status(Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>Carries the log into the database as far as readers allow, and lets the committer go on meanwhile.</summary>
    /// <returns>Whether all of it was carried over.</returns>
    public bool Checkpoint() => Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE);

    /// <summary>Carries the log over and cuts it to nothing.</summary>
    /// <param name="milliseconds">How long to wait for readers; nobody can commit meanwhile.</param>
    /// <returns>False while a reader still needs the log.</returns>
    public bool EmptyLog(int milliseconds)
    {
        raw.sqlite3_busy_timeout(Handle, milliseconds);
        try
        {
            return Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
        }
        finally
        {
            raw.sqlite3_busy_timeout(Handle, BusyMilliseconds);
        }
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Failure(code);
    }

    public StoreException Failure(int code) => Fault.Of(code, raw.sqlite3_errmsg(Handle).utf8_to_string(), Path);

    public void Dispose()
    {
        foreach (var statement in statements) statement.Close();
        Handle.Dispose();
    }

    private bool Checkpoint(int mode)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(Handle, "main", mode, out var pages, out var carried);
        if ((code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        Check(code);
        if (pages < 0) throw new UnreachableException("The connection does not know of the log.");
        return pages == carried;
    }

    // The statement owns the handle and is closed with the connection, or by whoever uses it once.
#pragma warning disable CA2000
    private Statement Compile(string text, uint flags)
    {
        Check(raw.sqlite3_prepare_v3(Handle, text, flags, out var handle));
        return new Statement(this, handle);
    }
#pragma warning restore CA2000
}

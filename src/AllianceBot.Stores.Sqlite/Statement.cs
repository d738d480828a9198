using System.Text;
using NodaTime;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>A prepared statement. Places are bound from 1, columns read from 0, as the library counts them.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle)
{
    private const int Small = 512;

    public Statement Bind(int place, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, place, value));
        return this;
    }

    public Statement Bind(int place, Instant? value)
    {
        database.Check(value is { } instant
            ? raw.sqlite3_bind_int64(handle, place, instant.ToUnixTimeTicks())
            : raw.sqlite3_bind_null(handle, place));
        return this;
    }

    public Statement Null(int place)
    {
        database.Check(raw.sqlite3_bind_null(handle, place));
        return this;
    }

    public Statement Bind(int place, string? value)
    {
        if (value is null) return Null(place);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > Small) return Utf8(place, Encoding.UTF8.GetBytes(value));
        Span<byte> bytes = stackalloc byte[Small];
        return Utf8(place, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    public Statement Utf8(int place, ReadOnlySpan<byte> value)
    {
        // An empty span has no address, and text without an address would be bound as null.
        database.Check(value.IsEmpty
            ? raw.sqlite3_bind_text(handle, place, "")
            : raw.sqlite3_bind_text(handle, place, value));
        return this;
    }

    public Statement Blob(int place, ReadOnlySpan<byte> value)
    {
        database.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, place, 0)
            : raw.sqlite3_bind_blob(handle, place, value));
        return this;
    }

    /// <summary>The next row; at the end or at a fault the statement is ready to be bound and run again.</summary>
    /// <exception cref="InvalidDataException">The database will never take this row; its other rows are well.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(handle);
            return false;
        }

        Exception failure = IsOfTheRow(code) ? new InvalidDataException($"The row cannot be taken (code {code}).") : database.Failure(code);
        raw.sqlite3_reset(handle);
        throw failure;
    }

    public void Run()
    {
        while (Step())
        {
            // A statement that changes has no rows to be read.
        }
    }

    /// <summary>All rows of what was bound, each made into something of one's own.</summary>
    public List<T> All<T>(Func<Statement, T> make, CancellationToken ct = default)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
            {
                ct.ThrowIfCancellationRequested();
                rows.Add(make(this));
            }

            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row, or the default when there is none.</summary>
    public T? First<T>(Func<Statement, T> make)
    {
        try
        {
            return Step() ? make(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    public void Reset() => raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(handle, column);

    public Instant Instant(int column) => NodaTime.Instant.FromUnixTimeTicks(Int64(column));

    public byte[] PaddedBytes(int column) => Padded.Read(raw.sqlite3_column_blob(handle, column));

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Close() => handle.Dispose();

    private static bool IsOfTheRow(int code) =>
        (code & 0xff) is raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH;
}

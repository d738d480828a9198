using AllianceBot.Engine;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Stores.LiteDb;

/// <summary>
/// The file, and what makes a write durable. The library writes a transaction to its log and syncs nothing, so the log is
/// given to it as a stream of ours: it is synced before anything is carried over, and carried over before anything is
/// acknowledged. Between two writes the log is empty; so whatever fails before the sync is undone by cutting the log.
/// Not for two threads at a time, but reads among themselves.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly LiteDbOptions options;
    private readonly ILogger logger;
    private readonly FileStream log;
    private LiteDatabase? database;
    private Contents? contents;
    private volatile bool failed;

    public Database(LiteDbOptions options, ILogger logger)
    {
        (this.options, this.logger) = (options, logger);
        Header.Inspect(options.Path);
        try
        {
            // Without a buffer: readers of the library look at the same stream.
            log = new FileStream(LogPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        }
        catch (Exception closed) when (Fault.IsOfTheWorld(closed))
        {
            throw Fault.Of(closed, options.Path);
        }

        var whole = false;
        try
        {
            Guarded(() =>
            {
                Connect();
                CarryOver();
            });
            whole = true;
        }
        finally
        {
            if (!whole) Dispose();
        }
    }

    public bool IsOpen => contents is not null && !failed;

    /// <summary>The name the library gives a log, so that other programs find it too.</summary>
    private string LogPath => Path.Combine(
        Path.GetDirectoryName(options.Path) ?? "",
        Path.GetFileNameWithoutExtension(options.Path) + "-log" + Path.GetExtension(options.Path));

    /// <summary>After a fault the library closes its files for good; so they are opened anew.</summary>
    public void OpenAgain() => Guarded(() =>
    {
        if (IsOpen) return;
        Close();
        Connect();
    });

    public T Read<T>(Func<Contents, T> read)
    {
        try
        {
            return read(contents ?? throw new InvalidOperationException("The database is not open."));
        }
        catch (Exception fault) when (Fault.IsOfTheWorld(fault))
        {
            failed = true;
            throw Fault.Of(fault, options.Path);
        }
    }

    /// <summary>Everything that is written becomes durable, or an exception says that nothing did.</summary>
    public T Write<T>(Func<Contents, T> write)
    {
        OpenAgain();
        Guarded(CarryOver);
        var durable = false;
        T result = default!;
        try
        {
            Guarded(() =>
            {
                database!.BeginTrans();
                result = write(contents!);
                contents!.Numbers.Save();
                database.Commit();
                log.Flush(flushToDisk: true);
            });
            durable = true;
        }
        finally
        {
            if (!durable) Undo();
        }

        try
        {
            Guarded(CarryOver);
        }
        catch (StoreException fault)
        {
            // The group is in the synced log and comes back with it.
            Log.CheckpointFailed(logger, options.Path, fault);
        }

        return result;
    }

    /// <summary>Copies the file; nothing waits in the log.</summary>
    public void CopyTo(string path) => Guarded(() =>
    {
        OpenAgain();
        CarryOver();
        File.Copy(options.Path, path);
    });

    public void Dispose()
    {
        Close();
        var empty = log.Length == 0;
        log.Dispose();
        if (empty) File.Delete(LogPath);
    }

    // The database owns the engine.
#pragma warning disable CA2000
    private void Connect()
    {
        var engine = new LiteDB.Engine.LiteEngine(new LiteDB.Engine.EngineSettings
        {
            Filename = options.Path,
            LogStream = log,
            Collation = Collation.Binary,
            AutoRebuild = false,
            Upgrade = false,
        });
        database = new LiteDatabase(engine) { CheckpointSize = 0 };
        if (options.MaxBytes > 0) database.LimitSize = options.MaxBytes;
        contents = Contents.Open(database, options.Path);
        failed = false;
    }
#pragma warning restore CA2000

    private void CarryOver()
    {
        if (log.Length > 0) database!.Checkpoint();
    }

    private void Undo()
    {
        failed = true;
        Close();
        log.SetLength(0);
        log.Flush(flushToDisk: true);
    }

    private void Close()
    {
        contents = null;
        database?.Dispose();
        database = null;
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (Fault.IsOfTheWorld(fault))
        {
            failed = true;
            throw Fault.Of(fault, options.Path);
        }
    }
}

using AllianceBot.Engine;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// Carries the log into the database on a thread and a connection of its own, as an fsync of the database in the middle
/// of commits would be felt by everyone who waits for an answer.
/// </summary>
internal sealed class Checkpoints : IDisposable
{
    private const int BetweenTriesMilliseconds = 1_000;
    private const int ForReadersMilliseconds = 100;

    private readonly SqliteOptions options;
    private readonly ILogger logger;
    private readonly Lock carrying = new();
    private readonly AutoResetEvent wanted = new(initialState: false);
    private readonly Thread thread;
    private volatile bool stopping;
    private volatile bool emptying;

    public Checkpoints(SqliteOptions options, ILogger logger)
    {
        (this.options, this.logger) = (options, logger);
        thread = new Thread(Run) { IsBackground = true, Name = "checkpoints" };
        thread.Start();
    }

    public void Want() => wanted.Set();

    /// <summary>
    /// Carries the log over on the caller's own connection, once what this thread may just be carrying is done: of two at
    /// the same time SQLite sends the second away, and the log would grow for as long as the first one takes.
    /// </summary>
    /// <returns>What the carrying returns: whether all of it was carried over.</returns>
    public bool Alone(Func<bool> carry)
    {
        lock (carrying) return carry();
    }

    /// <summary>The log holds what was erased and a reader still needs it: tried until it is empty.</summary>
    public void WantEmpty()
    {
        emptying = true;
        wanted.Set();
    }

    public void Dispose()
    {
        stopping = true;
        wanted.Set();
        thread.Join();
        wanted.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            wanted.WaitOne(emptying ? BetweenTriesMilliseconds : Timeout.Infinite);
            if (stopping) return;
            try
            {
                using var database = Database.Open(options.Path, toWrite: true);
                // A connection that has read nothing yet does not know that there is a log, and would carry over none of it.
                database.Number("PRAGMA schema_version");
                if (!emptying) Alone(database.Checkpoint);
                else if (Alone(() => database.EmptyLog(ForReadersMilliseconds))) emptying = false;
            }
            catch (StoreException fault)
            {
                Log.CheckpointFailed(logger, options.Path, fault);
            }
        }
    }
}

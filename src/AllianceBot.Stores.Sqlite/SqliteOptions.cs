namespace AllianceBot.Stores.Sqlite;

/// <summary>Where the database lies and how it is used.</summary>
/// <param name="Path">The file; a lock file and the write-ahead log stand beside it.</param>
public sealed record SqliteOptions(string Path)
{
    /// <summary>On Linux: use the system's library when it is newer than the one that came along. The first store of a process decides.</summary>
    public bool PreferSystemLibrary { get; init; } = true;

    /// <summary>Connections for reading; as many reads run at once.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Pages (4 KiB) written to the log after which they are carried into the database, on a thread of its own.</summary>
    public int CheckpointPages { get; init; } = 4_000;

    /// <summary>Pages of the log after which the committer itself carries over what is left, so that the log begins anew.</summary>
    public int LogPagesAtMost { get; init; } = 18_000;

    /// <summary>Up to this many bytes a file is checked at every start; above only when something about it is odd.</summary>
    public long AlwaysCheckedBytes { get; init; } = 16 << 20;

    /// <summary>Bounds the file, so that a test has a full disk; 0 is no bound.</summary>
    internal int MaxPages { get; init; }

    /// <summary>The steps from version to version; a test puts its own at the end.</summary>
    internal IReadOnlyList<Migration> Migrations { get; init; } = Schema.Migrations;
}

namespace AllianceBot.Stores.LiteDb;

/// <summary>Where the database lies and how it is used.</summary>
/// <param name="Path">The file; a lock file stands beside it, and while something is written its log.</param>
public sealed record LiteDbOptions(string Path)
{
    /// <summary>So many reads run at once.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Bounds the file, so that a test has a full disk; 0 is no bound.</summary>
    internal long MaxBytes { get; init; }
}

using AllianceBot.Engine;
using LiteDB;

namespace AllianceBot.Stores.LiteDb;

/// <summary>What went wrong under the store, in sentences that say what to do.</summary>
internal static class Fault
{
    private const int NoRoom = 28;
    private const int NoRoomOnWindows = unchecked((int)0x80070070);

    /// <summary>A fault of the world, not one of the program: its kinds are what the library and the file system throw.</summary>
    public static bool IsOfTheWorld(Exception fault) =>
        fault is LiteException or IOException or UnauthorizedAccessException or ObjectDisposedException;

    public static StoreException Of(Exception fault, string path) => fault switch
    {
        StoreException told => told,
        // The library has a code for it that it does not use.
        LiteException when fault.Message.StartsWith("Maximum data file size", StringComparison.Ordinal) => Full(path, fault),
        IOException { HResult: NoRoom or NoRoomOnWindows } => Full(path, fault),
        UnauthorizedAccessException => new StoreException(
            $"The database {path} cannot be opened ({fault.Message}). Give this account the right to write to the file and to its folder.", fault),
        LiteException { ErrorCode: LiteException.INVALID_DATABASE or LiteException.INVALID_DATAFILE_STATE } => Damaged(path, fault.Message, fault),
        _ => new StoreException(
            $"The database {path} could not do this ({fault.Message}). Nothing of this write was saved. Look at the disk and at the system's log.", fault),
    };

    public static StoreException Damaged(string path, string detail, Exception? inner = null) => inner is null
        ? new StoreException(DamagedText(path, detail))
        : new StoreException(DamagedText(path, detail), inner);

    public static StoreException NotOurs(string path) => new(
        $"The file {path} is not a database of AllianceBot. It was not changed. Set the path to another file, or move this one away.");

    public static StoreException Newer(string path, int needs, int known) => new(
        $"The database {path} was written by a newer AllianceBot (it needs version {needs}, this program knows {known}). It was not changed. "
        + "Start the newer program, or restore the backup made before the update.");

    private static StoreException Full(string path, Exception inner) => new(
        $"There is no room left for the database {path}. Make room on its disk; until then nothing is saved, and nothing of this write was.", inner)
    {
        IsFull = true,
    };

    private static string DamagedText(string path, string detail) =>
        $"The database {path} is damaged ({detail}). Put it aside and restore the newest backup in its place.";
}

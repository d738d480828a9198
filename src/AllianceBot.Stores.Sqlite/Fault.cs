using AllianceBot.Engine;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>What went wrong under the store, in sentences that say what to do.</summary>
internal static class Fault
{
    public static StoreException Of(int code, string detail, string path) => (code & 0xff) switch
    {
        raw.SQLITE_FULL => new StoreException(
            $"There is no room left for the database {path}. Make room on its disk; until then nothing is saved, and nothing of this write was.")
        {
            IsFull = true,
        },
        raw.SQLITE_CORRUPT => Damaged(path, detail),
        raw.SQLITE_NOTADB => NotOurs(path),
        raw.SQLITE_READONLY => ReadOnly(path),
        raw.SQLITE_CANTOPEN => new StoreException(
            $"The database {path} cannot be opened ({detail}). Check that its folder is there and that this account may write in it."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreException(
            $"Another program holds the database {path} ({detail}). End that program and try again."),
        raw.SQLITE_IOERR => new StoreException(
            $"The disk under the database {path} failed ({detail}, code {code}). Nothing of this write was saved. Look at the disk and at the system's log."),
        _ => new StoreException($"The database {path} could not do this ({detail}, code {code})."),
    };

    public static StoreException Damaged(string path, string detail) => new(
        $"The database {path} is damaged ({detail}). It was not changed. Put it aside and restore the newest backup in its place.");

    public static StoreException NotOurs(string path) => new(
        $"The file {path} is not a database of AllianceBot. It was not changed. Set the path to another file, or move this one away.");

    public static StoreException ReadOnly(string path) => new(
        $"The database {path} can only be read. Give this account the right to write to the file and to its folder.");

    public static StoreException Newer(string path, long needs, int known) => new(
        $"The database {path} was written by a newer AllianceBot (it needs version {needs}, this program knows {known}). It was not changed. "
        + "Start the newer program, or restore the backup made before the update.");
}

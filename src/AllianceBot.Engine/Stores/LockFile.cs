namespace AllianceBot.Engine;

/// <summary>
/// One bot per database: a lock on a file beside it, held by the open handle and so gone with the process, however it
/// ends. A database's own exclusive mode would shut out readers too. The file itself stays: removing it would let two bots
/// hold locks on two files of one name.
/// </summary>
public sealed class LockFile : IDisposable
{
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream held;

    private LockFile(FileStream held) => this.held = held;

    /// <summary>Takes the lock of a database.</summary>
    /// <exception cref="StoreException">Another holds it, or the folder is not there or closed; the message says what to do.</exception>
    public static LockFile Take(string database)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(database)) ?? "";
        if (!Directory.Exists(folder)) throw Missing(database, folder);
        try
        {
            return new LockFile(new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw InUse(database, taken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw Closed(folder, closed);
        }
    }

    public void Dispose() => held.Dispose();

    private static StoreException Missing(string path, string folder) => new StoreException(
        $"The folder {folder} of the database {path} is not there. Create it, or set another path.");

    private static StoreException Closed(string folder, Exception inner) => new StoreException(
        $"Nothing can be written in the folder {folder} of the database. Give this account the right to write there, or set another path.", inner);

    private static StoreException InUse(string path, Exception inner) => new StoreException(
        $"Another AllianceBot uses the database {path}. End it first, or give this one a database of its own.", inner);
}

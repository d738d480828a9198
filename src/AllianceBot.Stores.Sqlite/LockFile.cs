namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// One bot per database: a lock on a file beside it, held by the open handle and so gone with the process, however it
/// ends. SQLite's own exclusive mode would shut out readers too. The file itself stays: removing it would let two bots
/// hold locks on two files of one name.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream held;

    private LockFile(FileStream held) => this.held = held;

    public static LockFile Take(string database)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(database)) ?? "";
        if (!Directory.Exists(folder)) throw Fault.FolderMissing(database, folder);
        try
        {
            return new LockFile(new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken) when (taken.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw Fault.InUse(database, taken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw Fault.FolderClosed(folder, closed);
        }
    }

    public void Dispose() => held.Dispose();
}

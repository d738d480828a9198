using AllianceBot.Engine;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Copies a database while it is in use. The copy is as of one moment: its reader's.</summary>
internal static class Copying
{
    private const int PagesAtOnce = 256;

    public static void Copy(Database from, string path, CancellationToken ct)
    {
        if (File.Exists(path)) throw new StoreException($"There is a file {path} already. Give the backup another name.");
        var part = path + ".part";
        try
        {
            File.Delete(part);
            using (var to = Database.Open(part, toWrite: true))
            {
                Fill(from, to, ct);
                // Out of the log's mode and back into one file that can be moved.
                to.Run("PRAGMA journal_mode = DELETE");
            }

            File.Move(part, path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The backup {path} could not be written ({closed.Message}).", closed);
        }
        finally
        {
            if (File.Exists(part)) File.Delete(part);
        }
    }

    private static void Fill(Database from, Database to, CancellationToken ct)
    {
        using var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main");
        if (backup.IsInvalid) throw to.Failure(raw.sqlite3_errcode(to.Handle));
        var code = raw.SQLITE_OK;
        while (code == raw.SQLITE_OK)
        {
            ct.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAtOnce);
        }

        if (code != raw.SQLITE_DONE) throw Fault.Of(code, raw.sqlite3_errstr(code).utf8_to_string(), to.Path);
    }
}

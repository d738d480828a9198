using AllianceBot.Engine;

namespace AllianceBot.Stores.LiteDb;

/// <summary>The first page of the file, looked at without the library, which would begin to repair what is not ours.</summary>
internal static class Header
{
    private const int PageBytes = 8192;
    private const int MagicAt = 32;

    private static ReadOnlySpan<byte> Magic => "** This is a LiteDB file **"u8;

    public static void Inspect(string path)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path)) throw Fault.NotOurs(path);
        if (!file.Exists || file.Length == 0) return;
        Span<byte> page = stackalloc byte[PageBytes];
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (stream.ReadAtLeast(page, PageBytes, throwOnEndOfStream: false) < PageBytes) throw Fault.NotOurs(path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The database {path} cannot be opened. Give this account the right to read it and to write to it and its folder.", closed);
        }

        if (!page[MagicAt..].StartsWith(Magic)) throw Fault.NotOurs(path);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks;

/// <summary>One kept-alive connection that posts and reads answers, with as little work as possible.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] incoming = new byte[256 * 1024];
    private readonly byte[] outgoing = new byte[64 * 1024];
    private readonly byte[] head;

    private Wire(string head) => this.head = Encoding.ASCII.GetBytes(head);

    /// <summary>The answer's body.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    public static async Task<Wire> OpenAsync(int port, string authorization, string path = "/api/messages")
    {
        var wire = new Wire(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {authorization}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "));
        await wire.socket.ConnectAsync(IPAddress.Loopback, port);
        return wire;
    }

    /// <summary>Posts a body and waits for the answer.</summary>
    /// <returns>The status.</returns>
    public async ValueTask<int> PostAsync(ReadOnlyMemory<byte> body)
    {
        head.CopyTo(outgoing, 0);
        body.Length.TryFormat(outgoing.AsSpan(head.Length), out var digits, default, CultureInfo.InvariantCulture);
        var length = head.Length + digits;
        "\r\n\r\n"u8.CopyTo(outgoing.AsSpan(length));
        body.Span.CopyTo(outgoing.AsSpan(length + 4));
        await socket.SendAsync(outgoing.AsMemory(0, length + 4 + body.Length));
        return await ReadAsync();
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<int> ReadAsync()
    {
        var have = 0;
        while (true)
        {
            have += await MoreAsync(have);
            var end = incoming.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (end < 0) continue;
            var (start, length) = (end + 4, Length(incoming.AsSpan(0, end)));
            if (length is { } known)
            {
                while (have < start + known) have += await MoreAsync(have);
                Body = incoming.AsMemory(start, known);
            }
            else
            {
                Body = await ChunksAsync(start, have);
            }

            return int.Parse(incoming.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }

    private async ValueTask<int> MoreAsync(int have)
    {
        var read = await socket.ReceiveAsync(incoming.AsMemory(have));
        return read > 0 ? read : throw new IOException("The server closed the connection, or its answer is too long.");
    }

    /// <summary>An answer in chunks, each with its length in front: they are moved together where they lie.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> ChunksAsync(int start, int have)
    {
        var (body, at) = (start, start);
        while (true)
        {
            int line;
            while ((line = incoming.AsSpan(at, have - at).IndexOf("\r\n"u8)) < 0) have += await MoreAsync(have);
            var size = int.Parse(incoming.AsSpan(at, line), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            at += line + 2;
            while (have < at + size + 2) have += await MoreAsync(have);
            incoming.AsSpan(at, size).CopyTo(incoming.AsSpan(body));
            body += size;
            at += size + 2;
            if (size == 0) return incoming.AsMemory(start, body - start);
        }
    }

    /// <summary>The body's length, or nothing where it comes in chunks.</summary>
    private static int? Length(ReadOnlySpan<byte> headers)
    {
        var name = "Content-Length: "u8;
        var at = headers.IndexOf(name);
        if (at < 0) return headers.IndexOf("Transfer-Encoding: chunked"u8) >= 0 ? null : throw new InvalidDataException("An answer without a length.");
        var digits = headers[(at + name.Length)..];
        var end = digits.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

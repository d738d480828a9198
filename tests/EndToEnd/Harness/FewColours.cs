using System.Buffers.Binary;
using System.IO.Compression;

namespace EndToEnd.Harness;

/// <summary>
/// A picture of text on a card in a few colours: a fraction of the bytes, and no difference to the eye, as nearly all its colours
/// are steps between two.
/// </summary>
internal static class FewColours
{
    private const int Most = 48;

    // Below this two colours look the same: the squares of three differences, of 255 each.
    private const int Near = 3 * 6 * 6;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The same PNG with a palette. It is read as browsers write it: eight bits, no interlace.</summary>
    public static byte[] Of(byte[] png)
    {
        var (width, height, pixels) = Pixels(png);
        var palette = Palette(pixels);
        var indices = new Dictionary<int, byte>();
        var rows = new byte[height * (width + 1)];
        for (var at = 0; at < pixels.Length; at++)
        {
            if (!indices.TryGetValue(pixels[at], out var index)) indices[pixels[at]] = index = Nearest(palette, pixels[at]);
            rows[(at / width * (width + 1)) + 1 + (at % width)] = index;
        }

        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize)) zip.Write(rows);
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Colours as 0xRRGGBB, row by row.</summary>
    internal static (int Width, int Height, int[] Pixels) Pixels(byte[] png)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var bytes = png[25] switch { 2 => 3, 3 => 1, 6 => 4, var other => throw new InvalidOperationException($"A picture of colour type {other}.") };
        var palette = Array.Empty<byte>();
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = png.AsSpan(at + 4, 4);
            if (name.SequenceEqual("PLTE"u8)) palette = png[(at + 8)..(at + 8 + length)];
            if (name.SequenceEqual("IDAT"u8)) packed.Write(png, at + 8, length);
            at += length + 12;
        }

        packed.Position = 0;
        using var zip = new ZLibStream(packed, CompressionMode.Decompress);
        var stride = width * bytes;
        var (above, row, pixels) = (new byte[stride], new byte[stride], new int[width * height]);
        for (var y = 0; y < height; y++)
        {
            var filter = zip.ReadByte();
            zip.ReadExactly(row);
            Unfilter(filter, row, above, bytes);
            for (var x = 0; x < width; x++)
            {
                var colour = bytes == 1 ? palette.AsSpan(row[x] * 3) : row.AsSpan(x * bytes);
                pixels[(y * width) + x] = (colour[0] << 16) | (colour[1] << 8) | colour[2];
            }

            (above, row) = (row, above);
        }

        return (width, height, pixels);
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int bytes)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var (left, up, corner) = (at < bytes ? 0 : row[at - bytes], (int)above[at], at < bytes ? 0 : above[at - bytes]);
            row[at] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - corner - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    // The most frequent ones, each different enough from those before.
    private static List<int> Palette(int[] pixels)
    {
        var palette = new List<int>();
        foreach (var colour in pixels.CountBy(it => it).OrderByDescending(it => it.Value).ThenBy(it => it.Key).Select(it => it.Key))
        {
            if (palette.Count == Most) break;
            if (palette.TrueForAll(it => Apart(it, colour) > Near)) palette.Add(colour);
        }

        return palette;
    }

    private static byte Nearest(List<int> palette, int colour) => (byte)palette.Index().MinBy(it => Apart(it.Item, colour)).Index;

    /// <summary>How far two colours are from each other: the sum of the squares of their three differences.</summary>
    internal static int Apart(int one, int other)
    {
        var (red, green, blue) = ((one >> 16) - (other >> 16), ((one >> 8) & 255) - ((other >> 8) & 255), (one & 255) - (other & 255));
        return (red * red) + (green * green) + (blue * blue);
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        var number = (stackalloc byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. name, .. content]));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
        }

        return ~crc;
    }
}

namespace AllianceBot.Channels.Teams;

/// <summary>The bot's mark: three bars woven into a triangle, each over the next, so that none holds without the others.</summary>
internal static class Mark
{
    private const int Samples = 8;

    // In parts of the picture's side, from its middle.
    private const double Radius = 0.27;
    private const double Overhang = 0.07;

    private static readonly (double R, double G, double B) Ground = (0x1D, 0x35, 0x57);
    private static readonly (double R, double G, double B)[] Bars = [(0xF4, 0xB9, 0x42), (0x5B, 0xC8, 0xB8), (0xF2, 0x7B, 0x63)];

    /// <summary>The coloured icon, 192 pixels a side.</summary>
    public static byte[] Color() => Draw(192, 0.052, 0.024, bar => bar is { } at ? (Bars[at], 255) : (Ground, 255));

    /// <summary>The outline icon, 32 pixels a side, white on nothing. Larger in its frame, as there is nothing around it.</summary>
    public static byte[] Outline() => Draw(32, 0.07, 0.05, bar => ((255, 255, 255), bar is null ? 0 : 255), scale: 1.25);

    private static byte[] Draw(
        int size, double halfWidth, double gap, Func<int?, ((double R, double G, double B) Color, double Alpha)> paint, double scale = 1)
    {
        var pixels = new byte[size * size * 4];
        for (var pixel = 0; pixel < size * size; pixel++)
        {
            (double R, double G, double B, double A) sum = default;
            for (var sample = 0; sample < Samples * Samples; sample++)
            {
                var x = ((pixel % size) + ((sample % Samples) + 0.5) / Samples) / size;
                var y = ((pixel / size) + ((sample / Samples) + 0.5) / Samples) / size;
                var (color, alpha) = paint(BarAt((x - 0.5) / scale, (y - 0.53) / scale, halfWidth, gap));
                sum = (sum.R + color.R, sum.G + color.G, sum.B + color.B, sum.A + alpha);
            }

            const double Count = Samples * Samples;
            pixels[pixel * 4] = (byte)Math.Round(sum.R / Count);
            pixels[(pixel * 4) + 1] = (byte)Math.Round(sum.G / Count);
            pixels[(pixel * 4) + 2] = (byte)Math.Round(sum.B / Count);
            pixels[(pixel * 4) + 3] = (byte)Math.Round(sum.A / Count);
        }

        return Png.Encode(size, pixels);
    }

    /// <summary>The bar that is seen at a point; none beside them all, and in the gap that a bar leaves around it where it crosses over another.</summary>
    private static int? BarAt(double x, double y, double halfWidth, double gap)
    {
        for (var bar = 0; bar < Bars.Length; bar++)
        {
            if (Distance(bar, x, y) > halfWidth) continue;
            var over = (bar + Bars.Length - 1) % Bars.Length;
            if (Distance(over, x, y) <= halfWidth) return over;
            return Distance(over, x, y) <= halfWidth + gap ? null : bar;
        }

        return null;
    }

    /// <summary>From a point to the middle line of a bar, which runs from one corner to the next and a little past it.</summary>
    private static double Distance(int bar, double x, double y)
    {
        var (ax, ay) = Corner(bar);
        var (bx, by) = Corner(bar + 1);
        var length = Math.Sqrt(((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay)));
        var (dx, dy) = ((bx - ax) / length, (by - ay) / length);
        var along = Math.Clamp(((x - ax) * dx) + ((y - ay) * dy), -Overhang, length + Overhang);
        var (px, py) = (x - ax - (along * dx), y - ay - (along * dy));
        return Math.Sqrt((px * px) + (py * py));
    }

    private static (double X, double Y) Corner(int corner)
    {
        var angle = (-Math.PI / 2) + (corner * 2 * Math.PI / 3);
        return (Radius * Math.Cos(angle), Radius * Math.Sin(angle));
    }
}

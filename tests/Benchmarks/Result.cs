using System.Globalization;

namespace Benchmarks;

/// <summary>One measured figure. Its text is the line that is printed.</summary>
internal sealed record Result(string Name, double Value, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bench {Name} {Value:0.###} {Unit}");

    /// <summary>Reads such a line; null for any other.</summary>
    public static Result? Parse(string line) =>
        line.Split(' ') is ["bench", var name, var value, var unit]
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(name, number, unit)
            : null;
}

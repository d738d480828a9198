using System.Globalization;

namespace Benchmarks;

/// <summary>One measured figure. Its text is the line that is printed.</summary>
internal sealed record Result(string Name, double Value, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bench {Name} {Value:0.###} {Unit}");
}

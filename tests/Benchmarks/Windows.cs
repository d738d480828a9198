using System.Diagnostics;

namespace Benchmarks;

/// <summary>Looks at a running count until it has become steady: the first seconds belong to the compiler.</summary>
internal static class Windows
{
    private const int AtMost = 20;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1.5);

    /// <summary>The rate per second over the last three windows, once they differ by less than a twentieth.</summary>
    public static async Task<double> RateAsync(Func<long> count, Action<string>? say = null)
    {
        var rates = new List<double>();
        while (rates.Count < AtMost)
        {
            var (before, watch) = (count(), Stopwatch.StartNew());
            await Task.Delay(Length);
            rates.Add((count() - before) / watch.Elapsed.TotalSeconds);
            say?.Invoke($"{rates[^1]:0} per s");
            if (rates.Count < 6) continue;
            var last = rates[^3..];
            if (last.Max() - last.Min() < last.Average() * 0.05) break;
        }

        return rates[^3..].Average();
    }
}

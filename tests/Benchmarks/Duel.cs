using System.Diagnostics;

namespace Benchmarks;

/// <summary>Does one whole request and comes back when it is answered.</summary>
internal interface IDriver
{
    ValueTask OnceAsync();
}

/// <summary>A server under load, and what it did in the last windows.</summary>
internal sealed class Side(string name, Process server, IReadOnlyList<IDriver> drivers)
{
    private const int Last = 5;
    private readonly List<(double Rate, double Cost)> windows = [];

    /// <summary>The median of the last windows.</summary>
    public double PerSecond => Median(window => window.Rate);

    /// <summary>Processor time of the server per request, the median of the last windows.</summary>
    public double Microseconds => Median(window => window.Cost);

    public bool IsSteady =>
        windows.Count >= Last && windows[^Last..] is var last && last.Max(window => window.Cost) < last.Min(window => window.Cost) * 1.08;

    public async Task WindowAsync(TimeSpan length)
    {
        var (done, before, watch) = (0L, Children.Seconds(server), Stopwatch.StartNew());
        await Task.WhenAll(drivers.Select(async driver =>
        {
            while (watch.Elapsed < length)
            {
                await driver.OnceAsync();
                Interlocked.Increment(ref done);
            }
        }));
        windows.Add((done / watch.Elapsed.TotalSeconds, (Children.Seconds(server) - before) * 1e6 / done));
        Console.WriteLine($"{name}: {windows[^1].Rate:0} per s, {windows[^1].Cost:0.0} us of processor each, {Children.Resident(server):0} MB");
    }

    private double Median(Func<(double Rate, double Cost), double> of)
    {
        var last = windows[^Math.Min(Last, windows.Count)..].Select(of).Order().ToList();
        return last[last.Count / 2];
    }
}

/// <summary>Drives two servers in turns until both have become steady, so that what else the machine does hits both.</summary>
internal static class Duel
{
    private const int AtLeast = 12;
    private const int AtMost = 24;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(Side ours, Side floor)
    {
        for (var round = 0; round < AtMost && (round < AtLeast || !ours.IsSteady || !floor.IsSteady); round++)
        {
            await ours.WindowAsync(Window);
            await floor.WindowAsync(Window);
        }
    }
}

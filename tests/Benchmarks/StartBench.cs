using System.Diagnostics;

namespace Benchmarks;

/// <summary>How soon the program takes asks on a database that is there, and what it holds when nothing happens.</summary>
internal static class StartBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(string folder, Platform platform)
    {
        var (starts, resident) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var port = Children.FreePort();
            var watch = Stopwatch.StartNew();
            var bot = LoadSide.StartBot(folder, platform, port);
            await LoadSide.ReadyAsync(port, "/health/ready", bot);
            starts.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(TimeSpan.FromSeconds(5));
            resident.Add(Children.Resident(bot));
            Console.WriteLine($"start {starts[^1]:0} ms, {resident[^1]:0} MB");
            await Children.EndAsync(bot);
        }

        starts.Sort();
        resident.Sort();
        Console.WriteLine(new Result("start.ms", starts[Rounds / 2], "ms"));
        Console.WriteLine(new Result("rss.idle.mb", resident[Rounds / 2], "MB"));
    }
}

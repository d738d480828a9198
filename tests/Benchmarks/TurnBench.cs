using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>
/// Whole turns: a check-in answered by its button, decided, durable, the new card in the answer; against the floor. Both
/// servers stand on one core and are driven in windows, one after the other, until both are steady.
/// </summary>
internal static class TurnBench
{
    public const int Connections = 64;

    public static async Task RunAsync(string folder, Platform platform, Asked[] asked)
    {
        var (botPort, leanPort) = (Children.FreePort(), Children.FreePort());
        var bot = LoadSide.StartBot(folder, platform, botPort);
        var lean = LoadSide.StartLean(platform, leanPort);
        try
        {
            await LoadSide.ReadyAsync(botPort, "/health/ready", bot);
            var bearer = "Bearer " + platform.Token();
            var turns = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async index => new Answering(
                await Wire.OpenAsync(botPort, bearer), platform.ServiceUrl, [.. asked.Where((_, at) => at % Connections == index)], follows: true)));
            await turns[0].OnceAsync();
            await TeachAsync(leanPort, "/answer", turns[0].LastBody);
            var floors = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async index => new Answering(
                await Wire.OpenAsync(leanPort, bearer), platform.ServiceUrl, [.. asked.Where((_, at) => at % Connections == index)], follows: false)));
            var (ours, floor) = (new Side("bot", bot, turns), new Side("floor", lean, floors));
            await Duel.RunAsync(ours, floor);
            Print(ours, floor);
            await LatencyAsync(turns[0]);
            Console.WriteLine(new Result("turn.rss.mb", Children.Resident(bot), "MB"));
        }
        finally
        {
            await Children.EndAsync(bot);
            await Children.EndAsync(lean);
        }
    }

    /// <summary>Gives the floor what it is to answer.</summary>
    public static async Task TeachAsync(int leanPort, string path, ReadOnlyMemory<byte> body)
    {
        using var wire = await Wire.OpenAsync(leanPort, "Bearer lean", path);
        await wire.PostAsync(body);
    }

    private static void Print(Side ours, Side floor)
    {
        Console.WriteLine(new Result("turn.ratio", ours.PerSecond / floor.PerSecond, "x"));
        Console.WriteLine(new Result("turn.per.s", ours.PerSecond, "turns/s"));
        Console.WriteLine(new Result("turn.floor.per.s", floor.PerSecond, "turns/s"));
        Console.WriteLine(new Result("turn.cpu.us", ours.Microseconds, "us"));
        Console.WriteLine(new Result("turn.floor.cpu.us", floor.Microseconds, "us"));
    }

    /// <summary>One person at a time: the median of the windows' medians and of their 99th percentiles.</summary>
    private static async Task LatencyAsync(Answering one)
    {
        const int Windows = 9;
        var (halves, most) = (new List<double>(), new List<double>());
        for (var window = 0; window < Windows; window++)
        {
            var times = new List<double>();
            for (var span = Stopwatch.StartNew(); span.Elapsed < TimeSpan.FromSeconds(1);)
            {
                var watch = Stopwatch.GetTimestamp();
                await one.OnceAsync();
                times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            }

            times.Sort();
            halves.Add(times[times.Count / 2]);
            most.Add(times[times.Count * 99 / 100]);
            Console.WriteLine($"one connection: {times.Count} turns, p50 {halves[^1]:0.00} ms, p99 {most[^1]:0.00} ms, longest {times[^1]:0.00} ms");
        }

        halves.Sort();
        most.Sort();
        Console.WriteLine(new Result("turn.p50.ms", halves[Windows / 2], "ms"));
        Console.WriteLine(new Result("turn.p99.ms", most[Windows / 2], "ms"));
    }

    /// <summary>One connection whose people answer their check-ins one after the other, again and again.</summary>
    internal sealed class Answering(Wire wire, string serviceUrl, Asked[] people, bool follows) : IDriver
    {
        private static readonly string Card = new('k', 22);
        private readonly int[] revisions = [.. people.Select(one => one.Revision)];
        private readonly byte[] shown = new byte[64];
        private long turn;

        public ReadOnlyMemory<byte> LastBody => wire.Body;

        public async ValueTask OnceAsync()
        {
            var (index, round) = ((int)(turn % people.Length), turn / people.Length);
            var verb = round % 2 == 0 ? "at-risk" : "on-track";
            var body = Messages.Answer(people[index], serviceUrl, verb, revisions[index], Card, ++turn);
            var status = await wire.PostAsync(body);
            if (status != 200) throw new InvalidOperationException($"Answered with {status}.");
            if (!follows) return;

            // A turn that changed nothing would be a cheap one: the new card must show the next revision.
            revisions[index]++;
            if (!Shows(wire.Body.Span, revisions[index])) throw new InvalidOperationException($"Not the next card: {Encoding.UTF8.GetString(wire.Body.Span)}");
        }

        private bool Shows(ReadOnlySpan<byte> body, int revision)
        {
            System.Text.Unicode.Utf8.TryWrite(shown, CultureInfo.InvariantCulture, $"\"revision\":\"{revision}\"", out var length);
            return body.IndexOf(shown.AsSpan(0, length)) >= 0;
        }
    }
}

namespace Benchmarks;

/// <summary>Typed words and the reply that the bot posts to the connector, against the floor that does the same.</summary>
internal static class ConnectorBench
{
    // As many as are allowed to be under way at once: a reply that finds no place is dropped by design.
    private const int Connections = 64;

    public static async Task RunAsync(string folder, Platform platform, Asked[] asked)
    {
        var (botPort, leanPort) = (Children.FreePort(), Children.FreePort());
        var bot = LoadSide.StartBot(folder, platform, botPort);
        var lean = LoadSide.StartLean(platform, leanPort);
        try
        {
            await LoadSide.ReadyAsync(botPort, "/health/ready", bot);
            var bearer = "Bearer " + platform.Token();
            var ours = await DriversAsync(platform, asked, botPort, bearer);
            await ours[0].OnceAsync();
            await TurnBench.TeachAsync(leanPort, "/reply", platform.LastReply);
            var floors = await DriversAsync(platform, asked, leanPort, bearer);
            var (one, other) = (new Side("bot", bot, ours), new Side("floor", lean, floors));
            await Duel.RunAsync(one, other);
            Console.WriteLine(new Result("connector.ratio", one.PerSecond / other.PerSecond, "x"));
            Console.WriteLine(new Result("connector.per.s", one.PerSecond, "messages/s"));
            Console.WriteLine(new Result("connector.floor.per.s", other.PerSecond, "messages/s"));
        }
        finally
        {
            await Children.EndAsync(bot);
            await Children.EndAsync(lean);
        }
    }

    public static Task<Asking[]> DriversAsync(Platform platform, Asked[] asked, int port, string bearer, int connections = Connections) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(async index => new Asking(
            await Wire.OpenAsync(port, bearer), platform, [.. asked.Where((_, at) => at % connections == index)])));

    /// <summary>One connection whose people ask for what they owe, one after the other; each waits for the reply.</summary>
    internal sealed class Asking(Wire wire, Platform platform, Asked[] people) : IDriver
    {
        private static long deliveries = 1_795_000_000_000;
        private long turn;

        public async ValueTask OnceAsync()
        {
            var who = people[turn++ % people.Length];
            var reply = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            platform.Waiting[who.Conversation] = reply;
            var status = await wire.PostAsync(Messages.Typed(who, platform.ServiceUrl, "mine", Interlocked.Increment(ref deliveries)));
            if (status is not 200) throw new InvalidOperationException($"Answered with {status}.");
            await reply.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}

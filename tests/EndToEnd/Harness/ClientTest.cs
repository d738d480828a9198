namespace EndToEnd.Harness;

/// <summary>
/// A test with people at clients. Everything it starts ends with it; when it fails, logs, pictures and traces stay under artifacts/endtoend.
/// </summary>
public abstract class ClientTest(Browser browser) : IAsyncLifetime
{
    private static int runs;

    private readonly Stack<IAsyncDisposable> started = new();
    private readonly List<Client> clients = [];

    /// <summary>The folder of this test, for logs while it runs.</summary>
    protected string Logs { get; } = House.Artifacts(TestContext.Current.TestMethod?.MethodName ?? "unknown", $"{Environment.ProcessId}-{Interlocked.Increment(ref runs)}");

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed)
        {
            foreach (var client in clients) await client.KeepTraceAsync(Logs);
        }

        while (started.TryPop(out var it)) await it.DisposeAsync();
        if (failed) return;
        Directory.Delete(Logs, recursive: true);
        var parent = Directory.GetParent(Logs)!;
        if (!parent.EnumerateFileSystemInfos().Any()) parent.Delete();
    }

    private protected T Owned<T>(T it)
        where T : IAsyncDisposable
    {
        started.Push(it);
        return it;
    }

    private protected async Task<Bot> StartBotAsync(params string[] arguments) => Owned(await Bot.StartAsync(Logs, arguments));

    private protected async Task<Bot> StartBotAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Owned(await Bot.StartAsync(Logs, arguments, environment));

    /// <summary>The bot as a newcomer tries it, with the sample alliance; these people are themselves without being asked.</summary>
    private protected Task<Bot> StartTryAsync(params Human[] people) => StartTryAsync([], people);

    /// <summary>The same, with some settings. A turn may take its time: this client does not send again, as the platform does, what came too late.</summary>
    private protected Task<Bot> StartTryAsync(IEnumerable<string> settings, params Human[] people) => StartBotAsync(
    [
        "try", "--port", "{port}", "--data", "{data}", "--no-client", "--Teams:AnswerWithin", "12", .. settings,
        .. people.SelectMany(human => new[] { $"--Try:People:{human.ObjectId}", human.Name }),
    ]);

    private protected async Task<RewritingProxy> StartProxyAsync(Uri bot) => Owned(await RewritingProxy.StartAsync(bot));

    /// <summary>Opens the client of this human: a Playground and a page of its own. A second one needs a device to tell them apart.</summary>
    private protected async Task<Client> SitDownAsync(Human human, Uri bot, string device = "")
    {
        var proxy = await StartProxyAsync(bot);
        return await OpenAsync(Owned(await Playground.StartAsync(human, proxy.In, Logs, device: device)), proxy);
    }

    /// <summary>The same through this proxy, which the bot's calls to the client take too.</summary>
    private protected async Task<Client> SitDownAsync(Human human, RewritingProxy proxy)
    {
        var playground = Owned(await Playground.StartAsync(human, proxy.In, Logs, proxy.Out));
        proxy.Connector = playground.Connector;
        return await OpenAsync(playground, proxy);
    }

    private async Task<Client> OpenAsync(Playground playground, RewritingProxy proxy)
    {
        var client = Owned(await Client.OpenAsync(browser, playground, proxy));
        clients.Add(client);
        return client;
    }
}

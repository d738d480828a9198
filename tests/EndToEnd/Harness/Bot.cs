using System.Diagnostics;

namespace EndToEnd.Harness;

/// <summary>The real bot as a process of its own, which can be killed and started again on the same data and port.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private readonly string logs;
    private readonly IReadOnlyList<string> arguments;
    private readonly IReadOnlyDictionary<string, string> environment;
    private Child child;

    private Bot(string logs, int port, string data, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        this.logs = logs;
        this.arguments = arguments;
        this.environment = environment;
        Data = data;
        Address = new Uri($"http://127.0.0.1:{port}/");
        child = Launch();
    }

    public Uri Address { get; }

    public Uri Messages => new(Address, "api/messages");

    /// <summary>Its data folder. It outlives a kill, not the test.</summary>
    public string Data { get; }

    /// <summary>What it has logged since it was started last.</summary>
    public IReadOnlyList<string> Lines => child.Lines;

    /// <param name="logs">Folder for its log.</param>
    /// <param name="arguments">Command line; "{port}" and "{data}" are filled in.</param>
    /// <param name="environment">Settings by environment; "{port}" and "{data}" are filled in.</param>
    public static async Task<Bot> StartAsync(
        string logs, IEnumerable<string>? arguments = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = House.FreePort();
        var data = House.TemporaryFolder("data");
        string Fill(string text) => text
            .Replace("{port}", $"{port}", StringComparison.Ordinal)
            .Replace("{data}", data, StringComparison.Ordinal);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:{port}",
            ["DOTNET_gcServer"] = "0",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) settings[name] = value;
        var bot = new Bot(
            logs, port, data, [.. (arguments ?? []).Select(Fill)], settings.ToDictionary(it => it.Key, it => Fill(it.Value)));
        try
        {
            await bot.IsUpAsync();
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        return bot;
    }

    /// <summary>SIGKILL, then a start on the same data.</summary>
    public async Task KillAndRestartAsync()
    {
        Kill();
        await RestartAsync();
    }

    public void Kill() => child.Kill();

    public async Task RestartAsync()
    {
        await child.DisposeAsync();
        child = Launch();
        await IsUpAsync();
    }

    public Task<int> StopAsync() => child.StopAsync(TimeSpan.FromSeconds(45));

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private Child Launch() => Child.Start("dotnet", [House.Program, .. arguments], Data, Path.Combine(logs, "bot.log"), environment);

    /// <summary>A newcomer's bot answers before its sample alliance is told, and says so once it is: on a busy machine that takes a while.</summary>
    private bool IsTold => !arguments.Contains("try") || child.Lines.Any(static line => line.StartsWith("The bot listens", StringComparison.Ordinal));

    private async Task IsUpAsync()
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "health/live"));
                if (answer.IsSuccessStatusCode && IsTold) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet, or no more: the lines below tell.
            }

            if (child.HasEnded) throw await child.FailedAsync("ended at start");
            if (waited.Elapsed > TimeSpan.FromSeconds(60)) throw await child.FailedAsync("is not up after 60 s");
            await Task.Delay(50);
        }
    }
}

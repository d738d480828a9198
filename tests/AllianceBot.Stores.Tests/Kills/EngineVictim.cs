using System.Globalization;
using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AllianceBot.Stores.Tests;

/// <summary>
/// The whole engine as the child that is killed: people ask for promises without pause, and first ask again what they asked
/// last, as a platform does that got no answer.
/// </summary>
internal sealed class EngineVictim(AllianceEngine engine, int seed)
{
    public const int People = 4;

    private static readonly PartnerId Office = new("office");
    private static readonly PartnerId Harbor = new("harbor");
    private static readonly PersonId Dale = new("dale");

    private readonly Lock gate = new();
    private readonly Stream pipe = Console.OpenStandardOutput();

    /// <param name="path">The database.</param>
    /// <param name="seed">The round.</param>
    /// <param name="again">Asks to be asked again first: "round-person-number", with commas between.</param>
    public static async Task RunAsync(string path, int seed, string again)
    {
        var options = new SqliteOptions(path) { CheckpointPages = 40, LogPagesAtMost = 400 };
        await using var store = SqliteStore.Open(options, NullLogger<SqliteStore>.Instance);
        using var engine = new AllianceEngine(
            new(store, new NothingToShow(), SystemClock.Instance, TimeProvider.System, Chance.OfTheSystem, NullLogger.Instance), new());
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var committer = new Thread(() => engine.Committer.Run(end.Token)) { IsBackground = true };
        committer.Start();
        await engine.StartAsync(end.Token);
        var victim = new EngineVictim(engine, seed);
        victim.Tell("ready");
        var asks = again.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(ask => int.Parse(ask.Split('-')[1], CultureInfo.InvariantCulture));
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => victim.AskOnAsync(person, asks[person], end.Token)));
        committer.Join();
    }

    public static AllianceId Alliance(int person) => new($"alliance-{person}");

    private async Task AskOnAsync(int person, IEnumerable<string> again, CancellationToken ct)
    {
        await Task.Yield();
        await SetUpAsync(person, ct);
        foreach (var ask in again) await RequestAsync(person, ask, ct);
        for (var n = 0; !ct.IsCancellationRequested; n++) await RequestAsync(person, $"{seed}-{person}-{n}", ct);
    }

    private async Task SetUpAsync(int person, CancellationToken ct)
    {
        if (await engine.FindAsync(Alliance(person), ct) is { Partners.Count: > 1 }) return;
        var (create, add) = (new AskId($"create-{person}"), new AskId($"add-{person}"));
        await engine.AskAsync(
            Alliance(person),
            new CreateAlliance(
                Alliance(person), new($"{create}.0", "Riverbend"), "America/Chicago", Office, new($"{create}.1", "Office"),
                PartnerKind.Government, new($"{create}.2", "Dale"), create),
            Dale, new(""), ct);
        await engine.AskAsync(
            Alliance(person), new AddPartner(Harbor, new($"{add}.0", "Harbor"), PartnerKind.CommunityBased, add), Dale, new(""), ct);
    }

    private async Task RequestAsync(int person, string name, CancellationToken ct)
    {
        var ask = new AskId(name);
        var terms = new Terms(
            new($"{ask}.0", "The referral form"), new($"{ask}.1", new string('x', 200)),
            SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(21), Harbor, null, Office, Dale, null);
        var decided = await engine.AskAsync(
            Alliance(person), new RequestCommitment(new($"c-{name}"), ask, terms, null, SeenByAll: true), Dale, new(name), ct);
        Tell(decided.Refusal is { } refusal ? $"refused {name} {refusal.Code}" : $"done {name}");
    }

    private void Tell(string line)
    {
        var bytes = Encoding.ASCII.GetBytes(line + "\n");
        lock (gate) pipe.Write(bytes);
    }

    private sealed class NothingToShow : IPresent
    {
        public Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context) => null;

        public Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context) => null;

        public Presented? Confirm(Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context) => null;

        public Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context) => null;
    }
}

using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine.Tests;

/// <summary>An engine on one thread over a memory store, driven step by step, with the sample partners and a promise to work on.</summary>
internal sealed class Bench : IDisposable
{
    public static readonly AllianceId Riverbend = new("riverbend");
    public static readonly PartnerId Office = new("office");
    public static readonly PartnerId Harbor = new("harbor");
    public static readonly PersonId Dale = new("dale");
    public static readonly PersonId Priya = new("priya");
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Tom = new("tom");
    public static readonly PersonId Sam = new("sam");

    private int asks;

    private Bench(MemoryStore store, StillClock clock, int seed, EngineSettings settings, IClock? walking)
    {
        (Store, Clock) = (store, clock);
        Engine = new(
            new(Store, Views, walking ?? Clock, Clock, new Seeded(seed), Written), settings);
        Engine.Add(Outlet);
    }

    public MemoryStore Store { get; }

    public StillClock Clock { get; }

    public AllianceEngine Engine { get; }

    public Outlet Outlet { get; } = new();

    public Views Views { get; } = new();

    /// <summary>What the engine wrote into its log.</summary>
    public Written Written { get; } = new();

    /// <summary>An engine over an empty store, or over what an earlier one left.</summary>
    public static async Task<Bench> StartAsync(
        MemoryStore? store = null, StillClock? clock = null, int seed = 1, EngineSettings? settings = null, IClock? walking = null)
    {
        var bench = new Bench(
            store ?? new(), clock ?? new(Instant.FromUtc(2026, 11, 20, 15, 0)), seed, settings ?? new() { SingleThreaded = true },
            walking);
        await bench.DriveAsync(bench.Engine.StartAsync(CancellationToken.None));
        return bench;
    }

    public static async Task<Bench> SetUpAsync(
        EngineSettings? settings = null, MemoryStore? store = null, StillClock? clock = null, IClock? walking = null)
    {
        var bench = await StartAsync(store, clock, 1, settings, walking);
        await bench.SetUpPeopleAsync();
        return bench;
    }

    public async Task<Alliance> StateAsync() => (await DriveAsync(Engine.FindAsync(Riverbend, CancellationToken.None).AsTask()))!;

    /// <summary>A fresh ask id.</summary>
    public AskId Ask() => new($"ask-{++asks}");

    public static Words Say(AskId ask, int n, string text) => new($"{ask.Value}.{n}", text);

    /// <summary>Steps the committer until the task is over.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        await DriveAsync((Task)task);
        return await task;
    }

    public async Task DriveAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (await StepAsync() == 0 && !task.IsCompleted) throw new InvalidOperationException("Nothing moves on.");
        }

        await task;
    }

    public async Task<int> StepAsync() => await Engine.Committer.StepAsync(EngineLimits.Group, CancellationToken.None);

    public Task<Decided> Begin(Command command, PersonId by, AskEnvelope? envelope = null) =>
        Engine.AskAsync(Riverbend, command, by, envelope ?? new(""), CancellationToken.None).AsTask();

    public Task<Decided> DoAsync(Command command, PersonId by, AskEnvelope? envelope = null) => DriveAsync(Begin(command, by, envelope));

    /// <summary>As <see cref="DoAsync"/>, and it must have been done.</summary>
    public async Task<Decided> DoneAsync(Command command, PersonId by, AskEnvelope? envelope = null)
    {
        var decided = await DoAsync(command, by, envelope);
        return decided.Refusal is { } refusal ? throw new InvalidOperationException($"Refused: {refusal.Code}.") : decided;
    }

    /// <summary>Strikes, sends and refreshes until nothing is due.</summary>
    public async Task SettleAsync()
    {
        while (await DriveAsync(Engine.EngineClock.StrikeAsync(EngineLimits.Strikes, CancellationToken.None))
            + await DriveAsync(Engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None)) > 0)
        {
            await DriveAsync(Engine.Outbox.DrainAsync());
        }

        await DriveAsync(Engine.Refresher.StepAsync(1000, CancellationToken.None));
        await StepAsync();
    }

    /// <summary>The person wrote to the bot, so that there is an address.</summary>
    public async Task WriteAsync(PersonId person)
    {
        var handle = new Handle("outlet", "tenant", person.Value, HasObjectId: true);
        Engine.Directory.Saw(new(handle, Outlet.AddressOf(person.Value), new Typed("hello"), ""), person);
        while (await StepAsync() > 0)
        {
        }
    }

    /// <summary>Priya of the office asks Ana of the center for something, due in three weeks.</summary>
    public async Task<CommitmentId> RequestAsync(string id = "promise")
    {
        var ask = Ask();
        var terms = new Terms(
            Say(ask, 0, "The referral form"), Say(ask, 1, "Both offices use it"), Clock.GetCurrentInstant().InUtc().Date.PlusDays(21),
            Harbor, Ana, Office, Priya, null);
        await DoneAsync(new RequestCommitment(new(id), ask, terms, null, SeenByAll: true), Priya);
        return new(id);
    }

    public async Task<CommitmentId> AgreedAsync(string id = "promise")
    {
        await RequestAsync(id);
        await DoneAsync(new AcceptCommitment(new(id), await RevisionAsync(id), Ask(), null), Ana);
        return new(id);
    }

    public async Task<int> RevisionAsync(string id = "promise") => (await StateAsync()).Commitments[new(id)].Revision;

    /// <summary>All rows of the outbox, settled ones too, by row.</summary>
    public async Task<List<OutboxRow>> RowsAsync()
    {
        var rows = new List<OutboxRow>();
        OutboxState[] places = [OutboxState.Pending, OutboxState.Sending, OutboxState.Sent, OutboxState.Unknown, OutboxState.Unreachable, OutboxState.Obsolete];
        foreach (var state in places)
        {
            rows.AddRange(await Store.OutboxAsync(new(EngineLimits.Unreached, 1_000_000, state), CancellationToken.None));
        }

        return [.. rows.OrderBy(static row => row.Row)];
    }

    /// <summary>How the notices about the promise stand.</summary>
    public async Task<List<OutboxState>> StatesAsync() =>
        [.. (await RowsAsync()).Where(static row => row.Key.StartsWith("commitment:promise|", StringComparison.Ordinal)).Select(static row => row.State)];

    /// <summary>Notices written as if some event had asked for them.</summary>
    public async Task PutAsync(params Notice[] notices)
    {
        var state = await StateAsync();
        // As of the last append: one to come must not look as if it had caused them.
        var rows = notices.Select(notice => new OutboxEntry(notice, state.Version, state.Version - 1).ToRow()).ToList();
        await CommitAsync(new Append(Riverbend, state.Version) { Notices = rows, NextDue = state.NextDue });
    }

    public async Task CommitAsync(StoreWork work) => await DriveAsync(Engine.Committer.CommitAsync(work));

    public void Dispose() => Engine.Dispose();

    // An office with Dale (its manager, administrator) and Priya, a center with Tom (manager) and Ana, and Sam who facilitates.
    private async Task SetUpPeopleAsync()
    {
        var ask = Ask();
        await DoneAsync(
            new CreateAlliance(
                Riverbend, Say(ask, 0, "Riverbend Works"), "America/Chicago", Office, Say(ask, 1, "Workforce Office"),
                PartnerKind.Government, Say(ask, 2, "Dale Whitman"), ask),
            Dale);
        ask = Ask();
        await DoneAsync(new AddPartner(Harbor, Say(ask, 0, "Harbor Youth Center"), PartnerKind.CommunityBased, ask), Dale);
        await JoinAsync(Tom, Harbor, Role.Manager, "Tom Okafor", by: Dale);
        await JoinAsync(Ana, Harbor, Role.Staff, "Ana Reyes", by: Tom);
        await JoinAsync(Priya, Office, Role.Staff, "Priya Nair", by: Dale);
        await JoinAsync(Sam, null, Role.Facilitator, "Sam Duarte", by: Dale);
        foreach (var person in new[] { Dale, Priya, Ana, Tom, Sam }) await WriteAsync(person);
        // The weekly digests have tests of their own; everything else is told without them.
        foreach (var reader in new[] { Dale, Tom, Sam }) await DoneAsync(new SetDigest(DigestWish.Usual with { Off = true }, Ask()), reader);
        await SettleAsync();
        Outlet.Posts.Clear();
    }

    public async Task JoinAsync(PersonId person, PartnerId? partner, Role role, string name, PersonId by)
    {
        var ask = Ask();
        await DoneAsync(new Invite(new($"i-{person.Value}"), $"code-{person.Value}", partner, role, Say(ask, 0, name), ask), by);
        ask = Ask();
        await DoneAsync(new JoinByCode($"code-{person.Value}", Say(ask, 0, name), ask), person);
    }
}

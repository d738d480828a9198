using AllianceBot.Cards;
using AllianceBot.Conversation;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Simulation;

/// <summary>
/// A small world run by a seed: people who ask, a clock that jumps, platforms and a disk that fail, a process that dies
/// anywhere. At the end everything heals and what must always hold is checked.
/// </summary>
internal sealed class World
{
    private static readonly CardLibrary Library = CardLibrary.Load(Path.Combine(AppContext.BaseDirectory, "cards"));

    private readonly Seeded chance;

    // Real time, by which asks expire; it passes slowly while the clock of the story jumps.
    private readonly StillClock time = new(Instant.FromUtc(2026, 1, 1, 0, 0));
    private readonly Asks asks;
    private readonly Task?[] loops = new Task?[3];
    private readonly List<Sent> waiting = [];
    private CrashStore store;
    private AllianceEngine engine;

    private readonly Func<IAllianceStore?, Task<IAllianceStore>> reopen;

    private World(int seed, IAllianceStore first, Func<IAllianceStore?, Task<IAllianceStore>> reopen)
    {
        chance = new(seed);
        (Store, this.reopen) = (first, reopen);
        Outside = new(chance);
        asks = new(chance, Tokens, Clock);
        store = new(Store);
        engine = New();
    }

    /// <summary>A world over some store.</summary>
    /// <param name="seed">All chance comes from it.</param>
    /// <param name="reopen">Opens the store; after a crash it gets the old one, which nobody uses any more.</param>
    public static async Task<World> MakeAsync(int seed, Func<IAllianceStore?, Task<IAllianceStore>> reopen) =>
        new(seed, await reopen(null), reopen);

    /// <summary>A world over a memory store.</summary>
    public static World Make(int seed)
    {
        var memory = new MemoryStore();
        return new(seed, memory, _ => Task.FromResult<IAllianceStore>(memory));
    }

    public IAllianceStore Store { get; private set; }

    public StillClock Clock { get; } = new(Instant.FromUtc(2026, 11, 2, 15, 0));

    public Outside Outside { get; }

    public Tokens Tokens { get; } = new();

    public Traced Presenter { get; } = new(new Presenter(Library));

    public List<Sent> Asked { get; } = [];

    public int Crashes { get; private set; }

    public AllianceEngine Engine => engine;

    public async Task RunAsync(int steps)
    {
        await DriveAsync(engine.StartAsync(CancellationToken.None));
        foreach (var alliance in Cast.Ids) await FoundAsync(alliance);
        Outside.IsFaulty = true;
        for (var n = 0; n < steps; n++)
        {
            await StepAsync();
            if (store.IsDead || Outside.IsDead) await DieAsync();
        }

        await HealAsync();
    }

    private async Task FoundAsync(AllianceId alliance)
    {
        foreach (var (command, by) in Cast.SetUp(alliance))
        {
            var decided = engine.AskAsync(alliance, command, by, new(""), CancellationToken.None).AsTask();
            await DriveAsync(decided);
            if ((await decided).Refusal is { } refusal) throw new InvalidOperationException($"{command.GetType().Name}: {refusal.Code}");
        }

        foreach (var person in Cast.PeopleOf(alliance)) await WriteAsync(person);
    }

    private async Task StepAsync()
    {
        time.Move(Duration.FromMilliseconds(chance.OneIn(100) ? 6000 : 5));
        switch (chance.Below(200))
        {
            case < 90: await AskAsync(); break;
            case < 102: AskAgain(); break;
            case < 140: await CommitAsync(); break;
            case < 152: Loop(0, () => engine.EngineClock.StrikeAsync(1 + chance.Below(4), CancellationToken.None)); break;
            case < 172: Loop(1, () => engine.Outbox.StepAsync(1 + chance.Below(8), CancellationToken.None)); break;
            case < 176: Loop(2, () => engine.Refresher.StepAsync(4, CancellationToken.None)); break;
            case < 186: Clock.Move(Duration.FromSeconds(1 + chance.Below(300))); break;
            case < 190: Clock.Move(Duration.FromMinutes(chance.Below(600))); break;
            case 190: Clock.Move(Duration.FromHours(chance.Below(90))); break;
            case 191: store.FailsNext = true; break;
            case 192: store.ConflictsNext = chance.Of(Cast.Ids); break;
            case 193 when chance.OneIn(3): store.DiesAfterCommit = chance.OneIn(2); break;
            case 194 when chance.OneIn(3): Outside.Dies = true; break;
            case 195 when chance.OneIn(3): await DieAsync(); break;
            case 196: engine.Committer.Expire(); break;
            case 197: engine.Trim(); break;
            case 198: Block(); break;
            case 199: await WriteAsync(chance.Of([.. Cast.Everyone])); break;
            default: break;
        }

        await HearAsync();
    }

    private async Task AskAsync()
    {
        var id = chance.Of(Cast.Ids);
        if (await engine.FindAsync(id, CancellationToken.None) is not { } alliance) return;
        var (command, by) = asks.Any(alliance);
        var envelope = new AskEnvelope(chance.OneIn(2) ? $"t-{command.Ask}" : "")
        {
            Typed = chance.OneIn(4) ? $"typed {command.Ask}" : null,
            Conversation = Outside.AddressOf(by).Key,
            Confirm = Confirmation(command, by),
        };
        var sent = new Sent(id, command, by, envelope);
        Asked.Add(sent);
        Begin(sent);
    }

    private Confirmation? Confirmation(Command command, PersonId by)
    {
        Subject? subject = command switch
        {
            CommitmentCommand of => of.Commitment,
            AnswerCheckIn about => about.CheckIn,
            _ => null,
        };
        if (subject is null || chance.OneIn(3)) return null;
        return new(Outside.AddressOf(by), chance.OneIn(2) ? $"tap-{command.Ask}" : "", subject.Value, "") { InTurn = chance.OneIn(2) };
    }

    private void AskAgain()
    {
        if (Asked.Count == 0) return;
        var sent = Asked[Math.Max(0, Asked.Count - 1 - chance.Below(60))];
        if (sent.Answer is null) Begin(sent);
    }

    private void Begin(Sent sent)
    {
        sent.Answer = engine.AskAsync(sent.Alliance, sent.Command, sent.By, sent.Envelope, CancellationToken.None).AsTask();
        waiting.Add(sent);
    }

    private void Block()
    {
        if (Outside.Blocked.Count > 2) Outside.Blocked.Clear();
        else Outside.Blocked.Add(chance.Of([.. Cast.Everyone]).Value);
    }

    private async Task WriteAsync(PersonId person)
    {
        var handle = new Handle("outside", "tenant", person.Value, HasObjectId: true);
        engine.Directory.Saw(new(handle, Outside.AddressOf(person), new Typed("hello"), ""), person);
        await CommitAsync();
    }

    // As in the host, a loop takes its next step only once the last one is over.
    private void Loop(int loop, Func<Task> step) => loops[loop] ??= step();

    private async Task<int> CommitAsync()
    {
        var step = engine.Committer.StepAsync(1 + chance.Below(12), CancellationToken.None).AsTask();
        return step.IsCompleted ? await step : 0;
    }

    private async Task HearAsync()
    {
        for (var i = waiting.Count - 1; i >= 0; i--) if (await waiting[i].HearAsync()) waiting.RemoveAt(i);
        for (var i = 0; i < loops.Length; i++)
        {
            if (loops[i] is not { IsCompleted: true } over) continue;
            loops[i] = null;
            try
            {
                await over;
            }
            catch (Exception fault) when (fault is StoreException or BusyException)
            {
                // A fault of the world: the host logs it and goes on.
            }
        }
    }

    /// <summary>The process is gone, with all it had in memory; the store and the outside stay.</summary>
    private async Task DieAsync()
    {
        Crashes++;
        await HearAsync();
        foreach (var sent in waiting) sent.Lost();
        waiting.Clear();
        Array.Clear(loops);
        Store = await reopen(Store);
        store = new(Store);
        Outside.IsDead = false;
        engine = New();
        await DriveAsync(engine.StartAsync(CancellationToken.None));
    }

    private AllianceEngine New()
    {
        var made = new AllianceEngine(
            new(store, Presenter, Clock, time, chance, NullLogger.Instance),
            new() { SingleThreaded = true, Memory = chance.OneIn(3) ? 0 : long.MaxValue });
        made.Add(Outside);
        return made;
    }

    /// <summary>Nothing fails any more, and the clock goes on until nothing is left to do.</summary>
    private async Task HealAsync()
    {
        (Outside.IsFaulty, Outside.Dies, store.DiesAfterCommit) = (false, false, null);
        Outside.Blocked.Clear();
        while (engine.Committer.Queued > 0) await CommitAsync();
        await HearAsync();
        await SettleAsync();
        if (chance.OneIn(2)) await DieAsync();
        var end = Clock.GetCurrentInstant() + Duration.FromDays(120);
        await SettleAsync();
        while (await engine.NextAsync(CancellationToken.None) is { } next && next < end)
        {
            Clock.MoveTo(Instant.Max(next, Clock.GetCurrentInstant() + Duration.FromMilliseconds(1)));
            await SettleAsync();
        }
    }

    private async Task SettleAsync()
    {
        while (await TryAsync(engine.EngineClock.StrikeAsync(EngineLimits.Strikes, CancellationToken.None))
            + await TryAsync(engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None)) > 0)
        {
            await DriveAsync(engine.Outbox.DrainAsync());
        }

        await DriveAsync(engine.Refresher.StepAsync(1000, CancellationToken.None));
        while (engine.Committer.Queued > 0) await CommitAsync();
        await HearAsync();
    }

    // The last ordered fault may still come.
    private async Task<int> TryAsync(Task<int> task)
    {
        try
        {
            await DriveAsync(task);
            return await task;
        }
        catch (Exception fault) when (fault is StoreException or BusyException)
        {
            return 1;
        }
    }

    private async Task DriveAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (engine.Committer.Queued == 0) throw new InvalidOperationException("Nothing moves on.");
            await CommitAsync();
        }

        await task;
    }
}

using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation;

/// <summary>
/// A small world run by a seed: people who ask, a clock that jumps, platforms and a disk that fail, a process that dies
/// anywhere. At the end everything heals and what must always hold is checked.
/// </summary>
internal sealed class World
{
    private readonly Seeded chance;
    private readonly Asks asks;
    private readonly Task?[] loops = new Task?[3];
    private readonly List<Sent> waiting = [];
    private readonly Machine machine;

    private World(int seed, IAllianceStore first, Func<IAllianceStore?, Task<IAllianceStore>> reopen)
    {
        chance = new(seed);
        Outside = new(chance);
        asks = new(chance, Tokens, Clock);
        machine = new(first, reopen, Outside, Presenter, chance, Clock);
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

    public IAllianceStore Store => machine.Store;

    public StillClock Clock { get; } = new(Instant.FromUtc(2026, 11, 2, 15, 0));

    public Outside Outside { get; }

    public Tokens Tokens { get; } = new();

    public Traced Presenter { get; } = Traced.Real();

    public List<Sent> Asked { get; } = [];

    public int Crashes => machine.Crashes;

    public AllianceEngine Engine => machine.Engine;

    public async Task RunAsync(int steps)
    {
        await machine.StartAsync();
        foreach (var alliance in Cast.Ids) await FoundAsync(alliance);
        Outside.IsFaulty = true;
        for (var n = 0; n < steps; n++)
        {
            await StepAsync();
            if (machine.IsDead) await DieAsync();
        }

        await HealAsync();
    }

    private async Task FoundAsync(AllianceId alliance)
    {
        foreach (var (command, by) in Cast.SetUp(alliance))
        {
            var decided = Engine.AskAsync(alliance, command, by, new(""), CancellationToken.None).AsTask();
            await machine.DriveAsync(decided);
            if ((await decided).Refusal is { } refusal) throw new InvalidOperationException($"{command.GetType().Name}: {refusal.Code}");
        }

        foreach (var person in Cast.PeopleOf(alliance)) await WriteAsync(person);
    }

    private async Task StepAsync()
    {
        machine.Time.Move(Duration.FromMilliseconds(chance.OneIn(100) ? 6000 : 5));
        switch (chance.Below(200))
        {
            case < 90: await AskAsync(); break;
            case < 102: AskAgain(); break;
            case < 140: await machine.CommitAsync(); break;
            case < 152: Loop(0, () => Engine.EngineClock.StrikeAsync(1 + chance.Below(4), CancellationToken.None)); break;
            case < 172: Loop(1, () => Engine.Outbox.StepAsync(1 + chance.Below(8), CancellationToken.None)); break;
            case < 176: Loop(2, () => Engine.Refresher.StepAsync(4, CancellationToken.None)); break;
            case < 186: Clock.Move(Duration.FromSeconds(1 + chance.Below(300))); break;
            case < 190: Clock.Move(Duration.FromMinutes(chance.Below(600))); break;
            case 190: Clock.Move(Duration.FromHours(chance.Below(90))); break;
            case 191: machine.Faults.FailsNext = true; break;
            case 192: machine.Faults.ConflictsNext = chance.Of(Cast.Ids); break;
            case 193 when chance.OneIn(3): machine.Faults.DiesAfterCommit = chance.OneIn(2); break;
            case 194 when chance.OneIn(3): Outside.Dies = true; break;
            case 195 when chance.OneIn(3): await DieAsync(); break;
            case 196: Engine.Committer.Expire(); break;
            case 197: Engine.Trim(); break;
            case 198: Block(); break;
            case 199: await WriteAsync(chance.Of([.. Cast.Everyone])); break;
            default: break;
        }

        await HearAsync();
    }

    private async Task AskAsync()
    {
        var id = chance.Of(Cast.Ids);
        if (await Engine.FindAsync(id, CancellationToken.None) is not { } alliance) return;
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
        sent.Answer = Engine.AskAsync(sent.Alliance, sent.Command, sent.By, sent.Envelope, CancellationToken.None).AsTask();
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
        Engine.Directory.Saw(new(handle, Outside.AddressOf(person), new Typed("hello"), ""), person);
        await machine.CommitAsync();
    }

    // As in the host, a loop takes its next step only once the last one is over.
    private void Loop(int loop, Func<Task> step) => loops[loop] ??= step();

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

    private async Task DieAsync()
    {
        await HearAsync();
        foreach (var sent in waiting) sent.Lost();
        waiting.Clear();
        Array.Clear(loops);
        await machine.DieAsync();
    }

    /// <summary>Nothing fails any more, and the clock goes on until nothing is left to do.</summary>
    private async Task HealAsync()
    {
        (Outside.IsFaulty, Outside.Dies, machine.Faults.DiesAfterCommit) = (false, false, null);
        Outside.Blocked.Clear();
        await machine.EmptyAsync();
        await HearAsync();
        await SettleAsync();
        if (chance.OneIn(2)) await DieAsync();
        var end = Clock.GetCurrentInstant() + Duration.FromDays(120);
        await SettleAsync();
        while (await Engine.NextAsync(CancellationToken.None) is { } next && next < end)
        {
            Clock.MoveTo(Instant.Max(next, Clock.GetCurrentInstant() + Duration.FromMilliseconds(1)));
            await SettleAsync();
        }
    }

    private async Task SettleAsync()
    {
        await machine.SettleAsync();
        await HearAsync();
    }
}

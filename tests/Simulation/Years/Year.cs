using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation.Years;

/// <summary>
/// Ten alliances over years, by a seed: people who promise, answer or do not, go away and move; a machine that is away for
/// hours and days, and dies; platforms, disks and clocks that fail. The clock goes from one thing that happens to the next.
/// </summary>
internal sealed class Year
{
    private const int ReactionsOutOf = 5;
    private const int MostDeaths = 20;
    private const int MostRests = 20;

    private readonly Seeded chance;
    private readonly Asks asks;
    private readonly Habits habits;
    private readonly Council council;
    private readonly Quarrels quarrels;
    private readonly Fruits fruits;
    private readonly Agenda agenda;
    private readonly Machine machine;
    private readonly List<Sent> waiting = [];
    private readonly Dictionary<PersonId, Instant> asked = [];
    private Instant nextLook;

    public Year(int seed)
    {
        chance = new(seed);
        Outside = new(chance) { FaultsOneIn = 40 };
        asks = new(chance, Tokens, Clock) { Ahead = 120 };
        habits = new(chance, asks);
        council = new(chance, asks, Tokens);
        quarrels = new(chance, asks, Tokens);
        fruits = new(chance, asks);
        agenda = new(chance);
        var memory = new MemoryStore();
        machine = new(memory, _ => Task.FromResult<IAllianceStore>(memory), Outside, Presenter, chance, Clock, forgets: false);
        Laws = new(this);
    }

    public StillClock Clock { get; } = new(Instant.FromUtc(2026, 1, 5, 12, 0));

    public Outside Outside { get; }

    public Tokens Tokens { get; } = new();

    public Traced Presenter { get; } = Traced.Real();

    public List<Sent> Asked { get; } = [];

    public Machine Machine => machine;

    public YearLaws Laws { get; }

    public int Outages { get; private set; }

    public Instant Now => Clock.GetCurrentInstant();

    /// <summary>When this person last asked for something; what comes of it may be shown at any hour.</summary>
    public Instant LastAsked(PersonId person) => asked.GetValueOrDefault(person, Instant.MinValue);

    public async Task RunAsync(int days)
    {
        var end = Now + Duration.FromDays(days);
        await machine.StartAsync();
        foreach (var (alliance, zone) in YearCast.Ids.Zip(YearCast.Zones)) await FoundAsync(alliance, zone);
        Outside.IsFaulty = true;
        agenda.After(Now, 48, new Happening.Fault());
        while (await NextAsync() is { } next && next < end) await TurnAsync(next);
        Outside.IsFaulty = false;
        Outside.Blocked.Clear();
        foreach (var person in YearCast.Ids.SelectMany(Cast.PeopleOf).Distinct()) Meet(person);
        await TurnAsync(end);
        await Laws.EndAsync();
    }

    private async Task FoundAsync(AllianceId alliance, string zone)
    {
        foreach (var (command, by) in Cast.SetUp(alliance, zone).Concat(quarrels.Agree(alliance)))
        {
            var decided = machine.Engine.AskAsync(alliance, command, by, new(""), CancellationToken.None).AsTask();
            await machine.DriveAsync(decided);
            if ((await decided).Refusal is { } refusal) throw new InvalidOperationException($"{command.GetType().Name}: {refusal.Code}");
        }

        foreach (var person in Cast.PeopleOf(alliance)) Meet(person);
        agenda.After(Now, 100, new Happening.Wish(alliance));
        agenda.After(Now, 200, new Happening.Whim(alliance));
        agenda.After(Now, 500, new Happening.Habit(alliance));
        agenda.After(Now, 300, new Happening.Motion(alliance));
        agenda.After(Now, 500, new Happening.Quarrel(alliance));
        agenda.After(Now, 300, new Happening.Fruit(alliance));
    }

    private void Meet(PersonId person)
    {
        var handle = new Handle("outside", "tenant", person.Value, HasObjectId: true);
        machine.Engine.Directory.Saw(new(handle, Outside.AddressOf(person), new Typed("hello"), ""), person);
    }

    private async Task<Instant?> NextAsync()
    {
        var due = await machine.Engine.NextAsync(CancellationToken.None);
        return agenda.Next is not { } happens ? due : due is { } at ? Instant.Min(at, happens) : happens;
    }

    private async Task TurnAsync(Instant next)
    {
        Clock.MoveTo(Instant.Max(next, Now + Duration.FromMilliseconds(1)));
        machine.Time.Move(Duration.FromMilliseconds(5));
        foreach (var what in agenda.Due(Now).ToList()) await HappenAsync(what);
        await SettleAsync();
        await ReadAsync();
        if (Now < nextLook) return;
        nextLook = Now + Duration.FromDays(7);
        await RestAsync();
        await Laws.LookAsync();
    }

    /// <summary>A fault of the disk takes a strike with it, and the clock makes it up when it comes round again; here it does at once.</summary>
    private async Task RestAsync()
    {
        for (var rounds = 0; rounds < MostRests && (await machine.Store.DueAsync(Now, 1, CancellationToken.None)).Count > 0; rounds++) await SettleAsync();
    }

    private async Task SettleAsync()
    {
        for (var deaths = 0; ; deaths++)
        {
            try
            {
                await machine.SettleAsync();
                await HearAsync();
                if (!machine.IsDead) return;
            }
            catch (DiedException) when (deaths < MostDeaths)
            {
                // The next one goes on where this one was.
            }

            await HearAsync();
            foreach (var sent in waiting) sent.Lost();
            waiting.Clear();
            await machine.DieAsync();
        }
    }

    private async Task HearAsync()
    {
        for (var i = waiting.Count - 1; i >= 0; i--) if (await waiting[i].HearAsync()) waiting.RemoveAt(i);
    }

    /// <summary>People read what has arrived, and some will do something about it.</summary>
    private async Task ReadAsync()
    {
        foreach (var arrival in Outside.Arrivals)
        {
            var shown = Presenter.Marks[arrival.Mark];
            if (await machine.Engine.FindAsync(shown.Alliance, CancellationToken.None) is not { } alliance) continue;
            Laws.Arrived(arrival, shown, alliance);
            foreach (var notice in shown.Notices.Where(_ => chance.Below(ReactionsOutOf) > 0).Take(3))
            {
                if (notice.Subject.Kind == SubjectKind.Decision && shown.Reader is PersonReader { Person: var person })
                {
                    agenda.After(Now, chance.OneIn(3) ? 90 : 10, new Happening.Voice(shown.Alliance, new(notice.Subject.Id), person));
                }
                else if (PromiseOf(alliance, notice.Subject) is { } promise)
                {
                    agenda.After(Now, chance.OneIn(3) ? 90 : 5, new Happening.Reaction(shown.Alliance, promise));
                }
            }
        }

        Outside.Arrivals.Clear();
        foreach (var mark in Outside.Uncertain) Laws.Uncertain(Presenter.Marks[mark]);
        Outside.Uncertain.Clear();
        Presenter.Marks.Clear();
    }

    private static CommitmentId? PromiseOf(Alliance alliance, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment => new CommitmentId(subject.Id),
        SubjectKind.CheckIn => alliance.CheckIns.Find(new(subject.Id))?.Commitment,
        _ => null,
    };

    private async Task HappenAsync(Happening what)
    {
        switch (what)
        {
            case Happening.Wish wish:
                await AskAsync(wish.Alliance, asks.Proposal);
                agenda.After(Now, 2 * 24 * 12, wish);
                break;
            case Happening.Whim whim:
                await AskAsync(whim.Alliance, asks.Any);
                agenda.After(Now, 2 * 24 * 8, whim);
                break;
            case Happening.Habit habit:
                await AskAsync(habit.Alliance, habits.Any);
                agenda.After(Now, 2 * 24 * 15, habit);
                break;
            case Happening.Motion motion:
                await AskAsync(motion.Alliance, chance.OneIn(8) ? asks.Redaction : council.Motion);
                agenda.After(Now, 2 * 24 * 30, motion);
                break;
            case Happening.Voice voice:
                await AskAsync(voice.Alliance, alliance => council.Reply(alliance, voice.Decision, voice.By));
                break;
            case Happening.Quarrel quarrel:
                await AskAsync(quarrel.Alliance, alliance => quarrels.Any(alliance, Now));
                agenda.After(Now, 2 * 24 * 12, quarrel);
                break;
            case Happening.Fruit fruit:
                await AskAsync(fruit.Alliance, fruits.Any);
                agenda.After(Now, 2 * 24 * 7, fruit);
                break;
            case Happening.Reaction reaction:
                await AskAsync(reaction.Alliance, alliance => asks.Next(alliance, alliance.Commitments[reaction.Promise]));
                break;
            case Happening.Echo echo:
                Begin(echo.Sent);
                break;
            case Happening.Mended mended:
                Outside.Blocked.Remove(mended.Person.Value);
                Meet(mended.Person);
                break;
            default:
                Break();
                agenda.After(Now, 2 * 24 * 4, what);
                break;
        }
    }

    private async Task AskAsync(AllianceId id, Func<Alliance, (Command, PersonId)> doing)
    {
        if (await machine.Engine.FindAsync(id, CancellationToken.None) is not { } alliance) return;
        var (command, by) = doing(alliance);
        var sent = new Sent(id, command, by, new($"t-{command.Ask}") { Conversation = Outside.AddressOf(by).Key });
        switch (chance.Below(40))
        {
            case 0:
                // Lost on the way.
                return;
            case 1:
                // On the way for hours, and overtaken by others.
                agenda.After(Now, 30, new Happening.Echo(sent));
                break;
            case 2:
                Begin(sent);
                agenda.At(Now + Duration.FromSeconds(1 + chance.Below(60)), new Happening.Echo(sent));
                break;
            default:
                Begin(sent);
                break;
        }

        Asked.Add(sent);
    }

    private void Begin(Sent sent)
    {
        asked[sent.By] = Now;
        sent.Answer = machine.Engine.AskAsync(sent.Alliance, sent.Command, sent.By, sent.Envelope, CancellationToken.None).AsTask();
        waiting.Add(sent);
    }

    private void Break()
    {
        switch (chance.Below(9))
        {
            case 0:
                // The machine is away for hours or days; the world goes on.
                Outages++;
                Clock.Move(chance.OneIn(3) ? Duration.FromHours(chance.Below(120)) : Duration.FromMinutes(chance.Below(600)));
                break;
            case 1: machine.Faults.FailsNext = true; break;
            case 2: machine.Faults.ConflictsNext = chance.Of(YearCast.Ids); break;
            case 3: machine.Faults.DiesAfterCommit = true; break;
            case 4: machine.Faults.DiesAfterCommit = false; break;
            case 5 or 6: Outside.Dies = true; break;
            case 7: Clock.Back(Duration.FromMinutes(1 + chance.Below(90))); break;
            default:
                var person = chance.Of<PersonId>([.. Cast.PeopleOf(chance.Of(YearCast.Ids))]);
                Outside.Blocked.Add(person.Value);
                agenda.After(Now, 400, new Happening.Mended(person));
                break;
        }
    }
}

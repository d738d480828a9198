using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Grows the sample alliance by whatever comes: each number is one step, so that a failing story shrinks to few numbers.
/// Commands come from random people, known and unknown, with right and wrong revisions and ids, at instants that jump.
/// </summary>
internal sealed partial class RandomStory
{
    private readonly List<AllianceEvent> stream = [];
    private int asks;
    private int drafts;

    private readonly bool conflicts;

    /// <param name="conflicts">There is a process that all have ratified, and most of what is asked is about cases.</param>
    /// <param name="rung">A case stands on this rung already; on none for 0.</param>
    /// <param name="adopted">It begins with a charter that all adopted and most people have read who sees what: chance alone hardly gets there.</param>
    public RandomStory(bool conflicts = false, int rung = 0, bool adopted = false)
    {
        this.conflicts = conflicts;
        foreach (var happened in conflicts ? Begun[rung].Value : Riverbend.Story) Fold(happened);
        foreach (var reader in (PersonId[])[Riverbend.Tom, Riverbend.Dale, Riverbend.Ruth, Riverbend.Sam])
        {
            Fold(new DigestSettingsSet(reader, DigestWish.Usual) { By = reader, At = Instant.Max(Riverbend.Start, State.LastAt), Ask = new($"digest-{reader}") });
        }

        Now = Riverbend.Now;
        if (adopted) Adopt();
    }

    /// <summary>How stories of conflicts begin, by the rung that a case stands on.</summary>
    private static readonly Lazy<IReadOnlyList<AllianceEvent>>[] Begun =
    [
        .. Enumerable.Range(0, 6).Select(static rung => new Lazy<IReadOnlyList<AllianceEvent>>(
            () => rung == 0 ? Ladder.Ratified(Referrals.Text).Stream : Referrals.OnRung(rung).Stream)),
    ];

    public Alliance State { get; private set; } = new();

    public Instant Now { get; private set; }

    public IReadOnlyList<AllianceEvent> Stream => stream;

    /// <summary>Takes one step and returns what was asked, by whom, and what came of it.</summary>
    public Taken Step(int number)
    {
        var chance = new Random(number);
        Now = Instant.Max(Now, State.LastAt) + Jump(chance);
        return Take(RandomCommand(chance));
    }

    /// <summary>The same about rounds alone: six topics take many steps.</summary>
    public Taken RoundStep(int number)
    {
        var chance = new Random(number);
        Now = Instant.Max(Now, State.LastAt) + Jump(chance);
        var ask = new AskId($"a{++asks}");
        // A round that nobody touches for long.
        if (chance.Next(25) == 0)
        {
            Now += Duration.FromDays(RoundClock.SilentDays + 10);
            return Take((new ClockStruck(ask), PersonId.Clock));
        }

        return Take(chance.Next(6) == 0 ? (Clock(chance, ask), PersonId.Clock) : RandomRound.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance)));
    }

    private Taken Take((Command Command, PersonId By) asked)
    {
        var (command, by) = asked;
        var before = State;
        var context = new CommandContext(by, Instant.Max(Now, State.LastAt));
        var outcome = AllianceDecider.Decide(State, command, context);
        if (outcome is Outcome.Happened happened)
        {
            foreach (var one in happened.Events) Fold(one);
        }

        return new(before, command, context, outcome, State);
    }

    internal static T Pick<T>(Random chance, IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    private static Duration Jump(Random chance) => chance.Next(10) switch
    {
        < 6 => Duration.FromSeconds(chance.Next(300)),
        < 8 => Duration.FromHours(chance.Next(12)),
        8 => Duration.FromDays(chance.Next(3)),
        _ => Duration.FromDays(chance.Next(4) == 0 ? chance.Next(30) : 1),
    };

    private (Command Command, PersonId By) RandomCommand(Random chance)
    {
        var ask = new AskId($"a{(chance.Next(12) == 0 ? chance.Next(asks + 1) : ++asks)}");
        if (conflicts && chance.Next(100) < 65) return RandomCase.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance));
        var kind = chance.Next(100);
        if (kind < 20) return (Clock(chance, ask), chance.Next(30) == 0 ? Person(chance) : PersonId.Clock);
        if (kind < 27) return Proposal(chance, ask);
        if (kind < 37) return OnCheckIn(chance, ask);
        if (kind < 42) return (RandomSetUp.People(chance, State, ask), Person(chance));
        if (kind < 45) return (RandomSetUp.SetUp(chance, State, ask), chance.Next(2) == 0 ? Riverbend.Dale : Person(chance));
        if (kind < 48) return (RandomSetUp.Calendars(chance, State, ask), Person(chance));
        if (kind < 51) return (Settled(chance, ask), PersonId.Clock);
        if (kind < 54) return (RandomDigest.Next(chance, State, ask, $"d{++drafts}"), Person(chance));
        if (kind < 62) return RandomDecision.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance));
        if (kind < 66 && !conflicts) return RandomIndicator.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance));
        if (kind < 74 && !conflicts) return RandomRound.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance));
        return OnPromise(chance, ask);
    }

    /// <summary>Half the time the clock first waits for what is due next.</summary>
    private ClockStruck Clock(Random chance, AskId ask)
    {
        if (chance.Next(2) == 0 && State.NextDue is { } due) Now = Instant.Max(Now, due);
        return new(ask);
    }

    private PersonId Person(Random chance) =>
        chance.Next(12) == 0 ? Riverbend.Stranger : Pick(chance, State.People.Select(static person => person.Id).ToList());

    private (Command Command, PersonId By) Proposal(Random chance, AskId ask)
    {
        var partners = State.Partners.Select(static partner => partner.Id).ToList();
        var terms = RandomPromise.NewTerms(chance, State, Now, Pick(chance, partners), Pick(chance, partners));
        var id = chance.Next(8) == 0 && State.Commitments.Count > 0
            ? Pick(chance, State.Commitments.Select(static promise => promise.Id).ToList())
            : new CommitmentId($"d{++drafts}");
        var own = State.People.Where(person => person.Partner == terms.ReceiverPartner || person.Partner == terms.DoerPartner)
            .Select(static person => person.Id).ToList();
        var by = own.Count == 0 || chance.Next(5) == 0 ? Person(chance) : Pick(chance, own);
        var seenByAll = chance.Next(3) > 0;
        return State.IsOf(by, terms.ReceiverPartner)
            ? (new RequestCommitment(id, ask, terms, null, seenByAll), by)
            : (new OfferCommitment(id, ask, terms, null, seenByAll), by);
    }

    private (Command Command, PersonId By) OnPromise(Random chance, AskId ask)
    {
        if (State.Commitments.Count == 0) return Proposal(chance, ask);
        var all = State.Commitments.OrderBy(static promise => promise.Number).ToList();
        var promise = chance.Next(6) == 0 ? Pick(chance, all) : Pick(chance, all[^Math.Min(4, all.Count)..]);
        var acts = Enum.GetValues<CommitmentAct>();
        var (act, by) = (Pick(chance, acts), Person(chance));
        if (chance.Next(6) > 0 && Possible(promise) is { Count: > 0 } possible) (act, by) = Pick(chance, possible);
        if (promise.State.IsOpenOffer() && chance.Next(25) == 0) (act, by) = (CommitmentAct.Withdraw, promise.Proposer);
        if (chance.Next(25) == 0) promise = promise with { Id = new("nothere") };
        var revision = chance.Next(10) == 0 ? promise.Revision + chance.Next(-2, 2) : promise.Revision;
        return (RandomPromise.Command(chance, State, Now, promise, act, revision, ask, new CommitmentId($"d{++drafts}")), by);
    }

    /// <summary>What the rules let somebody do now; talking and saying no are left to chance, so that promises get on.</summary>
    private List<(CommitmentAct Act, PersonId By)> Possible(Commitment promise) =>
    [
        .. from act in Enum.GetValues<CommitmentAct>()
           where act is not (CommitmentAct.Ask or CommitmentAct.Note or CommitmentAct.HandOver or CommitmentAct.Withdraw
               or CommitmentAct.Estimate or CommitmentAct.DependOn or CommitmentAct.DependNoMore)
           from person in State.People
           where CommitmentGuards.Permits(State, promise, person.Id, act)
               && CommitmentGuards.Refuses(State, promise, person.Id, act, Now) is null
           select (act, person.Id),
    ];

    private (Command Command, PersonId By) OnCheckIn(Random chance, AskId ask)
    {
        if (State.CheckIns.Count == 0) return OnPromise(chance, ask);
        var all = State.CheckIns.ToList();
        var checkIn = Pick(chance, all.FindAll(static one => one.State == CheckInState.Open) is { Count: > 0 } open && chance.Next(4) > 0 ? open : all);
        var by = chance.Next(3) == 0 ? Person(chance) : checkIn.Person.Value is null ? Riverbend.Ana : checkIn.Person;
        var id = chance.Next(20) == 0 ? new CheckInId("nothere-1") : checkIn.Id;
        return (RandomCheckIn.Command(chance, State, Now, checkIn with { Id = id }, ask), by);
    }

    private NoticeSettled Settled(Random chance, AskId ask)
    {
        var subject = State.Commitments.Count > 0 ? Pick(chance, State.Commitments.ToList()).Id : (Subject)Riverbend.Id;
        var fate = (Delivery)chance.Next(3);
        return new(subject, "commitment.requested", chance.Next(10) == 0 ? default : Person(chance), fate, fate == Delivery.Sent ? "" : "blocked", ask);
    }

    private void Adopt()
    {
        Do(new DraftCharter(Together.Edit with { Retention = new(30, 30, 30), Budgets = [new(Riverbend.Harbor, 8)] }, new("first-1")), Riverbend.Sam);
        Agreed("first", Matter.Charter);
        // A partner that comes after it is outside it.
        Agreed("north", new(MatterKind.PartnerIn) { PartnerName = Riverbend.Say("Northside Clinic"), PartnerKind = PartnerKind.Other });
        Do(new Invite(new("north-i"), "north-code", new PartnerId("north"), Role.Manager, Riverbend.Say("Nina"), new("north-7")), Riverbend.Dale);
        Do(new JoinByCode("north-code", Riverbend.Say("Nina"), new("north-8")), new("nina"));
        foreach (var person in (PersonId[])[Riverbend.Ana, Riverbend.Tom, Riverbend.Dale, Riverbend.Mei, Riverbend.Ruth]) Do(new ReadWhoSees(new($"read-{person}")), person);
    }

    private void Agreed(string id, Matter matter)
    {
        Do(new ProposeDecision(new(id), new($"{id}-2"), Fair.Proposal with { Matter = matter }), Riverbend.Sam);
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Dale, Riverbend.Ruth, Riverbend.Jonas])
        {
            Do(new GiveVoice(new(id), State.Decisions[new(id)].Revision, new($"{id}-{person}"), null, Position.Agree, null, null), person);
        }
    }

    private void Do(Command command, PersonId by)
    {
        var outcome = (Outcome.Happened)AllianceDecider.Decide(State, command, new(by, Instant.Max(Now, State.LastAt)));
        foreach (var happened in outcome.Events) Fold(happened);
    }

    private void Fold(AllianceEvent happened)
    {
        State = AllianceDecider.Evolve(State, happened);
        stream.Add(happened);
    }
}

/// <summary>One step of a random story.</summary>
internal sealed record Taken(Alliance Before, Command Command, CommandContext Context, Outcome Outcome, Alliance After)
{
    public ValueList<AllianceEvent> Events => (Outcome as Outcome.Happened)?.Events ?? [];

    public override string ToString() =>
        $"{Context.At} {Context.By}: {Command} -> {(Outcome is Outcome.Refused no ? no.Refusal.Code : string.Join("; ", Events))}";
}

using System.Globalization;
using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Riverbend with anybody doing anything at any time, one number per step: who, what, to which promise, from which card and
/// how much later. The same numbers make the same story. After each step it holds the laws.
/// </summary>
internal sealed class PromiseWorld
{
    private static readonly PersonId[] People = [.. Everyone, Stranger];
    private static readonly CommitmentId[] Ids = [new("one"), new("two"), new("three"), new("nothing"), new(""), new("a:b")];
    private static readonly PartnerId[] Partners = [Harbor, Workforce, Lakeside, Cedar];

    /// <summary>Minutes between two steps.</summary>
    private static readonly int[] Waits = [0, 0, 1, 5, 60, 300, 1_440, 4_320, 20_000];

    private readonly List<AllianceEvent> stream = [.. Story];
    private int asks;

    public PromiseWorld() => State = Story.Aggregate(new Alliance(), AllianceDecider.Evolve);

    public Alliance State { get; private set; }

    public Instant At { get; private set; } = Now;

    public static PromiseWorld Of(IEnumerable<int> steps)
    {
        var world = new PromiseWorld();
        foreach (var step in steps) world.Step(step);
        world.Refolds();
        return world;
    }

    /// <summary>A well-formed command for what a card may offer, or null where it takes more than a command.</summary>
    public Command? For(CommitmentAct act, Commitment promise, PersonId by)
    {
        var (id, revision, ask) = (promise.Id, promise.Revision, NextAsk());
        return act switch
        {
            CommitmentAct.Accept => new AcceptCommitment(id, revision, ask, null),
            CommitmentAct.Counter => new CounterCommitment(id, revision, ask, Other(promise), null),
            CommitmentAct.Decline => new DeclineCommitment(id, revision, ask, Say("no")),
            CommitmentAct.Withdraw => new WithdrawCommitment(id, revision, ask, null),
            CommitmentAct.AcceptReport => new AcceptReport(id, revision, ask, null),
            CommitmentAct.ReturnReport => new ReturnReport(id, revision, ask, Say("not yet"), asks % 2 == 0 ? Other(promise).Due : null),
            CommitmentAct.AcceptChange => new AcceptChange(id, revision, ask),
            CommitmentAct.RefuseChange => new RefuseChange(id, revision, ask, null),
            CommitmentAct.AgreeReplacement => new AgreeReplacement(id, revision, ask),
            CommitmentAct.RefuseReplacement or CommitmentAct.RetractReplacement => new DropReplacement(id, revision, ask, null),
            CommitmentAct.AgreeCorrection => new AgreeCorrection(id, revision, ask),
            CommitmentAct.RefuseCorrection or CommitmentAct.RetractCorrection => new DropCorrection(id, revision, ask, null),
            CommitmentAct.Report => new ReportDone(id, revision, ask, null),
            CommitmentAct.Wait => new KeepWaiting(id, revision, ask, null),
            CommitmentAct.SayUnmet => new SayUnmet(id, revision, ask, null),
            CommitmentAct.ProposeChange => new ProposeChange(id, revision, ask, Other(promise), null),
            CommitmentAct.AtRisk => new FlagAtRisk(id, revision, ask, Say("hm"), asks % 2 == 0),
            CommitmentAct.ClearRisk => new ClearRisk(id, revision, ask, null),
            CommitmentAct.RetractReport => new RetractReport(id, revision, ask),
            CommitmentAct.RetractChange => new RetractChange(id, revision, ask),
            CommitmentAct.GiveUp => new GiveUpCommitment(id, revision, ask, Say("no")),
            CommitmentAct.Release => new ReleaseCommitment(id, revision, ask, Say("no need")),
            CommitmentAct.SeeDifferently => new SeeDifferently(id, revision, ask, Say("we did")),
            CommitmentAct.ProposeCorrection => new ProposeCorrection(id, revision, ask, CommitmentState.Active, Say("wrong")),
            CommitmentAct.ProposeReplacement => new ProposeReplacement(id, revision, ask, new($"new-{asks}"), Other(promise), null),
            CommitmentAct.CheckIn => new OpenCheckIn(id, ask),
            CommitmentAct.Estimate => new EstimateCommitment(id, revision, ask, (promise.Estimate ?? 0) + 1),
            CommitmentAct.DependNoMore when State.Commitments.Find(id)?.DependsOn.FirstOrDefault(on => Dependence.On(State, by, on) is not null) is { Value: not null } on =>
                new DependNoMore(id, revision, ask, on),
            CommitmentAct.DependOn when Free(promise, by) is { } free => new DependOn(id, revision, ask, free),
            CommitmentAct.EndSeries => new EndSeries(id, revision, ask, Say("enough")),
            CommitmentAct.Ask or CommitmentAct.Note => new AddNote(id, revision, ask, Say("a word"), act == CommitmentAct.Ask),
            CommitmentAct.Undo => new UndoCommitment(id, revision, ask),
            CommitmentAct.HandOver when Heir(promise, by) is { } heir => new HandOver(id, revision, ask, heir),
            _ => null,
        };
    }

    public Outcome Decide(Command command, PersonId by) => AllianceDecider.Decide(State, command, new(by, At));

    private void Step(int number)
    {
        var dice = new Dice(number);
        At += Duration.FromMinutes(dice.Pick(Waits));
        if (dice.Next(4) == 0)
        {
            Strike();
            return;
        }

        var by = dice.Pick(People);
        var kind = dice.Next(8);
        if (kind == 0) Do(New(dice, by), by);
        else if (kind == 1) Do(Answer(dice), by);
        else Any(dice, by);
    }

    private void Do(Command command, PersonId by)
    {
        var outcome = Decide(command, by);
        Add(outcome);
        var again = Decide(command, by);
        if (outcome is Outcome.Happened) Assert.True(again is Outcome.Happened { Events.Count: 0 }, $"{command} twice by {by}: {again}");
        else Assert.Equal(outcome, again);
    }

    /// <summary>The clock may come late; it moves everything on, and makes and ends no obligation.</summary>
    private void Strike()
    {
        var outcome = Decide(new ClockStruck(NextAsk()), PersonId.Clock);
        Add(outcome);
        Assert.True(State.NextDue is null || State.NextDue > At, $"Still due at {State.NextDue}, struck at {At}");
        Assert.All(((Outcome.Happened)outcome).Events, happened => Assert.True(
            happened is CheckInEvent or RoundOffered or CommitmentAnswerReminded or CommitmentAnswerByMoved or CommitmentLapsed
                or CommitmentChangeLapsed or CommitmentConfirmReminded or CommitmentOverdueTold or CommitmentOverdueAsked
                or CommitmentCameUp or CommitmentSeriesEnded
                or CommitmentReplacementDropped { How: Dropped.Lapsed } or CommitmentCorrectionDropped { How: Dropped.Lapsed },
            $"The clock did {happened} in {string.Join(", ", ((Outcome.Happened)outcome).Events)}"));
    }

    private void Add(Outcome outcome)
    {
        if (outcome is not Outcome.Happened happened) return;
        foreach (var one in happened.Events)
        {
            var before = State;
            State = AllianceDecider.Evolve(State, one);
            stream.Add(one);
            foreach (var notice in AllianceDecider.Notices(before, one, State)) _ = Addressees.Resolve(State, notice);
        }

        Assert.Equal(Dues.Recomputed(State), State.Due);
    }

    private void Refolds() => Assert.Equal(Dump.Of(State), Dump.Of(stream.Aggregate(new Alliance(), AllianceDecider.Evolve)));

    private Command New(Dice dice, PersonId by)
    {
        var own = State.PartnersOf(by) is { Count: > 0 } mine && dice.Next(6) > 0 ? mine[0] : dice.Pick(Partners);
        var other = dice.Pick(Partners);
        PersonId? who = dice.Next(3) > 0 ? null : dice.Pick(People);
        var (id, due, goal) = (dice.Pick(Ids), State.DateOf(At).PlusDays(dice.Next(30) - 1), dice.Next(2) == 0 ? Jobs : (GoalId?)null);
        var repeats = dice.Next(4) == 0 ? new Repetition((RepeatUnit)dice.Next(3), 1 + dice.Next(3), due.PlusDays(dice.Next(200))) : null;
        return dice.Next(2) == 0
            ? new RequestCommitment(id, NextAsk(), new(Say("a"), Say("b"), due, other, who, own, null, goal) { Repeats = repeats }, null, dice.Next(4) > 0)
            : new OfferCommitment(id, NextAsk(), new(Say("a"), Say("b"), due, own, null, other, who, goal) { Repeats = repeats }, null, dice.Next(4) > 0);
    }

    private Command Answer(Dice dice)
    {
        var id = new CheckInId($"{dice.Pick(Ids)}-{1 + dice.Next(4)}");
        var revision = (State.CheckIns.Find(id)?.Revision ?? 0) - (dice.Next(6) == 0 ? 1 : 0);
        return dice.Next(5) == 0
            ? new UndoCheckIn(id, revision, NextAsk())
            : new AnswerCheckIn(id, revision, NextAsk(), (CheckInAnswer)dice.Next(7), dice.Next(2) == 0 ? null : Say("n"), dice.Next(2) == 0);
    }

    private void Any(Dice dice, PersonId by)
    {
        var promises = State.Commitments.ToArray();
        var known = promises.Length > 0 && dice.Next(8) > 0
            ? dice.Pick(promises)
            : new Commitment { Id = dice.Pick(Ids), Terms = Referral.Terms };
        var shown = known with { Revision = known.Revision + (dice.Next(8) == 0 ? dice.Next(3) - 1 : 0) };
        var act = dice.Pick(Enum.GetValues<CommitmentAct>());
        // What cards offer comes more often than chance, and what ends it less, so that stories get somewhere.
        var offers = People.SelectMany(person => Offered(known, person)).Where(one => dice.Next(6) == 0 || !Ends(one.Act)).ToArray();
        if (offers.Length > 0 && dice.Next(4) > 0) (by, act) = dice.Pick(offers);
        Do(For(act, shown, by) ?? new UndoCommitment(shown.Id, shown.Revision, NextAsk()), by);
    }

    private IEnumerable<(PersonId Person, CommitmentAct Act)> Offered(Commitment promise, PersonId person) =>
        CommitmentViews.Card(State, new PersonReader(person), promise.Id, At)?.Acts.Select(act => (person, act)) ?? [];

    private static bool Ends(CommitmentAct act) => act is CommitmentAct.Withdraw or CommitmentAct.Decline or CommitmentAct.Release
        or CommitmentAct.Estimate or CommitmentAct.DependOn or CommitmentAct.DependNoMore
        or CommitmentAct.GiveUp or CommitmentAct.Ask or CommitmentAct.Note or CommitmentAct.HandOver;

    private Terms Other(Commitment promise)
    {
        var due = State.DateOf(At).PlusDays(3 + (asks % 11));
        if (promise.Terms.Repeats is { } repeats)
        {
            if (promise.Series is { } series) due = LocalDate.Max(due, series.LastDue.PlusDays(1 + (asks % 11)));
            return promise.Terms with { Due = due, Repeats = repeats with { Until = due.PlusDays(200 + asks) } };
        }

        while (due == promise.Terms.Due || due == promise.Change?.Terms.Due) due = due.PlusDays(40);
        return promise.Terms with { Due = due };
    }

    private PersonId? Heir(Commitment promise, PersonId by)
    {
        var side = State.Manages(by, promise.Terms.DoerPartner) ? Side.Doer : Side.Receiver;
        return Everyone.Cast<PersonId?>().FirstOrDefault(person => State.IsOf(person!.Value, promise.Terms.PartnerOf(side))
            && person != promise.Terms.Doer && person != promise.Terms.Receiver);
    }

    private CommitmentId? Free(Commitment promise, PersonId by) => State.Commitments
        .Where(other => other.Id != promise.Id && other.Series is null && Dependence.Add(State, promise, promise.Id, other.Id, by) is Outcome.Happened { Events.Count: > 0 })
        .Select(static other => (CommitmentId?)other.Id).FirstOrDefault();

    private AskId NextAsk() => new((++asks).ToString(CultureInfo.InvariantCulture));

    /// <summary>Draws what a step needs from its one number.</summary>
    private sealed class Dice(int number)
    {
        private readonly Random random = new(number);

        public int Next(int below) => random.Next(below);

        public T Pick<T>(T[] choices) => choices[Next(choices.Length)];
    }
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// A story of an alliance that works: mostly the people do what they can do, promises get on, and the clock strikes whatever is
/// due on the way. Digests have something to count in it.
/// </summary>
internal sealed partial class RandomStory
{
    private const int MostStrikes = 60;
    private const int MostHours = 40;

    private static readonly CommitmentAct[] Endings =
    [
        CommitmentAct.GiveUp, CommitmentAct.Release, CommitmentAct.SayUnmet, CommitmentAct.Decline, CommitmentAct.EndSeries,
        CommitmentAct.ProposeReplacement, CommitmentAct.RefuseChange, CommitmentAct.RetractReport,
    ];

    public void WorkStep(int number)
    {
        var chance = new Random(number);
        var until = Instant.Max(Now, State.LastAt) + Duration.FromMinutes(chance.Next(MostHours * 60));
        for (var strikes = 0; strikes < MostStrikes && State.NextDue is { } due && due <= until; strikes++)
        {
            Now = Instant.Max(Now, due);
            Take((new ClockStruck(new($"a{++asks}")), PersonId.Clock));
        }

        Now = until;
        Take(Work(chance, new($"a{++asks}")));
    }

    private (Command Command, PersonId By) Work(Random chance, AskId ask) => chance.Next(100) switch
    {
        < 20 => Wanted(chance, ask),
        < 68 => OnWork(chance, ask),
        < 78 => OnCheckIn(chance, ask),
        < 81 => (RandomDigest.Next(chance, State, ask, $"d{++drafts}"), Person(chance)),
        < 82 => Beside(chance, ask),
        < 83 => (new SetPartnerBudget(Pick(chance, State.Partners.Select(static partner => partner.Id).ToList()), chance.Next(1, 60), ask), Riverbend.Dale),
        < 88 => RandomDecision.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance)),
        < 93 => RandomIndicator.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance)),
        < 94 => StandsIn(chance, ask),
        < 95 => (RandomSetUp.Calendars(chance, State, ask), Person(chance)),
        < 97 when conflicts => RandomCase.Next(chance, State, Now, ask, $"d{++drafts}", Person(chance)),
        < 97 => (Settled(chance, ask), PersonId.Clock),
        < 98 when chance.Next(3) > 0 => (new DeclareFunding(Pick(chance, State.Partners.ToList()).Id, Pick(chance, State.Partners.ToList()).Id, ask), Riverbend.Dale),
        < 98 => (RandomSetUp.People(chance, State, ask), Person(chance)),
        _ => (new ChangeSettings(State.Settings with { LoadCeiling = 10 * chance.Next(0, 8) }, ask), Riverbend.Dale),
    };

    /// <summary>Somebody names a colleague who is asked when they do not answer.</summary>
    private (Command Command, PersonId By) StandsIn(Random chance, AskId ask)
    {
        var person = Pick(chance, State.People.Where(static one => !one.Left).ToList());
        var colleagues = State.People.Where(one => one.Partner == person.Partner && one.Id != person.Id && !one.Left).Select(static one => one.Id).ToList();
        return (new NameStandIn(colleagues.Count == 0 ? null : Pick(chance, colleagues), ask), person.Id);
    }

    /// <summary>A doer puts a sentence beside what the next digests say.</summary>
    private (Command Command, PersonId By) Beside(Random chance, AskId ask)
    {
        var open = State.Commitments.Where(static promise => promise.Agreements.Count > 0 && promise.Terms.Doer is not null).ToList();
        if (open.Count == 0) return Wanted(chance, ask);
        var promise = Pick(chance, open);
        return (new RemarkOn(promise.Id, new($"w.{ask}", "said beside it"), ask), promise.Terms.Doer!.Value);
    }

    /// <summary>Something that can be agreed to: between two partners, some days ahead, now and then time and again.</summary>
    private (Command Command, PersonId By) Wanted(Random chance, AskId ask)
    {
        var partners = State.Partners.Where(static partner => !partner.Left).Select(static partner => partner.Id).ToList();
        var (doer, receiver) = (Pick(chance, partners), Pick(chance, partners));
        var (id, words, due) = (new CommitmentId($"d{++drafts}"), new Words($"w.{ask}", $"said {drafts}"), State.DateOf(Now).PlusDays(chance.Next(1, 25)));
        var terms = new Terms(words, words, due, doer, Someone(doer), receiver, Someone(receiver), null)
        {
            NoGoal = true,
            Repeats = chance.Next(5) == 0 ? new((RepeatUnit)chance.Next(3), chance.Next(1, 3), due.PlusDays(chance.Next(20, 120))) : null,
        };
        var by = State.People.Where(person => State.IsOf(person.Id, doer) || State.IsOf(person.Id, receiver)).Select(static person => person.Id).ToList();
        if (by.Count == 0) return Proposal(chance, ask);
        var (asker, estimate) = (Pick(chance, by), chance.Next(3) == 0 ? (int?)null : chance.Next(1, 30));
        return State.IsOf(asker, receiver)
            ? (new RequestCommitment(id, ask, terms, null, chance.Next(4) > 0) { Estimate = estimate }, asker)
            : (new OfferCommitment(id, ask, terms, null, chance.Next(4) > 0) { Estimate = estimate }, asker);

        PersonId? Someone(PartnerId partner)
        {
            var people = State.People.Where(person => State.IsOf(person.Id, partner)).Select(static person => person.Id).ToList();
            return people.Count == 0 || chance.Next(3) == 0 ? null : Pick(chance, people);
        }
    }

    /// <summary>Somebody does with a promise what they can; seldom what ends it badly.</summary>
    private (Command Command, PersonId By) OnWork(Random chance, AskId ask)
    {
        var all = State.Commitments.Where(promise => !promise.State.IsEnded() || IsTalkedOver(promise) || chance.Next(4) == 0).ToList();
        if (all.Count == 0) return Wanted(chance, ask);
        var promise = Pick(chance, all);
        var possible = Possible(promise);
        if (chance.Next(4) > 0) possible.RemoveAll(static one => Endings.Contains(one.Act));
        if (promise.State.IsOwed() && chance.Next(6) == 0 && promise.Terms.Doer is { } doer) possible = [(CommitmentAct.Estimate, doer)];
        // A second word, a yes to a correction and the doer's own words beside a “not kept” are seldom picked among all that can be done.
        if (chance.Next(3) > 0 && possible.Where(one => Answers(promise, one.Act)).ToList() is { Count: > 0 } answers) possible = answers;
        if (possible.Count == 0) return OnPromise(chance, ask);
        var (act, by) = Pick(chance, possible);
        return (RandomPromise.Command(chance, State, Now, promise, act, promise.Revision, ask, new CommitmentId($"d{++drafts}")), by);
    }

    private static bool IsTalkedOver(Commitment ended) =>
        ended.Correction is not null || ended is { State: CommitmentState.Unmet, Ending.SeenDifferently: null };

    private static bool Answers(Commitment promise, CommitmentAct act) => act switch
    {
        CommitmentAct.Release or CommitmentAct.SayUnmet => promise.PendingEnding is not null,
        _ => act is CommitmentAct.SeeDifferently or CommitmentAct.AgreeCorrection,
    };
}

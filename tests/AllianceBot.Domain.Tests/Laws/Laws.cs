using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>What must hold after every step of every story, whatever was asked by whom.</summary>
internal static partial class Laws
{
    /// <summary>Never in, whatever the story.</summary>
    private static readonly PersonId Nobody = new("nobody");

    public static void Hold(Taken taken)
    {
        Stamped(taken);
        AskedTwiceNothingMore(taken);
        DueIsAsFromScratch(taken);
        ClockMovesOn(taken);
        SilenceBindsNobody(taken);
        WhoIsNotPermittedLearnsNothing(taken);
        NoticesReachOnlyReaders(taken);
        ThereIsAWayForward(taken);
        CheckInsComeToAnEnd(taken);
        DigestLaws.Hold(taken);
        CaseLaws.Hold(taken);
        WhoSeesWhatIsAsTheRulesSay(taken);
        WhatIsDecidedWasSaid(taken);
        WhatDiedIsNowhere(taken);
    }

    /// <summary>After every step, whatever it touched is shown to everybody as the oracles say.</summary>
    private static void WhoSeesWhatIsAsTheRulesSay(Taken taken)
    {
        var (after, now) = (taken.After, taken.Context.At);
        var moved = taken.Events.Any(static one => one is PeopleEvent or SetUpEvent or CharterAdopted);
        var decisions = moved ? after.Decisions.ToList()
            : taken.Events.OfType<DecisionEvent>().Select(static one => one.Decision).Distinct().Select(id => after.Decisions[id]).ToList();
        foreach (var decision in decisions) DecisionOracle.AgreesOn(after, decision, now);
        foreach (var id in taken.Events.OfType<CommitmentEvent>().Select(static one => one.Commitment).Distinct()) ViewsOracle.AgreesOn(after, after.Commitments[id], now);
        foreach (var id in taken.Events.OfType<CheckInEvent>().Select(static one => one.CheckIn).Distinct()) ViewsOracle.AgreesOn(after, after.CheckIns[id], now);
    }

    /// <summary>A decision comes about by voices alone: what adopts a charter, or changes the rules of one, has every yes behind it.</summary>
    private static void WhatIsDecidedWasSaid(Taken taken)
    {
        foreach (var decided in taken.Events.OfType<DecisionDecided>()) DecisionOracle.WasSaid(taken.After.Decisions[decided.Decision]);
        foreach (var adopted in taken.Events.OfType<CharterAdopted>())
        {
            var decision = taken.After.Decisions[adopted.Decision];
            var partners = decision.Roster.Where(partner => !decision.Left.Contains(partner) && partner != decision.Proposal.MoneyOf).ToHashSet();
            Assert.Equal(partners, taken.After.Charter.Current!.Adopted.ToHashSet());
        }

        foreach (var joined in taken.Events.OfType<CharterJoined>()) Assert.Equal(taken.After.Charter.Current!.Number, joined.Number);
    }

    /// <summary>Words that died stand nowhere in their item any more, and who it was and when stays.</summary>
    private static void WhatDiedIsNowhere(Taken taken)
    {
        foreach (var happened in taken.Events.OfType<ForgettingEvent>())
        {
            var (item, after) = (happened.Item, taken.After);
            object? left = item.Kind switch
            {
                SubjectKind.Commitment => after.Commitments[new(item.Id)],
                SubjectKind.Decision => after.Decisions[new(item.Id)],
                SubjectKind.Indicator => after.Indicators[new(item.Id)],
                SubjectKind.Round => after.Rounds[new(item.Id)],
                _ => null,
            };
            if (left is null) continue;
            Assert.Contains("words.", Dump.Of(left), StringComparison.Ordinal);
            // Of a round the goals that were caught in it live on, as they are the alliance's.
            if (happened is WordsForgotten && left is Round round) Assert.Same(left, Forgetting.Without(left, words => !round.Lines.Any(line => line.Goal is not null && line.Text.Id == words.Id)));
            else if (happened is WordsForgotten) Assert.Same(left, Forgetting.Without(left, static _ => true));
            else Assert.Same(left, Forgetting.Without(left, words => happened.Words.Contains(words.Id)));
        }
    }

    /// <summary>Answered, excused, missed, not reached, closed, cancelled, or open with a next step; and nobody is reminded of what they answered.</summary>
    private static void CheckInsComeToAnEnd(Taken taken)
    {
        if (taken.Events.Count == 0) return;
        foreach (var checkIn in taken.After.CheckIns)
        {
            var owed = taken.After.Commitments[checkIn.Commitment].State.IsOwed();
            if (checkIn.State is CheckInState.Open or CheckInState.Snoozed || (checkIn.State == CheckInState.Scheduled && owed))
            {
                Assert.True(taken.After.Due.Of(checkIn.Id) is not null, $"{checkIn.Id} is {checkIn.State} and waits for nothing.");
            }
        }

        foreach (var nudged in taken.Events.OfType<CheckInNudged>())
        {
            Assert.Equal(CheckInState.Open, taken.Before.CheckIns[nudged.CheckIn].State);
        }

        Assert.Equal(CheckInTally.Of(taken.After, Riverbend.Mei).Asked, taken.After.CheckIns.Count(static checkIn => checkIn.Person == Riverbend.Mei
            && checkIn.State is CheckInState.Answered or CheckInState.Acknowledged or CheckInState.Late or CheckInState.Missed));
    }

    public static void RefoldEqualsState(RandomStory story) => Assert.Equal(
        Dump.Of(story.State), Dump.Of(story.Stream.Aggregate(new Alliance(), AllianceDecider.Evolve)));

    private static void Stamped(Taken taken) => Assert.All(taken.Events, happened =>
    {
        Assert.Equal(taken.Context.At, happened.At);
        Assert.Equal(taken.Command.Ask, happened.Ask);
        Assert.False(string.IsNullOrEmpty(happened.By.Value));
    });

    private static void AskedTwiceNothingMore(Taken taken)
    {
        if (taken.Outcome is not Outcome.Happened) return;
        var again = AllianceDecider.Decide(taken.After, taken.Command, taken.Context with { At = Instant.Max(taken.Context.At, taken.After.LastAt) });
        var more = again is Outcome.Happened happened ? string.Join("; ", happened.Events) : $"{again}";
        Assert.True(again is Outcome.Happened { Events.Count: 0 }, $"Asked twice, {taken.Command} made more happen: {more}");
    }

    private static void DueIsAsFromScratch(Taken taken)
    {
        if (taken.Events.Count == 0) return;
        Assert.Equal(Dump.Of(Dues.Recomputed(taken.After)), Dump.Of(taken.After.Due));
    }

    private static void ClockMovesOn(Taken taken)
    {
        if (taken.Command is not ClockStruck || taken.Context.By != PersonId.Clock) return;
        Assert.Empty(taken.Events.OfType<ItemParked>());
        Assert.Empty(taken.Events.OfType<ItemPushed>());
        Assert.True(taken.After.NextDue is not { } due || due > taken.Context.At, $"The clock struck at {taken.Context.At} and {taken.After.NextDue} is still due.");
    }

    /// <summary>
    /// The clock may remind, ask, lapse what nobody answered; it never makes a promise and never ends one. It brings up the
    /// occurrences of what repeats, which both sides agreed with one yes, and says when the last of them is over.
    /// </summary>
    private static void SilenceBindsNobody(Taken taken)
    {
        if (taken.Context.By != PersonId.Clock) return;
        var came = taken.Events.OfType<CommitmentCameUp>().ToList();
        Assert.Equal(taken.Before.Commitments.Count + came.Count, taken.After.Commitments.Count);
        Assert.All(came, one => Assert.True(taken.Before.Commitments[one.Series] is { Series: not null, Agreements.Count: > 0 }));
        foreach (var before in taken.Before.Decisions)
        {
            var after = taken.After.Decisions[before.Id];
            Assert.Equal(before.Voices.Count, after.Voices.Count);
            Assert.Equal(before.Statement, after.Statement);
        }

        foreach (var before in taken.Before.Indicators)
        {
            Assert.Equal(before.Readings.Count, taken.After.Indicators[before.Id].Readings.Count);
            Assert.Equal(before.OwnerAgreed, taken.After.Indicators[before.Id].OwnerAgreed);
        }

        foreach (var before in taken.Before.Commitments)
        {
            var after = taken.After.Commitments[before.Id];
            if (after is { State: CommitmentState.Finished, Series: not null }) continue;
            Assert.Equal(IsBinding(before.State), IsBinding(after.State));
            Assert.Equal(before.Agreements.Count, after.Agreements.Count);
            if (after.State != before.State && after.State == CommitmentState.Lapsed) continue;
            Assert.Equal(before.Ending?.As, after.Ending?.As);
        }
    }

    private static bool IsBinding(CommitmentState state) => state
        is CommitmentState.Active or CommitmentState.ChangeProposed or CommitmentState.Reported or CommitmentState.Rework;

    private static void WhoIsNotPermittedLearnsNothing(Taken taken)
    {
        if (taken.Outcome is Outcome.Refused { Refusal: var refusal } && refusal != Refusal.NotYours)
        {
            Assert.Contains(refusal.Code, RefusalCodes.All);
            if (SubjectOf(taken.Command) is { } subject) Assert.True(Knows(taken.Before, taken.Context.By, subject), $"{taken.Context.By} learnt {refusal} of {subject}");
        }

        if (taken.Command is CommitmentCommand or CheckInCommand or DecisionCommand or CharterCommand or RoundCommand or BenchmarkCommand
                or DigestCommand or StoryCommand or GiveThanks or ConcernCommand or CaseCommand or IndicatorCommand)
        {
            var stranger = AllianceDecider.Decide(taken.Before, taken.Command, taken.Context with { By = Nobody });
            Assert.Equal(new Outcome.Refused(Refusal.NotYours), stranger);
        }
    }

    private static bool Knows(Alliance alliance, PersonId person, Subject subject) => subject.Kind switch
    {
        SubjectKind.CheckIn => May.Do(alliance, person, Act.SeeCheckIn, subject),
        SubjectKind.Decision => May.Do(alliance, person, Act.SeeDecision, subject),
        SubjectKind.Round => May.Do(alliance, person, Act.SeeRound, subject),
        SubjectKind.Story => May.Do(alliance, person, Act.SeeStory, subject),
        SubjectKind.Concern => May.Do(alliance, person, Act.SeeConcern, subject),
        SubjectKind.Case => May.Do(alliance, person, Act.SeeCase, subject),
        SubjectKind.Indicator => May.Do(alliance, person, Act.SeeIndicator, subject),
        _ => May.Do(alliance, person, Act.SeePromise, subject),
    };

    /// <summary>What a command is about, unless it makes it.</summary>
    private static Subject? SubjectOf(Command command) => command switch
    {
        RequestCommitment or OfferCommitment => null,
        CommitmentCommand promise => promise.Commitment,
        ProposeDecision or AgreeIndicator => null,
        IndicatorCommand indicator => indicator.Indicator,
        DecisionCommand decision => decision.Decision,
        PlanRound => null,
        RoundCommand round => round.Round,
        TellStory => null,
        StoryCommand story => story.Story,
        RemarkOn remark => remark.Commitment,
        RaiseConcern or SayQuietWord or OpenCase => null,
        ConcernCommand concern => concern.Concern,
        CaseCommand one => one.Case,
        OpenCheckIn open => open.Commitment,
        AnswerCheckIn answer => answer.CheckIn,
        UndoCheckIn undo => undo.CheckIn,
        SnoozeCheckIn snooze => snooze.CheckIn,
        SeeCheckInAnswer see => see.CheckIn,
        AskColleague ask => ask.CheckIn,
        _ => null,
    };

    /// <summary>Whoever waits, somebody can do something that ends the waiting, besides talking about it.</summary>
    private static void ThereIsAWayForward(Taken taken)
    {
        foreach (var decision in taken.After.Decisions.Where(static one => one.IsOpen))
        {
            Assert.True(taken.After.Due.Of(decision.Id) is not null, $"{decision.Id} is open and nothing closes it.");
        }

        foreach (var decision in taken.After.Decisions)
        {
            DecisionAct? next = decision.State switch
            {
                DecisionState.Decided or DecisionState.NotDecided => DecisionAct.WriteOutcome,
                DecisionState.ReviewDue => DecisionAct.Reaffirm,
                // What the others read of a case nobody amends: who objects can stand aside, and else the clock closes it.
                DecisionState.Integrating when DecisionRights.IsOfACase(decision) =>
                    DecisionRights.RepresentativesOf(taken.After, decision).Count > 0 ? DecisionAct.StandAside : null,
                DecisionState.Integrating => DecisionAct.Amend,
                _ => null,
            };
            // After its closing day an objection waits for the clock, which comes at once.
            if (next is not { } act || (act is DecisionAct.Amend or DecisionAct.StandAside && DecisionClock.EndOf(taken.After, decision) <= taken.Context.At)) continue;
            var can = taken.After.People.Any(person => DecisionGuards.Permits(taken.After, decision, person.Id, act)
                && DecisionGuards.Refuses(taken.After, decision, act, taken.Context.At) is null);
            Assert.True(can, $"Nobody can move {decision.Id} on from {decision.State}.");
        }

        foreach (var promise in taken.After.Commitments)
        {
            if (!Promises.IsOpen(promise)) continue;
            var can = taken.After.People.Any(person => Steps.Any(act =>
                CommitmentGuards.Permits(taken.After, promise, person.Id, act)
                && CommitmentGuards.Refuses(taken.After, promise, person.Id, act, taken.Context.At) is null));
            Assert.True(can, $"Nobody can move {promise.Id} on from {promise.State}.");
        }
    }

    private static readonly CommitmentAct[] Steps =
    [
        CommitmentAct.Accept, CommitmentAct.Counter, CommitmentAct.Decline, CommitmentAct.Withdraw, CommitmentAct.Report, CommitmentAct.AcceptReport,
        CommitmentAct.ReturnReport, CommitmentAct.Release, CommitmentAct.GiveUp, CommitmentAct.SayUnmet, CommitmentAct.EndSeries,
    ];
}

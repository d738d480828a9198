using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Promises that follow from what was decided: each is a request, and binds its doer only with the doer's own yes.</summary>
public sealed class OutcomePromiseTests
{
    private static readonly CommitmentId Hall = new("hall");

    private static readonly CommitmentId Flyers = new("flyers");

    private static Terms BookHall => new(Say("The hall is booked"), Say("Ana has the booking"), new(2026, 12, 11), Lakeside, Mei, Harbor, Ana, null);

    private static Terms PrintFlyers => new(Say("Flyers are printed"), Say("500 are at Harbor"), new(2026, 12, 18), Workforce, Priya, Harbor, null, null);

    [Fact]
    public void E6_An_outcome_asks_for_promises_and_nobody_is_bound_before_saying_yes()
    {
        var spec = Written([new(Hall, BookHall), new(Flyers, PrintFlyers)])
            .ThenHappened<DecisionOutcomeWritten>(static written => written.Promises == [Hall, Flyers])
            .ThenToldAmongOthers("commitment.requested -> mei").ThenToldAmongOthers("commitment.requested -> priya").ThenIs(DecisionState.InForce);
        Assert.All(spec.State.Commitments, static promise => Assert.Equal((CommitmentState.Requested, 0), (promise.State, promise.Agreements.Count)));
        Assert.Equal([1, 2], spec.State.Commitments.Select(static promise => promise.Number).Order());
        Assert.Equal(new Source(Fair.Id), spec.State.Commitments[Hall].Source);
        foreach (var other in (PersonId[])[Sam, Dale, Priya, Stranger]) spec.When(new AcceptCommitment(Hall, 1, Spec.Ask(90), Mei), other).ThenRefused(Refusal.NotYours);
        foreach (var asking in (PersonId[])[Ana, Tom]) spec.When(new AcceptCommitment(Hall, 1, Spec.Ask(90), Mei), asking).ThenRefused("commitment.not-your-turn");
        spec.When(new AcceptCommitment(Hall, 1, Spec.Ask(91), null), Mei).ThenHappened<CommitmentAccepted>();
        spec.When(new DeclineCommitment(Flyers, 1, Spec.Ask(92), Say("No one free.")), Priya).ThenHappened<CommitmentDeclined>();
        Assert.Equal((CommitmentState.Active, CommitmentState.Declined), (spec.State.Commitments[Hall].State, spec.State.Commitments[Flyers].State));
        spec.ThenIs(DecisionState.InForce);
    }

    [Fact]
    public void E6_Who_says_nothing_promised_nothing_and_the_outcome_holds_all_the_same()
    {
        var spec = Written([new(Hall, BookHall)]).WhenClockWalksTo(Local(2026, 12, 5, 12, 0)).ThenHappened<CommitmentLapsed>();
        Assert.Empty(spec.State.Commitments[Hall].Agreements);
        spec.ThenIs(DecisionState.InForce);
    }

    [Fact]
    public void Its_card_shows_them_as_they_stand_to_those_who_may_see_that_and_their_cards_say_where_they_come_from()
    {
        var spec = Written([new(Hall, BookHall)]);
        var line = Assert.Single(spec.Shown(Ana)!.Promises);
        Assert.Equal(("P1", "The hall is booked", CommitmentState.Requested), (line.Standing.Id.Name, line.Terms.What, line.Standing.State));
        Assert.Equal(new Source(Fair.Id), CommitmentViews.Card(spec.State, new PersonReader(Mei), Hall, Now)!.Source);
        Assert.Empty(spec.Shown(Dale)!.Promises);
        spec.When(new AcceptCommitment(Hall, 1, Spec.Ask(91), null), Mei);
        Assert.Equal(CommitmentState.Active, Assert.Single(spec.Shown(Mei)!.Promises).Standing.State);
        Assert.Null(Assert.Single(spec.Shown(Dale)!.Promises).Standing.State);

        // Cedar funds Harbor, so neither it nor a place reads of Harbor's promises; and none but the two partners of one between them.
        Assert.Empty(spec.Shown(Jonas)!.Promises);
        Assert.Empty(DecisionViews.Card(spec.State, PlaceReader.Any, Fair.Id, Now)!.Promises);
        var kept = Fair.Decided().When(new ChangeSettings(Settings.Default with { PromisesSeenByAll = false }, Spec.Ask(70)), Dale);
        Write(kept, [new(Hall, BookHall)]).When(new AcceptCommitment(Hall, 1, Spec.Ask(91), null), Mei);
        Assert.Single(kept.Shown(Mei)!.Promises);
        Assert.Empty(kept.Shown(Dale)!.Promises);
        Assert.Empty(DecisionViews.Card(kept.State, PlaceReader.Any, Fair.Id, Now)!.Promises);
    }

    [Fact]
    public void What_cannot_be_asked_for_is_refused_and_nothing_of_the_outcome_is_saved()
    {
        Written([new(Hall, BookHall with { Doer = null })]).ThenRefused("decision.promise-of-nobody");
        Written([new(Hall, BookHall with { Due = new(2026, 11, 1) })]).ThenRefused("commitment.due-past");
        Written([new(Hall, BookHall with { Doer = Stranger })]).ThenRefused("commitment.person-unknown");
        Written([new(Hall, BookHall with { What = Say(" ") })]).ThenRefused("commitment.text-missing");
        Written([new(Hall, BookHall), new(Hall, PrintFlyers)]).ThenRefused(Agreeing.DraftBad);
        Written([new(new("with space"), BookHall)]).ThenRefused(Agreeing.DraftBad);
        Written([.. Enumerable.Range(0, Limits.OutcomePromises + 1).Select(static n => new OutcomePromise(new($"p{n}"), BookHall))]).ThenRefused("decision.too-many-promises");
        Written([.. Enumerable.Range(0, Limits.OutcomePromises).Select(static n => new OutcomePromise(new($"p{n}"), BookHall))]).ThenHappened<CommitmentRequested>();
        var spec = Written([new(Hall, BookHall)]);
        spec.Do(static (revision, ask) => new WriteOutcome(Fair.Id, revision, ask, Say("again"), new(2027, 5, 3)) { Promises = [new(Flyers, PrintFlyers)] }, Ana)
            .ThenRefused("decision.outcome-there");
        Assert.False(spec.State.Commitments.Has(Flyers));
    }

    [Fact]
    public void Only_who_writes_the_outcome_can_ask_for_them()
    {
        var written = new WriteOutcome(Fair.Id, Fair.Decided().Decision().Revision, Spec.Ask(80), Say("One fair."), new(2027, 5, 3)) { Promises = [new(Hall, BookHall)] };
        foreach (var other in (PersonId[])[Tom, Mei, Dale, Stranger]) Fair.Decided().When(written, other).ThenRefused(Refusal.NotYours);
        Fair.Decided().When(written, Sam).ThenHappened<CommitmentRequested>();
    }

    [Fact]
    public void The_review_of_a_case_asks_nobody_for_a_promise()
    {
        var spec = Referrals.OnRung(5).Act(static (revision, ask) => new AskReview(
            Referrals.Number, revision, ask, new(ReviewKind.Close, null, null, 0), Say("said for the others")), Tom);
        spec.Act(static (revision, ask) => new ApproveReviewText(Referrals.Number, revision, ask), Ruth);
        var review = spec.State.Decisions.Single(static one => one.Proposal.Matter.Kind == MatterKind.CaseReview);
        spec.When(new GiveVoice(review.Id, review.Revision, Spec.Ask(81), null, Position.Agree, null, null), Dale);
        review = spec.State.Decisions[review.Id];
        Assert.Equal(DecisionState.Decided, review.State);
        spec.When(new WriteOutcome(review.Id, review.Revision, Spec.Ask(82), Say("Closed."), new(2027, 5, 3)) { Promises = [new(Hall, BookHall)] }, Sam)
            .ThenRefused("decision.promises-of-a-case");
    }

    [Fact]
    public void What_was_decided_loses_its_words_on_their_day_and_what_follows_from_it_keeps_its_own()
    {
        var spec = Together.Adopted(Together.Edit with { Retention = new(60, 45, 30) }).When(new ReadWhoSees(Spec.Ask(599)), Mei);
        var fair = new DecisionId("second");
        spec.When(new ProposeDecision(fair, Spec.Ask(600), Fair.Proposal), Ana).Vote(fair, 610);
        spec.When(
            new WriteOutcome(fair, spec.State.Decisions[fair].Revision, Spec.Ask(620), Say("One fair, in April."), new(2027, 5, 3)) { Promises = [new(Hall, BookHall)] },
            Ana).When(new AcceptCommitment(Hall, 1, Spec.Ask(621), null), Mei).ThenHappened<CommitmentAccepted>();
        spec.WhenClockWalksTo(Local(2027, 5, 4, 9, 0)).When(new RetireDecision(fair, spec.State.Decisions[fair].Revision, Spec.Ask(622), Say("It was held.")), Ana);
        spec.WhenClockWalksTo(Local(2027, 7, 1, 9, 0)).ThenHappenedUnread<WordsForgotten>(one => one.Item == fair);
        var card = DecisionViews.Card(spec.State, new PersonReader(Ana), fair, spec.State.LastAt)!;
        Assert.Null(card.Statement);
        Assert.Equal("The hall is booked", Assert.Single(card.Promises).Terms.What);
    }

    private static Spec Written(ValueList<OutcomePromise> promises, params ReadOnlySpan<AllianceEvent> given) =>
        Write(Fair.Proposed(null, given).Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas), promises);

    private static Spec Write(Spec spec, ValueList<OutcomePromise> promises) => spec.Do(
        (revision, ask) => new WriteOutcome(Fair.Id, revision, ask, Say("One fair, in April, at Lakeside."), new(2027, 5, 3)) { Promises = promises }, Ana);
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What a second count of the digests found: each of these was once missing from one, or stood in it for ever.</summary>
public sealed class DigestRightToTheDigitTests
{
    private static readonly CheckInId First = CheckInPlan.IdOf(Referral.Id, 1);
    private static readonly Terms Weekly = Referral.Terms with { Repeats = new(RepeatUnit.Weeks, 1, new(2027, 1, 31)) };

    private static Spec With(Spec spec, PersonId reader) => spec.When(new SetDigest(DigestWish.Usual, new($"on-{reader}")), by: reader, spec.State.LastAt);

    private static DigestIssue Issue(Spec spec, PersonId reader) => spec.State.Digests[reader].Issues[^1];

    [Fact]
    public void G6_Every_check_in_that_was_missed_is_in_exactly_one_digest_also_one_that_was_asked_before_it_and_missed_after()
    {
        var spec = With(Referral.Agreed(), Ruth).WhenClockWalksTo(Local(2026, 12, 28, 8, 0));
        var counted = spec.State.Digests[Ruth].Issues.Sum(static issue => issue.Parts[0].Figures
            .Where(static figure => figure.Figure == LedgerFigure.CheckInsMissed).Sum(static figure => figure.Count));
        var missed = spec.State.CheckIns.Where(one => one.State == CheckInState.Missed && one.OverAt < Local(2026, 12, 28, 0, 0)).ToList();
        // One of them was asked on a Friday and missed on the Tuesday after, with a digest in between.
        Assert.Contains(missed, static one => one.At < Local(2026, 12, 7, 0, 0) && one.OverAt > Local(2026, 12, 7, 8, 0));
        Assert.Equal(missed.Count, counted);
    }

    [Fact]
    public void G4_A_missed_check_in_that_cannot_be_answered_any_more_needs_its_colleague_no_longer()
    {
        var spec = With(Referral.Agreed().When(new NameStandIn(Ruth, Spec.Ask(60)), by: Mei), Ruth)
            .When(new SetDigest(DigestWish.Usual with { Day = 4 }, Spec.Ask(61)), by: Ruth).WhenClockWalksTo(Local(2026, 12, 3, 8, 0));
        Assert.Equal([(Subject)First], Issue(spec, Ruth).Needs);
        var digest = new DigestId(Ruth, Issue(spec, Ruth).Week).Subject;
        Assert.Equal(1, DigestViews.Card(spec.State, new PersonReader(Ruth), digest, spec.State.LastAt)!.Open);
        spec.Release(Ana, Local(2026, 12, 3, 9, 0));
        Assert.Equal(CheckInState.Missed, spec.State.CheckIns[First].State);
        Assert.Equal(0, DigestViews.Card(spec.State, new PersonReader(Ruth), digest, spec.State.LastAt)!.Open);
        Assert.Empty(CommitmentListing.Of(spec.State, Ruth, CommitmentList.Waiting, spec.State.LastAt).Lines);
        spec.WhenClockWalksTo(Local(2026, 12, 10, 8, 0));
        Assert.Equal(0, Issue(spec, Ruth).NeedCount);
    }

    [Fact]
    public void A_missed_check_in_can_be_answered_late_although_one_that_nobody_was_asked_was_planned_after_it()
    {
        var spec = Referral.Agreed().WhenClockWalksTo(Local(2026, 12, 3, 0, 0));
        var second = spec.State.CheckIns[CheckInPlan.IdOf(Referral.Id, 2)] with { State = CheckInState.Excused, Excused = ExcusedFor.Outage };
        var slept = spec.State with { CheckIns = spec.State.CheckIns.With(second.Id, second) };
        Assert.True(CheckInPlan.IsAnswerable(slept, slept.Promise(), slept.CheckIns[First], Local(2026, 12, 5, 9, 0)));
        var asked = slept with { CheckIns = slept.CheckIns.With(second.Id, second with { Until = Local(2026, 12, 8, 0, 0) }) };
        Assert.False(CheckInPlan.IsAnswerable(asked, asked.Promise(), asked.CheckIns[First], Local(2026, 12, 5, 9, 0)));
    }

    [Fact]
    public void G4_A_change_of_a_repeated_promise_needs_who_is_to_answer_it_as_every_other_does()
    {
        var spec = With(Referral.Requested(Weekly with { Doer = Ruth }).Accept(Ruth), Ruth);
        var later = spec.Promise().Terms with { Due = new(2027, 1, 8), DoneWhen = Say("Three partners have used it.") };
        spec.Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, later, null), Ana, Local(2026, 11, 27, 12, 0))
            .WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Contains((Subject)Referral.Id, Issue(spec, Ruth).Needs);
        Assert.Equal([Referral.Id], Issue(spec, Ruth).Parts[0].Of(DigestGroupKind.WaitsForUs).Lines.Select(static line => line.Promise));
        // It is spoken of by the time that is there: as a whole it is due, late or promised nowhere.
        Assert.Equal([SeriesPlan.IdOf(Referral.Id, 1)], Issue(spec, Ruth).Parts[0].Of(DigestGroupKind.DueNext).Lines.Select(static line => line.Promise));
    }

    [Fact]
    public void A_partner_that_spoke_about_a_repeated_promise_alone_was_heard_from()
    {
        var spec = With(Referral.Agreed(Weekly), Sam).WhenClockWalksTo(Local(2026, 12, 14, 7, 0));
        var later = spec.Promise().Terms with { Due = new(2027, 1, 8), DoneWhen = Say("Three partners have used it.") };
        spec.Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, later, null), Ana, Local(2026, 12, 14, 7, 30))
            .WhenClockWalksTo(Local(2026, 12, 14, 8, 0));
        Assert.Equal([Lakeside], Issue(spec, Sam).Overview!.Silent.Select(static silence => silence.Partner));
    }

    [Fact]
    public void N22_What_was_called_unmet_and_put_right_weeks_later_is_no_new_result()
    {
        var spec = With(Referral.Unmet(), Ruth).WhenClockWalksTo(Local(2026, 12, 14, 8, 0));
        Assert.Contains(new DigestFigure(LedgerFigure.Unmet, 1), Issue(spec, Ruth).Parts[0].Figures);
        spec.Do((revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, CommitmentState.Kept, Say("It was there all the time.")), Ana, Local(2026, 12, 15, 10, 0))
            .Do((revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Mei, Local(2026, 12, 15, 11, 0)).ThenStands(CommitmentState.Kept)
            .WhenClockWalksTo(Local(2026, 12, 21, 8, 0));
        // It counts on the day on which it ended; what is new is that the record was put right.
        Assert.Equal(0, Issue(spec, Ruth).ResultCount);
        Assert.Equal([new DigestFigure(LedgerFigure.Corrected, 1)], Issue(spec, Ruth).Parts[0].Figures.ToArray());
    }

    [Fact]
    public void Hours_of_what_repeats_go_by_the_newer_terms_from_their_date_on()
    {
        var spec = Spec.Given().When(new RequestCommitment(Referral.Id, Spec.Ask(1), Weekly, null, true) { Estimate = 2 }, Ana).Accept(Mei);
        var january = new YearMonth(2027, 1);
        Assert.Equal(new Effort(10, 5, 0), LoadPlan.OfPartner(spec.State, Lakeside, january, Now));
        // Every two weeks from the 8th on: 1, 8 and 22 January.
        var change = spec.Promise().Terms with { Due = new(2027, 1, 8), DoneWhen = Say("Three partners have used it."), Repeats = new(RepeatUnit.Weeks, 2, new(2027, 1, 31)) };
        spec.Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, change, null), Ana).AcceptChange(Mei);
        Assert.Equal(new Effort(6, 3, 0), LoadPlan.OfPartner(spec.State, Lakeside, january, Now));
        Assert.Equal(new Effort(8, 4, 0), LoadPlan.OfPartner(spec.State, Lakeside, new(2026, 12), Now));
    }
}

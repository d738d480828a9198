using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Referrals;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CaseEndingTests
{
    [Fact]
    public void D7_A_settlement_makes_promises_and_the_case_closes_only_after_it_was_looked_at_again()
    {
        var spec = Settled().ThenHappened<CaseSettled>().ThenHappened<CommitmentAccepted>().ThenIs(CaseState.Settled);
        var promise = spec.State.Commitments[new("settle-1")];
        Assert.Equal((CommitmentState.Active, Mei, Ana, false), (promise.State, promise.Terms.Doer, promise.Terms.Receiver, promise.SeenByAll));
        Assert.Equal("P1", Assert.Single(spec.CaseFor(Ana)!.Settlement!.Promises).Label);
        spec.When(new ReportDone(promise.Id, promise.Revision, Spec.Ask(60), null), Mei)
            .When(new AcceptReport(promise.Id, promise.Revision + 1, Spec.Ask(61), null), Ana);
        spec.WhenClockWalksTo(Local(2027, 1, 15, 12, 0)).ThenHappened<CaseFollowUpAsked>().ThenIs(CaseState.FollowUp);
        spec.Act((revision, ask) => new AnswerFollowUp(Number, revision, ask, true, null), Ana).ThenIs(CaseState.FollowUp)
            .Act((revision, ask) => new AnswerFollowUp(Number, revision, ask, true, null), Mei)
            .ThenHappened<CaseClosed>(static closed => closed.As == CaseEnd.Held).ThenIs(CaseState.Closed);
    }

    [Fact]
    public void D7_One_no_at_the_follow_up_takes_it_back_to_where_it_was_settled()
    {
        var spec = Settled().WhenClockWalksTo(Local(2027, 1, 15, 12, 0));
        spec.Act((revision, ask) => new AnswerFollowUp(Number, revision, ask, false, Say("said no")), Ana)
            .ThenHappened<CaseMoved>(static moved => moved is { How: CaseMove.NotHolding, Rung: 1 }).ThenIs(CaseState.OnRung, 1);
    }

    [Fact]
    public void D7_A_promise_of_it_that_is_given_up_asks_all_at_once()
    {
        var spec = Settled();
        spec.When(new GiveUpCommitment(new("settle-1"), spec.State.Commitments[new("settle-1")].Revision, Spec.Ask(62), Say("said reason")), Mei)
            .ThenHappened<CaseFollowUpAsked>(static asked => asked.Why == FollowUpReason.PromiseEnded).ThenIs(CaseState.FollowUp);
    }

    [Fact]
    public void D7_Who_never_says_whether_it_holds_stands_by_name()
    {
        Settled().WhenClockWalksTo(Local(2027, 3, 1, 12, 0)).ThenHappened<CaseFollowUpReminded>()
            .ThenHappened<CaseClosed>(static closed => closed.NotConfirmed == [Harbor, Lakeside]).ThenIs(CaseState.Closed);
    }

    [Fact]
    public void Nobody_is_bound_by_what_another_typed()
    {
        var spec = OnRung(2);
        var terms = Deal.Promises[0].Terms;
        ProposeSettlement Propose(int revision, AskId ask, Terms what) =>
            new(Number, revision, ask, Deal with { Promises = [new(new("settle-2"), what)] });
        spec.Act((revision, ask) => Propose(revision, ask, terms with { Doer = Priya, DoerPartner = Workforce }), Tom).ThenRefused(CaseSettling.PromiseOfOthers);
        spec.Act((revision, ask) => Propose(revision, ask, terms with { Doer = null }), Tom).ThenRefused(CaseSettling.PromiseOfOthers);
        spec.Act((revision, ask) => Propose(revision, ask, terms with { Due = new(2026, 11, 1) }), Tom).ThenRefused(TermsRules.DuePast);
        spec.Act((revision, ask) => Propose(revision, ask, terms), Tom).ThenOnly<CaseSettlementProposed>();
        Assert.False(spec.State.Commitments.Has(new("settle-2")));
        spec.Act((revision, ask) => new AgreeSettlement(Number, revision, ask), Tom).ThenRefused(CaseGuards.OwnSettlement);
        spec.Act((revision, ask) => new AgreeSettlement(Number, revision, ask), Ruth).ThenHappened<CommitmentAccepted>(static accepted => accepted.By == Ruth);
    }

    [Fact]
    public void A_settlement_that_is_refused_or_runs_out_leaves_the_rung_its_time()
    {
        var refused = Proposed().Act((revision, ask) => new DropSettlement(Number, revision, ask, Say("said no")), Mei).ThenIs(CaseState.OnRung, 1);
        Assert.Equal(new(2026, 12, 4), refused.CaseFor(Ana)!.Waiting!.Until);
        var lapsed = Proposed().WhenClockWalksTo(Local(2026, 11, 28, 1, 0)).ThenHappened<CaseSettlementDropped>(static dropped => dropped.How == Dropped.Lapsed);
        lapsed.ThenIs(CaseState.OnRung, 1);
        Assert.Equal(new(2026, 12, 11), lapsed.CaseFor(Ana)!.Waiting!.Until);
    }

    [Fact]
    public void D6_Promises_go_on_unless_all_let_them_rest_and_what_rests_is_neither_asked_about_nor_late()
    {
        var spec = Settled();
        var id = new CommitmentId("settle-1");
        spec.WhenClockWalksTo(Local(2027, 1, 15, 12, 0));
        Assert.Equal(CommitmentState.Active, spec.State.Commitments[id].State);

        spec = Talking().When(new RequestCommitment(id, Spec.Ask(50), Deal.Promises[0].Terms, null, true), Ana)
            .When(new AcceptCommitment(id, 1, Spec.Ask(51), Mei), Mei);
        spec.Moves(new(MotionKind.RestPromises) { Promises = [id] }, Ana);
        Assert.Null(spec.State.Commitments[id].Resting);
        spec.Agrees(Mei).ThenHappened<CommitmentRested>();
        Assert.All(CheckInPlan.Of(spec.State, spec.State.Commitments[id]), static checkIn => Assert.Equal(CheckInState.Cancelled, checkIn.State));
        spec.WhenClockWalksTo(Local(2026, 12, 16, 12, 0));
        Assert.Empty(spec.Events.OfType<CheckInEvent>());
        Assert.Empty(spec.Events.OfType<CommitmentOverdueTold>());
        var card = CommitmentViews.Card(spec.State, new PersonReader(Mei), id, Local(2026, 12, 16, 12, 0))!;
        Assert.Equal([CommitmentFlag.Resting], card.Inside!.Flags);

        // 26 days of rest: the date moves from 11 December by as many.
        spec.Act((revision, ask) => new ReferCase(Number, revision, ask, Say("said why")), spec.Speaker(Harbor), Local(2026, 12, 16, 12, 0))
            .ThenHappened<CommitmentWoken>(static woken => woken.Due == new LocalDate(2027, 1, 6));
        Assert.Contains(CheckInPlan.Of(spec.State, spec.State.Commitments[id]), static checkIn => checkIn.State == CheckInState.Scheduled);
        spec.When(new ReportDone(id, spec.State.Commitments[id].Revision, Spec.Ask(52), null), Mei, Local(2027, 1, 6, 10, 0))
            .When(new AcceptReport(id, spec.State.Commitments[id].Revision, Spec.Ask(53), null), Ana, Local(2027, 1, 6, 11, 0))
            .ThenHappened<CommitmentKept>(static kept => !kept.Late);
    }

    [Fact]
    public void D6_What_is_reported_while_it_rests_is_not_late()
    {
        var id = new CommitmentId("settle-1");
        var spec = Talking().When(new RequestCommitment(id, Spec.Ask(50), Deal.Promises[0].Terms, null, true), Ana)
            .When(new AcceptCommitment(id, 1, Spec.Ask(51), Mei), Mei)
            .Moves(new(MotionKind.RestPromises) { Promises = [id] }, Ana).Agrees(Mei);
        spec.When(new ReportDone(id, spec.State.Commitments[id].Revision, Spec.Ask(52), null), Mei, Local(2026, 12, 30, 10, 0));
        spec.When(new AcceptReport(id, spec.State.Commitments[id].Revision, Spec.Ask(53), null), Ana, Local(2026, 12, 30, 11, 0))
            .ThenHappened<CommitmentKept>(static kept => !kept.Late);
    }

    [Fact]
    public void D8_Responses_go_from_light_to_grave_and_all_agree_to_each()
    {
        var spec = Talking();
        spec.Moves(new(MotionKind.Respond) { Step = 3, Partner = Lakeside }, Ana).ThenRefused(CaseMotions.ResponseTooGrave);
        spec.Moves(new(MotionKind.Respond) { Step = 1, Partner = Cedar }, Ana).ThenRefused(CaseMotions.NoResponse);
        spec.Moves(new(MotionKind.Respond) { Step = 1, Partner = Lakeside }, Ana);
        Assert.Empty(spec.Case().Responses);
        spec.Agrees(Mei).ThenHappened<CaseResponded>();
        spec.Moves(new(MotionKind.Respond) { Step = 2, Partner = Lakeside }, Ana).Agrees(Mei);
        Assert.Equal([1, 2], spec.Case().Responses.Select(static response => response.Step));
        Assert.Equal([Response.Reminder, Response.Talk, Response.WrittenPlan, Response.LimitedParticipation, Response.Exit],
            spec.CaseFor(Ana)!.Responses.Select(static response => response.Response));
    }

    [Fact]
    public void The_opener_takes_it_back_others_keep_it_open_once_and_within_twenty_days_it_is_taken_up_again()
    {
        var spec = Talking().Act((revision, ask) => new WithdrawCase(Number, revision, ask, null), Mei).ThenRefused(Refusal.NotYours);
        spec.Act((revision, ask) => new WithdrawCase(Number, revision, ask, Say("said why")), Ana).ThenIs(CaseState.Withdrawn);
        spec.Act((revision, ask) => new KeepCaseOpen(Number, revision, ask), Mei).ThenHappened<CaseMoved>(static moved => moved.How == CaseMove.KeptOpen)
            .ThenIs(CaseState.OnRung, 1);
        spec.Act((revision, ask) => new WithdrawCase(Number, revision, ask, null), Ana)
            .Act((revision, ask) => new KeepCaseOpen(Number, revision, ask), Mei).ThenRefused(CaseGuards.KeptOpenAlready);
        spec.Act((revision, ask) => new ReopenCase(Number, revision, ask), Ana, Local(2026, 12, 10, 12, 0)).ThenIs(CaseState.OnRung, 1);
        spec.Act((revision, ask) => new WithdrawCase(Number, revision, ask, null), Ana)
            .Act((revision, ask) => new ReopenCase(Number, revision, ask), Ana, Local(2027, 2, 20, 12, 0)).ThenRefused(CaseGuards.TooLateToReopen);
    }

    [Fact]
    public void Referred_outside_all_clocks_stop()
    {
        var spec = Talking().Act((revision, ask) => new ReferCase(Number, revision, ask, Say("said why")), Mei).ThenIs(CaseState.Referred);
        Assert.Null(spec.State.Due.Of(Number));
        Assert.DoesNotContain(spec.CaseFor(Ana)!.Acts, static act => act is not CaseAct.RaiseLevel);
    }

    [Fact]
    public void The_review_the_partner_concerned_is_heard_and_has_no_voice_and_the_others_read_only_what_both_approved()
    {
        var spec = OnRung(5).Act((revision, ask) => Exit(revision, ask), Tom).ThenOnly<CaseReviewAsked>();
        Assert.Contains(CaseAct.ApproveReviewText, spec.CaseFor(Ruth)!.Acts);
        spec.Act((revision, ask) => new ApproveReviewText(Number, revision, ask), Ruth).ThenHappened<CaseReviewOpened>(static opened => opened.WithText)
            .ThenHappened<DecisionProposed>(static proposed => proposed.Roster == [Workforce]);
        var decision = Assert.Single(spec.State.Decisions, static one => one.Proposal.Matter.Kind == MatterKind.CaseReview);
        // Cedar funds Harbor, so it neither decides nor reads of it; a place does not either.
        Assert.Null(Read(Jonas));
        Assert.Null(DecisionViews.Card(spec.State, PlaceReader.Any, decision.Id, spec.State.LastAt));
        var read = Read(Dale)!;
        Assert.Equal(("said for the others", Lakeside), (read.CaseReview!.Text, read.CaseReview.Leaving!.Id));
        foreach (var said in (ReadOnlySpan<string>)["said summary", "said answer", "The referral never came", Number.Value, spec.Case().Name])
        {
            Assert.DoesNotContain(said, Dump.Of(read), StringComparison.Ordinal);
        }

        GiveVoice Voice(AskId ask, Position position) => new(decision.Id, spec.State.Decisions[decision.Id].Revision, ask, null, position, null, null);
        spec.When(Voice(Spec.Ask(30), Position.Agree), Ruth).ThenRefused(Refusal.NotYours);
        spec.When(Voice(Spec.Ask(31), Position.Agree), Tom).ThenRefused(Refusal.NotYours);
        spec.When(new NoteDecision(decision.Id, 0, Spec.Ask(32), Say("our side"), false), Ruth).ThenHappened<DecisionNoted>();
        spec.When(new AmendDecision(decision.Id, spec.State.Decisions[decision.Id].Revision, Spec.Ask(33), Say("more"), null), Sam).ThenRefused(Refusal.NotYours);
        spec.When(Voice(Spec.Ask(34), Position.Agree), Dale).ThenHappened<CaseExited>(static exited => exited.Leaving == Lakeside).ThenIs(CaseState.Exited);
        Assert.True(DecisionMatters.MayGo(spec.State, Lakeside));

        DecisionCard? Read(PersonId person) => DecisionViews.Card(spec.State, new PersonReader(person), decision.Id, spec.State.LastAt);
    }

    [Fact]
    public void Nobody_holds_the_review_up_by_approving_nothing_and_then_the_others_read_no_text_at_all()
    {
        var spec = OnRung(5).Act((revision, ask) => Exit(revision, ask), Tom);
        spec.WhenClockWalksTo(Local(2026, 11, 28, 1, 0)).ThenHappened<CaseReviewOpened>(static opened => !opened.WithText);
        var decision = Assert.Single(spec.State.Decisions, static one => one.Proposal.Matter.Kind == MatterKind.CaseReview);
        Assert.DoesNotContain("said for the others", Dump.Of(DecisionViews.Card(spec.State, new PersonReader(Dale), decision.Id, spec.State.LastAt)), StringComparison.Ordinal);
        // No consensus: what the process ends with.
        spec.WhenClockWalksTo(Local(2027, 3, 1, 1, 0)).ThenHappened<DecisionNotDecided>().ThenHappened<CaseExited>();
    }

    [Fact]
    public void The_time_for_a_common_text_stands_still_while_a_settlement_is_on_the_table()
    {
        // Asked on Friday with five working days; on Wednesday two are left.
        var spec = OnRung(5).Act((revision, ask) => Exit(revision, ask), Tom, Local(2026, 11, 20, 10, 0));
        Assert.Equal(new(2026, 11, 27), spec.CaseFor(Tom)!.Review!.Until);
        spec.Act((revision, ask) => new ProposeSettlement(Number, revision, ask, Deal), Tom, Local(2026, 11, 25, 10, 0));
        Assert.Null(spec.CaseFor(Tom)!.Review!.Until);
        // Nobody answers: the settlement lapses by itself, and nothing was late for it.
        spec.WhenClockWalksTo(Local(2026, 12, 3, 1, 0)).ThenHappened<CaseSettlementDropped>(static dropped => dropped.How == Dropped.Lapsed);
        Assert.DoesNotContain(spec.Events, static happened => happened is CaseTimesMoved);
        Assert.Equal(new(2026, 12, 7), spec.CaseFor(Tom)!.Review!.Until);
        spec.WhenClockWalksTo(Local(2026, 12, 8, 1, 0)).ThenHappened<CaseReviewOpened>(static opened => !opened.WithText);
    }

    [Fact]
    public void Whose_case_is_settled_meanwhile_needs_no_review_any_more()
    {
        var spec = OnRung(5).Act((revision, ask) => Exit(revision, ask), Tom).Act((revision, ask) => new ApproveReviewText(Number, revision, ask), Ruth);
        spec.Act((revision, ask) => new ProposeSettlement(Number, revision, ask, Deal), Tom)
            .Act((revision, ask) => new AgreeSettlement(Number, revision, ask), Ruth).ThenHappened<DecisionWithdrawn>().ThenIs(CaseState.Settled);
    }

    [Fact]
    public void Statements_are_destroyed_on_the_agreed_day_and_dates_rungs_and_the_settlement_stay()
    {
        var spec = Settled().WhenClockWalksTo(Local(2027, 1, 15, 12, 0));
        spec.Act((revision, ask) => new NoteCase(Number, revision, ask, Say("said note"), []), Mei)
            .Act((revision, ask) => new AnswerFollowUp(Number, revision, ask, true, Say("said it holds")), Ana)
            .Act((revision, ask) => new AnswerFollowUp(Number, revision, ask, true, null), Mei);
        var closed = spec.State.LastAt;
        spec.WhenClockWalksTo(closed + Duration.FromDays(58));
        Assert.NotNull(spec.CaseFor(Ana)!.Matter);
        spec.WhenClockWalksTo(closed + Duration.FromDays(91)).ThenHappened<StatementsDestroyed>(static destroyed => destroyed.Shelves == [Shelf.Of(Number)]);
        var card = spec.CaseFor(Ana)!;
        Assert.DoesNotContain("said note", Dump.Of(card), StringComparison.Ordinal);
        Assert.Null(card.Matter);
        Assert.All(card.Items, static item => Assert.Null(item.Text));
        Assert.Equal(("Lakeside sends the list every month", 1), (card.Settlement!.Text, card.Rung));
        Assert.NotEmpty(card.History);
    }

    private static AskReview Exit(int revision, AskId ask) => new(
        Number, revision, ask, new(ReviewKind.Exit, Lakeside, new(2027, 3, 31), 0), Say("said for the others"));

    private static Spec Proposed() => Talking().Act((revision, ask) => new ProposeSettlement(Number, revision, ask, Deal), Ana);

    private static Spec Settled() => Proposed().Act((revision, ask) => new AgreeSettlement(Number, revision, ask), Mei);
}

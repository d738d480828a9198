using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class ProcessTests
{
    private static readonly ValueList<PartnerId> Two = [Harbor, Lakeside];

    [Fact]
    public void D1_The_ladder_has_rungs_from_direct_talk_to_exit_review_each_with_its_own_clock()
    {
        var rungs = Ladder.Ratified().Process().Current!.Text.Rungs;
        Assert.Equal(
            [(RungPeople.Concerned, 10), (RungPeople.Managers, 10), (RungPeople.Executives, 15), (RungPeople.Neutral, 30), (RungPeople.AllPartners, 20)],
            rungs.Select(static rung => (rung.People, rung.Days)));
    }

    [Fact]
    public void C1_Steps_are_ordered_and_can_be_changed_added_moved_and_taken_out_one_by_one()
    {
        var text = Ladder.Text;
        var spec = Ladder.Started().Change(text with { Rungs = text.Rungs.RemoveAll(static rung => rung == Ladder.Executives) }).ThenOnly<ProcessChanged>();
        Assert.Equal(4, spec.Process().Draft!.Rungs.Count);
        spec.Change(text with { Rungs = [Ladder.Supervisors, Ladder.Talk with { Days = 3 }] }).ThenOnly<ProcessChanged>();
        Assert.Equal(["Supervisors", "Direct talk"], spec.Process().Draft!.Rungs.Select(static rung => rung.Name.Text));
        Assert.Equal(3, spec.Process().Draft!.Rungs[1].Days);
    }

    [Fact]
    public void N1_It_is_in_force_only_when_every_partner_has_agreed_to_that_very_text()
    {
        var spec = Ladder.Proposed().Agree(Tom).Agree(Dale).Agree(Ruth);
        Assert.Null(Processes.InForce(spec.State, ConflictKind.MissedCommitment, Two));
        Assert.Equal(Two, Processes.Missing(spec.State, ConflictKind.MissedCommitment, Two));
        spec.Agree(Jonas).ThenHappened<ProcessRatified>();
        Assert.Equal(Ladder.Text, Processes.InForce(spec.State, ConflictKind.MissedCommitment, Two)?.Version.Text);
        Assert.Empty(Processes.Missing(spec.State, ConflictKind.MissedCommitment, Two));
        Assert.Null(Processes.InForce(spec.State, ConflictKind.Culture, Two));
    }

    [Fact]
    public void N1_Standing_aside_is_no_yes_whoever_pays()
    {
        var spec = Ladder.Started().When(
            new ProposeDecision(Fair.Id, Spec.Ask(501), Fair.Proposal with { Matter = new(MatterKind.Process) { Process = Ladder.Id }, MoneyOf = Cedar }), Ana);
        Assert.Equal((DecisionMethod.AllAgree, null), (spec.Decision().Proposal.Method, spec.Decision().Proposal.MoneyOf));
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).StandAside(Jonas);
        Assert.Null(spec.Process().Current);
    }

    [Fact]
    public void N1_A_partner_that_joins_later_ratifies_it_itself_or_is_outside_and_is_named()
    {
        var spec = Ladder.Ratified().When(new AddPartner(new("north"), Say("Northside Clinic"), PartnerKind.Other, Spec.Ask(540)), Dale);
        var north = new PartnerId("north");
        spec.When(new Invite(new("inv"), "code", north, Role.Manager, Say("Nina"), Spec.Ask(541)), Dale);
        spec.When(new JoinByCode("code", Say("Nina"), Spec.Ask(542)), new("nina"));
        Assert.Equal([north], Processes.Missing(spec.State, ConflictKind.MissedCommitment, [Harbor, north]));
        Assert.NotNull(Processes.InForce(spec.State, ConflictKind.MissedCommitment, Two));
        Assert.Equal([north], ProcessViews.Card(spec.State, new PersonReader(Mei), Ladder.Id)!.Outside.Select(static one => one.Id));
        spec.RatifyLater(north, Tom).ThenRefused(Refusal.NotYours);
        spec.RatifyLater(north, new("nina")).Then(new ProcessJoined(Ladder.Id, 1, north));
        Assert.NotNull(Processes.InForce(spec.State, ConflictKind.MissedCommitment, [Harbor, north]));
    }

    [Fact]
    public void C5_A_new_version_supersedes_the_old_one_which_stays_word_for_word()
    {
        var spec = Ladder.Ratified();
        spec.Change(Ladder.Text with { Rungs = [Ladder.Talk with { Days = 5 }, Ladder.Supervisors] });
        Assert.Equal(Ladder.Text, Processes.InForce(spec.State, ConflictKind.MissedCommitment, Two)?.Version.Text);
        spec.Put(new("second"), 560).VoteOn(new("second"));
        var versions = spec.Process().Versions;
        Assert.Equal((Ladder.Text, spec.State.LastAt), (versions[0].Text, versions[0].SupersededAt!.Value));
        Assert.Equal((2, 2, null), (versions[1].Number, versions[1].Text.Rungs.Count, versions[1].SupersededAt));
        Assert.Equal(2, Processes.InForce(spec.State, ConflictKind.MissedCommitment, Two)?.Version.Number);
        Assert.Equal(5, ProcessViews.Card(spec.State, new PersonReader(Mei), Ladder.Id, 1)!.Rungs.Count);
    }

    [Fact]
    public void An_amended_process_asks_everybody_again_and_an_older_text_can_no_longer_be_agreed_to()
    {
        var spec = Ladder.Proposed().Agree(Tom).Objects(Ruth);
        var seen = spec.Decision().Revision;
        spec.Change(Ladder.Text with { Rungs = [Ladder.Talk, Ladder.Supervisors with { Days = 20 }] }, Ruth);
        Assert.Equal(5, spec.Decision().Process!.Rungs.Count);
        spec.Do(static (revision, ask) => new AmendDecision(Fair.Id, revision, ask, Fair.Proposal.Text, null), Ana).ThenHappened<DecisionAmended>();
        Assert.Equal(2, spec.Decision().Process!.Rungs.Count);
        Assert.Equal(0, Tally.Heard(spec.Decision()));
        spec.When(new GiveVoice(Fair.Id, seen, Spec.Ask(570), null, Position.Agree, null, null), Dale).ThenRefused("stale");
        spec.Do(static (revision, ask) => new AmendDecision(Fair.Id, revision, ask, Fair.Proposal.Text, null), Ana).ThenRefused("decision.nothing-changed");
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas).ThenHappened<ProcessRatified>();
        Assert.Equal(2, spec.Process().Current!.Text.Rungs.Count);
    }

    [Fact]
    public void What_is_changed_in_the_draft_while_it_is_voted_on_is_not_what_holds()
    {
        var spec = Ladder.Proposed();
        spec.Change(Ladder.Text with { Rungs = [Ladder.Talk] }).Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas);
        Assert.Equal(5, spec.Process().Current!.Text.Rungs.Count);
        Assert.Single(spec.Process().Draft!.Rungs);
    }

    [Fact]
    public void Ratifying_twice_or_an_older_version_or_what_does_not_hold_is_refused_and_says_why()
    {
        Ladder.Proposed().RatifyLater(Harbor, Tom).ThenRefused("process.not-in-force");
        var spec = Ladder.Ratified().RatifyLater(Harbor, Tom).ThenRefused("process.ratified-already");
        spec.Change(Ladder.Text with { Rungs = [Ladder.Talk] }).Put(new("second"), 580).VoteOn(new("second"));
        spec.When(new AddPartner(new("north"), Say("Northside Clinic"), PartnerKind.Other, Spec.Ask(581)), Dale);
        spec.When(new Invite(new("inv"), "code", new PartnerId("north"), Role.Manager, Say("Nina"), Spec.Ask(582)), Dale);
        spec.When(new JoinByCode("code", Say("Nina"), Spec.Ask(583)), new("nina"));
        spec.RatifyLater(new("north"), new("nina"), 1).ThenRefused("process.superseded");
        spec.RatifyLater(new("north"), new("nina"), 3).ThenRefused("process.superseded");
    }

    [Fact]
    public void A_second_decision_about_it_or_one_about_nothing_is_refused()
    {
        Ladder.Proposed().Put(new("second"), 590).ThenRefused("process.under-way");
        Ladder.Ratified().Put(new("second"), 591).ThenRefused("process.no-draft");
        Spec.Given().Put(new("second"), 592).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void A_kind_has_one_process_in_force()
    {
        var spec = Ladder.Ratified();
        spec.When(new StartProcess(new("other"), Spec.Ask(600), Ladder.Text with { Name = Say("Another") }), Dale).ThenHappened<ProcessStarted>();
        var other = Fair.Proposal with { Matter = new(MatterKind.Process) { Process = new ProcessId("other") } };
        spec.When(new ProposeDecision(new("second"), Spec.Ask(601), other), Ana).ThenRefused("process.kind-covered");
    }

    [Fact]
    public void What_came_to_stand_in_its_way_meanwhile_is_said_and_nothing_is_put_in_force()
    {
        var spec = Ladder.Proposed();
        spec.When(new StartProcess(new("other"), Spec.Ask(610), Ladder.Text with { Name = Say("Another") }), Dale);
        var other = Fair.Proposal with { Matter = new(MatterKind.Process) { Process = new ProcessId("other") } };
        spec.When(new ProposeDecision(new("second"), Spec.Ask(611), other), Ana).VoteOn(new("second"));
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas).ThenHappened<DecisionNotCarriedOut>(static one => one.Why == "process.kind-covered");
        Assert.Null(spec.Process().Current);
    }

    [Fact]
    public void Without_rungs_or_with_an_endless_or_no_clock_there_is_no_process()
    {
        var text = Ladder.Text;
        Ladder.Started(text with { Rungs = [] }).ThenRefused("process.no-rungs");
        Ladder.Started(text with { Kinds = [] }).ThenRefused("process.no-kinds");
        Ladder.Started(text with { Rungs = [Ladder.Talk with { Days = 0 }] }).ThenRefused("process.clock-out");
        Ladder.Started(text with { Rungs = [Ladder.Talk with { Days = ProcessRules.MostDays + 1 }] }).ThenRefused("process.clock-out");
        Ladder.Started(text with { Rungs = [Ladder.Mediation with { NameNeutralDays = 0 }] }).ThenRefused("process.naming-out");
        Ladder.Started(text with { Rungs = [Ladder.Talk with { NameNeutralDays = 3 }] }).ThenRefused("process.naming-out");
        Ladder.Started(text with { FollowUpDays = 0 }).ThenRefused("process.follow-up-out");
        Ladder.Started(text with { NoProgressDays = 0 }).ThenRefused("process.no-progress-out");
        Ladder.Started(text with { StatementsKeptDays = 3 }).ThenRefused("process.keeping-out");
        Ladder.Started(text with { Rungs = [.. Enumerable.Repeat(Ladder.Talk, ProcessRules.MostRungs + 1)] }).ThenRefused("process.too-many-rungs");
    }

    [Fact]
    public void A_rung_that_nobody_can_attend_is_refused_before_anybody_is_asked()
    {
        var text = Ladder.Text;
        Ladder.Started(text with { Rungs = [Ladder.Review, Ladder.Talk] }).ThenRefused("process.review-last");
        Ladder.Started(text with { Rungs = [Ladder.Talk, Ladder.Review with { IsFinal = false }] }).ThenRefused("process.review-last");
        Ladder.Started(text with { Rungs = [Ladder.Talk with { IsFinal = true }] }).ThenRefused("process.review-last");
        Ladder.Started(text with { Rungs = [Ladder.Mediation with { HasNeutral = false }] }).ThenRefused("process.nobody-neutral");
        Ladder.Started(null, new RoleUnassigned(Ruth, Role.Manager, Lakeside)).Put(Fair.Id, 620).ThenRefused("process.nobody-attends");
        Ladder.Started(null, new RoleUnassigned(Sam, Role.Facilitator, null)).Put(Fair.Id, 621).ThenRefused("process.nobody-neutral");
        Ladder.Started(null, new PartnerRemoved(Cedar), new PartnerRemoved(Lakeside)).Put(Fair.Id, 622).ThenRefused("process.nobody-reviews");
    }

    [Fact]
    public void D8_Responses_are_a_table_from_light_to_grave_and_the_bot_applies_none()
    {
        var steps = Enum.GetValues<Response>().Select(static response => new ResponseStep(response, Say($"{response}"))).ToValueList();
        var spec = Ladder.Ratified(Ladder.Text with { Responses = steps });
        Assert.Equal(Enum.GetValues<Response>(), spec.Process().Current!.Text.Responses.Select(static step => step.Response));
        Ladder.Started(Ladder.Text with { Responses = [steps[3], steps[0]] }).ThenRefused("process.response-order");
        Ladder.Started(Ladder.Text with { Responses = [steps[0], steps[0]] }).ThenRefused("process.response-order");
        Assert.Empty(spec.WhenClockWalksTo(Local(2027, 6, 1, 9, 0)).Events.OfType<ProcessEvent>());
    }

    [Fact]
    public void D2_Grounds_for_skipping_are_listed_in_the_process()
    {
        var card = ProcessViews.Card(Ladder.Ratified().State, new PersonReader(Mei), Ladder.Id)!;
        Assert.Equal(["Somebody is in danger"], card.Grounds);
        var many = Enumerable.Range(0, ProcessRules.MostGrounds + 1).Select(static n => Say($"Ground {n}")).ToValueList();
        Ladder.Started(Ladder.Text with { Grounds = many }).ThenRefused("process.too-many-grounds");
    }

    [Fact]
    public void Only_who_may_draft_drafts_and_a_name_is_taken_once()
    {
        Spec.Given().When(new StartProcess(Ladder.Id, Spec.Ask(630), Ladder.Text), Mei).ThenRefused(Refusal.NotYours);
        var spec = Ladder.Started();
        spec.When(new StartProcess(new("other"), Spec.Ask(631), Ladder.Text with { Name = Say("missed PROMISES") }), Dale).ThenRefused("process.name-taken");
        spec.Change(Ladder.Text with { FollowUpDays = 9 }, Mei).ThenRefused(Refusal.NotYours);
        spec.When(new ChangeProcess(Ladder.Id, 0, Spec.Ask(632), Ladder.Text with { FollowUpDays = 9 }), Tom).ThenRefused("stale");
    }

    [Fact]
    public void A_draft_can_be_dropped_but_not_while_it_is_voted_on_and_what_holds_stays()
    {
        var spec = Ladder.Started();
        spec.When(new DropProcessDraft(Ladder.Id, 1, Spec.Ask(640)), Tom).ThenOnly<ProcessDraftDropped>();
        Assert.Empty(ProcessViews.List(spec.State, new PersonReader(Mei)));
        spec.When(new DropProcessDraft(Ladder.Id, 2, Spec.Ask(641)), Tom).ThenRefused("process.no-draft");
        spec.Put(Fair.Id, 642).ThenRefused("process.no-draft");
        Ladder.Proposed().When(new DropProcessDraft(Ladder.Id, 1, Spec.Ask(643)), Tom).ThenRefused("process.under-way");
        var ratified = Ladder.Ratified().Change(Ladder.Text with { FollowUpDays = 9 });
        ratified.When(new DropProcessDraft(Ladder.Id, ratified.Process().Revision, Spec.Ask(644)), Tom);
        Assert.Equal((20, null), (ratified.Process().Current!.Text.FollowUpDays, ratified.Process().Draft));
    }

    [Fact]
    public void A_change_is_shown_rung_by_rung_against_what_holds()
    {
        var spec = Ladder.Ratified().Change(Ladder.Text with { Rungs = [Ladder.Talk with { Days = 5 }, Ladder.Supervisors], FollowUpDays = 30 });
        var changes = ProcessViews.Card(spec.State, new PersonReader(Mei), Ladder.Id, 0)!.Changes;
        Assert.Equal(
            [(ProcessPart.Rung, 1), (ProcessPart.Rung, 3), (ProcessPart.Rung, 4), (ProcessPart.Rung, 5), (ProcessPart.FollowUp, (int?)null)],
            changes.Select(static change => (change.Part, change.Rung)));
        Assert.Equal((10, 5), (changes[0].Before[0].Rung!.Days, changes[0].After[0].Rung!.Days));
        Assert.Equal((20, 30), (changes[^1].Before[0].Number, changes[^1].After[0].Number));
    }
}

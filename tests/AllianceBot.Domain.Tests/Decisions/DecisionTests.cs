using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class DecisionTests
{
    [Fact]
    public void E1_Nobody_objects_enough_were_heard_and_somebody_agrees_so_it_is_decided_when_all_have_spoken() =>
        Fair.Proposed().Agree(Tom).Agree(Dale).StandAside(Ruth).ThenIs(DecisionState.Open).Agree(Jonas)
            .ThenHappened<DecisionDecided>(static happened => happened.NotHeard.Count == 0).ThenIs(DecisionState.Decided);

    [Fact]
    public void E1_All_agree_needs_every_yes_and_standing_aside_is_none()
    {
        Fair.AllAgree().Agree(Tom).Agree(Dale).Agree(Ruth).StandAside(Jonas).ThenIs(DecisionState.Open);
        Fair.AllAgree().Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas).ThenIs(DecisionState.Decided);
    }

    [Fact]
    public void E1_Silence_is_never_yes_all_agree_with_one_silent_partner_is_not_decided() =>
        Fair.AllAgree().Agree(Tom).Agree(Dale).Agree(Ruth).WhenClockWalksTo(Local(2026, 12, 31, 9, 0))
            .ThenHappened<DecisionNotDecided>(static happened =>
                happened is { Why: WhyNotDecided.NotAllAgreed, NotHeard: [var silent] } && silent == Cedar);

    [Fact]
    public void E2_An_objection_needs_a_reason_and_a_way_out()
    {
        Fair.Proposed().Voice(Ruth, Position.Objection).ThenRefused("decision.reason-missing");
        Fair.Proposed().Voice(Ruth, Position.Objection, "No room.").ThenRefused("decision.way-out-missing");
        Fair.Proposed().Objects(Ruth).ThenIs(DecisionState.Integrating);
    }

    [Fact]
    public void E2_One_objection_is_not_outvoted_however_many_agree() =>
        Fair.Proposed().Agree(Tom).Agree(Dale).Agree(Jonas).Objects(Ruth).ThenIs(DecisionState.Integrating)
            .WhenClockWalksTo(Local(2026, 12, 31, 9, 0))
            .ThenHappened<DecisionExtended>(static happened => !happened.Outage)
            .ThenHappened<DecisionNotDecided>(static happened => happened.Why == WhyNotDecided.Objection);

    [Fact]
    public void E2_The_objector_may_stand_aside_and_both_words_are_kept()
    {
        var spec = Fair.Proposed().Agree(Tom).Agree(Dale).Agree(Jonas).Objects(Ruth).StandAside(Ruth).ThenIs(DecisionState.Decided);
        Assert.Equal(5, spec.Decision().Voices.Count);
        Assert.Equal(Position.Objection, Assert.Single(spec.Shown(Ana)!.Inside!.Earlier).Position);
    }

    [Fact]
    public void E3_Voices_are_hidden_until_ones_own_partner_has_spoken()
    {
        var spec = Fair.Proposed().Agree(Tom).Voice(Dale, Position.AgreeWithReservations, "If it rains?");
        Assert.Empty(spec.SeenVoices(Ruth));
        Assert.Equal((2, true), (spec.Shown(Ruth)!.Inside!.Hidden, spec.Shown(Ruth)!.Inside!.HasVoice));
        Assert.Equal((2, false), (spec.Shown(Sam)!.Inside!.Hidden, spec.Shown(Sam)!.Inside!.HasVoice));
        Assert.Equal(2, spec.Shown(Ruth)!.Heard);
        Assert.Empty(spec.SeenVoices(Sam));
        spec.StandAside(Ruth);
        Assert.Equal(["harbor:Agree", "lakeside:StandAside", "workforce:AgreeWithReservations"], spec.SeenVoices(Ruth).Order());
        Assert.Empty(spec.SeenVoices(Sam));
    }

    [Fact]
    public void E3_Once_closed_all_members_see_every_voice() => Assert.Equal(4, Fair.Decided().SeenVoices(Sam).Count());

    [Fact]
    public void E3_An_objection_is_known_to_those_who_work_on_it()
    {
        var spec = Fair.Proposed().Objects(Ruth);
        Assert.Equal(["lakeside:Objection"], spec.SeenVoices(Ana));
        Assert.Equal(["lakeside:Objection"], spec.SeenVoices(Sam));
        Assert.Empty(spec.SeenVoices(Tom));
        Assert.Empty(spec.SeenVoices(Dale));
    }

    [Fact]
    public void E3_A_funding_partners_voice_is_shown_together_with_all_others()
    {
        var spec = Fair.Proposed().Agree(Jonas).Agree(Tom).Agree(Dale);
        Assert.DoesNotContain("cedar:Agree", spec.SeenVoices(Tom));
        Assert.Contains("workforce:Agree", spec.SeenVoices(Tom));
        Assert.Contains("cedar:Agree", spec.SeenVoices(Jonas));
        Assert.Contains("cedar:Agree", spec.Agree(Ruth).SeenVoices(Tom));
    }

    [Fact]
    public void A_funding_partner_stands_aside_on_its_own_money_and_is_not_waited_for()
    {
        Fair.Proposed(Fair.Proposal with { MoneyOf = Cedar }).Agree(Jonas).ThenRefused("decision.own-money");
        Fair.Proposed(Fair.Proposal with { MoneyOf = Cedar, Method = DecisionMethod.AllAgree }).Agree(Tom).Agree(Dale).Agree(Ruth)
            .ThenIs(DecisionState.Decided);
        Fair.Proposed(Fair.Proposal with { MoneyOf = Cedar }).StandAside(Jonas).ThenIs(DecisionState.Open);
    }

    [Fact]
    public void E4_Without_a_quorum_of_partners_there_is_no_decision()
    {
        Fair.Proposed().Agree(Tom).Agree(Dale).WhenClockWalksTo(Local(2026, 12, 31, 9, 0))
            .ThenHappened<DecisionNotDecided>(static happened => happened is { Why: WhyNotDecided.NoQuorum, NotHeard.Count: 2 });
        Fair.Proposed().Agree(Tom).Agree(Dale).Agree(Ruth).WhenClockWalksTo(Local(2026, 11, 28, 0, 0))
            .ThenHappened<DecisionDecided>(static happened => happened.NotHeard is [var silent] && silent == Cedar);
    }

    [Fact]
    public void E4_A_quorum_is_between_one_and_all_partners()
    {
        Fair.Proposed(Fair.Proposal with { Quorum = 0 }).ThenRefused("decision.quorum-out");
        Fair.Proposed(Fair.Proposal with { Quorum = 5 }).ThenRefused("decision.quorum-out");
    }

    [Fact]
    public void E5_An_amended_text_is_a_new_version_and_clears_the_voices()
    {
        var spec = Fair.Proposed().Agree(Tom).Objects(Ruth).Amend("We hold it in May.", Ana).ThenIs(DecisionState.Open);
        Assert.Equal((2, 0), (spec.Decision().Version, Tally.Heard(spec.Decision())));
        Assert.Equal(2, spec.Decision().Voices.Count);
        Assert.Equal("We hold one joint job fair in April instead of four.", spec.Shown(Tom)!.TextBefore);
        spec.Amend("We hold it in May.", Ana).ThenRefused("decision.nothing-changed");
    }

    [Fact]
    public void E5_A_voice_on_an_older_version_is_stale_and_one_beside_other_voices_is_not()
    {
        var spec = Fair.Proposed().Agree(Tom);
        spec.When(new GiveVoice(Fair.Id, 1, Spec.Ask(40), null, Position.Agree, null, null), Dale).ThenHappened<DecisionVoiced>();
        spec.Amend("We hold it in May.", Sam);
        spec.When(new GiveVoice(Fair.Id, 3, Spec.Ask(41), null, Position.Agree, null, null), Dale).ThenRefused("stale");
        spec.When(new GiveVoice(Fair.Id, 99, Spec.Ask(42), null, Position.Agree, null, null), Dale).ThenRefused("stale");
    }

    [Fact]
    public void E6_The_outcome_is_a_written_statement_beside_the_tally_and_its_proposer_is_asked_for_it()
    {
        Fair.Decided().WhenClockWalksTo(Local(2026, 11, 24, 9, 0)).ThenHappened<DecisionOutcomeAsked>()
            .ThenToldAmongOthers("decision.outcome-asked -> ana, sam");
        Fair.InForce().ThenIs(DecisionState.InForce);
        Fair.Proposed().Do((revision, ask) => new WriteOutcome(Fair.Id, revision, ask, Say("yes"), new(2027, 5, 3)), Ana)
            .ThenRefused("decision.still-open");
        Fair.Decided().Do((revision, ask) => new WriteOutcome(Fair.Id, revision, ask, Say("yes"), new(2027, 5, 3)), Tom).ThenRefused(Refusal.NotYours);
        Fair.Decided().Do((revision, ask) => new WriteOutcome(Fair.Id, revision, ask, Say("yes"), new(2026, 11, 20)), Ana)
            .ThenRefused("decision.review-past");
    }

    [Fact]
    public void E7_The_review_comes_up_once_and_is_reaffirmed_or_retired()
    {
        var due = Fair.InForce().WhenClockWalksTo(Local(2027, 5, 3, 9, 0)).ThenHappened<DecisionReviewDue>().ThenIs(DecisionState.ReviewDue);
        Assert.Null(due.State.NextDue);
        due.Do((revision, ask) => new ReaffirmDecision(Fair.Id, revision, ask, null, null), Sam, Local(2027, 5, 4, 10, 0)).ThenIs(DecisionState.InForce);
        Assert.Null(due.State.NextDue);
        due.Do((revision, ask) => new RetireDecision(Fair.Id, revision, ask, Say("over")), Sam, Local(2027, 5, 4, 11, 0)).ThenRefused("decision.no-review");
        Fair.InForce().WhenClockWalksTo(Local(2027, 5, 3, 9, 0))
            .Do((revision, ask) => new RetireDecision(Fair.Id, revision, ask, Say("over")), Ana, Local(2027, 5, 4, 11, 0)).ThenIs(DecisionState.Retired);
    }

    [Fact]
    public void E7_An_amending_decision_takes_the_old_ones_place_once_it_is_decided()
    {
        var spec = Fair.InForce();
        var proposal = Fair.Proposal with { Title = Say("Two fairs"), Closes = new(2026, 12, 4), Amends = Fair.Id };
        var second = new DecisionId("second");
        spec.When(new ProposeDecision(second, Spec.Ask(50), proposal), Ruth).ThenIs(DecisionState.InForce);
        foreach (var (person, n) in new[] { (Tom, 51), (Dale, 52), (Ruth, 53), (Jonas, 54) })
        {
            spec.When(new GiveVoice(second, spec.State.Decisions[second].Revision, Spec.Ask(n), null, Position.Agree, null, null), person);
        }

        spec.ThenIs(DecisionState.Replaced);
        Assert.Equal(second, spec.Decision().Successor);
    }

    [Fact]
    public void E8_Only_those_whose_partner_has_not_spoken_are_reminded()
    {
        Fair.Proposed().Agree(Tom).Agree(Jonas).WhenClockWalksTo(Local(2026, 11, 26, 9, 0)).ThenTold("decision.reminded -> dale", "decision.reminded -> ruth");
        var late = Fair.Proposed().WhenClockWalksTo(Local(2026, 11, 26, 9, 0));
        var reminder = late.Told().Single(static notice => notice.To.Id == "tom");
        Assert.False(StillWanted.Is(late.Agree(Tom).State, reminder));
    }

    [Fact]
    public void N3_Who_was_not_heard_is_kept_by_name_and_shown_once_closed()
    {
        var open = Fair.Proposed().Agree(Tom).Agree(Dale).Agree(Ruth);
        Assert.Empty(open.Shown(Tom)!.Inside!.NotHeard);
        Assert.Equal([Cedar], open.Shown(Sam)!.Inside!.NotHeard.Select(static partner => partner.Id));
        var closed = open.WhenClockWalksTo(Local(2026, 11, 28, 0, 0));
        Assert.Equal([Cedar], closed.Shown(Tom)!.Inside!.NotHeard.Select(static partner => partner.Id));
    }

    [Fact]
    public void N24_One_person_of_a_small_partner_equals_six_of_a_large_one()
    {
        var more = Enumerable.Range(1, 6).SelectMany(static n => (AllianceEvent[])
        [
            new PersonJoined(new($"lake{n}"), Say($"Lake {n}"), Lakeside, null),
            new RoleAssigned(new($"lake{n}"), Role.Manager, Lakeside),
        ]).ToArray();
        var spec = Fair.Proposed(null, more);
        for (var n = 1; n <= 6; n++) spec.Agree(new($"lake{n}"));
        Assert.Equal(1, Tally.Heard(spec.Decision()));
        spec.Agree(Jonas);
        Assert.Equal(2, Tally.Heard(spec.Decision()));
    }

    [Fact]
    public void The_last_word_of_a_partner_counts_and_both_are_kept()
    {
        var spec = Fair.Proposed(null, new RoleAssigned(Ana, Role.Manager, Harbor)).Objects(Ana).Agree(Tom).ThenIs(DecisionState.Open);
        Assert.Equal(Tom, Tally.Of(spec.Decision(), Harbor)!.By);
        Assert.Equal(2, spec.Decision().Voices.Count);
    }

    [Fact]
    public void In_a_place_only_how_many_were_heard_is_shown()
    {
        var card = DecisionViews.Card(Fair.Proposed().Agree(Tom).Objects(Ruth).State, PlaceReader.Any, Fair.Id, Now)!;
        Assert.Equal((2, 4), (card.Heard, card.Asked));
        Assert.Null(card.Inside);
        Assert.Empty(card.Acts);
        Assert.DoesNotContain("We have no one free", Dump.Of(card), StringComparison.Ordinal);
    }

    [Fact]
    public void An_observer_sees_what_was_written_down_and_nothing_before()
    {
        var watcher = new PersonId("watcher");
        AllianceEvent[] given = [new PersonJoined(watcher, Say("Wendy"), null, null), new RoleAssigned(watcher, Role.Observer, null)];
        var spec = Fair.Proposed(null, given);
        Assert.Null(spec.Shown(watcher));
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas);
        Assert.Null(spec.Shown(watcher));
        spec.Do((revision, ask) => new WriteOutcome(Fair.Id, revision, ask, Say("One fair."), new(2027, 5, 3)), Ana);
        Assert.Equal("One fair.", spec.Shown(watcher)!.Statement);
        Assert.Null(spec.Shown(watcher)!.Inside);
    }
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What people and the world do wrong to a decision: clear answers, and nothing is lost.</summary>
public sealed class BadVoiceTests
{
    [Fact]
    public void Who_does_not_speak_for_a_partner_has_no_voice()
    {
        Fair.Proposed().Agree(Ana).ThenRefused(Refusal.NotYours);
        Fair.Proposed().Agree(Sam).ThenRefused(Refusal.NotYours);
        Fair.Proposed().Voice(Tom, Position.Agree, partner: Lakeside).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void The_same_voice_twice_is_one() => Fair.Proposed().Agree(Tom).Agree(Tom).ThenNothing();

    [Fact]
    public void Who_speaks_for_two_partners_says_for_which()
    {
        var spec = Fair.Proposed(null, new RoleAssigned(Tom, Role.Representative, Cedar));
        spec.Agree(Tom).ThenRefused("decision.which-partner");
        spec.Voice(Tom, Position.Agree, partner: Cedar).ThenHappened<DecisionVoiced>(static voice => voice.Partner == Cedar);
    }

    [Fact]
    public void After_its_closing_day_nobody_speaks_even_before_the_clock_struck() =>
        Fair.Proposed().Agree(Tom, Local(2026, 11, 28, 0, 0)).ThenRefused("decision.closed");

    [Fact]
    public void A_closing_day_that_is_past_or_today_or_too_far_is_refused()
    {
        Fair.Proposed(Fair.Proposal with { Closes = new(2026, 11, 12) }).ThenRefused("decision.closes-past");
        Fair.Proposed(Fair.Proposal with { Closes = new(2026, 11, 20) }).ThenRefused("decision.closes-past");
        Fair.Proposed(Fair.Proposal with { Closes = new(2028, 11, 20) }).ThenRefused("decision.closes-far");
    }

    [Fact]
    public void Everybody_standing_aside_decides_nothing() =>
        Fair.Proposed().StandAside(Tom).StandAside(Dale).StandAside(Ruth).StandAside(Jonas).ThenIs(DecisionState.Open)
            .WhenClockWalksTo(Local(2026, 12, 31, 9, 0)).ThenHappened<DecisionNotDecided>(static happened => happened.Why == WhyNotDecided.NobodyAgreed);

    [Fact]
    public void A_partner_that_leaves_is_not_waited_for_and_its_voice_no_longer_counts()
    {
        var spec = Fair.AllAgree().Agree(Tom).Agree(Dale).Agree(Ruth);
        spec.When(new RemovePartner(Cedar, Spec.Ask(60)), Dale).ThenHappened<DecisionPartnerLeft>().ThenHappened<DecisionDecided>();
        Fair.Proposed().Agree(Jonas).When(new RemovePartner(Cedar, Spec.Ask(60)), Dale).ThenHappened<DecisionPartnerLeft>()
            .ThenState(static state => Assert.Equal(0, Tally.Heard(state.Decisions[Fair.Id])));
    }

    [Fact]
    public void A_partner_that_joins_meanwhile_has_no_voice_and_is_shown_the_result()
    {
        var newcomer = new PersonId("nina");
        var spec = Fair.Proposed();
        spec.When(new AddPartner(new("new"), Say("New Partner"), PartnerKind.Other, Spec.Ask(70)), Dale);
        spec.When(new Invite(new("i1"), "code", new PartnerId("new"), Role.Manager, Say("Nina"), Spec.Ask(71)), Dale);
        spec.When(new JoinByCode("code", Say("Nina"), Spec.Ask(72)), newcomer);
        spec.Agree(newcomer).ThenRefused(Refusal.NotYours);
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas).ThenIs(DecisionState.Decided);
        Assert.Equal(4, spec.SeenVoices(newcomer).Count());
    }

    [Fact]
    public void A_hundred_partners_decide_and_nothing_is_lost()
    {
        var many = Enumerable.Range(1, 96).SelectMany(static n => (AllianceEvent[])
        [
            new PartnerAdded(new($"p{n}"), Say($"Partner {n}"), PartnerKind.Other),
            new PersonJoined(new($"m{n}"), Say($"Manager {n}"), new PartnerId($"p{n}"), null),
            new RoleAssigned(new($"m{n}"), Role.Manager, new PartnerId($"p{n}")),
        ]).ToArray();
        var spec = Fair.AllAgree(many);
        for (var n = 1; n <= 96; n++) spec.Agree(new($"m{n}"));
        spec.ThenIs(DecisionState.Open).Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas).ThenIs(DecisionState.Decided);
        Assert.Equal(100, spec.Shown(Sam)!.Inside!.Voices.Count);
    }

    [Fact]
    public void An_outage_over_its_end_gives_time_again_and_leaves_the_one_extension()
    {
        var spec = Fair.Proposed().Agree(Tom).WhenClock(Local(2026, 12, 10, 9, 0)).ThenHappened<DecisionExtended>(static happened => happened.Outage);
        Assert.False(spec.Decision().Extended);
        Assert.True(spec.Decision().Proposal.Closes > new LocalDate(2026, 12, 10));
    }

    [Fact]
    public void Time_is_given_once()
    {
        var spec = Fair.Proposed().Do((revision, ask) => new ExtendDecision(Fair.Id, revision, ask, new(2026, 12, 4)), Sam).ThenHappened<DecisionExtended>();
        spec.Do((revision, ask) => new ExtendDecision(Fair.Id, revision, ask, new(2026, 12, 11)), Sam).ThenRefused("decision.extended-already");
        Fair.Proposed().Do((revision, ask) => new ExtendDecision(Fair.Id, revision, ask, new(2026, 11, 25)), Sam).ThenRefused("decision.closes-not-later");
    }

    [Fact]
    public void Only_its_proposer_takes_it_back()
    {
        Fair.Proposed().Do(static (revision, ask) => new WithdrawDecision(Fair.Id, revision, ask, null), Tom).ThenRefused(Refusal.NotYours);
        Fair.Proposed().Do(static (revision, ask) => new WithdrawDecision(Fair.Id, revision, ask, null), Ana).ThenIs(DecisionState.Withdrawn);
    }

    [Fact]
    public void Proposed_it_is_told_to_all_who_speak_for_a_partner_and_in_the_home_place() =>
        Fair.Proposed().ThenTold("decision.proposed -> dale, jonas, ruth, tom", "decision.proposed -> home");

    [Fact]
    public void The_rules_of_the_alliance_change_by_a_decision_and_keep_what_others_changed()
    {
        var wanted = Settings.Default with { AnswerByDays = 9 };
        var matter = new Matter(MatterKind.Rules) { RulesBefore = Settings.Default, Rules = wanted };
        var spec = Fair.Proposed(Fair.Proposal with { Matter = matter });
        spec.When(new ChangeSettings(Settings.Default with { AcceptByDays = 8 }, Spec.Ask(80)), Dale);
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas).ThenHappened<SettingsChanged>();
        Assert.Equal((9, 8), (spec.State.Settings.AnswerByDays, spec.State.Settings.AcceptByDays));
    }
}

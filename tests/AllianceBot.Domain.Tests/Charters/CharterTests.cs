using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CharterTests
{
    [Fact]
    public void A_charter_is_adopted_when_every_partner_has_agreed_and_then_it_holds()
    {
        var spec = Together.Adopted();
        Assert.Equal(1, spec.State.Charter.Current!.Number);
        Assert.Equal([Cedar, Harbor, Lakeside, Workforce], spec.State.Charter.Current.Adopted.OrderBy(static partner => partner.Value));
        Assert.Equal("We find work for 150 young adults.", Assert.Single(spec.State.Goals).Text.Text);
        Assert.Contains(Jobs, spec.State.PastGoals.Select(static goal => goal.Id));
        Assert.Equal(["Joint fundraising"], spec.State.Exclusions.Select(static one => one.Text.Text));
    }

    [Fact]
    public void With_one_partner_silent_nothing_is_adopted()
    {
        var spec = Together.Proposed().Agree(Tom).Agree(Dale).Agree(Ruth).WhenClockWalksTo(Local(2027, 1, 15, 9, 0));
        spec.ThenHappened<DecisionNotDecided>();
        Assert.Null(spec.State.Charter.Current);
        Assert.Equal(Jobs, Assert.Single(spec.State.Goals).Id);
    }

    [Fact]
    public void Whatever_method_is_asked_for_a_charter_needs_every_yes() =>
        Assert.Equal(DecisionMethod.AllAgree, Together.Proposed().Decision().Proposal.Method);

    [Fact]
    public void Every_adopted_version_is_kept_and_shown_as_a_difference_from_the_one_before()
    {
        var spec = Together.Adopted();
        spec.When(new DraftCharter(new() { Parts = [new(CharterSection.Ways, null, Say("We meet monthly, in person."))] }, Spec.Ask(300)), Tom);
        spec.Propose(new("second"), 301).Vote(new("second"), 310);
        Assert.Equal(2, spec.State.Charter.Versions.Count);
        var second = CharterViews.Card(spec.State, new PersonReader(Mei))!;
        var change = Assert.Single(second.Changes);
        Assert.Equal((CharterSection.Ways, "We meet monthly.", "We meet monthly, in person."), (change.Section, change.Before[0].Text, change.After[0].Text));
        Assert.Equal("We meet monthly.", CharterViews.Card(spec.State, new PersonReader(Mei), 1)!.Sheets.Single(static one => one.Section == CharterSection.Ways).Lines[0].Text);
    }

    [Fact]
    public void An_amended_charter_is_taken_as_its_draft_stands_then_and_asks_everybody_again()
    {
        var spec = Together.Proposed().Agree(Tom).Objects(Ruth);
        spec.When(new DraftCharter(new() { Does = [Say("Shared intake")] }, Spec.Ask(320)), Ruth);
        Assert.Empty(spec.Decision().Charter!.Does);
        spec.Do(static (revision, ask) => new AmendDecision(Fair.Id, revision, ask, Fair.Proposal.Text, null), Ana).ThenHappened<DecisionAmended>();
        Assert.Single(spec.Decision().Charter!.Does);
        Assert.Equal(0, Tally.Heard(spec.Decision()));
    }

    [Fact]
    public void A_draft_that_says_nothing_new_or_a_second_decision_about_it_is_refused()
    {
        Fair.Proposed(Fair.Proposal with { Matter = Matter.Charter }).ThenRefused("charter.unchanged");
        Together.Proposed().Propose(new("second"), 330).ThenRefused("charter.under-way");
    }

    [Fact]
    public void A_partner_that_joins_later_is_shown_as_outside_until_it_adopts_it()
    {
        var spec = Together.Adopted();
        var matter = new Matter(MatterKind.PartnerIn) { PartnerName = Say("Northside Clinic"), PartnerKind = PartnerKind.Other };
        spec.When(new AddPartner(new("north"), Say("Northside Clinic"), PartnerKind.Other, Spec.Ask(340)), Dale).ThenRefused("charter.needs-decision");
        spec.When(new ProposeDecision(new("in"), Spec.Ask(341), Fair.Proposal with { Matter = matter }), Dale).Vote(new("in"), 350);
        spec.ThenHappened<PartnerAdded>();
        var north = new PartnerId("in");
        Assert.Equal([north], CharterViews.Outside(spec.State).Select(static partner => partner.Id));
        spec.When(new Invite(new("inv"), "code", north, Role.Manager, Say("Nina"), Spec.Ask(360)), Dale);
        spec.When(new JoinByCode("code", Say("Nina"), Spec.Ask(361)), new("nina"));
        spec.When(new AdoptCharter(north, 1, Spec.Ask(362)), Tom).ThenRefused(Refusal.NotYours);
        spec.When(new AdoptCharter(north, 1, Spec.Ask(363)), new("nina")).Then(new CharterJoined(north, 1));
        Assert.Empty(CharterViews.Outside(spec.State));
    }

    [Fact]
    public void A_yes_to_an_older_version_of_the_charter_is_none_to_the_newer()
    {
        var spec = Together.Adopted();
        spec.When(new AddPartner(new("north"), Say("Northside Clinic"), PartnerKind.Other, Spec.Ask(450)), Dale).ThenRefused("charter.needs-decision");
        var matter = new Matter(MatterKind.PartnerIn) { PartnerName = Say("Northside Clinic"), PartnerKind = PartnerKind.Other };
        spec.When(new ProposeDecision(new("in"), Spec.Ask(451), Fair.Proposal with { Matter = matter }), Dale).Vote(new("in"), 460);
        spec.When(new Invite(new("inv"), "code", new PartnerId("in"), Role.Manager, Say("Nina"), Spec.Ask(470)), Dale);
        spec.When(new JoinByCode("code", Say("Nina"), Spec.Ask(471)), new("nina"));
        spec.When(new DraftCharter(new() { Parts = [new(CharterSection.Ways, null, Say("We meet weekly."))] }, Spec.Ask(472)), Tom);
        spec.Propose(new("second"), 473).Vote(new("second"), 480);
        spec.When(new GiveVoice(new("second"), spec.State.Decisions[new("second")].Revision, Spec.Ask(490), null, Position.Agree, null, null), new("nina"));
        Assert.Equal(2, spec.State.Charter.Current!.Number);
        spec.When(new AdoptCharter(new("in"), 1, Spec.Ask(491)), new("nina")).ThenRefused("charter.other-version");
    }

    [Fact]
    public void A_goal_is_confirmed_in_the_wording_that_was_read()
    {
        var spec = Spec.Given();
        var read = spec.State.Goals[0].Text.Id;
        spec.When(new SetGoal(Jobs, Say("130 young adults in jobs for 90 days"), null, Spec.Ask(495)), Dale);
        spec.When(new ConfirmGoal(Jobs, Harbor, read, Spec.Ask(496)), Tom).ThenRefused("charter.other-wording");
        spec.When(new ConfirmGoal(Jobs, Harbor, spec.State.Goals[0].Text.Id, Spec.Ask(497)), Tom).ThenHappened<GoalConfirmed>();
    }

    [Fact]
    public void The_hours_of_an_adopted_charter_are_the_budgets_that_promises_are_held_against()
    {
        var spec = Spec.Given().When(new DraftCharter(Together.Edit with { Budgets = [new(Harbor, 8), new(Lakeside, 12)] }, Spec.Ask(200)), Sam)
            .Propose(new("first"), 201).Vote(new("first"), 210);
        Assert.Equal((8, 12, null), (spec.State.Partners[Harbor].Budget, spec.State.Partners[Lakeside].Budget, spec.State.Partners[Cedar].Budget));
        // What its own managers set meanwhile stands, until a charter says other hours.
        spec.When(new SetPartnerBudget(Harbor, 20, Spec.Ask(498)), Tom);
        spec.When(new DraftCharter(new() { Budgets = [new(Lakeside, 0)] }, Spec.Ask(499)), Ruth).Propose(new("second"), 500).Vote(new("second"), 510);
        Assert.Equal((20, null), (spec.State.Partners[Harbor].Budget, spec.State.Partners[Lakeside].Budget));
    }

    [Fact]
    public void A_draft_says_which_sections_are_not_written_yet()
    {
        var draft = CharterViews.Card(Together.Proposed().State, new PersonReader(Tom), 0)!;
        Assert.Contains(CharterSection.Risks, draft.Unwritten);
        Assert.DoesNotContain(CharterSection.Ways, draft.Unwritten);
        Assert.DoesNotContain(CharterSection.DoesNot, draft.Unwritten);
    }

    [Fact]
    public void A_partner_goes_by_decision_and_an_administrator_does_it_once_its_promises_are_settled()
    {
        var spec = Together.Adopted();
        spec.When(new RemovePartner(Lakeside, Spec.Ask(370)), Dale).ThenRefused("charter.needs-decision");
        var matter = new Matter(MatterKind.PartnerOut) { Partner = Lakeside };
        spec.When(new ProposeDecision(new("out"), Spec.Ask(371), Fair.Proposal with { Matter = matter }), Dale).Vote(new("out"), 380);
        spec.When(new RemovePartner(Lakeside, Spec.Ask(390)), Dale).ThenHappened<PartnerRemoved>();
    }

    [Fact]
    public void Once_a_charter_holds_set_up_writes_in_its_draft_and_rules_need_a_decision()
    {
        var spec = Together.Adopted();
        spec.When(new SetPurpose(Say("Another purpose"), Spec.Ask(400)), Dale).ThenHappened<CharterDrafted>();
        Assert.NotEqual("Another purpose", spec.State.Purpose!.Text);
        spec.When(new AddExclusion(Say("Lobbying"), Spec.Ask(401)), Dale).ThenHappened<CharterDrafted>();
        spec.When(new WithdrawFunding(Cedar, Harbor, Spec.Ask(402)), Dale).ThenHappened<CharterDrafted>();
        Assert.True(spec.State.Funds(Cedar, Harbor));
        spec.When(new ChangeSettings(Settings.Default with { AnswerByDays = 9 }, Spec.Ask(403)), Dale).ThenRefused("charter.needs-decision");
    }

    [Fact]
    public void Funding_ties_are_declared_in_the_charter_and_hold_with_it()
    {
        var spec = Together.Proposed(new CharterEdit { Funding = [new(Cedar, Harbor), new(Cedar, Lakeside)] });
        Assert.False(spec.State.Funds(Cedar, Lakeside));
        spec.Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas);
        Assert.True(spec.State.Funds(Cedar, Lakeside));
    }

    [Fact]
    public void Who_speaks_for_a_partner_writes_its_own_sections_and_the_common_ones_and_nobody_elses()
    {
        var spec = Spec.Given();
        spec.When(new DraftCharter(new() { Parts = [new(CharterSection.Gives, Harbor, Say("Two rooms"))] }, Spec.Ask(410)), Tom).ThenHappened<CharterDrafted>();
        spec.When(new DraftCharter(new() { Parts = [new(CharterSection.Gives, Lakeside, Say("Two rooms"))] }, Spec.Ask(411)), Tom).ThenRefused(Refusal.NotYours);
        spec.When(new DraftCharter(new() { Parts = [new(CharterSection.Ways, null, Say("Monthly"))] }, Spec.Ask(412)), Ana).ThenRefused(Refusal.NotYours);
        spec.When(new DraftCharter(new() { Parts = [new(CharterSection.Gives, Lakeside, Say("A hall"))] }, Spec.Ask(413)), Sam).ThenHappened<CharterDrafted>();
        spec.When(new DraftCharter(new() { Budgets = [new(Harbor, 5_000)] }, Spec.Ask(414)), Tom).ThenRefused("charter.hours-out");
        spec.When(new DraftCharter(new() { Retention = new(5, null, null) }, Spec.Ask(415)), Tom).ThenRefused("charter.retention-out");
    }

    [Fact]
    public void A_partners_own_terms_stand_beside_the_common_ones()
    {
        var spec = Together.Adopted();
        spec.When(new SetOwnTerms(Harbor, Say("We close in August."), Spec.Ask(420)), Tom).ThenHappened<OwnTermsSet>()
            .ThenToldAmongOthers("charter.own-terms-set -> dale, jonas, ruth");
        Assert.Equal("We close in August.", Assert.Single(CharterViews.Card(spec.State, PlaceReader.Any)!.OwnTerms).Terms);
        spec.When(new SetOwnTerms(Harbor, null, Spec.Ask(421)), Tom);
        Assert.Empty(spec.State.Charter.OwnTerms);
    }

    [Fact]
    public void N12_Each_partner_confirms_a_goal_as_its_own_and_who_has_not_is_open_by_name_and_wordings_stand_beside_each_other()
    {
        var spec = Spec.Given();
        spec.When(new ConfirmGoal(Jobs, Harbor, null, Spec.Ask(430)), Tom).ThenHappened<GoalConfirmed>();
        spec.When(new SetGoal(Jobs, Say("130 young adults in jobs for 90 days"), null, Spec.Ask(431)), Dale);
        spec.When(new ConfirmGoal(Jobs, Lakeside, null, Spec.Ask(432)), Ruth);
        var goal = Assert.Single(CharterViews.Goals(spec.State));
        Assert.Equal([Lakeside], goal.Own.Select(static partner => partner.Id));
        Assert.Equal((Harbor, "120 young adults in jobs for 90 days"), (goal.Earlier[0].Partner.Id, goal.Earlier[0].Text));
        Assert.Equal([Cedar, Harbor, Workforce], goal.Open.Select(static partner => partner.Id));
        spec.When(new ConfirmGoal(Jobs, Harbor, null, Spec.Ask(433)), Ana).ThenRefused(Refusal.NotYours);
    }
}

/// <summary>A draft written by the four partners, put to them as the tests' decision.</summary>
internal static class Together
{
    public static readonly CharterEdit Edit = new()
    {
        Parts =
        [
            new(CharterSection.Ways, null, Say("We meet monthly.")), new(CharterSection.Host, null, Say("The Workforce Office")),
            new(CharterSection.RecordUse, null, Say("Never for personnel or grant decisions.")),
        ],
        Goals = [new(new("g150"), Say("We find work for 150 young adults."), null)],
        DoesNot = [Say("Joint fundraising")],
    };

    public static Spec Proposed(CharterEdit? edit = null) => Spec.Given()
        .When(new DraftCharter(edit ?? Edit, Spec.Ask(200)), Dale)
        .When(new ProposeDecision(Fair.Id, Spec.Ask(201), Fair.Proposal with { Matter = Matter.Charter }), Ana);

    public static Spec Adopted(CharterEdit? edit = null) => Proposed(edit).Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas);

    public static Spec Propose(this Spec spec, DecisionId id, int ask) =>
        spec.When(new ProposeDecision(id, Spec.Ask(ask), Fair.Proposal with { Matter = Matter.Charter }), Ana);

    /// <summary>All four partners agree.</summary>
    public static Spec Vote(this Spec spec, DecisionId id, int ask)
    {
        foreach (var person in (PersonId[])[Tom, Dale, Ruth, Jonas])
        {
            spec.When(new GiveVoice(id, spec.State.Decisions[id].Revision, Spec.Ask(ask++), null, Position.Agree, null, null), person);
        }

        return spec;
    }
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class AgreeingTests
{
    private static readonly Instant AnswerBy = Local(2026, 11, 28, 0, 0);
    private static readonly LocalDate Later = new(2026, 12, 8);

    [Fact]
    public void A3_The_receiving_side_requests_and_the_doing_side_is_asked_for_five_of_its_working_days() => Referral
        .Requested()
        .Then(new CommitmentRequested(Referral.Id, 1, Referral.Terms, null, SeenByAll: true, AnswerBy))
        .ThenTold("commitment.requested -> mei")
        .ThenStands(CommitmentState.Requested);

    [Fact]
    public void A3_The_doing_side_offers_and_the_receiving_side_is_asked() => Referral
        .Offered()
        .Then(new CommitmentOffered(Referral.Id, 1, Referral.Terms, null, SeenByAll: true, AnswerBy))
        .ThenTold("commitment.offered -> ana")
        .ThenStands(CommitmentState.Offered);

    [Fact]
    public void A1_A_request_that_names_no_doer_goes_to_the_contacts_of_the_partner_and_who_asks_receives() => Referral
        .Requested(Referral.Terms with { Doer = null, Receiver = null })
        .ThenTold("commitment.requested -> ruth")
        .ThenState(static alliance => Assert.Equal(Ana, alliance.Promise().Terms.Receiver));

    [Fact]
    public void A1_Whoever_accepts_for_the_doing_side_names_the_doer() => Referral
        .Requested(Referral.Terms with { Doer = null })
        .Accept(Ruth, person: Mei)
        .Then(new CommitmentAccepted(Referral.Id, Mei, Ana))
        .ThenStands(CommitmentState.Active);

    [Fact]
    public void A1_Who_accepts_without_naming_anyone_does_it() => Referral
        .Requested(Referral.Terms with { Doer = null })
        .Accept(Ruth)
        .Then(new CommitmentAccepted(Referral.Id, Ruth, Ana));

    [Fact]
    public void A1_The_doer_must_be_of_the_doing_partner() => Referral
        .Requested(Referral.Terms with { Doer = null }).Accept(Ruth, person: Tom).ThenRefused(TermsRules.PersonUnknown);

    [Fact]
    public void A3_A_promise_is_asked_for_by_its_own_partner_only()
    {
        var ask = new RequestCommitment(Referral.Id, Spec.Ask(1), Referral.Terms, null, true);
        foreach (var other in (PersonId[])[Mei, Priya, Jonas, Sam, Stranger])
        {
            Spec.Given().When(ask, by: other).ThenRefused(Refusal.NotYours);
        }
    }

    [Fact]
    public void A2_A_promise_needs_what_how_anyone_can_tell_and_by_when()
    {
        Referral.Requested(Referral.Terms with { What = Say(" ") }).ThenRefused(TermsRules.TextMissing);
        Referral.Requested(Referral.Terms with { DoneWhen = new("w.removed", null) }).ThenRefused(TermsRules.TextMissing);
        Referral.Requested(Referral.Terms with { Due = new LocalDate(2026, 11, 19) }).ThenRefused(TermsRules.DuePast);
        Referral.Requested(Referral.Terms with { Due = new LocalDate(2032, 1, 1) }).ThenRefused(TermsRules.DueFar);
        Referral.Requested(Referral.Terms with { Due = new LocalDate(2026, 11, 20) }).ThenStands(CommitmentState.Requested);
    }

    [Fact]
    public void A13_A_goal_is_one_of_the_alliances_or_none_by_choice()
    {
        Referral.Requested(Referral.Terms with { Goal = new GoalId("elsewhere") }).ThenRefused(TermsRules.GoalUnknown);
        Referral.Requested(Referral.Terms with { Goal = null }).ThenStands(CommitmentState.Requested);
    }

    [Fact]
    public void Bad_sides_are_refused()
    {
        Referral.Requested(Referral.Terms with { DoerPartner = Harbor, Doer = null }).ThenRefused(TermsRules.SamePartner);
        Referral.Requested(Referral.Terms with { DoerPartner = new("nowhere"), Doer = null }).ThenRefused(TermsRules.PartnerUnknown);
        Referral.Requested(Referral.Terms with { Doer = Priya }).ThenRefused(TermsRules.PersonUnknown);
        Referral.Requested(Referral.Terms with { Doer = Stranger }).ThenRefused(TermsRules.PersonUnknown);
        Referral.Requested(given: [new PersonLeft(Mei)]).ThenRefused(TermsRules.PersonUnknown);
    }

    [Fact]
    public void One_who_acts_for_both_partners_cannot_stand_on_both_sides() => Referral
        .Requested(Referral.Terms with { Doer = Ana }, given: [new RoleAssigned(Ana, Role.Staff, Lakeside)])
        .ThenRefused(TermsRules.SamePerson);

    [Fact]
    public void Overlong_words_and_unusable_ids_are_refused()
    {
        Referral.Requested(Referral.Terms with { What = Say(new string('x', Limits.Name + 1)) }).ThenRefused(TermsRules.TextTooLong);
        Referral.Requested(Referral.Terms with { DoneWhen = Say(new string('x', Limits.Text + 1)) }).ThenRefused(TermsRules.TextTooLong);
        foreach (var id in (string?[])["", null, "with space", "x:y", new('x', Limits.Id + 1), "ümlaut"])
        {
            Spec.Given().When(new RequestCommitment(new(id!), Spec.Ask(1), Referral.Terms, null, true), by: Ana)
                .ThenRefused(Agreeing.DraftBad);
        }
    }

    [Fact]
    public void A_form_sent_twice_makes_one_promise_even_under_another_ask() => Referral.Requested()
        .When(new RequestCommitment(Referral.Id, Spec.Ask(99), Referral.Terms with { Due = Later }, null, true), by: Ana).ThenNothing()
        .When(new RequestCommitment(Referral.Id, Spec.Ask(99), Referral.Terms, null, true), by: Tom).ThenRefused(Refusal.NotYours);

    [Fact]
    public void A5_Either_side_counters_before_acceptance_and_each_offer_is_kept_as_a_numbered_revision() => Referral
        .Requested()
        .Counter(Mei, Referral.Terms with { Due = Later })
        .Then(new CommitmentCountered(Referral.Id, Referral.Terms with { Due = Later }, Say("because"), AnswerBy))
        .ThenTold("commitment.countered -> ana")
        .Counter(Ana, Referral.Terms with { Due = Later, Doer = Ruth })
        .ThenTold("commitment.countered -> ruth")
        .Accept(Ruth)
        .ThenState(static alliance =>
        {
            var promise = alliance.Promise();
            Assert.Equal([1, 2, 3], promise.Offers.Select(static offer => offer.Number));
            Assert.Equal([Side.Receiver, Side.Doer, Side.Receiver], promise.Offers.Select(static offer => offer.By));
            Assert.Equal((Ruth, Later), (promise.Terms.Doer, promise.Terms.Due));
        });

    [Fact]
    public void A5_A_counter_changes_at_least_one_term_and_the_same_words_said_anew_are_no_change() => Referral
        .Requested()
        .Counter(Mei, Referral.Terms with { What = new Words("other.1", " Referral form v2 ") })
        .ThenRefused(TermsRules.NothingChanged);

    [Fact]
    public void A5_A_counter_keeps_the_two_partners() => Referral
        .Requested().Counter(Mei, Referral.Terms with { ReceiverPartner = Workforce, Receiver = Priya, Due = Later })
        .ThenRefused(TermsRules.PartnersFixed);

    [Fact]
    public void A5_Only_the_side_whose_turn_it_is_answers() => Referral.Requested()
        .Accept(Ana).ThenRefused(CommitmentGuards.NotYourTurn)
        .Counter(Tom, Referral.Terms with { Due = Later }).ThenRefused(CommitmentGuards.NotYourTurn)
        .Accept(Priya).ThenRefused(Refusal.NotYours)
        .Accept(Sam).ThenRefused(Refusal.NotYours)
        .Accept(Ruth).ThenStands(CommitmentState.Active);

    [Fact]
    public void A5_After_three_rounds_the_card_suggests_to_talk()
    {
        var spec = Referral.Requested();
        for (var round = 1; round <= 3; round++)
        {
            Assert.DoesNotContain(CommitmentFlag.TalkSuggested, spec.Card(Ana)!.Inside!.Flags);
            spec.Counter(round % 2 == 1 ? Mei : Ana, Referral.Terms with { Due = Later.PlusDays(round) });
        }

        Assert.Contains(CommitmentFlag.TalkSuggested, spec.Card(Ana)!.Inside!.Flags);
    }

    [Fact]
    public void Nobody_agrees_with_what_they_put_on_the_table_themselves() => Spec
        .Given(new RoleAssigned(Tom, Role.Manager, Lakeside))
        .When(new RequestCommitment(Referral.Id, Spec.Ask(1), Referral.Terms with { Receiver = Tom }, null, true), by: Tom)
        .Accept(Tom, person: Mei).ThenRefused(CommitmentGuards.OwnProposal)
        .Accept(Ruth, person: Mei).ThenStands(CommitmentState.Active);

    [Fact]
    public void A_date_that_passed_meanwhile_cannot_be_accepted_only_countered()
    {
        var spec = Referral.Requested(Referral.Terms with { Due = new LocalDate(2026, 11, 23) });
        var late = Local(2026, 11, 24, 9, 0);
        spec.Accept(Mei, late).ThenRefused(TermsRules.DuePast);
        Assert.DoesNotContain(CommitmentAct.Accept, spec.Card(Mei, late)!.Acts);
        spec.Counter(Mei, Referral.Terms, late).ThenStands(CommitmentState.Countered);
    }

    [Fact]
    public void A4_A_request_is_declined_with_a_reason() => Referral.Requested()
        .Do(static (revision, ask) => new DeclineCommitment(Referral.Id, revision, ask, Say(" ")), Mei).ThenRefused(TermsRules.TextMissing)
        .Do(static (revision, ask) => new DeclineCommitment(Referral.Id, revision, ask, Say("no capacity")), Mei)
        .Then(new CommitmentDeclined(Referral.Id, Say("no capacity")))
        .ThenTold("commitment.declined -> ana")
        .ThenStands(CommitmentState.Declined)
        .Accept(Ruth).ThenRefused(CommitmentGuards.NotOpen);

    [Fact]
    public void The_proposer_or_its_manager_withdraws_before_it_is_agreed() => Referral.Requested()
        .Do(static (revision, ask) => new WithdrawCommitment(Referral.Id, revision, ask, null), Mei).ThenRefused(Refusal.NotYours)
        .Do(static (revision, ask) => new WithdrawCommitment(Referral.Id, revision, ask, null), Tom)
        .Then(new CommitmentWithdrawn(Referral.Id, null))
        .ThenTold("commitment.withdrawn -> mei", "commitment.withdrawn -> ana")
        .ThenStands(CommitmentState.Withdrawn);

    [Fact]
    public void Who_proposed_it_and_only_observes_now_learns_nothing_of_it_any_more()
    {
        var spec = Referral.Requested(seenByAll: true, given: [new RoleAssigned(Ana, Role.Observer, null)]);
        var observing = AllianceDecider.Evolve(spec.State, new RoleUnassigned(Ana, Role.Staff, Harbor));
        Assert.False(May.Do(observing, Ana, Act.SeePromise, Referral.Id));
        Assert.Equal(
            new Outcome.Refused(Refusal.NotYours),
            AllianceDecider.Decide(observing, new WithdrawCommitment(Referral.Id, 7, Spec.Ask(9), null), new(Ana, Referral.AcceptedAt)));
        Assert.True(May.Do(observing, Tom, Act.Withdraw, Referral.Id));
    }

    [Fact]
    public void After_a_yes_it_cannot_be_withdrawn() => Referral.Agreed()
        .Do(static (revision, ask) => new WithdrawCommitment(Referral.Id, revision, ask, null), Ana)
        .ThenRefused(CommitmentGuards.NotOpen);

    [Fact]
    public void H2_A_card_that_was_overtaken_is_refused_as_stale() => Referral.Requested()
        .Counter(Mei, Referral.Terms with { Due = Later })
        .When(new AcceptCommitment(Referral.Id, 1, Spec.Ask(7), null), by: Ana).ThenRefused("stale");

    [Fact]
    public void H1_A_button_pressed_twice_or_by_another_changes_nothing() => Referral.Requested()
        .When(new AcceptCommitment(Referral.Id, 1, Spec.Ask(7), null), by: Mei).ThenStands(CommitmentState.Active)
        .When(new AcceptCommitment(Referral.Id, 1, Spec.Ask(7), null), by: Mei).ThenNothing()
        .When(new AcceptCommitment(Referral.Id, 1, Spec.Ask(7), null), by: Priya).ThenRefused(Refusal.NotYours)
        .When(new AcceptCommitment(new("unknown"), 1, Spec.Ask(7), null), by: Mei).ThenRefused(Refusal.NotYours);
}

using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class HandOverTests
{
    [Fact]
    public void A_manager_of_a_side_hands_its_part_over_by_name_and_the_other_side_is_told() => Referral.Agreed()
        .Do(static (revision, ask) => new HandOver(Referral.Id, revision, ask, Ruth), Mei).ThenRefused(Refusal.NotYours)
        .Do(static (revision, ask) => new HandOver(Referral.Id, revision, ask, Tom), Ruth).ThenRefused(TermsRules.PersonUnknown)
        .Do(static (revision, ask) => new HandOver(Referral.Id, revision, ask, Mei), Ruth).ThenRefused(TermsRules.NothingChanged)
        .Do(static (revision, ask) => new HandOver(Referral.Id, revision, ask, Ruth), Ruth)
        .Then(new CommitmentHandedOver(Referral.Id, Side.Doer, Mei, Ruth, Left: false))
        .ThenTold("commitment.handed-over -> ana", "commitment.handed-on -> mei")
        .Report(Mei).ThenRefused(Refusal.NotYours)
        .Report(Ruth).ThenStands(CommitmentState.Reported);

    [Fact]
    public void When_a_member_leaves_a_manager_of_that_partner_holds_the_open_promises_at_once()
    {
        var spec = Referral.Agreed();
        spec.When(new RemovePerson(Mei, Spec.Ask(60)), by: Ruth)
            .ThenHappened<CommitmentHandedOver>(static over => over is { Side: Side.Doer, Left: true } && over.From == Mei && over.To == Ruth)
            .ThenToldAmongOthers("commitment.handed-over -> ana")
            .ThenState(static alliance => Assert.All(
                CheckInPlan.Of(alliance, alliance.Promise()), static checkIn => Assert.Equal(Ruth, checkIn.Person)));
        spec.Do(static (revision, ask) => new HandOver(Referral.Id, revision, ask, Mei), Ruth).ThenRefused(TermsRules.PersonUnknown);
    }

    [Fact]
    public void What_waits_for_an_answer_is_handed_over_too_and_what_ended_is_not()
    {
        Referral.Requested().When(new RemovePerson(Mei, Spec.Ask(60)), by: Ruth)
            .ThenHappened<CommitmentHandedOver>()
            .Accept(Ruth).ThenStands(CommitmentState.Active);
        Assert.Empty(Referral.Kept().When(new RemovePerson(Mei, Spec.Ask(60)), by: Ruth).Events.OfType<CommitmentHandedOver>());
    }

    [Fact]
    public void A_receiver_who_leaves_is_followed_by_a_manager_and_a_waiting_change_names_the_new_one() => Referral.Agreed()
        .Change(Mei, new(2026, 12, 11))
        .When(new RemovePerson(Ana, Spec.Ask(60)), by: Tom)
        .ThenHappened<CommitmentHandedOver>(static over => over is { Side: Side.Receiver })
        .ThenToldAmongOthers("commitment.handed-over -> mei")
        .AcceptChange(Tom)
        .ThenState(static alliance => Assert.Equal(Tom, alliance.Promise().Terms.Receiver));

    [Fact]
    public void Where_a_partner_has_nobody_to_hold_it_the_administrators_are_told_and_a_later_manager_takes_it_up() => Spec
        .Given(new RoleUnassigned(Ruth, Role.Manager, Lakeside))
        .When(new RequestCommitment(Referral.Id, Spec.Ask(1), Referral.Terms, null, true), by: Ana)
        .Accept(Mei, Referral.AcceptedAt)
        .When(new RemovePerson(Mei, Spec.Ask(60)), by: Dale)
        .ThenHappened<CommitmentHandedOver>(static over => over.To is null)
        .ThenToldAmongOthers("commitment.nobody-holds -> dale")
        .WhenClockWalksTo(Local(2026, 12, 2, 9, 0)).Then()
        .When(new AssignRole(Ruth, Role.Manager, Lakeside, Spec.Ask(61)), by: Dale)
        .Do(static (revision, ask) => new HandOver(Referral.Id, revision, ask, Ruth), Ruth)
        .ThenHappened<CommitmentHandedOver>(static over => over.To == Ruth);
}

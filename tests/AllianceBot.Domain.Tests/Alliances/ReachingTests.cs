using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What deliveries tell the alliance.</summary>
public sealed class ReachingTests
{
    private static NoticeSettled Settled(PersonId reader, Delivery fate, string reason, int ask = 1) =>
        new(Id, "alliance.renamed", reader, fate, reason, Spec.Ask(ask));

    [Fact]
    public void H4_Who_cannot_be_reached_is_told_once_to_the_facilitator_and_the_administrator_until_reached_again() => Spec.Given()
        .When(Settled(Ana, Delivery.Unreachable, "blocked"), PersonId.Clock)
        .Then(new PersonNotReached(Ana, "blocked"))
        .ThenTold("person.not-reached -> sam", "person.not-reached -> dale")
        .When(Settled(Ana, Delivery.Unreachable, "not-installed", 2), PersonId.Clock).ThenNothing()
        .When(Settled(Ana, Delivery.Unknown, "", 3), PersonId.Clock).ThenNothing()
        .When(Settled(Ana, Delivery.Sent, "", 4), PersonId.Clock).Then(new PersonReachedAgain(Ana)).ThenTold()
        .When(Settled(Ana, Delivery.Sent, "", 5), PersonId.Clock).ThenNothing();

    [Fact]
    public void A_facilitator_who_cannot_be_reached_is_not_asked_to_mend_it() => Spec.Given()
        .When(Settled(Sam, Delivery.Unreachable, "left"), PersonId.Clock)
        .Then(new PersonNotReached(Sam, "left"))
        .ThenTold("person.not-reached -> dale");

    [Fact]
    public void What_a_platform_says_in_words_does_not_get_into_the_story() => Spec.Given()
        .When(Settled(Ana, Delivery.Unreachable, "User Ana Reyes has blocked the bot"), PersonId.Clock)
        .Then(new PersonNotReached(Ana, "other"));

    [Fact]
    public void Only_the_machinery_settles_notices() => Spec.Given()
        .When(Settled(Ana, Delivery.Unreachable, "blocked"), Dale).ThenRefused(Refusal.NotYours)
        .When(Settled(Stranger, Delivery.Unreachable, "blocked"), PersonId.Clock).ThenNothing();

    [Fact]
    public void C13_Nobody_to_tell_is_recorded_and_said_once_to_the_facilitator() => Spec.Given()
        .When(Settled(default, Delivery.Unreachable, Reaching.Nobody), PersonId.Clock)
        .Then(new NoticeUntold(Id, "alliance.renamed"))
        .ThenTold("item.nobody-to-tell -> sam")
        .When(Settled(default, Delivery.Unreachable, Reaching.Nobody, 2), PersonId.Clock).ThenNothing()
        .When(Settled(default, Delivery.Unreachable, Reaching.Nobody, 3) with { Kind = Reaching.NobodyToTell }, PersonId.Clock).ThenNothing();

    [Fact]
    public void A_home_place_that_is_gone_is_home_no_more_and_administrators_are_told_once() => Spec.Given(new PlaceLinked("h"), new HomeSet("h"))
        .When(Settled(default, Delivery.Unreachable, "gone"), PersonId.Clock).Then(new HomeSet(null)).ThenTold("place.home-lost -> dale")
        .When(Settled(default, Delivery.Unreachable, "gone", 2), PersonId.Clock).ThenNothing();
}

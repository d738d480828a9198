using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What deliveries tell the alliance.</summary>
public sealed class ReachingTests
{
    private static NoticeSettled Settled(PersonId reader, Delivery fate, string reason, int ask = 1) =>
        new(Id, "alliance.renamed", reader, fate, reason, Spec.Ask(ask));

    private static PlaceChanged Place(string place, bool isThere, int ask = 1) => new(place, isThere, Spec.Ask(ask));

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
        .When(Settled(default, Delivery.Unreachable, "gone"), PersonId.Clock).Then(new PlaceGone("h")).ThenTold("place.home-lost -> dale")
        .ThenState(static alliance => Assert.Null(alliance.LivingHome))
        .When(Settled(default, Delivery.Unreachable, "gone", 2), PersonId.Clock).ThenNothing();

    [Fact]
    public void A_lost_home_is_home_again_when_the_bot_comes_back_or_somebody_says_so_there()
    {
        var spec = Spec.Given(new PlaceLinked("h"), new HomeSet("h"), new PlaceLinked("other"))
            .When(Place("h", isThere: false), PersonId.Clock).Then(new PlaceGone("h")).ThenTold("place.home-lost -> dale")
            .When(Place("h", isThere: false, 2), PersonId.Clock).ThenNothing();
        spec.When(Place("h", isThere: true, 3), PersonId.Clock).Then(new PlaceBack("h")).ThenTold("place.home-back -> dale")
            .ThenState(static alliance => Assert.Equal("h", alliance.LivingHome));
        spec.When(Place("h", isThere: true, 4), PersonId.Clock).ThenNothing();
        spec.When(Place("h", isThere: false, 5), PersonId.Clock)
            .When(new LinkPlace("h", Home: true, Spec.Ask(6)), by: Dale).ThenHappened<PlaceBack>()
            .ThenState(static alliance => Assert.Equal("h", alliance.LivingHome));
    }

    [Fact]
    public void A_place_that_is_not_home_goes_and_comes_without_a_word() => Spec.Given(new PlaceLinked("h"), new HomeSet("h"), new PlaceLinked("other"))
        .When(Place("other", isThere: false), PersonId.Clock).Then(new PlaceGone("other")).ThenTold()
        .When(Place("other", isThere: true, 2), PersonId.Clock).Then(new PlaceBack("other")).ThenTold()
        .When(Place("nobodys", isThere: false, 3), PersonId.Clock).ThenNothing()
        .When(Place("h", isThere: false, 4), Dale).ThenRefused(Refusal.NotYours);

    [Fact]
    public void H4_Whose_private_conversation_is_gone_is_not_reached_until_heard_again() => Spec.Given()
        .When(new ReachChanged(Ana, "not-installed", Spec.Ask(1)), PersonId.Clock)
        .Then(new PersonNotReached(Ana, "not-installed")).ThenTold("person.not-reached -> sam", "person.not-reached -> dale")
        .When(new ReachChanged(Ana, "left", Spec.Ask(2)), PersonId.Clock).ThenNothing()
        .When(new ReachChanged(Ana, "", Spec.Ask(3)), PersonId.Clock).Then(new PersonReachedAgain(Ana))
        .When(new ReachChanged(Ana, "", Spec.Ask(4)), PersonId.Clock).ThenNothing()
        .When(new ReachChanged(Ana, "left", Spec.Ask(5)), Dale).ThenRefused(Refusal.NotYours);
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Joint stories and thanks.</summary>
public sealed class JointStoryTests
{
    private static readonly StoryId Bakery = new("bakery");

    private static Spec Told(params ReadOnlySpan<PartnerId> partners) => Spec.Given().When(
        new TellStory(Bakery, Spec.Ask(1), Say("A young father starts in the bakery on Monday."), ValueList.Create(partners)), by: Ana);

    private static StoryView? Seen(Spec spec, PersonId reader) => StoryViews.Card(spec.State, new PersonReader(reader), Bakery);

    [Fact]
    public void N19_A_story_is_of_two_organisations_at_least_and_names_nobody_in_its_words()
    {
        Told(Harbor).ThenRefused(StoryDecider.TooFew);
        Told(Harbor, Harbor).ThenRefused(StoryDecider.TooFew);
        Told(Harbor, new("none")).ThenRefused(StoryDecider.PartnerUnknown);
        Spec.Given().When(new TellStory(Bakery, Spec.Ask(1), Say("cedar fund made it possible"), [Harbor, Cedar]), by: Ana)
            .ThenRefused(StoryDecider.NamesSomebody.Code);
        Spec.Given().When(new TellStory(Bakery, Spec.Ask(1), Say("x"), [Harbor, Cedar]), by: Stranger).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void N19_Each_one_is_asked_before_it_is_shown_and_only_those_who_say_yes_are_named()
    {
        var spec = Told(Harbor, Lakeside, Cedar).ThenTold("story.asked -> jonas", "story.asked -> ruth", "story.asked -> tom");
        Assert.Null(Seen(spec, Dale));
        Assert.NotNull(Seen(spec, Ruth));
        spec.When(new AnswerStory(Bakery, Spec.Ask(2), null, Named: true), by: Dale).ThenRefused(Refusal.NotYours);
        spec.When(new AnswerStory(Bakery, Spec.Ask(3), null, Named: true), by: Tom).Then(new StoryAnswered(Bakery, Harbor, true));
        spec.When(new AnswerStory(Bakery, Spec.Ask(4), null, Named: false), by: Jonas).Then(new StoryAnswered(Bakery, Cedar, false));
        spec.When(new AnswerStory(Bakery, Spec.Ask(5), null, Named: true), by: Ruth).Then(new StoryAnswered(Bakery, Lakeside, true), new StoryShown(Bakery));
        var seen = Seen(spec, Dale)!;
        Assert.Equal([Harbor, Lakeside], seen.Named.Select(static partner => partner.Id));
        Assert.Equal(3, seen.Partners);
        spec.When(new AnswerStory(Bakery, Spec.Ask(6), null, Named: false), by: Ruth).ThenRefused(StoryDecider.Shown);
    }

    [Fact]
    public void N19_Silence_is_no_yes_and_nobody_is_named_alone()
    {
        var spec = Told(Harbor, Lakeside).When(new AnswerStory(Bakery, Spec.Ask(3), null, Named: true), by: Tom)
            .WhenClockWalksTo(Local(2026, 11, 26, 1, 0)).Then(new StoryShown(Bakery));
        Assert.Empty(Seen(spec, Dale)!.Named);
        Assert.Equal(2, Seen(spec, Dale)!.Partners);
    }

    [Fact]
    public void N19_The_next_digest_of_every_reader_opens_with_it()
    {
        var spec = Spec.Given(DigestTests.On(Tom), DigestTests.On(Dale)).When(
            new TellStory(Bakery, Spec.Ask(1), Say("A young father starts in the bakery on Monday."), [Harbor, Lakeside]), by: Tom)
            .When(new AnswerStory(Bakery, Spec.Ask(3), null, Named: true), by: Ruth, Local(2026, 11, 20, 12, 0)).WhenClockWalksTo(DigestTests.Monday);
        Assert.All(spec.Events.OfType<DigestMade>(), static made => Assert.Equal(Bakery, made.Issue.Story));
        Assert.Equal(2, spec.Events.OfType<DigestMade>().Count());
        spec.WhenClockWalksTo(DigestTests.Monday + Duration.FromDays(7));
        Assert.All(spec.Events.OfType<DigestMade>(), static made => Assert.Null(made.Issue.Story));
    }

    [Fact]
    public void N19_Who_told_it_may_take_it_back_until_it_is_shown()
    {
        var spec = Told(Harbor, Lakeside).When(new WithdrawStory(Bakery, Spec.Ask(2)), by: Ruth).ThenRefused(Refusal.NotYours)
            .When(new WithdrawStory(Bakery, Spec.Ask(3)), by: Ana).Then(new StoryWithdrawn(Bakery));
        Assert.Null(Seen(spec, Ruth));
        spec.WhenClockWalksTo(Local(2026, 12, 1, 0, 0)).Then();
    }

    [Fact]
    public void G7_Thanks_come_from_people_reach_whom_they_are_for_and_stand_in_the_digests_of_both()
    {
        var spec = Spec.Given(DigestTests.On(Tom), DigestTests.On(Ruth), DigestTests.On(Dale))
            .When(new GiveThanks(Mei, Say("for staying late"), Spec.Ask(1)), by: Ana).ThenTold("thanks.given -> mei")
            .When(new GiveThanks(Lakeside, Say("for the rooms"), Spec.Ask(2)), by: Priya).ThenTold("thanks.given -> ruth")
            .WhenClockWalksTo(DigestTests.Monday);
        int Count(PersonId reader) => spec.State.Digests[reader].Issues[^1].Thanks.Count;
        Assert.Equal((1, 2, 1), (Count(Tom), Count(Ruth), Count(Dale)));
        Assert.Equal(["for the rooms", "for staying late"], ThanksViews.List(spec.State, Mei).Select(static thanks => thanks.Text));
        Assert.Empty(ThanksViews.List(spec.State, Jonas));
        spec.When(new GiveThanks(Ana, Say("me"), Spec.Ask(4)), by: Ana).ThenRefused(Thanking.ToOneself);
        spec.When(new GiveThanks(Harbor, Say("us"), Spec.Ask(5)), by: Ana).ThenRefused(Thanking.ToOneself);
        spec.When(new GiveThanks(Stranger, Say("who"), Spec.Ask(6)), by: Ana).ThenRefused(Thanking.Nobody);
    }
}

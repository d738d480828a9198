using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>The same story as by taps, by two people who only type.</summary>
public sealed class WordsTests(Browser browser) : ClientTest(browser)
{
    private const int Number = 12;

    private Bot bot = null!;
    private Client ana = null!;
    private Client mei = null!;

    [Fact]
    public async Task H7_The_same_story_is_told_by_typed_words_alone()
    {
        bot = await StartTryAsync(Human.Ana, Human.Mei);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        mei = await SitDownAsync(Human.Mei, bot.Messages);
        var monday = await Clock.ToMondayAsync(ana);
        var asked = monday.AddDays(11);
        var agreed = asked.AddDays(4);
        var moved = agreed.AddDays(3);

        await ana.SayAndSendAsync($"request signup sheet from Mei by {asked:d MMM} done when it is online", "Ask for a promise");
        await SeesAsync(ana, "Asked, not yet answered", $"{asked:ddd d MMM yyyy}");
        await SeesAsync(mei, "Do you agree?", $"{asked:ddd d MMM yyyy}");
        Holds("commitment.requested");

        await mei.SayAndSendAsync($"counter P12 by {agreed:d MMM} because the college is closed that Friday", "Suggest a change: P12");
        await SeesAsync(ana, "A change was suggested", $"{agreed:ddd d MMM yyyy}");
        Holds("commitment.countered");

        await ana.SayAsync("accept P12");
        await SeesAsync(ana, "Saved: you agreed, P12", "● Agreed");
        await SeesAsync(mei, "Agreed: both sides now count on this.", $"{agreed:ddd d MMM yyyy}");
        Holds("commitment.accepted");

        await bot.KillAndRestartAsync();
        await Clock.WalkToAsync(ana, agreed.AddDays(-5).ToDateTime(new(11, 0)));
        await SeesAsync(mei, "A quick check-in", "signup sheet");
        await mei.SayAsync("blocked P12 waiting for the data agreement");
        await SeesAsync(mei, "Saved: P12 is blocked", "What would help?");
        await mei.SayAsync("blocked P12 waiting for the data agreement, need help");
        await SeesAsync(ana, "says this is blocked", "waiting for the data agreement");
        Holds("checkin.opened", "checkin.answered", "checkin.answered");

        await mei.SayAndSendAsync($"more time P12 by {moved:d MMM} because the agreement comes on Thursday", "More time: P12");
        await SeesAsync(ana, "A change is proposed", $"{moved:ddd d MMM yyyy}");
        await ana.SayAsync("agree P12");
        await SeesAsync(mei, "The change is agreed", $"{moved:ddd d MMM yyyy}");
        Holds("commitment.change-proposed", "commitment.change-accepted");

        await mei.SayAndSendAsync("report P12 it is online", "Report done: P12");
        await SeesAsync(ana, "Is it done as agreed?", "it is online");
        await ana.SayAndSendAsync("return P12 the link does not open", "Say what is not met yet: P12");
        await SeesAsync(mei, "Not quite yet", "the link does not open");
        await mei.SayAndSendAsync("report P12 the link is mended", "Report done: P12");
        await SeesAsync(ana, "Is it done as agreed?", "the link is mended");
        await ana.SayAsync("accept P12");
        await SeesAsync(mei, "Confirmed as done", "signup sheet");
        Assert.Equal(TapsTests.Story, Stored.Story(bot, Number));
    }

    private static Task SeesAsync(Client who, params string[] texts) => who.Card(texts[0], texts[1..]).IsThereAsync();

    private void Holds(params string[] last) => Assert.Equal(last, Stored.Story(bot, Number).TakeLast(last.Length));
}

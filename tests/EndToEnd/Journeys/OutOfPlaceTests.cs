using System.Net;
using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>What is pressed or typed by whom, when or where it was not meant: nothing changes, and the answer says what to do.</summary>
public sealed class OutOfPlaceTests(Browser browser) : ClientTest(browser)
{
    private const int Number = 12;

    private Bot bot = null!;
    private RewritingProxy proxy = null!;
    private Client ana = null!;
    private Client mei = null!;

    [Fact]
    public async Task H1_H2_A_card_pressed_by_somebody_else_late_or_twice_changes_nothing_and_says_so()
    {
        bot = await StartTryAsync(Human.Ana, Human.Mei, Human.Jonas);
        proxy = await StartProxyAsync(bot.Messages);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        mei = await SitDownAsync(Human.Mei, proxy);
        var monday = await Clock.ToMondayAsync(ana);
        var asked = await SentTwiceAsync(monday.AddDays(11));
        await PressedBySomebodyElseAsync(asked);
        // A card that cannot be brought up to date stays as it was.
        proxy.Refuse = call => call.Method == "PUT" ? (HttpStatusCode.NotFound, null) : null;
        var fresh = await PressedLateAsync(asked, monday);
        await PressedAgainAsync(fresh);
    }

    private async Task<Card> SentTwiceAsync(DateOnly due)
    {
        await ana.SayAndSendAsync($"request Room keys from Mei by {due:d MMM} done when the keys are at the desk", "Ask for a promise");
        await ana.Card("They are asked now").ShowsAsync("P12");
        await ana.SayAsync("send");
        await ana.Card("That was saved before. Nothing more was changed.").IsThereAsync();
        Holds("commitment.requested");
        var asked = mei.Card("Ana Reyes asks Lakeside Community College for this.");
        await asked.IsThereAsync();
        return asked;
    }

    private async Task PressedBySomebodyElseAsync(Card asked)
    {
        var before = Stored.Events(bot).Count;
        proxy.SpeakAs(Human.Jonas);
        await asked.PressAsync("Accept");
        await asked.IsAnsweredAsync("I don't find that among what you can see or do here. Nothing was changed.");
        proxy.Rewrite = _ => { };
        await asked.ShowsAsync("Do you agree?");
        Assert.Equal(before, Stored.Events(bot).Count);
        Assert.DoesNotContain(await ana.HeardAsync(), text => text.Contains("Jonas", StringComparison.Ordinal));
    }

    private async Task<Card> PressedLateAsync(Card asked, DateOnly monday)
    {
        var (theirs, ours) = (monday.AddDays(15), monday.AddDays(14));
        await mei.SayAndSendAsync($"counter P12 by {theirs:d MMM}", "Suggest a change: P12");
        await ana.Card("A change was suggested").IsThereAsync();
        // In the evening Mei is not told before the next morning, and presses what she has.
        await Clock.WalkToAsync(ana, monday.ToDateTime(new(21, 0)));
        await ana.SayAndSendAsync($"counter P12 by {ours:d MMM}", "Suggest a change: P12");
        await ana.Card("Sent: your terms for P12").ShowsAsync($"{ours:ddd d MMM yyyy}");
        await asked.PressAsync("Accept");
        var fresh = mei.Card("P12 has moved on since you looked. Nothing was changed.");
        await fresh.ShowsAsync($"{theirs:ddd d MMM yyyy} → {ours:ddd d MMM yyyy}");
        await fresh.ShowsAsync($"Ana Reyes suggested a change, by {ours:ddd d MMM yyyy}.");
        Holds("commitment.requested", "commitment.countered", "commitment.countered");
        return fresh;
    }

    private async Task PressedAgainAsync(Card fresh)
    {
        // The answer is lost on its way, so the card stays, and is pressed again.
        proxy.Lose = activity => (string?)activity["type"] == "invoke";
        await fresh.PressAsync("Accept");
        await ana.Card("Mei Chen accepted.").ShowsAsync("● Agreed");
        proxy.Lose = _ => false;
        var after = Stored.Events(bot).Count;
        await fresh.PressAsync("Accept");
        await mei.Card("That was saved before. Nothing more was changed.").ShowsAsync("● Agreed");
        Assert.Equal(after, Stored.Events(bot).Count);
        Holds("commitment.requested", "commitment.countered", "commitment.countered", "commitment.accepted");
    }

    [Fact]
    public async Task A_personal_command_in_a_channel_is_answered_privately()
    {
        bot = await StartTryAsync(Human.Ana);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        await ana.GoToAsync(Chat.Channel);
        await ana.SayAsync("mine");
        await ana.SeesAsync("I've answered you privately.");
        await ana.SayAsync("note P7 twelve are signed");
        await ana.SeesAsync("I've answered you privately.", times: 2);
        Assert.Equal("commitment.noted", Stored.Story(bot, 7)[^1]);
        var posts = string.Join('\n', await ana.HeardAsync()).Split('\n').Where(line => !line.StartsWith($"{Playground.BotName} ", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"P\d|[Cc]onsent|[Ss]igned|promises", string.Join('\n', posts));
        await ana.GoToAsync(Chat.Personal);
        await ana.Card("3 open promises").ShowsAsync("P7 · Twenty signed consent forms");
        await ana.Card("Saved: your note on P7").IsThereAsync();
    }

    private void Holds(params string[] events) => Assert.Equal(events, Stored.Story(bot, Number));
}

using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>A whole round of the benchmarks: Ana in the room, Priya far away, Cedar on paper, over two days, and the bot dies in between.</summary>
public sealed class RoundTests(Browser browser) : ClientTest(browser)
{
    private static readonly string[] Topics =
        ["1 Shared purpose", "2 Shared power", "3 Shared view of interdependence", "4 Mutual respect and trust", "5 Shared control", "6 Shared indicators of progress"];

    [Fact]
    public async Task H7_F1_F2_F4_F7_A_round_over_two_days_with_somebody_in_the_room_far_away_and_on_paper()
    {
        var bot = await StartTryAsync(Human.Sam, Human.Ana, Human.Priya);
        var (sam, ana, priya) = (
            await SitDownAsync(Human.Sam, bot.Messages), await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Priya, bot.Messages));
        await Clock.ToMondayAsync(sam);
        await sam.SayAsync("benchmarks start");
        var start = sam.Card("Begin a round of the benchmarks");
        Assert.Empty(await Accessibility.FaultsAsync(start));
        await Pictures.TakeAsync(start, "round-start");
        await start.PressAsync("Begin");
        await sam.Card("The round is set up", Topics[0]).IsThereAsync();

        await sam.SayAsync("benchmarks here Ana, Mei, Priya");
        await sam.Card("Saved: who is here").IsThereAsync();
        await sam.SayAsync("benchmarks gather quiet with a number");
        var seat = ana.Card("a few words from you", Topics[0]);
        await seat.ShowsAsync("Seen by: you, until all words are shown together");
        Assert.Empty(await Accessibility.FaultsAsync(seat));
        Assert.Empty(await Pictures.SticksOutAsync(seat));
        await Pictures.TakeAsync(seat, "round-seat");
        await seat.FillAsync("In your own words", "Fewer forms, more first days at work.");
        await seat.ChooseAsync("How much do we need to talk about this?", "4 much");
        await seat.PressAsync("Save my words");
        await ana.Card("Your words are saved").ShowsAsync("Fewer forms, more first days at work.");
        await priya.SayAsync("benchmarks say more employers who call us first number 2");
        await priya.Card("Your words are saved").IsThereAsync();

        await sam.SayAsync("benchmarks told");
        var told = sam.Card("What was told");
        await told.ShowsAsync("Passes");
        await told.ChooseAsync("Who said it", "Jonas Weber (Cedar Fund)");
        await told.FillAsync("Text", "More fairs, smaller ones.");
        await told.PressAsync("Save");
        await sam.Card("Saved with the name of who told it").IsThereAsync();
        await sam.SayAsync("benchmarks show");
        await sam.Card("Show the words").ShowsAsync("Lakeside Community College");
        await sam.SayAsync("benchmarks show Lakeside");
        var shown = sam.Card("The words are shown", "Fewer forms, more first days at work.");
        await shown.ShowsAsync("Told by Jonas Weber, Cedar Fund");
        await Pictures.TakeAsync(shown, "round-1");

        await sam.SayAsync("benchmarks heard Mei");
        await sam.Card("Saved.", Topics[0]).IsThereAsync();
        await sam.SayAsync("benchmarks goal 150 young adults in work after 90 days by 30 June");
        await sam.Card("Each partner is asked whether it is its own").IsThereAsync();
        await sam.SayAsync("benchmarks record one number for all of us: who is still at work after 90 days");
        await sam.Card("Recorded.", Topics[1]).IsThereAsync();
        await TopicAsync(sam, 2);
        await TopicAsync(sam, 3);
        await sam.SayAsync("benchmarks pause");
        await sam.Card("The meeting is closed").ShowsAsync("Between two meetings");

        await bot.KillAndRestartAsync();
        await Clock.WalkToAsync(sam, (await Clock.LookAsync(sam)).AddDays(1));
        await sam.SayAsync("benchmarks resume");
        var again = sam.Card("The meeting is open", Topics[3]);
        await again.ShowsAsync("2 · Agreed: What we keep of topic 2.");
        await Pictures.TakeAsync(again, "round-4");
        foreach (var topic in (int[])[4, 5, 6]) await TopicAsync(sam, topic);

        await sam.SayAsync("benchmarks compare");
        var compared = sam.Card("R2 beside R1");
        await compared.ShowsAsync("We work towards one referral form for all.");
        await Pictures.TakeAsync(compared, "round-compare");
        await sam.SayAsync("benchmarks report");
        await sam.Card("R2 · Working Together Benchmarks").ShowsAsync("What came of topic 5.");
        await sam.SayAsync("benchmarks next");
        await sam.SeesAsync("This round is over");
    }

    /// <summary>Talked about, one agreement caught, everybody heard, read out and recorded.</summary>
    private static async Task TopicAsync(Client sam, int topic)
    {
        await sam.SayAsync("benchmarks gather talk");
        var panel = sam.Card("It is set how we gather", Topics[topic - 1]);
        await Pictures.TakeAsync(panel, $"round-{topic}");
        await panel.FillAsync("What was just said", $"What we keep of topic {topic}.");
        await panel.PressAsync("Agreement");
        await sam.Card("Caught", $"What we keep of topic {topic}.").IsThereAsync();
        await sam.SayAsync("benchmarks heard Ana, Mei, Priya and Jonas");
        await sam.Card("Saved.", Topics[topic - 1]).IsThereAsync();
        await sam.SayAsync($"benchmarks record What came of topic {topic}.");
        await sam.Card("Recorded.").IsThereAsync();
    }
}

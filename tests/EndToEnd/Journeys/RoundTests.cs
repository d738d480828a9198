using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>
/// A whole round of the benchmarks: three partners in the room, Priya far away, Cedar on paper, over two days with the bot
/// dying in between; an objection, a goal that is called one's own, the stage in the channel, and the report.
/// </summary>
public sealed class RoundTests(Browser browser) : ClientTest(browser)
{
    private static readonly string[] Topics =
        ["1 Shared purpose", "2 Shared power", "3 Shared view of interdependence", "4 Mutual respect and trust", "5 Shared control", "6 Shared indicators of progress"];

    private readonly Browser browser = browser;
    private Client sam = null!;
    private Client ana = null!;
    private Client priya = null!;

    [Fact]
    public async Task H7_F1_F2_F4_F7_F10_A_round_over_two_days_with_three_in_the_room_one_far_away_and_one_on_paper()
    {
        var bot = await StartTryAsync(Human.Sam, Human.Ana, Human.Priya);
        sam = await SitDownAsync(Human.Sam, bot.Messages);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        priya = await SitDownAsync(Human.Priya, bot.Messages);
        await Clock.ToMondayAsync(sam);
        await StartAsync();
        await WordsAsync();
        await OnStageAsync();
        await GoalAsync();
        await TopicAsync(2, "not heard: Cedar");
        await TopicAsync(3);
        await sam.SayAsync("benchmarks pause");
        await sam.Card("The meeting is closed").ShowsAsync("Between two meetings");

        await bot.KillAndRestartAsync();
        await Clock.WalkToAsync(sam, (await Clock.LookAsync(sam)).AddDays(1));
        await ObjectionAsync();
        await sam.SayAsync("benchmarks resume");
        await sam.Card("The meeting is open", Topics[1]).ShowsAsync("We were not asked who pays.");
        await sam.SayAsync("benchmarks heard Ana, Dale, Mei and Jonas");
        await sam.Card("Saved.", Topics[1]).IsThereAsync();
        await sam.SayAsync("benchmarks record What came of topic 2, with who pays.");
        await sam.Card("Recorded.", Topics[3]).IsThereAsync();
        await sam.SayAsync("benchmarks");
        var again = sam.Card(Topics[3], "2 · Agreed: What we keep of topic 2.");
        await again.ShowsAsync("What we promised each other, all partners together");
        await Pictures.TakeAsync(again, "round-trust");
        foreach (var topic in (int[])[4, 5, 6]) await TopicAsync(topic);
        await AfterwardsAsync();
    }

    private async Task StartAsync()
    {
        await sam.SayAsync("benchmarks start");
        var start = sam.Card("Begin a round of the benchmarks");
        Assert.Empty(await Accessibility.FaultsAsync(start));
        await Pictures.TakeAsync(start, "round-start");
        await start.PressAsync("Begin");
        await sam.Card("The round is set up", Topics[0]).IsThereAsync();
        await sam.SayAsync("benchmarks here Ana, Dale, Mei");
        await sam.Card("Saved: who is here").IsThereAsync();
    }

    /// <summary>Two quiet minutes: Ana on her phone in the room, Priya far away, Jonas on paper; Lakeside writes nothing.</summary>
    private async Task WordsAsync()
    {
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
        Assert.Empty(await Pictures.SticksOutAsync(shown));
        await Pictures.TakeAsync(shown, "round-1");
    }

    /// <summary>What everybody in the channel reads: one question and the words that were shown, nothing to press.</summary>
    private async Task OnStageAsync()
    {
        await sam.GoToAsync(Chat.General);
        await sam.SayAsync("benchmarks");
        var stage = sam.Card("R2 · 1 Shared purpose");
        await stage.ShowsAsync("Fewer forms, more first days at work.");
        Assert.Equal(0, await stage.At.GetByRole(Microsoft.Playwright.AriaRole.Button).CountAsync());
        Assert.Equal(0, await stage.At.GetByRole(Microsoft.Playwright.AriaRole.Textbox).CountAsync());
        Assert.DoesNotContain("not heard yet", await stage.TextAsync(), StringComparison.Ordinal);
        await Pictures.TakeAsync(stage, "round-stage");
        await sam.GoToAsync(Chat.Personal);
    }

    private async Task GoalAsync()
    {
        await sam.SayAsync("benchmarks heard Dale, Mei");
        await sam.Card("Saved.", Topics[0]).IsThereAsync();
        await sam.SayAsync("benchmarks goal 150 young adults in work after 90 days by 30 June");
        await sam.Card("Each partner is asked whether it is its own").IsThereAsync();
        await sam.SayAsync("benchmarks record one number for all of us: who is still at work after 90 days");
        await sam.Card("Recorded.", Topics[1]).IsThereAsync();
        await AsAsync("Dale Whitman");
        await priya.SayAndSendAsync("our goal 2", "This is our goal too");
        await priya.SeesAsync("this goal is your partner's own too");
    }

    /// <summary>Cedar was named as not heard in topic 2, is asked, and objects: the talk opens again.</summary>
    private async Task ObjectionAsync()
    {
        await AsAsync("Jonas Weber");
        await priya.SayAsync("benchmarks object 2 We were not asked who pays.");
        var form = priya.Card("We object");
        await form.PressAsync("Object");
        await priya.SeesAsync("It is open again, to be talked over.");
    }

    private async Task AsAsync(string name)
    {
        await priya.SayAsync($"be {name}");
        await priya.SeesAsync($"You are {name} now.");
    }

    /// <summary>Talked about, one agreement caught, everybody heard, read out and recorded.</summary>
    private async Task TopicAsync(int topic, string record = "")
    {
        await sam.SayAsync("benchmarks gather talk");
        var panel = sam.Card("It is set how we gather", Topics[topic - 1]);
        await Pictures.TakeAsync(panel, $"round-{topic}");
        await panel.FillAsync("What was just said", $"What we keep of topic {topic}.");
        await panel.PressAsync("Agreement");
        await sam.Card("Caught", $"What we keep of topic {topic}.").IsThereAsync();
        await sam.SayAsync(record.Length > 0 ? "benchmarks heard Ana, Dale, Mei" : "benchmarks heard Ana, Dale, Mei and Jonas");
        await sam.Card("Saved.", Topics[topic - 1]).IsThereAsync();
        await sam.SayAsync($"benchmarks record What came of topic {topic}. {record}".TrimEnd());
        await sam.Card("Recorded.").IsThereAsync();
    }

    /// <summary>The comparison with the sample's round, the report in short, and the whole of it in the browser.</summary>
    private async Task AfterwardsAsync()
    {
        await sam.SayAsync("benchmarks compare");
        var compared = sam.Card("R2 beside R1");
        await compared.ShowsAsync("We work towards one referral form for all.");
        await Pictures.TakeAsync(compared, "round-compare");
        await sam.SayAsync("benchmarks report");
        await sam.Card("R2 · Working Together Benchmarks").ShowsAsync("What came of topic 5.");
        await sam.SayAsync("benchmarks next");
        await sam.SeesAsync("This round is over");
        await sam.SayAsync("benchmarks page");
        var opens = sam.Page.Context.WaitForPageAsync();
        await sam.Card("The report of R2").PressAsync("Open to read or print");
        var address = new Uri((await opens).Url);
        await using var context = await browser.NewContextAsync(1000, 900);
        var page = await context.NewPageAsync();
        await Pages.LookAsync(page, address, "round-2-page");
        Assert.Equal(12, await page.Locator("svg circle").CountAsync());
        await page.GetByText("Beside the rounds before").First.WaitForAsync();
    }
}

using System.Net;
using EndToEnd.Harness;

namespace EndToEnd;

/// <summary>The harness itself, against the smallest bot there is.</summary>
public sealed class HarnessTests(Browser browser) : ClientTest(browser)
{
    [Fact]
    public async Task The_harness_sees_a_card_drawn_by_the_client_and_presses_it()
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(40);
        var bot = Owned(await StandIn.StartAsync());
        var ana = await SitDownAsync(Human.Ana, bot.Messages);
        await ana.SayAsync("hello");
        var card = ana.Card("Ana Reyes wrote");
        await card.IsThereAsync();
        var drawn = await card.At.ScreenshotAsync();
        var kept = FewColours.Of(drawn);
        var (before, after) = (FewColours.Pixels(drawn), FewColours.Pixels(kept));
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        Assert.All(before.Pixels.Zip(after.Pixels).Distinct(), pair => Assert.InRange(FewColours.Apart(pair.First, pair.Second), 0, 3 * 20 * 20));
        Assert.InRange(kept.Length, 1_000, drawn.Length * 2 / 3);
        await Pictures.TakeAsync(card, "harness", Logs);
        Assert.True(File.Exists(Path.Combine(Logs, "harness-phone.png")));
        await card.FillAsync("A note", "waiting for the form");
        await card.ChooseAsync("How is it going?", "Blocked");
        await card.PickDayAsync("By when", day);
        await card.PressAsync("Send");
        await ana.Card($"Saved: waiting for the form, blocked, {day:yyyy-MM-dd}").IsThereAsync();
        Assert.Contains(bot.Received, activity => (string?)activity["type"] == "installationUpdate");
    }

    [Theory]
    [InlineData(nameof(Chat.Group))]
    [InlineData(nameof(Chat.General))]
    [InlineData(nameof(Chat.Channel))]
    public async Task A_place_hears_the_bot_when_it_is_mentioned(string place)
    {
        var bot = Owned(await StandIn.StartAsync());
        var mei = await SitDownAsync(Human.Mei, bot.Messages);
        await mei.GoToAsync(Enum.Parse<Chat>(place));
        await mei.SayAsync("hello");
        await mei.Card("Mei Chen wrote").IsThereAsync();
        await mei.SeesAsync("Mei Chen wrote");
    }

    [Fact]
    public async Task A_card_is_walked_over_and_pressed_by_keys_alone_and_checked_by_axe()
    {
        var bot = Owned(await StandIn.StartAsync());
        var ana = await SitDownAsync(Human.Ana, bot.Messages);
        await ana.SayAsync("hello");
        var card = ana.Card("Ana Reyes wrote");
        Assert.Empty(await Accessibility.FaultsAsync(card));
        var met = await Accessibility.WalkAsync(card);
        Assert.Equal(["combobox How is it going?", "combobox By when", "textbox A note", "button Send", "button Later"], met);
        await Accessibility.PressAsync(card, "Send");
        await ana.Card("Saved: ").IsThereAsync();
    }

    [Fact]
    public async Task What_has_no_name_is_seen_by_axe()
    {
        var bot = Owned(await StandIn.StartAsync());
        var ana = await SitDownAsync(Human.Ana, bot.Messages);
        await ana.SayAsync("unnamed");
        Assert.Contains(await Accessibility.FaultsAsync(ana.Card("Ana Reyes wrote")), fault => fault.StartsWith("image-alt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_proxy_changes_who_speaks_adds_a_token_and_refuses_what_it_is_told_to()
    {
        var bot = Owned(await StandIn.StartAsync());
        var proxy = await StartProxyAsync(bot.Messages);
        var refused = 0;
        proxy.Authorize = _ => "Bearer abc";
        proxy.Refuse = call => call.Method == "POST" && refused++ == 0 ? (HttpStatusCode.TooManyRequests, 1) : null;
        var ana = await SitDownAsync(Human.Ana, proxy);
        await ana.SayAsync("lost");
        proxy.SpeakAs(Human.Tom);
        await ana.SayAsync("kept");
        await ana.Card("Tom Okafor wrote").IsThereAsync();
        Assert.DoesNotContain(await ana.HeardAsync(), text => text.Contains("Ana Reyes wrote", StringComparison.Ordinal));
        Assert.Equal(2, proxy.Seen.Count(call => call.Method == "POST"));
    }

    [Fact]
    public async Task What_is_said_does_not_overtake_what_was_said_before_it()
    {
        var bot = Owned(await StandIn.StartAsync());
        var taken = new List<string>();
        bot.Show = text =>
        {
            if (text == "slow") Thread.Sleep(1_500);
            lock (taken) taken.Add(text);
            return null;
        };
        var ana = await SitDownAsync(Human.Ana, bot.Messages);
        await ana.SayAsync("slow");
        await ana.SayAsync("quick");
        Assert.Equal(["slow", "quick"], taken);
    }

    [Fact]
    public async Task A_bot_that_ends_at_start_is_quoted()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartBotAsync("--Bot:Memory", "many"));
        Assert.Contains("Bot:Memory is 'many'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_is_killed_and_comes_back_on_the_same_port_and_data()
    {
        var bot = await StartTryAsync();
        await File.WriteAllTextAsync(Path.Combine(bot.Data, "kept.txt"), "yes", TestContext.Current.CancellationToken);
        await bot.KillAndRestartAsync();
        Assert.True(File.Exists(Path.Combine(bot.Data, "kept.txt")));
        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task A_bot_that_is_told_to_end_finishes_what_it_is_sending()
    {
        var bot = await StartTryAsync(Human.Ana);
        var proxy = await StartProxyAsync(bot.Messages);
        proxy.Delay = call => call.Method == "POST" ? TimeSpan.FromSeconds(3) : TimeSpan.Zero;
        var ana = await SitDownAsync(Human.Ana, proxy);
        await ana.SendAsync("fewer");
        // Others may go before it, each as slowly.
        for (var waited = 0; waited < 600 && !proxy.Seen.Any(IsAnswer); waited++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(0, await bot.StopAsync());
        await ana.SeesAsync("comes half as often");

        static bool IsAnswer(Outbound call) => call.Method == "POST" && call.Body?.ToJsonString().Contains("comes half as often", StringComparison.Ordinal) == true;
    }
}

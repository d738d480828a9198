using EndToEnd.Harness;

namespace EndToEnd;

/// <summary>The whole life of a promise between two people, each at a client of their own; every step looks at both and at the store.</summary>
public sealed class StoryTests(Browser browser) : ClientTest(browser)
{
    // What people do to the promise. What the clock does meanwhile, to the other promises of the sample too, is left aside.
    private static readonly string[] Kept =
    [
        "commitment.requested", "commitment.countered", "commitment.accepted", "checkin.answered", "commitment.change-proposed",
        "commitment.change-accepted", "commitment.reported", "commitment.returned", "commitment.reported", "commitment.kept",
    ];

    private readonly StoryDays days = new();

    [Fact]
    public async Task A5_A7_A8_A9_A11_A_promise_is_asked_for_changed_blocked_moved_reported_returned_and_kept_by_buttons()
    {
        var bot = await StartTryAsync(Human.Ana, Human.Mei);
        var (ana, mei) = (await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Mei, bot.Messages));
        await mei.NewCardAsync(() => mei.SayAsync("waiting"));
        await WalkAsync(ana, days.HoursToStart);

        var told = StoredEvents.Names(bot).Count;
        var form = await ana.NewCardAsync(() => ana.SayAsync(
            $"request signup sheet from Mei by {StoryDays.Typed(days.Asked)} done when it is online"));
        await Pictures.TakeAsync(form, "request-form");
        await form.PressAsync("Send the request");
        await SeesAsync(ana, "Asked, not yet answered", StoryDays.Shown(days.Asked));
        await SeesAsync(mei, "Do you agree?", StoryDays.Shown(days.Asked));
        await Pictures.TakeAsync(mei.Card("signup sheet"), "promise");
        await HoldsAsync(bot, "commitment.requested");

        await mei.Card("signup sheet").PressAsync("Suggest a change");
        var counter = mei.Card("Suggest a change: P12");
        await counter.PickDayAsync("By when", days.Agreed.ToDateOnly());
        await counter.FillAsync("Why", "The college is closed that Friday.");
        await counter.PressAsync("Send the change");
        await SeesAsync(ana, "A change was suggested", StoryDays.Shown(days.Agreed));
        await HoldsAsync(bot, "commitment.countered");

        await ana.Card("What the suggestion changes").PressAsync("Accept");
        await SeesAsync(ana, "● Agreed", StoryDays.Shown(days.Agreed));
        await SeesAsync(mei, "Agreed: both sides now count on this.", StoryDays.Shown(days.Agreed));
        await HoldsAsync(bot, "commitment.accepted");

        await bot.KillAndRestartAsync();
        await WalkAsync(ana, days.HoursFromStartTo(days.Agreed.PlusDays(-5)));
        await SeesAsync(mei, "A quick check-in", "signup sheet");
        await HoldsAsync(bot, "checkin.opened");
        var asked = mei.Card("Where does it stand?");
        await Pictures.TakeAsync(asked, "check-in");
        await asked.FillAsync("Note, if you like", "Waiting for the data agreement.");
        await asked.PressAsync("Blocked");
        await SeesAsync(ana, "says this is blocked", "Waiting for the data agreement.");
        await HoldsAsync(bot, "checkin.answered");

        await mei.Card("You said: Blocked").PressAsync("Need more time");
        var more = mei.Card("More time: P12");
        await more.PickDayAsync("By when", days.Moved.ToDateOnly());
        await more.FillAsync("Why", "The agreement comes on Thursday.");
        await more.PressAsync("Send the change");
        await SeesAsync(ana, "A change is proposed", StoryDays.Shown(days.Moved));
        await HoldsAsync(bot, "commitment.change-proposed");
        await ana.Card("Do you agree to the change?").PressAsync("Agree");
        await SeesAsync(mei, "The change is agreed", StoryDays.Shown(days.Moved));
        await HoldsAsync(bot, "commitment.change-accepted");

        await mei.Card("The change is agreed").PressAsync("Report done");
        await ReportAsync(mei, "It is online.");
        await SeesAsync(ana, "Is it done as agreed?", "It is online.");
        await HoldsAsync(bot, "commitment.reported");

        await ana.Card("Is it done as agreed?").PressAsync("Not yet");
        var back = ana.Card("Say what is not met yet: P12");
        await back.FillAsync("Why", "The link does not open.");
        await back.PressAsync("Send it back");
        await SeesAsync(mei, "Not quite yet", "The link does not open.");
        await HoldsAsync(bot, "commitment.returned");

        await mei.Card("Not quite yet").PressAsync("Report done");
        await ReportAsync(mei, "The link is mended.");
        await SeesAsync(ana, "Is it done as agreed?", "The link is mended.");
        await ana.Card("Is it done as agreed?", "The link is mended.").PressAsync("Yes, done");
        await SeesAsync(ana, "✔ Done", "signup sheet");
        await SeesAsync(mei, "Confirmed as done", "signup sheet");
        await HoldsAsync(bot, "commitment.kept");
        Assert.Equal(Kept, StoredEvents.Names(bot).Skip(told).Where(Kept.Contains));
    }

    [Fact]
    public async Task H7_The_same_story_is_told_by_typed_words_alone()
    {
        var bot = await StartTryAsync(Human.Ana, Human.Mei);
        var (ana, mei) = (await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Mei, bot.Messages));
        await mei.NewCardAsync(() => mei.SayAsync("waiting"));
        await WalkAsync(ana, days.HoursToStart);

        var told = StoredEvents.Names(bot).Count;
        await ana.NewCardAsync(() => ana.SayAsync(
            $"request signup sheet from Mei by {StoryDays.Typed(days.Asked)} done when it is online"));
        await ana.SayAsync("send");
        await SeesAsync(ana, "Asked, not yet answered", StoryDays.Shown(days.Asked));
        await SeesAsync(mei, "Do you agree?", StoryDays.Shown(days.Asked));
        await HoldsAsync(bot, "commitment.requested");

        await mei.SayAsync($"counter P12 by {StoryDays.Typed(days.Agreed)} because the college is closed that Friday");
        await mei.Card("Suggest a change: P12").IsThereAsync();
        await mei.SayAsync("send");
        await SeesAsync(ana, "A change was suggested", StoryDays.Shown(days.Agreed));
        await HoldsAsync(bot, "commitment.countered");

        await ana.SayAsync("accept P12");
        await SeesAsync(ana, "Saved: you agreed, P12", "● Agreed");
        await SeesAsync(mei, "Agreed: both sides now count on this.", StoryDays.Shown(days.Agreed));
        await HoldsAsync(bot, "commitment.accepted");

        await bot.KillAndRestartAsync();
        await WalkAsync(ana, days.HoursFromStartTo(days.Agreed.PlusDays(-5)));
        await SeesAsync(mei, "A quick check-in", "signup sheet");
        await mei.SayAsync("blocked P12 waiting for the data agreement");
        await SeesAsync(ana, "says this is blocked", "waiting for the data agreement");
        await HoldsAsync(bot, "checkin.answered");

        await mei.SayAsync($"more time P12 by {StoryDays.Typed(days.Moved)} because the agreement comes on Thursday");
        await mei.Card("More time: P12").IsThereAsync();
        await mei.SayAsync("send");
        await SeesAsync(ana, "A change is proposed", StoryDays.Shown(days.Moved));
        await ana.SayAsync("agree P12");
        await SeesAsync(mei, "The change is agreed", StoryDays.Shown(days.Moved));
        await HoldsAsync(bot, "commitment.change-accepted");

        await SayAndSendAsync(mei, "report P12 it is online", "Report done: P12");
        await SeesAsync(ana, "Is it done as agreed?", "it is online");
        await SayAndSendAsync(ana, "return P12 the link does not open", "Say what is not met yet: P12");
        await SeesAsync(mei, "Not quite yet", "the link does not open");
        await SayAndSendAsync(mei, "report P12 the link is mended", "Report done: P12");
        await SeesAsync(ana, "Is it done as agreed?", "the link is mended");
        await ana.SayAsync("accept P12");
        await SeesAsync(mei, "Confirmed as done", "signup sheet");
        await HoldsAsync(bot, "commitment.kept");
        Assert.Equal(Kept, StoredEvents.Names(bot).Skip(told).Where(Kept.Contains));
    }

    private static async Task SayAndSendAsync(Client who, string words, string form)
    {
        var card = await who.NewCardAsync(() => who.SayAsync(words));
        await card.ShowsAsync(form);
        await who.SayAsync("send");
    }

    private static async Task WalkAsync(Client who, long hours)
    {
        var before = (await who.HeardAsync()).Count(text => text.StartsWith("The clock shows", StringComparison.Ordinal));
        await who.SayAsync($"clock +{hours} hours");
        await who.Page.Locator(".fai-OutputCard").Filter(new() { HasText = "The clock shows" }).Nth(before).WaitForAsync();
    }

    private static async Task ReportAsync(Client who, string note)
    {
        var form = who.Card("Report done: P12");
        await form.FillAsync("Note", note);
        await form.PressAsync("Report done");
    }

    private static Task SeesAsync(Client who, params string[] texts) => who.Card(texts[0], texts[1..]).IsThereAsync();

    /// <summary>Waits until the store holds this as the last thing that happened to a promise or check-in.</summary>
    private static async Task HoldsAsync(Bot bot, string name)
    {
        var until = DateTime.UtcNow.AddSeconds(10);
        while (true)
        {
            var last = StoredEvents.Names(bot).Last(it => it.StartsWith('c'));
            if (last == name) return;
            if (DateTime.UtcNow > until) Assert.Fail($"The store holds {last}, not {name}.");
            await Task.Delay(100);
        }
    }
}

using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>A promise from the first word to the last, by two people who press buttons.</summary>
public sealed class TapsTests(Browser browser) : ClientTest(browser)
{
    private const int Number = 12;

    /// <summary>What the store holds about the promise in the end: each step once, and what would help beside the answer.</summary>
    internal static readonly string[] Story =
    [
        "commitment.requested", "commitment.countered", "commitment.accepted", "checkin.opened", "checkin.answered", "checkin.answered",
        "commitment.change-proposed", "commitment.change-accepted", "commitment.reported", "commitment.returned",
        "commitment.reported", "commitment.kept",
    ];

    private Bot bot = null!;
    private Client ana = null!;
    private Client mei = null!;
    private Client priya = null!;

    [Fact]
    public async Task A1_A5_A7_A8_A9_A11_Two_people_make_a_promise_and_keep_it_by_taps_and_a_kill_loses_nothing()
    {
        bot = await StartTryAsync(Human.Ana, Human.Mei, Human.Priya);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        mei = await SitDownAsync(Human.Mei, bot.Messages);
        priya = await SitDownAsync(Human.Priya, bot.Messages);
        var monday = await Clock.ToMondayAsync(priya);
        var first = monday.AddDays(18);
        var agreed = first.AddDays(4);

        await RequestedAsync(first);
        await CounteredAsync(agreed);
        await AcceptedAsync(agreed);
        await bot.KillAndRestartAsync();
        await AskedAsync(agreed);
        await BlockedAsync();
        await RenegotiatedAsync(agreed, agreed.AddDays(3));
        await bot.KillAndRestartAsync();
        await ReturnedAsync();
        await KeptAsync();
    }

    private async Task RequestedAsync(DateOnly due)
    {
        // Not simply the newest card: what the clock's walk tells somebody may come in at the same moment.
        await ana.SayAsync($"request Referral form v2 from Lakeside by {due:d MMM yyyy}");
        var form = ana.Card("Ask for a promise", "Send the request");
        await form.ShowsAsync("Ask for a promise");
        await Pictures.TakeAsync(form, "form");
        await form.FillAsync("How we'll know it's done", "The form is live and two partners have used it.");
        await form.ChooseAsync("Who does it: person", "Mei Chen");
        await form.PressAsync("Send the request");
        await ana.Card("They are asked now", "Asked, not yet answered").ShowsAsync($"{due:ddd d MMM yyyy}");
        var asked = mei.Card("P12 · ");
        await asked.ShowsAsync("Ana Reyes asks Lakeside Community College for this.");
        await asked.ShowsAsync("Do you agree?");
        await asked.ShowsAsync($"{due:ddd d MMM yyyy}");
        await Pictures.TakeAsync(asked, "request");
        Holds("commitment.requested");
    }

    private async Task CounteredAsync(DateOnly due)
    {
        await mei.Card("P12 · ").PressAsync("Suggest a change");
        var form = mei.Card("Suggest a change: P12");
        await form.PickDayAsync("By when", due);
        await form.FillAsync("Why", "The vendor needs two more days.");
        await form.PressAsync("Send the change");
        await mei.Card("Sent: your terms for P12").IsThereAsync();
        var countered = ana.Card("A change was suggested. Have a look.");
        await countered.ShowsAsync($"{due.AddDays(-4):ddd d MMM yyyy} → {due:ddd d MMM yyyy}");
        await countered.ShowsAsync("“The vendor needs two more days.”");
        await Pictures.TakeAsync(countered, "promise");
        Holds("commitment.requested", "commitment.countered");
    }

    private async Task AcceptedAsync(DateOnly due)
    {
        await ana.Card("A change was suggested. Have a look.").PressAsync("Accept");
        await ana.Card("Saved: you agreed, P12", "● Agreed").ShowsAsync($"{due:ddd d MMM yyyy}");
        var agreed = mei.Card("Agreed: both sides now count on this.", "P12 · ");
        await agreed.ShowsAsync("● Agreed");
        await agreed.ShowsAsync($"{due:ddd d MMM yyyy}");
        Holds("commitment.requested", "commitment.countered", "commitment.accepted");
    }

    private async Task AskedAsync(DateOnly due)
    {
        // What the sample has open for Mei would come on the same card: it is reported before.
        await mei.SayAsync("report P6 it is on both desks");
        await mei.Card("Report done: P6").PressAsync("Report done");
        await mei.Card("you reported P6 as done").IsThereAsync();
        // Three working days before a Tuesday is the Thursday before.
        await Clock.WalkToAsync(priya, due.AddDays(-5).ToDateTime(new(11, 0)));
        var asked = mei.Card("A quick check-in", "P12 · ");
        await asked.ShowsAsync("Where does it stand?");
        await Pictures.TakeAsync(asked, "checkin");
        Holds("commitment.requested", "commitment.countered", "commitment.accepted", "checkin.opened");
    }

    private async Task BlockedAsync()
    {
        var asked = mei.Card("Where does it stand?");
        await asked.FillAsync("Note", "Waiting for the data agreement.");
        await asked.PressAsync("Blocked");
        var saved = mei.Card("You said: Blocked");
        await saved.ShowsAsync("Who or what is it waiting for?");
        await saved.TickAsync("Help from others is welcome");
        await saved.PressAsync("Send");
        await mei.Card("You said: Blocked", "Help is welcome.").IsThereAsync();
        Assert.DoesNotContain(await ana.HeardAsync(), text => text.Contains("says this is blocked", StringComparison.Ordinal));
        await ana.Card("Mei Chen says this is blocked.").ShowsAsync("“Waiting for the data agreement.”");
        await priya.Card("Mei Chen would welcome help with this.").IsThereAsync();
        Holds("commitment.requested", "commitment.countered", "commitment.accepted", "checkin.opened", "checkin.answered", "checkin.answered");
    }

    private async Task RenegotiatedAsync(DateOnly before, DateOnly after)
    {
        await mei.Card("You said: Blocked").PressAsync("Need more time");
        var form = mei.Card("More time: P12");
        await form.PickDayAsync("By when", after);
        await form.FillAsync("Why", "The agreement is signed on Wednesday.");
        await form.PressAsync("Send the change");
        await mei.Card("The old one holds until the other side agrees.").IsThereAsync();
        var proposed = ana.Card("A change is proposed", "“The agreement is signed on Wednesday.”");
        await proposed.ShowsAsync("Do you agree to the change?");
        await proposed.ShowsAsync($"{before:ddd d MMM yyyy} → {after:ddd d MMM yyyy}");
        await proposed.PressAsync("Agree");
        await ana.Card("Saved: you agreed, P12").ShowsAsync($"{after:ddd d MMM yyyy}");
        await mei.Card("The change is agreed", "P12 · ").ShowsAsync($"{after:ddd d MMM yyyy}");
        Assert.Equal(["commitment.change-proposed", "commitment.change-accepted"], Stored.Story(bot, Number).TakeLast(2));
    }

    private async Task ReturnedAsync()
    {
        var promise = await mei.NewCardAsync(() => mei.SayAsync("show P12"), "P12 · ");
        await promise.PressAsync("Propose a change");
        await mei.Card("Propose a change: P12").IsThereAsync();
        await mei.SayAsync("cancel");
        await mei.SeesAsync("Nothing was sent.");
        await ReportAsync(mei.Card("The change is agreed"), "The form is live.");
        await ana.Card("Is it done as agreed?", "“The form is live.”").PressAsync("Not yet");
        var form = ana.Card("Say what is not met yet: P12");
        await form.FillAsync("Why", "Only one partner has used it so far.");
        await form.PressAsync("Send it back");
        await ana.Card("Sent: what is not met in P12").IsThereAsync();
        var returned = mei.Card("Not quite yet", "“Only one partner has used it so far.”");
        await returned.ShowsAsync("Returned with what is missing");
        Assert.Equal(["commitment.reported", "commitment.returned"], Stored.Story(bot, Number).TakeLast(2));
    }

    private async Task KeptAsync()
    {
        await ReportAsync(mei.Card("Not quite yet"), "Two partners have used it now.");
        await ana.Card("Is it done as agreed?", "“Two partners have used it now.”").PressAsync("Yes, done");
        await ana.Card("Saved: you agreed, P12").ShowsAsync("✔ Done");
        await mei.Card("Confirmed as done", "P12 · ").ShowsAsync("✔ Done");
        Holds(Story);
    }

    private async Task ReportAsync(Card promise, string note)
    {
        await promise.PressAsync("Report done");
        var form = mei.Card("Report done: P12");
        await form.FillAsync("Note", note);
        await form.PressAsync("Report done");
        await mei.Card("Sent: you reported P12 as done").IsThereAsync();
    }

    private void Holds(params string[] events) => Assert.Equal(events, Stored.Story(bot, Number));
}

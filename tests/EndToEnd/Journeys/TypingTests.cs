using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>The same story by typed words alone: no button is pressed.</summary>
public sealed class TypingTests(Browser browser) : ClientTest(browser)
{
    private const int Number = 12;

    [Fact]
    public async Task H7_Two_people_make_a_promise_and_keep_it_by_typed_words_alone()
    {
        var bot = await StartTryAsync(Human.Ana, Human.Mei, Human.Priya);
        var ana = await SitDownAsync(Human.Ana, bot.Messages);
        var mei = await SitDownAsync(Human.Mei, bot.Messages);
        var priya = await SitDownAsync(Human.Priya, bot.Messages);
        var monday = await Clock.ToMondayAsync(priya);
        var due = monday.AddDays(22);

        await ana.SayAsync($"request Referral form v2 from Mei by {due.AddDays(-4):d MMM yyyy}");
        await ana.Card("Ask for a promise").IsThereAsync();
        await ana.SayAsync("done when the form is live");
        await ana.Card("the form is live").IsThereAsync();
        await ana.SayAsync("send");
        await ana.Card("They are asked now").ShowsAsync("P12");
        await mei.Card("Ana Reyes asks Lakeside Community College for this.").IsThereAsync();

        await mei.SayAsync($"counter P12 by {due:d MMM yyyy} because the vendor is late");
        await mei.Card("Suggest a change: P12").IsThereAsync();
        await mei.SayAsync("send");
        await mei.Card("Sent: your terms for P12").IsThereAsync();
        await ana.Card("A change was suggested. Have a look.").ShowsAsync($"{due:ddd d MMM yyyy}");

        await ana.SayAsync("accept P12");
        await ana.Card("Saved: you agreed, P12").IsThereAsync();
        await mei.Card("Agreed: both sides now count on this.").IsThereAsync();
        Assert.Equal(["commitment.requested", "commitment.countered", "commitment.accepted"], Stored.Story(bot, Number));

        await Clock.WalkToAsync(priya, due.AddDays(-5).ToDateTime(new(11, 0)));
        await mei.Card("A quick check-in, one tap is enough.").ShowsAsync("P12 · Referral form v2");
        await mei.SayAsync("blocked P12 waiting for the data agreement, need help");
        await mei.Card("Saved: P12 is blocked").IsThereAsync();
        await ana.Card("Mei Chen says this is blocked.").ShowsAsync("“waiting for the data agreement”");
        await priya.Card("Mei Chen would welcome help with this.").IsThereAsync();
        await bot.KillAndRestartAsync();

        await mei.SayAsync($"change P12 by {due.AddDays(3):d MMM yyyy} because the agreement is signed on Wednesday");
        await mei.Card("Propose a change: P12").IsThereAsync();
        await mei.SayAsync("send");
        await mei.Card("The old terms hold until the other side agrees.").IsThereAsync();
        await ana.Card("A change is proposed.").ShowsAsync($"{due.AddDays(3):ddd d MMM yyyy}");
        await ana.SayAsync("accept P12");
        await ana.Card("Saved: you agreed, P12").ShowsAsync($"{due.AddDays(3):ddd d MMM yyyy}");

        await ReportAsync(mei, "the form is live");
        await ana.Card("Mei Chen reports this as done.").ShowsAsync("“the form is live”");
        await ana.SayAsync("return P12 only one partner has used it");
        await ana.Card("Say what is not met yet: P12").IsThereAsync();
        await ana.SayAsync("send");
        await ana.Card("Sent: what is not met in P12").IsThereAsync();
        await mei.Card("Not quite yet").ShowsAsync("“only one partner has used it”");

        await ReportAsync(mei, "two partners have used it");
        await ana.Card("“two partners have used it”").IsThereAsync();
        await ana.SayAsync("accept P12");
        await ana.Card("✔ Done").IsThereAsync();
        await mei.Card("Confirmed as done. Thank you.").IsThereAsync();
        Assert.Equal(
            [
                "commitment.requested", "commitment.countered", "commitment.accepted", "checkin.opened", "checkin.answered",
                "commitment.change-proposed", "commitment.change-accepted", "commitment.reported", "commitment.returned",
                "commitment.reported", "commitment.kept",
            ],
            Stored.Story(bot, Number));
    }

    private static async Task ReportAsync(Client mei, string note)
    {
        await mei.SayAsync($"report P12 {note}");
        await mei.Card("Report done: P12").IsThereAsync();
        await mei.SayAsync("send");
        await mei.Card("Sent: you reported P12 as done").IsThereAsync();
    }
}

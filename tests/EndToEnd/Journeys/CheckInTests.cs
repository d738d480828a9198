using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>Being asked how promises stand: once, on one card, at the client one uses, and not while one is away.</summary>
public sealed class CheckInTests(Browser browser) : ClientTest(browser)
{
    private Bot bot = null!;
    private Client ana = null!;

    [Fact]
    public async Task B5_B13_Several_are_one_card_what_is_taken_back_nobody_hears_of_and_what_was_answered_elsewhere_is_not_asked_again()
    {
        bot = await StartTryAsync(["--Try:Undo", "120"], Human.Ana, Human.Mei);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        var phone = await SitDownAsync(Human.Mei, bot.Messages, device: "phone");
        var desk = await SitDownAsync(Human.Mei, bot.Messages);
        // What the sample lets her still owe would, begun on some weekdays, come on the same card with reminders of its own.
        await desk.SayAndSendAsync("report P6", "Report done: P6");
        await desk.Card("P6 · Shared intake checklist", "Reported as done").IsThereAsync();
        var monday = await Clock.ToMondayAsync(ana);
        await AgreedAsync(desk, "P12", "Room keys", monday.AddDays(11));
        await AgreedAsync(desk, "P13", "Door sign", monday.AddDays(11));

        // Three working days before a Friday is the Tuesday before.
        var tuesday = monday.AddDays(8).ToDateTime(new(11, 0));
        await Clock.WalkToAsync(ana, tuesday);
        var asked = desk.Card("where do they stand?", "P12 · Room keys", "P13 · Door sign");
        await asked.IsThereAsync();
        await Pictures.TakeAsync(asked, "checkins");
        Assert.Single(await desk.HeardAsync(), text => About(text, "Room keys", "where do they stand?"));

        await TakenBackAsync(desk, asked, tuesday);
        await AnsweredElsewhereAsync(desk, phone, tuesday);
        await ToldAsync(phone);
    }

    private async Task TakenBackAsync(Client desk, Card asked, DateTime now)
    {
        await asked.ChooseAsync("P12 · Room keys", "Blocked");
        await asked.ChooseAsync("P13 · Door sign", "At risk");
        await asked.FillAsync("Note", "The locksmith is ill.");
        await asked.PressAsync("Send");
        var saved = desk.Card("P12 · Room keys: Blocked", "P13 · Door sign: At risk");
        await saved.ShowsAsync("Ana Reyes");
        await Pictures.TakeAsync(saved, "checkins-saved");
        Assert.Equal("checkin.answered", Stored.Story(bot, 12)[^1]);
        await saved.PressAsync("Undo");
        await desk.Card("where do they stand?", "P12 · Room keys", "P13 · Door sign").IsThereAsync();
        Assert.Equal("checkin.undone", Stored.Story(bot, 12)[^1]);
        Assert.Equal("checkin.undone", Stored.Story(bot, 13)[^1]);
        await Clock.WalkToAsync(ana, now.AddMinutes(30));
        Assert.DoesNotContain(await ana.HeardAsync(), text => text.Contains("locksmith", StringComparison.Ordinal));
        Assert.DoesNotContain(await ana.HeardAsync(), text => About(text, "Room keys", "Mei Chen says") || About(text, "Door sign", "Mei Chen says"));
    }

    private async Task AnsweredElsewhereAsync(Client desk, Client phone, DateTime tuesday)
    {
        await phone.SayAsync("on track P13");
        await phone.Card("P13 · Door sign", "On track").IsThereAsync();
        await Clock.WalkToAsync(ana, tuesday.AddDays(1));
        await phone.Card("A reminder: this is still open.", "P12 · Room keys").IsThereAsync();
        var reminders = (await desk.HeardAsync()).Concat(await phone.HeardAsync()).Where(text => text.Contains("A reminder: ", StringComparison.Ordinal));
        Assert.DoesNotContain(reminders, text => text.Contains("Door sign", StringComparison.Ordinal));
        Assert.Single(Stored.Story(bot, 12), "checkin.nudged");
        Assert.DoesNotContain("checkin.nudged", Stored.Story(bot, 13));
    }

    // The other side does hear of what is not taken back, or the silence above would say nothing.
    private async Task ToldAsync(Client phone)
    {
        await phone.SayAsync("blocked P12 the locksmith is ill");
        await phone.Card("P12 · Room keys", "Blocked").IsThereAsync();
        await Clock.WalkToAsync(ana, (await Clock.LookAsync(ana)).AddMinutes(5));
        await ana.Card("Mei Chen says this is blocked.").ShowsAsync("“the locksmith is ill”");
    }

    [Fact]
    public async Task B4_Who_is_away_is_not_asked_and_the_cover_answers_meanwhile()
    {
        bot = await StartTryAsync(Human.Ana, Human.Mei, Human.Ruth);
        ana = await SitDownAsync(Human.Ana, bot.Messages);
        var mei = await SitDownAsync(Human.Mei, bot.Messages);
        var ruth = await SitDownAsync(Human.Ruth, bot.Messages);
        var monday = await Clock.ToMondayAsync(ana);
        await AgreedAsync(mei, "P12", "Room keys", monday.AddDays(11));
        await mei.SayAsync($"away until {monday.AddDays(9):d MMM} cover Ruth");
        await mei.SeesAsync("Ruth Abrams is told and answers your check-ins and reports");
        await ruth.SeesAsync("Mei Chen is away from");

        await Clock.WalkToAsync(ana, monday.AddDays(8).ToDateTime(new(11, 0)));
        // What Ruth is asked for herself comes on the same card.
        await ruth.Card("P12 · Room keys", "for Mei Chen, who is away").IsThereAsync();
        await ruth.SayAsync("on track P12");
        await ruth.Card("P12 · Room keys", "You said: On track").IsThereAsync();
        Assert.Equal(["checkin.opened", "checkin.answered"], Stored.Story(bot, 12).TakeLast(2));
        Assert.DoesNotContain(await mei.HeardAsync(), text => About(text, "Room keys", "A quick check-in"));

        await mei.SayAsync("back");
        await ruth.SeesAsync("You need not answer for Mei Chen any more.");
    }

    private static bool About(string text, string what, string said) =>
        text.Contains(what, StringComparison.Ordinal) && text.Contains(said, StringComparison.Ordinal);

    private async Task AgreedAsync(Client doer, string number, string what, DateOnly due)
    {
        await ana.SayAndSendAsync($"request {what} from Mei by {due:d MMM} done when it is at the desk", "Ask for a promise");
        await doer.Card($"{number} · {what}", "Do you agree?").PressAsync("Accept");
        await ana.Card($"{number} · {what}", "● Agreed").IsThereAsync();
    }
}

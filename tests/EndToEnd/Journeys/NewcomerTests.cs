using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>Try mode, as somebody meets it who has never seen the bot.</summary>
public sealed class NewcomerTests(Browser browser) : ClientTest(browser)
{
    [Fact]
    public async Task Somebody_new_is_asked_whom_to_be_plays_both_sides_and_walks_the_clock()
    {
        var bot = await StartTryAsync();
        var you = await SitDownAsync(Human.Sam, bot.Messages);
        var who = you.Card("Who would you like to be?");
        await Pictures.TakeAsync(who, "who");
        Assert.Empty(await Accessibility.FaultsAsync(who));
        await Accessibility.PressAsync(who, "Dale Whitman (Riverbend)");
        await you.SeesAsync("You are Dale Whitman now.");
        await Clock.ToMondayAsync(you);

        await you.SayAndSendAsync("request Job fair flyer from Mei by next Friday done when 200 flyers are printed", "Ask for a promise");
        await you.Card("They are asked now").ShowsAsync("P12");
        Assert.Equal(["commitment.requested"], Stored.Story(bot, 12));

        // What waits for somebody whom nobody played comes with their name on it.
        await you.SayAsync("be Mei");
        await you.SeesAsync("You are Mei Chen now.");
        var asked = you.Card("Dale Whitman asks Lakeside Community College for this.");
        await asked.ShowsAsync("To Mei Chen");
        await asked.PressAsync("Accept");
        await you.Card("Saved: you agreed, P12").IsThereAsync();

        await you.SayAsync("at risk P12 the printer is broken");
        await you.Card("P12 is at risk").IsThereAsync();
        await you.SayAsync("undo");
        await you.Card("Taken back, P12").IsThereAsync();
        Assert.Equal(
            ["commitment.requested", "commitment.accepted", "commitment.at-risk", "commitment.undone"], Stored.Story(bot, 12));

        var before = await Clock.LookAsync(you);
        Assert.Equal(before, await Clock.LookAsync(you));
        Assert.Equal(before.AddDays(3), await Clock.WalkToAsync(you, before.AddDays(3)));

        // What is due next comes due, and not before the clock shows its time.
        var (now, events) = (await Clock.LookAsync(you), Stored.Events(bot).Count);
        Assert.InRange(await Clock.NextAsync(you), now.AddMinutes(1), now.AddDays(7));
        Assert.True(Stored.Events(bot).Count > events, "Nothing came due at “clock next”.");
        await you.SayAsync("be Nobody");
        await you.SeesAsync("Nobody here, or more than one, is called that.");
    }
}

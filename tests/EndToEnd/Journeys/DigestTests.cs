using System.Globalization;
using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>The week of a digest: on Friday Ana reads what it will say and adds a sentence, on Monday Tom reads it and answers there.</summary>
public sealed class DigestTests(Browser browser) : ClientTest(browser)
{
    private const string Sentence = "Twelve are signed; the rest come on Tuesday.";

    [Fact]
    public async Task G1_G3_G4_What_is_said_on_Friday_is_read_on_Monday_and_what_needs_the_manager_is_answered_there()
    {
        var bot = await StartTryAsync(Human.Ana, Human.Tom);
        var (ana, tom) = (await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Tom, bot.Messages));
        await tom.SayAsync("digest");
        await ReadsWellAsync(tom.Card("The rest", "Story: A young father starts"), "digest-story");
        var monday = await Clock.ToMondayAsync(ana);
        await Clock.WalkToAsync(ana, monday.AddDays(4).ToDateTime(new(9, 5)));
        await BeforehandAsync(ana);
        var by = monday.AddDays(18).ToString("d MMM", CultureInfo.InvariantCulture);
        await ana.SayAsync($"propose one list of rooms for all of us by {by}");
        await ana.Card("Propose something to all partners").PressAsync("Put it to the partners");
        await ana.Card("All partners are asked now").IsThereAsync();

        await Clock.WalkToAsync(ana, monday.AddDays(7).ToDateTime(new(8, 5)));
        var digest = tom.Card("The rest", "need");
        await digest.IsThereAsync();
        await ReadsWellAsync(digest, "digest");
        await Accessibility.PressAsync(digest, "The rest");
        await digest.ShowsAsync(Sentence);
        await digest.ShowsAsync("Late (1)");
        Assert.Empty(await Accessibility.FaultsAsync(digest));
        Assert.Empty(await Pictures.SticksOutAsync(digest));
        await Pictures.TakeAsync(digest, "digest-open");

        await digest.PressAsync("Agree");
        await tom.Card("The rest", "one list of rooms", "answered").IsThereAsync();
        await tom.SayAsync("digests");
        await tom.Card("Your digests").ShowsAsync("delivered");
    }

    [Fact]
    public async Task G3_The_fullest_first_screen_is_twelve_lines_also_when_it_is_opened_again_later()
    {
        var bot = await StartTryAsync(Human.Ana, Human.Tom);
        var (ana, tom) = (await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Tom, bot.Messages));
        var monday = await Clock.ToMondayAsync(ana);
        await TellAsync(ana, tom);
        await AskTomAsync(ana, monday);
        await Clock.WalkToAsync(ana, monday.AddDays(7).ToDateTime(new(8, 5)));
        var digest = tom.Card("The rest", "3 things here need you");
        await ReadsWellAsync(digest, "digest-full");
        foreach (var shown in (string[])["Young adults in Riverbend", "Story: Twelve young adults", "Delivered and accepted", "P12 The list of rooms"]) await digest.ShowsAsync(shown);
        await Accessibility.PressAsync(digest, "The rest");
        await digest.ShowsAsync("The winter programme");
        await digest.ShowsAsync("“every single evening”");
        Assert.Empty(await Accessibility.FaultsAsync(digest));

        await Clock.WalkToAsync(ana, monday.AddDays(14).ToDateTime(new(8, 5)));
        await tom.SayAsync(monday.AddDays(7).ToString("'digest' d MMM", CultureInfo.InvariantCulture));
        var earlier = tom.Card("The rest", "As it stood on");
        await ReadsWellAsync(earlier, "digest-earlier");
        await earlier.ShowsAsync("Story: Twelve young adults");
    }

    /// <summary>A story that two partners agree to be named in, and thanks.</summary>
    private static async Task TellAsync(Client ana, Client tom)
    {
        await ana.SayAsync("story Twelve young adults of the evening course have a first day at work, and three of them stand in a kitchen that they know by now. partners: Harbor, Lakeside");
        await ana.Card("Tell what you made possible together").PressAsync("Ask those who would be named");
        await tom.Card("evening course").IsThereAsync();
        await tom.SayAsync("name us");
        await tom.SeesAsync("Saved");
        await ana.SayAsync("be Ruth Abrams");
        await ana.SeesAsync("You are Ruth Abrams now.");
        await ana.SayAsync("name us");
        await ana.SeesAsync("Saved");
        await ana.SayAsync("thank Tom for every single evening");
        await ana.SeesAsync("hears of it");
    }

    /// <summary>Four things, so that one of them is only counted.</summary>
    private static async Task AskTomAsync(Client ana, DateOnly monday)
    {
        var by = monday.AddDays(16).ToString("d MMM", CultureInfo.InvariantCulture);
        await ana.SayAsync($"propose \"The winter programme of all four of us in one leaflet\" by {by}");
        await ana.Card("Propose something to all partners").PressAsync("Put it to the partners");
        await ana.Card("All partners are asked now").IsThereAsync();
        foreach (var what in new[] { "The list of rooms that stand empty in the evening", "Somebody for the desk at the winter job fair", "Two pages about how your intake works" })
        {
            await ana.SayAsync($"request \"{what}\" from Tom by {by} done when \"it is here\"");
            await ana.Card("Ask for a promise", "Send the request").PressAsync("Send the request");
            await ana.Card(what, "They are asked now").IsThereAsync();
        }
    }

    private static async Task BeforehandAsync(Client ana)
    {
        var shown = ana.Card("What the next digests will say", "Twenty signed consent forms");
        await shown.ShowsAsync("word for word");
        Assert.Empty(await Accessibility.FaultsAsync(shown));
        Assert.Empty(await Pictures.SticksOutAsync(shown));
        await Pictures.TakeAsync(shown, "digest-preview");
        await shown.PressAsync("Add a sentence");
        var form = ana.Card("A sentence for the digests", "Seen by");
        Assert.Empty(await Accessibility.FaultsAsync(form));
        await form.FillAsync("Your sentence, shown beside the promise in the digests", Sentence);
        await form.PressAsync("Add it");
        await ana.Card("What the next digests will say", Sentence).IsThereAsync();
    }

    /// <summary>
    /// What stands above the button that unfolds the rest is one screen of a phone: at most twelve lines, a row of buttons counted as
    /// one. Whom a card is for is said in try mode alone.
    /// </summary>
    private static async Task ReadsWellAsync(Card digest, string name)
    {
        await digest.IsThereAsync();
        var (lines, text) = await Pictures.LinesOnPhoneAsync(digest, "The rest", "To Tom Okafor");
        Assert.True(lines is > 5 and <= 12, $"{lines} lines stand open on a phone:\n{text}");
        Assert.Empty(await Accessibility.FaultsAsync(digest));
        Assert.Empty(await Pictures.SticksOutAsync(digest));
        await Pictures.TakeAsync(digest, name);
    }
}

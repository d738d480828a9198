using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>Three people at three clients change their charter together, and meet its fence.</summary>
public sealed class CharterTests(Browser browser) : ClientTest(browser)
{
    [Fact]
    public async Task A_charter_is_proposed_objected_amended_adopted_shown_as_a_difference_and_its_fence_is_met()
    {
        var bot = await StartTryAsync();
        var (tom, ruth, jonas) = (
            await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Mei, bot.Messages), await SitDownAsync(Human.Priya, bot.Messages));
        await BeAsync(tom, "Tom Okafor");
        await BeAsync(ruth, "Ruth Abrams");
        await BeAsync(jonas, "Jonas Weber");
        await Clock.ToMondayAsync(tom);

        await WriteAsync(tom, "Joint fundraising\nShared case files\nJoint press work");
        await tom.SayAsync("propose charter");
        var form = tom.Card("Put the charter to all partners");
        Assert.Empty(await Accessibility.FaultsAsync(form));
        await form.PressAsync("Put it to the partners");
        await tom.Card("All partners are asked now").ShowsAsync("D6");

        await ruth.SayAsync("show D6");
        var open = ruth.Card("D6", "What does Lakeside Community College say?");
        await open.ShowsAsync("Joint press work");
        await Pictures.TakeAsync(open, "decision");
        await open.PressAsync("Object");
        var objection = ruth.Card("Object: D6");
        await objection.FillAsync("Why", "We announce our courses together.");
        await objection.FillAsync("What would make it acceptable", "Only party politics is excluded.");
        await objection.PressAsync("Object");
        await ruth.Card("Saved: your objection").IsThereAsync();
        await jonas.SayAsync("show D6");
        await jonas.Card("D6", "An objection is being worked on").IsThereAsync();

        await tom.SayAsync("show D6");
        await tom.Card("D6", "Only party politics is excluded.").IsThereAsync();
        await WriteAsync(tom, "Joint fundraising\nShared case files\nParty politics");
        await tom.SayAsync("amend D6");
        await tom.Card("Amend: D6").PressAsync("Ask everybody again");
        await tom.Card("the new text of D6").IsThereAsync();

        foreach (var (client, name) in new[] { (tom, ""), (tom, "Dale Whitman"), (ruth, ""), (jonas, "") })
        {
            if (name.Length > 0) await BeAsync(client, name);
            await client.SayAsync("show D6");
            await client.Card("D6", "What does").IsThereAsync();
            await client.SayAsync("agree D6");
            await client.Card("Saved: your partner agrees").IsThereAsync();
        }

        await jonas.SayAsync("charter");
        var charter = jonas.Card("Our charter, version 2");
        await charter.ShowsAsync("What changed since the version before");
        await charter.ShowsAsync("Party politics");
        await Pictures.TakeAsync(charter, "charter");

        await BeAsync(tom, "Ana Reyes");
        await tom.SayAsync("request an evening on party politics from Mei by next Friday done when twenty people came");
        var fenced = tom.Card("Ask for a promise", "Party politics");
        await fenced.ShowsAsync("The charter says that we don't do this together");
        await Pictures.TakeAsync(fenced, "fence");
    }

    private static async Task BeAsync(Client client, string name)
    {
        await client.SayAsync($"be {name}");
        await client.SeesAsync($"You are {name} now.");
    }

    private static async Task WriteAsync(Client client, string text)
    {
        await client.SayAsync("edit charter what we don't do");
        var form = client.Card("Write in the draft of the charter");
        await form.FillAsync("Text", text);
        await form.PressAsync("Save in the draft");
        await client.Card("Saved in the draft", text[(text.LastIndexOf('\n') + 1)..]).IsThereAsync();
    }
}

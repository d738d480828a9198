using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>
/// One decision as everybody has it before them who has a part in it: who proposed it, who speaks for a partner, who does not,
/// who facilitates, and the partner whose own money it is about. It ends with promises.
/// </summary>
public sealed class DecidingTests(Browser browser) : ClientTest(browser)
{
    [Fact]
    public async Task A_decision_in_every_role_and_promises_that_follow_from_it_bind_who_says_yes()
    {
        var bot = await StartTryAsync(Human.Ana, Human.Ruth, Human.Mei, Human.Sam, Human.Jonas);
        var (ana, ruth, mei) = (
            await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Ruth, bot.Messages), await SitDownAsync(Human.Mei, bot.Messages));
        var monday = await Clock.ToMondayAsync(ana);

        // The proposer, who speaks for nobody.
        await ana.SayAsync("propose a summer school at the harbor");
        var form = ana.Card("Propose something to all partners");
        await form.ShowsAsync("Open until");
        await form.ChooseAsync("Whose own money is it about", "Cedar Fund");
        await Pictures.TakeAsync(form, "deciding-propose");
        await form.PressAsync("Put it to the partners");
        var proposed = ana.Card("D6", "0 of 4 heard");
        await proposed.IsThereAsync();
        await Pictures.TakeAsync(proposed, "deciding-proposer");
        Assert.DoesNotContain("What does", await proposed.TextAsync(), StringComparison.Ordinal);

        // Somebody of another partner who does not speak for it.
        await mei.AnswerAsync("agree D6", "Nothing was changed");
        await mei.SayAsync("show D6");
        var looking = mei.Card("D6", "0 of 4 heard");
        await looking.IsThereAsync();
        await Pictures.TakeAsync(looking, "deciding-member");

        // Who speaks for it.
        await ruth.SayAsync("show D6");
        var asked = ruth.Card("D6", "What does Lakeside Community College say?");
        Assert.Empty(await Accessibility.FaultsAsync(asked));
        await Pictures.TakeAsync(asked, "deciding-representative");
        await asked.PressAsync("Agree");
        await ruth.Card("Saved: your partner agrees").IsThereAsync();

        // Who facilitates sees who has not been heard, and has no voice.
        await BeAsync(mei, "Sam Duarte");
        await mei.SayAsync("show D6");
        var leading = mei.Card("D6", "1 of 4 heard", "Harbor Youth Center");
        await leading.IsThereAsync();
        await Pictures.TakeAsync(leading, "deciding-facilitator");
        Assert.DoesNotContain("What does", await leading.TextAsync(), StringComparison.Ordinal);

        // The partner whose own money it is stands aside.
        await BeAsync(mei, "Jonas Weber");
        await mei.SayAsync("show D6");
        var own = mei.Card("D6", "What does Cedar Fund say?");
        await Pictures.TakeAsync(own, "deciding-own-money");
        await mei.SayAsync("agree D6");
        await mei.SeesAsync("own money");
        await mei.SayAsync("stand aside D6");
        await mei.Card("D6", "2 of 4 heard").IsThereAsync();

        foreach (var name in new[] { "Tom Okafor", "Dale Whitman" })
        {
            await BeAsync(ruth, name);
            await ruth.SayAsync("show D6");
            await ruth.Card("D6", "What does").IsThereAsync();
            await ruth.SayAsync("agree D6");
            await ruth.Card("Saved: your partner agrees").IsThereAsync();
        }

        // The outcome, with promises.
        await ana.SayAsync("outcome D6");
        var outcome = ana.Card("Outcome: D6");
        await outcome.ShowsAsync("Looked at again on");
        await outcome.FillAsync("What holds now", "A summer school in July, at the harbor.");
        await Pictures.TakeAsync(outcome, "deciding-outcome");
        await outcome.PressAsync("More");
        await outcome.FillAsync("Promise 1: what", "A list of teachers");
        await outcome.FillAsync("Promise 1: done when", "Ana has ten names");
        await outcome.ChooseAsync("Promise 1: who does it", "Mei Chen (Lakeside Community College)");
        await outcome.ChooseAsync("Promise 1: for whom", "Ana Reyes (Harbor Youth Center)");
        await outcome.PickDayAsync("Promise 1: by when", monday.AddDays(35));
        Assert.Empty(await Accessibility.FaultsAsync(outcome));
        await Pictures.TakeAsync(outcome, "deciding-promises");
        await outcome.PressAsync("Save the outcome");
        var written = ana.Card("D6", "Follows from it", "A list of teachers");
        await written.IsThereAsync();
        await Pictures.TakeAsync(written, "deciding-written");

        await BeAsync(mei, "Mei Chen");
        await mei.AnswerAsync("waiting", "A list of teachers");
        await mei.SayAsync("show a list of teachers");
        var request = mei.Card("A list of teachers", "Asked with the outcome of D6");
        await Pictures.TakeAsync(request, "deciding-request");
        await request.PressAsync("Accept");
        await mei.Card("Saved: you agreed", "A list of teachers").IsThereAsync();
        await ana.SayAsync("show D6");
        await ana.Card("D6", "Follows from it", "Agreed").IsThereAsync();
    }

    private static async Task BeAsync(Client client, string name)
    {
        await client.SayAsync($"be {name}");
        await client.SeesAsync($"You are {name} now.");
    }
}

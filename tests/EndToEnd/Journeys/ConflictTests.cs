using System.Text.RegularExpressions;
using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>
/// Four people at four clients: a process is agreed on before it is needed, and then it is needed. The fourth, who is not in
/// the case, finds out nothing.
/// </summary>
public sealed partial class ConflictTests(Browser browser) : ClientTest(browser)
{
    [Fact]
    public async Task A_process_is_proposed_objected_to_amended_and_ratified()
    {
        var bot = await StartTryAsync();
        var (tom, ruth, jonas) = (
            await SitDownAsync(Human.Tom, bot.Messages), await SitDownAsync(Human.Ruth, bot.Messages), await SitDownAsync(Human.Jonas, bot.Messages));
        await BeAsync(tom, "Tom Okafor");
        await BeAsync(ruth, "Ruth Abrams");
        await BeAsync(jonas, "Jonas Weber");
        await Clock.ToMondayAsync(tom);

        await tom.SayAsync("start a process");
        var form = tom.Card("Start a process for conflicts");
        Assert.Empty(await Accessibility.FaultsAsync(form));
        await form.FillAsync("Name", "How we work together");
        await form.PressAsync("Make the draft");
        var draft = tom.Card("Saved: here is a draft", "How we work together");
        await draft.ShowsAsync("Direct talk");
        await Pictures.TakeAsync(draft, "process-draft");
        await tom.SayAsync("change rung of process 3 rung 1");
        var rung = tom.Card("Change a rung");
        await rung.FillAsync("Working days", "5");
        await Pictures.TakeAsync(rung, "process-rung");
        await rung.PressAsync("Save in the draft");
        await tom.Card("Saved in the draft", "working days: 5").IsThereAsync();
        await tom.SayAsync("put to the partners process 3");
        // Its title, as the draft above speaks of putting it to all partners too.
        await tom.Card("Put it to all partners: How we work together").PressAsync("Put it to all partners");
        await tom.Card("D6", "How we work together").IsThereAsync();

        await ruth.SayAsync("show D6");
        var asked = ruth.Card("D6", "What does Lakeside Community College say?");
        await asked.ShowsAsync("Direct talk");
        await Pictures.TakeAsync(asked, "process-decision");
        await asked.PressAsync("Object");
        var objection = ruth.Card("Object: D6");
        await objection.FillAsync("Why", "Five days are too few in term time.");
        await objection.FillAsync("What would make it acceptable", "Fifteen days.");
        await objection.PressAsync("Object");
        await ruth.Card("Saved: your objection").IsThereAsync();

        await tom.SayAsync("change rung of process 3 rung 1");
        var again = tom.Card("Change a rung");
        await again.FillAsync("Working days", "15");
        await again.PressAsync("Save in the draft");
        await tom.Card("Saved in the draft", "working days: 15").IsThereAsync();
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

        await jonas.SayAsync("process 3");
        var inForce = jonas.Card("Process 3", "In force since");
        await inForce.ShowsAsync("working days: 15");
        await Pictures.TakeAsync(inForce, "process");
        await jonas.SayAsync("processes");
        await Pictures.TakeAsync(jonas.Card("How we deal with conflicts"), "processes");
    }

    [Fact]
    public async Task A_missed_promise_becomes_a_concern_a_talk_and_a_case_whose_time_runs_out_and_that_is_settled_and_holds()
    {
        var bot = await StartTryAsync();
        // All are there from the start: for whoever came later, months of cards would be waiting.
        var (ana, mei, tom, ruth, dale) = (
            await SitDownAsync(Human.Ana, bot.Messages), await SitDownAsync(Human.Mei, bot.Messages), await SitDownAsync(Human.Tom, bot.Messages),
            await SitDownAsync(Human.Ruth, bot.Messages), await SitDownAsync(Human.Dale, bot.Messages));
        await BeAsync(ana, "Ana Reyes");
        await BeAsync(mei, "Mei Chen");
        await BeAsync(tom, "Tom Okafor");
        await BeAsync(ruth, "Ruth Abrams");
        await BeAsync(dale, "Dale Whitman");
        var monday = await Clock.ToMondayAsync(dale);

        // A promise of Mei's that is past its date.
        await WalkAsync(monday.AddDays(7));
        await ana.SayAsync("show P6");
        var late = ana.Card("P6", "Talk about it");
        await Pictures.TakeAsync(late, "missed");
        await late.PressAsync("Talk about it");
        var sentence = ana.Card("Talk it over");
        await sentence.ShowsAsync("you alone, until you offer a talk");
        await sentence.FillAsync("Text", "We cannot start the intake without the list.");
        await sentence.PressAsync("Save");
        var concern = ana.Card("A concern", "We cannot start the intake");
        Assert.Empty(await Accessibility.FaultsAsync(concern));
        await Pictures.TakeAsync(concern, "concern");
        await concern.PressAsync("Offer a talk");
        await ana.Card("Offer a talk", "Ask them").PressAsync("Ask them");
        await mei.Card("Somebody would like to talk", "We cannot start the intake").PressAsync("Yes, let us talk");

        await ana.SayAsync("make it a case");
        var open = ana.Card("Take the agreed way");
        await open.ShowsAsync("Nobody else.");
        await Pictures.TakeAsync(open, "case-form");
        await open.PressAsync("Open the case");
        await ana.Card("The case is open", "Between").IsThereAsync();
        var read = mei.Card("A case was opened", "We cannot start the intake");
        await Pictures.TakeAsync(read, "case-opened");
        await read.PressAsync("I have read it");
        await mei.Card("your party has read it").IsThereAsync();

        // The fourth person looks wherever a case could show.
        await dale.SayAsync("alliance");
        await dale.Card("Riverbend Works", "None or few.").IsThereAsync();
        await dale.SayAsync("cases");
        var nothing = dale.Card("Concerns and cases", "None or few.");
        await Pictures.TakeAsync(nothing, "cases-outside");
        Assert.DoesNotContain("intake", await nothing.TextAsync(), StringComparison.OrdinalIgnoreCase);

        // Nobody sums up: the time runs out, and it goes to the supervisors.
        await WalkAsync(monday.AddDays(28));
        await tom.SayAsync("cases");
        await tom.Card("Concerns and cases", "Supervisors").IsThereAsync();
        await tom.SayAsync("settle in two steps");
        var settle = tom.Card("Propose a settlement");
        Assert.Empty(await Accessibility.FaultsAsync(settle));
        await settle.ShowsAsync("Looked at again on");
        await RowAsync(settle, 1, "The checklist", "Mei Chen (Lakeside Community College)", "Ana Reyes (Harbor Youth Center)", monday.AddDays(35));
        await settle.PressAsync("More");
        await RowAsync(settle, 2, "A monthly look at it", "Ana Reyes (Harbor Youth Center)", "Mei Chen (Lakeside Community College)", monday.AddDays(42));
        await Pictures.TakeAsync(settle, "settle");
        await settle.PressAsync("Put it on the table");
        await tom.Card("On the table", "in two steps").IsThereAsync();
        await ruth.SayAsync("cases");
        var list = ruth.Card("Concerns and cases", "Waits for you");
        await list.IsThereAsync();
        var name = CaseName().Match(await list.TextAsync()).Value;
        await ruth.SayAsync($"show {name}");
        var offer = ruth.Card(name, "A settlement is on the table");
        await Pictures.TakeAsync(offer, "settlement");
        await offer.PressAsync("Agree");
        await ruth.Card("Agree:", "in two steps").PressAsync("Accept");
        await ruth.Card("Saved: your party agrees").IsThereAsync();

        await WalkAsync(monday.AddDays(57));
        await tom.SayAsync($"it holds {name}");
        await tom.Card("your party says that it holds").IsThereAsync();
        await ruth.SayAsync($"it holds {name}");
        var closed = ruth.Card("the settlement holds");
        await closed.IsThereAsync();
        await Pictures.TakeAsync(closed, "case-closed");

        await dale.SayAsync("cases");
        Assert.DoesNotContain(await dale.HeardAsync(), text => text.Contains("without the list", StringComparison.OrdinalIgnoreCase) || text.Contains(name, StringComparison.Ordinal));

        // Weeks of cards came to the others meanwhile, and the client draws its whole chat anew with each: they go on with an
        // empty one. Dale's is not emptied, as it is looked through at the end.
        async Task WalkAsync(DateOnly day)
        {
            await Clock.WalkToAsync(dale, day.ToDateTime(new TimeOnly(11, 0)));
            foreach (var client in (Client[])[ana, mei, tom, ruth]) await client.ReloadAsync();
        }
    }

    [GeneratedRegex("K[2-9][0-9A-Z]{2}")]
    private static partial Regex CaseName();

    private static async Task RowAsync(Card form, int number, string what, string doer, string receiver, DateOnly due)
    {
        await form.FillAsync($"Promise {number}: what", what);
        await form.ChooseAsync($"Promise {number}: who does it", doer);
        await form.ChooseAsync($"Promise {number}: for whom", receiver);
        await form.PickDayAsync($"Promise {number}: by when", due);
    }

    private static async Task BeAsync(Client client, string name)
    {
        await client.SayAsync($"be {name}");
        await client.SeesAsync($"You are {name} now.");
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The charter by typed words and by buttons: written in sections, put to the partners, adopted, changed.</summary>
public sealed class CharterTests
{
    [Fact]
    public async Task A_charter_is_written_in_short_sections_put_to_all_and_adopted()
    {
        using var chat = await AdoptedAsync();
        var state = await chat.StateAsync();
        Assert.Equal(1, state.Charter.Current!.Number);
        var shown = await chat.SayAsync(Riverbend.Mei, "charter");
        Assert.Contains("We meet monthly.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Joint fundraising", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Young adults find work", shown.Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Tom, "edit charter ways of working");
        var draft = await chat.PressAsync(Riverbend.Tom, chat.Last(Riverbend.Tom), Verbs.Send, ("section", nameof(CharterSection.Ways)), ("text", "We meet weekly."));
        Assert.Contains("We meet weekly.", draft.Text, StringComparison.Ordinal);
        Assert.Contains("no longer “We meet monthly.”", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_holds_rules_and_partners_are_proposed_instead_of_set()
    {
        using var chat = await AdoptedAsync();
        await chat.SayAsync(Riverbend.Dale, "add partner Northside Clinic as other");
        await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Equal(MatterKind.PartnerIn, (await chat.StateAsync()).Decisions.Single(static one => one.Number == 2).Proposal.Matter.Kind);
        await chat.SayAsync(Riverbend.Dale, "rules answer within 7");
        var sent = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Contains("Days to answer a request: 5", sent.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await chat.StateAsync()).Settings.AnswerByDays);
        await AgreeAsync(chat, 3);
        Assert.Equal(7, (await chat.StateAsync()).Settings.AnswerByDays);
        await chat.SayAsync(Riverbend.Dale, "ceiling 40");
        await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Equal(40, (await chat.StateAsync()).Decisions.Single(static one => one.Number == 4).Proposal.Matter.Rules!.LoadCeiling);
        await chat.SayAsync(Riverbend.Dale, "purpose something else");
        var drafted = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Contains("Saved in the draft", drafted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N12_A_goal_from_a_round_is_confirmed_by_its_number_while_it_waits_in_the_draft()
    {
        using var chat = await AdoptedAsync();
        await chat.SayAsync(Riverbend.Sam, "benchmarks start");
        await chat.SayAsync(Riverbend.Sam, "send");
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks goal 60 young adults in work by 30 June");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
        await chat.SayAsync(Riverbend.Sam, "benchmarks record we agree");
        var number = CharterForms.GoalsOf(await chat.StateAsync()).Count;
        Assert.Equal((await chat.StateAsync()).Goals.Count + 1, number);
        await chat.SayAsync(Riverbend.Tom, $"our goal {number}");
        await chat.SayAsync(Riverbend.Tom, "send");
        var shown = (await chat.SayAsync(Riverbend.Ana, "benchmarks 1")).Text;
        Assert.Contains("60 young adults in work: confirmed as its own by Harbor Youth Center", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_it_a_partner_has_its_own_terms_and_confirms_a_goal_as_its_own()
    {
        using var chat = await AdoptedAsync();
        await chat.SayAsync(Riverbend.Tom, "own terms We close in August.");
        var terms = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("We close in August.", terms.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "our goal 1");
        var goal = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("confirmed as its own by Harbor Youth Center", goal.Text, StringComparison.Ordinal);
        Assert.Contains("not yet confirmed by", goal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_and_questions_a_day_are_rules_that_all_decide_on_too()
    {
        using var chat = await AdoptedAsync();
        await chat.SayAsync(Riverbend.Dale, "rules ask between 8-17");
        await chat.SayAsync(Riverbend.Dale, "questions a day 3");
        var sent = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Contains("People are asked from: 09:00", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Check-ins a person and day, at most: 5", sent.Text, StringComparison.Ordinal);
        await AgreeAsync(chat, 2);
        var rules = (await chat.StateAsync()).Settings;
        Assert.Equal((new(8, 0), new(17, 0), 3), (rules.AskFrom, rules.QuietFrom, rules.PromptsPerDay));
        var odd = await chat.SayAsync(Riverbend.Dale, "rules ask between whenever");
        await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Equal(2, (await chat.StateAsync()).Decisions.Count);
        Assert.NotEqual("", odd.Text);
    }

    [Fact]
    public async Task A_draft_says_what_is_not_written_yet_and_a_version_how_to_read_the_one_before()
    {
        using var chat = await AdoptedAsync();
        await chat.SayAsync(Riverbend.Tom, "edit charter ways of working");
        var draft = await chat.PressAsync(Riverbend.Tom, chat.Last(Riverbend.Tom), Verbs.Send, ("section", nameof(CharterSection.Ways)), ("text", "We meet weekly."));
        Assert.Contains("Not written yet:", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Risks, and who bears them", draft.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Sam, "propose charter by 27 Nov");
        await chat.SayAsync(Riverbend.Sam, "send");
        await AgreeAsync(chat, 2);
        var second = await chat.SayAsync(Riverbend.Mei, "charter");
        Assert.Contains("new “We meet weekly.”", second.Text, StringComparison.Ordinal);
        Assert.Contains("charter version 1", second.Text, StringComparison.Ordinal);
        var first = await chat.SayAsync(Riverbend.Mei, "charter version 1");
        Assert.Contains("We meet monthly.", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_that_came_later_adopts_the_version_that_it_read()
    {
        using var chat = await AdoptedAsync();
        await chat.SayAsync(Riverbend.Dale, "add partner Northside Clinic as other");
        await chat.SayAsync(Riverbend.Dale, "send");
        await AgreeAsync(chat, 2);
        await chat.InviteAsync(Riverbend.Priya, "Priya Nair for Northside as manager");
        var read = await chat.SayAsync(Riverbend.Priya, "charter");
        Assert.Contains("Outside it so far: Northside Clinic", read.Text, StringComparison.Ordinal);
        var form = await chat.SayAsync(Riverbend.Priya, "adopt charter");
        Assert.Contains("Version", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "edit charter ways of working");
        await chat.PressAsync(Riverbend.Tom, chat.Last(Riverbend.Tom), Verbs.Send, ("section", nameof(CharterSection.Ways)), ("text", "We meet weekly."));
        await chat.SayAsync(Riverbend.Sam, "propose charter by 27 Nov");
        await chat.SayAsync(Riverbend.Sam, "send");
        await AgreeAsync(chat, 3);
        await chat.SayAsync(Riverbend.Priya, "show D3");
        await chat.SayAsync(Riverbend.Priya, "stand aside D3");
        Assert.Equal(1, (await chat.StateAsync()).Charter.Current!.Number);
        var adopted = await chat.PressAsync(Riverbend.Priya, form, Verbs.Send, ("version", "1"));
        Assert.DoesNotContain("Outside it so far", adopted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_section_is_asked_when_none_is_named()
    {
        using var chat = await Chat.RiverbendAsync();
        var asked = await chat.SayAsync(Riverbend.Tom, "edit charter");
        Assert.Contains("Which section", asked.Text, StringComparison.Ordinal);
        Assert.Contains("edit charter risks", asked.Json, StringComparison.Ordinal);
        Assert.Contains("No charter yet", (await chat.SayAsync(Riverbend.Mei, "charter")).Text, StringComparison.Ordinal);
        Assert.Contains("I don't find that", (await chat.SayAsync(Riverbend.Mei, "edit charter risks")).Text, StringComparison.Ordinal);
    }

    private static async Task<Chat> AdoptedAsync()
    {
        var chat = await Chat.RiverbendAsync();
        foreach (var (section, text) in new[]
        {
            ("purpose", "Young adults find work."), ("goals", "120 young adults in jobs by 30 June 2027"), ("what we don't do", "Joint fundraising"),
            ("ways of working", "We meet monthly."),
        })
        {
            var form = await chat.SayAsync(Riverbend.Dale, $"edit charter {section}");
            var saved = await chat.PressAsync(Riverbend.Dale, form, Verbs.Send, ("section", Named(section)), ("text", text));
            Assert.Contains(text[..10], saved.Text, StringComparison.Ordinal);
        }

        var proposed = await chat.SayAsync(Riverbend.Sam, "propose charter by 27 Nov");
        Assert.Contains("Put the charter to all partners", proposed.Text, StringComparison.Ordinal);
        var sent = await chat.SayAsync(Riverbend.Sam, "send");
        Assert.Contains("Sent: D1", sent.Text, StringComparison.Ordinal);
        await AgreeAsync(chat, 1);
        return chat;
    }

    private static string Named(string section) => section switch
    {
        "what we don't do" => nameof(CharterSection.DoesNot),
        "ways of working" => nameof(CharterSection.Ways),
        "goals" => nameof(CharterSection.Goals),
        _ => nameof(CharterSection.Purpose),
    };

    private static async Task AgreeAsync(Chat chat, int number)
    {
        await chat.SettleAsync();
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale])
        {
            await chat.SayAsync(person, $"show D{number}");
            await chat.SayAsync(person, $"agree D{number}");
        }
    }
}

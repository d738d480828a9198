using System.Text.Json;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Processes, pressed and typed, with the whole bot behind it: Dale, Tom and Ruth speak for the three partners.</summary>
public sealed class ProcessTalkTests
{
    [Fact]
    public async Task H7_A_process_is_started_adapted_rung_by_rung_objected_to_amended_and_ratified_by_typed_words_alone()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Tom, "start a process When a promise is missed kinds: missed promises");
        var draft = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("Direct talk", draft.Text, StringComparison.Ordinal);
        Assert.Contains("Exit review", draft.Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Tom, "change rung of process 1 rung 1");
        await chat.SayAsync(Riverbend.Tom, "lasting 5");
        await chat.SayAsync(Riverbend.Tom, "send");
        await chat.SayAsync(Riverbend.Tom, "move rung of process 1 rung 3 to place 2");
        await chat.SayAsync(Riverbend.Tom, "remove rung of process 1 rung 5");
        await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Equal(["Direct talk", "Executives", "Supervisors", "Mediation"], (await ProcessAsync(chat)).Draft!.Rungs.Select(static rung => rung.Name.Text));
        Assert.Equal(5, (await ProcessAsync(chat)).Draft!.Rungs[0].Days);

        await chat.SayAsync(Riverbend.Tom, "put to the partners process 1 by 27 Nov");
        Assert.Contains("All partners are asked now", (await chat.SayAsync(Riverbend.Tom, "send")).Text + chat.Last(Riverbend.Tom).Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        Assert.Contains("Supervisors", chat.Last(Riverbend.Ruth).Text, StringComparison.Ordinal);
        // A first version is read in sentences: nothing is new where nothing was.
        var asked = chat.Last(Riverbend.Ruth).Text;
        Assert.Contains("Called “When a promise is missed”.", asked, StringComparison.Ordinal);
        Assert.Contains("Written views are kept for 180 days.", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("new “", asked, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ruth, "object D1 because executives come too early acceptable if supervisors meet first");
        await chat.SayAsync(Riverbend.Ruth, "send");
        await chat.SayAsync(Riverbend.Tom, "move rung of process 1 rung 3 to place 2");
        await chat.SayAsync(Riverbend.Tom, "amend D1");
        await chat.SayAsync(Riverbend.Tom, "send");
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale])
        {
            await chat.SayAsync(person, "show D1");
            await chat.SayAsync(person, "agree D1");
        }

        var ratified = (await ProcessAsync(chat)).Current;
        Assert.Equal(["Direct talk", "Supervisors", "Executives", "Mediation"], ratified!.Text.Rungs.Select(static rung => rung.Name.Text));
        Assert.Contains("In force", (await chat.SayAsync(Riverbend.Mei, "processes")).Text, StringComparison.Ordinal);
        Assert.Contains("In force since", (await chat.SayAsync(Riverbend.Mei, "process 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H7_The_same_by_buttons()
    {
        using var chat = await Chat.RiverbendAsync();
        var list = await chat.SayAsync(Riverbend.Tom, "processes");
        var form = await chat.PressAsync(Riverbend.Tom, list, Verbs.StartProcess);
        var draft = await chat.PressAsync(Riverbend.Tom, form, Verbs.Send, form.With(("kinds", "Culture,Resources")));
        var which = await chat.PressAsync(Riverbend.Tom, draft, Verbs.ChangeRung);
        Assert.Contains("Which rung?", which.Text, StringComparison.Ordinal);
        var rung = await chat.PressAsync(Riverbend.Tom, which, Verbs.Say);
        draft = await chat.PressAsync(Riverbend.Tom, rung, Verbs.Send, rung.With(("name", "Coffee"), ("asks", "summary,everybody")));
        Assert.Contains("Coffee", draft.Text, StringComparison.Ordinal);
        Assert.Equal((true, true, false), (await ProcessAsync(chat)).Draft!.Rungs[0] is var first ? (first.SummaryNeeded, first.EveryoneAnswers, first.HasNeutral) : default);
        var add = await chat.PressAsync(Riverbend.Tom, draft, Verbs.AddRung);
        draft = await chat.PressAsync(
            Riverbend.Tom, add, Verbs.Send,
            add.With(("name", "Walk"), ("todo", "Take a walk."), ("attends", "Managers"), ("rungDays", "3"), ("place", "1")));
        Assert.Equal("Walk", (await ProcessAsync(chat)).Draft!.Rungs[0].Name.Text);
        var rest = await chat.PressAsync(Riverbend.Tom, draft, Verbs.ChangeProcess);
        await chat.PressAsync(Riverbend.Tom, rest, Verbs.Send, rest.With(("followUpDays", "0")));
        Assert.Equal(20, (await ProcessAsync(chat)).Draft!.FollowUpDays);
        Assert.Contains("between 1 and", chat.Posts[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_draft_is_told_so_and_observers_are_not_offered_it()
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.DoesNotContain("start a process", (await chat.SayAsync(Riverbend.Mei, "help")).Text, StringComparison.Ordinal);
        Assert.Contains("start a process", (await chat.SayAsync(Riverbend.Tom, "help")).Text, StringComparison.Ordinal);
        var refused = await chat.SayAsync(Riverbend.Mei, "start a process");
        var unknown = await chat.SayAsync(Riverbend.Mei, "change process 9");
        Assert.Equal(unknown.Text, refused.Text);
    }

    private static async Task<Process> ProcessAsync(Chat chat) => (await chat.StateAsync()).Processes.Single();
}

/// <summary>What a client sends with a form: every input as it stands, and what was typed over it.</summary>
internal static class Inputs
{
    public static (string Name, string Value)[] With(this Post form, params (string Name, string Value)[] typed) =>
        [.. Of(JsonDocument.Parse(form.Card).RootElement).Where(input => !typed.Any(one => one.Name == input.Name)), .. typed];

    private static IEnumerable<(string Name, string Value)> Of(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(Of);
        if (element.ValueKind != JsonValueKind.Object) return [];
        var own = element.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal)
            ? [(element.GetProperty("id").GetString()!, element.TryGetProperty("value", out var value) ? value.ToString() : "")]
            : Array.Empty<(string, string)>();
        return own.Concat(element.EnumerateObject().SelectMany(static property => Of(property.Value)));
    }
}

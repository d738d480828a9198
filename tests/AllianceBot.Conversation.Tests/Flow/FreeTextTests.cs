using System.Text.Json;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Where somebody can write whatever they like: who will see it stands there, and the wish to name no clients.</summary>
public sealed class FreeTextTests
{
    private const string Hint = "name no clients";

    [Fact]
    public async Task Every_free_text_says_who_sees_it_and_asks_to_name_no_clients()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in (PersonId[])[Riverbend.Dale, Riverbend.Mei, Riverbend.Ana, Riverbend.Sam, Riverbend.Ruth])
        {
            foreach (var verb in Verbs.List.Where(static verb => verb.Does is VerbDoes.Fills or VerbDoes.ActsOrFills && verb.Name is not (Verbs.Send or Verbs.Leave)))
            {
                var phrase = GrammarWords.English.FirstPhrase[verb.Name];
                Look(await chat.SayAsync(person, verb.Needs == VerbNeeds.Item ? $"{phrase} P1" : phrase), phrase, seen);
                await chat.SayAsync(person, "cancel");
            }
        }

        // The check-in's own card, and the digest's and the round's where they ask.
        Look(await chat.SayAsync(Riverbend.Mei, "check in P1"), "check in", seen);
        Assert.True(seen.Count > 20, string.Join(", ", seen));
    }

    private static void Look(Post post, string said, HashSet<string> seen)
    {
        if (post.Card.IsEmpty) return;
        using var card = JsonDocument.Parse(post.Card);
        var texts = Inputs(card.RootElement).ToList();
        if (texts.Count == 0) return;
        Assert.True(post.Text.Contains("een by", StringComparison.Ordinal), $"“{said}” does not say who will see it: {post.Text}");
        foreach (var (id, hint) in texts)
        {
            // What is pasted from a calendar file is days.
            if (id == FieldNames.File) continue;
            seen.Add($"{said}/{id}");
            var asks = hint.Contains(Hint, StringComparison.Ordinal) || post.Text.Contains(Hint, StringComparison.Ordinal);
            Assert.True(asks, $"“{said}” does not ask to name no clients at {id}: {hint}");
        }
    }

    private static IEnumerable<(string Id, string Hint)> Inputs(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Inputs),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static part => Inputs(part.Value)).Concat(
            element.TryGetProperty("isMultiline", out var many) && many.ValueKind == JsonValueKind.True
                ? [(element.GetProperty("id").GetString()!, element.TryGetProperty("placeholder", out var hint) ? hint.GetString()! : "")] : []),
        _ => [],
    };
}

using System.Text;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What an observer reads: what the partners agreed to show, and nothing else by any command.</summary>
public sealed class ObserverTests
{
    /// <summary>Not one of these may reach an observer by any way.</summary>
    private static readonly string[] Inside = ["attic", "the key is in the box", "we looked at it twice", "a second room", "the roof leaks"];

    [Fact]
    public async Task N15_An_observer_reads_approved_results_and_by_no_command_anything_else()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room in the attic from Mei by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await KeepAsync(chat, 1);
        await chat.SayAsync(Riverbend.Ana, "request a second room from Mei by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "done when the roof leaks no more");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Mei, "show P2");
        await chat.SayAsync(Riverbend.Mei, "accept P2");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Mei, "at risk P2 the roof leaks");
        await chat.SettleAsync();
        await chat.InviteAsync(Riverbend.Jonas, "Olga Brandt as observer");

        Assert.Contains("have not agreed", (await chat.SayAsync(Riverbend.Jonas, "results")).Text, StringComparison.Ordinal);
        await EverythingAsync(chat);

        await chat.SayAsync(Riverbend.Ana, "propose results Our autumn since 1 Nov text: We are glad of it.");
        var proposed = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("D1", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("attic", (await chat.SayAsync(Riverbend.Tom, "show D1")).Text, StringComparison.Ordinal);
        Assert.Contains("have not agreed", (await chat.SayAsync(Riverbend.Jonas, "results")).Text, StringComparison.Ordinal);
        await EverythingAsync(chat);
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale])
        {
            await chat.SayAsync(person, "show D1");
            await chat.SayAsync(person, "agree D1");
        }

        await chat.SettleAsync();
        var results = await chat.SayAsync(Riverbend.Jonas, "results");
        Assert.Contains("Our autumn", results.Text, StringComparison.Ordinal);
        Assert.Contains("We are glad of it.", results.Text, StringComparison.Ordinal);
        Assert.Contains("a room in the attic", results.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a second room", results.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the key is in the box", results.Text, StringComparison.Ordinal);
    }

    /// <summary>The observer types everything that there is, and opens whatever comes back.</summary>
    private static async Task EverythingAsync(Chat chat)
    {
        var sentences = Verbs.List.Where(static verb => GrammarWords.English.Examples.ContainsKey(verb.Name))
            .Select(static verb => GrammarWords.English.Examples[verb.Name])
            .Concat(["show P1", "show P2", "who sees P1", "ledger", "ledger together", "ledger mine", "export", "export the alliance", "export Harbor", "show D1", "ledger for Harbor"])
            .Where(static sentence => !sentence.StartsWith("leave", StringComparison.Ordinal) && !sentence.StartsWith("erase", StringComparison.Ordinal)
                && !sentence.StartsWith("join", StringComparison.Ordinal));
        foreach (var sentence in sentences)
        {
            var post = await chat.SayAsync(Riverbend.Jonas, sentence.Replace("P12", "P1", StringComparison.Ordinal));
            var text = new StringBuilder(post.Text);
            foreach (var link in post.Links)
            {
                if (await chat.OpenAsync(link) is { } document) text.Append(Encoding.UTF8.GetString(document.Body.Span));
            }

            foreach (var secret in Inside)
            {
                Assert.False(text.ToString().Contains(secret, StringComparison.OrdinalIgnoreCase), $"An observer reads “{secret}” by “{sentence}”: {text}");
            }

            await chat.SayAsync(Riverbend.Jonas, "cancel");
        }
    }

    private static async Task KeepAsync(Chat chat, int number)
    {
        await chat.SayAsync(Riverbend.Mei, $"show P{number}");
        await chat.SayAsync(Riverbend.Mei, $"accept P{number}");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Mei, $"report P{number} the key is in the box");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Ana, $"show P{number}");
        await chat.SayAsync(Riverbend.Ana, $"accept P{number} note: we looked at it twice");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Kept, (await chat.PromiseAsync(number)).State);
    }
}

using System.Text;
using System.Text.RegularExpressions;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>
/// Whatever can be asked for is asked for by everybody, in two alliances that differ only in who did well: nowhere are partners
/// put into an order by it, and nobody reads another partner's figures.
/// </summary>
public sealed partial class NoRankingTests
{
    private static readonly string[] Figures =
        ["kept on time", "kept late", "not met", "given up", "released", "renegotiated", "past their date", "delivered, not yet confirmed"];

    [Fact]
    public async Task N10_No_command_no_list_and_no_export_ranks_partners()
    {
        using var lakesideKept = await ToldAsync(lakesideKeeps: true);
        using var workforceKept = await ToldAsync(lakesideKeeps: false);
        var compared = 0;
        foreach (var person in (PersonId[])[Riverbend.Dale, Riverbend.Sam, Riverbend.Tom, Riverbend.Ruth, Riverbend.Ana])
        {
            foreach (var sentence in Sentences())
            {
                var one = await TextAsync(lakesideKept, person, sentence);
                var other = await TextAsync(workforceKept, person, sentence);
                compared += one.Length > 0 ? 1 : 0;
                NoFiguresOfOthers(person, sentence, one);
                NoFiguresOfOthers(person, sentence, other);
                Assert.Equal(Order(one, sentence), Order(other, sentence));
            }
        }

        Assert.True(compared > 200, $"{compared} answers");
    }

    /// <summary>Everything that reads, as help writes it, and what goes beyond it.</summary>
    private static IEnumerable<string> Sentences() =>
    [
        .. Verbs.List.Where(static verb => verb.Does == VerbDoes.Reads && GrammarWords.English.Examples.ContainsKey(verb.Name))
            .OrderBy(static verb => verb.Name, StringComparer.Ordinal).Select(static verb => GrammarWords.English.Examples[verb.Name]),
        "ledger", "ledger mine", "ledger together", "ledger together from the beginning", "ledger for Lakeside", "ledger for Harbor",
        "ledger for Workforce", "give and take Harbor", "give and take from the beginning", "export", "export the alliance", "export Lakeside",
        .. GrammarWords.English.Flags[FieldNames.Figure].Keys.Order(StringComparer.Ordinal).Select(static figure => $"ledger together {figure}"),
    ];

    /// <summary>The partners in the order in which a text lists them, where it lists more than one in lines of their own.</summary>
    private static string Order(string text, string sentence)
    {
        // A list of promises is in the order of its promises' numbers; those differ in what came of them, not in where they stand.
        var headings = text.Split('\n').Select(static line => line.Trim())
            .Where(static line => Partners().Match(line) is { Success: true, Index: 0 } match && match.Length > line.Length - 40)
            .Select(static line => Partners().Match(line).Value).ToList();
        return $"{sentence}: {string.Join(" | ", headings)}";
    }

    /// <summary>A line never holds another partner's name beside one of the record's figures.</summary>
    private static void NoFiguresOfOthers(PersonId person, string sentence, string text)
    {
        var own = person == Riverbend.Dale ? "Riverbend Workforce Office"
            : person == Riverbend.Ruth ? "Lakeside Community College"
            : person == Riverbend.Sam ? "nobody's" : "Harbor Youth Center";
        foreach (var line in text.Split('\n'))
        {
            var others = Partners().Matches(line).Select(static match => match.Value).Where(name => name != own).ToList();
            var counted = !Promise().IsMatch(line) && Figures.Any(figure => line.Contains(figure, StringComparison.OrdinalIgnoreCase)) && Number().IsMatch(line);
            Assert.False(others.Count > 0 && counted, $"{person} reads of {others.FirstOrDefault()} by “{sentence}”: {line}");
        }

        Assert.DoesNotContain($"The record of {(own == "Lakeside Community College" ? "Harbor Youth Center" : "Lakeside Community College")}", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Chat chat, PersonId person, string sentence)
    {
        var post = await chat.SayAsync(person, sentence);
        var text = new StringBuilder(post.Text);
        foreach (var link in post.Links)
        {
            if (await chat.OpenAsync(link) is { } document) text.Append('\n').Append(Tags().Replace(Encoding.UTF8.GetString(document.Body.Span), "\n"));
        }

        return text.ToString();
    }

    /// <summary>Two partners promise Harbor the same; one keeps all of it, the other gives all of it up.</summary>
    private static async Task<Chat> ToldAsync(bool lakesideKeeps)
    {
        var chat = await Chat.RiverbendAsync();
        for (var round = 0; round < 2; round++)
        {
            await PromiseAsync(chat, Riverbend.Ruth, "Ruth", (2 * round) + 1, lakesideKeeps);
            await PromiseAsync(chat, Riverbend.Dale, "Dale", (2 * round) + 2, !lakesideKeeps);
        }

        await chat.WaitAsync(Duration.FromDays(1));
        return chat;
    }

    private static async Task PromiseAsync(Chat chat, PersonId doer, string name, int number, bool keeps)
    {
        await chat.SayAsync(Riverbend.Ana, $"request a room from {name} by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.SayAsync(doer, $"show P{number}");
        await chat.SayAsync(doer, $"accept P{number}");
        await chat.SayAsync(doer, "send");
        await chat.SayAsync(doer, keeps ? $"report P{number}" : $"give up P{number} because we have no room");
        await chat.SayAsync(doer, "send");
        await chat.SettleAsync();
        if (!keeps) return;
        await chat.SayAsync(Riverbend.Ana, $"show P{number}");
        await chat.SayAsync(Riverbend.Ana, $"accept P{number}");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Kept, (await chat.PromiseAsync(number)).State);
    }

    [GeneratedRegex("Harbor Youth Center|Riverbend Workforce Office|Lakeside Community College")]
    private static partial Regex Partners();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Number();

    /// <summary>A line about one promise: how that one stands is no figure.</summary>
    [GeneratedRegex("\\bP[0-9]")]
    private static partial Regex Promise();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}

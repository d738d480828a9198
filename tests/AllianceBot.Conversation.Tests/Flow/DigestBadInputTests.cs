using System.Text;
using System.Text.Json;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Digests and exports of those who do not fit the pattern, and of names that want to be more than names: clear answers, and nothing else changes.</summary>
public sealed class DigestBadInputTests
{
    /// <summary>A formula to a spreadsheet, an element to a browser, a link and bold to a client.</summary>
    private const string Evil = "=1+1 <img src=x> [x](https://evil.example) **b**";

    /// <summary>From the start, Monday morning, to eight o'clock of the next one and a little.</summary>
    private static readonly Duration AWeek = Duration.FromDays(7) - Duration.FromMinutes(59);

    [Fact]
    public async Task A_manager_of_no_partner_is_told_who_digests_are_for()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        var (ruth, lakeside) = (await chat.PersonAsync(Riverbend.Ruth), await chat.PersonsPartnerAsync(Riverbend.Ruth));
        await chat.CommandAsync(new AssignRole(await chat.PersonAsync(Riverbend.Mei), Role.Manager, lakeside, new(chat.Engine.NewId())), Riverbend.Ruth);
        await chat.CommandAsync(new UnassignRole(ruth, Role.Manager, lakeside, new(chat.Engine.NewId())), Riverbend.Mei);
        foreach (var sentence in (string[])["digest", "digests", "digest settings", "digest settings 7:30 on Fridays", "digest off"])
        {
            Assert.Contains("Weekly digests are for those who manage an organisation or facilitate", (await chat.SayAsync(Riverbend.Ruth, sentence)).Text, StringComparison.Ordinal);
        }

        await chat.WaitAsync(AWeek);
        Assert.Empty(Digests(chat, Riverbend.Ruth));
    }

    [Fact]
    public async Task A_manager_of_two_reads_one_digest_with_a_section_for_each()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        await AlsoManagesAsync(chat, Riverbend.Tom, Riverbend.Ruth);
        await RequestAsync(chat, Riverbend.Ana, "request a room from Ruth by 25 Nov done when the key is there");
        await RequestAsync(chat, Riverbend.Mei, "request chairs from Dale by 25 Nov done when they stand there");
        await chat.WaitAsync(AWeek);
        var digest = Assert.Single(Digests(chat, Riverbend.Tom));
        Assert.Contains("\nHarbor Youth Center\n", digest.Text, StringComparison.Ordinal);
        Assert.Contains("\nLakeside Community College\n", digest.Text, StringComparison.Ordinal);
        // Who manages one has no need of its name.
        Assert.DoesNotContain("\nLakeside Community College\n", Assert.Single(Digests(chat, Riverbend.Ruth)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_on_Sunday_gets_none_on_Monday_and_opens_none_of_the_earlier_ones()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        await chat.WaitAsync(AWeek);
        Assert.Single(Digests(chat, Riverbend.Tom));
        await chat.WaitAsync(Duration.FromDays(6));
        await chat.SayAsync(Riverbend.Tom, "role Ana as manager");
        await chat.SayAsync(Riverbend.Tom, "send");
        await chat.SayAsync(Riverbend.Tom, "leave");
        await chat.SayAsync(Riverbend.Tom, "send");
        await chat.WaitAsync(Duration.FromDays(2));
        Assert.Single(Digests(chat, Riverbend.Tom));
        foreach (var sentence in (string[])["digest", "digests", "digest 23 Nov", "preview"])
        {
            // As anybody who is not in.
            Assert.Equal((await chat.SayAsync(Riverbend.Stranger, sentence)).Text, (await chat.SayAsync(Riverbend.Tom, sentence)).Text);
        }
    }

    [Fact]
    public async Task An_empty_week_is_one_line_and_a_first_week_says_when_the_first_one_comes()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        Assert.Contains("The first one comes Mon 23 Nov 2026, 08:00.", (await chat.SayAsync(Riverbend.Tom, "digest")).Text, StringComparison.Ordinal);
        Assert.Contains("The first one comes", (await chat.SayAsync(Riverbend.Tom, "digests")).Text, StringComparison.Ordinal);
        await chat.WaitAsync(AWeek);
        var quiet = Assert.Single(Digests(chat, Riverbend.Tom));
        Assert.Contains("A quiet week: nothing was due, nothing is late, nothing waits for you.", quiet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The rest", quiet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing needs you", quiet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_name_and_no_note_is_read_as_markup_or_as_a_formula_in_a_digest_a_record_or_results()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        foreach (var (by, sentence) in ((PersonId, string)[])
            [
                (Riverbend.Dale, $"purpose {Evil}"),
                (Riverbend.Dale, $"add partner \"{Evil}\" as business"),
                (Riverbend.Mei, $"call me {Evil}"),
                (Riverbend.Ana, $"story \"{Evil}\" partners: Harbor, Lakeside"),
                (Riverbend.Ana, $"propose \"{Evil}\" by 4 Dec"),
                (Riverbend.Dale, $"indicator \"{Evil}\" unit \"=people\" from a start of 40 began on 1 Jan 2026 target 120 by 30 June reported monthly to Ruth"),
                (Riverbend.Ana, $"request \"{Evil}\" from Mei by 25 Nov done when \"{Evil}\""),
            ])
        {
            await chat.SayAsync(by, sentence);
            await chat.SayAsync(by, "send");
        }

        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Tom, "name us");
        await chat.SayAsync(Riverbend.Ruth, "name us");
        await chat.SayAsync(Riverbend.Mei, "show P1");
        await chat.SayAsync(Riverbend.Mei, "accept P1");
        await chat.SayAsync(Riverbend.Mei, $"add to digest P1 {Evil}");
        await chat.SayAsync(Riverbend.Mei, $"note P1 {Evil}");
        await chat.SayAsync(Riverbend.Ana, $"thank Ruth for {Evil}");
        await chat.WaitAsync(AWeek);
        foreach (var reader in (PersonId[])[Riverbend.Ruth, Riverbend.Tom, Riverbend.Sam])
        {
            var digest = Digests(chat, reader)[^1];
            Assert.Contains("evil.example", digest.Text, StringComparison.Ordinal);
            Assert.All(Texts(JsonDocument.Parse(digest.Card).RootElement), static text =>
            {
                Assert.DoesNotContain("](https://evil", text, StringComparison.Ordinal);
                Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
                Assert.DoesNotContain(" **b**", text, StringComparison.Ordinal);
            });
        }

        foreach (var (reader, sentence) in ((PersonId, string)[])[(Riverbend.Ruth, "export"), (Riverbend.Sam, "export the alliance")])
        {
            var links = (await chat.SayAsync(reader, sentence)).Links;
            var html = Encoding.UTF8.GetString((await chat.OpenAsync(links[0]))!.Body.Span);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<a ", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;img", html, StringComparison.Ordinal);
            var csv = Encoding.UTF8.GetString((await chat.OpenAsync(links[1]))!.Body.Span);
            Assert.All(Cells(csv), static cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal), cell));
            using var json = JsonDocument.Parse((await chat.OpenAsync(links[2]))!.Body);
            Assert.Contains("alliancebot-record/1", json.RootElement.GetProperty("format").GetString(), StringComparison.Ordinal);
        }
    }

    /// <summary>What stands between the quotes of a table, cell by cell.</summary>
    private static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var inside = false;
        for (var at = 0; at < csv.Length; at++)
        {
            if (csv[at] == '"' && inside && at + 1 < csv.Length && csv[at + 1] == '"') cell.Append(csv[++at]);
            else if (csv[at] == '"') inside = !inside;
            else if (inside || csv[at] is not (',' or '\r' or '\n')) cell.Append(csv[at]);
            else
            {
                yield return cell.ToString();
                cell.Clear();
            }
        }

        yield return cell.ToString();
    }

    private static async Task RequestAsync(Chat chat, PersonId by, string sentence)
    {
        await chat.SayAsync(by, sentence);
        await chat.SayAsync(by, "send");
        await chat.SettleAsync();
    }

    /// <summary>The one manages what the other manages, too.</summary>
    private static async Task AlsoManagesAsync(Chat chat, PersonId person, PersonId other)
    {
        var assign = new AssignRole(await chat.PersonAsync(person), Role.Manager, await chat.PersonsPartnerAsync(other), new(chat.Engine.NewId()));
        await chat.CommandAsync(assign, other);
    }

    private static List<Post> Digests(Chat chat, PersonId reader) => [.. chat.Posts.Where(post => post.Where == Chat.AddressOf(reader).Conversation
        && post.Text.Contains("Earlier ones: “digests”", StringComparison.Ordinal)).DistinctBy(static post => post.Message)];

    /// <summary>All that a client reads as markup.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => property is { Name: "text", Value.ValueKind: JsonValueKind.String }
            ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}

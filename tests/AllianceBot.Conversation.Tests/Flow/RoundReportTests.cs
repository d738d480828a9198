using System.Text;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The report of a round as page and as text, and the sheets to print.</summary>
public sealed class RoundReportTests
{
    private const string Evil = "<script>alert(1)</script> | [x](http://evil.example)";

    [Fact]
    public async Task F10_The_whole_round_comes_as_a_page_and_as_text_with_who_was_heard_records_decisions_and_promises_with_owners_and_dates()
    {
        using var chat = await RoundAsync();
        var card = await chat.SayAsync(Riverbend.Ana, "benchmarks page");
        Assert.Equal(3, card.Links.Count);
        var page = await chat.OpenAsync(card.Links[0]);
        Assert.Equal(Page.Type, page!.Type);
        var text = await chat.OpenAsync(card.Links[1]);
        Assert.Equal((Markdown.Type, "round-1.md"), (text!.Type, text.FileName));
        foreach (var written in new[] { page, text })
        {
            var all = Encoding.UTF8.GetString(written.Body.Span);
            foreach (var expected in (string[])
                [
                    "Who was heard", "Harbor Youth Center", "Spoke", "Passed", "Not heard", "what came of topic 5", "we meet on Tuesdays",
                    "60 in training", "send the form", "Mei Chen", "Fri 11 Dec 2026", "who pays for the hall", "Tom Okafor",
                    "Chris Kloth, ChangeWorks of the Heartland", "fewer forms",
                ])
            {
                Assert.Contains(expected, all, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task F10_The_triangle_is_shaded_and_its_numbers_stand_in_text()
    {
        using var chat = await RoundAsync();
        var html = await ReadAsync(chat, Riverbend.Ana, "benchmarks page", 0);
        Assert.Equal(6, html.Split("<circle").Length - 1);
        Assert.Contains("role=\"img\"", html, StringComparison.Ordinal);
        Assert.Contains("shade1", html, StringComparison.Ordinal);
        Assert.Contains("shade2", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"topic shade0\"", html, StringComparison.Ordinal);
        Assert.Contains("of six topics 5 recorded with nothing open", html, StringComparison.Ordinal);
        Assert.Contains("1 recorded with something open by name", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http://", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<td>1, of these done 0</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F7_N5_The_page_sets_each_topic_beside_the_round_before_with_the_state_of_its_actions()
    {
        using var chat = await RoundAsync();
        await chat.SayAsync(Riverbend.Mei, "accept P1");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.WaitAsync(Duration.FromDays(32));
        await WholeAsync(chat, "this time");
        var html = await ReadAsync(chat, Riverbend.Mei, "benchmarks page", 0);
        Assert.Contains("How the actions of R1 stand now", html, StringComparison.Ordinal);
        Assert.Contains("what came of topic 4", html, StringComparison.Ordinal);
        Assert.Contains("this time 4", html, StringComparison.Ordinal);
        Assert.Contains("<td>P1, ◷ Past its date</td>", html, StringComparison.Ordinal);
        Assert.Equal(12, html.Split("<circle").Length - 1);
        // Whoever may not see how far a promise is reads that it was asked for.
        var other = await ReadAsync(chat, Riverbend.Dale, "benchmarks page", 0);
        Assert.Contains("<td>P1, asked</td>", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_private_is_on_no_page_and_what_was_typed_is_never_markup()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before");
        await chat.SayAsync(Riverbend.Ana, "benchmarks say a secret not shown yet");
        var before = await ReadAsync(chat, Riverbend.Sam, "benchmarks page", 0);
        Assert.DoesNotContain("a secret not shown yet", before, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Sam, "benchmarks show Workforce, Lakeside");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Dale, Mei");
        await chat.SayAsync(Riverbend.Sam, $"benchmarks agreement {Evil}");
        await chat.SayAsync(Riverbend.Sam, "benchmarks record done");
        for (var topic = 2; topic < 3; topic++) await TopicAsync(chat, topic, "what came of topic");
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Mei, "benchmarks alone we would manage by ourselves");
        foreach (var reader in new[] { Riverbend.Sam, Riverbend.Mei, Riverbend.Ana })
        {
            foreach (var link in new[] { 0, 1, 2 })
            {
                var all = await ReadAsync(chat, reader, "benchmarks page", link);
                Assert.DoesNotContain("manage by ourselves", all, StringComparison.Ordinal);
                Assert.DoesNotContain("<script", all, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("[x](", all.Replace(Evil, "", StringComparison.Ordinal).Replace("[x](http://evil.example)", link == 1 ? "[x](" : "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Sheets_to_print_are_six_of_questions_the_figure_and_six_to_record_on_also_before_the_first_round()
    {
        using var chat = await Chat.RiverbendAsync();
        var before = await ReadAsync(chat, Riverbend.Ana, "benchmarks print", 0);
        await StartAsync(chat);
        var during = await ReadAsync(chat, Riverbend.Sam, "benchmarks print", 0);
        foreach (var html in new[] { before, during })
        {
            Assert.Equal(13, html.Split("<section class=\"sheet\">").Length - 1);
            Assert.Equal(html.Split("<section").Length, html.Split("</section>").Length);
            Assert.Equal(6, html.Split("Record: ").Length - 1);
            Assert.Equal(6, html.Split("<circle").Length - 1);
            Assert.Contains("Lakeside Community College", html, StringComparison.Ordinal);
            Assert.Contains("Chris Kloth", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_report_is_answered_in_private_also_where_it_was_asked_for_in_a_place()
    {
        using var chat = await RoundAsync();
        await chat.SayAsync(Riverbend.Ana, "place here", Chat.Place);
        var answer = await chat.SayAsync(Riverbend.Ana, "benchmarks page", Chat.Place);
        Assert.NotEqual(Chat.Place.Conversation, answer.Where);
        Assert.DoesNotContain(chat.Posts, static post => post.Where == Chat.Place.Conversation && post.Links.Count > 0);
        Assert.Equal(3, chat.Last(Riverbend.Ana).Links.Count);
    }

    private static async Task<string> ReadAsync(Chat chat, PersonId by, string typed, int link) =>
        Encoding.UTF8.GetString((await chat.OpenAsync((await chat.SayAsync(by, typed)).Links[link]))!.Body.Span);

    private static async Task StartAsync(Chat chat)
    {
        await chat.SayAsync(Riverbend.Sam, "benchmarks start");
        await chat.SayAsync(Riverbend.Sam, "send");
    }

    private static async Task TopicAsync(Chat chat, int topic, string summary)
    {
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
        await chat.SayAsync(Riverbend.Sam, $"benchmarks record {summary} {topic}");
    }

    private static async Task WholeAsync(Chat chat, string summary)
    {
        await StartAsync(chat);
        for (var topic = 1; topic <= 6; topic++) await TopicAsync(chat, topic, summary);
    }

    /// <summary>A round to its end: words, an agreement, a goal, a promise, something parked, one that passed and one that was not heard.</summary>
    private static async Task<Chat> RoundAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before");
        await chat.SayAsync(Riverbend.Ana, "benchmarks say fewer forms");
        await chat.SayAsync(Riverbend.Mei, "benchmarks pass");
        await chat.SayAsync(Riverbend.Sam, "benchmarks show Workforce");
        await chat.SayAsync(Riverbend.Sam, "benchmarks agreement we meet on Tuesdays");
        await chat.SayAsync(Riverbend.Sam, "benchmarks goal 60 in training by 30 June");
        var park = await chat.SayAsync(Riverbend.Sam, "benchmarks park who pays for the hall to Tom by 11 Dec");
        await chat.PressAsync(
            Riverbend.Sam, park, Verbs.Send, (FieldNames.Text, "who pays for the hall"), (FieldNames.Person, (await chat.PersonAsync(Riverbend.Tom)).Value),
            (FieldNames.Due, "2026-12-11"));
        var form = await chat.SayAsync(Riverbend.Sam, "benchmarks promise send the form to Mei by 11 Dec");
        await chat.PressAsync(
            Riverbend.Sam, form, Verbs.Send, (FieldNames.Text, "send the form"), (FieldNames.Person, (await chat.PersonAsync(Riverbend.Mei)).Value),
            (FieldNames.Partner, (await chat.PersonsPartnerAsync(Riverbend.Ana)).Value), (FieldNames.Due, "2026-12-11"));
        var record = await chat.SayAsync(Riverbend.Sam, "benchmarks record we agree");
        await chat.PressAsync(
            Riverbend.Sam, record, Verbs.Send, (FieldNames.Text, "we agree"), (FieldNames.NotHeard, $"partner:{await chat.PersonsPartnerAsync(Riverbend.Dale)}"));
        for (var topic = 2; topic <= 6; topic++) await TopicAsync(chat, topic, "what came of topic");
        await chat.SettleAsync();
        return chat;
    }
}

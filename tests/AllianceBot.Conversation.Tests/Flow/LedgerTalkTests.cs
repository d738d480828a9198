using System.Text;
using System.Text.Json;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Figures, give and take, and records, as people ask for them.</summary>
public sealed class LedgerTalkTests
{
    private const string Evil = "=HYPERLINK(\"http://evil.example\") <img src=x onerror=alert(1)> [x](http://evil.example)";

    [Fact]
    public async Task G6_Every_figure_has_its_meaning_and_the_items_behind_it_one_tap_away()
    {
        using var chat = await KeptAsync();
        var ledger = await chat.SayAsync(Riverbend.Mei, "ledger");
        Assert.Contains("The record of Lakeside Community College", ledger.Text, StringComparison.Ordinal);
        Assert.Contains("1 · Kept on time", ledger.Text, StringComparison.Ordinal);
        Assert.Contains("Reported by its date, and the receiver said it is done.", ledger.Text, StringComparison.Ordinal);
        var button = ledger.Buttons(Verbs.Say).First(static one => one["words"].Contains("kept on time", StringComparison.Ordinal));
        var behind = await chat.SayAsync(Riverbend.Mei, button["words"]);
        Assert.Contains("P1 · a room", behind.Text, StringComparison.Ordinal);
        Assert.Contains("1 · Kept on time", behind.Text, StringComparison.Ordinal);
        var promise = await chat.PressAsync(Riverbend.Mei, behind, Verbs.Show);
        Assert.Contains("P1 · a room", promise.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_go_to_their_own_people_and_to_nobody_else()
    {
        using var chat = await KeptAsync();
        Assert.Contains("The record of Lakeside", (await chat.SayAsync(Riverbend.Ruth, "ledger for us")).Text, StringComparison.Ordinal);
        var unknown = await chat.SayAsync(Riverbend.Ana, "ledger for Nowhere at all");
        var others = await chat.SayAsync(Riverbend.Ana, "ledger for Lakeside");
        var facilitator = await chat.SayAsync(Riverbend.Sam, "ledger for Lakeside");
        Assert.Equal(unknown.Text, others.Text);
        Assert.Equal(unknown.Text, facilitator.Text);
        Assert.Contains("All partners together", (await chat.SayAsync(Riverbend.Sam, "ledger")).Text, StringComparison.Ordinal);
        var mine = await chat.SayAsync(Riverbend.Mei, "ledger mine");
        Assert.Contains("Seen by you alone.", mine.Text, StringComparison.Ordinal);
        Assert.Contains("1 · Kept on time", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept on time", (await chat.SayAsync(Riverbend.Ruth, "ledger mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_partners_make_no_sum()
    {
        using var chat = await KeptAsync();
        var sum = await chat.SayAsync(Riverbend.Ana, "ledger together");
        Assert.Contains("at least three partners", sum.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept on time", sum.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_place_the_sum_alone_is_shown_and_what_is_personal_comes_in_private()
    {
        using var chat = await KeptAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Mei, "ledger", Chat.Place);
        Assert.Contains("privately", Last(chat, Chat.Place.Conversation).Text, StringComparison.Ordinal);
        Assert.Contains("The record of Lakeside", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "ledger together", Chat.Place);
        var open = Last(chat, Chat.Place.Conversation);
        Assert.Contains("All partners together", open.Text, StringComparison.Ordinal);
        Assert.False(open.Has(Verbs.Say));
        await chat.SayAsync(Riverbend.Mei, "ledger together kept on time", Chat.Place);
        Assert.Contains("privately", Last(chat, Chat.Place.Conversation).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_is_chosen_by_words()
    {
        using var chat = await KeptAsync();
        Assert.Contains("From the beginning to", (await chat.SayAsync(Riverbend.Mei, "ledger from the beginning")).Text, StringComparison.Ordinal);
        Assert.Contains("Thu 1 Oct 2026 to", (await chat.SayAsync(Riverbend.Mei, "ledger this quarter")).Text, StringComparison.Ordinal);
        Assert.Contains("Wed 1 Jul 2026 to", (await chat.SayAsync(Riverbend.Mei, "ledger since 1 July")).Text, StringComparison.Ordinal);
        Assert.Contains("Sun 15 Nov 2026 to", (await chat.SayAsync(Riverbend.Mei, "ledger since 15 Nov")).Text, StringComparison.Ordinal);
        var ahead = await chat.SayAsync(Riverbend.Mei, "ledger since 1 Jan 2030");
        Assert.Contains("still ahead", ahead.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N4_A_one_way_pair_is_shown_to_its_two_partners_only()
    {
        using var chat = await KeptAsync();
        foreach (var person in (PersonId[])[Riverbend.Mei, Riverbend.Ana])
        {
            var pairs = await chat.SayAsync(person, "give and take");
            Assert.Contains("One way so far", pairs.Text, StringComparison.Ordinal);
            Assert.Contains("Not weighted", pairs.Text, StringComparison.Ordinal);
            Assert.Contains("promised 1 and delivered 1", pairs.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("One way", (await chat.SayAsync(Riverbend.Dale, "give and take")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lakeside", (await chat.SayAsync(Riverbend.Dale, "give and take")).Text, StringComparison.Ordinal);
        var unknown = await chat.SayAsync(Riverbend.Dale, "show P99");
        Assert.Equal(unknown.Text, (await chat.SayAsync(Riverbend.Dale, "give and take Lakeside")).Text);
        Assert.Equal(unknown.Text, (await chat.SayAsync(Riverbend.Sam, "give and take")).Text);
    }

    [Fact]
    public async Task H8_A_manager_takes_out_the_whole_record_of_the_own_organisation_in_three_ways()
    {
        using var chat = await KeptAsync();
        var card = await chat.SayAsync(Riverbend.Ruth, "export");
        Assert.Equal(3, card.Links.Count);
        var page = await chat.OpenAsync(card.Links[0]);
        Assert.Equal(Page.Type, page!.Type);
        Assert.Null(page.FileName);
        var html = Encoding.UTF8.GetString(page.Body.Span);
        Assert.Contains("Lakeside Community College: record in Riverbend Works", html, StringComparison.Ordinal);
        Assert.Contains("P1 · a room", html, StringComparison.Ordinal);
        Assert.Contains("Mei Chen", html, StringComparison.Ordinal);

        var table = await chat.OpenAsync(card.Links[1]);
        Assert.Equal("partner-record.csv", table!.FileName);
        Assert.Contains("\"P1\",\"a room\"", Encoding.UTF8.GetString(table.Body.Span), StringComparison.Ordinal);

        var file = await chat.OpenAsync(card.Links[2]);
        using var json = JsonDocument.Parse(file!.Body);
        Assert.Equal("alliancebot-record/1", json.RootElement.GetProperty("format").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("figures").GetProperty("keptOnTime").GetInt32());
        var promise = json.RootElement.GetProperty("promises")[0];
        Assert.Equal(("P1", "kept"), (promise.GetProperty("number").GetString(), promise.GetProperty("state").GetString()));
        Assert.True(promise.GetProperty("history").GetArrayLength() >= 4);
    }

    [Fact]
    public async Task H8_Records_go_to_managers_of_their_partner_and_to_who_looks_after_the_alliance()
    {
        using var chat = await KeptAsync();
        var unknown = (await chat.SayAsync(Riverbend.Mei, "show P99")).Text;
        Assert.Equal(unknown, (await chat.SayAsync(Riverbend.Mei, "export")).Text);
        Assert.Equal(unknown, (await chat.SayAsync(Riverbend.Ana, "export Lakeside")).Text);
        Assert.Equal(unknown, (await chat.SayAsync(Riverbend.Tom, "export the alliance")).Text);
        var alliance = await chat.SayAsync(Riverbend.Sam, "export");
        Assert.Contains("The record of the alliance", alliance.Text, StringComparison.Ordinal);
        var html = Encoding.UTF8.GetString((await chat.OpenAsync(alliance.Links[0]))!.Body.Span);
        Assert.Contains("at least three partners", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Give and take", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_is_of_the_moment_it_is_opened_and_only_while_the_reader_may()
    {
        using var chat = await KeptAsync();
        var card = await chat.SayAsync(Riverbend.Ruth, "export");
        await chat.SayAsync(Riverbend.Ruth, "call me Ruth A. Abrams");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Contains("Ruth A. Abrams", Encoding.UTF8.GetString((await chat.OpenAsync(card.Links[0]))!.Body.Span), StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ruth, "role Mei as manager");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.NotNull(await chat.OpenAsync(card.Links[0]));
        await chat.SayAsync(Riverbend.Ruth, "leave");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Null(await chat.OpenAsync(card.Links[0]));
        Assert.Null(await chat.OpenAsync(new("https://bot.example/d/AAAAAAAAAAAAAAAAAAAAAA")));
    }

    [Fact]
    public async Task An_address_grows_old_on_real_time_and_a_walked_clock_does_not_close_it()
    {
        using var chat = await KeptAsync();
        var card = await chat.SayAsync(Riverbend.Ruth, "export");
        await chat.WaitAsync(Duration.FromDays(2));
        Assert.NotNull(await chat.OpenAsync(card.Links[0]));
        chat.Pages.Pass(TimeSpan.FromMinutes(30));
        Assert.Null(await chat.OpenAsync(card.Links[0]));
    }

    [Fact]
    public async Task No_name_and_no_note_becomes_a_formula_or_markup()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Mei, $"call me {Evil}");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Ana, "request \"=cmd|'/C calc'!A0\" from Ruth by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "done when \"<script>alert(1)</script>\"");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SayAsync(Riverbend.Ana, "note P1 +1 <b>bold</b> [x](http://evil.example)");
        await chat.SettleAsync();
        var card = await chat.SayAsync(Riverbend.Ruth, "export");
        var csv = Encoding.UTF8.GetString((await chat.OpenAsync(card.Links[1]))!.Body.Span);
        Assert.DoesNotContain("\"=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\"+", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=cmd|'/C calc'!A0\"", csv, StringComparison.Ordinal);
        var html = Encoding.UTF8.GetString((await chat.OpenAsync(card.Links[0]))!.Body.Span);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<a ", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    /// <summary>Ana asks Mei for a room; Mei brings it in time and Ana says so.</summary>
    private static async Task<Chat> KeptAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Mei, "show P1");
        await chat.SayAsync(Riverbend.Mei, "accept P1");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Mei, "report P1 the key is in the box");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Ana, "show P1");
        await chat.SayAsync(Riverbend.Ana, "accept P1");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Kept, (await chat.PromiseAsync(1)).State);
        return chat;
    }

    private static Post Last(Chat chat, string where) => chat.Posts.Last(post => post.Where == where);
}

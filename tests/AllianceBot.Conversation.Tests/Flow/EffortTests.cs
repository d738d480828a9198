using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Load, evidence, notes and what promises build on, typed and pressed.</summary>
public sealed class EffortTests
{
    [Fact]
    public async Task N8_The_accept_card_warns_whoever_would_go_past_the_own_hours_and_tells_the_other_side_no_figure()
    {
        using var chat = await Chat.RiverbendAsync();
        await SaySendAsync(chat, Riverbend.Mei, "budget 12 hours a month");
        Assert.Contains("Only you and your own managers see your figures.", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await AskAsync(chat, "request a folder from Mei by 3 Dec taking 10 hours done when it is printed");
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await AskAsync(chat, "request a poster from Mei by 4 Dec taking 4 hours done when it hangs");
        var card = chat.Last(Riverbend.Mei).Text;
        Assert.Contains("You have 1 promise for Dec 2026, about 10 of your 12 hours.", card, StringComparison.Ordinal);
        Assert.Contains("With this it is about 14 hours, more than the 12 that were set.", card, StringComparison.Ordinal);
        var other = (await chat.SayAsync(Riverbend.Ana, "show P2")).Text;
        Assert.Contains("Mei Chen is near the agreed limit for Dec 2026.", other, StringComparison.Ordinal);
        Assert.DoesNotContain("12", other.Replace("Dec 2026", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SettleAsync();
        Assert.Contains("more hours than the month's budget", chat.Last(Riverbend.Ruth).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_tells_the_own_figures_and_a_manager_those_of_the_own_people()
    {
        using var chat = await Chat.RiverbendAsync();
        await AskAsync(chat, "request a folder from Mei by 3 Dec taking 10 hours done when it is printed");
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        Assert.Contains("Dec 2026: 1 promise, about 10 hours", (await chat.SayAsync(Riverbend.Mei, "load")).Text, StringComparison.Ordinal);
        Assert.Contains("Mei Chen: Dec 2026: 1 promise, about 10 hours", (await chat.SayAsync(Riverbend.Ruth, "load")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mei", (await chat.SayAsync(Riverbend.Tom, "load")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "estimate P1 6 hours");
        Assert.Equal(6, (await chat.PromiseAsync(1)).Estimate);
    }

    [Fact]
    public async Task A15_A_report_asks_for_the_evidence_that_was_agreed_and_shows_it_as_text()
    {
        using var chat = await Chat.RiverbendAsync();
        await AskAsync(chat, "request a folder from Mei by 3 Dec with evidence link done when it is printed");
        Assert.Contains("a link with the report", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        var form = await chat.SayAsync(Riverbend.Mei, "report P1 it is printed");
        Assert.Contains("\"id\":\"proof\"", form.Json, StringComparison.Ordinal);
        Assert.Contains("please fill this in", (await chat.SayAsync(Riverbend.Mei, "send")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "report P1 it is printed link: [x](https://a.example)");
        Assert.Contains("https://", (await chat.SayAsync(Riverbend.Mei, "send")).Text, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Mei, "report P1 it is printed link: https://a.example/folder*1*");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Reported, (await chat.PromiseAsync(1)).State);
        Assert.Contains("https://a.example/folder\\\\*1", chat.Last(Riverbend.Ana).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A16_A_slip_tells_whoever_builds_on_it()
    {
        using var chat = await Chat.RiverbendAsync();
        await AskAsync(chat, "request a folder from Mei by 3 Dec done when it is printed");
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await SaySendAsync(chat, Riverbend.Ruth, "request a talk from Tom by 10 Dec depending on P1 done when it was held");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Tom, chat.Last(Riverbend.Tom), Verbs.Accept);
        Assert.Contains("Builds on P1 · a folder", (await chat.SayAsync(Riverbend.Tom, "show P2")).Text, StringComparison.Ordinal);
        Assert.Contains("builds on this already", (await chat.SayAsync(Riverbend.Ana, "P1 depends on P2")).Text, StringComparison.Ordinal);
        await SaySendAsync(chat, Riverbend.Mei, "more time P1 by 8 Dec");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Ana, chat.Last(Riverbend.Ana), Verbs.Accept);
        await chat.SettleAsync();
        Assert.Contains("P1, which this builds on, has a later date now.", chat.Last(Riverbend.Tom).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N21_A_request_shows_what_is_good_to_know_about_the_other_partner()
    {
        using var chat = await Chat.RiverbendAsync();
        await SaySendAsync(chat, Riverbend.Ruth, "good to know no meetings on Friday");
        var form = await chat.SayAsync(Riverbend.Ana, "request a room from Lakeside by 4 Dec");
        Assert.Contains("Good to know about Lakeside Community College: no meetings on Friday", form.Text, StringComparison.Ordinal);
        await SaySendAsync(chat, Riverbend.Ruth, "drop partner note 1");
        Assert.Empty((await chat.StateAsync()).Partners.SelectMany(static partner => partner.Notes));
    }

    [Fact]
    public async Task What_is_seldom_wanted_waits_behind_more()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "request a room from Lakeside by 4 Dec taking 3 hours");
        Assert.Contains("Action.ToggleVisibility", form.Json, StringComparison.Ordinal);
        Assert.Contains("\"elementId\":\"box-repeats\"", form.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"elementId\":\"box-estimate\"", form.Json, StringComparison.Ordinal);
    }

    private static async Task AskAsync(Chat chat, string request)
    {
        await SaySendAsync(chat, Riverbend.Ana, request);
        await chat.SettleAsync();
    }

    private static async Task SaySendAsync(Chat chat, PersonId by, string text)
    {
        await chat.SayAsync(by, text);
        await chat.SayAsync(by, "send");
    }
}

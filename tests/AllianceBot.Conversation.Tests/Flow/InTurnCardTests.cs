using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Cards that take the place of others as somebody presses: what happens later finds what stands there now.</summary>
public sealed class InTurnCardTests
{
    [Fact]
    public async Task A_form_that_a_button_opened_is_not_drawn_over_while_somebody_fills_it_in()
    {
        using var chat = await AskedAsync();
        var asked = chat.Last(Riverbend.Mei);
        var form = await chat.PressAsync(Riverbend.Mei, asked, Verbs.Counter);
        Assert.Equal(asked.Message, form.Message);
        await chat.SayAsync(Riverbend.Ana, "withdraw P1");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Withdrawn, (await chat.PromiseAsync(1)).State);
        Assert.True(Now(chat, asked).Has(Verbs.Send));
    }

    [Fact]
    public async Task A_promise_that_was_opened_from_a_list_is_kept_up_to_date_where_it_stands()
    {
        using var chat = await AskedAsync();
        var list = await chat.SayAsync(Riverbend.Ana, "mine");
        var opened = await chat.PressAsync(Riverbend.Ana, list, Verbs.Show);
        Assert.Equal(list.Message, opened.Message);
        Assert.Contains("not yet answered", opened.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "accept P1");
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        Assert.DoesNotContain("not yet answered", Now(chat, list).Text, StringComparison.Ordinal);
    }

    private static async Task<Chat> AskedAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request \"referral form v2\" from Mei by 4 Dec done when \"two partners have used it\"");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        return chat;
    }

    private static Post Now(Chat chat, Post card) => chat.Posts.Last(post => post.Where == card.Where && post.Message == card.Message);
}

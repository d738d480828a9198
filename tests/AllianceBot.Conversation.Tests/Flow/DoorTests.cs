using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Coming in and going out: asking at the place's door, being let in, invitations, roles, leaving.</summary>
public sealed class DoorTests
{
    [Fact]
    public async Task Who_asks_in_the_place_is_let_in_by_an_administrator_and_can_talk_at_once()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Stranger, "join", Chat.Place);
        await chat.SettleAsync();
        var card = chat.Last(Riverbend.Dale);
        Assert.Contains("A Stranger", card.Text, StringComparison.Ordinal);
        var form = await chat.PressAsync(Riverbend.Dale, card, Verbs.Accept);
        var harbor = await chat.PersonsPartnerAsync(Riverbend.Ana);
        var letIn = await chat.PressAsync(Riverbend.Dale, form, Verbs.Send, ("name", "A Stranger"), ("partner", harbor.Value), ("role", "Staff"));
        Assert.Contains("they are in", letIn.Text, StringComparison.Ordinal);
        Assert.Contains("Riverbend Works", (await chat.SayAsync(Riverbend.Stranger, "alliance")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_opens_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "invite Lee Park for Harbor as staff");
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Dale, "send")).Text);
        await chat.SayAsync(Riverbend.Dale, "drop invitation Lee");
        Assert.Contains("taken back", (await chat.SayAsync(Riverbend.Dale, "send")).Text, StringComparison.Ordinal);
        Assert.Contains("does not open", (await chat.SayAsync(Riverbend.Stranger, $"join {code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_who_is_the_last_cannot_leave_and_is_told_what_to_do()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Tom, "leave");
        var refused = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("no manager left", refused.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "role Ana as manager");
        Assert.Contains("the role is given", (await chat.SayAsync(Riverbend.Tom, "send")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "leave");
        Assert.Contains("You have left", (await chat.SayAsync(Riverbend.Tom, "send")).Text, StringComparison.Ordinal);
        Assert.Contains("AllianceBot", (await chat.SayAsync(Riverbend.Tom, "mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_promise_of_one_who_left_is_handed_over_by_name()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SayAsync(Riverbend.Ruth, "invite Lee Park for Lakeside as staff");
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Ruth, "send")).Text);
        await chat.SayAsync(Riverbend.Stranger, $"join {code}");
        await chat.SayAsync(Riverbend.Ruth, "remove Mei");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(await chat.PersonAsync(Riverbend.Ruth), (await chat.PromiseAsync(1)).Terms.Doer);
        await chat.SayAsync(Riverbend.Ruth, $"hand over P1 to {(await chat.StateAsync()).People[await chat.PersonAsync(Riverbend.Stranger)].Name.Text}");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(await chat.PersonAsync(Riverbend.Stranger), (await chat.PromiseAsync(1)).Terms.Doer);
    }

    [Theory]
    [InlineData("working days Mon-Thu", "working days")]
    [InlineData("purpose young adults find decent work", "purpose")]
    [InlineData("goal 120 young adults in jobs by 30 June", "goal")]
    [InlineData("we do not do joint fundraising", "does not do")]
    [InlineData("zone Europe/Berlin", "time zone")]
    [InlineData("name Hillside Works", "new name")]
    [InlineData("funding from Lakeside to Harbor", "who funds whom")]
    [InlineData("add partner River Bank as business", "partner is in")]
    [InlineData("role Tom as mediator", "role is given")]
    public async Task Everything_is_set_up_by_words_and_one_send(string typed, string said)
    {
        using var chat = await Chat.RiverbendAsync();
        var version = (await chat.StateAsync()).Version;
        await chat.SayAsync(Riverbend.Dale, typed);
        Assert.Equal(version, (await chat.StateAsync()).Version);
        Assert.Contains(said, (await chat.SayAsync(Riverbend.Dale, "send")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.True((await chat.StateAsync()).Version > version);
    }

    [Theory]
    [InlineData("zone Atlantis/Lost")]
    [InlineData("working days whenever")]
    [InlineData("drop exclusion what nobody said")]
    [InlineData("funding from Harbor to Harbor")]
    public async Task What_cannot_be_set_up_comes_back_with_the_form(string typed)
    {
        using var chat = await Chat.RiverbendAsync();
        var version = (await chat.StateAsync()).Version;
        await chat.SayAsync(Riverbend.Dale, typed);
        var refused = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.True(refused.Has(Verbs.Send), refused.Text);
        Assert.Equal(version, (await chat.StateAsync()).Version);
    }
}

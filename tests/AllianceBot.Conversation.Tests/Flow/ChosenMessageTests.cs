using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>"Make this a promise": somebody chose a message, and a window with a form opens over it.</summary>
public sealed class ChosenMessageTests
{
    private const string Link = "https://teams.microsoft.com/l/message/19:place/1700000000000?tenantId=a&groupId=b";

    [Fact]
    public async Task N6_A_message_becomes_a_request_to_its_author_with_its_address_and_binds_nobody_until_the_yes()
    {
        using var chat = await Chat.RiverbendAsync();
        var window = await ChooseAsync(chat, Riverbend.Ana, Riverbend.Mei, "I will send you\nthe referral form");
        Assert.Equal("I will send you the referral form", window.Chosen(FieldNames.What));
        Assert.Equal((await chat.PersonAsync(Riverbend.Mei)).Value, window.Chosen(FieldNames.Doer));
        Assert.Empty((await chat.StateAsync()).Commitments);
        var closed = await SendAsync(chat, Riverbend.Ana, window);
        Assert.True(closed.Card.IsEmpty, closed.Text);
        Assert.NotEmpty(closed.Text);
        var promise = await chat.PromiseAsync(1);
        Assert.Equal(CommitmentState.Requested, promise.State);
        Assert.Equal(await chat.PersonAsync(Riverbend.Mei), promise.Terms.Doer);
        Assert.Equal(Link, promise.Source!.Link!.Text);
        Assert.Contains($"First said in [this message]({Link})", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        Assert.Contains("this message", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Posts, static post => post.Where == Chat.Place.Conversation);

        await chat.SayAsync(Riverbend.Mei, "show P1");
        var form = await chat.SayAsync(Riverbend.Mei, "decline P1 because we cannot");
        if (form.Has(Verbs.Send)) await chat.PressAsync(Riverbend.Mei, form, Verbs.Send, (FieldNames.Reason, "we cannot"));
        Assert.Equal(CommitmentState.Declined, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task N6_Of_ones_own_message_an_offer_is_made()
    {
        using var chat = await Chat.RiverbendAsync();
        var window = await ChooseAsync(chat, Riverbend.Mei, Riverbend.Mei, "I bring the chairs");
        await chat.PressInWindowAsync(
            Riverbend.Mei, window, Verbs.Send, Chat.Place, (FieldNames.What, "I bring the chairs"), (FieldNames.DoneWhen, "They are there"), (FieldNames.Due, "2026-12-11"),
            (FieldNames.ReceiverPartner, (await chat.PersonsPartnerAsync(Riverbend.Ana)).Value),
            (FieldNames.Doer, (await chat.PersonAsync(Riverbend.Mei)).Value), (FieldNames.Goal, CommitmentForms.NoGoal));
        var promise = await chat.PromiseAsync(1);
        Assert.Equal((CommitmentState.Offered, Link), (promise.State, promise.Source!.Link!.Text));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_in_the_window_and_the_address_stays_with_it()
    {
        using var chat = await Chat.RiverbendAsync();
        var window = await ChooseAsync(chat, Riverbend.Ana, null, "Somebody should send the form");
        var again = await chat.PressInWindowAsync(Riverbend.Ana, window, Verbs.Send, Chat.Place, (FieldNames.What, "Send the form"));
        Assert.Equal(Link, again.Button(Verbs.Send)[FieldNames.Link]);
        Assert.Empty((await chat.StateAsync()).Commitments);
        await SendAsync(chat, Riverbend.Ana, again);
        Assert.Equal(Link, (await chat.PromiseAsync(1)).Source!.Link!.Text);
    }

    [Fact]
    public async Task The_same_window_sent_twice_makes_one_request()
    {
        using var chat = await Chat.RiverbendAsync();
        var window = await ChooseAsync(chat, Riverbend.Ana, Riverbend.Mei, "I will send the form");
        await SendAsync(chat, Riverbend.Ana, window);
        await SendAsync(chat, Riverbend.Ana, window);
        Assert.Single((await chat.StateAsync()).Commitments);
    }

    [Fact]
    public async Task A_long_message_gives_its_beginning_and_comes_along_whole()
    {
        using var chat = await Chat.RiverbendAsync();
        var text = string.Join(' ', Enumerable.Repeat("we bring the chairs", 40));
        var window = await ChooseAsync(chat, Riverbend.Ana, Riverbend.Mei, text);
        Assert.True(window.Chosen(FieldNames.What).Length <= Limits.Name);
        Assert.Equal(text, window.Chosen(FieldNames.Reason));
    }

    [Theory]
    [InlineData("http://teams.microsoft.com/l/message/1")]
    [InlineData("https://evil.example/l/message/1")]
    [InlineData("https://teams.microsoft.com.evil.example/1")]
    [InlineData("https://user:word@teams.microsoft.com/1")]
    [InlineData("https://teams.microsoft.com:444/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task An_address_that_is_none_of_a_message_is_left_out(string link)
    {
        using var chat = await Chat.RiverbendAsync();
        var window = await ChooseAsync(chat, Riverbend.Ana, Riverbend.Mei, "I will send the form", link);
        Assert.Equal("", window.Button(Verbs.Send)[FieldNames.Link]);
        await chat.PressInWindowAsync(
            Riverbend.Ana, window, Verbs.Send, Chat.Place, (FieldNames.Link, link), (FieldNames.What, "Send the form"), (FieldNames.DoneWhen, "It is here"),
            (FieldNames.Due, "2026-12-11"), (FieldNames.DoerPartner, (await chat.PersonsPartnerAsync(Riverbend.Mei)).Value),
            (FieldNames.Receiver, (await chat.PersonAsync(Riverbend.Ana)).Value), (FieldNames.Goal, CommitmentForms.NoGoal));
        Assert.Null((await chat.PromiseAsync(1)).Source);
    }

    [Fact]
    public async Task A_stranger_in_the_channel_is_told_how_to_get_in_and_nothing_is_made()
    {
        using var chat = await Chat.RiverbendAsync();
        var window = await ChooseAsync(chat, Riverbend.Stranger, Riverbend.Mei, "I will send the form");
        Assert.True(window.Card.IsEmpty);
        Assert.Contains("join", window.Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Commitments);
    }

    private static async Task<Post> ChooseAsync(Chat chat, PersonId by, PersonId? author, string text, string link = Link) => await chat.AskAsync(
        by, new Chosen(text, author is { } who ? Chat.HandleOf(who) : null, link), Chat.Place, null, window: true);

    private static async Task<Post> SendAsync(Chat chat, PersonId by, Post window) => await chat.PressInWindowAsync(
        by, window, Verbs.Send, Chat.Place, (FieldNames.What, "Send the referral form"), (FieldNames.DoneWhen, "It is here"), (FieldNames.Due, "2026-12-11"),
        (FieldNames.DoerPartner, (await chat.PersonsPartnerAsync(Riverbend.Mei)).Value), (FieldNames.Doer, (await chat.PersonAsync(Riverbend.Mei)).Value),
        (FieldNames.Receiver, (await chat.PersonAsync(by)).Value), (FieldNames.Goal, CommitmentForms.NoGoal));
}

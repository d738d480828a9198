using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Mistakes of the bot that somebody new ran into by hand. Each stays here by its name.</summary>
public sealed class NewcomerTests
{
    [Theory]
    [InlineData("calendar", "Your hours")]
    [InlineData("hours", "Your hours")]
    [InlineData("schedule", "I don't know “schedule” yet")]
    public async Task A_word_of_eight_letters_was_taken_for_a_code(string typed, string answer)
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains(answer, (await chat.SayAsync(Riverbend.Ana, typed)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("thanks")]
    [InlineData("Thank you!")]
    [InlineData("ok")]
    [InlineData("👍")]
    public async Task Who_said_thanks_was_told_that_this_word_is_unknown(string typed)
    {
        using var chat = await Chat.RiverbendAsync();
        var version = (await chat.StateAsync()).Version;
        Assert.StartsWith("Gladly.", (await chat.SayAsync(Riverbend.Ana, typed)).Text, StringComparison.Ordinal);
        Assert.Equal(version, (await chat.StateAsync()).Version);
    }

    [Theory]
    [InlineData("Spent P7 2 hours on it", "“Spent P7 2 hours on it”")]
    [InlineData("Grüß Gott, was geht?", "“Grüß Gott, was geht?”")]
    public async Task What_was_not_understood_was_quoted_in_pieces(string typed, string quoted)
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains(quoted, (await chat.SayAsync(Riverbend.Ana, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_that_came_too_late_spoke_of_promises_that_cannot_be_used()
    {
        using var chat = await AgreedAsync();
        await chat.SayAsync(Riverbend.Mei, "at risk P1 the agreement is late");
        await chat.WaitAsync(Duration.FromMinutes(3));
        var late = await chat.SayAsync(Riverbend.Mei, "undo");
        Assert.Contains("nothing left of yours to take back", late.Text, StringComparison.Ordinal);
        Assert.NotNull((await chat.PromiseAsync(1)).Risk);
    }

    [Fact]
    public async Task Who_was_asked_for_help_neither_read_what_would_help_nor_could_answer()
    {
        using var chat = await AgreedAsync();
        await chat.InviteAsync(Riverbend.Priya, "Priya Nair for Riverbend Workforce Office as staff");
        await chat.SayAsync(Riverbend.Dale, "role Priya Nair as trouble-shooter");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Riverbend.Mei, "at risk P1 the agreement is late help wanted");
        await chat.WaitAsync(Duration.FromMinutes(3));
        var asked = chat.Last(Riverbend.Priya);
        Assert.Contains("would welcome help", asked.Text, StringComparison.Ordinal);
        Assert.Contains("the agreement is late", asked.Text, StringComparison.Ordinal);
        var form = await chat.AskAsync(Riverbend.Priya, new Engine.Pressed(Verbs.Say, asked.Button(Verbs.Say), asked.Message, CanReturnCard: true, Automatic: false), null, null);
        Assert.Contains("Offer a promise", form.Text, StringComparison.Ordinal);
        Assert.Contains("help with P1", form.Json, StringComparison.Ordinal);
        Assert.Equal("Mei Chen", (await chat.StateAsync()).People[new(form.Chosen(FieldNames.Receiver))].Name.Text);
    }

    [Fact]
    public async Task A_form_showed_the_date_without_its_weekday()
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains("By when: Fri 4 Dec 2026.", (await chat.SayAsync(Riverbend.Ana, "request a poster from Mei by 4 Dec")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_for_what_is_overdue_proposed_a_day_that_is_over()
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(Duration.FromDays(20));
        var form = await chat.SayAsync(Riverbend.Mei, "more time P1");
        Assert.Contains("More time", form.Text, StringComparison.Ordinal);
        Assert.Equal("", form.Chosen(FieldNames.Due));
    }

    [Fact]
    public async Task A_note_that_came_together_with_a_report_was_announced_and_not_shown()
    {
        using var chat = await AgreedAsync();
        // It is night: both are told in the morning.
        await chat.WaitAsync(Duration.FromHours(12));
        await chat.SayAsync(Riverbend.Mei, "report P1");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Mei, "note P1 the key is at the desk");
        var before = chat.Posts.Count;
        await chat.WaitAsync(Duration.FromHours(14));
        // Cards that Ana has already are brought up to date; one message is new.
        var known = chat.Posts.Take(before).Select(static post => post.Message).ToHashSet();
        var card = Assert.Single(
            chat.Posts.Skip(before), post => post.Where == Chat.AddressOf(Riverbend.Ana).Conversation && !known.Contains(post.Message));
        Assert.Contains("reports this as done. There is a note on this.", card.Text, StringComparison.Ordinal);
        Assert.Contains("the key is at the desk", card.Text, StringComparison.Ordinal);
        Assert.True(card.Has(Verbs.Accept));
    }

    [Fact]
    public async Task A_yes_to_what_was_never_seen_did_not_say_what_is_agreed_to()
    {
        using var chat = await HostileTests.RequestedAsync();
        var form = await chat.SayAsync(Riverbend.Ruth, "accept P1");
        Assert.Contains("Agree", form.Text, StringComparison.Ordinal);
        Assert.Contains("Fri 4 Dec 2026", form.Text, StringComparison.Ordinal);
        Assert.Contains("the key is there", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(Domain.CommitmentState.Active, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task A_card_that_was_brought_up_to_date_no_longer_said_to_whom_it_is_where_one_plays_several()
    {
        using var chat = await Chat.RiverbendAsync(names: true);
        await chat.SayAsync(Riverbend.Ana, "request a meeting room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var first = chat.Last(Riverbend.Mei);
        Assert.StartsWith("To Mei Chen", first.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "decline P1 because we have no room");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        var after = chat.Posts.Last(post => post.Message == first.Message);
        Assert.NotEqual(first.Text, after.Text);
        Assert.StartsWith("To Mei Chen", after.Text, StringComparison.Ordinal);
    }

    private static async Task<Chat> AgreedAsync()
    {
        var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SettleAsync();
        return chat;
    }
}

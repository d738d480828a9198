using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>H4: answers heard by phone or on paper, in words and taps.</summary>
public sealed class TellingTalkTests
{
    [Fact]
    public async Task H4_For_somebody_else_is_shown_first_then_asked_of_them_and_binds_with_their_one_tap()
    {
        using var chat = await HostileTests.RequestedAsync();
        var form = await chat.SayAsync(Riverbend.Sam, "for Mei accept P1");
        Assert.Contains("Mei Chen", form.Text, StringComparison.Ordinal);
        Assert.Null((await chat.PromiseAsync(1)).Told);
        Assert.Contains("binds nobody", (await chat.SayAsync(Riverbend.Sam, "send")).Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        Assert.Equal(CommitmentState.Requested, (await chat.PromiseAsync(1)).State);

        var card = chat.Last(Riverbend.Mei);
        Assert.Contains("Sam Duarte took down what Mei Chen said", card.Text, StringComparison.Ordinal);
        Assert.Contains("Accepts", card.Text, StringComparison.Ordinal);
        Assert.Contains("Is that right?", card.Text, StringComparison.Ordinal);
        var saved = await chat.PressAsync(Riverbend.Mei, card, Verbs.Right);
        Assert.Contains("as if you had said it here", saved.Text, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        await chat.SettleAsync();
        Assert.Contains("confirmed", chat.Last(Riverbend.Sam).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H4_The_other_side_reads_that_it_is_not_confirmed_and_cannot_confirm_it()
    {
        using var chat = await HostileTests.RequestedAsync();
        var form = await chat.SayAsync(Riverbend.Sam, "enter P1 told by Mei says decline saying no one free");
        Assert.Contains("Declines", form.Text, StringComparison.Ordinal);
        Assert.Contains("Taken down", (await chat.SayAsync(Riverbend.Sam, "send")).Text, StringComparison.Ordinal);
        var seen = await chat.SayAsync(Riverbend.Ana, "show P1");
        Assert.Contains("binds nobody", seen.Text, StringComparison.Ordinal);
        Assert.Contains("no one free", seen.Text, StringComparison.Ordinal);
        Assert.False(seen.Has(Verbs.Right));
        await chat.SayAsync(Riverbend.Ana, "right P1");
        Assert.Equal(CommitmentState.Requested, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Mei, "not right P1");
        Assert.Contains(chat.Posts, static post => post.Where == Chat.AddressOf(Riverbend.Mei).Conversation
            && post.Text.Contains("counts for nothing", StringComparison.Ordinal));
        Assert.Null((await chat.PromiseAsync(1)).Told);
    }

    [Fact]
    public async Task H4_Who_may_not_enter_for_others_gets_the_same_answer_as_for_what_is_unknown()
    {
        using var chat = await HostileTests.RequestedAsync();
        var mine = (await chat.SayAsync(Riverbend.Ana, "for Mei accept P1")).Text;
        Assert.Equal((await chat.SayAsync(Riverbend.Ana, "for Mei accept P77")).Text, mine);
        Assert.DoesNotContain("by phone", (await chat.SayAsync(Riverbend.Ana, "help")).Text, StringComparison.Ordinal);
        Assert.Contains("by phone", (await chat.SayAsync(Riverbend.Sam, "help")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for Mei blocked P12 waiting for the vendor, need help", "blocked", "waiting for the vendor")]
    [InlineData("for Mei: more time P12 by 12 Dec because the school is closed", "moretime", "the school is closed")]
    [InlineData("on behalf of Lakeside accept P12", "accept", null)]
    [InlineData("for Mei done P12", "done", null)]
    [InlineData("for Mei can't do P12 because our funding ended", "cannotdo", "our funding ended")]
    public void H4_What_somebody_else_said_is_read_as_they_would_have_typed_it(string typed, string answer, string? note)
    {
        var read = Assert.IsType<Understood>(Grammar.English.Read(typed, Spoken.As(Riverbend.Sam)));
        Assert.Equal((Verbs.Enter, answer), (read.Intent.Verb.Name, read.Intent.Fields[FieldNames.Told]));
        Assert.Equal(note, read.Intent.Fields[FieldNames.Note]);
        Assert.NotNull(read.Intent.Item);
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What people type who have not read any help.</summary>
public sealed class NaturalTests
{
    [Theory]
    [InlineData("how about Tue 8 Dec for the spare room?")]
    [InlineData("what about P1")]
    [InlineData("sorry but the spare room won't work that week")]
    public async Task A_sentence_that_is_no_command_but_names_a_thing_shows_the_thing(string sentence)
    {
        using var chat = await RequestedAsync();
        var answer = await chat.SayAsync(Riverbend.Mei, sentence);
        Assert.Contains("I'm not sure what you would like to do with this", answer.Text, StringComparison.Ordinal);
        Assert.Contains("P1 · the spare room", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Has(Verbs.Counter));
        Assert.Equal(CommitmentState.Requested, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task Who_may_not_see_the_thing_is_answered_as_for_one_that_is_not_there()
    {
        using var chat = await RequestedAsync();
        var none = await chat.SayAsync(Riverbend.Dale, "how about Tue 8 Dec for the blue room?");
        var hidden = await chat.SayAsync(Riverbend.Dale, "how about Tue 8 Dec for the spare room?");
        Assert.Equal(none.Text.Replace("blue", "spare", StringComparison.Ordinal), hidden.Text);
    }

    [Fact]
    public async Task A_command_with_a_mistake_in_it_is_still_offered_put_right()
    {
        using var chat = await RequestedAsync();
        var answer = await chat.SayAsync(Riverbend.Mei, "acept P1");
        Assert.Contains("Did you mean", answer.Text, StringComparison.Ordinal);
        Assert.Contains("accept P1", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_with_a_letter_missing_is_filled_in_and_looked_over()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "can you request chairs from lakside by 4 Dec please");
        Assert.Contains("Fri 4 Dec 2026", form.Text, StringComparison.Ordinal);
        Assert.Equal("chairs", form.Chosen(FieldNames.What));
        Assert.Equal((await chat.PersonsPartnerAsync(Riverbend.Mei)).Value, form.Chosen(FieldNames.DoerPartner));
        Assert.Empty((await chat.StateAsync()).Commitments);
    }

    private static async Task<Chat> RequestedAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request the spare room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        return chat;
    }
}

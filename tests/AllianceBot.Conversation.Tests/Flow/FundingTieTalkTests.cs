using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Where a partner funds the other, ending a promise takes a second word: how both are asked and read.</summary>
public sealed class FundingTieTalkTests
{
    [Fact]
    public async Task A_release_waits_for_the_facilitator_who_is_asked_first_and_one_question()
    {
        using var chat = await ReportedAsync();
        await chat.SayAsync(Riverbend.Mei, "release P1 because the board dropped it");
        var said = await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Contains("Mei Chen no longer needs it. It ends once the facilitator says so too", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Is it done as agreed?", said.Text, StringComparison.Ordinal);
        Assert.False(said.Has(Verbs.Release));
        Assert.Equal(CommitmentState.Reported, (await chat.PromiseAsync(1)).State);

        var card = await chat.SayAsync(Riverbend.Sam, "show P1");
        Assert.Contains("the board dropped it", card.Text, StringComparison.Ordinal);
        Assert.Contains("Do you say so too?", card.Text, StringComparison.Ordinal);
        Assert.True(Place(card, Verbs.Release) < Place(card, Verbs.Return));

        await chat.SayAsync(Riverbend.Sam, "release P1 because I heard both sides");
        await chat.SayAsync(Riverbend.Sam, "send");
        Assert.Equal(CommitmentState.Released, (await chat.PromiseAsync(1)).State);
        Assert.Contains("Sam Duarte said so too, and it ended. “I heard both sides”", (await chat.SayAsync(Riverbend.Ana, "show P1")).Text, StringComparison.Ordinal);
    }

    private static int Place(Post card, string verb) => card.Json.IndexOf($"\"verb\":\"{verb}\"", StringComparison.Ordinal) is var at and >= 0
        ? at : throw new InvalidOperationException($"No button {verb} on: {card.Text}");

    private static async Task<Chat> ReportedAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "funding from Lakeside to Harbor");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Riverbend.Ana, "offer a budget report to Mei by 4 Dec done when the board has it for goal 1");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SayAsync(Riverbend.Mei, "accept P1");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Ana, "report P1");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(CommitmentState.Reported, (await chat.PromiseAsync(1)).State);
        return chat;
    }
}

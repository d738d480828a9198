using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Check-ins answered by a tap, by words, several at once, and taken back.</summary>
public sealed class CheckInTests
{
    [Fact]
    public async Task A_tap_answers_and_undo_takes_it_back_before_others_are_told()
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(Duration.FromDays(15));
        var card = chat.Last(Riverbend.Mei);
        var blocked = await chat.PressAsync(Riverbend.Mei, card, Verbs.Blocked, ("note", "waiting for the key"));
        Assert.Contains("P1 is blocked", blocked.Text, StringComparison.Ordinal);
        Assert.Equal(CheckInAnswer.Blocked, (await AnsweredAsync(chat))!.Answer);
        Assert.Contains("Please answer by Wed 2 Dec 2026.", card.Text, StringComparison.Ordinal);
        Assert.Contains("You can change your answer until Wed 2 Dec 2026.", blocked.Text, StringComparison.Ordinal);
        var told = chat.Posts.Count(post => post.Text.Contains("waiting for the key", StringComparison.Ordinal) && post.Where == Chat.AddressOf(Riverbend.Ana).Conversation);
        Assert.Equal(0, told);
        var undone = await chat.SayAsync(Riverbend.Mei, "undo");
        Assert.Contains("Taken back", undone.Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromMinutes(10));
        Assert.DoesNotContain(chat.Posts, post => post.Where == Chat.AddressOf(Riverbend.Ana).Conversation
            && post.Text.Contains("waiting for the key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(120, "P1 is blocked. Within 2 minutes “undo” takes it back; then the other side and those who can help hear of it.", true)]
    [InlineData(60, "P1 is blocked. Within 1 minute “undo” takes it back; then the other side and those who can help hear of it.", true)]
    [InlineData(90, "P1 is blocked. Within 90 seconds “undo” takes it back; then the other side and those who can help hear of it.", true)]
    [InlineData(0, "P1 is blocked. The other side and those who can help are told.", false)]
    public async Task How_long_it_can_be_taken_back_is_said_as_the_alliance_has_set_it(int seconds, string words, bool undoes)
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(Duration.FromDays(15));
        var settings = (await chat.StateAsync()).Settings with { UndoWindow = Duration.FromSeconds(seconds) };
        await chat.CommandAsync(new ChangeSettings(settings, new AskId("window")), Riverbend.Dale);
        var blocked = await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Blocked, ("note", "waiting for the key"));
        Assert.Contains(words, blocked.Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromSeconds(Math.Max(seconds - 1, 0)));
        var undone = await chat.SayAsync(Riverbend.Mei, "undo");
        Assert.Equal(undoes, undone.Text.Contains("Taken back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Done_opens_the_form_and_binds_only_when_it_is_sent()
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(Duration.FromDays(15));
        var form = await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Done);
        Assert.True(form.Has(Verbs.Send));
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        await chat.PressAsync(Riverbend.Mei, form, Verbs.Send, ("note", "the key is with Tom"));
        Assert.Equal(CommitmentState.Reported, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task One_card_answers_several()
    {
        using var chat = await AgreedAsync();
        await chat.SayAsync(Riverbend.Ana, "request a second room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.WaitAsync(Duration.FromDays(15));
        var card = chat.Last(Riverbend.Mei);
        Assert.True(card.Has(Verbs.Answers), card.Text);
        var version = (await chat.StateAsync()).Version;
        var sent = await chat.PressAsync(Riverbend.Mei, card, Verbs.Answers, ("answer1", "on-track"), ("answer2", "at-risk"), ("note", "short of people"));
        Assert.NotEqual("", sent.Text);
        Assert.Equal(2, (await chat.StateAsync()).CheckIns.Count(static checkIn => checkIn.Answer is CheckInAnswer.OnTrack or CheckInAnswer.AtRisk));
        Assert.Equal(version + 2, (await chat.StateAsync()).Version);
    }

    [Fact]
    public async Task Words_without_a_number_mean_the_only_thing_that_is_open()
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(Duration.FromDays(15));
        await chat.SayAsync(Riverbend.Mei, "at risk, the key is lost");
        Assert.Equal(CheckInAnswer.AtRisk, (await AnsweredAsync(chat))!.Answer);
        var nothing = await chat.SayAsync(Riverbend.Tom, "on track");
        Assert.Contains("no promise here", nothing.Text, StringComparison.Ordinal);
    }

    private static async Task<CheckIn?> AnsweredAsync(Chat chat) =>
        (await chat.StateAsync()).CheckIns.FirstOrDefault(static checkIn => checkIn.State is CheckInState.Answered);

    private static async Task<Chat> AgreedAsync()
    {
        var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        return chat;
    }
}

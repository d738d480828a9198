using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Words die: in the state, in the store, and on cards already sent.</summary>
public sealed class ForgettingTests
{
    [Fact]
    public async Task Own_words_are_taken_out_of_the_story_the_store_and_the_cards_already_sent()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Mei, "counter P1 by 8 Dec because the caretaker Mr Smith is ill");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        Assert.Contains("Mr Smith", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
        var words = (await chat.Store.LoadAsync(chat.Alliance, CancellationToken.None)).Words.Count;

        var form = await chat.SayAsync(Riverbend.Mei, "redact P1");
        Assert.Contains("Mr Smith", form.Json, StringComparison.Ordinal);
        var done = await chat.SayAsync(Riverbend.Mei, "send");
        Assert.DoesNotContain("Mr Smith", done.Json, StringComparison.Ordinal);
        await chat.SettleAsync();
        Assert.DoesNotContain("Mr Smith", chat.Last(Riverbend.Ana).Json, StringComparison.Ordinal);
        Assert.Equal(words - 1, (await chat.Store.LoadAsync(chat.Alliance, CancellationToken.None)).Words.Count);
        Assert.Equal(CommitmentState.Countered, (await chat.PromiseAsync(1)).State);
        var nothing = await chat.SayAsync(Riverbend.Mei, "redact P1");
        Assert.Contains("no words of yours", nothing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_in_a_check_in_leaves_its_cards_too()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.WaitAsync(NodaTime.Duration.FromDays(15));
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Blocked, ("note", "the caretaker Mr Smith is ill"));
        await chat.WaitAsync(NodaTime.Duration.FromHours(30));
        Assert.Contains(Screens(chat), static card => card.Contains("Mr Smith", StringComparison.Ordinal));
        await chat.SayAsync(Riverbend.Mei, "redact P1");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        Assert.DoesNotContain(Screens(chat), static card => card.Contains("Mr Smith", StringComparison.Ordinal));
    }

    /// <summary>What stands on people's screens: of each message what it showed last.</summary>
    private static IEnumerable<string> Screens(Chat chat) => chat.Posts.GroupBy(static post => (post.Where, post.Message)).Select(static one => one.Last().Json);

    [Fact]
    public async Task N14_A_request_over_the_fence_says_so_before_it_is_sent_and_both_sides_want_it_knowingly()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "we do not do joint fundraising");
        await chat.SayAsync(Riverbend.Dale, "send");
        var form = await chat.SayAsync(Riverbend.Ana, "request a fundraising dinner from Mei by 4 Dec");
        Assert.Contains("joint fundraising", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "done when fifty people came");
        var refused = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("tick that and send again", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Commitments);
        await chat.SayAsync(Riverbend.Ana, "outside anyway");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.NotNull((await chat.PromiseAsync(1)).Terms.Outside);
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Mei, "show P1");
        var asked = await chat.SayAsync(Riverbend.Mei, "accept P1");
        Assert.Contains("Outside what we do", asked.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "outside anyway");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The story of one promise, pressed and typed, with the whole bot behind it.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task H7_A_promise_is_asked_for_changed_kept_late_and_confirmed_by_typed_words_alone()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "request referral form v2 from Mei by 4 Dec");
        Assert.Contains("referral form v2", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "done when two partners have used it");
        var sent = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("Sent: P1", sent.Text, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Requested, (await chat.PromiseAsync(1)).State);

        await chat.SettleAsync();
        var asked = chat.Last(Riverbend.Mei);
        Assert.Contains("referral form v2", asked.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "counter P1 by 8 Dec because of the job fair");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Equal(CommitmentState.Countered, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Ana, "accept P1");
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        Assert.Equal(new LocalDate(2026, 12, 8), (await chat.PromiseAsync(1)).Terms.Due);

        await chat.WaitAsync(Duration.FromDays(18));
        var blocked = await chat.SayAsync(Riverbend.Mei, "blocked waiting for the data agreement");
        Assert.Contains("blocked", blocked.Text, StringComparison.OrdinalIgnoreCase);
        await chat.SayAsync(Riverbend.Mei, "more time P1 by 15 Dec");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Equal(CommitmentState.ChangeProposed, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Ana, "accept P1");
        Assert.Equal(new LocalDate(2026, 12, 15), (await chat.PromiseAsync(1)).Terms.Due);

        await chat.SayAsync(Riverbend.Mei, "report P1 it is live");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Equal(CommitmentState.Reported, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Ana, "return P1 only one partner has used it");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(CommitmentState.Rework, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Mei, "done P1");
        await chat.SayAsync(Riverbend.Mei, "yes");
        await chat.SayAsync(Riverbend.Ana, "accept P1");
        Assert.Equal(CommitmentState.Kept, (await chat.PromiseAsync(1)).State);
    }

    [Theory]
    [InlineData("counter P1 by 8 Dec")]
    [InlineData("counter P1 8.12.")]
    [InlineData("counter P1 to 8 Dec")]
    [InlineData("counter P1 until 8 Dec")]
    [InlineData("counter P1 8 Dec because of the job fair")]
    [InlineData("more time P1 8.12.")]
    [InlineData("change P1 Tue 8 Dec")]
    public async Task Another_date_is_read_and_the_answer_says_it_with_the_old_one(string typed)
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request referral form v2 from Mei by 4 Dec done when two partners have used it");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var form = await chat.SayAsync(Riverbend.Mei, typed);
        Assert.Contains("By when: Tue 8 Dec 2026.", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Single(Told(chat, Riverbend.Mei, "Tue 8 Dec 2026 instead of Fri 4 Dec 2026"));
        await chat.SayAsync(Riverbend.Ana, "show P1");
        await chat.SayAsync(Riverbend.Ana, "accept P1");
        Assert.Equal(new LocalDate(2026, 12, 8), (await chat.PromiseAsync(1)).Terms.Due);

        // Once it is agreed, a change of the date says both too.
        await chat.SayAsync(Riverbend.Mei, "more time P1 Tue 15 Dec");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Single(Told(chat, Riverbend.Mei, "Tue 15 Dec 2026 instead of Tue 8 Dec 2026"));
    }

    [Fact]
    public async Task A_counter_that_changes_no_date_says_none_and_words_that_are_no_date_stay_the_reason()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request referral form v2 from Mei by 4 Dec done when two partners have used it");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Mei, "counter P1 Friday is too early");
        await chat.SayAsync(Riverbend.Mei, "done when: one partner has used it");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Single(Told(chat, Riverbend.Mei, "Sent: your terms for P1. "));
        Assert.Equal(new LocalDate(2026, 12, 4), (await chat.PromiseAsync(1)).Terms.Due);
        Assert.Contains("Friday is too early", (await chat.SayAsync(Riverbend.Ana, "show P1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_promise_by_pressing_buttons()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "request a meeting room from Mei by 4 Dec");
        var sent = await chat.PressAsync(
            Riverbend.Ana, form, Verbs.Send, ("what", "A meeting room"), ("doneWhen", "the key is there"), ("due", "2026-12-04"),
            ("doerPartner", (await PartnerAsync(chat, "Lakeside")).Value), ("doer", (await chat.PersonAsync(Riverbend.Mei)).Value),
            ("receiver", (await chat.PersonAsync(Riverbend.Ana)).Value), ("seenByAll", "true"));
        Assert.Contains("Sent: P1", sent.Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        var accepted = await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        Assert.Contains("you agreed", accepted.Text, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
    }

    /// <summary>What this person was answered with, above a card that is brought up to date beside it.</summary>
    private static List<Post> Told(Chat chat, PersonId person, string words) => [.. chat.Posts.Where(post =>
        post.Where == Chat.AddressOf(person).Conversation && post.Text.Contains(words, StringComparison.Ordinal)).DistinctBy(static post => post.Message)];

    private static async Task<PartnerId> PartnerAsync(Chat chat, string name) =>
        (await chat.StateAsync()).Partners.Single(partner => partner.Name.Text!.StartsWith(name, StringComparison.Ordinal)).Id;
}

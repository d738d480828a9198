using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>A promise that repeats, typed from the first word to the last date.</summary>
public sealed class SeriesTests
{
    [Fact]
    public async Task What_repeats_is_asked_for_in_one_sentence_and_agreed_with_one_yes()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "request attendance figures every 2 weeks until 30 June from Mei done when they are in the sheet by 4 Dec");
        Assert.Contains("Every 2 weeks", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var asked = chat.Last(Riverbend.Mei).Text;
        Assert.Contains("every 2 weeks, until Wed 30 Jun 2027 (15 times)", asked, StringComparison.Ordinal);
        Assert.Contains("One yes covers every date.", asked, StringComparison.Ordinal);
        Assert.Contains("Fri 4 Dec 2026", asked, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        var mine = await chat.SayAsync(Riverbend.Mei, "mine");
        Assert.Contains("P1.1 · attendance figures", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("P1 ·", mine.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_on_the_series_is_one_on_the_occurrence_that_is_there()
    {
        using var chat = await AgreedAsync();
        var form = await chat.SayAsync(Riverbend.Mei, "report P1 the sheet is filled in");
        Assert.Contains("P1.1", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Ana, "accept P1.1");
        await chat.SayAsync(Riverbend.Ana, "accept P1.1");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(CommitmentState.Kept, (await OneAsync(chat, 1)).State);
        await chat.WaitAsync(Duration.FromDays(20));
        var next = await chat.SayAsync(Riverbend.Mei, "show P1.2");
        Assert.Contains("One of P1: every 2 weeks", next.Text, StringComparison.Ordinal);
        Assert.Contains("Fri 18 Dec 2026", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_what_repeats_ends_it_and_leaves_what_is_open()
    {
        using var chat = await AgreedAsync();
        var form = await chat.SayAsync(Riverbend.Mei, "end series P1 because the grant runs out");
        Assert.Contains("End the series: P1", form.Text, StringComparison.Ordinal);
        Assert.Contains("P1.1, by Fri 4 Dec 2026, still stands", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "send");
        var state = await chat.StateAsync();
        Assert.Equal(CommitmentState.Finished, state.Commitments.Single(static one => one.Of is null).State);
        Assert.Equal(CommitmentState.Active, (await OneAsync(chat, 1)).State);
    }

    [Fact]
    public async Task Other_terms_hold_from_a_date_on()
    {
        using var chat = await AgreedAsync();
        await chat.SayAsync(Riverbend.Ana, "change P1 by 8 Jan because of the holidays");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        var series = (await chat.StateAsync()).Commitments.Single(static one => one.Of is null);
        Assert.Equal(new LocalDate(2027, 1, 8), series.Series!.Later!.Due);
        Assert.Contains("Other terms are agreed from Fri 8 Jan 2027 on.", (await chat.SayAsync(Riverbend.Ana, "show P1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_is_the_date_of_what_comes_once()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a meeting room from Lakeside until 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        var promise = await chat.PromiseAsync(1);
        Assert.Equal((new LocalDate(2026, 12, 4), null), (promise.Terms.Due, promise.Terms.Repeats));
    }

    private static async Task<Chat> AgreedAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request attendance figures every 2 weeks until 30 June from Mei done when they are in the sheet by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        return chat;
    }

    private static async Task<Commitment> OneAsync(Chat chat, int number) =>
        (await chat.StateAsync()).Commitments.Single(one => one.Occurrence == number);
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Promises that follow from what was decided, on the outcome's form and typed: each binds only who says yes.</summary>
public sealed class DecisionPromiseTalkTests
{
    [Fact]
    public async Task E6_H7_The_outcome_asks_for_promises_by_the_rows_of_its_form_and_each_doer_says_yes_or_no()
    {
        using var chat = await Chat.RiverbendAsync();
        var decided = await chat.DecidedAsync();
        var form = await chat.PressAsync(Riverbend.Ana, decided, Verbs.Outcome);
        Assert.Contains("each binds only who says yes", form.Text, StringComparison.Ordinal);
        Assert.Contains("Looked at again on", form.Text, StringComparison.Ordinal);
        foreach (var label in (string[])["Promise 1: what", "Promise 1: who does it", "Promise 1: for whom", "Promise 1: by when", "Promise 2: by when"])
        {
            Assert.Contains(label, form.Text, StringComparison.Ordinal);
        }

        Assert.Contains("\"Input.Date\",\"id\":\"due2\"", form.Json.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var saved = await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(
            ("text", "One fair, in May."),
            ("what1", "The hall is booked"), ("doneWhen1", "Ana has the booking"), ("doer1", await chat.IdAsync(Riverbend.Mei)), ("receiver1", await chat.IdAsync(Riverbend.Ana)), ("due1", "2026-12-11"),
            ("what2", "Flyers are printed"), ("doer2", await chat.IdAsync(Riverbend.Dale)), ("receiver2", $"partner:{await chat.PersonsPartnerAsync(Riverbend.Tom)}"), ("due2", "2026-12-18")));
        Assert.Contains("Follows from it: P1", saved.Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        var (hall, flyers) = (await chat.PromiseAsync(1), await chat.PromiseAsync(2));
        Assert.Equal(("Ana has the booking", "Flyers are printed"), (hall.Terms.DoneWhen.Text, flyers.Terms.DoneWhen.Text));
        Assert.Equal((CommitmentState.Requested, CommitmentState.Requested, null), (hall.State, flyers.State, flyers.Terms.Receiver));
        var asked = chat.Last(Riverbend.Mei);
        Assert.Contains("The hall is booked", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Asked with the outcome of D1", asked.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, asked, Verbs.Accept);
        if ((await chat.PromiseAsync(1)).State == CommitmentState.Requested) await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        await chat.SayAsync(Riverbend.Dale, "decline P2 because there is no paper");
        await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Equal(CommitmentState.Declined, (await chat.PromiseAsync(2)).State);
        Assert.Contains("Declined", (await chat.SayAsync(Riverbend.Tom, "show D1")).Text, StringComparison.Ordinal);
        Assert.Equal(DecisionState.InForce, (await chat.StateAsync()).Decisions.Single().State);
    }

    [Fact]
    public async Task H7_The_same_by_typed_words_alone_one_promise_a_line()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.DecidedAsync();
        await chat.SayAsync(Riverbend.Ana, "outcome D1 one fair, in May promises: The hall is booked | Mei Chen | Ana Reyes | 11 Dec\nFlyers | Dale | Harbor | 18 Dec | 500 are there");
        await chat.SayAsync(Riverbend.Ana, "send");
        var state = await chat.StateAsync();
        Assert.Equal(["The hall is booked", "Flyers"], state.Decisions.Single().Promises.Select(id => state.Commitments[id].Terms.What.Text));
        Assert.Equal(new LocalDate(2026, 12, 18), (await chat.PromiseAsync(2)).Terms.Due);
        Assert.Equal("500 are there", (await chat.PromiseAsync(2)).Terms.DoneWhen.Text);
    }

    [Fact]
    public async Task A_row_that_is_half_filled_or_names_nobody_is_asked_about_and_nothing_is_saved()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.PressAsync(Riverbend.Ana, await chat.DecidedAsync(), Verbs.Outcome);
        var mei = await chat.IdAsync(Riverbend.Mei);
        var half = await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("text", "One fair."), ("what2", "The hall"), ("doer2", mei)));
        Assert.Contains("Promise 2: for whom", half.Text, StringComparison.Ordinal);
        Assert.Equal("The hall", half.Chosen("what2"));
        var wrong = await chat.PressAsync(Riverbend.Ana, half, Verbs.Send, half.With(("receiver2", "person:nobody"), ("due2", "2026-12-18")));
        Assert.Contains("Promise 2: for whom", wrong.Text, StringComparison.Ordinal);
        var unread = await chat.PressAsync(Riverbend.Ana, wrong, Verbs.Send, wrong.With(
            ("receiver2", await chat.IdAsync(Riverbend.Ana)), ("due2", "2026-12-18"), ("promises", "the hall, by Mei, soon")));
        Assert.Contains("the hall, by Mei, soon", unread.Text, StringComparison.Ordinal);
        var past = await chat.PressAsync(Riverbend.Ana, unread, Verbs.Send, unread.With(("promises", ""), ("due2", "2020-12-18")));
        Assert.Empty((await chat.StateAsync()).Commitments);
        Assert.Equal(DecisionState.Decided, (await chat.StateAsync()).Decisions.Single().State);
        await chat.PressAsync(Riverbend.Ana, past, Verbs.Send, past.With(("due2", "2026-12-18")));
        Assert.Single((await chat.StateAsync()).Commitments);
    }

    [Fact]
    public async Task Who_may_not_write_the_outcome_asks_for_nothing_by_it_and_who_facilitates_may()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.DecidedAsync();
        foreach (var other in (PersonId[])[Riverbend.Tom, Riverbend.Mei, Riverbend.Dale])
        {
            await chat.SayAsync(other, "outcome D1 one fair promises: The hall | Mei Chen | Ana Reyes | 11 Dec");
            await chat.SayAsync(other, "send");
        }

        Assert.Empty((await chat.StateAsync()).Commitments);
        await chat.SayAsync(Riverbend.Sam, "outcome D1 one fair promises: The hall | Mei Chen | Ana Reyes | 11 Dec");
        await chat.SayAsync(Riverbend.Sam, "send");
        Assert.Equal(await chat.PersonAsync(Riverbend.Mei), (await chat.PromiseAsync(1)).Terms.Doer);
    }
}

/// <summary>A decision that all partners agreed to, for what comes after it.</summary>
internal static class DecidedChat
{
    public static async Task<Post> DecidedAsync(this Chat chat)
    {
        await chat.SayAsync(Riverbend.Ana, "propose one job fair in spring by 27 Nov");
        await chat.SayAsync(Riverbend.Ana, "send");
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale])
        {
            await chat.SayAsync(person, "show D1");
            await chat.SayAsync(person, "agree D1");
        }

        return await chat.SayAsync(Riverbend.Ana, "show D1");
    }

    /// <summary>What a choice of this person sends.</summary>
    public static async Task<string> IdAsync(this Chat chat, PersonId cast) => $"person:{await chat.PersonAsync(cast)}";
}

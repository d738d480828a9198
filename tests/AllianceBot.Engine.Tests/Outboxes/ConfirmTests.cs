using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

public sealed class ConfirmTests
{
    [Fact]
    public async Task Typed_words_are_confirmed_by_one_message_at_once_at_any_hour()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 22, 3, 0));
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, message: ""));
        await bench.SettleAsync();
        Assert.Equal(["saved commitment:promise"], bench.Outlet.Posts.Select(static post => post.Text));
    }

    [Fact]
    public async Task A_tap_that_the_turn_answers_itself_sends_nothing_but_is_known_as_shown()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "card", inTurn: true));
        bench.Clock.Move(Duration.FromSeconds(20));
        await bench.SettleAsync();
        Assert.DoesNotContain(bench.Outlet.Posts, static post => post.Message == "card");
        var shown = await bench.Store.ShownAtAsync("outlet|chat-ana", "card", CancellationToken.None);
        Assert.Equal(await bench.RevisionAsync(), shown?.Revision);
    }

    [Fact]
    public async Task H3_A_tap_whose_answer_died_with_the_process_is_confirmed_on_the_tapped_card()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "card", inTurn: true));
        using var next = await StartAsync(bench.Store, bench.Clock);
        bench.Clock.Move(Duration.FromSeconds(20));
        await next.SettleAsync();
        Assert.Contains(new Posted("chat-ana", "card", "saved commitment:promise", true), next.Outlet.Posts);
    }

    [Fact]
    public async Task What_was_answered_while_the_process_lived_is_not_shown_again_by_the_next_one()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "card", inTurn: true));
        bench.Clock.Move(EngineLimits.InTurn + EngineLimits.Heartbeat);
        await bench.DriveAsync(bench.Engine.Heart.BeatAsync());
        using var next = await StartAsync(bench.Store, bench.Clock);
        bench.Clock.Move(Duration.FromSeconds(20));
        await next.SettleAsync();
        Assert.DoesNotContain(next.Outlet.Posts, static post => post.Message == "card");
    }

    [Fact]
    public async Task After_one_more_crash_what_was_told_by_then_is_not_told_again()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "", inTurn: true));
        using var next = await StartAsync(bench.Store, bench.Clock);
        await next.SettleAsync();
        bench.Clock.Move(Duration.FromSeconds(20));
        await next.SettleAsync();
        Assert.Single(next.Outlet.To("ana"), static text => text == "saved commitment:promise");
        using var last = await StartAsync(bench.Store, bench.Clock);
        bench.Clock.Move(Duration.FromSeconds(20));
        await last.SettleAsync();
        Assert.DoesNotContain("saved commitment:promise", last.Outlet.To("ana"));
    }

    [Fact]
    public async Task A_card_just_shown_counts_as_seen_before_the_store_knows_of_it()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "card", inTurn: true));
        Assert.Null(await bench.Store.ShownAtAsync("outlet|chat-ana", "card", CancellationToken.None));
        Assert.Equal(await bench.RevisionAsync(), await bench.Engine.SeenAsync(Riverbend, promise, Ana, CancellationToken.None));
        await bench.DriveAsync(bench.Engine.FinishAsync());
        Assert.Equal(await bench.RevisionAsync(), (await bench.Store.ShownAtAsync("outlet|chat-ana", "card", CancellationToken.None))?.Revision);
    }

    [Fact]
    public async Task An_update_may_be_repeated_and_a_message_that_is_gone_is_posted_anew()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "card"));
        bench.Outlet.Arrived = static () => false;
        bench.Outlet.Fault = static (_, isUpdate) => isUpdate ? new(SendFate.Unknown) : null;
        await bench.SettleAsync();
        bench.Outlet.Fault = static (_, isUpdate) => isUpdate ? new(SendFate.MessageGone) : null;
        bench.Clock.Move(Duration.FromSeconds(10));
        await bench.SettleAsync();
        Assert.Equal(["saved commitment:promise"], bench.Outlet.To("ana"));
        Assert.False(bench.Outlet.Posts[0].IsUpdate);
    }

    [Fact]
    public async Task H2_An_old_card_is_brought_up_to_date_where_it_stands()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.RequestAsync();
        await bench.SettleAsync();
        var card = Assert.Single(bench.Outlet.Posts);
        bench.Outlet.Posts.Clear();
        await bench.DoneAsync(new AcceptCommitment(promise, await bench.RevisionAsync(), bench.Ask(), null), Tom);
        await bench.SettleAsync();
        Assert.Contains(bench.Outlet.Posts, post => post.IsUpdate && post.Message == card.Message && post.Conversation == "chat-ana");
        bench.Clock.Move(EngineLimits.ShownLater);
        await bench.SettleAsync();
        var shown = await bench.Store.ShownAtAsync("outlet|chat-ana", card.Message, CancellationToken.None);
        Assert.Equal(await bench.RevisionAsync(), shown?.Revision);
    }

    [Fact]
    public async Task The_store_holds_no_address_and_no_text_in_the_open()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, Confirmed(promise, "card"));
        foreach (var row in await bench.RowsAsync())
        {
            var json = System.Text.Encoding.UTF8.GetString(row.Json.Span);
            Assert.DoesNotContain("chat-ana", json, StringComparison.Ordinal);
            Assert.DoesNotContain("Some note", json, StringComparison.Ordinal);
        }

        var address = await bench.Store.FindAsync(new("address", "ana"), CancellationToken.None);
        Assert.DoesNotContain("chat-ana", System.Text.Encoding.UTF8.GetString(address!.Value.Span), StringComparison.Ordinal);
    }

    private static AskEnvelope Confirmed(CommitmentId promise, string message, bool inTurn = false) =>
        new("") { Confirm = new(Outlet.AddressOf("ana"), message, promise, "card") { Key = "saved", InTurn = inTurn } };

    private static AddNote Note(CommitmentId promise, int revision) =>
        new(promise, revision, new("note"), Say(new("note"), 0, "Some note"), Question: false);
}

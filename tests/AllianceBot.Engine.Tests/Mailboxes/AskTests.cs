using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

public sealed class AskTests
{
    [Fact]
    public async Task H3_An_answer_comes_only_once_the_events_are_durable()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.RequestAsync();
        var answer = bench.Begin(new AcceptCommitment(promise, await bench.RevisionAsync(), bench.Ask(), null), Ana);
        Assert.False(answer.IsCompleted);
        Assert.Equal(CommitmentState.Requested, (await bench.StateAsync()).Commitments[promise].State);
        await bench.StepAsync();
        Assert.Equal(CommitmentState.Active, (await answer).Alliance.Commitments[promise].State);
        Assert.Equal(CommitmentState.Active, (await bench.StateAsync()).Commitments[promise].State);
    }

    [Fact]
    public async Task C2_Everything_that_was_answered_is_there_after_a_restart_with_its_words()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        using var next = await StartAsync(bench.Store, bench.Clock);
        var (was, now) = (await bench.StateAsync(), await next.StateAsync());
        Assert.Equal(was.Version, now.Version);
        Assert.Equal("The referral form", now.Commitments[promise].Terms.What.Text);
        Assert.Equal("Ana Reyes", now.People[Ana].Name.Text);
        Assert.Equal(was.Commitments[promise], now.Commitments[promise]);
        Assert.Equal(was.NextDue, now.NextDue);
    }

    [Fact]
    public async Task Asks_in_one_group_are_decided_on_each_other()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.RequestAsync();
        var revision = await bench.RevisionAsync();
        var accepted = bench.Begin(new AcceptCommitment(promise, revision, bench.Ask(), null), Ana);
        var tooLate = bench.Begin(new AcceptCommitment(promise, revision, bench.Ask(), null), Tom);
        Assert.Equal(2, await bench.StepAsync());
        Assert.Null((await accepted).Refusal);
        Assert.Equal("stale", (await tooLate).Refusal?.Code);
    }

    [Fact]
    public async Task The_same_ask_again_gets_the_same_answer_and_no_event_also_after_a_restart()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.RequestAsync();
        var accept = new AcceptCommitment(promise, await bench.RevisionAsync(), bench.Ask(), null);
        var version = (await bench.DoneAsync(accept, Ana)).Alliance.Version;
        await bench.DoneAsync(new AddNote(promise, await bench.RevisionAsync(), new("n1"), Say(new("n1"), 0, "Thanks"), false), Priya);
        var again = await bench.DoneAsync(accept, Ana);
        Assert.Equal(Outcome.Nothing, again.Outcome);
        Assert.True(again.Alliance.Version > version);
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.Equal(Outcome.Nothing, (await next.DoneAsync(accept, Ana)).Outcome);
    }

    [Fact]
    public async Task H1_Another_person_who_presses_the_same_card_is_not_taken_for_the_first()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.RequestAsync();
        var accept = new AcceptCommitment(promise, await bench.RevisionAsync(), bench.Ask(), null);
        await bench.DoneAsync(accept, Ana);
        Assert.Equal(Refusal.NotYours, (await bench.DoAsync(accept, Sam)).Refusal);
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_is_one_ask()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var revision = await bench.RevisionAsync();
        AskEnvelope delivery = new("transport-1");
        await bench.DoneAsync(Note(promise, revision, "n1"), Priya, delivery);
        Assert.Equal(Outcome.Nothing, (await bench.DoneAsync(Note(promise, revision, "n2"), Priya, delivery)).Outcome);
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.Equal(Outcome.Nothing, (await next.DoneAsync(Note(promise, revision, "n3"), Priya, delivery)).Outcome);
    }

    [Fact]
    public async Task Typed_words_that_come_again_soon_are_one_ask_unless_the_item_changed()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await TypeAsync("t1", isNew: true);
        bench.Clock.Move(Duration.FromSeconds(89));
        await TypeAsync("t2", isNew: false);
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync(), "other"), Ana);
        await TypeAsync("t3", isNew: true);
        bench.Clock.Move(Duration.FromSeconds(91));
        await TypeAsync("t4", isNew: true);

        async Task TypeAsync(string ask, bool isNew)
        {
            var envelope = new AskEnvelope(ask) { Typed = "note p1 see you there", Conversation = "chat-priya" };
            var decided = await bench.DoneAsync(Note(promise, await bench.RevisionAsync(), ask), Priya, envelope);
            Assert.Equal(isNew, decided.Outcome != Outcome.Nothing);
        }
    }

    [Fact]
    public async Task Somebody_else_was_first_so_it_is_decided_anew()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var second = await bench.AgreedAsync("second");
        using var other = await StartAsync(bench.Store, bench.Clock, seed: 2);
        await other.DoneAsync(Note(promise, await bench.RevisionAsync(), "n1"), Ana);
        var mine = await bench.DoneAsync(Note(second, await bench.RevisionAsync("second"), "n2"), Priya);
        Assert.Equal((await other.StateAsync()).Version + 1, mine.Alliance.Version);
    }

    [Fact]
    public async Task After_five_conflicts_it_is_refused_as_busy_and_nothing_happened()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var version = (await bench.StateAsync()).Version;
        var answer = bench.Begin(Note(promise, await bench.RevisionAsync(), "n1"), Priya);
        for (var i = 0; i <= EngineLimits.Conflicts; i++)
        {
            Assert.False(answer.IsCompleted);
            bench.Store.ConflictNext(Riverbend);
            await bench.StepAsync();
        }

        Assert.Equal("engine.busy", (await answer).Refusal?.Code);
        Assert.Equal(version, (await bench.StateAsync()).Version);
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync(), "n2"), Priya);
    }

    [Fact]
    public async Task A_disk_fault_fails_the_whole_group_and_nothing_of_it_is_remembered()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var state = await bench.StateAsync();
        var first = bench.Begin(Note(promise, await bench.RevisionAsync(), "n1"), Priya);
        var second = bench.Begin(Note(promise, await bench.RevisionAsync(), "n1"), Priya);
        bench.Store.FailNext(new("The disk is full.") { IsFull = true });
        await bench.StepAsync();
        await Assert.ThrowsAsync<BusyException>(() => first);
        await Assert.ThrowsAsync<BusyException>(() => second);
        Assert.Equal(state, await bench.StateAsync());
        var again = await bench.DoneAsync(Note(promise, await bench.RevisionAsync(), "n1"), Priya);
        Assert.Equal(state.Version + 1, again.Alliance.Version);
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.Equal("Text n1", Assert.Single((await next.StateAsync()).Commitments[promise].History, entry => entry.Said?.Text == "Text n1").Said?.Text);
    }

    [Fact]
    public async Task The_257th_ask_that_waits_is_turned_away()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var revision = await bench.RevisionAsync();
        var waiting = Enumerable.Range(0, EngineLimits.QueuedPerAlliance).Select(n => bench.Begin(Note(promise, revision, $"n{n}"), Priya)).ToList();
        await Assert.ThrowsAsync<BusyException>(() => bench.Begin(Note(promise, revision, "one too many"), Priya));
        while (await bench.StepAsync() > 0)
        {
        }

        Assert.All(await Task.WhenAll(waiting), static decided => Assert.NotNull(decided));
        await bench.DoAsync(Note(promise, revision, "room again"), Priya);
    }

    [Fact]
    public async Task An_ask_that_waited_five_seconds_is_dropped_with_nothing_done()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var version = (await bench.StateAsync()).Version;
        var slow = bench.Begin(Note(promise, await bench.RevisionAsync(), "slow"), Priya);
        bench.Clock.Move(Duration.FromSeconds(5));
        var fresh = bench.Begin(Note(promise, await bench.RevisionAsync(), "fresh"), Priya);
        bench.Engine.Committer.Expire();
        await Assert.ThrowsAsync<BusyException>(() => slow);
        await bench.StepAsync();
        Assert.Equal(version + 1, (await fresh).Alliance.Version);
    }

    [Fact]
    public async Task An_alliance_nobody_used_lately_is_let_go_and_comes_back_the_same()
    {
        using var bench = await SetUpAsync(new EngineSettings { SingleThreaded = true, Memory = 0 });
        var promise = await bench.AgreedAsync();
        var state = await bench.StateAsync();
        bench.Engine.Trim();
        Assert.Equal(0, bench.Engine.Health.Alliances);
        var loaded = await bench.StateAsync();
        Assert.NotSame(state, loaded);
        Assert.Equal(state.Commitments[promise], loaded.Commitments[promise]);
    }

    [Fact]
    public async Task An_alliance_that_alone_is_near_to_what_all_may_take_is_told_of_once()
    {
        using var small = await SetUpAsync(new EngineSettings { SingleThreaded = true, Memory = 100_000 });
        await small.AgreedAsync();
        small.Engine.Trim();
        Assert.InRange(small.Engine.LoadedBytes, 1, 89_999);
        Assert.Empty(small.Written.Lines);
        var text = new string('x', 3_500);
        for (var n = 0; n < 6; n++)
        {
            var ask = small.Ask();
            await small.DoneAsync(new AddNote(new("promise"), await small.RevisionAsync("promise"), ask, Say(ask, 0, text), Question: false), Priya);
        }

        Assert.InRange(small.Engine.LoadedBytes, 90_000, 1_000_000);
        small.Engine.Trim();
        await small.StateAsync();
        small.Engine.Trim();
        Assert.Contains("raise Bot:Memory", Assert.Single(small.Written.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_finds_an_alliance_that_was_never_created()
    {
        using var bench = await StartAsync();
        Assert.Null(await bench.DriveAsync(bench.Engine.FindAsync(new("none"), CancellationToken.None).AsTask()));
        Assert.Null(await bench.DriveAsync(bench.Engine.FindAsync(new("'; drop table --"), CancellationToken.None).AsTask()));
        Assert.NotNull((await bench.DoAsync(Note(new("p"), 1, "n1"), Priya)).Refusal);
        var hostile = await bench.Engine.AskAsync(new("'; drop table --"), Note(new("p"), 1, "n1"), Priya, new(""), CancellationToken.None);
        Assert.Equal(Refusal.NotYours, hostile.Refusal);
    }

    private static AddNote Note(CommitmentId promise, int revision, string ask) =>
        new(promise, revision, new(ask), Say(new(ask), 0, $"Text {ask}"), Question: false);
}

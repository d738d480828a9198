using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

public sealed class OutboxTests
{
    [Fact]
    public async Task C3_What_happened_and_who_is_told_are_one_append()
    {
        using var bench = await SetUpAsync();
        bench.Store.FailNext(new("No disk."));
        await Assert.ThrowsAsync<BusyException>(() => bench.RequestAsync());
        Assert.Empty(await bench.StatesAsync());
        await bench.RequestAsync();
        using var next = await StartAsync(bench.Store, bench.Clock);
        await next.SettleAsync();
        Assert.Equal(["commitment.requested commitment:promise"], next.Outlet.To("ana"));
    }

    [Fact]
    public async Task C10_A_notice_is_sent_once_whatever_happens_around_it()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.SettleAsync();
        await bench.SettleAsync();
        using var next = await StartAsync(bench.Store, bench.Clock);
        await next.SettleAsync();
        Assert.Single(bench.Outlet.To("ana"));
        Assert.Empty(next.Outlet.Posts);
    }

    [Fact]
    public async Task Outside_working_hours_a_notice_waits_for_the_next_morning_of_its_reader()
    {
        using var bench = await SetUpAsync();
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 21, 3, 0));
        await bench.RequestAsync();
        await bench.SettleAsync();
        Assert.Empty(bench.Outlet.Posts);
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 14, 59));
        await bench.SettleAsync();
        Assert.Empty(bench.Outlet.Posts);
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 15, 0));
        await bench.SettleAsync();
        Assert.Single(bench.Outlet.To("ana"));
    }

    [Fact]
    public async Task The_card_shows_the_state_at_the_moment_of_sending()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.RequestAsync();
        await bench.DoneAsync(new AcceptCommitment(promise, await bench.RevisionAsync(), bench.Ask(), null), Ana);
        await bench.SettleAsync();
        var shown = Assert.Single(await bench.Store.ShownAsync(Riverbend, "commitment:promise", "ana", 5, CancellationToken.None));
        Assert.Equal(await bench.RevisionAsync(), shown.Revision);
        Assert.Equal(await bench.RevisionAsync(), await bench.Engine.SeenAsync(Riverbend, promise, Ana, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_may_no_longer_see_it_gets_nothing()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        bench.Views.Hides = true;
        await bench.SettleAsync();
        Assert.Empty(bench.Outlet.Posts);
        Assert.Equal([OutboxState.Obsolete], await bench.StatesAsync());
    }

    [Fact]
    public async Task C12_A_throttled_notice_comes_later_and_is_not_lost()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        bench.Outlet.Fault = static (_, _) => new(SendFate.Throttled, RetryAfter: Duration.FromMinutes(3));
        await bench.SettleAsync();
        Assert.Equal([OutboxState.Retry], await bench.StatesAsync());
        bench.Outlet.Fault = static (_, _) => null;
        bench.Clock.Move(Duration.FromSeconds(179));
        await bench.SettleAsync();
        Assert.Empty(bench.Outlet.Posts);
        bench.Clock.Move(Duration.FromSeconds(1));
        await bench.SettleAsync();
        Assert.Single(bench.Outlet.To("ana"));
    }

    [Fact]
    public async Task C11_An_ambiguous_send_is_repeated_once_marked_and_then_recorded()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        bench.Outlet.Fault = static (_, _) => new(SendFate.Unknown, Reason: "500");
        await bench.SettleAsync();
        bench.Clock.Move(Duration.FromHours(1));
        await bench.SettleAsync();
        Assert.Equal(
            ["commitment.requested commitment:promise", "commitment.requested commitment:promise again=true"], bench.Outlet.To("ana"));
        Assert.Equal([OutboxState.Unknown, OutboxState.Unknown], await bench.StatesAsync());
    }

    [Fact]
    public async Task C11_A_send_that_nobody_can_say_the_end_of_is_never_sent_again_as_if_it_were_new()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        bench.Outlet.Fault = static (_, _) => throw new TimeoutException();
        await bench.SettleAsync();
        Assert.Equal([OutboxState.Unknown, OutboxState.Unknown], await bench.StatesAsync());
    }

    [Fact]
    public async Task A_send_during_which_the_process_died_is_unknown_and_repeated_marked()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        var step = bench.Engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None);
        bench.Outlet.Fault = (_, _) => throw new OutOfMemoryException();
        while (await bench.StepAsync() > 0)
        {
        }

        await step;
        Assert.Equal([OutboxState.Sending], await bench.StatesAsync());
        using var next = await StartAsync(bench.Store, bench.Clock);
        await next.SettleAsync();
        Assert.Equal(["commitment.requested commitment:promise again=true"], next.Outlet.To("ana"));
        Assert.Equal([OutboxState.Unknown, OutboxState.Sent], await next.StatesAsync());
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_recorded_and_a_manager_of_the_partner_is_told_in_private()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        bench.Outlet.Fault = static (to, _) => to.User == "ana" ? new(SendFate.Unreachable, Reason: "blocked") : null;
        await bench.SettleAsync();
        Assert.Equal("blocked", (await bench.StateAsync()).People[Ana].NotReached);
        Assert.Contains("commitment.requested commitment:promise instead-of=ana", bench.Outlet.To("tom"));
        bench.Outlet.Fault = static (_, _) => null;
        await bench.RequestAsync("second");
        await bench.SettleAsync();
        Assert.Null((await bench.StateAsync()).People[Ana].NotReached);
    }

    /// <summary>A promise is its two partners' matter: the managers of a third one do not read how it stands because one of theirs is not reached.</summary>
    [Fact]
    public async Task What_is_about_a_promise_falls_back_to_the_side_for_which_somebody_acts_and_to_no_third_partner()
    {
        using var bench = await SetUpAsync();
        var (college, ruth, mei, ask) = (new PartnerId("college"), new PersonId("ruth"), new PersonId("mei"), bench.Ask());
        await bench.DoneAsync(new AddPartner(college, Say(ask, 0, "College"), PartnerKind.SemiPublic, ask), Dale);
        await bench.JoinAsync(ruth, college, Role.Manager, "Ruth Abrams", by: Dale);
        await bench.JoinAsync(mei, college, Role.Staff, "Mei Chen", by: ruth);
        await bench.DoneAsync(new AssignRole(mei, Role.Facilitator, null, bench.Ask()), Dale);
        var promise = await bench.AgreedAsync();
        await bench.WriteAsync(ruth);
        await bench.WriteAsync(mei);
        await bench.SettleAsync();
        bench.Outlet.Fault = static (to, _) => to.User == "mei" ? new(SendFate.Unreachable, Reason: "blocked") : null;
        await bench.PutAsync(new Notice(promise, "test.kind", Addressee.Person(mei), bench.Clock.GetCurrentInstant()));
        await bench.SettleAsync();
        Assert.DoesNotContain(bench.Outlet.To("ruth"), static line => line.StartsWith("test.kind", StringComparison.Ordinal));
        Assert.Contains(bench.Outlet.To("sam"), static line => line.StartsWith("test.kind", StringComparison.Ordinal));

        await bench.DoneAsync(new AssignRole(mei, Role.Contact, Office, bench.Ask()), Dale);
        await bench.PutAsync(new Notice(promise, "test.other", Addressee.Person(mei), bench.Clock.GetCurrentInstant()));
        await bench.SettleAsync();
        Assert.DoesNotContain(bench.Outlet.To("ruth"), static line => line.StartsWith("test.other", StringComparison.Ordinal));
        Assert.Contains(bench.Outlet.To("dale"), static line => line.StartsWith("test.other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C13_When_nobody_holds_the_role_that_is_recorded_shown_and_falls_back()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        await bench.DoneAsync(new RemovePerson(Sam, bench.Ask()), Dale);
        await bench.PutAsync(new Notice(promise, "item.parked", new(AddresseeRole.Facilitators), bench.Clock.GetCurrentInstant()));
        await bench.PutAsync(new Notice(promise, "test.kind", Addressee.Contacts(new("gone")), bench.Clock.GetCurrentInstant()));
        await bench.SettleAsync();
        Assert.Contains((await bench.StateAsync()).Untold, untold => untold.Kind == "test.kind");
        Assert.Contains("test.kind commitment:promise", bench.Outlet.To("dale"));
    }

    [Fact]
    public async Task A_role_held_by_several_becomes_one_notice_for_each()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        await bench.PutAsync(new Notice(promise, "test.kind", new(AddresseeRole.AllManagers), bench.Clock.GetCurrentInstant()));
        await bench.SettleAsync();
        Assert.Contains("test.kind commitment:promise", bench.Outlet.To("dale"));
        Assert.Contains("test.kind commitment:promise", bench.Outlet.To("tom"));
    }

    [Fact]
    public async Task C10_Who_holds_two_roles_in_an_item_is_told_once()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        var now = bench.Clock.GetCurrentInstant();
        await bench.PutAsync(
            new Notice(promise, "same", Addressee.Person(Tom), now), new Notice(promise, "same", new(AddresseeRole.DoerManagers), now));
        await bench.SettleAsync();
        Assert.Single(bench.Outlet.To("tom"), static text => text.StartsWith("same", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_for_somebodys_address_goes_when_it_is_known_also_after_a_restart()
    {
        using var bench = await SetUpAsync();
        await bench.JoinAsync(new("new"), Harbor, Role.Staff, "Newcomer", by: Tom);
        await bench.DoneAsync(new AssignRole(new("new"), Role.Contact, Harbor, bench.Ask()), Tom);
        await bench.SettleAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        await bench.PutAsync(new Notice(promise, "test.kind", Addressee.Person(new("new")), bench.Clock.GetCurrentInstant()));
        await bench.SettleAsync();
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.True(next.Engine.Outbox.WaitingForAddress > 0);
        bench.Clock.Move(Duration.FromMinutes(1));
        await next.WriteAsync(new("new"));
        await next.SettleAsync();
        Assert.Contains("test.kind commitment:promise", next.Outlet.To("new"));
        Assert.Equal(0, next.Engine.Outbox.WaitingForAddress);
    }

    [Fact]
    public async Task What_was_taken_back_in_time_is_never_told()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        var ask = bench.Ask();
        await bench.DoneAsync(new AddNote(promise, await bench.RevisionAsync(), ask, Say(ask, 0, "It may slip"), Question: false), Ana);
        bench.Clock.Move(Duration.FromMinutes(1));
        await bench.SettleAsync();
        Assert.Empty(bench.Outlet.Posts);
        await bench.DoneAsync(new UndoCommitment(promise, await bench.RevisionAsync(), bench.Ask()), Ana);
        ask = bench.Ask();
        await bench.DoneAsync(new AddNote(promise, await bench.RevisionAsync(), ask, Say(ask, 0, "It will be fine"), Question: true), Ana);
        bench.Clock.Move(Duration.FromMinutes(3));
        await bench.SettleAsync();
        Assert.Equal(["commitment.asked commitment:promise"], bench.Outlet.Posts.Where(static post => !post.IsUpdate).Select(static post => post.Text));
    }

    [Fact]
    public async Task One_alliance_that_cannot_be_read_does_not_hold_up_the_others()
    {
        using var bench = await SetUpAsync();
        var broken = new AllianceId("broken");
        var row = new OutboxEntry(new(broken, "x", Addressee.Person(Ana), bench.Clock.GetCurrentInstant()), 1, 0).ToRow();
        await bench.CommitAsync(new Append(broken, 0) { Notices = [row with { Key = "claimed" }] });
        await bench.CommitAsync(new MoveNotice(broken, 1 + (await bench.RowsAsync()).Count(static one => one.Key != "claimed"), OutboxState.Pending, OutboxState.Sending, default, 1) { Node = "node" });
        await bench.CommitAsync(new Append(broken, 0) { Events = [new("moon.landed.v1", "{}"u8.ToArray(), "a", null)], Notices = [row] });
        await bench.RequestAsync();
        await bench.SettleAsync();
        Assert.Single(bench.Outlet.To("ana"));
    }

    [Fact]
    public async Task H4_Who_never_spoke_is_reported_once_and_what_is_for_them_is_told_to_their_manager_and_waits()
    {
        using var bench = await Bench.SetUpAsync();
        var kim = new PersonId("kim");
        await bench.JoinAsync(kim, Bench.Harbor, Role.Staff, "Kim Park", by: Bench.Tom);
        var promise = await bench.RequestAsync();
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        foreach (var kind in (string[])["commitment.requested", "commitment.answer-reminded"])
        {
            await bench.PutAsync(new Notice(promise, kind, Addressee.Person(kim), bench.Clock.GetCurrentInstant()));
            await bench.SettleAsync();
        }

        Assert.Equal("never-spoke", (await bench.StateAsync()).People[kim].NotReached);
        Assert.Equal(2, bench.Outlet.To("tom").Count());
        Assert.Single(bench.Outlet.To("sam"));
        Assert.Equal(2, bench.Engine.Outbox.WaitingForAddress);

        using var again = await Bench.StartAsync(bench.Store, bench.Clock, seed: 2);
        await again.SettleAsync();
        Assert.Equal(2, again.Engine.Outbox.WaitingForAddress);
        Assert.Empty(again.Outlet.Posts);
        await again.WriteAsync(kim);
        await again.SettleAsync();
        Assert.Equal(2, again.Outlet.To("kim").Count());
        Assert.Null((await again.StateAsync()).People[kim].NotReached);
    }

}

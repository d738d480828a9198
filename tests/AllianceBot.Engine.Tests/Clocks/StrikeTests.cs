using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

public sealed class StrikeTests
{
    [Fact]
    public async Task C2_What_is_due_happens_once_also_when_the_bot_was_down_at_the_time()
    {
        using var bench = await SetUpAsync();
        await bench.AgreedAsync();
        var due = (await bench.StateAsync()).NextDue!.Value;
        using var next = await StartAsync(bench.Store, bench.Clock);
        bench.Clock.MoveTo(due);
        await next.SettleAsync();
        Assert.Single((await next.StateAsync()).CheckIns, static checkIn => checkIn.State == CheckInState.Open);
        var open = (await next.StateAsync()).CheckIns.Single(static checkIn => checkIn.State == CheckInState.Open);
        Assert.Contains($"checkin.opened checkin:{open.Id}", next.Outlet.To("ana"));
        Assert.True((await next.StateAsync()).NextDue > due);
        await next.SettleAsync();
        Assert.Single(next.Outlet.To("ana"), static text => text.StartsWith("checkin.opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C4_After_a_long_outage_each_item_takes_one_step_and_the_gap_is_known()
    {
        using var bench = await SetUpAsync();
        await bench.AgreedAsync();
        await bench.SettleAsync();
        bench.Clock.Move(Duration.FromDays(30));
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.Equal(Duration.FromDays(30), next.Engine.Heart.Outage?.Duration);
        var version = (await next.StateAsync()).Version;
        await next.DriveAsync(next.Engine.EngineClock.StrikeAsync(10, CancellationToken.None));
        var state = await next.StateAsync();
        Assert.InRange(state.Version - version, 1, state.CheckIns.Count + state.Commitments.Count);
        Assert.True(state.NextDue > bench.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task C6_A_strike_for_an_instant_that_no_longer_holds_appends_nothing()
    {
        using var bench = await SetUpAsync();
        await bench.AgreedAsync();
        await bench.SettleAsync();
        var state = await bench.StateAsync();
        await bench.CommitAsync(new Append(Riverbend, state.Version) { NextDue = bench.Clock.GetCurrentInstant() });
        Assert.Equal(1, await bench.DriveAsync(bench.Engine.EngineClock.StrikeAsync(10, CancellationToken.None)));
        Assert.Equal(state.Version, (await bench.StateAsync()).Version);
        Assert.Equal(0, await bench.DriveAsync(bench.Engine.EngineClock.StrikeAsync(10, CancellationToken.None)));
        Assert.Contains(await bench.Store.DueAsync(state.NextDue!.Value, 10, CancellationToken.None), static due => due.Alliance == Riverbend);
    }

    [Fact]
    public async Task A_disk_fault_during_a_strike_only_delays_it()
    {
        using var bench = await SetUpAsync();
        await bench.AgreedAsync();
        bench.Clock.MoveTo((await bench.StateAsync()).NextDue!.Value);
        bench.Store.FailNext(new("No disk."));
        await bench.DriveAsync(bench.Engine.EngineClock.StrikeAsync(10, CancellationToken.None));
        Assert.DoesNotContain((await bench.StateAsync()).CheckIns, static checkIn => checkIn.State == CheckInState.Open);
        await bench.SettleAsync();
        Assert.Contains((await bench.StateAsync()).CheckIns, static checkIn => checkIn.State == CheckInState.Open);
    }

    [Fact]
    public async Task H9_A_walked_clock_does_everything_on_the_way_at_its_time_and_keeps_its_place()
    {
        var real = new StillClock(Instant.FromUtc(2026, 11, 20, 15, 0));
        var store = new MemoryStore();
        using var bench = await SetUpAsync(store: store, clock: real, walking: new WalkingClock(real, Duration.Zero));
        await bench.AgreedAsync();
        var target = real.GetCurrentInstant() + Duration.FromDays(25);
        await bench.DriveAsync(bench.Engine.WalkAsync(target, TimeSpan.MaxValue, CancellationToken.None));
        var state = await bench.StateAsync();
        Assert.True(state.NextDue is null || state.NextDue > target);
        Assert.Contains("checkin.opened checkin:promise-1", bench.Outlet.To("ana"));
        var opened = state.CheckIns[new CheckInId("promise-1")];
        Assert.Equal(new LocalTime(9, 0), opened.At.InZone(state.TimeZone).TimeOfDay);
        var again = await WalkingClock.OpenAsync(store, real, CancellationToken.None);
        Assert.Equal(target, again.GetCurrentInstant());
        await bench.DriveAsync(bench.Engine.WalkAsync(real.GetCurrentInstant(), TimeSpan.MaxValue, CancellationToken.None));
        Assert.Equal(target, bench.Engine.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task A_real_clock_cannot_be_walked()
    {
        using var bench = await SetUpAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Engine.WalkAsync(Instant.MaxValue, TimeSpan.MaxValue, CancellationToken.None));
    }
}

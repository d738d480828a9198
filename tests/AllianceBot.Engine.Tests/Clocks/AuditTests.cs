using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

public sealed class AuditTests
{
    [Fact]
    public async Task C16_A_step_that_was_forgotten_is_told_once_counted_and_made_up_for()
    {
        using var bench = await SetUpAsync();
        var due = await ForgottenAsync(bench);
        await bench.SettleAsync();
        Assert.Equal(0, bench.Engine.Auditor.Overdue);
        await AuditAsync(bench);
        Assert.Equal(1, bench.Engine.Auditor.Overdue);
        Assert.Contains(await bench.RowsAsync(), static row => row.Key.Contains("|item.overdue|", StringComparison.Ordinal));
        await AuditAsync(bench);
        Assert.Single(await bench.RowsAsync(), static row => row.Key.Contains("|item.overdue|", StringComparison.Ordinal));
        await bench.SettleAsync();
        Assert.Contains(bench.Outlet.To("sam"), static text => text.StartsWith("item.overdue", StringComparison.Ordinal));
        Assert.True((await bench.StateAsync()).NextDue > due);
        await AuditAsync(bench);
        Assert.Equal(0, bench.Engine.Auditor.Overdue);
    }

    [Fact]
    public async Task C16_What_is_late_after_an_outage_is_not_reported_before_the_clock_came_round()
    {
        using var bench = await SetUpAsync();
        await bench.AgreedAsync();
        bench.Clock.Move(Duration.FromDays(30));
        using var next = await StartAsync(bench.Store, bench.Clock);
        await next.StateAsync();
        await AuditAsync(next);
        Assert.Equal(0, next.Engine.Auditor.Overdue);
        await next.SettleAsync();
        await AuditAsync(next);
        Assert.DoesNotContain(await next.RowsAsync(), static row => row.Key.Contains("|item.overdue|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C16_After_a_restart_the_same_forgotten_step_is_not_told_again()
    {
        using var bench = await SetUpAsync();
        await ForgottenAsync(bench);
        await bench.SettleAsync();
        await AuditAsync(bench);
        using var next = await StartAsync(bench.Store, bench.Clock);
        var state = await next.StateAsync();
        await next.CommitAsync(new Append(Riverbend, state.Version));
        Assert.Equal(0, await next.DriveAsync(next.Engine.EngineClock.StrikeAsync(10, CancellationToken.None)));
        await AuditAsync(next);
        Assert.Equal(1, next.Engine.Auditor.Overdue);
        Assert.Single(await next.RowsAsync(), static row => row.Key.Contains("|item.overdue|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_settled_is_tidied_away_after_a_while_and_counted_meanwhile()
    {
        using var bench = await SetUpAsync();
        await bench.AgreedAsync();
        await bench.SettleAsync();
        await bench.DriveAsync(bench.Engine.Tidier.StepAsync(CancellationToken.None));
        Assert.True(bench.Engine.Tidier.Counts[OutboxState.Sent] > 0);
        bench.Clock.Move(EngineLimits.KeptSettled + Duration.FromMinutes(2));
        await bench.DriveAsync(bench.Engine.Tidier.StepAsync(CancellationToken.None));
        Assert.False(bench.Engine.Tidier.Counts.ContainsKey(OutboxState.Sent));
    }

    /// <summary>The store's index has lost the alliance, and the time of its next step is long past.</summary>
    private static async Task<Instant> ForgottenAsync(Bench bench)
    {
        await bench.AgreedAsync();
        await bench.SettleAsync();
        var state = await bench.StateAsync();
        await bench.CommitAsync(new Append(Riverbend, state.Version));
        bench.Clock.MoveTo(state.NextDue!.Value + Duration.FromHours(1));
        return state.NextDue.Value;
    }

    private static Task AuditAsync(Bench bench) => bench.DriveAsync(bench.Engine.Auditor.AuditAsync(CancellationToken.None));
}

using AllianceBot.Domain;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

/// <summary>How sending ends, when the program is told to end.</summary>
public sealed class FinishTests
{
    [Fact]
    public async Task Told_to_end_it_finishes_what_it_is_sending_and_leaves_what_waits_behind_it_to_the_next_start()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync("first");
        await bench.RequestAsync();
        var finishing = Task.CompletedTask;
        bench.Outlet.Fault = (_, _) =>
        {
            finishing = bench.Engine.Outbox.FinishAsync();
            return null;
        };
        await bench.DriveAsync(bench.Engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None));
        await bench.DriveAsync(bench.Engine.Outbox.DrainAsync());
        await finishing;
        Assert.Equal(["commitment.requested commitment:first"], bench.Outlet.To("ana"));
        Assert.Equal([OutboxState.Pending], await bench.StatesAsync());
        using var next = await StartAsync(bench.Store, bench.Clock);
        await next.SettleAsync();
        Assert.Equal(["commitment.requested commitment:promise"], next.Outlet.To("ana"));
    }
}

using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

public sealed class RateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void C12_No_window_is_ever_overrun_and_no_call_waits_longer_than_it_must(int seed)
    {
        var random = new Random(seed);
        var window = new RateWindow(RateWindow.Writes);
        var calls = new List<TimeSpan>();
        var now = TimeSpan.Zero;
        for (var call = 0; call < 5000; call++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(3) == 0 ? random.Next(4000) : random.Next(50));
            var at = window.Earliest(now);
            Assert.True(at >= now);
            Assert.True(Fits(calls, at), $"call {call} overruns a window");
            if (at > now) Assert.False(Fits(calls, at - TimeSpan.FromTicks(1)), $"call {call} waits for nothing");
            window.Take(at);
            calls.Add(at);
            now = at;
        }
    }

    [Fact]
    public async Task Writes_of_a_conversation_go_one_after_the_other_and_reads_beside_them()
    {
        var lanes = new Lanes(new(), new FakeTime());
        var first = await lanes.EnterAsync("a", "t", writes: true, Ct);
        var second = lanes.EnterAsync("a", "t", writes: true, Ct).AsTask();
        using var read = await lanes.EnterAsync("a", "t", writes: false, Ct);
        using var elsewhere = await lanes.EnterAsync("b", "t", writes: true, Ct);
        Assert.False(second.IsCompleted);
        first.Dispose();
        using var entered = await second;
    }

    [Fact]
    public async Task C12_A_tenant_gets_forty_calls_a_second()
    {
        var lanes = new Lanes(new(), new FakeTime());
        var waits = new List<TimeSpan>();
        for (var call = 0; call < 81; call++)
        {
            using var entry = await lanes.EnterAsync("c" + call, "t", writes: true, Ct);
            Assert.Equal(TimeSpan.Zero, entry.Reserve(TimeSpan.Zero));
            waits.Add(entry.ReserveTenant());
        }

        Assert.All(waits[..40], wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.All(waits[40..80], wait => Assert.Equal(TimeSpan.FromSeconds(1), wait));
        Assert.Equal(TimeSpan.FromSeconds(2), waits[80]);
        using var other = await lanes.EnterAsync("c", "other", writes: true, Ct);
        Assert.Equal(TimeSpan.Zero, other.ReserveTenant());
    }

    [Fact]
    public async Task A_wait_that_is_too_long_takes_no_place()
    {
        var lanes = new Lanes(new(), new FakeTime());
        for (var call = 0; call < 7; call++)
        {
            using var entry = await lanes.EnterAsync("a", "t", writes: true, Ct);
            entry.Reserve(TimeSpan.Zero);
        }

        using var late = await lanes.EnterAsync("a", "t", writes: true, Ct);
        Assert.Equal(TimeSpan.FromSeconds(1), late.Reserve(TimeSpan.FromMilliseconds(999)));
        Assert.Equal(TimeSpan.FromSeconds(1), late.Reserve(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(2), late.Reserve(TimeSpan.FromSeconds(9)));
    }

    private static bool Fits(List<TimeSpan> calls, TimeSpan at) => RateWindow.Writes.All(window =>
        calls.Count < window.Count || at - calls[^window.Count] >= window.Span);
}

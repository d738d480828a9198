using AllianceBot.Domain;
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
    public async Task Everything_that_was_answered_is_there_after_a_restart_with_its_words()
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
}

using AllianceBot.Domain;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

/// <summary>What goes as one card, and what never does.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task C10_Several_for_one_reader_are_one_card_and_never_across_alliances()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        var now = bench.Clock.GetCurrentInstant();
        await bench.PutAsync(new Notice(promise, "one", Addressee.Person(Ana), now) { Bundle = "b" });
        await bench.PutAsync(new Notice(promise, "two", new(AddresseeRole.Doer), now) { Bundle = "b" });
        await bench.PutAsync(new Notice(promise, "three", Addressee.Person(Priya), now) { Bundle = "b" });
        await bench.SettleAsync();
        Assert.Equal("one commitment:promise + two commitment:promise", bench.Outlet.To("ana").Last());
        Assert.Equal("three commitment:promise", bench.Outlet.To("priya").Last());
    }

    [Fact]
    public async Task C10_What_one_append_says_of_one_thing_to_one_person_is_one_card()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        await bench.SettleAsync();
        var now = bench.Clock.GetCurrentInstant();
        await bench.PutAsync(
            new Notice(promise, "one", Addressee.Person(Ana), now), new Notice(promise, "two", Addressee.Person(Ana), now),
            new Notice(promise, "two", Addressee.Person(Priya), now), new Notice((await bench.StateAsync()).Id, "three", Addressee.Person(Ana), now));
        // Of another append: that it comes in the same moment makes it no part of the first.
        await bench.DoneAsync(new SetGoal(new("g9"), Say(bench.Ask(), 0, "Another"), null, bench.Ask()), Dale);
        await bench.PutAsync(new Notice(promise, "four", Addressee.Person(Ana), now));
        await bench.SettleAsync();
        var told = bench.Outlet.To("ana");
        Assert.Contains("one commitment:promise + two commitment:promise", told);
        Assert.Contains(told, static text => text.StartsWith("three alliance:", StringComparison.Ordinal));
        Assert.Contains("four commitment:promise", told);
        Assert.Contains("two commitment:promise", bench.Outlet.To("priya"));
    }
}

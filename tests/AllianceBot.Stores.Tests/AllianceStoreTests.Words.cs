using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

public abstract partial class AllianceStoreTests
{
    [Fact]
    public async Task Sealed_words_and_the_keys_of_their_shelves_come_with_the_stream()
    {
        await Done(Append(A, 0, Event("1")) with
        {
            Keys = [Key("alliance", "k1"), Key("person:ana", "k2")],
            Words = [Words("w1", "alliance", "one"), Words("w2", "person:ana", "two")],
        });
        await Done(Append(B, 0, Event("1")) with { Keys = [Key("alliance", "k3")], Words = [Words("w1", "alliance", "three")] });
        await Done(Append(A, 1, Event("2")) with { Words = [Words("w3", "alliance", "four")] });
        var stream = await Load(A);
        Assert.Equal(["w1/alliance/one", "w2/person:ana/two", "w3/alliance/four"], stream.Words.Select(row => $"{row.Id}/{row.Shelf}/{Text(row.Sealed)}"));
        Assert.Equal(["alliance/k1", "person:ana/k2"], stream.Keys.Select(row => $"{row.Shelf}/{Text(row.Key)}"));
        Assert.Equal("three", Text((await Load(B)).Words.Single().Sealed));
    }

    [Fact]
    public async Task Erased_words_are_gone_and_the_events_stay()
    {
        await Done(Append(A, 0, Event("1")) with { Keys = [Key("s")], Words = [Words("w1", "s"), Words("w2", "s")] });
        await Done(Append(B, 0, Event("1")) with { Words = [Words("w1", "s")] });
        await Done(Append(A, 1, Event("redacted")) with { EraseWords = ["w1", "never there"] });
        await ReopenAsync();
        var stream = await Load(A);
        Assert.Equal(["w2"], stream.Words.Select(row => row.Id));
        Assert.Equal(["s"], stream.Keys.Select(row => row.Shelf));
        Assert.Equal(2, stream.Events.Count);
        Assert.Equal(["w1"], (await Load(B)).Words.Select(row => row.Id));
    }

    [Fact]
    public async Task An_erased_shelf_takes_its_key_and_all_its_words_along()
    {
        await Done(Append(A, 0, Event("1")) with
        {
            Keys = [Key("person:ana"), Key("alliance")],
            Words = [Words("w1", "person:ana"), Words("w2", "alliance"), Words("w3", "person:ana")],
        });
        await Done(Append(A, 1, Event("erased")) with { EraseShelves = ["person:ana"] });
        await ReopenAsync();
        var stream = await Load(A);
        Assert.Equal(["alliance"], stream.Keys.Select(row => row.Shelf));
        Assert.Equal(["w2"], stream.Words.Select(row => row.Id));
        Assert.Equal(2, stream.Version);
    }

    [Fact]
    public async Task A_shelf_may_begin_anew_after_its_erasure_and_not_before()
    {
        await Done(Append(A, 0, Event("1")) with { Keys = [Key("s", "k1")] });
        Assert.Equal([CommitResult.Failed], await Commit(Append(A, 1, Event("2")) with { Keys = [Key("s", "k2")] }));
        await Done(Append(A, 1, Event("2")) with { EraseShelves = ["s"], Keys = [Key("s", "k3")], Words = [Words("w", "s")] });
        var stream = await Load(A);
        Assert.Equal("k3", Text(stream.Keys.Single().Key));
        Assert.Equal(["w"], stream.Words.Select(row => row.Id));
    }

    [Fact]
    public async Task An_id_of_words_is_used_once_even_after_its_erasure()
    {
        await Done(Append(A, 0, Event("1")) with { Words = [Words("w", "s")] });
        await Done(Append(A, 1, Event("2")) with { EraseWords = ["w"] });
        Assert.Equal([CommitResult.Failed], await Commit(Append(A, 2, Event("3")) with { Words = [Words("w", "s")] }));
    }
}

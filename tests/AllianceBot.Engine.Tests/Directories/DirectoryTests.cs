using System.Text;
using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

public sealed class DirectoryTests
{
    private static readonly Handle Anas = new("outlet", "tenant", "object-1", HasObjectId: true);
    private static readonly Address Channel = new("outlet", "https://outlet.test", "team-1", "object-1", "bot", "tenant", PlaceKind.Channel);

    [Fact]
    public async Task A_handle_finds_its_person_also_after_a_restart_and_belongs_to_one_only()
    {
        using var bench = await SetUpAsync();
        Assert.Null(await bench.Engine.Directory.PersonAsync(Anas, CancellationToken.None));
        await NoteAsync(bench, bench.Engine.Directory.Link(Anas, Ana));
        Assert.Equal(Ana, await bench.Engine.Directory.PersonAsync(Anas, CancellationToken.None));
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.Equal(Ana, await next.Engine.Directory.PersonAsync(Anas, CancellationToken.None));
        Assert.Null(await next.Engine.Directory.PersonAsync(Anas with { Tenant = "other" }, CancellationToken.None));
        Assert.Equal(CommitResult.Conflict, await NoteAsync(next, next.Engine.Directory.Link(Anas, Tom)));
    }

    [Fact]
    public async Task Changes_stand_or_fall_with_the_events_they_came_with()
    {
        using var bench = await SetUpAsync();
        var promise = await bench.AgreedAsync();
        var envelope = new AskEnvelope("") { Directory = [bench.Engine.Directory.Link(Anas, Ana)] };
        bench.Store.FailNext(new("No disk."));
        await Assert.ThrowsAsync<BusyException>(() => bench.DoAsync(Note(promise, 2), Ana, envelope));
        Assert.Null(await bench.Engine.Directory.PersonAsync(Anas, CancellationToken.None));
        await bench.DoneAsync(Note(promise, await bench.RevisionAsync()), Ana, envelope);
        Assert.Equal(Ana, await bench.Engine.Directory.PersonAsync(Anas, CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_in_which_alliance_is_known_at_once_and_after_a_restart()
    {
        using var bench = await SetUpAsync();
        var directory = bench.Engine.Directory;
        await NoteAsync(bench, directory.Member(Ana, Riverbend, isIn: true));
        await NoteAsync(bench, directory.Member(Ana, new("another"), isIn: true));
        await NoteAsync(bench, directory.Member(Ana, new("left"), isIn: true));
        await NoteAsync(bench, directory.Member(Ana, new("left"), isIn: false));
        using var next = await StartAsync(bench.Store, bench.Clock);
        AllianceId[] both = [new("another"), Riverbend];
        Assert.Equal(both, await next.Engine.Directory.AlliancesAsync(Ana, CancellationToken.None));
        Assert.Empty(await next.Engine.Directory.AlliancesAsync(Tom, CancellationToken.None));
    }

    [Fact]
    public async Task A_place_belongs_to_one_alliance_whatever_the_thread()
    {
        using var bench = await SetUpAsync();
        var directory = bench.Engine.Directory;
        await NoteAsync(bench, directory.Place(Channel, Riverbend));
        Assert.Equal(Riverbend, await directory.PlaceAsync(Channel with { Thread = "7", User = "object-2" }, CancellationToken.None));
        Assert.Equal(CommitResult.Conflict, await NoteAsync(bench, directory.Place(Channel, new("another"))));
        await NoteAsync(bench, directory.Place(Channel, null));
        Assert.Null(await directory.PlaceAsync(Channel, CancellationToken.None));
    }

    [Fact]
    public async Task A_code_opens_what_it_was_made_for_until_it_is_taken_out()
    {
        using var bench = await SetUpAsync();
        var directory = bench.Engine.Directory;
        var hash = directory.Hash("code", "ABCD2345");
        Assert.Equal(22, hash.Length);
        var entry = new CodeEntry(Riverbend, new InvitationId("i-1"));
        await NoteAsync(bench, directory.Code(hash, entry));
        Assert.Equal(entry, await directory.CodeAsync(hash, CancellationToken.None));
        await NoteAsync(bench, directory.Code(hash, null));
        Assert.Null(await directory.CodeAsync(hash, CancellationToken.None));
        Assert.Null(await bench.Store.FindAsync(new("code", hash), CancellationToken.None));
    }

    [Fact]
    public async Task Another_secret_gives_another_hash()
    {
        using var one = await SetUpAsync();
        using var other = await StartAsync(new MemoryStore(Enumerable.Repeat((byte)7, 32).ToArray()));
        Assert.NotEqual(one.Engine.Directory.Hash("code", "A"), other.Engine.Directory.Hash("code", "A"));
        Assert.NotEqual(one.Engine.Directory.Hash("code", "A"), one.Engine.Directory.Hash("place", "A"));
    }

    [Fact]
    public async Task Somebody_seen_only_in_a_place_is_written_to_in_private_once_there_is_something_to_say()
    {
        using var bench = await SetUpAsync();
        await bench.JoinAsync(new("eve"), Harbor, Role.Staff, "Eve", by: Tom);
        bench.Engine.Directory.Saw(new(Anas, Channel with { User = "eve" }, new Typed("hi"), ""), new PersonId("eve"));
        await bench.StepAsync();
        await bench.PutAsync(new Notice(Riverbend, "hello", Addressee.Person(new("eve")), bench.Clock.GetCurrentInstant()));
        await bench.SettleAsync();
        Assert.Equal(["hello alliance:riverbend"], bench.Outlet.To("eve"));
        var address = await bench.Engine.Directory.AddressAsync(new("eve"), CancellationToken.None);
        Assert.Equal("chat-eve", address?.Conversation);
    }

    [Fact]
    public async Task What_is_for_somebody_whose_address_was_forgotten_waits_until_they_are_seen_again()
    {
        using var bench = await SetUpAsync();
        await bench.DriveAsync(bench.Engine.ForgetEverybodyAsync(CancellationToken.None));
        await bench.RequestAsync();
        await bench.SettleAsync();
        Assert.Empty(bench.Outlet.Posts);
        await bench.WriteAsync(Ana);
        await bench.SettleAsync();
        Assert.Single(bench.Outlet.To("ana"));
        bench.Engine.Forget(Ana);
        await bench.StepAsync();
        Assert.Null(await bench.Engine.Directory.AddressAsync(Ana, CancellationToken.None));
    }

    [Fact]
    public async Task The_last_used_alliance_is_remembered_for_eight_hours()
    {
        using var bench = await SetUpAsync();
        var now = bench.Clock.GetCurrentInstant();
        bench.Engine.Directory.Used(Ana, "chat", Riverbend, now);
        Assert.Equal(Riverbend, bench.Engine.Directory.LastUsed(Ana, "chat", now + Duration.FromHours(8)));
        Assert.Null(bench.Engine.Directory.LastUsed(Ana, "chat", now + Duration.FromHours(9)));
        Assert.Null(bench.Engine.Directory.LastUsed(Ana, "other", now));
    }

    [Fact]
    public async Task What_a_channel_learnt_is_kept_sealed()
    {
        using var bench = await SetUpAsync();
        bench.Engine.ChannelMemory.Keep("outlet", "tenant", "object-1", "tenant-of-ana");
        await bench.StepAsync();
        using var next = await StartAsync(bench.Store, bench.Clock);
        Assert.Equal("tenant-of-ana", await next.Engine.ChannelMemory.RecallAsync("outlet", "tenant", "object-1", CancellationToken.None));
        Assert.Null(await next.Engine.ChannelMemory.RecallAsync("outlet", "tenant", "object-2", CancellationToken.None));
        await foreach (var entry in bench.Store.ListAsync("channel", CancellationToken.None))
        {
            Assert.DoesNotContain("tenant-of-ana", Encoding.UTF8.GetString(entry.Value.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bounded_memory_keeps_what_was_used_lately()
    {
        var cache = new Cache<int, int>(100);
        for (var n = 0; n < 1000; n++)
        {
            cache.Set(n, n);
            Assert.True(cache.TryGet(0, out _));
        }

        Assert.False(cache.TryGet(500, out _));
        Assert.True(cache.TryGet(999, out var last) && last == 999);
        Assert.InRange(Enumerable.Range(0, 1000).Count(n => cache.TryGet(n, out _)), 50, 100);
    }

    private static async Task<CommitResult> NoteAsync(Bench bench, DirectoryChange change)
    {
        var noted = CommitResult.Failed;
        var written = new Note([change], []);
        bench.Engine.Committer.Note(written, result => noted = result);
        await bench.StepAsync();
        return noted;
    }

    private static AddNote Note(CommitmentId promise, int revision) =>
        new(promise, revision, new("note"), Say(new("note"), 0, "Some note"), Question: false);
}

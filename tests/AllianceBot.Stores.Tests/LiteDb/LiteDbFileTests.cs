using System.Globalization;
using System.Security.Cryptography;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.LiteDb;
using LiteDB;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>What the file is like: readable, without erased bytes, ours alone; and what happens when its disk is full.</summary>
public sealed class LiteDbFileTests : IDisposable
{
    private static readonly AllianceId A = new("riverbend");

    private readonly Folder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_person_can_read_the_documents_with_the_librarys_own_tools()
    {
        await using (var store = LiteDbStoreTests.Open(folder)) await StoreMoveTests.FillAsync(store);
        using var database = new LiteDatabase($"Filename={folder.Database};ReadOnly=true");
        Assert.Equal(
            ["alliances", "aside", "directory", "events", "keys", "outbox", "settings", "shown", "words"],
            database.GetCollectionNames().Order(StringComparer.Ordinal));
        var second = database.GetCollection("events").FindById("riverbend/0000000002");
        Assert.Equal(("test.happened.v1", "a1", """{"t":"two"}"""), (second["name"].AsString, second["ask"].AsString, second["json"].AsString));
        Assert.Equal("2027-01-15T08:08:00.0000000Z", database.GetCollection("alliances").FindById("riverbend")["due"].AsString);
        Assert.Equal("Sent", database.GetCollection("outbox").FindOne("key = 'sent'")["state"].AsString);
        Assert.Equal("ana"u8.ToArray(), database.GetCollection("directory").FindById("handle/h/1")["value"].AsBinary);
    }

    [Fact]
    public async Task Nothing_waits_in_the_log_once_a_group_is_acknowledged()
    {
        await using var store = LiteDbStoreTests.Open(folder);
        for (var i = 0; i < 20; i++)
        {
            await store.CommitAsync([Append(A, i, Event(new string('x', 9_000)))], Ct);
            Assert.Equal(0, new FileInfo(Path.Combine(folder.Path, "alliances-log.db")).Length);
        }
    }

    [Fact]
    public async Task Keys_of_different_parts_never_look_alike()
    {
        await using var store = LiteDbStoreTests.Open(folder);
        AllianceId[] alliances = [new("a"), new("a/b"), new("a%2Fb"), new("a/"), new("a0"), new("A")];
        foreach (var alliance in alliances)
        {
            await store.CommitAsync([Append(alliance, 0, Event(alliance.Value)) with { Words = [Words("b/c", "s"), Words("c", "s")], Keys = [Key("b/s")] }], Ct);
        }

        foreach (var alliance in alliances)
        {
            var stream = await store.LoadAsync(alliance, Ct);
            Assert.Equal((1, 2, 1), (stream.Version, stream.Words.Count, stream.Keys.Count));
            Assert.Contains(alliance.Value, Text(stream.Events[0].Json), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_that_are_too_long_for_an_index_still_find_their_own()
    {
        await using var store = LiteDbStoreTests.Open(folder);
        var (one, other) = (new string('k', 5_000), new string('k', 4_999) + "l");
        await store.CommitAsync([Note(Put("setting", one, "1"), Put("setting", other, "2")), Append(A, 0, Event("1")) with { Notices = [Notice(one), Notice(other), Notice(one)] }], Ct);
        Assert.Equal("1", Text(await store.FindAsync(new DirectoryKey("setting", one), Ct)));
        Assert.Equal("2", Text(await store.FindAsync(new DirectoryKey("setting", other), Ct)));
        Assert.Equal([one, other], (await store.OutboxAsync(new OutboxQuery(Minute(0), 9), Ct)).Select(row => row.Key));
    }

    [Fact]
    public async Task A_full_disk_fails_the_group_whole_and_reading_and_later_writing_go_on()
    {
        var saved = 0L;
        await using (var store = LiteDbStoreTests.Open(folder, new LiteDbOptions(folder.Database) { MaxBytes = 600_000 }))
        {
            StoreException? full = null;
            for (var i = 0; full is null && i < 500; i++)
            {
                try
                {
                    await store.CommitAsync([Append(A, saved, Event(new string('x', 3_000))), Append(new AllianceId($"b{i}"), 0, Event("1"))], Ct);
                    saved++;
                }
                catch (StoreException fault)
                {
                    full = fault;
                }
            }

            Assert.NotNull(full);
            Assert.True(full.IsFull, full.Message);
            Assert.Contains("There is no room left", full.Message, StringComparison.Ordinal);
            Assert.Equal(saved, (await store.LoadAsync(A, Ct)).Version);
            Assert.Equal(0, (await store.LoadAsync(new AllianceId($"b{saved}"), Ct)).Version);
            await Assert.ThrowsAsync<StoreException>(async () => await store.CommitAsync([Append(A, saved, Event(new string('x', 90_000)))], Ct));
            Assert.Equal(saved, (await store.LoadAsync(A, Ct)).Version);
        }

        await using var roomier = LiteDbStoreTests.Open(folder, new LiteDbOptions(folder.Database) { MaxBytes = long.MaxValue });
        Assert.Equal([CommitResult.Done], await roomier.CommitAsync([Append(A, saved, Event(new string('x', 90_000)))], Ct));
    }

    [Fact]
    public async Task Erased_words_keys_and_handles_are_in_none_of_the_files()
    {
        await using var store = LiteDbStoreTests.Open(folder);
        var erased = new List<byte[]>();
        var kept = new List<byte[]>();
        var chance = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            // Of many sizes, so that pages fill, split and are put in order, with what stays between what goes.
            var (text, key) = (Chance(chance, chance.Next(24, i % 10 == 0 ? 20_000 : 600)), Chance(chance, 32));
            var handle = "h-" + Convert.ToHexString(key.AsSpan(0, 16));
            (i % 2 == 0 ? erased : kept).AddRange(text[..20], text[^20..], key[..20], Bytes(handle).ToArray());
            await store.CommitAsync(
                [
                    Append(A, i, Event("said", Id("a", i))) with
                    {
                        Keys = [new KeyRow(Id("person:", i), key)],
                        Words = [new WordsRow(Id("w", i), Id("person:", i), text)],
                        Directory = [new DirectoryChange(new DirectoryKey("handle", handle), text.AsMemory(0, 20))],
                    },
                ],
                Ct);
        }

        var before = Files();
        Assert.All(erased, bytes => Assert.True(before.AsSpan().IndexOf(bytes) >= 0));
        for (var i = 0; i < 200; i += 2)
        {
            var stream = await store.LoadAsync(A, Ct);
            var key = stream.Keys.Single(it => it.Shelf == Id("person:", i)).Key;
            var erasure = Append(A, stream.Version, Event("erased")) with
            {
                EraseShelves = [Id("person:", i)],
                EraseWords = i % 4 == 0 ? [] : [Id("w", i)],
                Directory = [Remove("handle", "h-" + Convert.ToHexString(key.Span[..16]))],
            };
            Assert.Equal([CommitResult.Done], await store.CommitAsync([erasure], Ct));
        }

        var after = Files();
        Assert.All(erased, bytes => Assert.True(after.AsSpan().IndexOf(bytes) < 0, "Erased bytes were found."));
        Assert.All(kept, bytes => Assert.True(after.AsSpan().IndexOf(bytes) >= 0));
    }

    [Fact]
    public async Task A_second_bot_and_a_file_of_another_kind_are_refused_with_what_to_do()
    {
        await using (LiteDbStoreTests.Open(folder))
        {
            var taken = Assert.Throws<StoreException>(() => LiteDbStoreTests.Open(folder));
            Assert.Contains("Another AllianceBot uses the database", taken.Message, StringComparison.Ordinal);
        }

        var other = Path.Combine(folder.Path, "other.db");
        await using (folder.Open(new Sqlite.SqliteOptions(other)).ConfigureAwait(true)) Assert.True(File.Exists(other));
        var bytes = await File.ReadAllBytesAsync(other, Ct);
        var fault = Assert.Throws<StoreException>(() => LiteDbStoreTests.Open(folder, new LiteDbOptions(other)));
        Assert.Contains("is not a database of AllianceBot", fault.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(other, Ct));

        var foreign = Path.Combine(folder.Path, "foreign.db");
        using (var database = new LiteDatabase(new ConnectionString { Filename = foreign, Collation = Collation.Binary })) database.GetCollection("cats").Insert(new BsonDocument());
        Assert.Contains(
            "is not a database of AllianceBot",
            Assert.Throws<StoreException>(() => LiteDbStoreTests.Open(folder, new LiteDbOptions(foreign))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_beside_the_writer_see_whole_groups_only()
    {
        await using var store = LiteDbStoreTests.Open(folder);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var seen = 0L;
            while (!stop.IsCancellationRequested)
            {
                var stream = await store.LoadAsync(A, Ct);
                Assert.Equal(0, stream.Version % 3);
                Assert.True(stream.Version >= seen);
                Assert.Equal(stream.Version / 3, stream.Words.Count);
                seen = stream.Version;
                Assert.InRange((await store.OutboxAsync(new OutboxQuery(Minute(9), 500), Ct)).Count, seen / 3, 500);
            }
        })).ToArray();
        for (var i = 0; i < 60; i++)
        {
            await store.CommitAsync([Append(A, 3 * i, Event("1"), Event("2"), Event("3")) with { Words = [Words(Id("w", i), "s")], Notices = [Notice(Id("n", i))] }], Ct);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers).WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task A_backup_opens_as_it_was_then()
    {
        var copy = Path.Combine(folder.Path, "backup.db");
        await using (var store = LiteDbStoreTests.Open(folder))
        {
            await StoreMoveTests.FillAsync(store);
            store.Backup(copy);
            Assert.Throws<StoreException>(() => store.Backup(copy));
        }

        await using var restored = LiteDbStoreTests.Open(folder, new LiteDbOptions(copy));
        await StoreMoveTests.GoesOnAsync(restored);
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");

    private static byte[] Chance(Random chance, int length)
    {
        var bytes = new byte[length];
        chance.NextBytes(bytes);
        return SHA256.HashData(bytes).Concat(bytes).Take(length).ToArray();
    }

    private byte[] Files() => [.. Directory.GetFiles(folder.Path, "alliances*").Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(Read)];

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

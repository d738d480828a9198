using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using static AllianceBot.Stores.Tests.Rows;
using Process = System.Diagnostics.Process;

namespace AllianceBot.Stores.Tests;

/// <summary>What only a store on a disk has: its room, its erased bytes, its copies.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly AllianceId A = new("riverbend");

    private readonly Folder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_writing_connection_syncs_every_commit_and_wipes_what_is_erased()
    {
        await using var store = folder.Open();
        Assert.Equal("wal", store.PragmaText("journal_mode"));
        Assert.Equal(2, store.Pragma("synchronous"));
        Assert.Equal(1, store.Pragma("secure_delete"));
        Assert.Equal(0, store.Pragma("foreign_keys"));
        Assert.Equal(2, store.Pragma("temp_store"));
        Assert.Equal(0, store.Pragma("wal_autocheckpoint"));
        Assert.Equal("normal", store.PragmaText("locking_mode"));
        Assert.Equal(Schema.ApplicationId, store.Pragma("application_id"));
        Assert.Equal(Schema.Migrations[^1].Version, store.Pragma("user_version"));
    }

    [Fact]
    public async Task The_systems_library_is_used_only_where_it_is_newer()
    {
        await using var store = folder.Open();
        Assert.Matches(@"^SQLite \d+\.\d+\.\d+ \((system|bundled)\)$", store.Library);
        var mayBeSystem = OperatingSystem.IsLinux() && folder.Options.PreferSystemLibrary;
        if (!mayBeSystem) Assert.Contains("bundled", store.Library, StringComparison.Ordinal);
        if (store.Library.Contains("system", StringComparison.Ordinal))
        {
            var version = Version.Parse(store.Library.Split(' ')[1]);
            Assert.True(version > new Version(3, 35, 5), store.Library);
        }
    }

    [Fact]
    public async Task What_turns_show_themselves_takes_room_for_those_under_way_only()
    {
        await using var store = folder.Open();
        for (var turn = 0; turn < 1_000; turn++)
        {
            var notice = Notice($"tap {turn:0000}", turn + 3) with { InTurn = Minute(turn) };
            await store.CommitAsync([Notices(A, turn, notice)], Ct);
        }

        using var reader = Sqlite.Database.Open(folder.Database, toWrite: false);
        Assert.Equal(3, reader.Number("SELECT count(*) FROM turns"));
    }

    [Fact]
    public async Task A_full_disk_fails_the_group_whole_and_reading_and_later_writing_go_on()
    {
        await using (var store = folder.Open(folder.Options with { MaxPages = 60 }))
        {
            var saved = 0L;
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
            Assert.True(full.IsFull);
            Assert.Contains("There is no room left", full.Message, StringComparison.Ordinal);
            Assert.Equal(saved, (await store.LoadAsync(A, Ct)).Version);
            Assert.Equal(0, (await store.LoadAsync(new AllianceId($"b{saved}"), Ct)).Version);
            await Assert.ThrowsAsync<StoreException>(async () => await store.CommitAsync([Append(A, saved, Event(new string('x', 90_000)))], Ct));
        }

        await using var roomier = folder.Open();
        var version = (await roomier.LoadAsync(A, Ct)).Version;
        Assert.Equal([CommitResult.Done], await roomier.CommitAsync([Append(A, version, Event(new string('x', 90_000)))], Ct));
    }

    [Fact]
    public async Task Erased_words_and_keys_are_in_none_of_the_files()
    {
        await using var store = folder.Open();
        var erased = new List<byte[]>();
        var kept = new List<byte[]>();
        var chance = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            // Of many sizes, so that pages fill, split and overflow, with what stays between what goes.
            var (text, key) = (Chance(chance, chance.Next(24, i % 10 == 0 ? 20_000 : 600)), Chance(chance, 32));
            (i % 2 == 0 ? erased : kept).AddRange(text, key);
            await store.CommitAsync(
                [
                    Append(A, i, Event("said", Id("a", i))) with
                    {
                        Keys = [new KeyRow(Id("person:", i), key)],
                        Words = [new WordsRow(Id("w", i), Id("person:", i), text)],
                        Directory = [new DirectoryChange(new DirectoryKey("handle", Id("h", i)), text.AsMemory(0, 20))],
                    },
                ],
                Ct);
        }

        var before = Files();
        Assert.All(erased, bytes => Assert.True(before.AsSpan().IndexOf(bytes.AsSpan(0, 20)) >= 0));
        for (var i = 0; i < 300; i += 2)
        {
            var erasure = i % 4 == 0
                ? Append(A, 300 + (i / 2), Event("erased")) with { EraseShelves = [Id("person:", i)] }
                : Append(A, 300 + (i / 2), Event("erased")) with { EraseShelves = [Id("person:", i)], EraseWords = [Id("w", i)] };
            await store.CommitAsync([erasure with { Directory = [Remove("handle", Id("h", i))] }], Ct);
        }

        var after = Files();
        Assert.All(erased, bytes => Assert.True(after.AsSpan().IndexOf(bytes.AsSpan(0, 20)) < 0, "Erased bytes were found."));
        Assert.All(erased, bytes => Assert.True(after.AsSpan().IndexOf(bytes.AsSpan(bytes.Length - 20)) < 0, "Erased bytes were found."));
        Assert.All(kept, bytes => Assert.True(after.AsSpan().IndexOf(bytes.AsSpan(0, 20)) >= 0));
        var stream = await store.LoadAsync(A, Ct);
        Assert.Equal((450, 150, 150), (stream.Version, stream.Words.Count, stream.Keys.Count));
    }

    [Fact]
    public async Task What_is_erased_under_a_long_read_is_gone_from_the_log_once_that_read_has_ended()
    {
        await using var store = folder.Open();
        var secret = Chance(new Random(2), 200);
        await store.CommitAsync([Append(A, 0, Event("1")) with { Words = [new WordsRow("w", "s", secret)] }], Ct);
        using (var reader = Sqlite.Database.Open(folder.Database, toWrite: false))
        {
            reader.Run("BEGIN");
            Assert.Equal(1, reader.Number("SELECT count(*) FROM words"));
            await store.CommitAsync([Append(A, 1, Event("2")) with { EraseWords = ["w"] }], Ct);
            Assert.True(IsInFiles(secret));
            Assert.Equal([CommitResult.Done], await store.CommitAsync([Append(A, 2, Event("3"))], Ct));
            reader.Run("COMMIT");
        }

        for (var i = 0; i < 300 && IsInFiles(secret); i++) await Task.Delay(100, Ct);
        Assert.False(IsInFiles(secret));
    }

    [Fact]
    public async Task A_directory_value_that_changes_often_leaves_nothing_behind()
    {
        await using var store = folder.Open();
        for (var i = 0; i < 500; i++) await store.CommitAsync([Note(Put("setting", "heartbeat", $"2026-11-20T10:00:00.{i}Z"))], Ct);
        using var reader = Sqlite.Database.Open(folder.Database, toWrite: false);
        Assert.Equal(1, reader.Number("SELECT count(*) FROM directory"));
        Assert.Equal("2026-11-20T10:00:00.499Z", Text(await store.FindAsync(new DirectoryKey("setting", "heartbeat"), Ct)));
    }

    [Fact]
    public async Task A_backup_is_taken_while_the_bot_goes_on_and_opens_as_it_was_then()
    {
        var copy = System.IO.Path.Combine(folder.Path, "backup.db");
        byte[] secret;
        await using (var store = folder.Open())
        {
            secret = store.Secret.ToArray();
            for (var i = 0; i < 50; i++) await store.CommitAsync([Append(A, i, Event(new string('x', 20_000)))], Ct);
            var backup = Task.Run(() => store.BackupAsync(copy, Ct), Ct);
            for (var i = 50; i < 150; i++) await store.CommitAsync([Append(A, i, Event("during"))], Ct);
            await backup.WaitAsync(TimeSpan.FromSeconds(60), Ct);
            var taken = await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(copy, Ct));
            Assert.Contains("There is a file", taken.Message, StringComparison.Ordinal);
            Assert.Equal(150, (await store.LoadAsync(A, Ct)).Version);
        }

        await using var restored = folder.Open(new SqliteOptions(copy));
        var stream = await restored.LoadAsync(A, Ct);
        Assert.InRange(stream.Version, 50, 150);
        Assert.Equal(secret, restored.Secret.ToArray());
        Assert.Equal([CommitResult.Done], await restored.CommitAsync([Append(A, stream.Version, Event("after"))], Ct));
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part*"));
    }

    [Fact]
    public async Task A_backup_from_outside_is_taken_of_a_database_in_use_and_of_one_at_rest()
    {
        var (during, after) = (System.IO.Path.Combine(folder.Path, "during.db"), System.IO.Path.Combine(folder.Path, "after.db"));
        await using (var store = folder.Open())
        {
            await store.CommitAsync([Append(A, 0, Event("1"))], Ct);
            await SqliteStore.BackupAsync(folder.Database, during, Ct);
            await store.CommitAsync([Append(A, 1, Event("2"))], Ct);
        }

        await SqliteStore.BackupAsync(folder.Database, after, Ct);
        await using var first = folder.Open(new SqliteOptions(during));
        await using var second = folder.Open(new SqliteOptions(after));
        Assert.Equal((1, 2), ((await first.LoadAsync(A, Ct)).Version, (await second.LoadAsync(A, Ct)).Version));
    }

    [Theory]
    [InlineData(null, "There is no database")]
    [InlineData("this is no database, and it is longer than the hundred bytes that a database's header would have at its beginning", "is not a database of AllianceBot")]
    public async Task A_backup_from_outside_of_what_is_no_database_says_so(string? content, string because)
    {
        if (content is not null) await File.WriteAllTextAsync(folder.Database, content, Ct);
        var copy = System.IO.Path.Combine(folder.Path, "copy.db");
        var fault = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.BackupAsync(folder.Database, copy, Ct));
        Assert.Contains(because, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public async Task A_backup_into_a_missing_folder_says_so()
    {
        await using var store = folder.Open();
        var fault = await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(System.IO.Path.Combine(folder.Path, "not", "b.db"), Ct));
        Assert.Contains("b.db", fault.Message, StringComparison.Ordinal);
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");

    private static byte[] Chance(Random chance, int length)
    {
        var bytes = new byte[length];
        chance.NextBytes(bytes);
        return SHA256.HashData(bytes).Concat(bytes).Take(length).ToArray();
    }

    private bool IsInFiles(ReadOnlySpan<byte> bytes) => Files().AsSpan().IndexOf(bytes) >= 0;

    // Read by another process: one that opens and closes a database's file loses all its own locks on it.
    private byte[] Files()
    {
        var paths = Directory.GetFiles(folder.Path, "alliances.db*").Where(path => !path.EndsWith(".lock", StringComparison.Ordinal));
        using var cat = Process.Start(new ProcessStartInfo("cat", paths) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        cat.StandardOutput.BaseStream.CopyTo(bytes);
        Assert.True(cat.WaitForExit(TimeSpan.FromSeconds(60)));
        return bytes.ToArray();
    }
}

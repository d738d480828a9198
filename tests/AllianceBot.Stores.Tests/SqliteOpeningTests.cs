using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>Bad files and bad places at start: each is refused with what to do, and nothing is changed.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private static readonly AllianceId A = new("riverbend");

    private static int Known => Schema.Migrations[^1].Version;

    private readonly Folder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a text that somebody put here, which is much longer than the header of a database has to be; so long that it has more than 100 bytes")]
    [InlineData("short")]
    public async Task A_file_that_is_no_database_is_refused_unless_it_is_empty(string text)
    {
        await File.WriteAllTextAsync(folder.Database, text, Ct);
        if (text.Length == 0)
        {
            await folder.Open().DisposeAsync();
            return;
        }

        Refused("is not a database of AllianceBot");
        Assert.Equal(text, await File.ReadAllTextAsync(folder.Database, Ct));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(folder.Database);
        Refused("is not a database of AllianceBot");
    }

    [Theory]
    [InlineData("CREATE TABLE customers(id)")]
    [InlineData("CREATE TABLE customers(id); PRAGMA application_id = 7")]
    public void A_database_of_another_program_is_refused_and_stays_as_it_was(string made)
    {
        Library.Use(preferSystem: true);
        using (var other = Sqlite.Database.Open(folder.Database, toWrite: true)) other.Run(made);
        var before = File.ReadAllBytes(folder.Database);
        Refused("is not a database of AllianceBot");
        Assert.Equal(before, File.ReadAllBytes(folder.Database));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_the_way_out()
    {
        var newer = folder.Options with { Migrations = [.. Schema.Migrations, new Migration(Known + 1, Known + 1, "CREATE TABLE more(x)")] };
        await folder.Open(newer).DisposeAsync();
        Refused($"was written by a newer AllianceBot (it needs version {Known + 1}, this program knows {Known})");
        await folder.Open(newer).DisposeAsync();
    }

    [Fact]
    public async Task A_newer_database_that_only_has_more_in_it_is_read_and_written()
    {
        var added = folder.Options with { Migrations = [.. Schema.Migrations, new Migration(Known + 1, 1, "CREATE TABLE more(x)")] };
        await folder.Open(added).DisposeAsync();
        await using (var store = folder.Open()) await store.CommitAsync([Append(A, 0, Event("1"))], Ct);
        await using var again = folder.Open(added);
        Assert.Equal((1, Known + 1), ((await again.LoadAsync(A, Ct)).Version, again.Pragma("user_version")));
    }

    [Fact]
    public async Task An_older_database_is_brought_up_to_date_and_keeps_what_it_holds()
    {
        await using (var store = folder.Open()) await store.CommitAsync([Append(A, 0, Event("1"))], Ct);
        var newer = folder.Options with
        {
            Migrations = [.. Schema.Migrations, new Migration(Known + 1, 1, "CREATE TABLE more(x)"), new Migration(Known + 2, Known + 2, "ALTER TABLE more ADD COLUMN y")],
        };
        await using (var store = folder.Open(newer))
        {
            Assert.Equal(Known + 2, store.Pragma("user_version"));
            Assert.Equal(1, (await store.LoadAsync(A, Ct)).Version);
        }

        Refused($"needs version {Known + 2}");
    }

    [Fact]
    public async Task A_step_to_a_newer_version_that_fails_changes_nothing()
    {
        await folder.Open().DisposeAsync();
        var broken = folder.Options with { Migrations = [.. Schema.Migrations, new Migration(Known + 1, Known + 1, "CREATE TABLE more(x); CREATE TABLE events(x)")] };
        Assert.Throws<StoreException>(() => folder.Open(broken));
        await using var store = folder.Open();
        Assert.Equal(Known, store.Pragma("user_version"));
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_stays_as_it_was()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(folder.Database, Ct);
        for (var page = 2; page < bytes.Length / 4096; page += 2) bytes.AsSpan(page * 4096, 2048).Fill(0x5A);
        await File.WriteAllBytesAsync(folder.Database, bytes, Ct);
        Refused("is damaged");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.Database, Ct));
    }

    [Fact]
    public async Task A_database_that_was_cut_off_is_refused_however_large_it_is()
    {
        await FillAsync();
        var bytes = await File.ReadAllBytesAsync(folder.Database, Ct);
        await File.WriteAllBytesAsync(folder.Database, bytes[..(bytes.Length / 4096 / 2 * 4096)], Ct);
        Refused("is damaged", folder.Options with { AlwaysCheckedBytes = 0 });
    }

    [Fact]
    public async Task Damage_found_later_is_told_by_the_read_and_never_taken_for_a_shorter_story()
    {
        await FillAsync();
        Library.Use(preferSystem: true);
        using (var hand = Sqlite.Database.Open(folder.Database, toWrite: true)) hand.Run("DELETE FROM events WHERE version = 7");
        await using var store = folder.Open();
        var fault = await Assert.ThrowsAsync<StoreException>(() => store.LoadAsync(A, Ct));
        Assert.Contains("is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Equal([CommitResult.Done], await store.CommitAsync([Append(new AllianceId("other"), 0, Event("1"))], Ct));
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_refused()
    {
        await folder.Open().DisposeAsync();
        File.SetAttributes(folder.Database, FileAttributes.ReadOnly);
        Refused("can only be read");
        File.SetAttributes(folder.Database, FileAttributes.Normal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var path = Path.Combine(folder.Path, "not", "there.db");
        Refused($"The folder {Path.GetDirectoryName(path)} of the database {path} is not there. Create it", new SqliteOptions(path));
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        // Even an administrator's account cannot write here.
        Assert.SkipUnless(Directory.Exists("/proc/self"), "No folder that nobody may write in: this system has no /proc.");
        Refused("Nothing can be written in the folder /proc", new SqliteOptions("/proc/alliances.db"));
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        await using (folder.Open())
        {
            Refused("Another AllianceBot uses the database");
            Refused("Another AllianceBot uses the database");
        }

        Assert.True(File.Exists(folder.Database + ".lock"));
        await folder.Open().DisposeAsync();
    }

    [Fact]
    public async Task Every_refusal_lets_go_of_the_lock()
    {
        await File.WriteAllTextAsync(folder.Database, "not a database", Ct);
        Refused("is not a database");
        File.Delete(folder.Database);
        await folder.Open().DisposeAsync();
    }

    [Fact]
    public async Task The_secret_is_made_once_and_differs_from_file_to_file()
    {
        byte[] secret;
        await using (var store = folder.Open()) secret = store.Secret.ToArray();
        await using (var again = folder.Open()) Assert.Equal(secret, again.Secret.ToArray());
        await using var other = folder.Open(new SqliteOptions(Path.Combine(folder.Path, "other.db")));
        Assert.NotEqual(secret, other.Secret.ToArray());
    }

    private async Task FillAsync()
    {
        await using var store = folder.Open();
        for (var i = 0; i < 20; i++)
        {
            var events = Enumerable.Range(0, 50).Select(n => Event(string.Create(CultureInfo.InvariantCulture, $"{n} {new string('x', 200)}")));
            await store.CommitAsync([Append(A, i * 50, [.. events])], Ct);
        }
    }

    private void Refused(string because, SqliteOptions? options = null)
    {
        var fault = Assert.Throws<StoreException>(() => folder.Open(options));
        Assert.Contains(because, fault.Message, StringComparison.Ordinal);
    }
}

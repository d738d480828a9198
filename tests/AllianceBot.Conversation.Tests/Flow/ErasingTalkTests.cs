using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Erasing a person by command, down to the bytes on the disk.</summary>
public sealed class ErasingTalkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("alliancebot-erase-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task H8_What_is_erased_by_command_is_gone_from_the_disk_and_the_other_sides_record_is_whole()
    {
        var ids = new List<string>();
        using (var chat = await Chat.RiverbendAsync(Open()))
        {
            await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec");
            await chat.SayAsync(Riverbend.Ana, "done when the key is there");
            await chat.SayAsync(Riverbend.Ana, "send");
            await chat.SettleAsync();
            await chat.SayAsync(Riverbend.Mei, "note P1 my own number is 555 0100");
            await chat.SayAsync(Riverbend.Ana, "show P1");
            await chat.SayAsync(Riverbend.Ana, "note P1 we need it on Friday");
            await chat.SettleAsync();
            var mei = await chat.PersonAsync(Riverbend.Mei);
            var before = await chat.Store.LoadAsync(chat.Alliance, CancellationToken.None);
            var name = before.Words.Where(row => row.Shelf == Shelf.Of(mei).Value).ToList();
            var key = before.Keys.Single(row => row.Shelf == Shelf.Of(mei).Value);
            var invited = (await chat.StateAsync()).Invitations.Single(one => one.Person == mei).Id;
            name.AddRange(before.Words.Where(row => row.Shelf == Shelf.Of(invited).Value));
            Assert.True(name.Count >= 2);
            byte[][] gone = [key.Key.ToArray(), .. name.Select(static row => row.Sealed.ToArray())];
            Assert.All(gone, bytes => Assert.True(Has(bytes), "It is on the disk before."));

            var form = await chat.SayAsync(Riverbend.Mei, "erase me");
            Assert.Contains("You leave the alliance with it", form.Text, StringComparison.Ordinal);
            var done = await chat.SayAsync(Riverbend.Mei, "send");
            Assert.Contains("The record of what was promised stays whole", done.Text, StringComparison.Ordinal);
            await chat.SettleAsync();

            Assert.All(gone, bytes => Assert.False(Has(bytes), "Erased bytes were found."));
            var after = await chat.Store.LoadAsync(chat.Alliance, CancellationToken.None);
            Assert.DoesNotContain(after.Words, row => row.Shelf == Shelf.Of(mei).Value);
            Assert.Equal(before.Words.Count - name.Count - 1, after.Words.Count);
            Assert.Null(await chat.Engine.Directory.PersonAsync(Chat.HandleOf(Riverbend.Mei), CancellationToken.None));
            Assert.Empty(await chat.Engine.Directory.AlliancesAsync(mei, CancellationToken.None));
            Assert.Null(await chat.Engine.Directory.AddressAsync(mei, CancellationToken.None));
            var shown = await chat.SayAsync(Riverbend.Ana, "show P1");
            Assert.Contains((await chat.PromiseAsync(1)).History, static line => line.Said?.Text == "we need it on Friday");
            Assert.Equal("a room", (await chat.PromiseAsync(1)).Terms.What.Text);
            Assert.DoesNotContain("555 0100", shown.Json, StringComparison.Ordinal);
            Assert.DoesNotContain("Mei Chen", shown.Json, StringComparison.Ordinal);
            Assert.Contains(chat.Posts, static post => post.Where == Chat.AddressOf(Riverbend.Ruth).Conversation
                && post.Text.Contains("own words were erased", StringComparison.Ordinal));
            ids.Add(chat.Alliance.Value);
        }

        await using var again = Open();
        var stream = await again.LoadAsync(new(ids[0]), CancellationToken.None);
        Assert.Contains(stream.Events, static row => row.Name == "person.erased.v1");
    }

    [Fact]
    public async Task An_administrator_erases_somebody_who_left_and_learns_what_comes_first()
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains("still in the alliance", (await chat.SayAsync(Riverbend.Dale, "erase Mei")).Text, StringComparison.Ordinal);
        var unknown = (await chat.SayAsync(Riverbend.Ana, "show P99")).Text;
        Assert.Equal(unknown, (await chat.SayAsync(Riverbend.Ana, "erase Mei")).Text);
        Assert.Equal(unknown, (await chat.SayAsync(Riverbend.Dale, "erase Nobody Known")).Text);
        await chat.SayAsync(Riverbend.Mei, "leave");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Equal(unknown, (await chat.SayAsync(Riverbend.Ana, "erase Mei Chen")).Text);
        var form = await chat.SayAsync(Riverbend.Dale, "erase Mei Chen");
        Assert.Contains("nobody can bring them back", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Dale, "send");
        Assert.DoesNotContain((await chat.StateAsync()).People, static person => person.Name.Text == "Mei Chen");
    }

    [Fact]
    public async Task Looking_at_the_form_and_going_away_erases_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Mei, "erase me");
        await chat.SayAsync(Riverbend.Mei, "cancel");
        Assert.Contains((await chat.StateAsync()).People, static person => person.Name.Text == "Mei Chen");
    }

    private SqliteStore Open() =>
        SqliteStore.Open(new(Path.Combine(folder, "alliancebot.db")), NullLogger<SqliteStore>.Instance);

    private bool Has(byte[] bytes) => Directory.GetFiles(folder, "alliancebot.db*").Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray().AsSpan().IndexOf(bytes) >= 0;
    });
}

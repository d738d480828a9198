using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>H5: people come in by a pick from the place's roster.</summary>
public sealed class PickingTests
{
    private static readonly PersonId Lee = Riverbend.Stranger;

    [Fact]
    public async Task H5_Who_is_in_the_place_and_not_yet_in_is_offered_picked_and_comes_in_without_a_code()
    {
        using var chat = await InPlaceAsync();
        var form = await chat.SayAsync(Riverbend.Dale, "invite", Chat.Place);
        Assert.Contains("Lee Park", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Reyes", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No Id", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Posts, static post => post.Where == Chat.Place.Conversation && post.Text.Contains("Lee Park", StringComparison.Ordinal));

        var sent = await chat.PressAsync(
            Riverbend.Dale, form, Verbs.Send, ("member", KeyOf(form, "Lee Park")), ("partner", await HarborAsync(chat)), ("role", "Staff"));
        Assert.Contains("Lee Park is invited", sent.Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        var card = chat.Last(Lee);
        Assert.Contains("Riverbend Works", card.Text, StringComparison.Ordinal);
        Assert.Contains("Welcome", (await chat.PressAsync(Lee, card, Verbs.Join)).Text, StringComparison.Ordinal);
        Assert.True((await chat.StateAsync()).IsMember(await chat.PersonAsync(Lee)));
        Assert.DoesNotContain("Lee Park", (await chat.SayAsync(Riverbend.Dale, "invite", Chat.Place)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H5_The_typed_twin_finds_the_name_on_the_roster_also_in_private_once_the_home_place_is_known()
    {
        using var chat = await InPlaceAsync();
        var form = await chat.SayAsync(Riverbend.Dale, "pick Lee Park for Harbor as staff");
        Assert.True(form.Has(Verbs.Send), form.Text);
        Assert.Contains("Lee Park is invited", (await chat.SayAsync(Riverbend.Dale, "send")).Text, StringComparison.Ordinal);
        // The answer lies on disk before it is sent: with the invitation in it, and no name.
        foreach (var state in Enum.GetValues<OutboxState>())
        {
            foreach (var row in await chat.Store.OutboxAsync(new(chat.Now + Duration.FromDays(400), 1000, state), CancellationToken.None))
            {
                Assert.DoesNotContain("Lee Park", System.Text.Encoding.UTF8.GetString(row.Json.Span), StringComparison.Ordinal);
            }
        }

        Assert.Contains("You are invited", (await chat.SayAsync(Lee, "hello")).Text, StringComparison.Ordinal);
        Assert.False((await chat.StateAsync()).IsMember(await chat.PersonAsync(Lee)));
        Assert.Contains("Welcome", (await chat.SayAsync(Lee, "join")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H5_An_invitation_taken_back_lets_nobody_in()
    {
        using var chat = await InPlaceAsync();
        await chat.SayAsync(Riverbend.Dale, "pick Lee Park for Harbor as staff");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Riverbend.Dale, "drop invitation Lee");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Lee, "join");
        Assert.False((await chat.StateAsync()).IsMember(await chat.PersonAsync(Lee)));
    }

    [Fact]
    public async Task H5_Several_of_one_name_are_asked_about_and_nobody_of_that_name_is_said()
    {
        using var chat = await InPlaceAsync();
        var which = await chat.SayAsync(Riverbend.Dale, "pick Park");
        Assert.Contains("Whom do you mean", which.Text, StringComparison.Ordinal);
        Assert.Contains("Kim Park", which.Text, StringComparison.Ordinal);
        Assert.Contains("cannot find", (await chat.SayAsync(Riverbend.Dale, "pick Nobody Atall")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H5_Only_who_may_invite_learns_who_is_there_and_a_forged_key_invites_nobody()
    {
        using var chat = await InPlaceAsync();
        Assert.DoesNotContain("Lee Park", (await chat.SayAsync(Riverbend.Ana, "invite", Chat.Place)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lee Park", (await chat.SayAsync(Riverbend.Ana, "pick Lee Park")).Text, StringComparison.Ordinal);
        var form = await chat.SayAsync(Riverbend.Dale, "invite");
        var version = (await chat.StateAsync()).Version;
        await chat.PressAsync(Riverbend.Dale, form, Verbs.Send, ("member", "AAAAAAAAAAAAAAAAAAAAAA"), ("partner", await HarborAsync(chat)), ("role", "Staff"));
        Assert.Equal(version, (await chat.StateAsync()).Version);
    }

    [Fact]
    public async Task H5_Where_the_roster_is_not_told_the_usual_form_makes_a_code()
    {
        using var chat = await InPlaceAsync();
        chat.Roster = null;
        var form = await chat.SayAsync(Riverbend.Dale, "invite");
        Assert.Contains("Make the invitation", form.Text, StringComparison.Ordinal);
        Assert.Contains("cannot see who is in the place", (await chat.SayAsync(Riverbend.Dale, "pick Lee Park")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H5_A_place_with_many_is_paged()
    {
        using var chat = await InPlaceAsync();
        chat.Roster!.AddRange(Enumerable.Range(1, 130).Select(static n => Member($"many{n}", $"Member {n:000}")));
        var first = await chat.SayAsync(Riverbend.Dale, "pick");
        Assert.Contains("part 1 of 3", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Member 100", first.Text, StringComparison.Ordinal);
        Assert.Contains("Member 100", (await chat.SayAsync(Riverbend.Dale, "pick page 2")).Text, StringComparison.Ordinal);
        Assert.True((await chat.SayAsync(Riverbend.Dale, "pick Member 130")).Has(Verbs.Send));
    }

    private static async Task<Chat> InPlaceAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        chat.Roster =
        [
            Member(Riverbend.Ana.Value, "Ana Reyes", isCast: true), Member("kim", "Kim Park"), Member(Lee.Value, "Lee Park", isCast: true),
            new(new("chat", "tenant", "29:guest", HasObjectId: false), Chat.Place with { User = "29:guest" }, "No Id"),
        ];
        await chat.WaitAsync(Duration.FromMinutes(2));
        return chat;
    }

    private static PlaceMember Member(string user, string name, bool isCast = false) => new(
        isCast ? Chat.HandleOf(new(user)) : new("chat", "tenant", user, HasObjectId: true), Chat.Place with { User = $"29:{user}" }, name);

    private static async Task<string> HarborAsync(Chat chat) => (await chat.PersonsPartnerAsync(Riverbend.Ana)).Value;

    /// <summary>What the choice with this title sends.</summary>
    private static string KeyOf(Post form, string title)
    {
        var at = form.Json.IndexOf($"\"title\":\"{title}\",\"value\":\"", StringComparison.Ordinal);
        Assert.True(at >= 0, form.Json);
        var start = at + $"\"title\":\"{title}\",\"value\":\"".Length;
        return form.Json[start..form.Json.IndexOf('"', start)];
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Coming in and going out: asking at the place's door, being let in, invitations, roles, leaving.</summary>
public sealed class DoorTests
{
    [Fact]
    public async Task Who_asks_in_the_place_is_let_in_by_an_administrator_and_can_talk_at_once()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Stranger, "join", Chat.Place);
        await chat.SettleAsync();
        var card = chat.Last(Riverbend.Dale);
        Assert.Contains("A Stranger", card.Text, StringComparison.Ordinal);
        var form = await chat.PressAsync(Riverbend.Dale, card, Verbs.Accept);
        var harbor = await chat.PersonsPartnerAsync(Riverbend.Ana);
        var letIn = await chat.PressAsync(Riverbend.Dale, form, Verbs.Send, ("name", "A Stranger"), ("partner", harbor.Value), ("role", "Staff"));
        Assert.Contains("they are in", letIn.Text, StringComparison.Ordinal);
        Assert.Contains("Riverbend Works", (await chat.SayAsync(Riverbend.Stranger, "alliance")).Text, StringComparison.Ordinal);
    }

    /// <summary>Known from another alliance, or from before, is not in: the door of this one is the same for them.</summary>
    [Fact]
    public async Task Who_is_known_from_another_alliance_asks_to_come_in_by_the_same_word_in_the_place()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Stranger, "create alliance Elsewhere in zone America/Chicago");
        await chat.SayAsync(Riverbend.Stranger, "organisation: Elsewhere Office");
        Assert.Contains("Your alliance is there", (await chat.SayAsync(Riverbend.Stranger, "send")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Stranger, "join", Chat.Place);
        await chat.SettleAsync();
        Assert.Contains((await chat.StateAsync()).Invitations, static one => one.State == InvitationState.Asked);
        Assert.Contains("A Stranger", chat.Last(Riverbend.Dale).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_removed_can_ask_to_come_in_again()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Ruth, "remove Mei");
        await chat.SayAsync(Riverbend.Ruth, "send");
        await chat.SayAsync(Riverbend.Mei, "join", Chat.Place);
        Assert.Contains((await chat.StateAsync()).Invitations, static one => one.State == InvitationState.Asked);
    }

    [Fact]
    public async Task A_code_opens_in_the_place_too_for_who_is_known_from_elsewhere()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Stranger, "create alliance Elsewhere in zone America/Chicago");
        await chat.SayAsync(Riverbend.Stranger, "organisation: Elsewhere Office");
        await chat.SayAsync(Riverbend.Stranger, "send");
        await chat.SayAsync(Riverbend.Dale, "invite Lee Park for Harbor as staff");
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Dale, "send")).Text);
        await chat.SayAsync(Riverbend.Stranger, $"join {code}", Chat.Place);
        Assert.True((await chat.StateAsync()).IsMember(await chat.PersonAsync(Riverbend.Stranger)));
    }

    [Fact]
    public async Task Who_was_picked_comes_in_by_the_same_word_in_the_place()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        chat.Roster = [new(Chat.HandleOf(Riverbend.Stranger), Chat.Place with { User = "29:stranger" }, "Lee Park")];
        await chat.SayAsync(Riverbend.Dale, "pick Lee Park for Harbor as staff");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Riverbend.Stranger, "join", Chat.Place);
        Assert.True((await chat.StateAsync()).IsMember(await chat.PersonAsync(Riverbend.Stranger)));
    }

    /// <summary>An account that has no lasting id is told apart by a code alone, so it cannot ask to be let in.</summary>
    [Fact]
    public async Task H5_A_guest_without_a_lasting_id_is_told_to_get_a_code_and_asks_nobody()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        var version = (await chat.StateAsync()).Version;
        var guest = new Handle("chat", "other-tenant", "29:guest", HasObjectId: false);
        var ask = new Ask(guest, Chat.Place with { User = "29:guest" }, new Typed("join"), "delivery-guest");
        var refused = await chat.Converse.AnswerAsync(ask, CancellationToken.None);
        Assert.Contains("here as a guest", refused.Privately!.Text, StringComparison.Ordinal);
        Assert.Equal(version, (await chat.StateAsync()).Version);
        Assert.Null(await chat.Engine.Directory.PersonAsync(guest, CancellationToken.None));
    }

    [Fact]
    public async Task Who_stands_at_the_door_of_a_place_is_told_the_word_that_asks_to_come_in()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        var hello = await chat.SayAsync(Riverbend.Stranger, "hello", Chat.Place);
        Assert.Contains("“join for”", hello.Text, StringComparison.Ordinal);
        Assert.Contains("lets you in", hello.Text, StringComparison.Ordinal);
        foreach (var said in (string[])["show P1", "mine", "alliance", "accept P1"])
        {
            Assert.Equal(hello.Text, (await chat.SayAsync(Riverbend.Stranger, said, Chat.Place)).Text);
        }
    }

    /// <summary>What somebody does in the alliance's name reads every manager, on a card that each of them may see.</summary>
    [Fact]
    public async Task Every_manager_reads_what_an_administrator_does_at_the_door()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.WaitAsync(NodaTime.Duration.FromDays(3));
        var before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Dale, "invite Lee Park for Harbor as staff");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SettleAsync();
        foreach (var manager in (PersonId[])[Riverbend.Tom, Riverbend.Ruth])
        {
            var told = Assert.Single(chat.Posts.Skip(before), post => post.Where == Chat.AddressOf(manager).Conversation);
            Assert.Contains("An administrator invited somebody as staff", told.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Lee Park", told.Text, StringComparison.Ordinal);
        }

        before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Dale, "remove Sam");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SettleAsync();
        foreach (var manager in (PersonId[])[Riverbend.Tom, Riverbend.Ruth])
        {
            Assert.Contains("ended somebody's membership", Assert.Single(chat.Posts.Skip(before), post => post.Where == Chat.AddressOf(manager).Conversation).Text, StringComparison.Ordinal);
        }

        before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Stranger, "join", Chat.Place);
        await chat.SayAsync(Riverbend.Dale, "turn away A Stranger");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SettleAsync();
        Assert.Contains("not let in", Assert.Single(chat.Posts.Skip(before), static post => post.Where == Chat.AddressOf(Riverbend.Ruth).Conversation).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_names_an_organisation_at_the_door_is_let_in_by_its_manager()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Stranger, "join for Harbor Youth Center", Chat.Place);
        await chat.SettleAsync();
        var card = chat.Last(Riverbend.Tom);
        Assert.Contains("A Stranger", card.Text, StringComparison.Ordinal);
        var form = await chat.PressAsync(Riverbend.Tom, card, Verbs.Accept);
        var harbor = await chat.PersonsPartnerAsync(Riverbend.Ana);
        var letIn = await chat.PressAsync(Riverbend.Tom, form, Verbs.Send, ("name", "A Stranger"), ("partner", harbor.Value), ("role", "Staff"));
        Assert.Contains("they are in", letIn.Text, StringComparison.Ordinal);
        Assert.Equal(harbor, (await chat.StateAsync()).People[await chat.PersonAsync(Riverbend.Stranger)].Partner);
    }

    /// <summary>Nobody outside learns by asking which organisations there are: what is unknown is asked of the administrators.</summary>
    [Fact]
    public async Task An_organisation_that_is_not_in_it_is_answered_like_one_that_is()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        var other = await chat.SayAsync(Riverbend.Stranger, "join for Elsewhere Inc", Chat.Place);
        var known = await chat.SayAsync(Riverbend.Priya, "join for Harbor", Chat.Place);
        Assert.Equal(other.Text, known.Text);
        var asked = (await chat.StateAsync()).Invitations.Where(static one => one.State == InvitationState.Asked).ToList();
        Assert.Equal([null, await chat.PersonsPartnerAsync(Riverbend.Ana)], asked.Select(static one => one.Partner).OrderBy(static of => of?.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_opens_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "invite Lee Park for Harbor as staff");
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Dale, "send")).Text);
        await chat.SayAsync(Riverbend.Dale, "drop invitation Lee");
        Assert.Contains("taken back", (await chat.SayAsync(Riverbend.Dale, "send")).Text, StringComparison.Ordinal);
        Assert.Contains("does not open", (await chat.SayAsync(Riverbend.Stranger, $"join {code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_who_is_the_last_cannot_leave_and_is_told_what_to_do()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Tom, "leave");
        var refused = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("no manager left", refused.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "role Ana as manager");
        Assert.Contains("the role is given", (await chat.SayAsync(Riverbend.Tom, "send")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "leave");
        Assert.Contains("You have left", (await chat.SayAsync(Riverbend.Tom, "send")).Text, StringComparison.Ordinal);
        Assert.Contains("AllianceBot", (await chat.SayAsync(Riverbend.Tom, "mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_promise_of_one_who_left_is_handed_over_by_name()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SayAsync(Riverbend.Ruth, "invite Lee Park for Lakeside as staff");
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Ruth, "send")).Text);
        await chat.SayAsync(Riverbend.Stranger, $"join {code}");
        await chat.SayAsync(Riverbend.Ruth, "remove Mei");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(await chat.PersonAsync(Riverbend.Ruth), (await chat.PromiseAsync(1)).Terms.Doer);
        await chat.SayAsync(Riverbend.Ruth, $"hand over P1 to {(await chat.StateAsync()).People[await chat.PersonAsync(Riverbend.Stranger)].Name.Text}");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(await chat.PersonAsync(Riverbend.Stranger), (await chat.PromiseAsync(1)).Terms.Doer);
    }

    [Theory]
    [InlineData("working days Mon-Thu", "working days")]
    [InlineData("purpose young adults find decent work", "purpose")]
    [InlineData("goal 120 young adults in jobs by 30 June", "goal")]
    [InlineData("we do not do joint fundraising", "does not do")]
    [InlineData("zone Europe/Berlin", "time zone")]
    [InlineData("name Hillside Works", "new name")]
    [InlineData("funding from Lakeside to Harbor", "who funds whom")]
    [InlineData("add partner River Bank as business", "partner is in")]
    [InlineData("role Tom as mediator", "role is given")]
    public async Task Everything_is_set_up_by_words_and_one_send(string typed, string said)
    {
        using var chat = await Chat.RiverbendAsync();
        var version = (await chat.StateAsync()).Version;
        await chat.SayAsync(Riverbend.Dale, typed);
        Assert.Equal(version, (await chat.StateAsync()).Version);
        Assert.Contains(said, (await chat.SayAsync(Riverbend.Dale, "send")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.True((await chat.StateAsync()).Version > version);
    }

    [Theory]
    [InlineData("zone Atlantis/Lost")]
    [InlineData("working days whenever")]
    [InlineData("drop exclusion what nobody said")]
    [InlineData("funding from Harbor to Harbor")]
    public async Task What_cannot_be_set_up_comes_back_with_the_form(string typed)
    {
        using var chat = await Chat.RiverbendAsync();
        var version = (await chat.StateAsync()).Version;
        await chat.SayAsync(Riverbend.Dale, typed);
        var refused = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.True(refused.Has(Verbs.Send), refused.Text);
        Assert.Equal(version, (await chat.StateAsync()).Version);
    }
}

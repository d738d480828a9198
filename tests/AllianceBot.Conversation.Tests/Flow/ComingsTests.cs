using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The bot and people come to places and private chats, and go.</summary>
public sealed class ComingsTests
{
    private static readonly Came Removed = new(Coming.BotRemoved, []);
    private static readonly Came Added = new(Coming.BotAdded, []);

    [Fact]
    public async Task H4_Who_took_the_bot_out_is_written_to_no_more_and_what_was_for_them_goes_to_their_manager_until_they_are_heard()
    {
        using var chat = await Chat.RiverbendAsync();
        await GoAsync(chat, Riverbend.Ana, Removed);
        Assert.Equal("not-installed", await WhyAsync(chat, Riverbend.Ana));
        foreach (var told in (PersonId[])[Riverbend.Sam, Riverbend.Dale]) Assert.Contains("not get through", chat.Last(told).Text, StringComparison.Ordinal);

        var before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Mei, "request a room from Ana by 4 Dec");
        await chat.SayAsync(Riverbend.Mei, "done when: it is free on Mondays");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SettleAsync();
        Assert.DoesNotContain(chat.Posts.Skip(before), static post => post.Where == Chat.AddressOf(Riverbend.Ana).Conversation);
        Assert.Contains("P1", chat.Last(Riverbend.Tom).Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Ana, "waiting");
        Assert.Null(await WhyAsync(chat, Riverbend.Ana));
        await chat.SayAsync(Riverbend.Mei, "note P1 it has a projector");
        await chat.WaitAsync(Duration.FromMinutes(3));
        Assert.Contains("projector", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H4_Adding_the_bot_again_mends_it_and_it_is_told_once_however_often_the_platform_says_it()
    {
        using var chat = await Chat.RiverbendAsync();
        var before = chat.Posts.Count;
        await GoAsync(chat, Riverbend.Ana, Removed);
        await GoAsync(chat, Riverbend.Ana, Removed);
        Assert.Equal(2, chat.Posts.Skip(before).Count(static post => post.Text.Contains("not get through", StringComparison.Ordinal)));
        await GoAsync(chat, Riverbend.Ana, Added);
        Assert.Null(await WhyAsync(chat, Riverbend.Ana));
    }

    [Fact]
    public async Task A_home_place_that_lost_the_bot_is_told_once_to_administrators_and_is_home_again_when_it_comes_back()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        var before = chat.Posts.Count;
        await GoAsync(chat, Riverbend.Dale, Removed, Chat.Place);
        await GoAsync(chat, Riverbend.Dale, new(Coming.PlaceGone, []), Chat.Place);
        Assert.Equal(
            [Chat.AddressOf(Riverbend.Dale).Conversation],
            chat.Posts.Skip(before).Where(static post => post.Text.Contains("home place cannot be reached", StringComparison.Ordinal)).Select(static post => post.Where));
        Assert.Null((await chat.StateAsync()).LivingHome);
        await GoAsync(chat, Riverbend.Dale, Added, Chat.Place);
        Assert.NotNull((await chat.StateAsync()).LivingHome);
        Assert.Contains("can be reached again", chat.Last(Riverbend.Dale).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_lost_the_bot_lost_it_in_all_its_channels()
    {
        using var chat = await Chat.RiverbendAsync();
        var channel = Chat.Place with { Team = "19:team" };
        await chat.SayAsync(Riverbend.Dale, "home", channel);
        await GoAsync(chat, Riverbend.Dale, Removed, channel with { Conversation = "19:other" }, team: "19:elsewhere");
        Assert.NotNull((await chat.StateAsync()).LivingHome);
        await GoAsync(chat, Riverbend.Dale, Removed, channel with { Conversation = "19:team" }, team: "19:team");
        Assert.Null((await chat.StateAsync()).LivingHome);
        await chat.SayAsync(Riverbend.Ana, "alliance", channel);
        Assert.NotNull((await chat.StateAsync()).LivingHome);
    }

    [Fact]
    public async Task Who_leaves_the_place_and_was_known_from_there_alone_is_not_reached_and_who_has_a_private_chat_is()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Dale, "invite Lee Park for Harbor as staff");
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Dale, "send")).Text);
        var lee = Chat.Place with { User = $"29:{Riverbend.Stranger}" };
        await chat.SayAsync(Riverbend.Stranger, $"join {code}", lee);
        await GoAsync(chat, Riverbend.Dale, new(Coming.PeopleRemoved, [Chat.HandleOf(Riverbend.Stranger), Chat.HandleOf(Riverbend.Ana)]), Chat.Place);
        Assert.Equal("left", await WhyAsync(chat, Riverbend.Stranger));
        Assert.Null(await WhyAsync(chat, Riverbend.Ana));
        await chat.SayAsync(Riverbend.Stranger, "mine");
        Assert.Null(await WhyAsync(chat, Riverbend.Stranger));
    }

    [Fact]
    public async Task A_client_that_looks_by_itself_is_nobody_being_heard()
    {
        using var chat = await Chat.RiverbendAsync();
        await GoAsync(chat, Riverbend.Ana, Removed);
        var fields = new Dictionary<string, string> { [FieldNames.Alliance] = chat.Alliance.Value };
        await chat.AskAsync(Riverbend.Ana, new Pressed(Verbs.Mine, fields, "", CanReturnCard: true, Automatic: true), null, null);
        Assert.Equal("not-installed", await WhyAsync(chat, Riverbend.Ana));
    }

    private static async Task<string?> WhyAsync(Chat chat, PersonId person) =>
        (await chat.StateAsync()).People[await chat.PersonAsync(person)].NotReached;

    private static async Task GoAsync(Chat chat, PersonId by, Came came, Address? where = null, string team = "")
    {
        await chat.AskAsync(by, came, where, null, team);
        await chat.SettleAsync();
    }
}

/// <summary>H4: the reach board in words.</summary>
public sealed class ReachTests
{
    [Fact]
    public async Task H4_Reach_says_what_there_is_to_do_first_and_only_to_who_looks_after_the_alliance()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.AskAsync(Riverbend.Ana, new Came(Coming.BotRemoved, []), null, null);
        await chat.SettleAsync();
        var board = (await chat.SayAsync(Riverbend.Sam, "reach")).Text;
        Assert.Contains(", since ", board, StringComparison.Ordinal);
        Assert.Contains("not installed", board, StringComparison.Ordinal);
        Assert.Contains("✓ Lakeside Community College: Mei Chen", board, StringComparison.Ordinal);
        Assert.Contains("Ana Reyes", (await chat.SayAsync(Riverbend.Dale, "who can be reached")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Reyes", (await chat.SayAsync(Riverbend.Mei, "reach")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reach", (await chat.SayAsync(Riverbend.Mei, "help")).Text, StringComparison.Ordinal);
    }
}

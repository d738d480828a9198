using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What becomes of a case's cards, who hears of it and who does not, and that nothing of it is forgotten.</summary>
public sealed class CaseSilenceTests
{
    private static readonly PersonId[] Outside = [Riverbend.Dale, Riverbend.Sam];

    [Fact]
    public async Task Cards_that_people_have_before_them_follow_the_case_and_a_button_of_before_moves_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        var (anas, meis) = (await chat.SayAsync(Riverbend.Ana, $"show {name}"), await chat.SayAsync(Riverbend.Mei, $"show {name}"));
        await chat.DoAsync(Riverbend.Ana, $"settle {name} a fixed day each month");
        var offered = Now(chat, meis);
        Assert.Contains("a fixed day each month", offered.Text, StringComparison.Ordinal);
        Assert.True(offered.Has(Verbs.Accept));
        await chat.DoAsync(Riverbend.Ana, $"retract {name}");
        await chat.UpAsync(Riverbend.Ana, name);
        foreach (var card in (Post[])[anas, meis])
        {
            Assert.Contains("Rung 2 of 5", Now(chat, card).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("a fixed day each month", Now(chat, card).Text.Split("What happened so far")[0], StringComparison.Ordinal);
        }

        // Whoever still looks at the card of before presses in vain.
        await chat.PressAsync(Riverbend.Mei, offered, Verbs.Accept);
        Assert.Equal((CaseState.OnRung, 2), ((await chat.CaseAsync()).State, (await chat.CaseAsync()).Rung));
    }

    [Fact]
    public async Task Who_is_in_it_no_more_gets_no_new_card_of_it_and_an_old_one_opens_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.DoAsync(Riverbend.Ana, $"name neutral {name} to Sam Duarte");
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"agree {name}");
        var named = await chat.SayAsync(Riverbend.Sam, $"show {name}");
        Assert.True(named.Has(Verbs.Summary));
        await chat.DoAsync(Riverbend.Sam, $"step down {name}");
        var before = chat.Posts.Count;
        await chat.DoAsync(Riverbend.Ana, $"summary {name} the lock was changed");
        await chat.SayAsync(Riverbend.Ana, $"note {name} saying the key is at the desk");
        await chat.SettleAsync();
        var unknown = await chat.PressAsync(Riverbend.Sam, named, Verbs.Summary);
        Assert.DoesNotContain("the form was due twice", unknown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Private(chat, Riverbend.Sam, before), static post => post.Text.Contains("the lock", StringComparison.Ordinal)
            || post.Text.Contains("the key", StringComparison.Ordinal) || post.Text.Contains("the form was due twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C8_Left_alone_it_comes_up_again_and_again_goes_the_agreed_way_to_its_end_and_nobody_outside_hears_a_word()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        var name = await chat.TalkingAsync();
        var before = chat.Posts.Count;
        await chat.WaitAsync(Duration.FromDays(9));
        chat.ThenTold(Riverbend.Ana, "Nothing was written in the case for a while");
        chat.ThenTold(Riverbend.Mei, "Nothing was written in the case for a while");
        await chat.WaitAsync(Duration.FromDays(300));
        Assert.False((await chat.CaseAsync()).IsOpen);
        foreach (var person in (PersonId[])[Riverbend.Ana, Riverbend.Mei, Riverbend.Tom, Riverbend.Ruth]) chat.ThenTold(person, "the form was due twice");

        // Every stay on a rung was told to those whose turn it was, and the last word to all who were ever in it.
        var moves = (await chat.CaseAsync()).History.Count(static line => line.What.StartsWith("case.moved", StringComparison.Ordinal));
        Assert.True(Private(chat, Riverbend.Tom, before).Count(post => post.Text.Contains(name, StringComparison.Ordinal)) >= moves);
        foreach (var person in Outside) Silent(chat, person, name, before);
        Assert.DoesNotContain(chat.Posts.Skip(before), post => post.Where == Chat.Place.Conversation && (Says(post, name) || post.Text.Contains("case", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task D9_N7_No_digest_but_that_of_who_is_in_it_says_a_word_of_it()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        var name = await chat.TalkingAsync();
        var before = chat.Posts.Count;
        await chat.WaitAsync(Duration.FromDays(8));
        foreach (var person in (PersonId[])[.. Outside, Riverbend.Tom, Riverbend.Ruth])
        {
            Assert.NotEmpty(Private(chat, person, before));
            Silent(chat, person, name, before);
        }

        await chat.UpAsync(Riverbend.Ana, name);
        before = chat.Posts.Count;
        await chat.WaitAsync(Duration.FromDays(7));
        foreach (var person in Outside) Silent(chat, person, name, before);
    }

    [Fact]
    public async Task Statements_leave_every_card_on_the_agreed_day_and_dates_rungs_and_the_settlement_stay()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.UpAsync(Riverbend.Ana, name);
        await chat.DoAsync(Riverbend.Tom, $"statement {name} facts: it came two weeks late what matters: our evening course wished outcome: a fixed day");
        await chat.DoAsync(Riverbend.Ruth, $"statement {name} facts: a signature was missing what matters: no surprises wished outcome: an early word");
        foreach (var person in (PersonId[])[Riverbend.Ana, Riverbend.Mei, Riverbend.Tom, Riverbend.Ruth]) await chat.SayAsync(person, $"show {name}");
        await chat.DoAsync(Riverbend.Tom, $"settle {name} the list comes on the fifth by 11 Dec");
        await chat.SayAsync(Riverbend.Ruth, $"show {name}");
        await chat.DoAsync(Riverbend.Ruth, $"agree {name}");
        await chat.WaitAsync(Duration.FromDays(30));
        await chat.LooksAndSaysAsync(Riverbend.Tom, name, $"it holds {name}");
        await chat.LooksAndSaysAsync(Riverbend.Ruth, name, $"it holds {name}");
        Assert.Equal(CaseState.Closed, (await chat.CaseAsync()).State);
        Assert.True(OnScreen(chat).Count(static post => post.Text.Contains("two weeks late", StringComparison.Ordinal)) > 3);
        await chat.WaitAsync(Duration.FromDays(178));
        Assert.Null((await chat.CaseAsync()).WordsGone);
        await chat.WaitAsync(Duration.FromDays(4));
        Assert.NotNull((await chat.CaseAsync()).WordsGone);
        foreach (var gone in (string[])["two weeks late", "a signature was missing", "the form was due twice", "could not agree on a date"])
        {
            var left = OnScreen(chat).Where(post => post.Text.Contains(gone, StringComparison.Ordinal)).Select(static post => $"{post.Where} {post.Message}: {post.Text}").ToList();
            Assert.True(left.Count == 0, $"\u201c{gone}\u201d still stands on: {string.Join("\n--\n", left)}");
        }

        var card = await chat.SayAsync(Riverbend.Mei, $"show {name}");
        foreach (var stays in (string[])["the list comes on the fifth", "the settlement holds", "destroyed"]) Assert.Contains(stays, card.Text, StringComparison.Ordinal);
    }

    /// <summary>What that message shows now.</summary>
    private static Post Now(Chat chat, Post card) => chat.Posts.Last(post => post.Where == card.Where && post.Message == card.Message);

    /// <summary>What stands on people's screens: of each message what it showed last.</summary>
    private static List<Post> OnScreen(Chat chat) => [.. chat.Posts.GroupBy(static post => (post.Where, post.Message)).Select(static one => one.Last())];

    private static List<Post> Private(Chat chat, PersonId person, int from) => [.. chat.Posts.Skip(from).Where(post => post.Where == Chat.AddressOf(person).Conversation)];

    private static bool Says(Post post, string name) => post.Json.Contains(name, StringComparison.Ordinal) || post.Text.Contains("the form was due twice", StringComparison.Ordinal)
        || post.Text.Contains("could not agree", StringComparison.Ordinal);

    private static void Silent(Chat chat, PersonId person, string name, int from) =>
        Assert.All(Private(chat, person, from), post => Assert.False(Says(post, name), post.Text));
}

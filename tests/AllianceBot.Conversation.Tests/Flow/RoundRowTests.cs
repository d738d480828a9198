using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Rows about rounds that are seen in what the bot says, and what it answers to what cannot be done.</summary>
public sealed class RoundRowTests
{
    private static readonly string[] Topics =
        ["1 Shared purpose", "2 Shared power", "3 Shared view of interdependence", "4 Mutual respect and trust", "5 Shared control", "6 Shared indicators of progress"];

    [Fact]
    public async Task F3_Each_topic_shows_its_explanation_and_questions_of_its_own()
    {
        using var chat = await Chat.RiverbendAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await StartAsync(chat);
        for (var topic = 1; topic <= 6; topic++)
        {
            var alone = (await chat.SayAsync(Riverbend.Ana, $"benchmarks talk {topic}")).Text;
            var stage = (await chat.SayAsync(Riverbend.Ana, "benchmarks")).Text;
            var own = alone.Split('\n').Where(line => line.Length > 40 && !line.Contains("Kloth", StringComparison.Ordinal) && !line.Contains("benchmarks note", StringComparison.Ordinal)).ToList();
            // The explanation, the question, and something to say into a silence; no other topic has any of them.
            Assert.Equal(3, own.Count);
            Assert.All(own, line => Assert.True(seen.Add(line), line));
            Assert.Contains(Topics[topic - 1], alone, StringComparison.Ordinal);
            Assert.Contains(Topics[topic - 1], stage, StringComparison.Ordinal);
            Assert.Contains(own[0], stage, StringComparison.Ordinal);
            Assert.Contains(own[1], stage, StringComparison.Ordinal);
            Assert.Contains("Chris Kloth, ChangeWorks of the Heartland", alone, StringComparison.Ordinal);
            await TopicAsync(chat, $"what came of topic {topic}");
        }
    }

    [Fact]
    public async Task F7_N5_A_round_is_compared_with_the_one_before_topic_by_topic_with_how_its_actions_stand()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks agreement we meet on Tuesdays");
        for (var topic = 1; topic <= 6; topic++) await TopicAsync(chat, $"first time {topic}");
        Assert.Contains("no earlier round", (await chat.SayAsync(Riverbend.Ana, "benchmarks compare")).Text, StringComparison.Ordinal);
        await StartAsync(chat);
        for (var topic = 1; topic <= 6; topic++) await TopicAsync(chat, $"second time {topic}");
        var compared = (await chat.SayAsync(Riverbend.Ana, "benchmarks compare")).Text;
        for (var topic = 1; topic <= 6; topic++)
        {
            var (heading, then, now) = (
                compared.IndexOf(Topics[topic - 1], StringComparison.Ordinal), compared.IndexOf($"R1: first time {topic}", StringComparison.Ordinal),
                compared.IndexOf($"R2: second time {topic}", StringComparison.Ordinal));
            Assert.True(heading >= 0 && heading < then && then < now, compared);
        }

        Assert.Contains("R1: 1 · Agreed: we meet on Tuesdays", compared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N13_An_agreed_number_comes_to_the_sixth_topic_with_its_value_and_stands_open_by_name_until_somebody_says_what_helps()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Dale, "indicator young adults in jobs unit people target 120 by 30 June");
        if (form.Has(Verbs.Send)) await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Riverbend.Dale, "reading I1 84");
        await StartAsync(chat);
        for (var topic = 1; topic <= 5; topic++) await TopicAsync(chat, $"what came of topic {topic}");
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        var stage = (await chat.SayAsync(Riverbend.Ana, "benchmarks")).Text;
        Assert.Contains("I1 · young adults in jobs: 84 people", stage, StringComparison.Ordinal);
        Assert.Contains("nothing said yet", stage, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
        await chat.SayAsync(Riverbend.Sam, "benchmarks record we look at one number");
        Assert.Contains("in the way: young adults in jobs", (await chat.SayAsync(Riverbend.Ana, "benchmarks 6")).Text, StringComparison.Ordinal);

        var said = await chat.SayAsync(Riverbend.Dale, "in the way I1 the last bus leaves at six, 90 by 31 March");
        await chat.PressAsync(
            Riverbend.Dale, said, Verbs.Send, (FieldNames.Text, "the last bus leaves at six"), (FieldNames.Target, "90"), (FieldNames.Due, "2027-03-31"));
        var later = (await chat.SayAsync(Riverbend.Ana, "benchmarks 6")).Text;
        Assert.DoesNotContain("in the way: young adults in jobs", later, StringComparison.Ordinal);
        Assert.Contains("What is in the way: the last bus leaves at six (90 people by Wed 31 Mar 2027)", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_while_a_round_runs_is_refused_with_the_one_that_runs()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        var again = await chat.SayAsync(Riverbend.Sam, "benchmarks start");
        Assert.Contains("R1", again.Text, StringComparison.Ordinal);
        Assert.False(again.Has(Verbs.Send));
        Assert.Single((await chat.StateAsync()).Rounds);
    }

    [Fact]
    public async Task Next_while_nothing_is_recorded_says_so_and_changes_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        var before = (await chat.StateAsync()).Version;
        Assert.Contains("has no record yet", (await chat.SayAsync(Riverbend.Sam, "benchmarks next")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
        Assert.Contains("has no record yet", (await chat.SayAsync(Riverbend.Sam, "benchmarks next")).Text, StringComparison.Ordinal);
        var state = await chat.StateAsync();
        Assert.True(state.Version > before);
        Assert.Equal(1, state.Rounds.Single().Current!.Number);
    }

    [Fact]
    public async Task A_goal_without_a_number_is_asked_for_one_and_what_was_typed_is_not_lost()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        var answer = await chat.SayAsync(Riverbend.Sam, "benchmarks goal more young adults in training");
        Assert.Contains("number", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("more young adults in training", answer.Text + answer.Json, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Rounds.Single().Lines);
        await chat.SayAsync(Riverbend.Sam, "benchmarks goal 60 young adults in training by 30 June");
        Assert.Single((await chat.StateAsync()).Rounds.Single().Lines);
    }

    [Fact]
    public async Task Two_people_of_a_partner_that_see_it_differently_both_stand_in_the_report()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before");
        await chat.SayAsync(Riverbend.Ana, "benchmarks say fewer forms");
        await chat.SayAsync(Riverbend.Tom, "benchmarks say more forms, better ones");
        await chat.SayAsync(Riverbend.Sam, "benchmarks show Workforce, Lakeside");
        var shown = (await chat.SayAsync(Riverbend.Mei, "benchmarks")).Text;
        Assert.Contains("fewer forms", shown, StringComparison.Ordinal);
        Assert.Contains("more forms, better ones", shown, StringComparison.Ordinal);
        Assert.Contains("Ana Reyes, Harbor Youth Center", shown, StringComparison.Ordinal);
        Assert.Contains("Tom Okafor, Harbor Youth Center", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_in_the_channel_changes_nothing_and_reads_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before");
        var before = (await chat.StateAsync()).Version;
        foreach (var typed in (string[])["benchmarks", "benchmarks say we know better", "benchmarks record done", "benchmarks next", "benchmarks page", "benchmarks start"])
        {
            await chat.SayAsync(Riverbend.Stranger, typed, Chat.Place);
            await chat.SayAsync(Riverbend.Stranger, typed);
        }

        Assert.Equal(before, (await chat.StateAsync()).Version);
        Assert.DoesNotContain(chat.Posts, static post => post.Text.Contains("we know better", StringComparison.Ordinal));
        var told = chat.Posts.Where(static post => post.Where == Chat.AddressOf(Riverbend.Stranger).Conversation).ToList();
        Assert.DoesNotContain(told, static post => post.Text.Contains("Shared purpose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_words_of_a_round_and_of_an_indicator_can_be_taken_out_by_typing()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before");
        await chat.SayAsync(Riverbend.Ana, "benchmarks say something I regret");
        await chat.SayAsync(Riverbend.Sam, "benchmarks show Workforce, Lakeside");
        Assert.Contains("something I regret", (await chat.SayAsync(Riverbend.Mei, "benchmarks")).Text, StringComparison.Ordinal);
        var form = await chat.SayAsync(Riverbend.Ana, "redact R1");
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, (FieldNames.Said, form.Chosen(FieldNames.Said)));
        Assert.DoesNotContain("something I regret", (await chat.SayAsync(Riverbend.Mei, "benchmarks")).Text, StringComparison.Ordinal);
        Assert.Contains("(removed)", (await chat.SayAsync(Riverbend.Mei, "benchmarks")).Text, StringComparison.Ordinal);
    }

    private static async Task StartAsync(Chat chat)
    {
        await chat.SayAsync(Riverbend.Sam, "benchmarks start");
        await chat.SayAsync(Riverbend.Sam, "send");
    }

    private static async Task TopicAsync(Chat chat, string summary)
    {
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
        await chat.SayAsync(Riverbend.Sam, $"benchmarks record {summary}");
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>A round, typed and pressed, with the whole bot behind it: Harbor, Workforce and Lakeside, run by Sam.</summary>
public sealed class RoundTalkTests
{
    [Fact]
    public async Task A_round_that_is_offered_comes_as_a_short_card_with_the_way_to_begin()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 25 Nov done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        foreach (var day in (int[])[26, 27, 28])
        {
            await chat.SayAsync(Riverbend.Mei, $"more time P1 by {day} Nov");
            await chat.SayAsync(Riverbend.Mei, "send");
            await chat.SayAsync(Riverbend.Ana, "show P1");
            await chat.SayAsync(Riverbend.Ana, "accept P1");
            await chat.SettleAsync();
        }

        var offer = chat.Posts.Last(static post => post.Where == Chat.AddressOf(Riverbend.Sam).Conversation && post.Has(Verbs.RoundStart));
        Assert.Contains("may help", offer.Text, StringComparison.Ordinal);
        Assert.Contains("Chris Kloth", offer.Text, StringComparison.Ordinal);
        Assert.True(offer.Has(Verbs.RoundTalk));
        // The alliance at a glance has no place on it.
        Assert.DoesNotContain("Harbor Youth Center", offer.Text, StringComparison.Ordinal);
        Assert.True(offer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= 8, offer.Text);
    }

    [Fact]
    public async Task H7_F1_F2_A_whole_round_by_typed_words_alone_over_two_meetings()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        Assert.Contains("1 Shared purpose", (await chat.SayAsync(Riverbend.Sam, "benchmarks")).Text, StringComparison.Ordinal);
        var early = await chat.SayAsync(Riverbend.Sam, "benchmarks next");
        Assert.Contains("has no record yet", early.Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before by partner");
        await chat.SettleAsync();
        Assert.Contains("Seen by: you, until all words are shown together", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "benchmarks say fewer forms, more first days at work");
        await chat.SayAsync(Riverbend.Mei, "benchmarks pass");
        var asked = await chat.SayAsync(Riverbend.Sam, "benchmarks show");
        Assert.Contains("Not here", asked.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Sam, "benchmarks show Workforce");
        Assert.Contains("fewer forms", (await chat.SayAsync(Riverbend.Mei, "benchmarks")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Sam, "benchmarks agreement we serve the same young adults");
        await chat.SayAsync(Riverbend.Sam, "benchmarks goal 60 in training by 30 June");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Dale");
        await chat.SayAsync(Riverbend.Sam, "benchmarks record one goal for all of us");
        Assert.True((await RoundAsync(chat)).Of(1).IsRecorded);

        await chat.SayAsync(Riverbend.Sam, "benchmarks pause");
        await chat.WaitAsync(Duration.FromDays(3));
        var again = await chat.SayAsync(Riverbend.Sam, "benchmarks resume");
        await chat.SettleAsync();
        Assert.Contains("we serve the same young adults", (await chat.SayAsync(Riverbend.Sam, "benchmarks")).Text, StringComparison.Ordinal);
        Assert.NotNull(again);
        for (var topic = 2; topic <= 6; topic++)
        {
            await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
            await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
            await chat.SayAsync(Riverbend.Sam, $"benchmarks record what came of topic {topic}");
        }

        var round = await RoundAsync(chat);
        Assert.Equal(RoundState.Complete, round.State);
        Assert.Contains("what came of topic 4", (await chat.SayAsync(Riverbend.Ana, "benchmarks report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N3_Record_asks_by_name_about_the_partner_that_was_not_heard()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale");
        var form = await chat.SayAsync(Riverbend.Sam, "benchmarks record we agree");
        Assert.Contains("Lakeside", form.Text, StringComparison.Ordinal);
        Assert.False((await RoundAsync(chat)).Of(1).IsRecorded);
        var mei = await chat.PersonsPartnerAsync(Riverbend.Mei);
        await chat.PressAsync(Riverbend.Sam, form, Verbs.Send, (FieldNames.Text, "we agree"), (FieldNames.NotHeard, $"partner:{mei}"));
        Assert.Equal([mei], (await RoundAsync(chat)).Of(1).Record!.NotHeard);
    }

    [Fact]
    public async Task F4_F5_What_came_on_paper_is_entered_by_name_a_number_is_not_needed_and_who_said_it_can_take_it_out()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before with a number");
        var form = await chat.SayAsync(Riverbend.Sam, "benchmarks told");
        Assert.Contains("Seen by: whose words they are", form.Text, StringComparison.Ordinal);
        await chat.PressAsync(
            Riverbend.Sam, form, Verbs.Send, (FieldNames.ToldBy, (await chat.PersonAsync(Riverbend.Mei)).Value), (FieldNames.Text, "more fairs"), (FieldNames.Passes, "false"));
        await chat.SettleAsync();
        var asked = chat.Last(Riverbend.Mei);
        Assert.Contains("more fairs", asked.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, asked, Verbs.RoundNotRight);
        Assert.False(Assert.Single((await RoundAsync(chat)).Of(1).Said).Right);
    }

    [Fact]
    public async Task F6_Who_was_not_there_answers_by_a_button_of_the_card_that_asks()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks here Ana, Dale");
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale");
        await chat.SayAsync(Riverbend.Sam, "benchmarks record we agree not heard: Lakeside");
        await chat.SettleAsync();
        var asked = chat.Last(Riverbend.Ruth);
        Assert.Contains("we agree", asked.Text, StringComparison.Ordinal);
        var form = await chat.SayAsync(Riverbend.Ruth, "benchmarks differently 1 we see less money for fairs");
        await chat.PressAsync(Riverbend.Ruth, form, Verbs.Send, (FieldNames.Text, "we see less money for fairs"), (FieldNames.Component, "1"));
        var said = Assert.Single((await RoundAsync(chat)).Of(1).Answers);
        Assert.Equal(Stance.Differently, said.Stance);
        Assert.Contains("we see less money for fairs", (await chat.SayAsync(Riverbend.Ana, "benchmarks 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N6_F9_A_sentence_becomes_a_request_to_a_named_person()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
        var form = await chat.SayAsync(Riverbend.Sam, "benchmarks promise send the form to Mei by 12 Dec");
        Assert.Contains("send the form", form.Json, StringComparison.Ordinal);
        await chat.PressAsync(
            Riverbend.Sam, form, Verbs.Send, (FieldNames.Text, "send the form"), (FieldNames.Person, (await chat.PersonAsync(Riverbend.Mei)).Value),
            (FieldNames.Partner, (await chat.PersonsPartnerAsync(Riverbend.Ana)).Value), (FieldNames.Due, "2026-12-11"));
        await chat.SettleAsync();
        Assert.Contains("send the form", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        Assert.Contains("First said in R1, 1 Shared purpose", (await chat.SayAsync(Riverbend.Mei, "show P1")).Text, StringComparison.Ordinal);
        var promise = await chat.PromiseAsync(1);
        Assert.Equal(CommitmentState.Requested, promise.State);
        Assert.Equal(SubjectKind.Round, promise.Source!.Of.Kind);
    }

    [Fact]
    public async Task F4_Nothing_private_is_on_the_stage_and_a_place_reads_only_how_many()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "benchmarks gather before");
        await chat.SayAsync(Riverbend.Ana, "benchmarks say fewer forms");
        var stage = await chat.SayAsync(Riverbend.Sam, "benchmarks", Chat.Place);
        Assert.Contains("1 of 3 partners", stage.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fewer forms", stage.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbor", stage.Json, StringComparison.Ordinal);
        Assert.False(stage.Has(Verbs.RoundRecord));
        Assert.Contains("Chris Kloth", stage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N11_We_could_do_it_alone_shows_the_facilitator_four_ways_and_nobody_else_anything()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        foreach (var topic in (int[])[1, 2])
        {
            await chat.SayAsync(Riverbend.Sam, "benchmarks gather talk");
            await chat.SayAsync(Riverbend.Sam, "benchmarks heard Ana, Dale and Mei");
            await chat.SayAsync(Riverbend.Sam, $"benchmarks record topic {topic}");
        }

        await chat.SayAsync(Riverbend.Mei, "benchmarks alone we would manage");
        await chat.SettleAsync();
        var told = chat.Last(Riverbend.Sam).Text;
        Assert.Contains("we would manage", told, StringComparison.Ordinal);
        Assert.Contains("Way 4, end well", told, StringComparison.Ordinal);
        Assert.DoesNotContain("we would manage", (await chat.SayAsync(Riverbend.Ana, "benchmarks")).Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Decisions);
    }

    [Fact]
    public async Task One_topic_alone_has_questions_and_notes_and_no_round()
    {
        using var chat = await Chat.RiverbendAsync();
        var talk = await chat.SayAsync(Riverbend.Ana, "benchmarks talk 4");
        Assert.Contains("did each of us do what we said", talk.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "benchmarks note 4 we were late twice");
        Assert.Contains("we were late twice", (await chat.SayAsync(Riverbend.Mei, "benchmarks talk 4")).Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Rounds);
        Assert.Contains("There is no round", (await chat.SayAsync(Riverbend.Ana, "benchmarks report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alone_the_words_of_the_benchmarks_mean_what_they_always_meant()
    {
        using var chat = await Chat.RiverbendAsync();
        await StartAsync(chat);
        await chat.SayAsync(Riverbend.Sam, "pause 2 weeks");
        Assert.True((await RoundAsync(chat)).IsMeeting);
        Assert.NotNull((await chat.StateAsync()).Prompts.Find(await chat.PersonAsync(Riverbend.Sam))?.PausedUntil);
        await chat.SayAsync(Riverbend.Sam, "benchmarks pause");
        Assert.False((await RoundAsync(chat)).IsMeeting);
    }

    private static async Task StartAsync(Chat chat)
    {
        var form = await chat.SayAsync(Riverbend.Sam, "benchmarks start");
        await chat.PressAsync(Riverbend.Sam, form, Verbs.Send);
        Assert.Equal(RoundState.Open, (await RoundAsync(chat)).State);
    }

    private static async Task<Round> RoundAsync(Chat chat) => (await chat.StateAsync()).Rounds.Single();
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Concerns, quiet words and cases, pressed and typed, with the whole bot behind it.</summary>
public sealed class CaseTalkTests
{
    [Fact]
    public async Task N17_A_concern_is_one_sentence_and_offers_a_talk_in_interest_based_order_first()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "concern the form is late again with: Mei Chen");
        Assert.Contains("you alone, until you offer a talk", form.Text, StringComparison.Ordinal);
        var card = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.True(
            card.Text.IndexOf("What happened", StringComparison.Ordinal) < card.Text.IndexOf("What matters", StringComparison.Ordinal)
            && card.Text.IndexOf("What matters", StringComparison.Ordinal) < card.Text.IndexOf("What would work", StringComparison.Ordinal));
        Assert.True(chat.Last(Riverbend.Ana).Has(Verbs.OfferTalk));
        await chat.SayAsync(Riverbend.Ana, "offer a talk");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var asked = chat.Last(Riverbend.Mei);
        Assert.Contains("the form is late again", asked.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, asked, Verbs.Accept);
        await chat.SettleAsync();
        Assert.Contains("Mei Chen: yes", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "we talked it over");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(ConcernState.TalkedOver, (await chat.StateAsync()).Concerns.Single().State);
    }

    [Fact]
    public async Task N1_Without_an_agreed_process_it_stays_a_concern_that_names_who_has_not_agreed_and_offers_to_start_one()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "open a case the form was due twice with: Mei Chen");
        var recorded = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("on record as a concern", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("Lakeside", recorded.Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Cases);
        Assert.Contains(Verbs.StartProcess, chat.Last(Riverbend.Ana).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D1_D3_D7_A_case_goes_from_talk_to_supervisors_is_settled_with_promises_and_closed_after_its_follow_up()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.RatifiedAsync();
        await chat.SayAsync(Riverbend.Ana, "open a case the form was due twice with: Mei Chen");
        var opened = await chat.SayAsync(Riverbend.Ana, "send");
        var name = (await chat.StateAsync()).Cases.Single().Name;
        Assert.Contains(name, opened.Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        Assert.Contains("A case was opened", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        Assert.Contains("1 more thing waits for you", (await chat.SayAsync(Riverbend.Mei, "waiting")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("more thing", (await chat.SayAsync(Riverbend.Dale, "waiting")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, $"acknowledge {name}");
        Assert.Equal(1, (await chat.CaseAsync()).Rung);
        Assert.Contains("needs a summary", (await chat.SayAsync(Riverbend.Ana, $"go up {name}")).Text + (await chat.SayAsync(Riverbend.Ana, "send")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, $"summary {name} we met and could not agree on a date");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SayAsync(Riverbend.Ana, $"go up {name}");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(2, (await chat.CaseAsync()).Rung);
        await chat.SettleAsync();
        var supervisor = await chat.SayAsync(Riverbend.Tom, $"show {name}");
        Assert.Contains("could not agree on a date", supervisor.Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Tom, $"settle {name} in two steps promises: Form live | Ruth Abrams | Tom Okafor | 11 Dec\nPaper copies | Tom Okafor | Ruth Abrams | 18 Dec");
        await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Equal(2, (await chat.CaseAsync()).Offer!.What.Promises.Count);
        await chat.SayAsync(Riverbend.Ruth, $"show {name}");
        await chat.SayAsync(Riverbend.Ruth, $"agree {name}");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(CaseState.Settled, (await chat.CaseAsync()).State);
        Assert.Equal(2, (await chat.StateAsync()).Commitments.Count(static promise => promise.Ending is null));
    }

    [Fact]
    public async Task C10_What_happens_to_a_case_at_once_comes_as_one_card_that_says_all_of_it()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.RatifiedAsync();
        await chat.SayAsync(Riverbend.Ana, "open a case the form was due twice with: Mei Chen");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Mei, $"acknowledge {(await chat.StateAsync()).Cases.Single().Name}");
        await chat.SettleAsync();
        var told = chat.Posts.Skip(before).Where(static post => post.Where == Chat.AddressOf(Riverbend.Ana).Conversation)
            .Where(static post => post.Text.Contains("Another party has read the case.", StringComparison.Ordinal)
                || post.Text.Contains("The case is on its first step.", StringComparison.Ordinal)).ToList();
        Assert.Contains("Another party has read the case. The case is on its first step.", Assert.Single(told).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D9_N7_Whoever_is_not_in_it_learns_nothing_by_any_words_button_number_choice_or_place()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.RatifiedAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        await chat.SayAsync(Riverbend.Ana, "open a case the purple zebra was late with: Mei Chen");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SayAsync(Riverbend.Ana, "concern another purple zebra with: Mei Chen");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var state = await chat.StateAsync();
        var (one, concern) = (state.Cases.Single(), state.Concerns.Single());
        var before = chat.Posts.Count;
        foreach (var person in (PersonId[])[Riverbend.Dale, Riverbend.Sam, Riverbend.Stranger])
        {
            foreach (var verb in Verbs.List.Where(static verb => verb.Name is not (Verbs.Send or Verbs.Leave or Verbs.Say)))
            {
                var phrase = GrammarWords.English.FirstPhrase[verb.Name];
                await chat.SayAsync(person, phrase);
                var hidden = await chat.SayAsync(person, $"{phrase} {one.Name}");
                var none = await chat.SayAsync(person, $"{phrase} K9ZZ");
                if (verb.Needs == VerbNeeds.Item) Assert.Equal(Plain(none.Text, "K9ZZ"), Plain(hidden.Text, one.Name));
                foreach (var item in (Subject[])[one.Id, concern.Id]) await chat.AskAsync(person, Press(chat, verb.Name, item), null, null);
            }

            foreach (var peek in (string[])["show the zebra", "zeb", "who sees the zebra", "cases", "alliance", "help", "waiting", "mine"]) await chat.SayAsync(person, peek);
        }

        foreach (var sentence in (string[])["cases", "alliance", $"show {one.Name}", $"who sees {one.Name}", "concern", "processes"])
        {
            await chat.SayAsync(Riverbend.Ana, sentence, Chat.Place);
        }

        // What somebody typed stands in that somebody's own form; the name that was guessed tells nothing.
        var own = (string[])[Chat.AddressOf(Riverbend.Ana).Conversation, Chat.AddressOf(Riverbend.Mei).Conversation];
        var told = chat.Posts.Skip(before).Where(post => !own.Contains(post.Where)).ToList();
        Assert.Empty(told.Where(static post => post.Text.Contains("purple", StringComparison.OrdinalIgnoreCase)).Select(static post => post.Text));
        Assert.Empty(told.Where(post => post.Json.Contains(one.Id.Value, StringComparison.Ordinal)).Select(static post => post.Text));
        var guessed = told.Where(post => post.Json.Contains(one.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.All(guessed, static post => Assert.True(post.Has(Verbs.Send) || post.Text.Contains('\u201c', StringComparison.Ordinal), post.Text));
        Assert.Contains("None or few.", (await chat.SayAsync(Riverbend.Dale, "alliance")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_word_is_read_by_the_neutral_alone()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "quiet word I would rather not say this aloud to Sam Duarte");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        Assert.Contains("rather not say", chat.Last(Riverbend.Sam).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(chat.Posts, static post => post.Where == Chat.AddressOf(Riverbend.Tom).Conversation
            && post.Text.Contains("rather not say", StringComparison.Ordinal));
        await chat.PressAsync(Riverbend.Sam, chat.Last(Riverbend.Sam), Verbs.Seen);
        Assert.NotNull((await chat.StateAsync()).Concerns.Single().HeardAt);
    }

    private static string Plain(string text, string name) => text.Replace(name, "K", StringComparison.OrdinalIgnoreCase);

    private static Engine.Pressed Press(Chat chat, string verb, Subject item) => new(
        verb,
        new Dictionary<string, string>
        {
            [FieldNames.Alliance] = chat.Alliance.Value,
            [FieldNames.Item] = item.ToString(),
            [FieldNames.Revision] = "1",
            [FieldNames.Form] = Verbs.CaseFrom,
            [FieldNames.Draft] = "AAAAAAAAAAAAAAAAAAAAAA",
            [FieldNames.Words] = $"show {item}",
        },
        "m1", CanReturnCard: true, Automatic: false);
}

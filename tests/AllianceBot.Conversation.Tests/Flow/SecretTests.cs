using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Whatever one who may not know says or presses, no answer, hint, choice or refusal tells of it.</summary>
public sealed class SecretTests
{
    private const string Secret = "zebra";

    [Fact]
    public async Task No_answer_tells_of_a_promise_to_those_who_may_not_know_it()
    {
        using var chat = await SecretAsync();
        var promise = (await chat.PromiseAsync(1)).Id;
        foreach (var person in (PersonId[])[Riverbend.Dale, Riverbend.Stranger])
        {
            foreach (var sentence in Sentences())
            {
                await chat.SayAsync(person, sentence);
                await chat.SayAsync(person, sentence, Chat.Place);
            }

            foreach (var verb in Verbs.List)
            {
                await chat.AskAsync(person, Press(chat, verb.Name, promise), null, null);
            }
        }

        foreach (var sentence in Sentences().Take(40)) await chat.SayAsync(Riverbend.Ana, sentence, Chat.Place);
        Assert.DoesNotContain(chat.Posts, static post => post.Text.Contains(Secret, StringComparison.OrdinalIgnoreCase)
            && post.Where != Chat.AddressOf(Riverbend.Ana).Conversation && post.Where != Chat.AddressOf(Riverbend.Mei).Conversation
            && post.Where != Chat.AddressOf(Riverbend.Sam).Conversation);
        Assert.Equal(CommitmentState.Requested, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task A_number_that_is_not_permitted_is_answered_like_one_that_is_not_there()
    {
        using var chat = await SecretAsync();
        foreach (var command in Verbs.List.Where(static verb => verb.Needs == VerbNeeds.Item).Select(static verb => GrammarWords.English.FirstPhrase[verb.Name]))
        {
            var hidden = await chat.SayAsync(Riverbend.Dale, $"{command} P1");
            var none = await chat.SayAsync(Riverbend.Dale, $"{command} P99");
            Assert.Equal(none.Text.Replace("P99", "P1", StringComparison.Ordinal), hidden.Text);
        }
    }

    private static IEnumerable<string> Sentences() =>
    [
        .. GrammarWords.English.FirstPhrase.Values.Where(static phrase => phrase is not "send" and not "leave"),
        .. GrammarWords.English.FirstPhrase.Values.Where(static phrase => phrase != "say").Select(static phrase => $"{phrase} P1"),
        "show zeb", "show the zebra crossing plan", "who sees zebra", "acept P1", "shwo P1", "1", "P1", "#1 accept", "note P1 hello",
    ];

    private static Pressed Press(Chat chat, string verb, CommitmentId promise) => new(
        verb,
        new Dictionary<string, string>
        {
            [FieldNames.Alliance] = chat.Alliance.Value,
            [FieldNames.Item] = ((Subject)promise).ToString(),
            [FieldNames.Revision] = "1",
            [FieldNames.Form] = Verbs.Accept,
            [FieldNames.Draft] = "AAAAAAAAAAAAAAAAAAAAAA",
            [FieldNames.Words] = "show P1",
            [FieldNames.Rows] = $"{promise}-1:1",
            ["answer1"] = "on-track",
        },
        "m1", CanReturnCard: true, Automatic: false);

    private static async Task<Chat> SecretAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, $"request the {Secret} crossing plan from Mei by 4 Dec done when it is signed, only between us");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        return chat;
    }
}

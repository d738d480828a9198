using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Anybody types and presses anything, in any order, while time goes on: there is always an answer and never a fault.</summary>
public sealed class AnythingTests
{
    private static readonly PersonId[] Cast =
        [Riverbend.Ana, Riverbend.Mei, Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale, Riverbend.Sam, Riverbend.Stranger];

    private static readonly string[] Hostile =
        ["", "x", "-1", "true", "2026-11-30", "31/31/31", "commitment:", "\uD83D", "${what}", "**bold** [x](http://x)", "<at>x</at>", "null", "on-track"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_said_and_pressed_gets_an_answer(int seed)
    {
        var chance = new Seeded(seed);
        using var chat = await Chat.RiverbendAsync();
        for (var step = 0; step < 250; step++)
        {
            var by = chance.Of(Cast);
            var before = $"seed {seed}, step {step}, {by}";
            try
            {
                await StepAsync(chat, chance, by);
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{before}: {fault}");
            }
        }

        Assert.NotEmpty((await chat.StateAsync()).Commitments);
    }

    private static async Task StepAsync(Chat chat, Seeded chance, PersonId by)
    {
        switch (chance.Below(10))
        {
            case 0:
                await chat.WaitAsync(Duration.FromHours(chance.Below(60)));
                return;
            case < 5:
                var typed = await chat.SayAsync(by, Sentence(chance), chance.OneIn(6) ? Chat.Place : null);
                if (chance.OneIn(2)) await chat.SayAsync(by, "send");
                Assert.NotNull(typed);
                return;
            default:
                await PressAsync(chat, chance, by);
                return;
        }
    }

    private static async Task PressAsync(Chat chat, Seeded chance, PersonId by)
    {
        var mine = chat.Posts.Where(post => !post.Card.IsEmpty && (post.Where == Chat.AddressOf(by).Conversation || chance.OneIn(20))).ToList();
        if (mine.Count == 0) return;
        var card = chance.OneIn(3) ? chance.Of(mine) : mine[^1];
        var buttons = Verbs.List.Select(static verb => verb.Name).SelectMany(card.Buttons).ToList();
        if (buttons.Count == 0) return;
        var fields = new Dictionary<string, string>(chance.Of(buttons));
        foreach (var name in (string[])["what", "doneWhen", "reason", "note"]) fields.TryAdd(name, "as agreed");
        fields.TryAdd("due", "2026-12-18");
        foreach (var name in (string[])["doerPartner", "receiverPartner", "doer", "person", "revision", "item", "to", "answer1", "draft"])
        {
            if (chance.OneIn(8)) fields[name] = chance.Of(Hostile);
        }

        var pressed = new Pressed(fields[FieldNames.Verb], fields, card.Message, CanReturnCard: !chance.OneIn(4), Automatic: chance.OneIn(15));
        await chat.AskAsync(by, pressed, null, null);
    }

    private static string Sentence(Seeded chance)
    {
        var example = chance.Of<string>([.. GrammarWords.English.Examples.Values]).Replace("P12", $"P{chance.Below(4) + 1}", StringComparison.Ordinal);
        return chance.Below(8) switch
        {
            0 => string.Join(' ', Enumerable.Range(0, chance.Below(9)).Select(_ => chance.Of(GrammarSamples.Pieces))),
            1 => "request a plan from Mei by next Friday done when it is signed",
            2 => "offer two rooms to Lakeside by in 3 weeks done when they are open",
            3 => $"{chance.Of<string>([.. GrammarWords.English.FirstPhrase.Values])} P{chance.Below(4) + 1}",
            _ => example,
        };
    }
}

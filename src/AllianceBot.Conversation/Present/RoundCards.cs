using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// A round as a card: the stage that everybody in a place reads, the facilitator's panel, a participant's own part. The
/// stage has no input and no button, and is made of nothing but what a place may read.
/// </summary>
internal static class RoundCards
{
    public const string Template = "benchmarks/round";

    private const int Primary = 6;

    /// <summary>What is posted in a place or shown on a shared screen.</summary>
    public static CardModel Stage(Speech speech, RoundCard round) => Model(speech, round, RoundLines.Status(speech, round), [], Seats.None, null);

    /// <summary>The facilitator's own card.</summary>
    public static CardModel Panel(Speech speech, RoundCard round)
    {
        var lines = RoundLines.Panel(speech, round);
        var catches = round.Acts.Contains(RoundAct.Catch) && round.Stage?.State is ComponentState.Discussing or ComponentState.Reopened;
        return Model(speech, round, RoundLines.Status(speech, round), lines, catches ? Seats.Catching : Seats.None, RoundButtons.Panel(round, catches));
    }

    /// <summary>What somebody of a partner has to do with it.</summary>
    public static CardModel Seat(Speech speech, RoundCard round)
    {
        var says = round.Acts.Contains(RoundAct.Say);
        var numbers = says && round.Stage?.Gathering is { AsksNumber: true };
        return Model(
            speech, round, RoundLines.Status(speech, round, says), RoundLines.Seat(speech, round),
            says ? numbers ? Seats.SayingNumbers : Seats.Saying : Seats.None, RoundButtons.Seat(round));
    }

    private static CardModel Model(
        Speech speech, RoundCard round, List<CardText> status, List<CardText> lines, Seats input, List<RoundButton>? buttons)
    {
        var stage = round.Stage;
        var asks = stage is { State: ComponentState.Open or ComponentState.Gathering or ComponentState.Discussing or ComponentState.Reopened };
        return new CardModel(24)
        {
            ["title"] = stage is null ? speech.Text("round.title", ("number", round.Number))
                : speech.Text("round.title.topic", ("number", round.Number), ("topic", speech.Text($"component.{stage.Number}"))),
            ["status"] = CardValue.List(status, static line => new CardModel { ["line"] = line }),
            ["about"] = asks ? speech.Text($"component.{stage!.Number}.about") : default(CardValue),
            ["question"] = asks ? speech.Text($"component.{stage!.Number}.question") : default(CardValue),
            ["quotes"] = CardValue.List(RoundLines.Words(speech, round), static quote => quote),
            ["sections"] = CardValue.List(RoundSections.Of(speech, round), static section => section),
            ["lines"] = CardValue.List(lines, static line => new CardModel { ["line"] = line }),
            ["asks"] = input != Seats.None,
            ["label"] = speech.Text(input == Seats.Catching ? "round.catch.label" : "round.say.label"),
            ["asknumber"] = input == Seats.SayingNumbers,
            ["numberlabel"] = speech.Text("field.number"),
            ["numbers"] = CardValue.List(Enumerable.Range(1, 5).ToArray(), value => new CardModel
            {
                ["text"] = speech.Text($"option.number.{value}"),
                ["value"] = CardValue.Token($"{value}"),
            }),
            ["askreadout"] = input is Seats.Saying or Seats.SayingNumbers,
            ["readout"] = speech.Text("field.readOut"),
            ["seenby"] = SeenBy(speech, stage, input),
            ["credit"] = speech.Text("benchmarks.credit"),
            ["item"] = CardValue.Token(((Subject)round.Id).ToString()),
            ["revision"] = CardValue.Token($"{round.Revision}"),
            ["acts"] = Buttons(speech, buttons ?? []),
        };
    }

    /// <summary>Who reads what is typed here, said before anybody types.</summary>
    private static CardValue SeenBy(Speech speech, ComponentStage? stage, Seats input) => input switch
    {
        Seats.None => default,
        Seats.Catching => speech.Text("seenby.input.allMembers"),
        _ => speech.Text(RoundLines.WhoReads(stage!.Gathering!)),
    };

    private static CardValue Buttons(Speech speech, List<RoundButton> buttons)
    {
        var models = new List<CardModel>(buttons.Count);
        foreach (var button in buttons)
        {
            models.Add(new CardModel
            {
                ["title"] = button.Topic > 0 ? speech.Text(button.Key, ("topic", button.Topic)) : speech.Text(button.Key),
                ["verb"] = CardValue.Token(button.Verb),
                ["words"] = button.Words,
                ["mode"] = CardValue.Token(models.Count < Primary && !button.Seldom ? "primary" : "secondary"),
            });
        }

        return CardValue.List(models);
    }

    private enum Seats
    {
        None,
        Saying,
        SayingNumbers,
        Catching,
    }
}

/// <summary>A button of a round's card.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Key">The key of its title.</param>
/// <param name="Seldom">It waits behind "more".</param>
/// <param name="Words">The typed sentence that it stands for, where it is one.</param>
/// <param name="Topic">The topic that its title names; 0 for none.</param>
internal sealed record RoundButton(string Verb, string Key, bool Seldom = false, string Words = "", int Topic = 0)
{
    public static RoundButton Of(string verb, bool seldom = false) => new(verb, $"button.{verb}", seldom);

    /// <summary>Says "benchmarks confirm 2".</summary>
    public static RoundButton Saying(string verb, int topic) =>
        new(Verbs.Say, $"button.{verb}", Words: $"{GrammarWords.English.FirstPhrase[verb]} {topic}", Topic: topic);
}

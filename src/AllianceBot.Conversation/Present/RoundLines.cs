using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The sentences of a round's card: where it stands, who was heard, what waits for its reader.</summary>
internal static class RoundLines
{
    /// <summary>Where it stands, for everybody.</summary>
    /// <param name="asks">The card has an input, beneath which it says who reads it.</param>
    public static List<CardText> Status(Speech speech, RoundCard round, bool asks = false)
    {
        var lines = new List<CardText> { speech.Text($"round.state.{Keys.Of(round.State)}") };
        if (round.State == RoundState.Open && !round.IsMeeting) lines.Add(speech.Text("round.between"));
        if (round.State is RoundState.Planned or RoundState.Open && !round.IsMeeting && round.Meetings.Count > 0)
        {
            lines.Add(speech.Text("round.meetings", ("dates", And(speech, round.Meetings.Select(speech.Date)))));
        }

        if (round.BreakUntil is { } until) lines.Add(speech.Text("round.break", ("until", speech.Soon(until, round.Zone))));
        if (round is { State: RoundState.Complete, Review: { } review }) lines.Add(speech.Text("round.review", ("date", speech.Date(review))));
        if (round.EndReason is { } reason) lines.Add(speech.Text("quote.words", ("said", reason)));
        if (round.Stage is not { } stage) return lines;
        lines.Add(speech.Text($"round.topic.{Keys.Of(stage.State)}", ("heard", stage.Heard), ("asked", stage.Asked)));
        if (stage.ReopenReason is { } why) lines.Add(speech.Text("quote.words", ("said", why)));
        if (stage.State == ComponentState.Gathering && !asks && stage.Gathering is { } how) lines.Add(speech.Text(WhoReads(how)));
        if (stage.QuietUntil is { } quiet) lines.Add(speech.Text("round.quiet", ("until", speech.Soon(quiet, round.Zone))));
        if (stage.TooFew) lines.Add(speech.Text("round.toofew"));
        if (stage.Spread.Count > 0) lines.Add(Spread(speech, stage.Spread));
        foreach (var again in stage.Reopenings) lines.Add(speech.Text("round.reopened-before", ("topic", speech.Text($"component.{again.Component}")), ("date", speech.Day(again.At))));
        return lines;
    }

    /// <summary>The facilitator's own lines: who was heard and who was not, who wants it read out, what to say into a silence.</summary>
    public static List<CardText> Panel(Speech speech, RoundCard round)
    {
        var lines = new List<CardText>();
        if (round.Panel is not { } panel) return lines;
        foreach (var row in panel.Rows)
        {
            var heard = row.Heard is { } how ? speech.Text($"round.heard.{Keys.Of(how)}") : speech.Text("round.heard.not");
            lines.Add(speech.Text(
                row.WantsReadOut ? "round.row.readout" : row.IsPresent ? "round.row.here" : "round.row", ("partner", speech.Name(row.Partner.Name)), ("heard", heard)));
        }

        if (round.Stage is { State: ComponentState.Discussing or ComponentState.Reopened or ComponentState.Gathering } stage)
        {
            lines.Add(speech.Text($"component.{stage.Number}.silence"));
        }

        foreach (var word in panel.Alone)
        {
            lines.Add(speech.Text("round.alone.said", ("partner", speech.Name(word.Partner)), ("said", word.Text is { } said ? CardText.Typed(said) : speech.Text("round.alone.plain"))));
        }

        if (panel.Alone.Count > 0) lines.AddRange(Enumerable.Range(1, 4).Select(way => speech.Text($"round.alone.way{way}")));
        if (round.Later.Count > 0) lines.Add(speech.Text("round.later", ("partners", Names(speech, round.Later))));
        if (round.Left.Count > 0) lines.Add(speech.Text("round.left", ("partners", Names(speech, round.Left))));
        if (round.State is RoundState.Planned or RoundState.Complete or RoundState.ReviewDue) lines.AddRange(Rotation(speech, round));
        return lines;
    }

    /// <summary>What somebody of a partner has said, and what waits for a yes.</summary>
    public static List<CardText> Seat(Speech speech, RoundCard round)
    {
        var lines = new List<CardText>();
        if (round.Seat is not { } seat) return lines;
        foreach (var word in seat.Words)
        {
            lines.Add(word.Passed ? speech.Text("round.own.passed") : speech.Text("round.own", ("said", Said(speech, word.Text, word.Number))));
        }

        foreach (var told in seat.Told)
        {
            lines.Add(speech.Text("round.told", ("who", speech.Name(told.By.Name)), ("said", told.Passed ? speech.Text("round.own.passed") : Said(speech, told.Text, told.Number))));
        }

        if (seat.SaidAlone) lines.Add(speech.Text("round.own.alone"));
        if (round.Stage?.Number == ComponentKinds.Trust) lines.Add(speech.Text("round.own.record"));
        foreach (var waiting in seat.ToAnswer)
        {
            lines.Add(speech.Text(
                "round.toanswer", ("topic", speech.Text($"component.{waiting.Number}")), ("summary", speech.Name(waiting.Record?.Summary ?? "")),
                ("date", speech.Day(waiting.Record!.AnswerBy))));
            lines.AddRange(waiting.Lines.Select(line => RoundSections.Line(speech, line)));
        }

        foreach (var goal in seat.Goals) lines.Add(speech.Text("round.goal.yours", ("goal", speech.Name(goal.Text))));
        return lines;
    }

    /// <summary>The words that were gathered, as everybody may read them; and to the facilitator what was opened.</summary>
    public static List<CardModel> Words(Speech speech, RoundCard round)
    {
        var words = round.Stage is { } stage ? stage.Words.Select(word => Quote(speech, word)).ToList() : [];
        words.AddRange(round.Panel?.Opened.Select(word => Quote(speech, word)) ?? []);
        return words;
    }

    public static string WhoReads(Gathering how) => how.Way == GatherWay.TalkOnly ? "round.reads.talk"
        : $"round.reads.{(how.Named ? "named" : "nameless")}{(how.FacilitatorReads ? ".facilitator" : "")}";

    public static CardText And(Speech speech, IEnumerable<CardText> texts) => texts.Aggregate((a, b) => speech.Text("list.and", ("a", a), ("b", b)));

    public static CardText Names(Speech speech, IEnumerable<Named<PartnerId>> partners) => And(speech, partners.Select(partner => speech.Name(partner.Name)));

    private static IEnumerable<CardText> Rotation(Speech speech, RoundCard round) => round.Rotation.Select(count => speech.Text(
        "round.rotation", ("who", count.Partner is { } partner ? speech.Name(partner.Name) : speech.Text("partner.none")), ("count", count.Rounds)));

    /// <summary>Whose words they are, as far as that is shown.</summary>
    public static CardText By(Speech speech, ShownWord word) => word.Partner is null
        ? speech.Text("round.word.nameless")
        : speech.Text(word.IsTold ? "round.word.told" : "round.word.by", ("who", speech.Name(word.By!.Name)), ("partner", speech.Name(word.Partner.Name)));

    private static CardModel Quote(Speech speech, ShownWord word) => new()
    {
        ["said"] = speech.Name(word.Text),
        ["by"] = By(speech, word),
    };

    private static CardText Said(Speech speech, string? text, int? number) => (text, number) switch
    {
        ({ } said, { } value) => speech.Text("round.said.both", ("said", said), ("number", value)),
        (null, { } value) => speech.Text("round.said.number", ("number", value)),
        _ => speech.Name(text),
    };

    /// <summary>How many said what: where the partners differ most, never an average.</summary>
    public static CardText Spread(Speech speech, ValueList<int> spread) => speech.Text(
        "round.spread", ("one", spread[0]), ("two", spread[1]), ("three", spread[2]), ("four", spread[3]), ("five", spread[4]));
}

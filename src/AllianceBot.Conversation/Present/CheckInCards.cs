using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A check-in as a card: one promise, one question, six answers; what would help, once the answer says trouble.</summary>
internal static class CheckInCards
{
    public const string One = "checkins/ask";

    public static CardModel Model(Speech speech, CheckInCard checkIn)
    {
        var answers = checkIn.Acts.Contains(CheckInAct.OnTrack);
        var help = AsksHelp(checkIn);
        return new CardModel(24)
        {
            ["title"] = Title(speech, checkIn),
            ["due"] = Due(speech, checkIn),
            ["why"] = answers && checkIn.Answer is null && checkIn.Required ? speech.Text($"checkin.why.{Keys.Of(checkIn.Kind)}") : default(CardValue),
            ["status"] = Status(speech, checkIn),
            ["note"] = checkIn.Note is { } note && !help ? speech.Text("quote.words", ("said", note)) : default(CardValue),
            ["lines"] = CardValue.List(Lines(speech, checkIn, answers), static line => new CardModel(1) { ["line"] = line }),
            ["question"] = Question(speech, checkIn, answers),
            ["asks"] = answers,
            ["notelabel"] = speech.Text(help ? "checkin.help.note" : "checkin.note"),
            ["notevalue"] = help ? checkIn.Note ?? "" : "",
            ["helps"] = help,
            ["blocker"] = CardValue.Token(""),
            ["blockers"] = CardValue.List(help ? checkIn.Blockers : [], static choice => new CardModel(2)
            {
                ["text"] = CardText.Typed(choice.Text ?? ""),
                ["value"] = CardValue.Token(choice.Value),
            }),
            ["wanted"] = CardValue.Token(checkIn.HelpWanted ? "true" : "false"),
            ["ladder"] = answers && checkIn.Answer is null ? Ladder(speech, checkIn) : default(CardValue),
            ["seenby"] = answers ? speech.Text($"seenby.input.{Keys.Of(checkIn.SeenBy)}") : default(CardValue),
            ["item"] = CardValue.Token(((Subject)checkIn.Id).ToString()),
            ["revision"] = CardValue.Token($"{checkIn.Revision}"),
            ["acts"] = Acts.Of(speech, checkIn),
        };
    }

    /// <summary>The answer says trouble and can still be changed: what would help, and who or what is in the way?</summary>
    public static bool AsksHelp(CheckInCard checkIn) =>
        checkIn.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked && checkIn.Acts.Contains(CheckInAct.Blocked);

    public static CardText Title(Speech speech, CheckInCard checkIn) =>
        speech.Text("promise.title", ("number", CardText.Markup(checkIn.Label)), ("what", speech.Name(checkIn.What)));

    public static CardText Due(Speech speech, CheckInCard checkIn) => speech.Text(
        checkIn.Kind == CheckInKind.Overdue ? "checkin.wasdue" : "checkin.due",
        ("date", speech.Date(checkIn.Due)), ("receiver", speech.Party(checkIn.Receiver, checkIn.ReceiverPartner)));

    private static CardValue Question(Speech speech, CheckInCard checkIn, bool answers)
    {
        if (AsksHelp(checkIn)) return speech.Text("checkin.help.question");
        return answers && checkIn.Answer is null ? speech.Text("checkin.question") : default(CardValue);
    }

    private static CardValue Status(Speech speech, CheckInCard checkIn)
    {
        if (checkIn.State == CheckInState.Excused && checkIn.Excused is { } excused) return speech.Text($"checkin.excused.{Keys.Of(excused)}");
        if (checkIn is { State: CheckInState.Snoozed, SnoozedUntil: { } until }) return speech.Text("checkin.snoozed", ("at", speech.Soon(until, checkIn.YourZone)));
        if (checkIn.Answer is not { } answer)
            return checkIn.State is CheckInState.Open or CheckInState.Scheduled ? default : speech.Text($"checkin.state.{Keys.Of(checkIn.State)}");
        var said = speech.Text($"checkin.answer.{Keys.Of(answer)}");
        var status = checkIn.Yours
            ? speech.Text("checkin.yousaid", ("answer", said))
            : speech.Text("checkin.said", ("who", speech.Name(checkIn.Person.Name)), ("answer", said));
        return checkIn.Edited ? speech.Text("checkin.edited", ("status", status)) : status;
    }

    private static List<CardText> Lines(Speech speech, CheckInCard checkIn, bool answers)
    {
        var lines = new List<CardText>();
        if (checkIn.For is { } away) lines.Add(speech.Text(checkIn.Yours ? "checkin.for.you" : "checkin.for", ("who", speech.Name(away.Name)), ("cover", speech.Name(checkIn.Person.Name))));
        if (checkIn.Blocker is { } blocker) lines.Add(speech.Text("checkin.waitsfor", ("who", CardText.Typed(blocker))));
        if (checkIn.HelpWanted) lines.Add(speech.Text("checkin.helpwanted"));
        if (checkIn.LookedAt is { } looked) lines.Add(speech.Text("checkin.lookedat", ("who", speech.Name(looked.Name))));
        if (checkIn.Colleague is { } colleague && checkIn.Answer is null) lines.Add(speech.Text("checkin.colleague", ("who", speech.Name(colleague.Name))));
        if (answers && checkIn is { Until: { } until, State: not CheckInState.Missed, Answer: null }) lines.Add(speech.Text("checkin.until", ("date", speech.Date(until))));
        if (checkIn.State == CheckInState.Late) lines.Add(speech.Text("checkin.late"));
        if (answers && checkIn is { Until: { } last, Answer: not null }) lines.Add(speech.Text("checkin.change", ("date", speech.Date(last))));
        return lines;
    }

    /// <summary>What comes if it stays open, said before it happens; one paragraph, so that the card stays short.</summary>
    public static CardValue Ladder(Speech speech, CheckInCard checkIn)
    {
        var lines = new List<CardText>();
        var reminders = checkIn.Ladder.Where(static line => line.Step == LadderStep.Reminder).Select(line => speech.Soon(line.At, checkIn.YourZone)).ToList();
        if (reminders is [var only]) lines.Add(speech.Text("checkin.ladder.one", ("at", only)));
        else if (reminders is [var first, var second]) lines.Add(speech.Text("checkin.ladder.two", ("first", first), ("second", second)));
        foreach (var line in checkIn.Ladder)
        {
            if (line.Step == LadderStep.Reminder) continue;
            // With no reminder before it there is nothing that it comes after.
            var key = $"checkin.ladder.{Keys.Of(line.Step)}{(lines.Count == 0 && speech.Has($"checkin.ladder.{Keys.Of(line.Step)}.first") ? ".first" : "")}";
            lines.Add(line.Who is { } who ? speech.Text(key, ("who", speech.Name(who.Name))) : speech.Text(key));
        }

        return lines.Count == 0 ? default(CardValue)
            : lines.Aggregate((whole, line) => speech.Text("checkin.ladder.and", ("first", whole), ("then", line)));
    }
}

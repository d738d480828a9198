using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A check-in as a card: one promise, one question, six answers; or several promises with a choice for each.</summary>
internal static class CheckInCards
{
    public const string One = "checkins/ask";
    public const string Several = "checkins/several";

    private static readonly CheckInAct[] Answers =
        [CheckInAct.OnTrack, CheckInAct.AtRisk, CheckInAct.Blocked, CheckInAct.Done, CheckInAct.MoreTime, CheckInAct.CannotDo];

    public static CardModel Model(Speech speech, CheckInCard checkIn)
    {
        var answers = checkIn.Acts.Any(static act => act != CheckInAct.Undo);
        return new CardModel(16)
        {
            ["title"] = Title(speech, checkIn),
            ["due"] = Due(speech, checkIn),
            ["status"] = Status(speech, checkIn),
            ["note"] = checkIn.Note is { } note ? speech.Text("quote.words", ("said", note)) : default(CardValue),
            ["lines"] = CardValue.List(Lines(speech, checkIn, answers), static line => new CardModel { ["line"] = line }),
            ["question"] = answers && checkIn.Answer is null ? speech.Text("checkin.question") : default(CardValue),
            ["asks"] = answers,
            ["seenby"] = answers ? speech.Text($"seenby.input.{Keys.Of(checkIn.SeenBy)}") : default(CardValue),
            ["item"] = CardValue.Token(((Subject)checkIn.Id).ToString()),
            ["revision"] = CardValue.Token($"{checkIn.Revision}"),
            ["acts"] = Acts.Of(speech, checkIn),
        };
    }

    /// <summary>Several due check-ins of one person in one alliance on one card.</summary>
    public static CardModel Model(Speech speech, CheckInBundle bundle)
    {
        var rows = new List<CardModel>(bundle.CheckIns.Count);
        foreach (var checkIn in bundle.CheckIns)
        {
            rows.Add(new CardModel
            {
                ["title"] = Title(speech, checkIn),
                ["due"] = Due(speech, checkIn),
                ["id"] = CardValue.Token($"{FieldNames.Answer}{rows.Count + 1}"),
                ["value"] = CardValue.Token(""),
                ["choices"] = CardValue.List(Answers, act => new CardModel
                {
                    ["text"] = speech.Text($"act.{Keys.Of(act)}"),
                    ["value"] = CardValue.Token(Acts.Verb(act)),
                }),
            });
        }

        return new CardModel(12)
        {
            ["title"] = speech.Text("checkin.several", ("count", bundle.CheckIns.Count)),
            ["asked"] = CardValue.List(rows),
            ["more"] = bundle.Left > 0 ? speech.Text("list.more", ("count", bundle.Left)) : default(CardValue),
            ["seenby"] = speech.Text($"seenby.input.{Keys.Of(SeenBy.DoerManagersAndReceiver)}"),
            ["rows"] = CardValue.Token(string.Join(' ', bundle.CheckIns.Select(static one => $"{one.Id}:{one.Revision}"))),
        };
    }

    private static CardText Title(Speech speech, CheckInCard checkIn) =>
        speech.Text("promise.title", ("number", CardText.Markup(checkIn.Label)), ("what", speech.Name(checkIn.What)));

    private static CardText Due(Speech speech, CheckInCard checkIn) => speech.Text(
        "checkin.due", ("date", speech.Date(checkIn.Due)), ("receiver", speech.Party(checkIn.Receiver, checkIn.ReceiverPartner)));

    private static CardValue Status(Speech speech, CheckInCard checkIn)
    {
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
        if (checkIn.HelpWanted) lines.Add(speech.Text("checkin.helpwanted"));
        if (answers && checkIn is { Until: { } until, State: not CheckInState.Missed }) lines.Add(speech.Text("checkin.until", ("date", speech.Date(until))));
        if (checkIn.State == CheckInState.Late) lines.Add(speech.Text("checkin.late"));
        if (answers && checkIn.Answer is not null) lines.Add(speech.Text("checkin.change"));
        return lines;
    }
}

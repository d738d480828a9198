using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>All that one person is asked in one alliance on one card: a choice per row, one note, one button; what was saved.</summary>
internal static class CheckInBundles
{
    public const string Template = "checkins/several";

    private static readonly CheckInAct[] Answers =
        [CheckInAct.OnTrack, CheckInAct.AtRisk, CheckInAct.Blocked, CheckInAct.Done, CheckInAct.MoreTime, CheckInAct.CannotDo];

    /// <summary>The card.</summary>
    /// <param name="speech">The words.</param>
    /// <param name="bundle">What is asked, and what was answered just now.</param>
    /// <param name="chosen">What was chosen and needs its form: the verb by the check-in's id.</param>
    public static CardModel Model(Speech speech, CheckInBundle bundle, ValueList<Fact> chosen)
    {
        var rows = new List<CardModel>(bundle.CheckIns.Count);
        foreach (var checkIn in bundle.CheckIns) rows.Add(Row(speech, checkIn, rows.Count + 1, Chosen(chosen, checkIn)));
        return new CardModel(16)
        {
            ["title"] = rows.Count > 0 ? speech.Text("checkin.several", ("count", rows.Count)) : speech.Text("checkin.allsaved"),
            ["saved"] = CardValue.List(bundle.Saved.Select(checkIn => Saved(speech, checkIn)).ToArray(), static line => new CardModel { ["line"] = line }),
            ["asked"] = CardValue.List(rows),
            ["asks"] = rows.Count > 0,
            ["undo"] = bundle.Saved.Count > 0,
            ["more"] = bundle.Left > 0 ? speech.Text("list.more", ("count", bundle.Left)) : default(CardValue),
            ["ladder"] = Ladder(speech, bundle),
            ["seenby"] = speech.Text($"seenby.input.{Keys.Of(SeenBy.DoerManagersAndReceiver)}"),
            ["rows"] = CardValue.Token(string.Join(' ', bundle.CheckIns.Select(static one => $"{one.Id}:{one.Revision}"))),
            ["sent"] = CardValue.Token(bundle.Sent?.Value ?? ""),
            ["acts"] = CardValue.List(Follow(speech, bundle, chosen)),
        };
    }

    private static CardModel Row(Speech speech, CheckInCard checkIn, int row, string value) => new()
    {
        ["title"] = CheckInCards.Title(speech, checkIn),
        ["due"] = checkIn.For is { } away
            ? speech.Text("checkin.row.for", ("due", CheckInCards.Due(speech, checkIn)), ("who", speech.Name(away.Name)))
            : CheckInCards.Due(speech, checkIn),
        ["id"] = CardValue.Token($"{FieldNames.Answer}{row}"),
        ["value"] = CardValue.Token(value),
        ["choices"] = CardValue.List(
            Answers.Where(checkIn.Acts.Contains).ToArray(), act => new CardModel
            {
                ["text"] = speech.Text($"act.{Keys.Of(act)}"),
                ["value"] = CardValue.Token(Acts.Verb(act)),
            }),
    };

    /// <summary>What was said, and who is told when.</summary>
    private static CardText Saved(Speech speech, CheckInCard checkIn)
    {
        var line = speech.Text(
            "checkin.saved", ("title", CheckInCards.Title(speech, checkIn)),
            ("answer", speech.Text($"checkin.answer.{Keys.Of(checkIn.Answer ?? CheckInAnswer.OnTrack)}")));
        return checkIn is { Answer: CheckInAnswer.AtRisk or CheckInAnswer.Blocked, UndoUntil: { } told }
            ? speech.Text("checkin.saved.told", ("line", line), ("who", speech.Party(checkIn.Receiver, checkIn.ReceiverPartner)), ("at", speech.Soon(told, checkIn.YourZone)))
            : speech.Text("checkin.saved.quiet", ("line", line));
    }

    /// <summary>The steps of the one whose time is over first: they stand for all, so that the card fits a phone.</summary>
    private static CardValue Ladder(Speech speech, CheckInBundle bundle)
    {
        var asked = bundle.CheckIns.Where(static one => one.Ladder.Count > 0).OrderBy(static one => one.Ladder[^1].At).ToList();
        return asked.Count > 0 && bundle.Saved.Count == 0 ? CheckInCards.Ladder(speech, asked[0]) : default;
    }

    /// <summary>Buttons that open the form of a chosen answer, and what would help where there is trouble.</summary>
    private static CardModel[] Follow(Speech speech, CheckInBundle bundle, ValueList<Fact> chosen) =>
    [
        .. from checkIn in bundle.CheckIns
           let verb = Chosen(chosen, checkIn)
           where verb.Length > 0
           select Button(speech.Text($"checkin.follow.{verb}", ("number", CardText.Markup(checkIn.Label))), verb, checkIn),
        .. from checkIn in bundle.Saved
           where CheckInCards.AsksHelp(checkIn)
           select Button(speech.Text("checkin.follow.help", ("number", CardText.Markup(checkIn.Label))), Verbs.Show, checkIn),
    ];

    private static CardModel Button(CardText title, string verb, CheckInCard checkIn) => new()
    {
        ["title"] = title,
        ["verb"] = CardValue.Token(verb),
        ["item"] = CardValue.Token(((Subject)checkIn.Id).ToString()),
        ["revision"] = CardValue.Token($"{checkIn.Revision}"),
    };

    private static string Chosen(ValueList<Fact> chosen, CheckInCard checkIn)
    {
        foreach (var fact in chosen)
        {
            if (fact.Name == checkIn.Id.Value) return fact.Value;
        }

        return "";
    }
}

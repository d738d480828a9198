using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A record as a page to read and print.</summary>
internal static class RecordPage
{
    public static Page Write(Speech speech, LedgerRecord record)
    {
        var title = record.Partner is { } partner
            ? speech.Text("record.title.partner", ("partner", speech.Name(partner.Name)), ("alliance", speech.Name(record.Alliance.Name)))
            : speech.Text("record.title.alliance", ("alliance", speech.Name(record.Alliance.Name)));
        var page = new Page(speech.Language, title)
            .Paragraph(speech.Text("record.asof", ("moment", speech.Moment(record.AsOf)), ("zone", CardText.Typed(record.Alliance.Zone))))
            .Paragraph(speech.Text(record.Partner is null ? "record.for.alliance" : "record.for.partner"));
        if (record.Alliance.Purpose is { } purpose) page.Paragraph(speech.Text("alliance.purpose", ("purpose", purpose)));
        Figures(speech, page, record);
        if (record.Pairs is { Pairs.Count: > 0 } pairs) PairsSheets.Table(speech, page, pairs);
        People(speech, page, record);
        Promises(speech, page, record);
        CheckIns(speech, page, record);
        Decisions(speech, page, record);
        Charter(speech, page, record);
        return page;
    }

    /// <summary>How a promise stands, for who may see it; "done" or "promised" for all others.</summary>
    public static CardText State(Speech speech, CommitmentCard promise) => promise.Inside switch
    {
        null => speech.Text(promise.Done ? "promise.state.kept" : "promise.state.promised"),
        { State: CommitmentState.Kept } inside when inside.Flags.Contains(CommitmentFlag.KeptLate) => speech.Text("promise.state.keptLate"),
        { } inside when inside.Flags.Contains(CommitmentFlag.DeliveredUnconfirmed) => speech.Text("promise.state.deliveredUnconfirmed"),
        { } inside => speech.Text($"promise.state.{Keys.Of(inside.State)}"),
    };

    public static IEnumerable<string> Flags(Speech speech, CommitmentCard promise) => (promise.Inside?.Flags ?? [])
        .Select(flag => $"promise.flag.{Keys.Of(flag)}").Where(speech.Has).Select(key => speech.Text(key).ToString());

    private static void Figures(Speech speech, Page page, LedgerRecord record)
    {
        page.Heading(speech.Text(record.Partner is null ? "ledger.title.sum" : "record.figures"));
        if (record.Figures is not { } figures)
        {
            page.Paragraph(speech.Text("ledger.toofew"));
            return;
        }

        page.Table(
            speech.Text("record.figures.caption"),
            [speech.Text("record.column.figure"), speech.Text("record.column.count"), speech.Text("record.column.means")],
            LedgerFigureKinds.All.Select(figure => (IReadOnlyList<CardText>)
            [
                speech.Text($"ledger.figure.{Keys.Of(figure)}"), speech.Text("record.number", ("number", figures.Count(figure))),
                speech.Text($"ledger.means.{Keys.Of(figure)}"),
            ]));
    }

    private static void People(Speech speech, Page page, LedgerRecord record)
    {
        page.Heading(speech.Text("people.title")).List(record.People.Select(person => AllianceSheets.Line(speech, person)));
        foreach (var note in record.Partner?.Notes ?? []) page.Paragraph(speech.Text("record.note", ("note", speech.Name(note.Text))));
    }

    private static void Promises(Speech speech, Page page, LedgerRecord record)
    {
        page.Heading(speech.Text("record.promises", ("count", record.Promises.Count)));
        foreach (var promise in record.Promises)
        {
            var terms = promise.Terms;
            page.Heading(speech.Text("promise.title", ("number", CardText.Markup(promise.Label)), ("what", speech.Name(terms.What))), 3);
            page.Facts(
            [
                (speech.Text("record.column.state"), State(speech, promise)),
                (speech.Text("record.column.due"), speech.Date(terms.Due)),
                (speech.Text("record.column.doneWhen"), speech.Name(terms.DoneWhen)),
                (speech.Text("record.column.doer"), speech.Party(terms.Doer, terms.DoerPartner)),
                (speech.Text("record.column.receiver"), speech.Party(terms.Receiver, terms.ReceiverPartner)),
            ]);
            page.List((promise.Inside?.History ?? []).Select(line => PromiseHistory.Line(speech, line)));
        }
    }

    private static void CheckIns(Speech speech, Page page, LedgerRecord record)
    {
        if (record.CheckIns.Count == 0) return;
        page.Heading(speech.Text("record.checkins", ("count", record.CheckIns.Count)));
        page.Table(
            speech.Text("record.checkins.caption"),
            [
                speech.Text("record.column.promise"), speech.Text("record.column.person"), speech.Text("record.column.state"),
                speech.Text("record.column.answer"), speech.Text("record.column.note"),
            ],
            record.CheckIns.Select(one => (IReadOnlyList<CardText>)
            [
                speech.Text("promise.title", ("number", CardText.Markup(one.Label)), ("what", speech.Name(one.What))),
                speech.Name(one.Person),
                speech.Text(speech.Has($"checkin.state.{Keys.Of(one.State)}") ? $"checkin.state.{Keys.Of(one.State)}" : "record.checkin.open"),
                one.Answer is { } answer ? speech.Text($"checkin.answer.{Keys.Of(answer)}") : default,
                one.Note is { } note ? CardText.Typed(note) : default,
            ]));
    }

    private static void Decisions(Speech speech, Page page, LedgerRecord record)
    {
        if (record.Decisions.Count == 0) return;
        page.Heading(speech.Text("record.decisions", ("count", record.Decisions.Count)));
        foreach (var decision in record.Decisions)
        {
            page.Heading(speech.Text("decision.title", ("number", decision.Number), ("what", speech.Name(decision.Title))), 3)
                .Paragraph(speech.Text($"decision.state.{Keys.Of(decision.State)}"))
                .Quote(speech.Name(decision.Text));
            if (decision.Statement is { } statement) page.Paragraph(speech.Text("decision.statement")).Quote(CardText.Typed(statement));
            page.List((decision.Inside?.Voices ?? []).Select(voice => speech.Text(
                voice.Reason is null ? "record.voice" : "record.voice.reason",
                ("partner", speech.Name(voice.Partner)), ("said", speech.Text($"voice.{Keys.Of(voice.Position)}")),
                ("reason", speech.Name(voice.Reason)))));
        }
    }

    private static void Charter(Speech speech, Page page, LedgerRecord record)
    {
        if (record.Charter is not { Number: { } number } charter) return;
        page.Heading(speech.Text("charter.title", ("number", number)));
        foreach (var section in charter.Sheets.GroupBy(static one => (one.Section, one.Partner?.Id)))
        {
            page.Heading(CharterSheets.Heading(speech, section.Key.Section, section.First().Partner), 3)
                .List(section.SelectMany(one => one.Lines.Select(line => CharterSheets.Line(speech, one.Section, line))));
        }
    }
}

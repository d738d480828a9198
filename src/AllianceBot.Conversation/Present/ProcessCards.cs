using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A process as a card: what it is for, its rungs from the lowest up, who has not ratified it, what can be done.</summary>
internal static class ProcessCards
{
    /// <summary>Changed lines on a card; the draft shows the rest.</summary>
    private const int Changes = 24;

    /// <summary>Buttons that stand open.</summary>
    private const int Open = 4;

    public static CardModel Model(Speech speech, ProcessCard process) => new(16)
    {
        ["title"] = speech.Text("process.title", ("number", process.Number), ("name", speech.Name(process.Name))),
        ["who"] = speech.Text("process.for", ("kinds", Kinds(speech, process.Kinds))),
        ["status"] = Status(speech, process),
        ["changes"] = new CardModel
        {
            ["title"] = speech.Text("process.rungs"),
            ["lines"] = CardValue.List(process.Rungs.Select(rung => Rung(speech, rung)).ToList(), static line => new CardModel { ["line"] = line }),
        },
        ["facts"] = CardValue.List(Facts(speech, process)),
        ["quotes"] = CardValue.List(Array.Empty<CardModel>()),
        ["lines"] = CardValue.List(Lines(speech, process), static line => new CardModel { ["line"] = line }),
        ["history"] = CardValue.List(Before(speech, process), static line => new CardModel { ["line"] = line }),
        ["seenby"] = speech.Text("process.seenby"),
        ["acts"] = Buttons(speech, process),
    };

    public static CardText Kinds(Speech speech, ValueList<ConflictKind> kinds) =>
        kinds.Count == 0 ? speech.Text("words.nobody") : DecisionCards.And(speech, kinds.Select(kind => speech.Text($"value.{kind}")));

    /// <summary>What a change of a process changes, cut to a card.</summary>
    public static List<CardText> ChangeLines(Speech speech, ValueList<ProcessChange> changes)
    {
        // A name always differs from none: where nothing falls away with it, there was no version before.
        var isFirst = changes.Any(static change => change is { Part: ProcessPart.Name, Before.Count: 0 });
        var lines = changes.SelectMany(change => isFirst ? Says(speech, change) : Lines(speech, change)).ToList();
        if (lines.Count <= Changes) return lines;
        var more = speech.Text("charter.more", ("count", lines.Count - Changes));
        return [.. lines.Take(Changes), more];
    }

    private static CardText Status(Speech speech, ProcessCard process) => process switch
    {
        { IsDraft: true, State: ProcessState.Dropped } => speech.Text("process.state.dropped"),
        { IsDraft: true } => speech.Text(process.UnderWay is null ? "process.state.draft" : "process.state.ratifying"),
        { SupersededAt: { } end, Since: { } since } => speech.Text(
            "process.state.superseded", ("number", process.Version ?? 0), ("from", speech.Day(since)), ("to", speech.Day(end))),
        { Since: { } since } => speech.Text("process.state.inForce", ("number", process.Version ?? 0), ("date", speech.Day(since))),
        _ => speech.Text("process.state.draft"),
    };

    public static CardText Rung(Speech speech, ProcessRung rung)
    {
        var line = speech.Text(
            "process.rung", ("number", rung.Number), ("name", speech.Name(rung.Name)), ("people", speech.Text($"process.people.{Keys.Of(rung.People)}")),
            ("days", rung.Days), ("todo", speech.Name(rung.Todo)));
        foreach (var (wanted, key) in (ReadOnlySpan<(bool, string)>)
            [
                (rung.StatementsNeeded, "process.asks.statements"), (rung.SummaryNeeded, "process.asks.summary"),
                (rung.EveryoneAnswers, "process.asks.everybody"), (rung.TimeUp == WhenTimeIsUp.AskParties, "process.timeup.askParties"),
            ])
        {
            if (wanted) line = speech.Text("process.rung.and", ("rung", line), ("what", speech.Text(key)));
        }

        return rung.HasNeutral ? speech.Text("process.rung.neutral", ("rung", line), ("days", rung.NameNeutralDays)) : line;
    }

    private static List<CardModel> Facts(Speech speech, ProcessCard process) =>
    [
        PromiseCards.Fact(speech, "process.final", speech.Text($"process.final.{Keys.Of(process.Final)}")),
        PromiseCards.Fact(speech, "process.followup", speech.Text("process.workdays", ("count", process.FollowUpDays))),
        PromiseCards.Fact(speech, "process.progress", speech.Text("process.workdays", ("count", process.NoProgressDays))),
        PromiseCards.Fact(speech, "process.kept", speech.Text("process.days", ("count", process.StatementsKeptDays))),
    ];

    private static List<CardText> Lines(Speech speech, ProcessCard process)
    {
        var lines = new List<CardText>();
        if (process.UnderWay is { Name: { } decision }) lines.Add(speech.Text("process.underway", ("decision", CardText.Markup(decision))));
        if (process.Outside.Count > 0)
        {
            lines.Add(speech.Text("process.outside", ("partners", DecisionCards.And(speech, process.Outside.Select(partner => speech.Name(partner.Name))))));
        }

        if (process.StandsInTheWay is { } refusal) lines.Add(speech.Say(new Said($"refusal.{refusal.Code}") { Facts = refusal.Facts }));
        if (process.Grounds.Count > 0)
        {
            lines.Add(speech.Text("process.grounds", ("grounds", DecisionCards.And(speech, process.Grounds.Select(ground => speech.Name(ground))))));
        }

        if (process.Responses.Count > 0)
        {
            lines.Add(speech.Text("process.responses"));
            lines.AddRange(process.Responses.Select((step, at) => speech.Text("process.response", ("number", at + 1), ("text", speech.Name(step.Text)))));
        }

        if (process is { IsDraft: false, HasDraft: true }) lines.Add(speech.Text("process.has-draft"));
        return lines;
    }

    /// <summary>What differs from the version before; it is folded away like a history.</summary>
    private static List<CardText> Before(Speech speech, ProcessCard process) => ChangeLines(speech, process.Changes);

    private static List<CardText> Lines(Speech speech, ProcessChange change)
    {
        var heading = speech.Text($"process.part.{Keys.Of(change.Part)}");
        if (change is { Part: ProcessPart.Rung, Before.Count: 0 }) return [.. change.After.Select(line => Line(speech, change.Part, line))];
        return
        [
            .. change.Before.Select(line => speech.Text("charter.removed", ("section", heading), ("line", Line(speech, change.Part, line)))),
            .. change.After.Select(line => speech.Text("charter.added", ("section", heading), ("line", Line(speech, change.Part, line)))),
        ];
    }

    /// <summary>The first version in sentences: nothing stands against it that could be new.</summary>
    private static List<CardText> Says(Speech speech, ProcessChange change)
    {
        var lines = change.After.Select(line => Line(speech, change.Part, line)).ToList();
        return change.Part switch
        {
            ProcessPart.Rung => lines,
            ProcessPart.Responses =>
                [speech.Text("process.responses"), .. lines.Select((line, at) => speech.Text("process.response", ("number", at + 1), ("text", line)))],
            ProcessPart.Grounds =>
                [speech.Text("process.says.grounds"), .. lines.Select((line, at) => speech.Text("process.response", ("number", at + 1), ("text", line)))],
            _ when lines.Count == 0 => [],
            _ => [speech.Text($"process.says.{Keys.Of(change.Part)}", ("lines", DecisionCards.And(speech, lines)))],
        };
    }

    private static CardText Line(Speech speech, ProcessPart part, ProcessLine line) => line switch
    {
        { Rung: { } rung } => Rung(speech, rung),
        { Kind: { } kind } => speech.Text($"value.{kind}"),
        { Final: { } final } => speech.Text($"process.final.{Keys.Of(final)}"),
        { Number: { } number } => speech.Text(part == ProcessPart.StatementsKept ? "process.days" : "process.workdays", ("count", number)),
        _ => speech.Name(line.Text),
    };

    private static string Verb(ProcessAct act) => act switch
    {
        ProcessAct.Ratify => Verbs.Ratify,
        ProcessAct.Propose => Verbs.ProposeProcess,
        ProcessAct.ChangeRung => Verbs.ChangeRung,
        ProcessAct.AddRung => Verbs.AddRung,
        ProcessAct.Change => Verbs.ChangeProcess,
        ProcessAct.ShowDraft => Verbs.ProcessDraft,
        ProcessAct.ShowInForce => Verbs.Show,
        _ => Verbs.DropDraft,
    };

    private static CardValue Buttons(Speech speech, ProcessCard process)
    {
        var verbs = process.Acts.Select(static act => (Verb: Verb(act), Key: $"act.process.{Keys.Of(act)}")).ToList();
        if (process.Acts.Contains(ProcessAct.ChangeRung) && process.Rungs.Count > 1)
        {
            verbs.Add((Verbs.MoveRung, "act.process.moveRung"));
            verbs.Add((Verbs.RemoveRung, "act.process.removeRung"));
        }

        return CardValue.List(verbs.Select((one, at) => new CardModel
        {
            ["title"] = speech.Text(one.Key),
            ["verb"] = CardValue.Token(one.Verb),
            ["item"] = CardValue.Token(((Subject)process.Id).ToString()),
            ["revision"] = CardValue.Token($"{process.Revision}"),
            ["mode"] = CardValue.Token(at < Open && one.Verb != Verbs.DropDraft ? "primary" : "secondary"),
        }).ToList());
    }
}

/// <summary>All processes as a sheet, with what nothing is agreed for.</summary>
internal static class ProcessSheets
{
    public static Sheet Of(Speech speech, ValueList<ProcessRow> processes, ValueList<ConflictKind> uncovered, bool drafts)
    {
        var sheet = new Sheet(speech, speech.Text("processes.title"));
        sheet.Line(speech.Text(processes.Count == 0 ? "processes.none" : "processes.lead"));
        foreach (var row in processes)
        {
            var lines = new List<CardText>
            {
                speech.Text($"processes.state.{Keys.Of(row.State)}", ("kinds", ProcessCards.Kinds(speech, row.Kinds)), ("count", row.Rungs)),
            };
            if (row.UnderWay is { Name: { } decision }) lines.Add(speech.Text("process.underway", ("decision", CardText.Markup(decision))));
            if (row.Outside.Count > 0)
            {
                lines.Add(speech.Text("process.outside", ("partners", DecisionCards.And(speech, row.Outside.Select(partner => speech.Name(partner.Name))))));
            }

            sheet.Group(speech.Text("process.title", ("number", row.Number), ("name", speech.Name(row.Name))), lines);
        }

        if (uncovered.Count > 0 && processes.Count > 0)
        {
            sheet.Section("processes.uncovered", uncovered.Select(kind => speech.Text($"value.{kind}")));
        }

        foreach (var row in processes.Take(5)) sheet.Say(speech.Text("processes.open", ("name", speech.Name(row.Name))), $"{GrammarWords.English.Process.Order(StringComparer.Ordinal).First()} {row.Number}");
        return drafts ? sheet.Act(Verbs.StartProcess) : sheet;
    }
}

using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What the benchmarks are, one topic alone, a whole round in short, and a round beside the one before.</summary>
internal static class RoundSheets
{
    /// <summary>Before the first round: what it is, whose idea it is, how to begin.</summary>
    public static Sheet Intro(Speech speech, bool runs)
    {
        var sheet = new Sheet(speech, speech.Text("benchmarks.title")).Line(speech.Text("benchmarks.what"));
        sheet.Section("round.section.topics", Enumerable.Range(1, ComponentKinds.Count).Select(number => speech.Text($"component.{number}")));
        sheet.Line(speech.Text("benchmarks.credit"));
        if (runs) sheet.Act(Verbs.RoundStart);
        return sheet.Act(Verbs.RoundTalk).Act(Verbs.RoundPrint);
    }

    /// <summary>Offered when something suggests it: the words above it say what, the card how to begin.</summary>
    public static Sheet Offer(Speech speech) => new Sheet(speech, speech.Text("benchmarks.offer"))
        .Line(speech.Text("benchmarks.offer.line")).Line(speech.Text("benchmarks.credit"))
        .Act(Verbs.RoundStart).Act(Verbs.RoundTalk);

    /// <summary>One topic alone: its questions and notes.</summary>
    public static Sheet Talk(Speech speech, TalkCard talk)
    {
        var sheet = new Sheet(speech, speech.Text($"component.{talk.Component}")).Line(speech.Text($"component.{talk.Component}.about"));
        sheet.Section("benchmarks.questions", [speech.Text($"component.{talk.Component}.question"), speech.Text($"component.{talk.Component}.silence")]);
        sheet.Section("benchmarks.notes", talk.Notes.Select(note => speech.Text(
            "round.talk.line", ("said", speech.Name(note.Text)), ("date", speech.Day(note.At)))));
        if (talk.MayNote) sheet.Line(speech.Text("benchmarks.note.how", ("typed", CardText.Markup($"{GrammarWords.English.FirstPhrase[Verbs.RoundNote]} {talk.Component}"))));
        return sheet.Line(speech.Text("benchmarks.credit"));
    }

    /// <summary>The records of all six, in short.</summary>
    public static Sheet Report(Speech speech, RoundReport report)
    {
        var sheet = new Sheet(speech, speech.Text("round.title", ("number", report.Round.Number)));
        foreach (var line in RoundLines.Status(speech, report.Round with { Stage = null })) sheet.Line(line);
        foreach (var topic in report.Components)
        {
            sheet.Group(speech.Text($"component.{topic.Number}"), Short(speech, topic));
        }

        return sheet.Line(speech.Text("benchmarks.credit")).Act(Verbs.RoundPage).Act(Verbs.RoundCompare).Act(Verbs.RoundPrint);
    }

    /// <summary>Topic by topic what was recorded then, how its actions stand now, and what was recorded this time.</summary>
    public static Sheet Compare(Speech speech, RoundReport report)
    {
        if (report.Earlier is not { } earlier)
        {
            return new Sheet(speech, speech.Text("round.title", ("number", report.Round.Number))).Line(speech.Text("round.compare.none"));
        }

        var sheet = new Sheet(speech, speech.Text("round.compare.title", ("number", report.Round.Number), ("before", earlier.Number)));
        foreach (var before in report.Before)
        {
            var now = report.Components.FirstOrDefault(topic => topic.Number == before.Number);
            List<CardText> lines =
            [
                .. Short(speech, before).Select(line => speech.Text("round.compare.then", ("round", earlier.Number), ("line", line))),
                .. now is null ? [] : Short(speech, now).Select(line => speech.Text("round.compare.now", ("round", report.Round.Number), ("line", line))),
            ];
            sheet.Group(speech.Text($"component.{before.Number}"), lines);
        }

        return sheet.Line(speech.Text("benchmarks.credit"));
    }

    private static IEnumerable<CardText> Short(Speech speech, ComponentStage topic)
    {
        if (topic.Record?.Summary is { Length: > 0 } summary) yield return speech.Name(summary);
        foreach (var line in topic.Lines) yield return RoundSections.Line(speech, line);
        foreach (var open in RoundSections.Open(speech, topic.Open)) yield return open;
    }
}

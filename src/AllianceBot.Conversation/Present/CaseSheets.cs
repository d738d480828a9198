using AllianceBot.Cards;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>"cases": the reader's own concerns and cases, and for everybody how many there are, from two of a kind on a step.</summary>
internal static class CaseSheets
{
    public static Sheet? Of(Speech speech, Alliance alliance, Reader reader, Instant now)
    {
        if (CaseViews.Count(alliance, reader) is not { } count) return null;
        var sheet = new Sheet(speech, speech.Text("cases.title"));
        if (reader is PersonReader { Person: var person })
        {
            foreach (var row in CaseViews.List(alliance, person, now))
            {
                var lines = new List<CardText>();
                if (!row.OnlyConfirms) lines.Add(speech.Name(row.Matter));
                if (row.RungName is { } rung && row.State == CaseState.OnRung) lines.Add(speech.Name(rung));
                if (row.Until is { } until) lines.Add(speech.Text("cases.until", ("date", speech.Date(until))));
                if (row.WaitsForYou) lines.Add(speech.Text("cases.waits"));
                sheet.Group(
                    speech.Text("case.between.named", ("name", CardText.Markup(row.Name)), ("parties", ConcernCards.Names(speech, row.Parties))), lines);
            }

            var concerns = ConcernViews.List(alliance, person);
            sheet.Section("cases.concerns", concerns.Select(row => speech.Text(
                $"concern.row.{Keys.Of(row.State)}", ("sentence", speech.Name(row.Sentence)), ("kind", speech.Text($"value.{row.Kind}")))));
            foreach (var row in CaseViews.List(alliance, person, now).Take(4))
            {
                sheet.Say(CardText.Markup(row.Name), $"{GrammarWords.English.FirstPhrase[Verbs.Show]} {row.Name}");
            }

            foreach (var row in concerns.Where(static row => row.State == ConcernState.Open).Take(3))
            {
                sheet.Say(speech.Text("cases.concern", ("sentence", speech.Name(Short(row.Sentence)))), $"{GrammarWords.English.FirstPhrase[Verbs.Show]} {(Subject)row.Id}");
            }

            sheet.Section("cases.shared", CaseViews.Shared(alliance, reader).Select(item => speech.Text("quote.words", ("said", speech.Name(item.Text)))));
            sheet.Act(Verbs.Concern).Act(Verbs.Processes);
        }

        sheet.Section("cases.count", Counted(speech, count));
        return sheet;
    }

    /// <summary>How many are open, or "none or few": the same for everybody who is not in one.</summary>
    public static IEnumerable<CardText> Counted(Speech speech, CaseCountView count) => count.Lines.Count == 0
        ? [speech.Text("cases.few")]
        : count.Lines.Select(line => speech.Text("cases.line", ("kind", speech.Text($"value.{line.Kind}")), ("rung", line.Rung), ("count", line.Count)));

    private static string? Short(string? text) => text is { Length: > 32 } ? string.Concat(text.AsSpan(0, 31), "\u2026") : text;
}

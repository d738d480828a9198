using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The charter as a sheet: section by section, what differs from the version before, and what stands beside it.</summary>
internal static class CharterSheets
{
    /// <summary>Characters of people's texts on one page, so that a long charter fits into cards.</summary>
    private const int PerPage = 4_500;

    /// <summary>Characters of one text where only the difference is shown.</summary>
    private const int PerLine = 220;

    /// <summary>Changed lines on a decision's card; the draft shows the rest.</summary>
    private const int Changes = 24;

    public static Sheet Of(Speech speech, CharterCard charter, int page)
    {
        var isDraft = charter.Number is null;
        var sheet = new Sheet(speech, isDraft ? speech.Text("charter.draft") : speech.Text("charter.title", ("number", charter.Number ?? 0)));
        if (isDraft) sheet.Line(speech.Text("charter.draft.line"));
        if (charter.AdoptedAt is { } at) sheet.Line(speech.Text("charter.adopted", ("date", speech.Day(at))));
        if (charter.Outside.Count > 0) sheet.Line(speech.Text("charter.outside", ("partners", Names(speech, charter.Outside))));
        if (charter.UnderWay is { Name: { } decision }) sheet.Line(speech.Text("charter.underway", ("decision", CardText.Markup(decision))));
        var pages = Pages(charter);
        var shown = Math.Clamp(page, 0, pages.Count - 1);
        if (shown == 0) sheet.Section("charter.changes", Lines(speech, charter.Changes));
        foreach (var section in pages[shown].GroupBy(static one => one.Section))
        {
            sheet.Group(Heading(speech, section.Key, null), section.SelectMany(one => one.Lines.Select(line => Of(speech, one, line))));
        }

        if (shown == pages.Count - 1) Beside(speech, sheet, charter);
        if (isDraft && shown == pages.Count - 1 && charter.Unwritten.Count > 0)
        {
            var open = charter.Unwritten.Select(section => speech.Text($"charter.{Keys.Of(section)}"));
            sheet.Line(speech.Text("charter.unwritten", ("sections", DecisionCards.And(speech, open))));
        }

        if (charter.Number > 1 && shown == 0) sheet.Line(speech.Text("charter.earlier", ("count", charter.Number.Value - 1)));
        if (pages.Count > 1) sheet.Line(speech.Text("people.page", ("page", shown + 1), ("pages", pages.Count)));
        Buttons(sheet, charter, isDraft, shown, pages.Count);
        return sheet;
    }

    /// <summary>Where each partner has its own, its name stands before it.</summary>
    private static CardText Of(Speech speech, CharterSheet sheet, CharterLine line) => sheet.Partner is { } partner
        ? speech.Text("charter.partner.line", ("partner", speech.Name(partner.Name)), ("line", Line(speech, sheet.Section, line)))
        : Line(speech, sheet.Section, line);

    /// <summary>What a decision would change, cut to a card.</summary>
    public static List<CardText> Lines(Speech speech, ValueList<CharterChange> changes)
    {
        var lines = changes.SelectMany(change => Lines(speech, change)).ToList();
        if (lines.Count <= Changes) return lines;
        var more = speech.Text("charter.more", ("count", lines.Count - Changes));
        return [.. lines.Take(Changes), more];
    }

    private static void Beside(Speech speech, Sheet sheet, CharterCard charter)
    {
        foreach (var terms in charter.OwnTerms) sheet.Group(speech.Text("charter.terms", ("partner", speech.Name(terms.Partner.Name))), [Cut(speech, terms.Terms)]);
        sheet.Section("charter.confirmed", charter.Goals.SelectMany(goal => Goal(speech, goal)));
    }

    /// <summary>Who confirmed a goal as its own, in which wording, and by name who has not yet.</summary>
    private static List<CardText> Goal(Speech speech, GoalView goal)
    {
        var lines = new List<CardText>();
        if (goal.Own.Count > 0) lines.Add(speech.Text("charter.goal.own", ("goal", Cut(speech, goal.Text)), ("partners", Names(speech, goal.Own))));
        lines.AddRange(goal.Earlier.Select(earlier => speech.Text(
            "charter.goal.earlier", ("partner", speech.Name(earlier.Partner.Name)), ("wording", Cut(speech, earlier.Text)), ("date", speech.Day(earlier.At)))));
        if (goal.Open.Count > 0) lines.Add(speech.Text("charter.goal.open", ("goal", Cut(speech, goal.Text)), ("partners", Names(speech, goal.Open))));
        return lines;
    }

    private static void Buttons(Sheet sheet, CharterCard charter, bool isDraft, int page, int pages)
    {
        if (page + 1 < pages)
        {
            var verb = isDraft ? Verbs.CharterDraft : Verbs.Charter;
            sheet.Act(Verbs.Say, $"{GrammarWords.English.FirstPhrase[verb]} page {page + 1}", "button.next-page");
        }

        foreach (var act in charter.Acts)
        {
            switch (act)
            {
                case CharterAct.ShowDraft when !isDraft: sheet.Act(Verbs.CharterDraft); break;
                case CharterAct.Edit: sheet.Act(Verbs.EditCharter); break;
                case CharterAct.Propose: sheet.Act(Verbs.ProposeCharter); break;
                case CharterAct.Adopt: sheet.Act(Verbs.AdoptCharter); break;
                case CharterAct.OwnTerms: sheet.Act(Verbs.OwnTerms); break;
                case CharterAct.ConfirmGoal: sheet.Act(Verbs.ConfirmGoal); break;
            }
        }
    }

    private static List<List<CharterSheet>> Pages(CharterCard charter)
    {
        List<List<CharterSheet>> pages = [[]];
        var length = 0;
        foreach (var section in charter.Sheets)
        {
            var more = section.Lines.Sum(static line => 40 + (line.Text?.Length ?? 0) + (line.Other?.Length ?? 0));
            if (length > 0 && length + more > PerPage)
            {
                pages.Add([]);
                length = 0;
            }

            pages[^1].Add(section);
            length += more;
        }

        return pages;
    }

    private static List<CardText> Lines(Speech speech, CharterChange change)
    {
        var heading = Heading(speech, change.Section, change.Partner);
        return
        [
            .. change.Before.Select(line => speech.Text("charter.removed", ("section", heading), ("line", Line(speech, change.Section, Short(line))))),
            .. change.After.Select(line => speech.Text("charter.added", ("section", heading), ("line", Line(speech, change.Section, Short(line))))),
        ];
    }

    private static CharterLine Short(CharterLine line) => line with { Text = Short(line.Text) };

    private static string? Short(string? text) => text is { Length: > PerLine }
        ? string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[PerLine - 1]) ? PerLine - 1 : PerLine), "\u2026") : text;

    private static CardText Cut(Speech speech, string? text) => speech.Name(Short(text));

    private static CardText Names(Speech speech, IEnumerable<Named<PartnerId>> partners) =>
        DecisionCards.And(speech, partners.Select(partner => speech.Name(partner.Name)));

    internal static CardText Heading(Speech speech, CharterSection section, Named<PartnerId>? partner)
    {
        var heading = speech.Text($"charter.{Keys.Of(section)}");
        return partner is null ? heading : speech.Text("charter.of", ("section", heading), ("partner", speech.Name(partner.Name)));
    }

    internal static CardText Line(Speech speech, CharterSection section, CharterLine line) => section switch
    {
        CharterSection.Goals when line.By is { } by => speech.Text("alliance.goal.by", ("goal", speech.Name(line.Text)), ("date", speech.Date(by))),
        CharterSection.Funding => speech.Text("alliance.funds", ("funder", speech.Name(line.Text)), ("funded", speech.Name(line.Other))),
        CharterSection.Hours => speech.Text("charter.hours.month", ("count", line.Number ?? 0)),
        CharterSection.KeepPromises or CharterSection.KeepDecisions or CharterSection.KeepTalks or CharterSection.KeepPeople =>
            speech.Text("charter.days", ("count", line.Number ?? 0)),
        _ => speech.Name(line.Text),
    };
}

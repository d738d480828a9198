using AllianceBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Which figures are asked for: whose, over which days, and behind which figure to look.</summary>
internal sealed record LedgerWish(LedgerWhose Whose, PartnerId? Partner, LedgerSpan Span, LocalDate? Since, LedgerFigure? Figure)
{
    /// <summary>Days that are looked back on where nothing is said.</summary>
    private const int UsualDays = 90;

    /// <summary>What the fields of a command or a button say; null for values that are none.</summary>
    public static LedgerWish Of(Scene scene, Filled fields)
    {
        PartnerId? named = fields[FieldNames.Partner] is { } id ? new PartnerId(id) : null;
        var own = LedgerViews.OwnOf(scene.Alliance, scene.Me);
        var whose = fields[FieldNames.Whose] switch
        {
            "me" => LedgerWhose.Person,
            "all" => LedgerWhose.Sum,
            "us" => LedgerWhose.Partner,
            _ when named is not null || own.Count > 0 => LedgerWhose.Partner,
            _ => LedgerWhose.Sum,
        };
        var partner = whose == LedgerWhose.Partner ? named ?? (own.Count > 0 ? own[0].Id : new PartnerId("")) : (PartnerId?)null;
        return new(
            whose, partner,
            Enum.TryParse<LedgerSpan>(fields[FieldNames.Span], ignoreCase: true, out var span) ? span : LedgerSpan.Days90,
            LocalDatePattern.Iso.Parse(fields[FieldNames.Since] ?? "") is { Success: true } since ? since.Value : null,
            Enum.TryParse<LedgerFigure>(fields[FieldNames.Figure], ignoreCase: true, out var figure) ? figure : null);
    }

    public LedgerPeriod Period(LocalDate today) => (Since, Span) switch
    {
        ({ } since, _) => LedgerPeriod.Since(since, today),
        (_, LedgerSpan.Quarter) => LedgerPeriod.Quarter(today),
        (_, LedgerSpan.Ever) => LedgerPeriod.All(today),
        _ => LedgerPeriod.LastDays(today, UsualDays),
    };

    /// <summary>What can be typed for it.</summary>
    public string Sentence(string verb)
    {
        List<string> parts = [GrammarWords.English.FirstPhrase[verb]];
        if (Whose == LedgerWhose.Person) parts.Add(Phrase(FieldNames.Whose, "me"));
        if (Whose == LedgerWhose.Sum) parts.Add(Phrase(FieldNames.Whose, "all"));
        if (Partner is { } partner) parts.Add(((Subject)partner).ToString());
        if (Figure is { } figure) parts.Add(Phrase(FieldNames.Figure, figure.ToString().ToLowerInvariant()));
        if (Since is { } since) parts.Add($"{GrammarWords.English.Clauses[FieldNames.Since][0]} {LocalDatePattern.Iso.Format(since)}");
        else if (Span != LedgerSpan.Days90) parts.Add(Phrase(FieldNames.Span, Span.ToString().ToLowerInvariant()));
        return string.Join(' ', parts);
    }

    private static string Phrase(string field, string value) => GrammarWords.English.Flags[field]
        .Where(entry => entry.Value == value).Select(static entry => entry.Key)
        .OrderBy(static phrase => phrase.Contains('-', StringComparison.Ordinal)).ThenBy(static phrase => phrase, StringComparer.Ordinal).First();
}

/// <summary>How far back figures look where no day is said.</summary>
internal enum LedgerSpan
{
    Days90,
    Quarter,
    Ever,
}

using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Writes what was pressed as a sentence that could have been typed: what help, hints and picks show.</summary>
internal sealed class Twins(GrammarWords words, Grammar grammar)
{
    public static readonly Twins English = new(GrammarWords.English, Grammar.English);

    /// <summary>The plainest sentence that is read back as exactly this; null for what cannot be typed in one sentence.</summary>
    public string? Sentence(Intent intent, Saying saying)
    {
        foreach (var style in (Style[])[Style.Plain, Style.Quoted, Style.Ids])
        {
            var sentence = Write(intent, saying.Names, style);
            if (grammar.Read(sentence, saying) is Understood read && Same(read.Intent, intent)) return sentence;
        }

        return null;
    }

    private static bool Same(Intent read, Intent meant) =>
        read.Verb == meant.Verb && read.Item == meant.Item && read.Also == meant.Also && read.Fields.Equals(meant.Fields) && read.Faults.Count == 0;

    private string Write(Intent intent, INames names, Style style)
    {
        List<string> parts = [words.FirstPhrase[intent.Verb.Name]];
        if (intent.Item is { Kind: SubjectKind.Commitment } item) parts.Add(names.Number(new CommitmentId(item.Id)) ?? item.ToString());
        else if (intent.Item is { Kind: SubjectKind.Decision } decision) parts.Add(names.Number(new DecisionId(decision.Id)) ?? decision.ToString());
        else if (intent.Item is { Kind: SubjectKind.Process } process) parts.Add(names.Number(new ProcessId(process.Id)) ?? process.ToString());
        else if (intent.Item is { Kind: SubjectKind.Case } conflict) parts.Add(names.Number(new CaseId(conflict.Id)) ?? conflict.ToString());
        else if (intent.Item is { Kind: SubjectKind.Round } round) parts.Add(names.Number(new RoundId(round.Id)) ?? round.ToString());
        else if (intent.Item is { Kind: SubjectKind.Indicator } indicator) parts.Add(names.Number(new IndicatorId(indicator.Id)) ?? indicator.ToString());
        else if (intent.Item is { } other) parts.Add(other.ToString());
        foreach (var also in intent.Also) parts.Add(also.Kind == SubjectKind.Commitment ? names.Number(new CommitmentId(also.Id)) ?? also.ToString() : also.ToString());
        if (intent.Verb.Rest is { Length: > 0 } rest && intent.Fields[rest] is { Length: > 0 } value) parts.Add(Value(rest, value, names, style));
        foreach (var (field, marker) in Order(intent.Verb))
        {
            if (field == intent.Verb.Rest || intent.Fields[field] is not { } given) continue;
            if (words.Flags.TryGetValue(field, out var flag)) parts.Add(flag.First(entry => entry.Value == given).Key);
            else if (!IsImplied(field, intent.Fields)) parts.Add($"{words.Clauses[marker][0]} {Value(field, given, names, style)}");
        }

        return string.Join(' ', parts);
    }

    private static IEnumerable<(string Field, string Marker)> Order(Verb verb) => verb.Fields.Select(static field => (field, field switch
    {
        FieldNames.Doer or FieldNames.DoerPartner => Sides.Doer,
        FieldNames.Receiver or FieldNames.ReceiverPartner => Sides.Receiver,
        _ => field,
    }));

    /// <summary>Who names a person names the partner as well.</summary>
    private static bool IsImplied(string field, Filled fields) =>
        (field == FieldNames.DoerPartner && fields[FieldNames.Doer] is not null)
        || (field == FieldNames.ReceiverPartner && fields[FieldNames.Receiver] is not null);

    private string Value(string field, string value, INames names, Style style) => Typing.Of(field) switch
    {
        FieldType.Person => Name(new PersonId(value), names, style),
        FieldType.Partner => Name(new PartnerId(value), names, style),
        FieldType.Who => Subject.Parse(value) is { } who ? Name(who, names, style) : value,
        FieldType.Goal => value.Length == 0 ? words.NoGoal.Items[0] : names.Number(new GoalId(value)),
        FieldType.Role => First(words.Roles, value),
        FieldType.PartnerKind => First(words.Kinds, value),
        FieldType.Section => First(words.Sections, value),
        FieldType.Outcome => First(words.Outcomes, value),
        FieldType.Evidence => First(words.Evidence, value),
        FieldType.Promise => names.Number(new CommitmentId(value)) ?? value,
        FieldType.Told => First(words.Told, value),
        FieldType.Every => First(words.Every, value),
        FieldType.Text => style == Style.Plain ? value : Quote(value),
        _ => value,
    };

    private static string Name(Subject who, INames names, Style style) => style switch
    {
        Style.Ids => who.ToString(),
        Style.Quoted => Quote(names.NameOf(who)),
        _ => names.NameOf(who),
    };

    private static string First(IEnumerable<KeyValuePair<string, string>> table, string value) =>
        table.Where(entry => entry.Value == value).Select(static entry => entry.Key).Order(StringComparer.Ordinal).FirstOrDefault() ?? value;

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private enum Style
    {
        Plain,
        Quoted,
        Ids,
    }
}

using AllianceBot.Domain;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Reads what a button brings. All of it is hostile: only known fields of the verb are taken, each is read anew.</summary>
internal static class Presses
{
    /// <summary>What is wanted.</summary>
    /// <param name="verb">What pressing does; for a form's button the verb of the form.</param>
    /// <param name="fields">What came.</param>
    public static Intent Read(Verb verb, IReadOnlyDictionary<string, string> fields, Saying saying)
    {
        var (filled, faults) = (Filled.Nothing, ValueList<FieldFault>.Empty);
        foreach (var name in Names(verb))
        {
            if (!fields.TryGetValue(name, out var came) || came is null || Clean.Line(came, name) is not { Length: > 0 } value) continue;
            var (read, fault) = Value(name, value, saying);
            if (read is not null) filled = filled.With(name, read);
            if (fault is not null) faults = faults.Add(new(name, fault));
        }

        // The address of the message it was made of travels with the form and is no field to fill in.
        if (verb.Name is Verbs.Request or Verbs.Offer && MessageLinks.Read(fields.GetValueOrDefault(FieldNames.Link)) is { Length: > 0 } link)
        {
            filled = filled.With(FieldNames.Link, link);
        }

        return new(verb, Subject.Parse(fields.GetValueOrDefault(FieldNames.Item)), filled) { Faults = faults };
    }

    private static IEnumerable<string> Names(Verb verb) => verb.Name == Verbs.Answers
        ? verb.Fields.Concat(Enumerable.Range(1, Answering.Most).Select(static row => $"{FieldNames.Answer}{row}"))
        : verb.Fields.Contains(FieldNames.Promises) ? verb.Fields.Concat(PromiseRows.Names) : verb.Fields;

    private static (string? Value, Said? Fault) Value(string name, string value, Saying saying)
    {
        switch (Typing.Of(name))
        {
            case FieldType.Date:
                return Date(value, saying);
            case FieldType.PastDate:
                return Date(value, saying, looksBack: true);
            case FieldType.Word:
                return GrammarWords.English.Flags[name].Values.Contains(value.ToLowerInvariant()) ? (value.ToLowerInvariant(), null) : NotKnown;
            case FieldType.Measure:
                return Measures.Read(value) is { } measure ? (measure, null) : (null, new Said("values.no-measure").Quoting("typed", Clean.Short(value)));
            case FieldType.Every:
                return !char.IsAsciiDigit(value[0]) && Enum.TryParse<ReportEvery>(value, ignoreCase: true, out var every) && Enum.IsDefined(every)
                    ? (Keys.Of(every), null) : NotKnown;
            case FieldType.Person:
                return Known(new PersonId(value), saying);
            case FieldType.Partner:
                return Known(new PartnerId(value), saying);
            case FieldType.Goal when value == CommitmentForms.NoGoal:
                return ("", null);
            case FieldType.Goal:
                return saying.Names.Goal($"goal:{value}") is { } goal ? (goal.Value, null) : NotKnown;
            case FieldType.Role:
                return Code<Role>(value);
            case FieldType.PartnerKind:
                return Code<PartnerKind>(value);
            case FieldType.Section:
                return Code<CharterSection>(value);
            case FieldType.Outcome:
                return value.ToLowerInvariant() is "kept" or "keptlate" or "active" ? (value.ToLowerInvariant(), null) : NotKnown;
            case FieldType.Flag:
                return (value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true" : "false", null);
            case FieldType.Evidence:
                return value.ToLowerInvariant() is "link" or "number" or "file" ? (value.ToLowerInvariant(), null) : NotKnown;
            case FieldType.Amount:
                return new Values(GrammarWords.English, saying.Names, new Dates(GrammarWords.English.Dates, saying.Today, saying.Locale), value)
                    .OfField(name, value) is { } amount ? (amount, null) : (null, new Said("values.no-amount"));
            case FieldType.Promise:
                return saying.Names.Number(new CommitmentId(value)) is { } number && saying.Names.Promise(number).Found?.Value == value
                    ? (value, null) : NotKnown;
            case FieldType.Told:
                return !char.IsAsciiDigit(value[0]) && Enum.TryParse<ToldAnswer>(value, ignoreCase: true, out var told) && Enum.IsDefined(told)
                    ? (told.ToString().ToLowerInvariant(), null) : NotKnown;
            case FieldType.Repeats:
                return SeriesForms.Choices.Contains(value.ToLowerInvariant()) ? (value.ToLowerInvariant(), null) : NotKnown;
            case FieldType.Wish:
                return DigestSteps.Choices(name).FirstOrDefault(choice => choice.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } wish ? (wish, null) : NotKnown;
            case FieldType.Moment:
                return Moment(value, saying);
            case FieldType.Who:
                return Subject.Parse(value) is { Kind: SubjectKind.Person or SubjectKind.Partner } who && Known(who, saying).Value is not null
                    ? (who.ToString(), null) : NotKnown;
            case FieldType.Number:
                return value.Length <= 4 && value.All(char.IsAsciiDigit) ? (value, null) : NotKnown;
            default:
                return (value, null);
        }
    }

    private static (string? Value, Said? Fault) NotKnown => (null, new Said("values.not-known"));

    private static (string? Value, Said? Fault) Date(string value, Saying saying, bool looksBack = false)
    {
        var read = new Dates(GrammarWords.English.Dates, saying.Today, saying.Locale, looksBack).Whole(value);
        return read switch
        {
            { Date: { } date } => (LocalDatePattern.Iso.Format(date), null),
            { Fault: { } fault } => (null, fault),
            _ => (null, new Said("dates.not-read").Quoting("typed", Clean.Short(value))),
        };
    }

    private static (string? Value, Said? Fault) Moment(string value, Saying saying)
    {
        var tokens = Tokens.Of(value);
        var read = new Moments(GrammarWords.English, new Dates(GrammarWords.English.Dates, saying.Today, saying.Locale)).At(tokens, 0);
        return read is { } moment && moment.Words == tokens.Count
            ? (moment.Written, moment.Fault)
            : (null, new Said("values.no-time").Quoting("typed", Clean.Short(value)));
    }

    private static (string? Value, Said? Fault) Known(Subject who, Saying saying) =>
        saying.Names.Find(who.ToString()) is [_] ? (who.Id, null) : NotKnown;

    private static (string? Value, Said? Fault) Code<T>(string value)
        where T : struct, Enum =>
        !char.IsAsciiDigit(value[0]) && Enum.TryParse<T>(value, ignoreCase: true, out var code) && Enum.IsDefined(code)
            ? (code.ToString(), null) : NotKnown;
}

/// <summary>Cleans what people type before anything reads it.</summary>
internal static class Clean
{
    /// <summary>Characters of what is typed or sent in one field that are read at all; a text itself may have <see cref="Limits.Text"/>.</summary>
    public const int Most = 20_000;

    /// <summary>Without halves of characters and without control characters other than line ends and tabs.</summary>
    public static string Text(string text)
    {
        var clean = new char[Math.Min(text.Length, Most)];
        var length = 0;
        for (var at = 0; at < clean.Length; at++)
        {
            var letter = text[at];
            if (char.IsHighSurrogate(letter) && at + 1 < text.Length && at + 1 < clean.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean[length++] = letter;
                clean[length++] = text[++at];
            }
            else if (letter == '\u00A0')
            {
                clean[length++] = ' ';
            }
            else if (!char.IsSurrogate(letter) && (!char.IsControl(letter) || letter is '\n' or '\t'))
            {
                clean[length++] = letter;
            }
        }

        return new string(clean, 0, length).Trim();
    }

    /// <summary>A field's value: names of a thing on one line, texts as they are.</summary>
    public static string Line(string text, string field)
    {
        var clean = Text(text);
        return (PromiseRows.Of(field)?.Part ?? field) is FieldNames.What or FieldNames.Name or FieldNames.Member or FieldNames.Zone or FieldNames.Code
            ? string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : clean;
    }

    /// <summary>A piece that fits into a sentence of an answer.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[58]) ? 58 : 59), "\u2026");
}

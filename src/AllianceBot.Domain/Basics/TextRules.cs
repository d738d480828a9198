namespace AllianceBot.Domain;

/// <summary>What a text that came from outside must be like. The same codes for every field of every form.</summary>
public static class TextRules
{
    /// <summary>Facts: field.</summary>
    public const string Missing = "text.missing";

    /// <summary>Facts: field, length, limit.</summary>
    public const string TooLong = "text.too-long";

    /// <summary>Facts: field. The field holds line breaks or other signs that a name cannot have.</summary>
    public const string NotAName = "text.not-a-name";

    public static IReadOnlyList<string> Codes { get; } = [Missing, TooLong, NotAName];

    /// <summary>One line that names something, within <see cref="Limits.Name"/>; null when it is fine.</summary>
    public static Refusal? Name(Words? words, string field) =>
        Text(words, field, Limits.Name) ?? (words!.Text!.Any(char.IsControl) ? new Refusal(NotAName).With("field", field) : null);

    /// <summary>A free text that must be there, within <see cref="Limits.Text"/> or a limit of its own; null when it is fine.</summary>
    public static Refusal? Text(Words? words, string field, int limit = Limits.Text)
    {
        if (string.IsNullOrWhiteSpace(words?.Text)) return new Refusal(Missing).With("field", field);
        return Optional(words, field, limit);
    }

    /// <summary>A free text that may be left out; null when it is fine.</summary>
    public static Refusal? Optional(Words? words, string field, int limit = Limits.Text) =>
        words?.Text is { } text && text.Length > limit
            ? new Refusal(TooLong).With("field", field).With("length", $"{text.Length}").With("limit", $"{limit}")
            : null;
}

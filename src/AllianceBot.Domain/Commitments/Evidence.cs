using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>What has to come with a report.</summary>
public enum EvidenceKind
{
    None,

    /// <summary>An https address.</summary>
    Link,

    /// <summary>A number, with its unit if wanted.</summary>
    Number,

    /// <summary>Where the file is, as both sides know it.</summary>
    File,
}

/// <summary>What may stand as evidence. It is only ever shown as text.</summary>
internal static class EvidenceRules
{
    /// <summary>Facts: need.</summary>
    public static readonly Refusal Missing = new("evidence.missing");
    public static readonly Refusal NotALink = new("evidence.not-a-link");
    public static readonly Refusal NotANumber = new("evidence.not-a-number");

    /// <summary>Characters.</summary>
    public const int Most = 500;

    public static ValueList<Refusal> All => [Missing, NotALink, NotANumber];

    /// <summary>Why this does not do for these terms, or null.</summary>
    public static Refusal? Check(EvidenceKind needed, Words? proof)
    {
        var text = proof?.Text?.Trim() ?? "";
        if (text.Length == 0) return needed == EvidenceKind.None ? null : Missing.With("need", CommitmentHistory.Code(needed));
        if (TermsRules.Optional("proof", proof, Most) is { } tooLong) return tooLong;
        if (text.Any(char.IsControl)) return new Refusal(TextRules.NotAName).With("field", "proof");
        var address = text.Contains("://", StringComparison.Ordinal);
        if (needed == EvidenceKind.Link || address) return IsLink(text) ? null : NotALink;
        return needed == EvidenceKind.Number && !IsNumber(text) ? NotANumber : null;
    }

    /// <summary>An https address of a host with a name, without a name or password in it and without blanks.</summary>
    private static bool IsLink(string text) => !text.Any(char.IsWhiteSpace)
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsNumber(string text) =>
        decimal.TryParse(text.Split(' ', 2)[0].TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}

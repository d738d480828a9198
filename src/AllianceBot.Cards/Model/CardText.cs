using System.Text;

namespace AllianceBot.Cards;

/// <summary>Words on their way to a card: a person's text, which is shown exactly as typed, our own words, which may hold markdown, or both in one sentence.</summary>
public readonly record struct CardText
{
    private readonly TextPiece[]? pieces;

    private CardText(TextPiece[] pieces) => this.pieces = pieces;

    internal TextPiece[] Pieces => pieces ?? [];

    /// <summary>Text that a person wrote, or anything of which that cannot be excluded.</summary>
    public static CardText Typed(string text) => new([new TextPiece(text, IsOwn: false)]);

    /// <summary>Our own words. Markdown in them is meant; never pass what a person wrote.</summary>
    public static CardText Markup(string ownWords) => new([new TextPiece(ownWords, IsOwn: true)]);

    /// <summary>One text after the other, each keeping its nature.</summary>
    public static CardText Join(params ReadOnlySpan<CardText> texts)
    {
        var all = new List<TextPiece>();
        foreach (var text in texts) all.AddRange(text.Pieces);
        return new([.. all]);
    }

    /// <summary>Markdown that shows exactly this text, with control characters and direction overrides left out.</summary>
    public static string Plain(string text) => Typed(text).ToMarkdown();

    internal static CardText Of(TextPiece[] pieces) => new(pieces);

    /// <summary>The text for a place that reads markdown: what people typed is escaped, our own words are not.</summary>
    public string ToMarkdown()
    {
        if (pieces is null) return string.Empty;
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.IsOwn) text.Append(piece.Text);
            else TextRules.Escape(piece.Text, text);
        }
        return text.ToString();
    }

    /// <summary>The text for a place that shows characters as they are.</summary>
    public override string ToString() => pieces switch
    {
        null => string.Empty,
        [var only] => only.Text,
        _ => string.Concat(pieces.Select(piece => piece.Text)),
    };

    public bool Equals(CardText other) => Pieces.AsSpan().SequenceEqual(other.Pieces);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}

internal readonly record struct TextPiece(string Text, bool IsOwn);

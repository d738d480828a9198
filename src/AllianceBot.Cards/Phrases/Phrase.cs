namespace AllianceBot.Cards;

/// <summary>The words of one key in one language: one form, or one per plural category chosen by the parameter <c>count</c>.</summary>
internal sealed class Phrase(string language, string key, IReadOnlyDictionary<string, PhrasePart[]> forms)
{
    public const string CountName = "count";

    private TextPiece[]? ready;

    public IReadOnlyList<string> Parameters { get; } =
        [.. forms.Values.SelectMany(parts => parts).Where(part => part.IsParameter).Select(part => part.Text).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, PhrasePart[]> Forms => forms;

    public bool HasPlurals => !forms.ContainsKey(string.Empty);

    /// <summary>The words when nothing has to be filled in; null otherwise.</summary>
    public string? Fixed { get; } = !forms.TryGetValue(string.Empty, out var parts) ? null : parts switch
    {
        [] => string.Empty,
        [{ IsParameter: false } only] => only.Text,
        _ => null,
    };

    public CardText Fill(ReadOnlySpan<PhraseArgument> arguments)
    {
        if (Fixed is { } words) return CardText.Of(ready ??= [new TextPiece(words, IsOwn: true)]);
        var form = Form(arguments);
        var count = 0;
        foreach (var part in form) count += part.IsParameter ? Find(part.Text, arguments).Text.Pieces.Length : 1;
        var pieces = new TextPiece[count];
        var at = 0;
        foreach (var part in form)
        {
            if (part.IsParameter)
            {
                var text = Find(part.Text, arguments).Text.Pieces;
                text.CopyTo(pieces, at);
                at += text.Length;
            }
            else
            {
                pieces[at++] = new TextPiece(part.Text, IsOwn: true);
            }
        }
        return CardText.Of(pieces);
    }

    private PhrasePart[] Form(ReadOnlySpan<PhraseArgument> arguments)
    {
        if (!HasPlurals) return forms[string.Empty];
        var count = Find(CountName, arguments).Count ?? throw Mistake($"'{CountName}' has to be a whole number");
        if (count == 0 && forms.TryGetValue("zero", out var none)) return none;
        return forms.TryGetValue(Plurals.Category(language, count), out var form) ? form : forms["other"];
    }

    private PhraseArgument Find(string name, ReadOnlySpan<PhraseArgument> arguments)
    {
        foreach (var argument in arguments)
            if (string.Equals(argument.Name, name, StringComparison.Ordinal))
                return argument;
        throw Mistake($"nothing was given for '{name}'");
    }

    private ArgumentException Mistake(string what) => new($"The words for '{key}' ({language}) cannot be filled in: {what}.");
}

/// <summary>A stretch of words, or the name of what is filled in there.</summary>
internal readonly record struct PhrasePart(string Text, bool IsParameter);

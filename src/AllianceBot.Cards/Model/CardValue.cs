using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>One value of a <see cref="CardModel"/>. A string is taken as a person's text and can become neither markdown nor structure.</summary>
public readonly record struct CardValue
{
    internal readonly ValueKind Kind;
    internal readonly double Number;
    internal readonly object? Reference;

    internal CardValue(ValueKind kind, object? reference = null, double number = 0)
    {
        Kind = kind;
        Reference = reference;
        Number = number;
    }

    internal static CardValue Null => new(ValueKind.Null);
    internal static CardValue Fault => new(ValueKind.Fault);

    /// <summary>No value: the template's <c>exists(x)</c> is false. A null string, model or text is the same.</summary>
    public static CardValue None => default;

    /// <summary>A word the layout understands (a colour name, a verb, an id of ours); the only kind that fits where text would be structure.</summary>
    public static CardValue Token(string ownWord) => new(ValueKind.Own, ownWord);

    /// <summary>Our own words, in which markdown is meant.</summary>
    public static CardValue Markup(string ownWords) => new(ValueKind.Own, ownWords);

    /// <summary>An address to open. Only absolute https addresses are taken, and http ones of this machine; others throw.</summary>
    public static CardValue Link(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }
            ? new(ValueKind.Link, address.AbsoluteUri)
            : throw new ArgumentException("Only an absolute https address can be shown as a link.", nameof(address));

    /// <summary>A list that repeats an element.</summary>
    public static CardValue List(IReadOnlyCollection<CardModel> items)
    {
        var values = new CardValue[items.Count];
        var at = 0;
        foreach (var item in items) values[at++] = item;
        return new(ValueKind.List, values);
    }

    /// <summary>A list of plain values, each reached as <c>${$data}</c>.</summary>
    public static CardValue Values(params ReadOnlySpan<CardValue> items) => new(ValueKind.List, items.ToArray());

    /// <summary>A list that repeats an element, one model per item.</summary>
    public static CardValue List<T>(IReadOnlyCollection<T> items, Func<T, CardModel> model)
    {
        var values = new CardValue[items.Count];
        var at = 0;
        foreach (var item in items) values[at++] = model(item);
        return new(ValueKind.List, values);
    }

    /// <summary>The value that this JSON stands for; its strings are a person's text.</summary>
    public static CardValue FromJson(JsonElement json) => JsonModels.Read(json, ValueKind.Typed);

    public static implicit operator CardValue(string? typed) => typed is null ? default : new(ValueKind.Typed, typed);

    public static implicit operator CardValue(CardText text) => text.Pieces switch
    {
        [] => new(ValueKind.Own, string.Empty),
        [var only] => new(only.IsOwn ? ValueKind.Own : ValueKind.Typed, only.Text),
        var several => new(ValueKind.Pieces, several),
    };

    public static implicit operator CardValue(CardText? text) => text is { } some ? some : default(CardValue);

    public static implicit operator CardValue(int number) => new(ValueKind.Number, number: number);

    public static implicit operator CardValue(long number) => new(ValueKind.Number, number: number);

    /// <summary>A number that is none (or has no end) is left out.</summary>
    public static implicit operator CardValue(double number) => double.IsFinite(number) ? new(ValueKind.Number, number: number) : default;

    public static implicit operator CardValue(decimal number) => new(ValueKind.Number, number: (double)number);

    public static implicit operator CardValue(bool flag) => new(ValueKind.Flag, number: flag ? 1 : 0);

    public static implicit operator CardValue(CardModel? model) => model is null ? default : new(ValueKind.Model, model);

    public static implicit operator CardValue(CardModel[]? items) => items is null ? default : List(items);

    internal bool IsNothing => Kind is ValueKind.Missing or ValueKind.Null;

    internal bool IsText => Kind is ValueKind.Typed or ValueKind.Own or ValueKind.Pieces or ValueKind.Link;

    internal ReadOnlySpan<CardValue> Items => (CardValue[])Reference!;

    internal int TextLength
    {
        get
        {
            if (Kind != ValueKind.Pieces) return Text.Length;
            var length = 0;
            foreach (var piece in (TextPiece[])Reference!) length += piece.Text.Length;
            return length;
        }
    }

    internal string Text => Kind == ValueKind.Pieces
        ? CardText.Of((TextPiece[])Reference!).ToString()
        : (string)Reference!;
}

internal enum ValueKind
{
    Missing,
    Null,
    Flag,
    Number,
    Typed,
    Own,
    Pieces,
    Link,
    Model,
    List,
    Fault,
}

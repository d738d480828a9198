using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace AllianceBot.Cards;

/// <summary>One expansion under way: where the JSON goes, and what names mean at this point of the template.</summary>
internal ref struct Expansion
{
    public Utf8Output Output;
    public CardValue Root;
    public CardValue Data;
    public int Index = -1;
    private readonly string view;
    private readonly ICollection<string>? missing;

    public Expansion(string view, CardValue root, ICollection<string>? missing, IBufferWriter<byte> to)
    {
        Output = new Utf8Output(to);
        Root = root;
        Data = root;
        this.view = view;
        this.missing = missing;
    }

    /// <summary>A value as the text it has inside another text; null where it has none.</summary>
    public static string? TextOf(CardValue value) => value.Kind switch
    {
        ValueKind.Number => JsNumber.Format(value.Number),
        ValueKind.Flag => value.Number != 0 ? "true" : "false",
        _ => value.IsText ? value.Text : null,
    };

    /// <summary>A value that should be shown but is not there. The official package shows the expression instead; people should not see that.</summary>
    public readonly CardValue Missing(string source)
    {
        if (missing is null) throw new CardModelException($"{view}: the template shows '{source}', but the model does not have it.");
        missing.Add(source);
        return new CardValue(ValueKind.Own, "${" + source + "}");
    }

    [DoesNotReturn]
    public readonly CardValue Broken(string source) =>
        throw new CardModelException($"{view}: '{source}' has no value that can stand there.");

    /// <summary>Writes a value inside a JSON string.</summary>
    public void WriteText(CardValue value, TextPlace place, Expression source)
    {
        switch (value.Kind)
        {
            case ValueKind.Typed when place is TextPlace.Own or TextPlace.Address:
                throw new CardModelException($"{view}: '{source}' is a person's text, which must not stand where only our own words may.");
            case ValueKind.Typed:
                TextRules.Write(ref Output, value.Text, place);
                break;
            case ValueKind.Own:
                TextRules.Write(ref Output, value.Text, TextPlace.Exact);
                break;
            case ValueKind.Link:
                TextRules.Write(ref Output, value.Text, place);
                break;
            case ValueKind.Pieces:
                foreach (var piece in (TextPiece[])value.Reference!)
                    WriteText(new CardValue(piece.IsOwn ? ValueKind.Own : ValueKind.Typed, piece.Text), place, source);
                break;
            case ValueKind.Number:
                Output.Number(value.Number);
                break;
            case ValueKind.Flag:
                Output.Raw(value.Number != 0 ? "true"u8 : "false"u8);
                break;
            case ValueKind.Missing or ValueKind.Null:
                break;
            default:
                Broken(source.ToString());
                break;
        }
    }

    /// <summary>Writes a value that is the whole of a JSON value, keeping its type.</summary>
    public void WriteValue(CardValue value, TextPlace place, bool asText, Expression source)
    {
        var quoted = value.IsText || (asText && missing is null && value.Kind is ValueKind.Number or ValueKind.Flag);
        if (quoted) Output.Byte((byte)'"');
        if (value.IsNothing) Output.Raw("null"u8);
        else if (value.Kind == ValueKind.List && place == TextPlace.Exact) WriteList(value, source);
        else if (value.Kind == ValueKind.Model && place == TextPlace.Exact) WriteModel(value, source);
        else WriteText(value, place, source);
        if (quoted) Output.Byte((byte)'"');
    }

    private void WriteList(CardValue list, Expression source)
    {
        var first = true;
        Output.Byte((byte)'[');
        foreach (var item in list.Items)
        {
            if (!first) Output.Byte((byte)',');
            first = false;
            WriteValue(item, TextPlace.Exact, asText: false, source);
        }
        Output.Byte((byte)']');
    }

    private void WriteModel(CardValue value, Expression source)
    {
        var model = (CardModel)value.Reference!;
        Output.Byte((byte)'{');
        for (var i = 0; i < model.Count; i++)
        {
            if (i > 0) Output.Byte((byte)',');
            Output.Byte((byte)'"');
            TextRules.Write(ref Output, model.Names[i], TextPlace.Exact);
            Output.Raw("\":"u8);
            WriteValue(model.Values[i], TextPlace.Exact, asText: false, source);
        }
        Output.Byte((byte)'}');
    }
}

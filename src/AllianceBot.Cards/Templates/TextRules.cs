using System.Buffers;
using System.Text;

namespace AllianceBot.Cards;

/// <summary>
/// What happens to a text so that a renderer shows it exactly as typed. A rune becomes one of: itself, an escape, a line break, nothing.
/// The same rules serve JSON output and plain strings.
/// </summary>
internal static class TextRules
{
    /// <summary>Told apart from other text by renderers only because a tag or an entity may follow; this mark, which nobody sees, ends the likeness.</summary>
    private const char Unseen = '\u200B';

    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017" +
        "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private const string Invisible =
        "\u007F\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096" +
        "\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029\uFEFF";

    private const string MarkdownSigns = "*_[]()~>#-`|!<&{";

    private static readonly SearchValues<char> ExactStops = SearchValues.Create(Controls + "\"\\");
    private static readonly SearchValues<char> LineStops = SearchValues.Create(Controls + Invisible + "\"\\{");
    private static readonly SearchValues<char> MarkdownStops = SearchValues.Create(Controls + Invisible + "\"\\" + MarkdownSigns);
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u2028\u2029\u0085\u000B\u000C");
    private static readonly SearchValues<char> EscapedSigns = SearchValues.Create("\\*_[]()~>#-`|!");

    /// <summary>Writes the inside of a JSON string.</summary>
    public static void Write(ref Utf8Output output, ReadOnlySpan<char> text, TextPlace place)
    {
        if (place == TextPlace.Markdown) WriteMarkdown(ref output, text);
        else if (place is TextPlace.Line or TextPlace.Input) WriteVisible(ref output, text, keepLines: place == TextPlace.Input);
        else WriteExact(ref output, text);
    }

    /// <summary>Appends the markdown that shows this text.</summary>
    public static void Escape(string text, StringBuilder to)
    {
        // Through JSON and back: one set of rules, and this way is not the hot one.
        var buffer = new ArrayBufferWriter<byte>(text.Length + 16);
        var output = new Utf8Output(buffer);
        output.Byte((byte)'"');
        Write(ref output, text, TextPlace.Markdown);
        output.Byte((byte)'"');
        output.Flush();
        var reader = new System.Text.Json.Utf8JsonReader(buffer.WrittenSpan);
        reader.Read();
        to.Append(reader.GetString());
    }

    private static void WriteExact(ref Utf8Output output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var stop = text.IndexOfAny(ExactStops);
            if (stop < 0) break;
            output.Characters(text[..stop]);
            Quote(ref output, text[stop]);
            text = text[(stop + 1)..];
        }
        output.Characters(text);
    }

    private static void WriteVisible(ref Utf8Output output, ReadOnlySpan<char> text, bool keepLines)
    {
        while (true)
        {
            var stop = text.IndexOfAny(LineStops);
            if (stop < 0) break;
            output.Characters(text[..stop]);
            var sign = text[stop];
            text = text[(stop + 1)..];
            if (sign is '"' or '\\') Quote(ref output, sign);
            else if (sign == '\t') output.Byte((byte)' ');
            else if (sign == '{') Brace(ref output, text);
            else if (IsLineBreak(sign))
            {
                if (sign == '\r' && text is ['\n', ..]) continue;
                output.Raw(keepLines ? "\\n"u8 : " "u8);
            }
        }
        output.Characters(text);
    }

    private static void WriteMarkdown(ref Utf8Output output, ReadOnlySpan<char> text)
    {
        var written = false;
        while (TakeLine(ref text, out var line))
        {
            var indent = line.Length - line.TrimStart(" \t").Length;
            var content = line[indent..];
            if (content.IsEmpty) continue;
            // Teams breaks lines at an empty line only. Four spaces before a line would make it code.
            if (written) output.Raw("\\n\\n"u8);
            else if (indent > 0) output.Byte((byte)' ');
            WriteLine(ref output, content);
            written = true;
        }
    }

    private static void WriteLine(ref Utf8Output output, scoped ReadOnlySpan<char> line)
    {
        line = line[LineStart(ref output, line)..];
        while (true)
        {
            var stop = line.IndexOfAny(MarkdownStops);
            if (stop < 0) break;
            output.Characters(line[..stop]);
            var sign = line[stop];
            line = line[(stop + 1)..];
            WriteSign(ref output, sign, line);
        }
        output.Characters(line);
    }

    /// <summary>Leading digits with a dot would number a list, a leading plus or equals sign would begin a list or a heading.</summary>
    private static int LineStart(ref Utf8Output output, scoped ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        if (digits == line.Length) return 0;
        if (line[digits] is not '.' && (digits > 0 || line[0] is not ('+' or '='))) return 0;
        output.Characters(line[..digits]);
        output.Raw("\\\\"u8);
        output.Byte((byte)line[digits]);
        return digits + 1;
    }

    private static void WriteSign(ref Utf8Output output, char sign, scoped ReadOnlySpan<char> after)
    {
        if (sign == '"') Quote(ref output, sign);
        else if (EscapedSigns.Contains(sign))
        {
            output.Raw("\\\\"u8);
            Quote(ref output, sign);
        }
        else if (sign is '<' or '&')
        {
            output.Byte((byte)sign);
            if (after is [var next, ..] && (char.IsAsciiLetter(next) || next is '/' or '!' or '?' or '#')) output.Characters([Unseen]);
        }
        else if (sign == '{') Brace(ref output, after);
        else if (sign == '\t') output.Byte((byte)' ');
    }

    /// <summary>Two braces begin a macro ({{DATE(...)}}) that renderers replace before they show the text.</summary>
    private static void Brace(ref Utf8Output output, scoped ReadOnlySpan<char> after)
    {
        output.Byte((byte)'{');
        if (after is ['{', ..]) output.Characters([Unseen]);
    }

    private static void Quote(ref Utf8Output output, char sign)
    {
        const string Hex = "0123456789abcdef";
        switch (sign)
        {
            case '"': output.Raw("\\\""u8); break;
            case '\\': output.Raw("\\\\"u8); break;
            case '\n': output.Raw("\\n"u8); break;
            case '\r': output.Raw("\\r"u8); break;
            case '\t': output.Raw("\\t"u8); break;
            case < ' ':
                output.Raw("\\u00"u8);
                output.Byte((byte)Hex[sign >> 4]);
                output.Byte((byte)Hex[sign & 15]);
                break;
            default: output.Byte((byte)sign); break;
        }
    }

    private static bool TakeLine(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> line)
    {
        line = default;
        if (text.IsEmpty) return false;
        var end = text.IndexOfAny(LineBreaks);
        line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return true;
    }

    private static bool IsLineBreak(char sign) => LineBreaks.Contains(sign);
}

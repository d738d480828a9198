using System.Text;

namespace AllianceBot.Conversation;

/// <summary>
/// Writes a table for spreadsheets (RFC 4180, UTF-8 with its mark). A cell that a spreadsheet would take for a formula gets an
/// apostrophe in front, so that what somebody typed is shown and never worked out.
/// </summary>
internal sealed class Csv
{
    public const string Type = "text/csv; charset=utf-8";

    private readonly StringBuilder text = new("\uFEFF");

    public Csv Row(params IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(',');
            first = false;
            text.Append('"').Append(Safe(cell).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    /// <summary>A cell without what only steers, and harmless.</summary>
    internal static string Safe(string cell)
    {
        var clean = new StringBuilder(cell.Length);
        foreach (var letter in cell)
        {
            if (letter == '\n' || !char.IsControl(letter)) clean.Append(letter);
        }

        // Some programs pass over blanks and marks in front, and some read the wide signs of East Asian keyboards alike.
        var start = clean.ToString().TrimStart('\uFEFF', '\'', '"', ' ', '\n', '\u00A0', '\u3000');
        var isFormula = cell is ['\t' or '\r', ..] || start is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..];
        return isFormula ? $"'{clean}" : clean.ToString();
    }
}

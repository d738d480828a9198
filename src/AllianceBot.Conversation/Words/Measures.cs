using System.Globalization;
using System.Text.RegularExpressions;

namespace AllianceBot.Conversation;

/// <summary>
/// Reads numbers that were measured: "84", "84.5", "-3", "1,240", "$1,240", "40%". "12,5" is none: it could be twelve and a
/// half or a slip. The written form is invariant and without idle zeros.
/// </summary>
internal static partial class Measures
{
    public static string? Read(string typed)
    {
        var match = Shape().Match(typed.Trim().TrimEnd(',', ';', '!', '?'));
        if (!match.Success) return null;
        var digits = match.Groups[2].Value.Replace(",", "", StringComparison.Ordinal);
        var sign = match.Groups[1].Value is "-" or "\u2212" ? "-" : "";
        return decimal.TryParse($"{sign}{digits}{match.Groups[3].Value}", NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? Write(value) : null;
    }

    public static string Write(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The number of a field that was read; null where there is none.</summary>
    public static decimal? Of(string? written) =>
        decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^([+\-\u2212]?)[$\u20ac\u00a3]?([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(\.[0-9]{1,6})?%?\.?$")]
    private static partial Regex Shape();
}

using System.Globalization;

namespace AllianceBot.Cards;

/// <summary>Numbers as text, digit for digit as ECMAScript's <c>Number::toString</c> has them.</summary>
internal static class JsNumber
{
    public static string Format(double number)
    {
        if (number == 0) return "0";
        // "E16" would round; "R" gives the shortest digits that read back as the same number, as ECMAScript asks.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var sign = mantissa[0] == '-' ? "-" : "";
        mantissa = mantissa.TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var digits = whole + (point < 0 ? "" : mantissa[(point + 1)..]);
        var before = whole.Length + exponent;
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits.TrimStart('0').TrimEnd('0');
        before -= leading;
        return sign + Place(digits, before);
    }

    /// <summary>Digits d1..dk and the place n of the point: the value is 0.d1..dk times ten to the n.</summary>
    private static string Place(string digits, int n) => n switch
    {
        > 0 and <= 21 when digits.Length <= n => digits.PadRight(n, '0'),
        > 0 and <= 21 => $"{digits[..n]}.{digits[n..]}",
        > -6 and <= 0 => $"0.{new string('0', -n)}{digits}",
        _ => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(n - 1 < 0 ? "-" : "+")}{Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture)}",
    };
}

using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>The numbers of promises as people say them: P12, and P12.3 for the third occurrence of one that repeats.</summary>
public static class Numbers
{
    /// <summary>Without the letter: "12" or "12.3".</summary>
    public static string Label(int number, int occurrence) => occurrence == 0
        ? number.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{number}.{occurrence}");

    /// <summary>Without the letter: "12" or "12.3".</summary>
    public static string Label(Commitment promise) => Label(promise.Number, promise.Occurrence);

    /// <summary>Reads "P12", "#12", "12" and "P12.3"; null for anything else.</summary>
    public static (int Number, int Occurrence)? Parse(string text)
    {
        var digits = text.Length > 1 && text[0] is 'p' or 'P' or '#' ? text.AsSpan(1) : text.AsSpan();
        var dot = digits.IndexOf('.');
        var occurrence = 0;
        if (dot >= 0 && (!IsNumber(digits[(dot + 1)..], out occurrence) || occurrence == 0)) return null;
        return IsNumber(dot >= 0 ? digits[..dot] : digits, out var number) ? (number, occurrence) : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

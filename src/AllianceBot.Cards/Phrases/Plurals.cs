namespace AllianceBot.Cards;

/// <summary>Which plural form a whole number takes in a language (the cardinal rules of Unicode CLDR for whole numbers).</summary>
internal static class Plurals
{
    private static readonly string[] OneAndOther = ["one", "other"];
    private static readonly string[] Slavic = ["one", "few", "many", "other"];

    /// <summary>The forms that a phrase needs in this language; null where the rule is not known here.</summary>
    public static IReadOnlyList<string>? Forms(string language) => First(language) switch
    {
        "en" or "de" or "nl" or "sv" or "da" or "nb" or "fi" or "it" or "es" or "fr" or "pt" => OneAndOther,
        "pl" or "ru" or "uk" => Slavic,
        _ => null,
    };

    public static string Category(string language, long count)
    {
        var n = Math.Abs(count);
        return First(language) switch
        {
            "fr" or "pt" => n < 2 ? "one" : "other",
            "pl" when n == 1 => "one",
            "ru" or "uk" when n % 10 == 1 && n % 100 != 11 => "one",
            "pl" or "ru" or "uk" => n % 10 is >= 2 and <= 4 && n % 100 is < 12 or > 14 ? "few" : "many",
            _ => n == 1 ? "one" : "other",
        };
    }

    private static string First(string language) => language.Split('-')[0];
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The ranges of an alliance's settings.</summary>
public static class SettingsRules
{
    /// <summary>Facts: field, least, most.</summary>
    public static readonly Refusal OutOfRange = new("settings.out-of-range");

    /// <summary>Null when all are within their ranges; else the first that is not.</summary>
    public static Refusal? Check(Settings settings) =>
        Range("answerByDays", settings.AnswerByDays, 1, 60)
        ?? Range("changeAnswerByDays", settings.ChangeAnswerByDays, 1, 60)
        ?? Range("acceptByDays", settings.AcceptByDays, 1, 60)
        ?? Range("reworkGraceDays", settings.ReworkGraceDays, 1, 60)
        ?? Range("checkInLeadDays", settings.CheckInLeadDays, 1, 60)
        ?? Range("cadence", (int)settings.Cadence, (int)Cadence.ByLength, (int)Cadence.EveryFourWeeks)
        ?? Range("overdueEveryDays", settings.OverdueEveryDays, 1, 60)
        ?? Range("checkedInDays", settings.CheckedInDays, 0, 20)
        ?? Range("promptsPerDay", settings.PromptsPerDay, 1, Prompting.MostPerDay)
        ?? Range("overdueGraceDays", settings.OverdueGraceDays, 1, 60)
        ?? Range("correctionDays", settings.CorrectionDays, 1, 365)
        ?? Range("counterRounds", settings.CounterRounds, 1, 20)
        ?? Range("undoSeconds", settings.UndoWindow.TotalSeconds, 0, 3600)
        ?? (settings.LoadCeiling == 0 ? null : Range("loadCeiling", settings.LoadCeiling, 10, 100))
        ?? Range("quietFrom", MinutesOf(settings.QuietFrom), MinutesOf(settings.AskFrom) + 60, 24 * 60);

    private static double MinutesOf(LocalTime time) => time.Hour * 60 + time.Minute;

    private static Refusal? Range(string field, double value, double least, double most) =>
        value >= least && value <= most
            ? null
            : OutOfRange.With("field", field)
                .With("least", least.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .With("most", most.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

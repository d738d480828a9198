using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Try.Sample;

/// <summary>The three indicators of the sample, with half a year of readings: one on its way, one up and down, one reached.</summary>
internal static class Numbers
{
    /// <summary>Days before loading on which the list was agreed; what lies further back was entered then.</summary>
    private const int Agreed = -63;

    public static void Make(Riverbend town)
    {
        var goal = (town.Past.Alliance.Goals is [var first, ..] ? first.By : null) ?? town.Today.PlusMonths(8);
        Jobs(town, goal);
        Add(
            town, town.Ana, new(
                town.Past.Say("Days from the first talk to the first interview"), town.Past.Say("days"), new(21, Ends(town, 7, 1)[0]), 10, goal, ReportEvery.Month)
            {
                Standard = town.Past.Say("Every young adult hears from us within five working days."),
            },
            1, 20, 22, 17, 18, 14, 15);
        Add(
            town, town.Mei, new(
                town.Past.Say("Employers that hired through us"), town.Past.Say("employers"), new(9, Ends(town, 7, 1)[0]), 15, goal, ReportEvery.Quarter)
            {
                Shared = true,
            },
            3, 12, 15);
    }

    private static void Jobs(Riverbend town, LocalDate goal) => Add(
        town, town.Priya, new(
            town.Past.Say("Young adults in jobs for 90 days"), town.Past.Say("people"), new(40, Ends(town, 7, 1)[0]), 120, goal, ReportEvery.Month)
        {
            Goal = town.Jobs,
        },
        1, 52, 61, 64, 72, 79, 84);

    private static void Add(Riverbend town, PersonId owner, IndicatorTerms terms, int months, params ReadOnlySpan<decimal> values)
    {
        var id = new IndicatorId(town.Past.NewId());
        town.Past.Plan(town.At(Agreed), town.Sam, () => new AgreeIndicator(id, town.Past.NewAsk(), terms, owner));
        town.Past.Plan(town.At(Agreed + 1), owner, () => new AnswerOwner(id, Revision(town, id), town.Past.NewAsk(), Yes: true, null));
        var ends = Ends(town, values.Length * months, months);
        for (var at = 0; at < values.Length; at++)
        {
            var (value, end) = (values[at], ends[at]);
            var entered = Math.Max(Agreed + 2, Period.DaysBetween(town.Today, end) + 2);
            if (entered < 0) town.Past.Plan(town.At(entered, 11, at), owner, () => new EnterReading(id, Revision(town, id), town.Past.NewAsk(), value, end, null));
        }
    }

    private static int Revision(Riverbend town, IndicatorId id) => town.Past.Alliance.Indicators[id].Revision;

    /// <summary>The last days of the months, or of every third one, that ended in so many months before today, oldest first.</summary>
    private static List<LocalDate> Ends(Riverbend town, int back, int months)
    {
        var last = new LocalDate(town.Today.Year, town.Today.Month, 1).PlusDays(-1);
        if (months == 3) last = new LocalDate(last.Year, last.Month, 1).PlusMonths(-(last.Month % 3)).PlusMonths(1).PlusDays(-1);
        return [.. Enumerable.Range(0, back / months).Select(ago => last.PlusDays(1).PlusMonths(-ago * months).PlusDays(-1)).Reverse()];
    }
}

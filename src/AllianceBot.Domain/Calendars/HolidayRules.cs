using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What holidays must be like, so that counting by them stays bounded.</summary>
internal static class HolidayRules
{
    /// <summary>Days of the longest one.</summary>
    public const int Longest = 62;

    /// <summary>How many years ahead one may lie.</summary>
    public const int YearsAhead = 5;

    /// <summary>Facts: from, until.</summary>
    public static readonly Refusal Backwards = new("holiday.backwards");

    /// <summary>Facts: latest, the last day it could have.</summary>
    public static readonly Refusal TooLong = new("holiday.too-long");

    /// <summary>Facts: date.</summary>
    public static readonly Refusal Past = new("holiday.past");

    /// <summary>Facts: latest.</summary>
    public static readonly Refusal TooFar = new("holiday.too-far");

    /// <summary>Facts: from, until of the one that is there.</summary>
    public static readonly Refusal Overlaps = new("holiday.overlaps");

    /// <summary>Nothing of the file is new and still to come.</summary>
    public static readonly Refusal NothingNew = new("holiday.nothing-new");

    /// <summary>Facts: date.</summary>
    public static readonly Refusal NoneThen = new("holiday.none-then");

    public static readonly Refusal TooMany = new Refusal("limit.holidays").With("limit", $"{Limits.Holidays}");

    public static IReadOnlyList<string> Codes { get; } =
    [
        Backwards.Code, TooLong.Code, Past.Code, TooFar.Code, Overlaps.Code, NothingNew.Code, NoneThen.Code, TooMany.Code,
    ];

    public static Outcome Add(Alliance alliance, Person by, AddHolidays add, Instant now)
    {
        var today = now.InZone(Calendars.ZoneOf(alliance, by)).Date;
        var book = alliance.Partners[add.Partner].Holidays;
        ValueList<Holiday> added = [];
        foreach (var holiday in add.Holidays.OrderBy(static one => one.From))
        {
            var refusal = Check(holiday, today) ?? Taken(book, holiday);
            if (refusal is null) (added, book) = (added.Add(holiday), book.With([holiday]));
            else if (!add.Merge) return refusal;
        }

        if (book.Days.Count > Limits.Holidays) return TooMany;
        return added.Count == 0 ? NothingNew : new HolidaysAdded(add.Partner, added);
    }

    private static Refusal? Check(Holiday holiday, LocalDate today)
    {
        if (holiday.To < holiday.From) return Backwards.With("from", holiday.From.ToIso()).With("until", holiday.To.ToIso());
        if (holiday.To < today) return Past.With("date", holiday.To.ToIso());
        if (holiday.To > today.PlusYears(YearsAhead)) return TooFar.With("latest", today.PlusYears(YearsAhead).ToIso());
        if (Period.DaysBetween(holiday.From, holiday.To) >= Longest) return TooLong.With("latest", holiday.From.PlusDays(Longest - 1).ToIso());
        return TextRules.Optional(holiday.Name, "name", Limits.Name);
    }

    private static Refusal? Taken(HolidayBook book, Holiday holiday) => book.Overlapping(holiday) is { } there
        ? Overlaps.With("from", there.From.ToIso()).With("until", there.To.ToIso())
        : null;
}

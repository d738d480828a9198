using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Days on which an organisation does not work, from the first to the last one.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day: the same for a single one.</param>
/// <param name="Name">What it is called; null where nobody said.</param>
public sealed record Holiday(LocalDate From, LocalDate To, Words? Name)
{
    public bool Includes(LocalDate date) => From <= date && date <= To;

    public bool Overlaps(Holiday other) => From <= other.To && other.From <= To;
}

/// <summary>
/// An organisation's holidays, the earliest first and none over another, so that a date is found by halving: calendars ask
/// for every day they count.
/// </summary>
public sealed record HolidayBook
{
    public static readonly HolidayBook None = new();

    public ValueList<Holiday> Days { get; private init; }

    public bool Includes(LocalDate date) => Find(date) is not null;

    /// <summary>The holiday on this date, or null.</summary>
    public Holiday? Find(LocalDate date)
    {
        var (low, high) = (0, Days.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var day = Days[middle];
            if (day.Includes(date)) return day;
            (low, high) = date < day.From ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    /// <summary>The holiday that shares a day with this one, or null.</summary>
    public Holiday? Overlapping(Holiday holiday)
    {
        foreach (var day in Days)
        {
            if (day.Overlaps(holiday)) return day;
        }

        return null;
    }

    /// <summary>With these as well, which share no day with any other.</summary>
    public HolidayBook With(ValueList<Holiday> added) =>
        new() { Days = Days.Concat(added).OrderBy(static day => day.From).ToValueList() };

    /// <summary>Without those that begin on these days.</summary>
    public HolidayBook Without(ValueList<LocalDate> removed) =>
        new() { Days = Days.RemoveAll(day => removed.Contains(day.From)) };
}

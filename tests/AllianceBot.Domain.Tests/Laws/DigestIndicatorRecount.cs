using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Indicators as digests speak of them, told from their events alone.</summary>
internal sealed class DigestIndicatorRecount(RecountPeople people)
{
    private readonly Dictionary<IndicatorId, Told> indicators = [];

    /// <summary>Working days of its owner in which a number is asked for, the reminder's among them.</summary>
    private const int Days = 8;

    /// <summary>A person named by somebody else says yes or no in its own time: it is told as due in a week.</summary>
    private const int AWeek = 7;

    /// <summary>Asked for and not there: of this reader, of the organisations that the reader manages, or all for a facilitator.</summary>
    public IEnumerable<DigestIndicator> Due(PersonId reader) => indicators
        .Where(one => one.Value is { Retired: false, Asked: not null } && (people.Holds(reader, Role.Facilitator) || one.Value.Owner == reader
            || (one.Value.Partner is { } partner && people.Manages(reader, partner))))
        .OrderBy(static one => one.Value.Number).Select(static one => new DigestIndicator(one.Key, one.Value.Asked!.Value.On));

    /// <summary>The newest number of each that counts, where it was entered on one of these days.</summary>
    public IEnumerable<DigestReading> Reported(Interval days) =>
        from one in indicators
        where !one.Value.Retired && one.Value.Readings.Count > 0
        let newest = one.Value.Readings.Values.OrderBy(static reading => reading.On).Last()
        where days.Contains(newest.At)
        orderby one.Value.Number
        select new DigestReading(one.Key, newest.Value, newest.On, IsReached(one.Value, newest.Value));

    /// <summary>A number, or a word whether one reports it, and the last day for it.</summary>
    public IEnumerable<(IndicatorId Indicator, LocalDate By)> WaitingFor(PersonId person, Instant now)
    {
        foreach (var (id, told) in indicators.OrderBy(static one => one.Key.Value, StringComparer.Ordinal))
        {
            if (told.Retired || told.Owner != person) continue;
            if (told.Asked is { } asked) yield return (id, people.Working(person, asked.At, Days));
            else if (!told.Agreed) yield return (id, people.Date(now).PlusDays(AWeek));
        }
    }

    /// <summary>From where it began up or down to the target, or past it; one number alone tells no way.</summary>
    private static bool IsReached(Told told, decimal newest)
    {
        if (told.Terms.Baseline is null && told.Readings.Count < 2) return false;
        var start = told.Terms.Baseline?.Value ?? told.Readings.Values.OrderBy(static reading => reading.On).First().Value;
        return start <= told.Terms.Target ? newest >= told.Terms.Target : newest <= told.Terms.Target;
    }

    public void Take(IndicatorEvent happened)
    {
        if (!indicators.TryGetValue(happened.Indicator, out var told)) indicators[happened.Indicator] = told = new();
        switch (happened)
        {
            case IndicatorAgreed e: (told.Number, told.Terms) = (e.Number, e.Terms); break;
            case IndicatorChanged e:
                if (e.Terms.Every != told.Terms.Every) told.Asked = null;
                told.Terms = e.Terms;
                break;
            case IndicatorRetired: told.Retired = true; break;
            case IndicatorOwnerNamed e: (told.Owner, told.Partner, told.Asked, told.Agreed) = (e.Owner, e.Partner ?? told.Partner, null, e.Agreed); break;
            case IndicatorOwnerAgreed: told.Agreed = true; break;
            case IndicatorOwnerDeclined: (told.Owner, told.Asked, told.Agreed) = (null, null, false); break;
            case IndicatorAsked e: told.Asked = (e.On, e.At); break;
            case IndicatorNotReported: told.Asked = null; break;
            case IndicatorRead e:
                if (e.Corrects is { } wrong) told.Readings.Remove(wrong);
                told.Readings[e.Number] = (e.Value, e.On, e.At);
                if (e.On >= told.Asked?.On) told.Asked = null;
                break;
        }
    }

    private sealed class Told
    {
        public int Number { get; set; }

        public IndicatorTerms Terms { get; set; } = null!;

        public PersonId? Owner { get; set; }

        public PartnerId? Partner { get; set; }

        public (LocalDate On, Instant At)? Asked { get; set; }

        public bool Agreed { get; set; }

        public bool Retired { get; set; }

        public SortedDictionary<int, (decimal Value, LocalDate On, Instant At)> Readings { get; } = [];
    }
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Indicators as digests speak of them, told from their events alone.</summary>
internal sealed class DigestIndicatorRecount
{
    private readonly Dictionary<IndicatorId, Told> indicators = [];

    /// <summary>Asked for and not there: of this reader, of these organisations, or all.</summary>
    public IEnumerable<DigestIndicator> Due(PersonId reader, IReadOnlyCollection<PartnerId> managed, bool all) => indicators
        .Where(one => one.Value is { Retired: false, Asked: not null }
            && (all || one.Value.Owner == reader || (one.Value.Partner is { } partner && managed.Contains(partner))))
        .OrderBy(static one => one.Value.Number).Select(static one => new DigestIndicator(one.Key, one.Value.Asked!.Value));

    /// <summary>The newest number of each that counts, where it was entered on one of these days.</summary>
    public IEnumerable<(IndicatorId Indicator, decimal Value, LocalDate On)> Reported(Func<Instant, bool> isIn) =>
        from one in indicators
        where !one.Value.Retired && one.Value.Readings.Count > 0
        let newest = one.Value.Readings.Values.OrderBy(static reading => reading.On).Last()
        where isIn(newest.At)
        orderby one.Value.Number
        select (one.Key, newest.Value, newest.On);

    public void Take(IndicatorEvent happened)
    {
        if (!indicators.TryGetValue(happened.Indicator, out var told)) indicators[happened.Indicator] = told = new();
        switch (happened)
        {
            case IndicatorAgreed e: (told.Number, told.Every) = (e.Number, e.Terms.Every); break;
            case IndicatorChanged e:
                if (e.Terms.Every != told.Every) told.Asked = null;
                told.Every = e.Terms.Every;
                break;
            case IndicatorRetired: told.Retired = true; break;
            case IndicatorOwnerNamed e: (told.Owner, told.Partner, told.Asked) = (e.Owner, e.Partner ?? told.Partner, null); break;
            case IndicatorOwnerDeclined: (told.Owner, told.Asked) = (null, null); break;
            case IndicatorAsked e: told.Asked = e.On; break;
            case IndicatorNotReported: told.Asked = null; break;
            case IndicatorRead e:
                if (e.Corrects is { } wrong) told.Readings.Remove(wrong);
                told.Readings[e.Number] = (e.Value, e.On, e.At);
                if (e.On >= told.Asked) told.Asked = null;
                break;
        }
    }

    private sealed class Told
    {
        public int Number { get; set; }

        public ReportEvery Every { get; set; }

        public PersonId? Owner { get; set; }

        public PartnerId? Partner { get; set; }

        public LocalDate? Asked { get; set; }

        public bool Retired { get; set; }

        public SortedDictionary<int, (decimal Value, LocalDate On, Instant At)> Readings { get; } = [];
    }
}

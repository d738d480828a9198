namespace AllianceBot.Domain;

/// <summary>A repeated promise as shown on itself and on its occurrences. Who sees the one sees the other.</summary>
internal static class SeriesViews
{
    public static SeriesView? Of(Alliance alliance, Commitment promise)
    {
        var series = promise.Of is { } of ? alliance.Commitments.Find(of) : promise;
        if (series?.Series is not { } state) return null;
        var now = SeriesPlan.Now(alliance, series);
        var running = SeriesPlan.IsRunning(series);
        return new(
            series.Id, series.Terms.Repeats!, now?.Id, now?.Occurrence ?? 0, now?.Terms.Due,
            running && series.Terms.Due > state.LastDue ? series.Terms.Due : null,
            running && state.Later is { } later ? Names.Of(alliance, later) : null)
        {
            ByAllianceDays = Calendars.Of(alliance, series.Terms.DoerPartner, series.Terms.ReceiverPartner).FellBack,
        };
    }
}

using AllianceBot.Cards;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>One value of a chart.</summary>
/// <param name="Label">What it is the value of: a week, a month, a partner.</param>
/// <param name="Value">How high it is drawn.</param>
/// <param name="Number">The same as it is written, with its unit.</param>
internal sealed record ChartPoint(CardText Label, decimal Value, CardText Number)
{
    /// <summary>The day of a value over time, which gives the day its place on the axis.</summary>
    public LocalDate? Day { get; init; }
}

/// <summary>Values that belong together: one line, or one colour of bars.</summary>
internal sealed record ChartSeries(CardText Name, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>A line to compare with, the same all the way: its number is said once.</summary>
    public bool IsGuide { get; init; }
}

/// <summary>What stands around a chart.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Across">What runs along the axis of the labels.</param>
/// <param name="Along">What the values are.</param>
internal sealed record ChartTitles(CardText Title, CardText Across, CardText Along);

/// <summary>
/// Models for the block of charts that stands in cards/README.md. Every number that is drawn is in the text beneath as
/// well, for who cannot see the picture, and instead of it where the client draws none. Bars begin at nothing.
/// </summary>
internal static class Charts
{
    /// <summary>Values over time, one line for each series; at most so many of the newest fit.</summary>
    public const int Most = 12;

    /// <summary>Lines over days.</summary>
    public static CardModel Line(Speech speech, ChartTitles titles, params IReadOnlyList<ChartSeries> series) =>
        Several(speech, "line", titles, series);

    /// <summary>Bars side by side for each label, a colour for each series.</summary>
    public static CardModel Grouped(Speech speech, ChartTitles titles, params IReadOnlyList<ChartSeries> series) =>
        Several(speech, "grouped", titles, series);

    /// <summary>One upright bar for each label.</summary>
    public static CardModel Columns(Speech speech, ChartTitles titles, IReadOnlyList<ChartPoint> points) =>
        Single(speech, "columns", titles, points);

    /// <summary>One lying bar for each label: the form for names, which are too long to stand under bars.</summary>
    public static CardModel Bars(Speech speech, ChartTitles titles, IReadOnlyList<ChartPoint> points) =>
        Single(speech, "bars", titles, points);

    private static CardModel Single(Speech speech, string kind, ChartTitles titles, IReadOnlyList<ChartPoint> points)
    {
        var rows = Newest(points).Select(static point => (point.Label, point.Number)).ToList();
        var model = Around(speech, kind, titles, rows);
        model["points"] = CardValue.List([.. Newest(points)], Point);
        return model;
    }

    private static CardModel Several(Speech speech, string kind, ChartTitles titles, IReadOnlyList<ChartSeries> series)
    {
        var counted = series.Where(static one => !one.IsGuide).ToList();
        var labels = counted.SelectMany(static one => Newest(one.Points)).OrderBy(static point => point.Day).Select(static point => point.Label).Distinct();
        List<(CardText, CardText)> rows =
        [
            .. labels.Select(label => (label, Numbers(speech, counted, label))),
            .. series.Where(static one => one is { IsGuide: true, Points.Count: > 0 }).Select(static one => (one.Name, one.Points[0].Number)),
        ];
        var model = Around(speech, kind, titles, rows);
        model["series"] = CardValue.List(series, one => new CardModel
        {
            ["legend"] = one.Name,
            ["points"] = CardValue.List([.. Newest(one.Points)], Point),
        });
        return model;
    }

    private static CardModel Around(Speech speech, string kind, ChartTitles titles, List<(CardText Label, CardText Number)> rows) => new(12)
    {
        ["kind"] = CardValue.Token(kind),
        ["title"] = titles.Title,
        ["across"] = titles.Across,
        ["along"] = titles.Along,
        ["numbers"] = CardValue.List(rows, static row => new CardModel { ["label"] = row.Label, ["number"] = row.Number }),
        ["caption"] = All(speech, rows.Select(row => speech.Text("chart.point", ("label", row.Label), ("number", row.Number)))),
    };

    private static CardModel Point(ChartPoint point) => new()
    {
        ["x"] = point.Day is { } day ? CardValue.Token(LocalDatePattern.Iso.Format(day)) : point.Label,
        ["y"] = point.Value,
    };

    /// <summary>What each series says under a label; one series alone needs no name.</summary>
    private static CardText Numbers(Speech speech, List<ChartSeries> series, CardText label)
    {
        var found = series
            .Select(one => (one.Name, Point: Newest(one.Points).FirstOrDefault(point => point.Label == label)))
            .Where(static one => one.Point is not null).ToList();
        return series.Count == 1
            ? found[0].Point!.Number
            : All(speech, found.Select(one => speech.Text("chart.named", ("name", one.Name), ("number", one.Point!.Number))), "chart.and");
    }

    private static CardText All(Speech speech, IEnumerable<CardText> texts, string key = "chart.then") =>
        texts.Aggregate(default(CardText), (all, next) => all == default ? next : speech.Text(key, ("one", all), ("other", next)));

    private static IEnumerable<ChartPoint> Newest(IReadOnlyList<ChartPoint> points) => points.Skip(points.Count - Most);
}

using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The numbers of a digest, in words first; the charts beside them draw the same.</summary>
internal static class DigestFigures
{
    public static List<CardText> Lines(Speech speech, DigestPartView part)
    {
        var lines = new List<CardText>();
        foreach (var figure in part.Figures.Where(static figure => !figure.Figure.IsOfCheckIns || figure.Figure == LedgerFigure.CheckInsMissed))
        {
            lines.Add(speech.Text($"digest.figure.{Keys.Of(figure.Figure)}", ("count", figure.Count)));
        }

        if (lines.Count > 1) lines = [lines.Aggregate((all, next) => speech.Text("digest.figure.and", ("one", all), ("other", next)))];
        if (part.Load is { } load && (load.Count > 0 || load.Budget is not null)) lines.Add(Load(speech, load));
        return lines;
    }

    public static List<CardModel> Charts(Speech speech, DigestPartView part)
    {
        var charts = new List<CardModel>();
        if (part.Weeks.Any(static week => week.Kept + week.Renegotiated > 0))
        {
            charts.Add(Conversation.Charts.Grouped(
                speech,
                new(speech.Text("digest.chart.weeks"), speech.Text("digest.chart.week"), speech.Text("digest.chart.promises")),
                Series(speech, "digest.chart.kept", part.Weeks, static week => week.Kept),
                Series(speech, "digest.chart.renegotiated", part.Weeks, static week => week.Renegotiated)));
        }

        if (part.Load is { Budget: { } budget } load)
        {
            charts.Add(Conversation.Charts.Columns(
                speech, new(speech.Text("digest.chart.load"), speech.Text("digest.chart.what"), speech.Text("digest.chart.hours")),
                [
                    new(speech.Text("digest.chart.promised"), load.Hours, speech.Text("digest.chart.h", ("count", load.Hours))),
                    new(speech.Text("digest.chart.budget"), budget, speech.Text("digest.chart.h", ("count", budget))),
                ]));
        }

        return charts;
    }

    private static CardText Load(Speech speech, DigestLoad load)
    {
        var line = load.Budget is { } budget
            ? speech.Text(load.Hours > budget ? "digest.load.past" : "digest.load.budget", ("count", load.Count), ("hours", load.Hours), ("budget", budget))
            : speech.Text("digest.load", ("count", load.Count), ("hours", load.Hours));
        return load.Unknown == 0 ? line : speech.Text("digest.load.unknown", ("line", line), ("count", load.Unknown));
    }

    private static ChartSeries Series(Speech speech, string key, ValueList<DigestWeek> weeks, Func<DigestWeek, int> value) => new(
        speech.Text(key), weeks.Select(week => new ChartPoint(
            speech.Text("digest.day", ("day", week.Week.Day), ("month", speech.Text($"date.month.{week.Week.Month}"))),
            value(week), CardText.Markup($"{value(week)}"))).ToList());
}

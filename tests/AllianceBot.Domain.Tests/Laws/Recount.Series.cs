using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>What repeats, told from its events: which dates are to come, and under which terms.</summary>
internal sealed partial class Recount
{
    /// <summary>The dates of this month on which what repeats is still to come; from the date of newer terms on, by those.</summary>
    internal static int ToCome(Told told, YearMonth month) =>
        Dates(told).Count(date => date > told.LastDue && date.ToYearMonth() == month);

    private static LocalDate? Next(Told told)
    {
        foreach (var date in Dates(told))
        {
            if (date > told.LastDue) return date;
        }

        return null;
    }

    private static IEnumerable<LocalDate> Dates(Told told)
    {
        for (var at = 0; at < told.Pieces.Count; at++)
        {
            var piece = told.Pieces[at];
            for (var index = 1; piece.Repeats!.At(piece.Due, index) is { } date; index++)
            {
                if (at + 1 < told.Pieces.Count && date >= told.Pieces[at + 1].Due) break;
                yield return date;
            }
        }
    }

    /// <summary>One more of what repeats: with the hours of all of them. The next date of the whole is another then.</summary>
    private void CameUp(Told series, CommitmentCameUp happened)
    {
        promises[happened.Commitment] = new()
        {
            Terms = happened.Terms,
            Number = series.Number,
            Occurrence = happened.Occurrence,
            SeenByAll = happened.SeenByAll,
            Estimate = series.Estimate,
            Agreed = true,
            AgreedAt = happened.At,
        };
        series.LastDue = happened.Terms.Due;
        Dated(series);
    }

    /// <summary>Other terms hold from their date on; those that have not begun yet give way to newer ones.</summary>
    private void Later(Told series, Terms terms)
    {
        series.Wanted = null;
        if (series.Pieces.Count > 1 && Next(series) < series.Pieces[^1].Due) series.Pieces.RemoveAt(series.Pieces.Count - 1);
        series.Pieces.Add(terms);
        Dated(series);
    }

    /// <summary>Of what repeats the date is the next to come, on a day on which both work.</summary>
    private void Dated(Told series)
    {
        if (Next(series) is not { } next) return;
        var piece = series.Pieces.FindLast(piece => piece.Due <= next)!;
        series.Terms = piece with { Due = People.WorkingFrom(piece.DoerPartner, piece.ReceiverPartner, next) };
    }
}

using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>Whether every figure is what the stored events say, for every partner, for all, and over several periods.</summary>
internal static class LedgerOracle
{
    public static void AgreesOn(Alliance alliance, IEnumerable<AllianceEvent> stream, Instant now)
    {
        var recount = new Recount(stream);
        var today = alliance.DateOf(now);
        foreach (var period in (LedgerPeriod[])[LedgerPeriod.All(today), LedgerPeriod.LastDays(today, 20), new(today.PlusDays(-40), today.PlusDays(-10))])
        {
            var book = Ledgers.Book(alliance, period, now);
            foreach (var partner in alliance.Partners.Select(static partner => partner.Id))
            {
                var figures = book.Of(partner);
                Assert.Equal(Ledgers.Of(alliance, partner, period, now), figures);
                Agrees(recount, figures, partner, period, now);
                Gives(alliance, recount, partner, period);
            }

            if (book.Sum is { } sum) Agrees(recount, sum, null, period, now);
            ExactlyOnce(alliance, book, period);
        }
    }

    private static void Agrees(Recount recount, LedgerFigures figures, PartnerId? partner, LedgerPeriod period, Instant now)
    {
        foreach (var figure in LedgerFigureKinds.All)
        {
            var counted = figures[figure].Select(static item => item.Id).Order(StringComparer.Ordinal);
            var again = figure.IsOfCheckIns ? recount.CheckIns.Behind(figure, partner, period) : recount.Behind(figure, partner, period, now);
            Assert.Equal($"{figure} {partner} {period}: {string.Join(' ', again)}", $"{figure} {partner} {period}: {string.Join(' ', counted)}");
        }
    }

    /// <summary>Give and take with each other partner; a pair in which there was nothing is not in it.</summary>
    private static void Gives(Alliance alliance, Recount recount, PartnerId partner, LedgerPeriod period)
    {
        if (alliance.People.FirstOrDefault(person => alliance.IsOf(person.Id, partner)) is not { } reader) return;
        var pairs = Reciprocity.Of(alliance, reader.Id, partner, period)!.Pairs.ToDictionary(static pair => pair.Other.Id);
        foreach (var other in alliance.Partners.Select(static other => other.Id).Where(other => other != partner))
        {
            var (gave, got) = (recount.Given(partner, other, period), recount.Given(other, partner, period));
            Assert.Equal(!gave.IsNothing || !got.IsNothing, pairs.ContainsKey(other));
            if (!pairs.TryGetValue(other, out var pair)) continue;
            // What each declared is the charter's, and no count.
            Assert.Equal($"{partner} {other} {period}: {gave} {got}", $"{partner} {other} {period}: {pair.Gave with { Declared = null }} {pair.Got with { Declared = null }}");
        }
    }

    /// <summary>From the beginning on each agreed promise is in exactly one outcome, or open, or delivered, or replaced.</summary>
    private static void ExactlyOnce(Alliance alliance, LedgerBook book, LedgerPeriod period)
    {
        if (period.From is not null) return;
        var counted = alliance.Partners.SelectMany(partner => LedgerFigureKinds.All
                .Where(static figure => figure.IsOutcome || figure is LedgerFigure.Open or LedgerFigure.DeliveredUnconfirmed)
                .SelectMany(figure => book.Of(partner.Id)[figure].Select(static item => item.Id)))
            .Order(StringComparer.Ordinal);
        var expected = alliance.Commitments
            .Where(static promise => promise is { Agreements.Count: > 0, Series: null } && promise.State != CommitmentState.Superseded)
            .Select(static promise => promise.Id.Value).Order(StringComparer.Ordinal);
        Assert.Equal(expected, counted);
    }
}

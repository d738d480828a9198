using System.Diagnostics;
using AllianceBot.Domain;
using NodaTime;

namespace Benchmarks;

/// <summary>
/// Figures of 50 partners and their sum over 5,000 promises with their histories and check-ins: what a digest of a large
/// alliance pays for its figures.
/// </summary>
internal static class LedgerBench
{
    private const int Partners = 50;
    private const int Promises = 5_000;
    private const int CheckIns = 2;
    private const int Rounds = 60;

    public static IReadOnlyList<Result> Run()
    {
        var (alliance, now) = Made();
        var period = LedgerPeriod.LastDays(alliance.DateOf(now), 90);
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var book = Ledgers.Book(alliance, period, now);
            var counted = alliance.Partners.Sum(partner => book.Of(partner.Id).Ended);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            if (counted != book.Sum!.Ended || counted == 0) throw new InvalidOperationException("The sum is not the sum of its parts.");
        }

        return [new("ledger.book.ms", best, "ms")];
    }

    private static (Alliance Alliance, Instant Now) Made()
    {
        var (chance, start) = (new Random(20261129), Instant.FromUtc(2026, 9, 1, 15, 0));
        var alliance = new Alliance { Id = new("large"), Version = 1, Zone = "America/Chicago" };
        for (var partner = 0; partner < Partners; partner++)
        {
            alliance = alliance with { Partners = alliance.Partners.With(new($"p{partner}"), new(new($"p{partner}"), new($"w{partner}", "Partner"), PartnerKind.Other)) };
        }

        for (var number = 0; number < Promises; number++) alliance = With(alliance, chance, start, number);
        return (alliance, start + Duration.FromDays(80));
    }

    private static Alliance With(Alliance alliance, Random chance, Instant start, int number)
    {
        var (id, agreed) = (new CommitmentId($"c{number:0000}"), start + Duration.FromHours(number % 1_200));
        var terms = new Terms(
            new($"{id}.w", "Room"), new($"{id}.d", "Booked"), alliance.DateOf(agreed).PlusDays(20), new($"p{chance.Next(Partners)}"), new("doer"),
            new($"p{chance.Next(Partners)}"), new("receiver"), null);
        var (reported, ended) = (agreed + Duration.FromDays(15), agreed + Duration.FromDays(17));
        string[] lines = ["commitment.requested", "commitment.accepted", "commitment.at-risk", "commitment.risk-cleared", "commitment.change-proposed", "commitment.change-accepted", "commitment.reported", "commitment.kept"];
        var promise = new Commitment
        {
            Id = id,
            Number = number + 1,
            State = number % 3 == 0 ? CommitmentState.Active : CommitmentState.Kept,
            Terms = terms,
            Agreements = [new(terms, agreed, InTime: true), new(terms, agreed + Duration.FromDays(3), InTime: number % 7 != 0)],
            History = lines.Take(number % 3 == 0 ? 6 : 8).Select((line, at) => new HistoryEntry(line, new("doer"), agreed + Duration.FromDays(2 * at), null)).ToValueList(),
            Report = number % 3 == 0 ? null : new(new("doer"), null, reported),
            Ending = number % 3 == 0 ? null : new(CommitmentState.Kept, new("receiver"), ended, null, Late: number % 11 == 0) { Entry = 8 },
            CheckInCount = CheckIns,
        };
        alliance = alliance with { Commitments = alliance.Commitments.With(id, promise) };
        for (var n = 1; n <= CheckIns; n++)
        {
            var checkIn = new CheckIn { Id = new($"{id}-{n}"), Commitment = id, Person = new("doer"), State = (CheckInState)(2 + ((number + n) % 6)), At = agreed + Duration.FromDays(5 * n) };
            alliance = alliance with { CheckIns = alliance.CheckIns.With(checkIn.Id, checkIn) };
        }

        return alliance;
    }
}

using System.Diagnostics;
using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using AllianceBot.Try.Sample;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Benchmarks;

/// <summary>
/// What digests cost: one alone in a very large alliance, with everything worked out for it; and those of a whole week in a
/// thousand ordinary ones, loaded, made and durable.
/// </summary>
internal static class DigestBench
{
    private const int Alliances = 1_000;
    private const int Rounds = 25;
    private const int Warming = 8;

    /// <summary>Monday 16 November 2026, 8:00 in Riverbend.</summary>
    private static readonly Instant Hour = Instant.FromUtc(2026, 11, 16, 14, 0);

    /// <summary>50 partners and 5,000 commitments: the clock strikes for one reader.</summary>
    public static IReadOnlyList<Result> Make()
    {
        var past = Tell(partners: 50, promises: 5_000, new("large"), readers: 1);
        var times = new List<double>(Rounds);
        foreach (var (round, promise) in past.Alliance.Commitments.Take(Rounds).Index())
        {
            // Another state: nothing of an earlier round can be used again.
            var alliance = past.Alliance with { Commitments = past.Alliance.Commitments.With(promise.Id, promise) };
            var watch = Stopwatch.GetTimestamp();
            var outcome = AllianceDecider.Decide(alliance, new ClockStruck(new($"round-{round}")), new(PersonId.Clock, Hour));
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            if (outcome is not Outcome.Happened { Events: [DigestMade] }) throw new InvalidOperationException("The strike made something else than one digest.");
        }

        return [new("digest.make.ms", times[Warming..].Order().ElementAt((Rounds - Warming) / 2), "ms")];
    }

    /// <summary>10 partners and 200 commitments each: eleven readers, all at the same hour.</summary>
    public static async Task<IReadOnlyList<Result>> WeekAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        try
        {
            await using var store = SqliteStore.Open(new(Path.Combine(folder.FullName, "week.db")), NullLogger<SqliteStore>.Instance);
            await FillAsync(store);
            var clock = new SetClock(Hour);
            using var engine = Town.Engine(store, clock);
            using var stop = new CancellationTokenSource();
            var committing = new Thread(() => engine.Committer.Run(stop.Token)) { IsBackground = true };
            committing.Start();
            var (watch, struck) = (Stopwatch.StartNew(), 0);
            while (await engine.EngineClock.StrikeAsync(EngineLimits.Strikes, CancellationToken.None) is var some and > 0) struck += some;
            var seconds = watch.Elapsed.TotalSeconds;
            var made = (await engine.FindAsync(new("alliance-7"), CancellationToken.None))!.Digests.Count(static book => book.Issues.Count == 1);
            // The last answer may have come on the committer's own thread, which must not wait for itself.
            await Task.Yield();
            await stop.CancelAsync();
            committing.Join();
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{struck} strikes, {made} digests in each alliance"));
            if (made != 11) throw new InvalidOperationException("Not every reader has a digest.");
            return [new("digest.week.s", seconds, "s")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(SqliteStore store)
    {
        using var engine = Town.Engine(store);
        using var stop = new CancellationTokenSource();
        var committing = new Thread(() => engine.Committer.Run(stop.Token)) { IsBackground = true };
        committing.Start();
        var past = Tell(partners: 10, promises: 200, new("alliance"), readers: 11);
        for (var number = 0; number < Alliances; number++)
        {
            var id = new AllianceId($"alliance-{number}");
            var events = past.Events.Select(happened => happened is AllianceCreated created ? created with { Alliance = id } : happened).ToValueList();
            if (!await engine.ImportAsync(events, [])) throw new InvalidOperationException("The alliance is there already.");
        }

        await stop.CancelAsync();
        committing.Join();
    }

    /// <summary>An alliance a week old: each partner has a manager, promises go round, some are kept and some late.</summary>
    private static Past Tell(int partners, int promises, AllianceId id, int readers)
    {
        var past = new Past(static () => Chance.OfTheSystem.NewId());
        var begin = Hour - Duration.FromDays(6);
        var (ids, managers) = (new List<PartnerId>(), new List<PersonId>());
        for (var number = 0; number < partners; number++)
        {
            ids.Add(new($"partner-{number}"));
            managers.Add(new($"manager-{number}"));
            var name = string.Create(CultureInfo.InvariantCulture, $"Organisation Number {number}");
            if (number == 0)
            {
                past.Do(begin, managers[0], new CreateAlliance(id, past.Say("Riverbend Works"), "America/Chicago", ids[0], past.Say(name), PartnerKind.Government, past.Say("Dale Whitman"), past.NewAsk()));
                continue;
            }

            past.Do(begin, managers[0], new AddPartner(ids[number], past.Say(name), PartnerKind.CommunityBased, past.NewAsk()));
            Join(past, begin, managers[0], managers[number], ids[number], Role.Manager);
        }

        Join(past, begin, managers[0], new("facilitator"), null, Role.Facilitator);
        foreach (var reader in managers.Append(new("facilitator")).Skip(readers))
        {
            past.Do(begin, reader, new SetDigest(DigestWish.Usual with { Off = true }, past.NewAsk()));
        }

        for (var number = 0; number < promises; number++) Promise(past, begin, number, ids, managers);
        past.Until(Hour - Duration.FromSeconds(1));
        return past;
    }

    private static void Promise(Past past, Instant begin, int number, List<PartnerId> ids, List<PersonId> managers)
    {
        var (doing, receiving) = (number % ids.Count, (number + 1 + (number / ids.Count % (ids.Count - 1))) % ids.Count);
        var promise = new CommitmentId(past.NewId());
        past.Do(begin, managers[receiving], new RequestCommitment(
            promise, past.NewAsk(),
            new Terms(past.Say("Room for the spring job fair"), past.Say("The main hall is booked."), new LocalDate(2026, 11, 18).PlusDays(number % 90), ids[doing], managers[doing], ids[receiving], managers[receiving], null),
            null, SeenByAll: true));
        past.Do(begin, managers[doing], new AcceptCommitment(promise, past.Revision(promise), past.NewAsk(), null));
        if (number % 10 != 0) return;
        past.Do(begin, managers[doing], new ReportDone(promise, past.Revision(promise), past.NewAsk(), null));
        past.Do(begin, managers[receiving], new AcceptReport(promise, past.Revision(promise), past.NewAsk(), null));
    }

    private static void Join(Past past, Instant at, PersonId by, PersonId person, PartnerId? partner, Role role)
    {
        var code = past.NewId();
        past.Do(at, by, new Invite(new(past.NewId()), code, partner, role, past.Say("Somebody"), past.NewAsk()));
        past.Do(at, person, new JoinByCode(code, past.Say($"Person {person}"), past.NewAsk()));
    }

    private sealed class SetClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}

using System.Diagnostics;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using AllianceBot.Try.Sample;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Benchmarks;

/// <summary>
/// What an append pays for knowing when its alliance is next due, with 5,000 open promises: asking anew what the event
/// touched and sorting it in, and writing the instant into the store's index.
/// </summary>
internal static class DueBench
{
    private const int Open = 5_000;
    private const int Reports = 1_500;
    private const int Group = 100;
    private const int Groups = 200;

    public static async Task<IReadOnlyList<Result>> RunAsync()
    {
        var (kept, written) = (Keeping(), await WritingAsync());
        await Console.Error.WriteLineAsync($"kept in the state {kept:0.0} us, written by the store {written:0.0} us");
        return [new("next-due.us", kept + Math.Max(0, written), "us")];
    }

    /// <summary>Reports of promises, each of which moves a promise and its check-ins to other instants.</summary>
    private static double Keeping()
    {
        var (past, people) = Promised();
        var times = new List<double>(Reports);
        var state = past.Alliance;
        var at = state.LastAt + Duration.FromMinutes(1);
        foreach (var promise in state.Commitments.Take(Reports).ToList())
        {
            var report = new ReportDone(promise.Id, promise.Revision, past.NewAsk(), null);
            var outcome = (Outcome.Happened)AllianceDecider.Decide(state, report, new(people[1], at));
            foreach (var happened in outcome.Events)
            {
                var before = state;
                state = AllianceDecider.Evolve(state, happened);
                var behind = state with { Due = before.Due };
                var watch = Stopwatch.GetTimestamp();
                var due = Dues.After(behind, behind.Version, happened);
                times.Add(Stopwatch.GetElapsedTime(watch).TotalMicroseconds);
                if (!due.Equals(state.Due)) throw new InvalidOperationException("The index is not what the fold made of it.");
            }
        }

        // The first third belongs to the compiler.
        return times[(times.Count / 3)..].Order().ElementAt(times.Count / 3);
    }

    private static (Past Past, List<PersonId> People) Promised()
    {
        var past = new Past(static () => Chance.OfTheSystem.NewId());
        var begin = Instant.FromUtc(2026, 11, 2, 15, 0);
        var (first, second, people) = (new PartnerId("first"), new PartnerId("second"), new List<PersonId> { new("admin"), new("other") });
        past.Do(begin, people[0], new CreateAlliance(
            new("alliance"), past.Say("Riverbend Works"), "America/Chicago", first, past.Say("Workforce Office"), PartnerKind.Government,
            past.Say("Dale Whitman"), past.NewAsk()));
        past.Do(begin, people[0], new AddPartner(second, past.Say("Community College"), PartnerKind.SemiPublic, past.NewAsk()));
        past.Do(begin, people[0], new Invite(new("i"), "code", second, Role.Manager, past.Say("Mei Lin"), past.NewAsk()));
        past.Do(begin, people[1], new JoinByCode("code", past.Say("Mei Lin"), past.NewAsk()));
        for (var number = 0; number < Open; number++)
        {
            var promise = new CommitmentId(past.NewId());
            past.Do(begin, people[0], new RequestCommitment(
                promise, past.NewAsk(),
                new Terms(past.Say("Room"), past.Say("Booked"), new LocalDate(2026, 12, 1).PlusDays(number % 200), second, people[1], first, people[0], null),
                null, SeenByAll: true));
            past.Do(begin, people[1], new AcceptCommitment(promise, past.Revision(promise), past.NewAsk(), null));
        }

        return (past, people);
    }

    /// <summary>Appends that move the instant against appends that leave it, group by group.</summary>
    private static async Task<double> WritingAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        try
        {
            await using var store = SqliteStore.Open(new(Path.Combine(folder.FullName, "due.db")), NullLogger<SqliteStore>.Instance);
            var (still, moving) = (new List<double>(), new List<double>());
            for (var version = 0; version < Groups; version++)
            {
                still.Add(await GroupAsync(store, "still", version, static _ => Instant.FromUtc(2027, 1, 1, 0, 0)));
                moving.Add(await GroupAsync(store, "moving", version, static version => Instant.FromUtc(2027, 1, 1, 0, 0) + Duration.FromMinutes(version)));
            }

            return moving.Order().ElementAt(Groups / 2) - still.Order().ElementAt(Groups / 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> GroupAsync(SqliteStore store, string name, int version, Func<int, Instant> due)
    {
        var works = Enumerable.Range(0, Group).Select(StoreWork (number) => new Append(new($"{name}-{number}"), version)
        {
            Events = [new("checkin.answered.v1", "{}"u8.ToArray(), $"{name}-{number}-{version}", null)],
            NextDue = due(version),
        }).ToList();
        var watch = Stopwatch.StartNew();
        await store.CommitAsync(works, CancellationToken.None);
        return watch.Elapsed.TotalMicroseconds / Group;
    }
}

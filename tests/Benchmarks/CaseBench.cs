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
/// Whole cases of five rungs through the engine: opened, read, statements, summed up and taken up rung by rung, somebody
/// neutral named, settled with a promise and found to hold, each step decided and stored. Many alliances go on at once, as
/// many alliances would; a case's own steps follow each other.
/// </summary>
internal static class CaseBench
{
    private const int Alliances = 16;
    private const int Warming = 20;
    private const int Walks = 60;
    private static readonly PersonId[] People = [new("ana"), new("mei"), new("sam")];
    private static readonly PartnerId[] Partners = [new("first"), new("second"), new("third")];
    private static readonly ProcessId Ladder = new("ladder");

    public static async Task<IReadOnlyList<Result>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        try
        {
            await using var store = SqliteStore.Open(new(Path.Combine(folder.FullName, "bench.db")), NullLogger<SqliteStore>.Instance);
            var clock = new StillInstant { Now = Instant.FromUtc(2026, 11, 20, 16, 0) };
            using var engine = Town.Engine(store, clock);
            using var stop = new CancellationTokenSource();
            var committing = new Thread(() => engine.Committer.Run(stop.Token)) { IsBackground = true };
            committing.Start();
            for (var number = 0; number < Alliances; number++)
            {
                if (!await engine.ImportAsync(Begun(engine.NewId, Id(number), clock.Now).Events.ToValueList(), [])) throw new InvalidOperationException("It is there already.");
            }

            // The first cases belong to the compiler.
            await Task.WhenAll(Enumerable.Range(0, Alliances).Select(number => WalksAsync(engine, Id(number), Warming, clock.Now)));
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Alliances).Select(number => WalksAsync(engine, Id(number), Walks, clock.Now)));
            var rate = Alliances * Walks / watch.Elapsed.TotalSeconds;
            // The last answer may have come on the committer's own thread, which must not wait for itself.
            await Task.Yield();
            await stop.CancelAsync();
            committing.Join();
            return [new("case.walk", rate, "cases/s")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static AllianceId Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"alliance-{number}"));

    private static Task WalksAsync(AllianceEngine engine, AllianceId alliance, int count, Instant now) => Task.Run(async () =>
    {
        for (var walk = 0; walk < count; walk++) await WalkAsync(engine, alliance, now);
    });

    private static async Task WalkAsync(AllianceEngine engine, AllianceId alliance, Instant now)
    {
        var (id, words) = (new CaseId(engine.NewId()), 0);
        Words Say(string text) => new(string.Create(CultureInfo.InvariantCulture, $"{engine.NewId()}.{words++}"), text);
        await AskAsync(People[0], _ => new OpenCase(
            id, new(engine.NewId()), ConflictKind.MissedCommitment, Say("The list never came"), null, [new(Partners[1], People[1])], null, null, null));
        await AskAsync(People[1], static one => new AcknowledgeCase(one.Id, one.Revision, default));
        for (var rung = 1; rung < 5; rung++)
        {
            if (rung == 2)
            {
                foreach (var by in People[..2]) await AskAsync(by, one => new GiveStatement(one.Id, one.Revision, default, Say("Facts"), Say("Interests"), Say("Wish"), []));
            }

            if (rung == 4)
            {
                await AskAsync(People[0], static one => new ProposeMotion(one.Id, one.Revision, default, new(MotionKind.NameNeutral) { Person = People[2] }, null));
                await AskAsync(People[1], static one => new AgreeMotion(one.Id, one.Revision, default));
            }

            await AskAsync(People[0], one => new SummariseRung(one.Id, one.Revision, default, Say("What was said"), []));
            await AskAsync(People[0], static one => new GoUp(one.Id, one.Revision, default, null));
        }

        var promise = new CommitmentId(engine.NewId());
        await AskAsync(People[0], one => new ProposeSettlement(one.Id, one.Revision, default, new(
            Say("A list every month"),
            [new(promise, new(Say("The list"), Say("It is there"), new(2026, 12, 11), Partners[1], People[1], Partners[0], People[0], null))],
            new(2027, 1, 15))));
        await AskAsync(People[1], static one => new AgreeSettlement(one.Id, one.Revision, default));
        // Nobody waits for its day: a promise that is given up asks at once whether the settlement holds.
        await engine.AskAsync(alliance, new GiveUpCommitment(promise, 2, new(engine.NewId()), Say("Not needed")), People[1], new(""), CancellationToken.None);
        foreach (var by in People[..2]) await AskAsync(by, static one => new AnswerFollowUp(one.Id, one.Revision, default, true, null));
        if ((await engine.FindAsync(alliance, CancellationToken.None))!.Cases[id].State != CaseState.Closed) throw new InvalidOperationException("It did not come to its end.");

        async Task AskAsync(PersonId by, Func<Case, CaseCommand> make)
        {
            var state = await engine.FindAsync(alliance, CancellationToken.None);
            var command = make(state!.Cases.Find(id) ?? new Case()) with { Ask = new(engine.NewId()) };
            var answer = await engine.AskAsync(alliance, command, by, new(""), CancellationToken.None);
            if (answer.Refusal is { } refusal) throw new InvalidOperationException($"{command.GetType().Name} at {now}: {refusal.Code}");
        }
    }

    /// <summary>Three partners of one person each, who have ratified a ladder of five rungs.</summary>
    private static Past Begun(Func<string> newId, AllianceId alliance, Instant now)
    {
        var past = new Past(newId);
        past.Do(now, People[0], new CreateAlliance(
            alliance, past.Say("Riverbend Works"), "America/Chicago", Partners[0], past.Say("Youth Center"), PartnerKind.CommunityBased, past.Say("Ana Reyes"), past.NewAsk()));
        foreach (var (partner, person) in Partners[1..].Zip(People[1..]))
        {
            past.Do(now, People[0], new AddPartner(partner, past.Say($"Partner {partner}"), PartnerKind.Other, past.NewAsk()));
            past.Do(now, People[0], new Invite(new($"i-{person}"), $"{alliance}-{person}", partner, Role.Manager, past.Say($"Person {person}"), past.NewAsk()));
            past.Do(now, person, new JoinByCode($"{alliance}-{person}", past.Say($"Person {person}"), past.NewAsk()));
        }

        past.Do(now, People[0], new AssignRole(People[2], Role.Facilitator, null, past.NewAsk()));
        past.Do(now, People[0], new StartProcess(Ladder, past.NewAsk(), Text(past)));
        var decision = new DecisionId(past.NewId());
        past.Do(now, People[0], new ProposeDecision(decision, past.NewAsk(), new(
            past.Say("A process"), past.Say("For conflicts"), DecisionMethod.AllAgree, Partners.Length, new(2026, 12, 4), new(MatterKind.Process) { Process = Ladder })));
        foreach (var person in People) past.Do(now, person, new GiveVoice(decision, 1, past.NewAsk(), null, Position.Agree, null, null));
        return past;
    }

    private static ProcessText Text(Past past) => new(
        past.Say("How we sort things out"), [ConflictKind.MissedCommitment],
        [
            new(past.Say("Talk"), RungPeople.Concerned, past.Say("Meet"), 10) { SummaryNeeded = true },
            new(past.Say("Managers"), RungPeople.Managers, past.Say("Look at it"), 10) { SummaryNeeded = true, StatementsNeeded = true },
            new(past.Say("Executives"), RungPeople.Executives, past.Say("Decide"), 15) { SummaryNeeded = true },
            new(past.Say("Mediation"), RungPeople.Neutral, past.Say("Meet somebody"), 30) { SummaryNeeded = true, HasNeutral = true, NameNeutralDays = 15 },
            new(past.Say("Review"), RungPeople.AllPartners, past.Say("Others look"), 20) { IsFinal = true },
        ],
        FinalOutcome.OutsideMediation, [], [new(Response.Reminder, past.Say("A word"))], 60, 20, 5);

    private sealed class StillInstant : IClock
    {
        public Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }
}

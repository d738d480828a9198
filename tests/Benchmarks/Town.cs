using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using AllianceBot.Try.Sample;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Benchmarks;

/// <summary>Somebody with an open check-in, as the platform knows them.</summary>
internal sealed record Asked(string Alliance, string CheckIn, int Revision, string Tenant, string User, string Account, string Conversation);

/// <summary>Makes a database of alliances: ten people each, everyone with a promise and a check-in that is open now.</summary>
internal static class Town
{
    public const int Alliances = 1_000;
    public const int People = 10;

    /// <summary>A zone in which it is about noon now, so that check-ins are open whenever this runs.</summary>
    private static string Zone(Instant now)
    {
        var ahead = 12 - now.InUtc().Hour;
        return ahead == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(ahead > 0 ? "-" : "+")}{Math.Abs(ahead)}");
    }

    /// <summary>Writes the database and tells who can answer what.</summary>
    public static async Task<IReadOnlyList<Asked>> BuildAsync(string database, int alliances, int answers = 0)
    {
        await using var store = SqliteStore.Open(new(database), NullLogger<SqliteStore>.Instance);
        using var engine = Engine(store);
        using var stop = new CancellationTokenSource();
        var committing = new Thread(() => engine.Committer.Run(stop.Token)) { IsBackground = true };
        committing.Start();
        var asked = new List<Asked>(alliances * People);
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var number = 0; number < alliances; number++)
        {
            var past = Tell(engine.NewId, now, out var people);
            Answer(past, people[0], now, answers);
            var tenant = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:000000000000}");
            var links = new List<DirectoryChange>();
            foreach (var (index, person) in people.Index())
            {
                var checkIn = past.Alliance.CheckIns.First(one => one.Person == person && one.State is CheckInState.Open or CheckInState.Answered);
                var who = string.Create(CultureInfo.InvariantCulture, $"{number:0000}{index:00}");
                var one = new Asked(
                    past.Alliance.Id.Value, checkIn.Id.Value, checkIn.Revision, tenant, $"11111111-0000-4000-8000-000000{who}",
                    $"29:1{who}{new string('a', 70)}", $"a:1{who}{new string('c', 70)}");
                links.Add(engine.Directory.Link(new("msteams", tenant, one.User, HasObjectId: true), person));
                engine.ChannelMemory.Keep("msteams", "tenant", $"{tenant}|{one.Account}", tenant);
                asked.Add(one);
            }

            if (!await engine.ImportAsync(past.Events.ToValueList(), links)) throw new InvalidOperationException("The alliance is there already.");
        }

        await stop.CancelAsync();
        committing.Join();
        await store.DisposeAsync();
        Told(database);
        return asked;
    }

    /// <summary>What the past still wanted told counts as told: it would be sent in the middle of the measurement.</summary>
    private static void Told(string path)
    {
        SQLitePCL.raw.sqlite3_open(path, out var database);
        using (database) SQLitePCL.raw.sqlite3_exec(database, "DELETE FROM outbox");
    }

    public static AllianceEngine Engine(IAllianceStore store, IClock? clock = null) => new(
        new EngineParts(store, new NoPresenter(), clock ?? SystemClock.Instance, TimeProvider.System, Chance.OfTheSystem, NullLogger.Instance),
        new EngineSettings { Node = "bench" });

    /// <summary>The past of one alliance: ten people with a promise each, and every check-in of it open now.</summary>
    public static Past Tell(Func<string> newId, Instant now, out List<PersonId> people)
    {
        var past = new Past(newId);
        var zone = Zone(now);
        var today = now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var begin = today.PlusDays(-30).At(new LocalTime(10, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
        var (admin, first, second) = (new PersonId(newId()), new PartnerId(newId()), new PartnerId(newId()));
        past.Do(begin, admin, new CreateAlliance(
            new(newId()), past.Say("Riverbend Works"), zone, first, past.Say("Riverbend Workforce Office"), PartnerKind.Government,
            past.Say("Dale Whitman"), past.NewAsk()));
        // They work on every day, so that check-ins are open on a Sunday too.
        past.Do(begin, admin, new SetWorkdays(new(127), past.NewAsk()));
        past.Do(begin, admin, new AddPartner(second, past.Say("Lakeside Community College"), PartnerKind.SemiPublic, past.NewAsk()));
        people = [admin];
        while (people.Count < People)
        {
            var (person, code) = (new PersonId(newId()), newId());
            var name = string.Create(CultureInfo.InvariantCulture, $"Person Number {people.Count}");
            past.Do(begin, admin, new Invite(new(newId()), code, people.Count % 2 == 0 ? first : second, people.Count < 2 ? Role.Manager : Role.Staff, past.Say(name), past.NewAsk()));
            past.Do(begin, person, new JoinByCode(code, past.Say(name), past.NewAsk()));
            people.Add(person);
        }

        // Digests are measured by themselves.
        foreach (var reader in people.Take(2)) past.Do(begin, reader, new SetDigest(DigestWish.Usual with { Off = true }, past.NewAsk()));
        var calendar = Calendars.Of(past.Alliance);
        var asking = calendar.IsWorkday(today) ? today : calendar.AddWorkdays(today, -1);
        var due = calendar.AddWorkdays(asking, past.Alliance.Settings.CheckInLeadDays);
        for (var index = 0; index < People; index++)
        {
            var (doer, receiver, promise) = (people[index], people[(index + 1) % People], new CommitmentId(newId()));
            var (doing, receiving) = index % 2 == 0 ? (first, second) : (second, first);
            past.Do(begin, receiver, new RequestCommitment(
                promise, past.NewAsk(),
                new Terms(past.Say("Room for the spring job fair"), past.Say("The main hall is booked for one Saturday in spring."), due, doing, doer, receiving, receiver, null),
                null, SeenByAll: true));
            past.Do(begin + Duration.FromHours(1), doer, new AcceptCommitment(promise, past.Revision(promise), past.NewAsk(), null));
        }

        past.Until(now);
        return past;
    }

    /// <summary>Answers of one person, one after the other, to make a long story.</summary>
    private static void Answer(Past past, PersonId person, Instant now, int answers)
    {
        var own = past.Alliance.CheckIns.Where(one => one.Person == person).ToList();
        var id = own.Find(static one => one.State is CheckInState.Open or CheckInState.Answered)?.Id
            ?? throw new InvalidOperationException($"At {now} nothing can be answered: {string.Join("; ", own.Select(static one => $"{one.Kind} {one.State} at {one.At}"))}");
        for (var number = 0; number < answers; number++)
        {
            var answer = number % 2 == 0 ? CheckInAnswer.AtRisk : CheckInAnswer.OnTrack;
            past.Do(now, person, new AnswerCheckIn(id, past.Alliance.CheckIns[id].Revision, past.NewAsk(), answer, past.Say("The hall is not confirmed yet."), HelpWanted: false));
        }
    }

    private sealed class NoPresenter : IPresent
    {
        public Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context) => null;

        public Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context) => null;

        public Presented? Confirm(Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context) => null;

        public Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context) => null;
    }
}

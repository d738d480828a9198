using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit.Sdk;

namespace Simulation.Years;

/// <summary>What must hold over years, looked at as messages arrive, every week, and in the end.</summary>
internal sealed class YearLaws(Year year)
{
    /// <summary>What a person asked for may still be shown so long after, for a platform that was slow.</summary>
    private static readonly Duration JustAsked = Duration.FromHours(1);

    private readonly Dictionary<(AllianceId, Reader, Notice), int> arrived = [];
    private readonly Dictionary<(AllianceId, Reader, Notice), int> uncertain = [];
    private readonly List<string> broken = [];

    /// <summary>Every broken law in a sentence.</summary>
    public IReadOnlyList<string> Broken => broken;

    public int Messages { get; private set; }

    public int Events { get; private set; }

    /// <summary>Promises that ended and are counted in figures.</summary>
    public int Figures { get; private set; }

    /// <summary>Digests whose every figure was counted again.</summary>
    public int Digests { get; private set; }

    /// <summary>What must have been said in some digest, or the second count of it would prove nothing.</summary>
    private static readonly string[] ToBeSaid =
    [
        "results", "lines of results", "story", "thanks", "numbers asked for", "numbers that came in", "decisions", "cases own", "cases all", "weeks kept",
        "weeks renegotiated", "needs Commitment", "needs CheckIn", "needs Decision", "needs Indicator", "load hours", "load budget", "load not estimated",
        "figure CheckInsMissed", "group WaitsForUs", "explanations AtRisk", "partners not heard from", "reminded without an answer", "nothing to say",
    ];

    private readonly Dictionary<string, int> said = new(StringComparer.Ordinal);

    /// <summary>Figures that no digest said anything in.</summary>
    public IEnumerable<string> Unsaid => ToBeSaid.Where(figure => said.GetValueOrDefault(figure) == 0);

    public int Decided { get; private set; }

    /// <summary>Promises and decisions whose words were destroyed on their day.</summary>
    public int Destroyed { get; private set; }

    /// <summary>Cases whose statements were destroyed, and steps on a ladder.</summary>
    public int Statements { get; private set; }

    public int Moves { get; private set; }

    /// <summary>Cases that were seen open at one of the weekly looks.</summary>
    public HashSet<(AllianceId, CaseId)> Cases { get; } = [];

    /// <summary>Not outside allowed hours but what was just asked for; nothing that may not be seen; nothing twice.</summary>
    public void Arrived(Arrival arrival, Shown shown, Alliance alliance)
    {
        Messages++;
        var person = Outside.PersonAt(arrival.Conversation);
        broken.AddRange(year.Tokens.Forbidden(person, arrival.Text));
        broken.AddRange(CouncilLaws.Heard(alliance, person, year.Tokens.VoicesIn(arrival.Text)));
        broken.AddRange(CouncilLaws.Undead(alliance, person, year.Tokens.In(arrival.Text)));
        broken.AddRange(QuarrelLaws.Reached(alliance, person, shown));
        if (arrival.IsUpdate || shown.Notices.Count == 0) return;
        broken.AddRange(shown.Notices.Where(notice => CouncilLaws.IsNeedless(alliance, person, notice, year.Now))
            .Select(notice => $"{alliance.Id}: {person} is reminded of {notice.Subject} at {year.Now} by what was to be said at {notice.NotBefore} although its partner has spoken at {alliance.Decisions[new(notice.Subject.Id)].Voices.Last(voice => Cast.IsOf(person, voice.Partner)).At}"));
        foreach (var notice in shown.Notices)
        {
            var key = (shown.Alliance, shown.Reader, notice);
            arrived[key] = arrived.GetValueOrDefault(key) + 1;
        }

        if (Hours.Against(alliance, person, year.Now) is not { } against) return;
        if (shown.Notices.All(static notice => notice.AnyHour) && year.Now - year.LastAsked(person) < JustAsked) return;
        // The hour of a digest is its reader's own wish; the day is not.
        if (shown.Notices.All(static notice => notice is { AnyHour: true, Kind: DigestNotices.Made }) && Hours.IsDay(alliance, person, year.Now)) return;
        broken.Add($"{alliance.Id}: {person} got {string.Join(" and ", shown.Notices.Select(static notice => notice.Kind))} although {against}");
    }

    public void Uncertain(Shown shown)
    {
        foreach (var notice in shown.Notices)
        {
            var key = (shown.Alliance, shown.Reader, notice);
            uncertain[key] = uncertain.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Whatever waits has its next step in the future, and every check-in has ended or will.</summary>
    public async Task LookAsync()
    {
        foreach (var id in YearCast.Ids)
        {
            if (await year.Machine.Engine.FindAsync(id, CancellationToken.None) is not { } alliance) continue;
            if (alliance.NextDue <= year.Now) broken.Add($"{id}: {alliance.NextDue} is due at {year.Now} and does not move on");
            foreach (var one in alliance.Cases.Where(static one => one.IsOpen))
            {
                Cases.Add((id, one.Id));
                if (alliance.Due.Of(one.Id) is null) broken.Add($"{id}: a case is {one.State} and waits for nothing");
            }

            broken.AddRange(QuarrelLaws.Forgotten(alliance, year.Now));
            foreach (var checkIn in alliance.CheckIns)
            {
                if (Forgotten(alliance, checkIn) is { } why) broken.Add($"{id}: the check-in {checkIn.Id} is {checkIn.State} {why}");
            }
        }
    }

    public async Task EndAsync()
    {
        await LookAsync();
        var often = arrived.Where(one => one.Value > 1 + uncertain.GetValueOrDefault(one.Key)).ToList();
        foreach (var id in YearCast.Ids)
        {
            var stream = await Laws.StreamAsync(year.Machine.Store, id);
            Events += stream.Count;
            broken.AddRange(Twice(stream, often.Where(one => one.Key.Item1 == id)));
            // An echo of hours ago is stale by then and is refused, although it was done.
            broken.AddRange(Laws.Applied(year.Asked, id, stream).Where(static law => !law.EndsWith("it was refused", StringComparison.Ordinal)));
            broken.AddRange(Laws.Kept(year.Now, id, stream, await year.Machine.Engine.FindAsync(id, CancellationToken.None)));
            broken.AddRange(CouncilLaws.Told(id, stream, year.Now));
            broken.AddRange(QuarrelLaws.Told(id, stream, year.Now));
            Statements += stream.Count(static one => one is StatementsDestroyed);
            Moves += stream.Count(static one => one is CaseMoved);
            Decided += stream.Count(static one => one is DecisionDecided);
            Destroyed += stream.Count(static one => one is WordsForgotten);
            Asking(id, stream);
            await FiguresAsync(id, stream);
            await DigestsAsync(id, stream);
        }
    }

    /// <summary>
    /// Told as it was made; or to somebody else instead, from the moment in which the first one was found out of reach: two that
    /// were held for the same person until then look the same.
    /// </summary>
    private static bool IsOf(Notice made, Notice told)
    {
        var own = told.Facts.RemoveAll(static fact => fact.Name is "instead-of" or "again");
        return own.Count == told.Facts.Count
            ? made == told
            : (made.Kind, made.Subject, made.Facts) == (told.Kind, told.Subject, own) && told.NotBefore - made.NotBefore < Duration.FromDays(30);
    }

    /// <summary>Two that happened in the same instant may tell the same; beyond that nothing is told twice.</summary>
    private IEnumerable<string> Twice(List<AllianceEvent> stream, IEnumerable<KeyValuePair<(AllianceId, Reader, Notice), int>> often)
    {
        foreach (var (key, count) in often)
        {
            var (state, made) = (new Alliance { Id = key.Item1 }, 0);
            foreach (var happened in stream)
            {
                var after = AllianceDecider.Evolve(state, happened);
                if (happened.At <= key.Item3.NotBefore) made += AllianceDecider.Notices(state, happened, after).Count(notice => IsOf(notice, key.Item3));
                state = after;
            }

            if (count > Math.Max(1, made) + uncertain.GetValueOrDefault(key)) yield return $"{key} with {string.Join(' ', key.Item3.Facts.Select(static fact => $"{fact.Name}={fact.Value}"))} arrived {count} times, and was to be told {made} times";
        }
    }

    /// <summary>Every figure is what the stored events say when they are counted a second time.</summary>
    private async Task FiguresAsync(AllianceId id, List<AllianceEvent> stream)
    {
        if (await year.Machine.Engine.FindAsync(id, CancellationToken.None) is not { } alliance) return;
        try
        {
            LedgerOracle.AgreesOn(alliance, stream, year.Now);
            Figures += alliance.Partners.Sum(partner => Ledgers.Of(alliance, partner.Id, LedgerPeriod.All(alliance.DateOf(year.Now)), year.Now).Ended);
        }
        catch (XunitException differs)
        {
            broken.Add($"{id}: {differs.Message}");
        }
    }

    /// <summary>Each reader and week has one digest or one reason, and every figure of it is what happened.</summary>
    private async Task DigestsAsync(AllianceId id, List<AllianceEvent> stream)
    {
        var recount = new DigestRecount(id.Value);
        recount.Read(stream);
        if (await year.Machine.Engine.FindAsync(id, CancellationToken.None) is { } alliance)
        {
            recount.Weeks(alliance, year.Now);
            recount.Cards(alliance, year.Now);
        }


        broken.AddRange(recount.Broken);
        Digests += recount.Digests;
        foreach (var (figure, times) in recount.Seen) said[figure] = said.GetValueOrDefault(figure) + times;
    }

    private static string? Forgotten(Alliance alliance, CheckIn checkIn)
    {
        if (checkIn.State is not (CheckInState.Scheduled or CheckInState.Open or CheckInState.Snoozed)) return null;
        if (alliance.Due.Of(checkIn.Id) is not null) return null;
        var promise = alliance.Commitments[checkIn.Commitment];
        if (promise.Ending is not null) return "although its promise has ended";
        // While a report waits for its answer nothing is asked.
        return checkIn.State == CheckInState.Scheduled && promise.State == CommitmentState.Reported ? null : "and waits for nothing";
    }

    /// <summary>Nobody is reminded after an answer, more than twice, at a wrong hour, or asked above their limit.</summary>
    private void Asking(AllianceId id, List<AllianceEvent> stream)
    {
        // What somebody who goes away has open is their cover's from that midnight on, and shown to it in the morning.
        var handed = stream.OfType<AbsenceBegan>().Select(static began => began.At).ToHashSet();
        var state = new Alliance { Id = id };
        var perDay = new Dictionary<(PersonId, LocalDate), int>();
        var nudges = new Dictionary<CheckInId, int>();
        foreach (var happened in stream)
        {
            switch (happened)
            {
                case CheckInNudged nudged:
                    nudges[nudged.CheckIn] = nudges.GetValueOrDefault(nudged.CheckIn) + 1;
                    if (nudges[nudged.CheckIn] > 2) broken.Add($"{id}: {nudged.CheckIn} reminds for the {nudges[nudged.CheckIn]}th time");
                    if (state.CheckIns[nudged.CheckIn].State != CheckInState.Open) broken.Add($"{id}: {nudged.CheckIn} reminds although {state.CheckIns[nudged.CheckIn].State}");
                    break;
                case CheckInOpened opened when opened.By == PersonId.Clock:
                    if (!handed.Contains(opened.At) && Hours.Against(state, opened.Person, opened.At) is { } against) broken.Add($"{id}: {opened.CheckIn} opened for {opened.Person} although {against}");
                    if (opened.Kind is not (CheckInKind.During or CheckInKind.Before)) break;
                    var day = (opened.Person, state.DateOf(opened.At));
                    perDay[day] = perDay.GetValueOrDefault(day) + 1;
                    var limit = state.Prompts.Find(opened.Person)?.PerDay ?? state.Settings.PromptsPerDay;
                    if (perDay[day] > limit) broken.Add($"{id}: {opened.Person} was asked {perDay[day]} times on {day.Item2}, above {limit}");
                    break;
                default:
                    break;
            }

            state = AllianceDecider.Evolve(state, happened);
        }
    }
}

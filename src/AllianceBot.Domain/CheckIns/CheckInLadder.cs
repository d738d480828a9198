using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What the person asked is told before it happens, and what they can choose from.</summary>
internal static class CheckInLadder
{
    private const int Times = 4;
    private const int Names = 24;
    private static readonly Duration Soon = Duration.FromHours(2);
    private static readonly LocalTime Afternoon = new(14, 0);

    /// <summary>The steps that follow one another while it stays unanswered.</summary>
    public static ValueList<LadderLine> Of(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        if (!checkIn.IsWaiting() || checkIn.Until is not { } until) return [];
        var steps = new List<LadderLine>();
        for (var step = checkIn.Nudges + 1; step <= CheckInClock.MostNudges; step++)
        {
            if (CheckInClock.NudgeAt(alliance, checkIn, step) is { } at && at >= CheckInClock.Earliest(checkIn)
                && steps.All(known => known.At != at)) steps.Add(new(LadderStep.Reminder, at));
        }

        var colleague = checkIn.Colleague ?? Prompting.StandIn(alliance, promise, checkIn.Person);
        steps.Add(colleague is { } asked
            ? new(LadderStep.Colleague, until, Domain.Names.Of(alliance, asked))
            : new(LadderStep.ChooseColleague, until));
        var inRow = CheckInClock.InRow(alliance, promise, checkIn);
        if (inRow == 2) steps.Add(new(LadderStep.OwnManager, until));
        if (inRow == 3) steps.Add(new(LadderStep.Troubleshooters, until));
        return steps.ToValueList();
    }

    /// <summary>A little later, this afternoon, the next working day in the morning and the afternoon, as far as they fit.</summary>
    public static ValueList<Instant> SnoozeTimes(Alliance alliance, CheckIn checkIn, Instant now)
    {
        var calendar = Calendars.Of(alliance, checkIn.Person);
        var (today, soon) = (calendar.DateOf(now), Quarter(now + Soon));
        var next = calendar.NextWorkday(today);
        var times = new List<Instant> { calendar.NextAllowed(soon), calendar.OpeningOn(next), calendar.Resolve(next + Afternoon) };
        if (calendar.IsWorkday(today)) times.Add(calendar.Resolve(today + Afternoon));
        return times.Where(at => at >= soon && at < checkIn.Until).Distinct().Order().Take(Times).ToValueList();
    }

    /// <summary>Whom the work may wait for: the people of the two sides, then the partners, as far as they may know of it.</summary>
    public static ValueList<Choice> Blockers(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        var choices = new List<Choice>();
        // Who receives the work comes first, the others in the order they came.
        if (promise.Terms.Receiver is { } named && alliance.People.Find(named) is { } receiver) Person(receiver);
        foreach (var person in alliance.People)
        {
            if (person.Id != promise.Terms.Receiver) Person(person);
        }

        var people = choices.Count;
        foreach (var partner in alliance.Partners)
        {
            if (choices.Count - people == Names) break;
            if (partner.Name.Text is { } name && CheckInAnswering.CanBeAsked(alliance, promise, partner.Id)) choices.Add(new(((Subject)partner.Id).ToString(), name));
        }

        return choices.ToValueList();

        void Person(Person person)
        {
            if (choices.Count == Names || person.Id == checkIn.Person || person.Name.Text is not { } name) return;
            if (Promises.IsOfASide(alliance, person.Id, promise)) choices.Add(new(((Subject)person.Id).ToString(), name));
        }
    }

    public static ValueList<Choice> Colleagues(Alliance alliance, Commitment promise, CheckIn checkIn) => alliance.People
        .Where(person => person.Id != checkIn.Colleague && Prompting.IsColleague(alliance, promise, checkIn.Person, person.Id))
        .Select(person => new Choice(person.Id.Value, person.Name.Text)).Take(Limits.List).ToValueList();

    /// <summary>Nobody thinks in seconds: up to the next full quarter of an hour.</summary>
    private static Instant Quarter(Instant at)
    {
        var over = at.ToUnixTimeSeconds() % 900;
        return over == 0 ? at : Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() - over + 900);
    }
}

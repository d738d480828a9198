using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>
/// The one door to the rules: sends a command to its area's decider, stamps who and when, lets areas cause events in
/// each other on the evolved state, and folds.
/// </summary>
public static class AllianceDecider
{
    /// <summary>Events, a refusal, or nothing. Pure: no clock, no chance, no I/O.</summary>
    public static Outcome Decide(Alliance alliance, Command command, CommandContext context)
    {
        if (command is ClockStruck struck) return Strikes.Decide(alliance, struck, context);
        var outcome = command switch
        {
            SetUpCommand setUp => SetUpDecider.Decide(alliance, setUp, context),
            PeopleCommand people => PeopleDecider.Decide(alliance, people, context),
            CommitmentCommand commitment => CommitmentDecider.Decide(alliance, commitment, context),
            CheckInCommand checkIn => CheckInDecider.Decide(alliance, checkIn, context),
            CalendarCommand calendar => CalendarDecider.Decide(alliance, calendar, context),
            DecisionCommand decision => DecisionDecider.Decide(alliance, decision, context),
            CharterCommand charter => CharterDecider.Decide(alliance, charter, context),
            ProcessCommand process => ProcessDecider.Decide(alliance, process, context),
            ConcernCommand concern => ConcernDecider.Decide(alliance, concern, context),
            CaseCommand one => CaseDecider.Decide(alliance, one, context),
            RoundCommand round => RoundDecider.Decide(alliance, round, context),
            BenchmarkCommand benchmark => RoundDecider.Decide(alliance, benchmark, context),
            LoadCommand load => LoadDecider.Decide(alliance, load, context),
            DigestCommand digest => DigestDecider.Decide(alliance, digest, context),
            StoryCommand story => StoryDecider.Decide(alliance, story, context),
            GiveThanks thanks => Thanking.Decide(alliance, thanks, context),
            IndicatorCommand indicator => IndicatorDecider.Decide(alliance, indicator, context),
            Redact redact => Forgetting.Decide(alliance, redact, context),
            ErasePerson erase => Erasing.Decide(alliance, erase, context),
            NoticeSettled settled => Reaching.Decide(alliance, settled, context),
            ReachChanged changed => Reaching.Decide(alliance, changed, context),
            PlaceChanged changed => Reaching.Decide(alliance, changed, context),
            _ => throw new UnreachableException($"No area for {command.GetType().Name}."),
        };
        if (outcome is not Outcome.Happened { Events.Count: > 0 } happened) return outcome;
        var append = new Append(alliance, command.Ask, context);
        append.Add(happened.Events);
        return append.ToOutcome();
    }

    /// <summary>The state after this event, with version, last instant and due index kept.</summary>
    public static Alliance Evolve(Alliance alliance, AllianceEvent happened)
    {
        var evolved = happened switch
        {
            SetUpEvent setUp => SetUpFold.Evolve(alliance, setUp),
            PeopleEvent people => PeopleFold.Evolve(alliance, people),
            CommitmentEvent commitment => CommitmentFold.Evolve(alliance, commitment),
            CheckInEvent checkIn => CheckInFold.Evolve(alliance, checkIn),
            CalendarEvent calendar => CalendarFold.Evolve(alliance, calendar),
            PromptsSet prompts => Prompting.Evolve(alliance, prompts),
            DecisionEvent decision => DecisionFold.Evolve(alliance, decision),
            CharterEvent charter => CharterFold.Evolve(alliance, charter),
            ProcessEvent process => ProcessFold.Evolve(alliance, process),
            ConcernEvent concern => ConcernFold.Evolve(alliance, concern),
            CaseEvent one => CaseFold.Evolve(alliance, one),
            RoundEvent round => RoundFold.Evolve(alliance, round),
            BenchmarkEvent benchmark => RoundFold.Evolve(alliance, benchmark),
            LoadEvent load => LoadDecider.Evolve(alliance, load),
            DigestEvent digest => Digesting.Evolve(alliance, digest),
            StoryEvent story => StoryDecider.Evolve(alliance, story),
            ThanksGiven thanks => Thanking.Evolve(alliance, thanks),
            IndicatorEvent indicator => IndicatorFold.Evolve(alliance, indicator),
            ForgettingEvent forgotten => Forgetting.Evolve(alliance, forgotten),
            StrikeEvent strike => Strikes.Evolve(alliance, strike),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };
        evolved = Digesting.Follow(alliance, happened, evolved);
        evolved = Strikes.Released(evolved, happened);
        var version = alliance.Version + 1;
        return evolved with
        {
            Version = version,
            LastAt = happened.At,
            Due = Dues.After(evolved, version, happened),
        };
    }

    /// <summary>Who is to be shown what because of this event.</summary>
    /// <param name="before">The state the event happened in.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The state it made.</param>
    public static ValueList<Notice> Notices(Alliance before, AllianceEvent happened, Alliance after) =>
        (Nearing.For(before, happened, after), Dependence.Warnings(before, happened, after)) is var (near, slips) && near.Count + slips.Count > 0
            ? [.. OfArea(before, happened, after), .. near, .. slips]
            : OfArea(before, happened, after);

    private static ValueList<Notice> OfArea(Alliance before, AllianceEvent happened, Alliance after) => happened switch
    {
        SetUpEvent setUp => SetUpNotices.For(before, setUp, after),
        PeopleEvent people => PeopleNotices.For(before, people, after),
        CommitmentEvent commitment => CommitmentNotices.For(before, commitment, after),
        CheckInEvent checkIn => CheckInNotices.For(before, checkIn, after),
        CalendarEvent calendar => CalendarNotices.For(before, calendar, after),
        PromptsSet => [],
        DecisionEvent decision => DecisionNotices.For(before, decision, after),
        CharterEvent charter => CharterNotices.For(charter, after),
        ProcessEvent process => ProcessNotices.For(process, after),
        ConcernEvent concern => ConcernNotices.For(concern, after),
        CaseEvent one => CaseNotices.For(before, one, after),
        RoundEvent round => RoundNotices.For(round, after),
        BenchmarkEvent benchmark => RoundNotices.For(benchmark, after),
        LoadEvent load => LoadDecider.Notices(load),
        DigestEvent digest => DigestNotices.For(before, digest),
        StoryEvent story => StoryDecider.Notices(before, story),
        ThanksGiven thanks => Thanking.Notices(thanks),
        IndicatorEvent indicator => IndicatorNotices.For(indicator, after),
        ForgettingEvent forgotten => Erasing.Notices(forgotten),
        StrikeEvent strike => Strikes.Notices(strike, after),
        _ => throw new UnreachableException($"No notices for {happened.GetType().Name}."),
    };
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a card of a round can offer.</summary>
public enum RoundAct
{
    Start,
    Say,
    Pass,
    SayAlone,
    AnswerWord,
    Gather,
    Show,
    Catch,
    Branch,
    Record,
    Next,
    Heard,
    Enter,
    Present,
    Strike,
    Break,
    Pause,
    Resume,
    Reopen,
    AnswerRecord,
    Review,
    Abandon,
}

/// <summary>Who may do what in a round, and whether it is the moment for it.</summary>
internal static class RoundGuards
{
    public static readonly Refusal NotStarted = new("round.not-started");
    public static readonly Refusal Started = new("round.started-already");

    /// <summary>It is complete, or was given up.</summary>
    public static readonly Refusal Over = new("round.over");
    public static readonly Refusal Suspended = new("round.suspended");
    public static readonly Refusal NotComplete = new("round.not-complete");

    /// <summary>Facts: component.</summary>
    public static readonly Refusal NotUnderWay = new("round.not-under-way");

    /// <summary>Facts: component. The next one waits for a record of this one.</summary>
    public static readonly Refusal NothingRecorded = new("round.nothing-recorded");

    /// <summary>Words before the talk wait for the facilitator to say who reads them.</summary>
    public static readonly Refusal NotGathering = new("round.not-gathering");

    /// <summary>The words are shown: from here on it is a talk.</summary>
    public static readonly Refusal Shown = new("round.shown-already");
    public static readonly Refusal Gathered = new("round.gathered-already");
    public static readonly Refusal NotRecorded = new("round.not-recorded");
    public static readonly Refusal AnswerOver = new("round.answer-over");
    public static readonly Refusal MeetingOn = new("round.meeting-on");
    public static readonly Refusal NoMeeting = new("round.no-meeting");
    public static readonly Refusal AloneElsewhere = new("round.alone-elsewhere");

    public static ValueList<Refusal> All =>
    [
        NotStarted, Started, Over, Suspended, NotComplete, NotUnderWay, NothingRecorded, NotGathering, Shown, Gathered, NotRecorded, AnswerOver,
        MeetingOn, NoMeeting, AloneElsewhere,
    ];

    public static bool Permits(Alliance alliance, Round round, PersonId person, RoundAct act) => act switch
    {
        RoundAct.Say or RoundAct.Pass or RoundAct.SayAlone or RoundAct.AnswerWord =>
            May.Do(alliance, person, Act.SpeakInRound, round.Id),
        RoundAct.AnswerRecord => May.Do(alliance, person, Act.AnswerRecord, round.Id),
        _ => May.Do(alliance, person, Act.RunRound, round.Id),
    };

    /// <summary>Why not now, or null.</summary>
    public static Refusal? Refuses(Alliance alliance, Round round, RoundAct act, int component, Instant now)
    {
        switch (act)
        {
            case RoundAct.Start: return round.State == RoundState.Planned ? null : Started;
            case RoundAct.Abandon: return round.State is RoundState.Planned || round.IsRunning ? null : Over;
            case RoundAct.Review: return round.State is RoundState.ReviewDue or RoundState.Complete ? null : NotComplete;
            case RoundAct.Resume when round is { State: RoundState.Open, IsMeeting: true, BreakUntil: null }: return MeetingOn;
            case RoundAct.Pause or RoundAct.Break when round.State == RoundState.Open && !round.IsMeeting: return NoMeeting;
        }

        if (round.State == RoundState.Planned) return NotStarted;
        if (act is RoundAct.AnswerRecord or RoundAct.Reopen) return OfRecord(alliance, round, act, component, now);
        if (act is RoundAct.AnswerWord) return null;
        if (!round.IsRunning) return Over;
        if (act is RoundAct.Resume) return null;
        if (round.State == RoundState.Suspended) return Suspended;
        return act switch
        {
            RoundAct.Pause or RoundAct.Break or RoundAct.Present or RoundAct.Strike => null,
            RoundAct.Next => Next(round),
            RoundAct.SayAlone => component == ComponentKinds.Interdependence && round.Of(component) is { State: not ComponentState.Ahead } ? null : AloneElsewhere,
            _ when !round.Has(component) || !round.Of(component).IsUnderWay => NotUnderWay.With("component", $"{component}"),
            RoundAct.Say or RoundAct.Pass => Words(round.Of(component)),
            RoundAct.Enter => Words(round.Of(component), isOpen: true),
            RoundAct.Gather => round.Of(component).State is ComponentState.Open or ComponentState.Reopened ? null : Gathered,
            RoundAct.Show => round.Of(component).State == ComponentState.Gathering ? null : round.Of(component).ShownAt is null ? NotGathering : Shown,
            RoundAct.Branch => component == ComponentKinds.Progress ? null : NotUnderWay.With("component", $"{component}"),
            _ => null,
        };
    }

    /// <summary>The next one opens when the one before has a record; nothing else locks it.</summary>
    private static Refusal? Next(Round round) => round.Current is { } current ? NothingRecorded.With("component", $"{current.Number}")
        : Ahead(round) is null ? Over : null;

    /// <summary>The first component that was not opened yet.</summary>
    public static Component? Ahead(Round round)
    {
        foreach (var component in round.Components)
        {
            if (component.State == ComponentState.Ahead) return component;
        }

        return null;
    }

    /// <summary>Paper may come in while the talk goes on; private words are over once they were shown.</summary>
    private static Refusal? Words(Component component, bool isOpen = false) => component.State switch
    {
        ComponentState.Gathering => null,
        ComponentState.Open => NotGathering,
        _ when isOpen => null,
        _ => component.Gathering is { Way: GatherWay.TalkOnly } || component.Gathering is null ? NotGathering : Shown,
    };

    private static Refusal? OfRecord(Alliance alliance, Round round, RoundAct act, int component, Instant now)
    {
        if (round.State == RoundState.Abandoned) return Over;
        if (!round.Has(component) || !round.Of(component).IsRecorded) return NotRecorded.With("component", $"{component}");
        if (act == RoundAct.Reopen)
        {
            return round.State is not (RoundState.Open or RoundState.Complete or RoundState.ReviewDue) ? Over
                : Rounds.Running(alliance) is { } other && other.Id != round.Id ? Rounds.IsRunning(other) : null;
        }

        return RoundClock.AnswerBy(alliance, round.Of(component)) <= now ? AnswerOver.With("component", $"{component}") : null;
    }
}

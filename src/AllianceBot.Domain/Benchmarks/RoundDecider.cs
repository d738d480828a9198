using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The rules of rounds: the order is kept, nothing is recorded without every voice, a pass or a named absence, and no door
/// is locked that a facilitator cannot open. The phases have their own files: <see cref="RoundMeetings"/>,
/// <see cref="RoundTalk"/>, <see cref="RoundRecord"/>, <see cref="Harvest"/>.
/// </summary>
public static class RoundDecider
{
    public static readonly Refusal WhichPartner = new("round.which-partner");

    /// <summary>The partner came after this round began. Facts: partner.</summary>
    public static readonly Refusal JoinedLater = new("round.joined-later");

    /// <summary>Every way in which rounds can refuse, beside the shared ones.</summary>
    public static ValueList<Refusal> Refusals =>
    [
        .. RoundGuards.All, .. RoundMeetings.All, .. RoundTalk.All, .. RoundRecord.All, .. Harvest.All, Rounds.OneAtATime, WhichPartner, JoinedLater,
    ];

    public static Outcome Decide(Alliance alliance, BenchmarkCommand command, CommandContext context)
    {
        if (!May.Do(alliance, context.By, Act.NoteTalk, alliance.Id) || command is not NoteTalk note) return Refusal.NotYours;
        if (alliance.Benchmarks.Talks.Any(known => known.Ask == note.Ask && known.By == context.By)) return Outcome.Nothing;
        if (note.Component is < 1 or > ComponentKinds.Count) return SetUpDecider.BadId;
        return TextRules.Text(note.Note, "note") ?? (Outcome)new TalkNoted(note.Component, note.Note);
    }

    public static Outcome Decide(Alliance alliance, RoundCommand command, CommandContext context)
    {
        if (command is PlanRound plan) return RoundMeetings.Plan(alliance, plan, context);
        if (alliance.Rounds.Find(command.Round) is not { } round) return Refusal.NotYours;
        var act = ActOf(command);
        if (!RoundGuards.Permits(alliance, round, context.By, act)) return LaterOrNothing(alliance, round, act, context.By);
        if (round.Asks.Contains(new DoneAsk(command.Ask, context.By))) return Outcome.Nothing;
        if (IsStale(round, command, act)) return Refusal.Stale(round.Id);
        var component = ComponentOf(round, command);
        if (RoundGuards.Refuses(alliance, round, act, component, context.At) is { } refusal) return refusal;
        var outcome = RoundMeetings.Decide(alliance, round, command, context)
            ?? RoundTalk.Decide(alliance, round, command, context)
            ?? RoundRecord.Decide(alliance, round, command, context)
            ?? throw new UnreachableException($"No rule for {command.GetType().Name}.");
        return Meeting(round, act, outcome);
    }

    /// <summary>What other events mean for rounds: a partner left, and what follows when nobody is waited for any more.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened) => happened switch
    {
        PartnerRemoved removed => alliance.Rounds
            .Where(round => round.IsRunning && Hearing.Asked(round).Contains(removed.Partner))
            .Select(round => (AllianceEvent)new RoundPartnerLeft(round.Id, removed.Partner)).ToValueList(),
        RoundPartnerLeft left => alliance.Rounds[left.Round] is var round
            ? round.Components.SelectMany(component => RoundRecord.Settled(round, component)).ToValueList()
            : [],
        ComponentRecorded recorded => RoundRecord.Settled(alliance.Rounds[recorded.Round], alliance.Rounds[recorded.Round].Of(recorded.Component)),
        RecordAnswered answered => RoundRecord.Answered(alliance, answered),
        _ => Signs.React(alliance, happened),
    };

    public static Outcome Strike(Alliance alliance, Round round, Instant at) => RoundClock.Strike(alliance, round, at);

    /// <summary>Somebody of a partner that came after the start sees the round, so this much may be told.</summary>
    private static Refusal LaterOrNothing(Alliance alliance, Round round, RoundAct act, PersonId by)
    {
        if (act is not (RoundAct.Say or RoundAct.Pass or RoundAct.AnswerRecord) || !RoundRights.Sees(alliance, by) || round.Roster.Count == 0) return Refusal.NotYours;
        var own = alliance.PartnersOf(by).RemoveAll(round.Roster.Contains);
        return own.Count > 0 ? JoinedLater.With("partner", own[0].Value) : Refusal.NotYours;
    }

    /// <summary>Words and lines stand beside each other; a step is taken from where it was seen to stand.</summary>
    private static bool IsStale(Round round, RoundCommand command, RoundAct act) => command.Revision > round.Revision
        || (act is RoundAct.Start or RoundAct.Gather or RoundAct.Show or RoundAct.Record or RoundAct.Next or RoundAct.Reopen or RoundAct.Abandon or RoundAct.Review
            && command.Revision < round.Moved);

    /// <summary>A meeting that was closed is open again with the first thing that is done in it: a good meeting is never stopped.</summary>
    private static Outcome Meeting(Round round, RoundAct act, Outcome outcome) =>
        outcome is Outcome.Happened { Events: { Count: > 0 } events } && round is { State: RoundState.Open, IsMeeting: false }
        && act is RoundAct.Show or RoundAct.Catch or RoundAct.Heard or RoundAct.Record or RoundAct.Next or RoundAct.Present
            ? new Outcome.Happened([new RoundResumed(round.Id), .. events])
            : outcome;

    internal static int ComponentOf(Round round, RoundCommand command) => command switch
    {
        Gather of => of.Component,
        GiveWord of => of.Component,
        EnterWord of => of.Component,
        AnswerWord of => of.Component,
        MarkHeard of => of.Component,
        ShowWords of => of.Component,
        CatchLine of => of.Component,
        RecordComponent of => of.Component,
        AnswerRecord of => of.Component,
        ReopenComponent of => of.Component,
        SayAlone => ComponentKinds.Interdependence,
        AnswerBranch => ComponentKinds.Progress,
        _ => round.Current?.Number ?? 0,
    };

    internal static RoundAct ActOf(RoundCommand command) => command switch
    {
        StartRound => RoundAct.Start,
        MarkPresent => RoundAct.Present,
        TakeBreak => RoundAct.Break,
        PauseRound => RoundAct.Pause,
        ResumeRound => RoundAct.Resume,
        AbandonRound => RoundAct.Abandon,
        ReviewRound => RoundAct.Review,
        OpenNext => RoundAct.Next,
        Gather => RoundAct.Gather,
        GiveWord { Passed: true } => RoundAct.Pass,
        GiveWord => RoundAct.Say,
        SayAlone => RoundAct.SayAlone,
        EnterWord => RoundAct.Enter,
        AnswerWord => RoundAct.AnswerWord,
        MarkHeard => RoundAct.Heard,
        ShowWords => RoundAct.Show,
        CatchLine => RoundAct.Catch,
        StrikeLine => RoundAct.Strike,
        AnswerBranch => RoundAct.Branch,
        RecordComponent => RoundAct.Record,
        AnswerRecord => RoundAct.AnswerRecord,
        ReopenComponent => RoundAct.Reopen,
        _ => throw new UnreachableException($"No act for {command.GetType().Name}."),
    };
}

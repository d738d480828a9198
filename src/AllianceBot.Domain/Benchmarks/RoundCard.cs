using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A round as this reader may see it now. In a place it is the stage: what all members may know, and nothing else.</summary>
public sealed record RoundCard
{
    public required RoundId Id { get; init; }
    public required int Number { get; init; }
    public required int Revision { get; init; }
    public required RoundState State { get; init; }
    public Named<PersonId>? Facilitator { get; init; }

    /// <summary>Planned meetings from today on.</summary>
    public ValueList<LocalDate> Meetings { get; init; }
    public bool IsMeeting { get; init; }

    /// <summary>How many meetings were held, the present one included.</summary>
    public int Held { get; init; }
    public Instant? BreakUntil { get; init; }
    public ValueList<Named<PersonId>> Present { get; init; }
    public ValueList<Named<PartnerId>> Roster { get; init; }
    public ValueList<Named<PartnerId>> Left { get; init; }

    /// <summary>Partners that came after it began: they read along, and speak from the next round on.</summary>
    public ValueList<Named<PartnerId>> Later { get; init; }

    /// <summary>All six, each in a line.</summary>
    public ValueList<ComponentLine> Components { get; init; }

    /// <summary>The component that is talked about, or was asked for; null when there is none.</summary>
    public ComponentStage? Stage { get; init; }

    /// <summary>What this reader has to do with it; null in a place and for who speaks for nobody.</summary>
    public RoundSeat? Seat { get; init; }

    /// <summary>What the facilitator sees beside it; null for everybody else, and in a place.</summary>
    public RoundPanel? Panel { get; init; }
    public Instant? StartedAt { get; init; }
    public Instant? CompletedAt { get; init; }
    public LocalDate? Review { get; init; }
    public string? EndReason { get; init; }
    public ValueList<RoundAct> Acts { get; init; }

    /// <summary>Who ran rounds so far, by partner: how the rotation goes.</summary>
    public ValueList<RotationCount> Rotation { get; init; }
    public required string Zone { get; init; }
}

/// <summary>One component in a line.</summary>
public sealed record ComponentLine(int Number, ComponentState State, string? Summary, Instant? At, int Open);

/// <summary>How many rounds were run by people of this partner; null for people of none.</summary>
public sealed record RotationCount(Named<PartnerId>? Partner, int Rounds);

/// <summary>One component as everybody may see it.</summary>
public sealed record ComponentStage
{
    public required int Number { get; init; }
    public required ComponentState State { get; init; }
    public Gathering? Gathering { get; init; }
    public Instant? QuietUntil { get; init; }

    /// <summary>How many partners were heard, of how many. Who they are is for the facilitator until it is recorded.</summary>
    public int Heard { get; init; }
    public int Asked { get; init; }
    public bool IsShown { get; init; }

    /// <summary>Words were given without names by fewer than three partners, and so stay with those who wrote them.</summary>
    public bool TooFew { get; init; }
    public ValueList<ShownWord> Words { get; init; }

    /// <summary>How many partners gave 1, 2, 3, 4, 5; empty while fewer than three gave a number, or it is not shown yet.</summary>
    public ValueList<int> Spread { get; init; }

    /// <summary>What was caught and not struck.</summary>
    public ValueList<LineView> Lines { get; init; }

    /// <summary>What the components before it yielded.</summary>
    public ValueList<LineView> Before { get; init; }

    /// <summary>Notes from talks on this component alone, since the round before.</summary>
    public ValueList<TalkView> Talks { get; init; }

    /// <summary>For the talk about trust: the sums as they stood when the round started.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>For the last component: what would improve each indicator, what is in the way.</summary>
    public ValueList<IndicatorTalk> Indicators { get; init; }

    /// <summary>The goals that were caught, with who confirmed them as its own.</summary>
    public ValueList<GoalView> Goals { get; init; }
    public ComponentRecordView? Record { get; init; }

    /// <summary>What stays open, by name and with a date.</summary>
    public ValueList<OpenPoint> Open { get; init; }

    /// <summary>Components before it that were talked over again since it had a record.</summary>
    public ValueList<Reopening> Reopenings { get; init; }

    /// <summary>Why it is talked over again.</summary>
    public string? ReopenReason { get; init; }
}

/// <summary>Words that were gathered, as shown; without a partner where no names were wanted.</summary>
public sealed record ShownWord(Named<PartnerId>? Partner, Named<PersonId>? By, string? Text, bool IsTold, bool ReadOut);

/// <summary>A caught line as shown.</summary>
public sealed record LineView(int Number, int Component, LineKind Kind, string? Text, Named<PersonId>? Owner, LocalDate? Date)
{
    /// <summary>The promise that it became, as this reader may know it.</summary>
    public LinePromise? Promise { get; init; }

    public GoalId? Goal { get; init; }
}

/// <summary>A note from a talk on one component.</summary>
public sealed record TalkView(string? Text, Named<PersonId> By, Instant At);

/// <summary>An indicator with its branches; open while it has none.</summary>
public sealed record IndicatorTalk(string Key, string? Name, ValueList<string?> Improves, ValueList<string?> InTheWay)
{
    /// <summary>The agreed number where it is on the alliance's list, with what was said of it there since the round began.</summary>
    public IndicatorOnTable? Listed { get; init; }

    public bool IsOpen => Improves.Count == 0 && InTheWay.Count == 0 && Listed is null or { IsOpen: true };
}

/// <summary>A record as shown.</summary>
public sealed record ComponentRecordView(
    string? Summary, ValueList<Named<PartnerId>> Present, ValueList<Named<PartnerId>> Spoke, ValueList<Named<PartnerId>> Passed,
    ValueList<Named<PartnerId>> NotHeard, Named<PersonId> By, Instant At)
{
    /// <summary>Until when partners that were not in the room may answer.</summary>
    public Instant AnswerBy { get; init; }

    public ValueList<Named<PartnerId>> Confirmed { get; init; }
    public ValueList<AnswerView> Answers { get; init; }

    /// <summary>Partners that are waited for; once the time is over, that said nothing.</summary>
    public ValueList<Named<PartnerId>> Unanswered { get; init; }

    /// <summary>Records that were talked over again, oldest first.</summary>
    public ValueList<string?> Earlier { get; init; }
}

/// <summary>What a partner said beside a record, or against it.</summary>
public sealed record AnswerView(Named<PartnerId> Partner, Named<PersonId> By, Stance Stance, string? Text, Instant At);

/// <summary>Something that stays open: what, of which partner or about what, since when.</summary>
public sealed record OpenPoint(OpenKind Kind, Named<PartnerId>? Partner, string? Text, Instant At);

/// <summary>The kinds of what stays open.</summary>
public enum OpenKind
{
    NotHeard,
    NotConfirmed,
    SeenDifferently,
    Objection,
    GoalNotConfirmed,
    IndicatorOpen,
}

/// <summary>What a participant has to do with a round.</summary>
public sealed record RoundSeat
{
    /// <summary>The partners this person speaks for.</summary>
    public ValueList<Named<PartnerId>> Partners { get; init; }

    /// <summary>Own words on the component at hand that count.</summary>
    public ValueList<OwnWord> Words { get; init; }

    /// <summary>Words that somebody typed in as told by this person, and that wait for a yes.</summary>
    public ValueList<OwnWord> Told { get; init; }

    /// <summary>This person said that it could be done alone.</summary>
    public bool SaidAlone { get; init; }

    /// <summary>Components whose record waits for an answer of a partner of this person, with what it says.</summary>
    public ValueList<ComponentStage> ToAnswer { get; init; }

    /// <summary>Goals of this round that a partner of this person has not confirmed as its own.</summary>
    public ValueList<GoalView> Goals { get; init; }
}

/// <summary>A word of one's own.</summary>
public sealed record OwnWord(int Component, AskId Word, Named<PartnerId> Partner, string? Text, int? Number, bool Passed, Named<PersonId> By);

/// <summary>What the facilitator sees beside the stage. Nobody's private words are in it unless they were opened.</summary>
public sealed record RoundPanel
{
    public ValueList<PanelRow> Rows { get; init; }

    /// <summary>It was said that the facilitator may read what was written before it is shown, and something is there.</summary>
    public bool CanOpen { get; init; }

    /// <summary>What was written, once the facilitator opened it.</summary>
    public ValueList<ShownWord> Opened { get; init; }

    /// <summary>Who said in private that it could be done alone.</summary>
    public ValueList<ShownWord> Alone { get; init; }

    /// <summary>People of the roster, for marking and for what is typed in for them.</summary>
    public ValueList<PanelPerson> People { get; init; }
}

/// <summary>One partner on the panel.</summary>
public sealed record PanelRow(Named<PartnerId> Partner, HeardAs? Heard, bool HasWritten, bool WantsReadOut, bool IsPresent);

/// <summary>Somebody who can be marked.</summary>
public sealed record PanelPerson(Named<PersonId> Person, Named<PartnerId> Partner);

/// <summary>A round in a list.</summary>
public sealed record RoundRow(RoundId Id, int Number, int Revision, RoundState State, Instant? StartedAt, Instant? CompletedAt, LocalDate? Review, int Recorded);

/// <summary>One component alone, for a problem at hand.</summary>
public sealed record TalkCard(int Component, ValueList<TalkView> Notes, bool MayNote);

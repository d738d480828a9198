using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// A conflict that goes its agreed way: who is in it, on which rung it stands, and what waits. The version of the process
/// that was in force when it was opened holds to its end.
/// </summary>
public sealed record Case
{
    public CaseId Id { get; init; }

    /// <summary>What people type: K7F2. Drawn, not counted, so that it does not tell how many there are.</summary>
    public string Name { get; init; } = "";

    /// <summary>Counts what happened to it; cards carry it.</summary>
    public int Revision { get; init; }

    /// <summary>The revision with which it last moved: an answer from an older card speaks of something else.</summary>
    public int MovedIn { get; init; }

    public CaseState State { get; init; }

    /// <summary>Where it goes back to from a pause, a settlement that came to nothing, or a withdrawal.</summary>
    public CaseState Behind { get; init; }

    public ConflictKind Kind { get; init; }

    public ProcessId Process { get; init; }

    /// <summary>The number of the process' version that holds for it.</summary>
    public int Version { get; init; }

    /// <summary>What it is about, in a sentence.</summary>
    public Words Matter { get; init; } = null!;

    public PersonId Opener { get; init; }

    public PartnerId OpenedFor { get; init; }

    public Instant OpenedAt { get; init; }

    public ValueList<CaseParty> Parties { get; init; }

    /// <summary>Everybody who joined, in this order.</summary>
    public ValueList<CasePerson> People { get; init; }

    /// <summary>The person whom a case about shared staff is about: heard, whatever the partners say.</summary>
    public PersonId? Person { get; init; }

    public ConcernId? Concern { get; init; }

    /// <summary>The promise in dispute.</summary>
    public CommitmentId? About { get; init; }

    /// <summary>Who is neutral in it now.</summary>
    public PersonId? Neutral { get; init; }

    /// <summary>Everybody who was, with the rung.</summary>
    public ValueList<CaseNeutral> Neutrals { get; init; }

    /// <summary>The time to answer it, while it is new.</summary>
    public CaseTime? Answer { get; init; }

    /// <summary>Every stay on a rung, the last one is now; none while it is new.</summary>
    public ValueList<Stay> Stays { get; init; }

    /// <summary>The time for the statements, while they are asked for.</summary>
    public CaseTime? StatementTime { get; init; }

    /// <summary>When all statements were shown, to all at once; null while not.</summary>
    public Instant? StatementsShownAt { get; init; }

    /// <summary>What was written in it.</summary>
    public ValueList<CaseItem> Items { get; init; }

    /// <summary>What one party proposed that needs every party's yes.</summary>
    public Motion? Motion { get; init; }

    /// <summary>A party asks to skip rungs; only it and the one who confirms know.</summary>
    public SkipWish? Skip { get; init; }

    /// <summary>The settlement on the table.</summary>
    public SettlementOffer? Offer { get; init; }

    /// <summary>The settlement that all agreed to, the last one.</summary>
    public Settlement? Settlement { get; init; }

    /// <summary>When all had agreed to it.</summary>
    public Instant? SettledAt { get; init; }

    public FollowUp? FollowUp { get; init; }

    /// <summary>The exit review that was asked for.</summary>
    public CaseReview? Review { get; init; }

    /// <summary>When it goes on by itself.</summary>
    public LocalDate? PausedUntil { get; init; }

    /// <summary>Promises that all parties let rest.</summary>
    public ValueList<CommitmentId> RestingPromises { get; init; }

    /// <summary>Responses of the process' table that all parties agreed to.</summary>
    public ValueList<CaseResponse> Responses { get; init; }

    /// <summary>It was kept open once against a withdrawal, and cannot be again.</summary>
    public bool KeptOpen { get; init; }

    /// <summary>Ids of settlements and review texts that came to nothing: they die with the statements.</summary>
    public ValueList<string> DroppedTexts { get; init; }

    public CaseEnding? Ending { get; init; }

    public ValueList<CaseEntry> History { get; init; }

    public AskId LastAsk { get; init; }

    public PersonId LastBy { get; init; }

    /// <summary>When its statements were destroyed, as the process says; null while they are there.</summary>
    public Instant? WordsGone { get; init; }

    public bool IsOpen => State < CaseState.Closed;

    public Stay? Stay => Stays.Count > 0 ? Stays[^1] : null;

    /// <summary>The rung it stands on, from 1; 0 while it is new.</summary>
    public int Rung => Stay?.Rung ?? 0;
}

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    Raised,
    OnRung,
    Paused,
    SettlementProposed,
    Settled,

    /// <summary>All are asked whether the settlement holds.</summary>
    FollowUp,

    /// <summary>From here on it is over.</summary>
    Closed,
    Withdrawn,
    Referred,
    Exited,
}

/// <summary>One of the two to six partners it is between.</summary>
/// <param name="Partner">Which.</param>
/// <param name="Acknowledged">It said that it has read it.</param>
/// <param name="Left">It is no longer in the alliance.</param>
public sealed record CaseParty(PartnerId Partner, bool Acknowledged = false, bool Left = false);

/// <summary>Somebody in it, and for whom. Who joined stays a reader.</summary>
/// <param name="Partner">The party; null for the person it is about.</param>
/// <param name="Rung">From which rung on, 0 for from the beginning.</param>
/// <param name="Gone">No longer with that partner.</param>
public sealed record CasePerson(PersonId Person, PartnerId? Partner, CaseRole Role, int Rung, bool Gone = false);

/// <summary>Why somebody is in it.</summary>
public enum CaseRole
{
    Concerned,
    Manager,
    Executive,

    /// <summary>The personnel contact of a party, where it is about shared staff.</summary>
    Personnel,

    /// <summary>The person whom it is about.</summary>
    Standing,

    /// <summary>Took over from somebody who left.</summary>
    StandIn,
}

/// <summary>Who was neutral, from which rung on, and whether still.</summary>
public sealed record CaseNeutral(PersonId Person, int Rung, Instant From, Instant? Until = null);

/// <summary>So many working days of all parties from an instant on.</summary>
/// <param name="By">What the parties were told. A changed calendar may only move it later.</param>
public sealed record CaseTime(Instant From, int Days, Instant By);

/// <summary>One stay on a rung.</summary>
public sealed record Stay(int Rung, Instant Since, ValueList<PersonId> People)
{
    /// <summary>Until when; null while no clock runs.</summary>
    public CaseTime? Time { get; init; }

    /// <summary>The time is for naming somebody neutral; the rung's own days begin then.</summary>
    public bool Naming { get; init; }

    public int Extensions { get; init; }

    /// <summary>Working days that were left when its clock was stopped.</summary>
    public int? Remaining { get; init; }

    /// <summary>Its time ran out, and the parties were asked how to go on.</summary>
    public bool TimeUp { get; init; }

    /// <summary>Who answered, where everybody has to.</summary>
    public ValueList<PersonId> Answered { get; init; }

    /// <summary>When somebody last did something.</summary>
    public Instant ProgressAt { get; init; } = Since;

    /// <summary>How often it came up again since, because nobody did.</summary>
    public int Reminded { get; init; }
}

/// <summary>What one party proposed, and who said yes; the proposer's own party has.</summary>
public sealed record Motion(MotionAsked What, PersonId By, PartnerId Of, Words? Why, ValueList<PartnerId> Agreed, Instant At);

/// <summary>What can only be done when every party says yes.</summary>
public sealed record MotionAsked(MotionKind Kind)
{
    /// <summary>To go down: to which rung. A response: which step of the table, from 1.</summary>
    public int Step { get; init; }

    /// <summary>More working days.</summary>
    public int Days { get; init; }

    /// <summary>A pause: the day it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Who would be neutral.</summary>
    public PersonId? Person { get; init; }

    /// <summary>A response: whom it is towards.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>Promises to rest, or to go on.</summary>
    public ValueList<CommitmentId> Promises { get; init; }
}

/// <summary>The kinds of motions.</summary>
public enum MotionKind
{
    GoDown,
    Extend,
    Pause,

    /// <summary>Go on before the pause is over.</summary>
    Resume,
    NameNeutral,
    RestPromises,
    WakePromises,
    Respond,
}

/// <summary>One party's wish to skip rungs, on a ground that the process lists.</summary>
/// <param name="Ground">Which, from 1.</param>
/// <param name="Confirmer">The neutral who says whether it is one.</param>
public sealed record SkipWish(int Rung, int Ground, PartnerId Of, PersonId By, PersonId Confirmer, Words Why, Instant At);

/// <summary>A step of the process' table that all parties agreed to.</summary>
public sealed record CaseResponse(int Step, PartnerId Partner, Instant At);

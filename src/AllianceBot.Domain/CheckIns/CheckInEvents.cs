using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to one check-in; its words lie on the shelf of its promise.</summary>
public abstract record CheckInEvent(CheckInId CheckIn, CommitmentId Commitment) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Commitment);
}

/// <summary>Somebody asked for one by command; it opens at once or when its person may next be reached.</summary>
[EventName("checkin.asked.v1")]
public sealed record CheckInAsked(CheckInId CheckIn, CommitmentId Commitment, PersonId Person)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>The person is asked, and may answer until then.</summary>
[EventName("checkin.opened.v1")]
public sealed record CheckInOpened(CheckInId CheckIn, CommitmentId Commitment, CheckInKind Kind, PersonId Person, Instant Until)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>On track, at risk or blocked. Late when the window was over.</summary>
[EventName("checkin.answered.v1")]
public sealed record CheckInAnswered(
    CheckInId CheckIn, CommitmentId Commitment, CheckInAnswer Answer, Words? Note, bool HelpWanted, bool Edited, bool Late)
    : CheckInEvent(CheckIn, Commitment);

[EventName("checkin.undone.v1")]
public sealed record CheckInUndone(CheckInId CheckIn, CommitmentId Commitment) : CheckInEvent(CheckIn, Commitment);

/// <summary>The window moved because an outage ate its end.</summary>
[EventName("checkin.extended.v1")]
public sealed record CheckInExtended(CheckInId CheckIn, CommitmentId Commitment, Instant Until)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>The window ended without an answer of a person who was reached.</summary>
[EventName("checkin.missed.v1")]
public sealed record CheckInMissed(CheckInId CheckIn, CommitmentId Commitment) : CheckInEvent(CheckIn, Commitment);

/// <summary>It could not be asked: not counted against anybody.</summary>
[EventName("checkin.excused.v1")]
public sealed record CheckInExcused(CheckInId CheckIn, CommitmentId Commitment, ExcusedFor For)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>Why a check-in does not count.</summary>
public enum ExcusedFor
{
    /// <summary>Its whole window passed while the bot was down.</summary>
    Outage,

    /// <summary>The person could not be reached.</summary>
    NotReached,
}

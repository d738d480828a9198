using System.Text.Json.Serialization;
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

/// <summary>The next one while the work runs, or after its date, is planned for that day.</summary>
[EventName("checkin.planned.v1")]
public sealed record CheckInPlanned(CheckInId CheckIn, CommitmentId Commitment, CheckInKind Kind, LocalDate Day)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>Its person had been asked enough that day: it comes on another.</summary>
[EventName("checkin.put-off.v1")]
public sealed record CheckInPutOff(CheckInId CheckIn, CommitmentId Commitment, LocalDate Day)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>Its time came when who is asked may not be written to, after an outage or for a cover: it opens at that person's next hour.</summary>
[EventName("checkin.held.v1")]
public sealed record CheckInHeld(CheckInId CheckIn, CommitmentId Commitment, Instant Until)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>Not asked, as the person had said lately how it stands.</summary>
[EventName("checkin.satisfied.v1")]
public sealed record CheckInSatisfied(CheckInId CheckIn, CommitmentId Commitment) : CheckInEvent(CheckIn, Commitment);

/// <summary>The person is asked, and may answer until then.</summary>
[EventName("checkin.opened.v1")]
public sealed record CheckInOpened(CheckInId CheckIn, CommitmentId Commitment, CheckInKind Kind, PersonId Person, Instant Until)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>A reminder to who has not answered.</summary>
[EventName("checkin.nudged.v1")]
public sealed record CheckInNudged(CheckInId CheckIn, CommitmentId Commitment, int Step) : CheckInEvent(CheckIn, Commitment);

/// <summary>Put aside by its person until then.</summary>
[EventName("checkin.snoozed.v1")]
public sealed record CheckInSnoozed(CheckInId CheckIn, CommitmentId Commitment, Instant Until)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>The chosen time has come.</summary>
[EventName("checkin.woken.v1")]
public sealed record CheckInWoken(CheckInId CheckIn, CommitmentId Commitment) : CheckInEvent(CheckIn, Commitment);

/// <summary>On track, at risk or blocked. Late when the window was over.</summary>
[EventName("checkin.answered.v1")]
public sealed record CheckInAnswered(
    CheckInId CheckIn, CommitmentId Commitment, CheckInAnswer Answer, Words? Note, bool HelpWanted, bool Edited, bool Late,
    PersonId? BlockedBy = null, PartnerId? BlockedByPartner = null)
    : CheckInEvent(CheckIn, Commitment)
{
    /// <summary>The person or partner that it waits for.</summary>
    [JsonIgnore]
    public Subject? Blocker => BlockedBy is { } person ? person : BlockedByPartner is { } partner ? partner : (Subject?)null;
}

/// <summary>Somebody who can help has looked at an answer that says trouble.</summary>
[EventName("checkin.seen.v1")]
public sealed record CheckInSeen(CheckInId CheckIn, CommitmentId Commitment) : CheckInEvent(CheckIn, Commitment);

/// <summary>Nobody has looked: 1 reminds those who were told, 2 asks the next.</summary>
[EventName("checkin.unseen.v1")]
public sealed record CheckInUnseen(CheckInId CheckIn, CommitmentId Commitment, int Step) : CheckInEvent(CheckIn, Commitment);

/// <summary>The person chose a colleague who can answer as well.</summary>
[EventName("checkin.colleague-asked.v1")]
public sealed record CheckInColleagueAsked(CheckInId CheckIn, CommitmentId Commitment, PersonId Colleague)
    : CheckInEvent(CheckIn, Commitment);

[EventName("checkin.undone.v1")]
public sealed record CheckInUndone(CheckInId CheckIn, CommitmentId Commitment) : CheckInEvent(CheckIn, Commitment);

/// <summary>The window moved because an outage ate its end.</summary>
[EventName("checkin.extended.v1")]
public sealed record CheckInExtended(CheckInId CheckIn, CommitmentId Commitment, Instant Until)
    : CheckInEvent(CheckIn, Commitment);

/// <summary>The window ended without an answer of a person who was reached.</summary>
/// <param name="CheckIn">Which.</param>
/// <param name="Commitment">Of which promise.</param>
/// <param name="InRow">The how manieth in a row of this person on this promise.</param>
/// <param name="Asked">The colleague of the person's choice, who is asked now.</param>
[EventName("checkin.missed.v1")]
public sealed record CheckInMissed(CheckInId CheckIn, CommitmentId Commitment, int InRow = 1, PersonId? Asked = null)
    : CheckInEvent(CheckIn, Commitment);

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

    /// <summary>The person has paused what is optional.</summary>
    Paused,

    /// <summary>The person had been asked enough, and then it was too late.</summary>
    OverLimit,

    /// <summary>The person is away, and nobody steps in.</summary>
    Away,
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What may be asked of check-ins.</summary>
public abstract record CheckInCommand(AskId Ask) : Command(Ask);

/// <summary>The doer, the receiver or a manager of theirs asks where a promise stands, now.</summary>
public sealed record OpenCheckIn(CommitmentId Commitment, AskId Ask) : CheckInCommand(Ask);

/// <summary>
/// On track, at risk or blocked; the same command with another answer edits it while the window is open. Done, more time
/// and can't do are not answered here but by sending their form: <see cref="ReportDone"/>, <see cref="ProposeChange"/>,
/// <see cref="GiveUpCommitment"/> close the promise's open check-in with that answer.
/// </summary>
public sealed record AnswerCheckIn(
    CheckInId CheckIn, int Revision, AskId Ask, CheckInAnswer Answer, Words? Note, bool HelpWanted, Subject? Blocker = null)
    : CheckInCommand(Ask);

/// <summary>The doer says, without being asked, where a promise stands: one is asked, opened and answered at once.</summary>
public sealed record CheckInNow(
    CommitmentId Commitment, AskId Ask, CheckInAnswer Answer, Words? Note, bool HelpWanted, Subject? Blocker = null)
    : CheckInCommand(Ask);

/// <summary>One row of a card that asks about several promises.</summary>
public sealed record CheckInReply(CheckInId CheckIn, int Revision, CheckInAnswer Answer, Words? Note, bool HelpWanted = false);

/// <summary>
/// Answers several at once. A row that cannot be answered any more is left out and the others are saved; it is refused only
/// when none can be saved.
/// </summary>
public sealed record AnswerCheckIns(ValueList<CheckInReply> Replies, AskId Ask) : CheckInCommand(Ask);

/// <summary>The person takes back the answer given last, in time. The revision may be that of before it.</summary>
public sealed record UndoCheckIn(CheckInId CheckIn, int Revision, AskId Ask) : CheckInCommand(Ask);

/// <summary>The person takes back, in time, all that was answered with one ask.</summary>
public sealed record UndoCheckIns(AskId Sent, AskId Ask) : CheckInCommand(Ask);

/// <summary>The person puts it aside until then: at most twice, and not past its window.</summary>
public sealed record SnoozeCheckIn(CheckInId CheckIn, int Revision, AskId Ask, Instant Until) : CheckInCommand(Ask);

/// <summary>Somebody who can help has looked at an answer that says at risk or blocked.</summary>
public sealed record SeeCheckInAnswer(CheckInId CheckIn, int Revision, AskId Ask) : CheckInCommand(Ask);

/// <summary>The person asks a colleague to answer as well.</summary>
public sealed record AskColleague(CheckInId CheckIn, int Revision, AskId Ask, PersonId Colleague) : CheckInCommand(Ask);

/// <summary>Optional prompts stop until this day.</summary>
public sealed record PausePrompts(LocalDate Until, AskId Ask) : CheckInCommand(Ask);

/// <summary>Prompts come as usual again: neither paused nor fewer.</summary>
public sealed record ResumePrompts(AskId Ask) : CheckInCommand(Ask);

/// <summary>Optional prompts come half as often, with one reminder.</summary>
public sealed record FewerPrompts(AskId Ask) : CheckInCommand(Ask);

/// <summary>So many optional prompts a day at most.</summary>
public sealed record LimitPrompts(int PerDay, AskId Ask) : CheckInCommand(Ask);

/// <summary>The colleague who is asked when the person has not answered; null for nobody.</summary>
public sealed record NameStandIn(PersonId? Colleague, AskId Ask) : CheckInCommand(Ask);

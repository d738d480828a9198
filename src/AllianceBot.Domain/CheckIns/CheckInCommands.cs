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
public sealed record AnswerCheckIn(CheckInId CheckIn, int Revision, AskId Ask, CheckInAnswer Answer, Words? Note, bool HelpWanted)
    : CheckInCommand(Ask);

/// <summary>The person takes back the answer given last, in time. The revision may be that of before it.</summary>
public sealed record UndoCheckIn(CheckInId CheckIn, int Revision, AskId Ask) : CheckInCommand(Ask);

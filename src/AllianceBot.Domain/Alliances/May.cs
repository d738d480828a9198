namespace AllianceBot.Domain;

/// <summary>Everything that can be done, in one list: what <see cref="May"/> decides over.</summary>
public enum Act
{
    // Alliances
    SeeAlliance,
    SetUp,
    ManagePartner,
    ManagePeople,
    Invite,
    AnswerJoin,
    LinkPlace,
    Leave,

    // Commitments
    Propose,
    SeePromise,
    SeeState,
    Answer,
    Withdraw,
    Report,
    Status,
    GiveUp,
    ProposeChange,
    AnswerChange,
    RetractChange,
    AcceptReport,
    ReturnReport,
    Release,
    SayUnmet,
    Replace,
    Correct,
    SeeDifferently,
    Note,
    HandOver,

    // Check-ins
    AnswerCheckIn,
    SeeCheckIn,
    OpenCheckIn,
}

/// <summary>
/// The one table of who may do and see what (rules 2 and 3). Deciders ask it before they tell whether a thing exists,
/// views before they show a button or a line. Deny by default.
/// </summary>
public static class May
{
    /// <summary>Whether this person may do this to this subject, in this state of the alliance.</summary>
    public static bool Do(Alliance alliance, PersonId person, Act act, Subject subject) =>
        throw new System.Diagnostics.UnreachableException($"{alliance.Id} {person} {act} {subject}");
}

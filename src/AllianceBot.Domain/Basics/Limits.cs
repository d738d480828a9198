namespace AllianceBot.Domain;

/// <summary>What one alliance may hold. Past a limit a command is refused with what to do; at 90 % administrators are told.</summary>
public static class Limits
{
    public const int Partners = 100;
    public const int People = 2_000;
    public const int OpenPromises = 5_000;

    /// <summary>Decisions that are open at once.</summary>
    public const int OpenDecisions = 200;

    /// <summary>Processes for conflicts, with those that were dropped.</summary>
    public const int Processes = 60;
    /// <summary>Rounds that one alliance keeps, lines of the record that one round keeps, and words said in one component.</summary>
    public const int Rounds = 200;
    public const int RoundLines = 400;
    public const int RoundWords = 400;

    /// <summary>Meetings that one round is planned with, and notes on a component taken alone.</summary>
    public const int RoundMeetings = 24;
    public const int TalkNotes = 200;

    /// <summary>Asks that a round remembers, as many people act on it at once.</summary>
    public const int RoundAsks = 64;

    /// <summary>Characters of a free text.</summary>
    public const int Text = 4_000;

    /// <summary>Characters of a name: a person's, a partner's, a promise's title.</summary>
    public const int Name = 120;

    /// <summary>Entries of a list on one card.</summary>
    public const int List = 60;

    /// <summary>How many years ahead a date may lie.</summary>
    public const int YearsAhead = 10;

    /// <summary>Bytes of an id.</summary>
    public const int Id = 24;

    /// <summary>How deep one area may cause events in another within one append.</summary>
    public const int Depth = 8;

    /// <summary>Items that one strike moves.</summary>
    public const int Strike = 200;

    /// <summary>Set-up acts that are remembered so that the same ask is recognised.</summary>
    public const int DoneAsks = 64;

    /// <summary>Team channels and group chats of one alliance.</summary>
    public const int Places = 60;

    /// <summary>Characters of a keyed hash, a zone id or a code as they come in.</summary>
    public const int Code = 100;

    /// <summary>Link codes waiting at once, over all people.</summary>
    public const int LinkCodes = 200;

    /// <summary>Notices that nobody was there for, remembered so that each is said once.</summary>
    public const int Untold = 200;

    public const int RoleAssignments = 10_000;
    public const int FundingTies = 1_000;
    public const int Goals = 60;
    public const int Exclusions = 60;
    public const int OpenInvitations = 2_000;

    /// <summary>Parties of a case.</summary>
    public const int CaseParties = 6;

    /// <summary>People named when a case is opened, or quoted in a text of it.</summary>
    public const int CasePeople = 24;

    /// <summary>Open cases that one person opened; by person, so that it tells nobody how many others there are.</summary>
    public const int OpenCasesOfOne = 20;

    /// <summary>Open concerns of one person.</summary>
    public const int OpenConcernsOfOne = 50;

    public const int SettlementPromises = 12;

    /// <summary>Promises that one outcome of a decision asks for.</summary>
    public const int OutcomePromises = 12;

    /// <summary>Holidays of one partner.</summary>
    public const int Holidays = 400;

    /// <summary>Digests of one person that can be opened again: half a year and a few.</summary>
    public const int Digests = 30;

    /// <summary>Stories that wait for an answer at once.</summary>
    public const int OpenStories = 60;

    /// <summary>Thanks that are kept at hand.</summary>
    public const int Thanks = 200;

    /// <summary>Absences that one person has announced.</summary>
    public const int Absences = 20;

    /// <summary>Indicators on the list at once.</summary>
    public const int Indicators = 60;

    /// <summary>Readings of one indicator, corrections among them.</summary>
    public const int Readings = 2_000;
}

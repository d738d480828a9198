namespace AllianceBot.Conversation;

/// <summary>The verbs of decisions, the charter and the alliance's rules, and of words that die.</summary>
public static partial class Verbs
{
    // Deciding together
    public const string Propose = "propose";
    public const string Decisions = "decisions";

    /// <summary>Agrees for a partner that has to be named; who speaks for one only agrees by <see cref="Accept"/>.</summary>
    public const string AgreeFor = "agree-for";
    public const string Reservations = "reservations";
    public const string StandAside = "stand-aside";
    public const string Objects = "object";
    public const string Amend = "amend";
    public const string Outcome = "outcome";
    public const string Reaffirm = "reaffirm";
    public const string Retire = "retire";

    /// <summary>Proposes anew what stands, to take its place.</summary>
    public const string ProposeAnew = "propose-anew";

    /// <summary>Takes own words out of a promise or a decision.</summary>
    public const string Redact = "redact";

    // The charter
    public const string Charter = "charter";
    public const string CharterDraft = "charter-draft";
    public const string EditCharter = "edit-charter";

    /// <summary>What a partner keeps, gives and gets, and its hours.</summary>
    public const string CharterPart = "charter-part";

    /// <summary>What those outside a partner require, a funder's worry and the answer.</summary>
    public const string CharterOutside = "charter-outside";

    /// <summary>How long words are kept.</summary>
    public const string CharterKeeping = "charter-keeping";
    public const string ProposeCharter = "propose-charter";
    public const string AdoptCharter = "adopt-charter";
    public const string OwnTerms = "own-terms";
    public const string ConfirmGoal = "confirm-goal";
    public const string ReadWhoSees = "read-who-sees";
    public const string Rules = "rules";

    private static IEnumerable<Verb> OfCharter() =>
    [
        new(Charter, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Version, FieldNames.Page),
        new(CharterDraft, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Page),
        new(EditCharter, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Section, FieldNames.Text),
        new(CharterPart, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Keeps, FieldNames.Gives, FieldNames.Gets, FieldNames.StaffHours, FieldNames.Partner),
        new(CharterOutside, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Requirements, FieldNames.Worry, FieldNames.WorryAnswer, FieldNames.Partner),
        new(CharterKeeping, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.KeepPromises, FieldNames.KeepDecisions, FieldNames.KeepTalks, FieldNames.KeepPeople),
        new(ProposeCharter, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Due),
        new(AdoptCharter, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Partner, FieldNames.Version),
        new(OwnTerms, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Partner),
        new(ConfirmGoal, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Goal, FieldNames.Partner),
        new(ReadWhoSees, VerbNeeds.Alliance, VerbDoes.Acts),
        new(Rules, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.AnswerDays, FieldNames.ChangeDays, FieldNames.AcceptDays,
            FieldNames.LeadDays, FieldNames.OverdueDays, FieldNames.OverdueEvery, FieldNames.ReworkDays, FieldNames.CorrectionDays,
            FieldNames.CounterRounds, FieldNames.PromptsDay, FieldNames.AskHours, FieldNames.SeenByAll, FieldNames.Due),
    ];
}

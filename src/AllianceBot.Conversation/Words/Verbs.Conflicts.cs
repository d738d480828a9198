namespace AllianceBot.Conversation;

/// <summary>The verbs of processes for conflicts, of concerns and quiet words, and of cases.</summary>
public static partial class Verbs
{
    // Processes
    public const string Processes = "processes";
    public const string StartProcess = "start-process";
    public const string ProcessDraft = "process-draft";
    public const string ChangeProcess = "change-process";
    public const string ChangeRung = "change-rung";
    public const string AddRung = "add-rung";
    public const string MoveRung = "move-rung";
    public const string RemoveRung = "remove-rung";
    public const string ProposeProcess = "propose-process";
    public const string DropDraft = "drop-draft";
    public const string Ratify = "ratify";

    // Concerns
    public const string Concern = "concern";
    public const string QuietWord = "quiet-word";

    /// <summary>A concern about a promise, from the promise's card.</summary>
    public const string TalkAbout = "talk-about";
    public const string OfferTalk = "offer-talk";
    public const string TellHelpers = "tell-helpers";
    public const string TellFacilitator = "tell-facilitator";
    public const string TalkedOver = "talked-over";

    // Cases
    public const string Cases = "cases";
    public const string OpenCase = "open-case";
    public const string CaseFrom = "case-from";
    public const string Acknowledge = "acknowledge";
    public const string Statement = "statement";
    public const string MyAnswer = "my-answer";
    public const string Summary = "summary";
    public const string ExtendCase = "extend-case";
    public const string GoUp = "go-up";
    public const string GoDown = "go-down";
    public const string Skip = "skip";
    public const string NameNeutral = "name-neutral";
    public const string StepDown = "step-down";
    public const string Settle = "settle";
    public const string PauseCase = "pause-case";
    public const string GoOn = "go-on";
    public const string RestPromises = "rest-promises";
    public const string WakePromises = "wake-promises";
    public const string Respond = "respond";
    public const string KeepOpen = "keep-open";
    public const string Reopen = "reopen";
    public const string Refer = "refer";
    public const string Holds = "it-holds";
    public const string DoesNotHold = "does-not-hold";
    public const string AskReview = "ask-review";
    public const string ReviewText = "review-text";
    public const string LetRead = "let-read";

    private static IEnumerable<Verb> OfConflicts() =>
    [
        new(Processes, VerbNeeds.Alliance, VerbDoes.Reads),
        new(StartProcess, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name, FieldNames.Kinds),
        new(ProcessDraft, VerbNeeds.Item, VerbDoes.Reads),
        new(ChangeProcess, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Name, FieldNames.Kinds, FieldNames.Final, FieldNames.Grounds,
            FieldNames.Responses, FieldNames.FollowUpDays, FieldNames.ProgressDays, FieldNames.KeptDays),
        new(ChangeRung, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Rung, FieldNames.Name, FieldNames.Todo, FieldNames.Attends, FieldNames.RungDays,
            FieldNames.Asks, FieldNames.NamingDays, FieldNames.TimeUp),
        new(AddRung, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Name, FieldNames.Todo, FieldNames.Place, FieldNames.Attends, FieldNames.RungDays,
            FieldNames.Asks, FieldNames.NamingDays, FieldNames.TimeUp),
        new(MoveRung, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Rung, FieldNames.Place),
        new(RemoveRung, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Rung),
        new(ProposeProcess, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Due),
        new(DropDraft, VerbNeeds.Item, VerbDoes.Fills),
        new(Ratify, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Partner),

        new(Concern, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Kind, FieldNames.Involved),
        new(QuietWord, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Person, FieldNames.Kind),
        new(TalkAbout, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text),
        new(OfferTalk, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Note),
        new(TellHelpers, VerbNeeds.Item, VerbDoes.Acts),
        new(TellFacilitator, VerbNeeds.Item, VerbDoes.Acts),
        new(TalkedOver, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Note),

        new(Cases, VerbNeeds.Alliance, VerbDoes.Reads),
        new(OpenCase, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Kind, FieldNames.Involved, FieldNames.About, FieldNames.Partner),
        new(CaseFrom, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Involved, FieldNames.About, FieldNames.Partner),
        new(Acknowledge, VerbNeeds.Item, VerbDoes.Acts),
        new(Statement, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Facts, FieldNames.Interests, FieldNames.Wish, FieldNames.Quoted),
        new(MyAnswer, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text),
        new(Summary, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Quoted),
        new(ExtendCase, VerbNeeds.Item, VerbDoes.Fills, FieldNames.RungDays, FieldNames.Reason),
        new(GoUp, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(GoDown, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Rung, FieldNames.Reason),
        new(Skip, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason, FieldNames.Rung, FieldNames.Ground, FieldNames.Person),
        new(NameNeutral, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Person, FieldNames.Reason),
        new(StepDown, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Settle, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Due, FieldNames.Promises),
        new(PauseCase, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Due, FieldNames.Reason),
        new(GoOn, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(RestPromises, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Chosen, FieldNames.Reason),
        new(WakePromises, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Chosen, FieldNames.Reason),
        new(Respond, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Step, FieldNames.Partner, FieldNames.Reason),
        new(KeepOpen, VerbNeeds.Item, VerbDoes.Acts),
        new(Reopen, VerbNeeds.Item, VerbDoes.Fills),
        new(Refer, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Holds, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note),
        new(DoesNotHold, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Note),
        new(AskReview, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Review, FieldNames.Partner, FieldNames.Due, FieldNames.Rung),
        new(ReviewText, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text),
        new(LetRead, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Entry, FieldNames.Level),
    ];
}

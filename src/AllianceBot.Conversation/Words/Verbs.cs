using System.Collections.Frozen;

namespace AllianceBot.Conversation;

/// <summary>
/// Everything that can be pressed or typed, in one list: a button's verb is the name here, its card fields are these, and
/// what to type instead stands under the same name in the grammar.
/// </summary>
public static partial class Verbs
{
    // Finding out
    public const string Help = "help";
    public const string Mine = "mine";
    public const string Waiting = "waiting";
    public const string Show = "show";
    public const string WhoSees = "who-sees";
    public const string Alliance = "alliance";
    public const string People = "people";

    // Agreeing
    public const string Request = "request";
    public const string Offer = "offer";
    public const string Accept = "accept";
    public const string Decline = "decline";
    public const string Counter = "counter";
    public const string Withdraw = "withdraw";

    /// <summary>Asks or offers once more what lapsed.</summary>
    public const string Resend = "resend";

    // Working
    public const string Change = "change";
    public const string Retract = "retract";
    public const string AtRisk = "at-risk";
    public const string Clear = "clear";
    public const string Report = "report";
    public const string Return = "return";
    public const string CheckIn = "check-in";
    public const string OnTrack = "on-track";
    public const string Blocked = "blocked";
    public const string Done = "done";
    public const string MoreTime = "more-time";
    public const string CannotDo = "cannot-do";

    /// <summary>Sends the card of several check-ins: rows, answer1 ..., note.</summary>
    public const string Answers = "answers";

    /// <summary>Takes back all answers of one card.</summary>
    public const string UndoAnswers = "undo-answers";

    /// <summary>Puts a check-in aside until a chosen time.</summary>
    public const string Snooze = "snooze";

    /// <summary>Says that an answer that says trouble was looked at.</summary>
    public const string Seen = "seen";
    public const string Colleague = "colleague";

    // How one wants to be asked
    public const string Prompts = "prompts";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string Fewer = "fewer";
    public const string AtMost = "at-most";
    public const string StandIn = "stand-in";
    public const string NoStandIn = "no-stand-in";

    // Ending
    public const string Release = "release";
    public const string GiveUp = "give-up";
    public const string Unmet = "unmet";
    public const string Wait = "wait";
    public const string Replace = "replace";
    public const string Correct = "correct";
    public const string SeeDifferently = "see-differently";

    // At any time
    public const string Ask = "ask";
    public const string Note = "note";
    public const string HandOver = "hand-over";

    /// <summary>Leaves what repeats, with the notice of one period.</summary>
    public const string EndSeries = "end-series";

    // Effort and load
    public const string Estimate = "estimate";
    public const string DependsOn = "depends-on";
    public const string DependsNoMore = "depends-no-more";
    public const string Load = "load";
    public const string SetBudget = "set-budget";
    public const string SetCeiling = "set-ceiling";
    public const string AddPartnerNote = "add-partner-note";
    public const string DropPartnerNote = "drop-partner-note";
    public const string Undo = "undo";

    // Forms and picks
    public const string Send = "send";
    public const string Cancel = "cancel";

    /// <summary>Says the sentence in the field "words" as if it had been typed.</summary>
    public const string Say = "say";

    // Coming in and setting up
    public const string Join = "join";
    public const string LinkMe = "link-me";
    public const string Leave = "leave";
    public const string CreateAlliance = "create-alliance";
    public const string Invite = "invite";
    public const string Invitations = "invitations";
    public const string LetIn = "let-in";
    public const string TurnAway = "turn-away";
    public const string DropInvitation = "drop-invitation";
    public const string AddPartner = "add-partner";
    public const string RemovePartner = "remove-partner";
    public const string Remove = "remove";
    public const string SetRole = "set-role";
    public const string EndRole = "end-role";
    public const string Rename = "rename";
    public const string SetName = "set-name";
    public const string SetZone = "set-zone";
    public const string SetDays = "set-days";
    public const string SetPurpose = "set-purpose";
    public const string AddGoal = "add-goal";
    public const string DropGoal = "drop-goal";
    public const string AddExclusion = "add-exclusion";
    public const string DropExclusion = "drop-exclusion";
    public const string AddFunding = "add-funding";
    public const string DropFunding = "drop-funding";
    public const string SetHome = "set-home";
    public const string DropHome = "drop-home";

    // When somebody may be asked
    public const string MyHours = "my-hours";
    public const string SetHours = "set-hours";
    public const string UsualHours = "usual-hours";
    public const string MyZone = "my-zone";
    public const string Away = "away";
    public const string Back = "back";
    public const string MyCover = "my-cover";
    public const string CannotCover = "cannot-cover";
    public const string Holidays = "holidays";
    public const string AddHoliday = "add-holiday";
    public const string DropHoliday = "drop-holiday";
    public const string ImportHolidays = "import-holidays";

    private static readonly FrozenDictionary<string, Verb> ByName = All().ToFrozenDictionary(static verb => verb.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<Verb> List => ByName.Values;

    /// <summary>The verb of that name, or null: what comes from a card is hostile.</summary>
    public static Verb? Find(string? name) => name is not null && ByName.TryGetValue(name, out var verb) ? verb : null;

    private static IEnumerable<Verb> All() =>
    [
        new(Help, VerbNeeds.Nothing, VerbDoes.Reads),
        new(Mine, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Page),
        new(Waiting, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Page),
        new(Show, VerbNeeds.Item, VerbDoes.Reads),
        new(WhoSees, VerbNeeds.Item, VerbDoes.Reads),
        new(Alliance, VerbNeeds.Alliance, VerbDoes.Reads),
        new(People, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Partner, FieldNames.Page),

        new(Request, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.What, FieldNames.DoneWhen, FieldNames.Outside, FieldNames.Until, FieldNames.Due,
            FieldNames.Repeats, FieldNames.DoerPartner,
            FieldNames.Doer, FieldNames.ReceiverPartner, FieldNames.Receiver, FieldNames.Goal, FieldNames.Reason, FieldNames.Estimate,
            FieldNames.Evidence, FieldNames.DependsOn, FieldNames.SeenByAll),
        new(Offer, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.What, FieldNames.DoneWhen, FieldNames.Outside, FieldNames.Until, FieldNames.Due,
            FieldNames.Repeats, FieldNames.DoerPartner,
            FieldNames.Doer, FieldNames.ReceiverPartner, FieldNames.Receiver, FieldNames.Goal, FieldNames.Reason, FieldNames.Estimate,
            FieldNames.Evidence, FieldNames.DependsOn, FieldNames.SeenByAll),
        new(Accept, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Person, FieldNames.Note, FieldNames.Outside),
        new(Decline, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Counter, VerbNeeds.Item, VerbDoes.Fills, FieldNames.What, FieldNames.DoneWhen, FieldNames.Outside, FieldNames.Until, FieldNames.Due,
            FieldNames.Repeats, FieldNames.Doer,
            FieldNames.Receiver, FieldNames.Goal, FieldNames.Evidence, FieldNames.Reason),
        new(Withdraw, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Resend, VerbNeeds.Item, VerbDoes.Fills, FieldNames.What, FieldNames.DoneWhen, FieldNames.Outside, FieldNames.Until, FieldNames.Due,
            FieldNames.Repeats, FieldNames.DoerPartner,
            FieldNames.Doer, FieldNames.ReceiverPartner, FieldNames.Receiver, FieldNames.Goal, FieldNames.Reason, FieldNames.Estimate,
            FieldNames.Evidence, FieldNames.DependsOn, FieldNames.SeenByAll),

        new(Change, VerbNeeds.Item, VerbDoes.Fills, FieldNames.What, FieldNames.DoneWhen, FieldNames.Outside, FieldNames.Until, FieldNames.Due,
            FieldNames.Repeats, FieldNames.Doer,
            FieldNames.Receiver, FieldNames.Goal, FieldNames.Evidence, FieldNames.Reason),
        new(Retract, VerbNeeds.Item, VerbDoes.Acts),
        new(AtRisk, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note, FieldNames.HelpWanted, FieldNames.Blocker),
        new(Clear, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note),
        new(Report, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Note, FieldNames.Proof, FieldNames.Spent),
        new(Return, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason, FieldNames.Due),
        new(CheckIn, VerbNeeds.Item, VerbDoes.Acts),
        new(OnTrack, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note),
        new(Blocked, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note, FieldNames.HelpWanted, FieldNames.Blocker),
        new(Done, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Note, FieldNames.Proof, FieldNames.Spent),
        new(MoreTime, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Due, FieldNames.Reason),
        new(CannotDo, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Answers, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Rows, FieldNames.Note, FieldNames.HelpWanted),
        new(UndoAnswers, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Rows),
        new(Snooze, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.When),
        new(Seen, VerbNeeds.Item, VerbDoes.Acts),
        new(Colleague, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Person),

        new(Prompts, VerbNeeds.Alliance, VerbDoes.Reads),
        new(Pause, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Due),
        new(Resume, VerbNeeds.Alliance, VerbDoes.Acts),
        new(Fewer, VerbNeeds.Alliance, VerbDoes.Acts),
        new(AtMost, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.PerDay),
        new(StandIn, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Person),
        new(NoStandIn, VerbNeeds.Alliance, VerbDoes.Acts),

        new(Release, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(GiveUp, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Unmet, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(Wait, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note),
        new(Replace, VerbNeeds.Item, VerbDoes.Fills, FieldNames.What, FieldNames.DoneWhen, FieldNames.Outside, FieldNames.Due, FieldNames.Doer,
            FieldNames.Receiver, FieldNames.Goal, FieldNames.Reason),
        new(Correct, VerbNeeds.Item, VerbDoes.Fills, FieldNames.To, FieldNames.Reason),
        new(SeeDifferently, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Note),

        new(Propose, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.What, FieldNames.Text, FieldNames.Due, FieldNames.AllAgree,
            FieldNames.Quorum, FieldNames.Fallback, FieldNames.MoneyOf),
        new(Decisions, VerbNeeds.Alliance, VerbDoes.Reads),
        new(AgreeFor, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Partner, FieldNames.Note),
        new(Reservations, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason, FieldNames.Partner),
        new(StandAside, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Reason, FieldNames.Partner),
        new(Objects, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason, FieldNames.Acceptable, FieldNames.Partner),
        new(Amend, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Due),
        new(Outcome, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Due, FieldNames.Promises),
        new(Reaffirm, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason, FieldNames.Due),
        new(Retire, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(ProposeAnew, VerbNeeds.Item, VerbDoes.Fills, FieldNames.What, FieldNames.Text, FieldNames.Due, FieldNames.AllAgree,
            FieldNames.Quorum, FieldNames.Fallback, FieldNames.MoneyOf),

        .. OfCharter(),
        .. OfLedger(),
        .. OfDigests(),
        .. OfConflicts(),
        .. OfBenchmarks(),
        .. OfIndicators(),
        new(Redact, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Said),

        new(Ask, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note),
        new(Note, VerbNeeds.Item, VerbDoes.Acts, FieldNames.Note),
        new(Estimate, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Estimate),
        new(DependsOn, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.DependsOn),
        new(DependsNoMore, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.DependsOn),
        new(Load, VerbNeeds.Alliance, VerbDoes.Reads),
        new(SetBudget, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Budget, FieldNames.Partner),
        new(SetCeiling, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Percent),
        new(AddPartnerNote, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Partner),
        new(DropPartnerNote, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Partner),
        new(EndSeries, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Reason),
        new(HandOver, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Person),
        new(Undo, VerbNeeds.Item, VerbDoes.Acts),

        new(Send, VerbNeeds.Draft, VerbDoes.Acts),
        new(Cancel, VerbNeeds.Draft, VerbDoes.Reads),
        new(Say, VerbNeeds.Nothing, VerbDoes.Reads, FieldNames.Words),

        new(Join, VerbNeeds.Nothing, VerbDoes.Acts, FieldNames.Code),
        new(LinkMe, VerbNeeds.Nothing, VerbDoes.Acts),
        new(Leave, VerbNeeds.Alliance, VerbDoes.Fills),
        new(CreateAlliance, VerbNeeds.Nothing, VerbDoes.Fills, FieldNames.Name, FieldNames.Organisation, FieldNames.PartnerKind, FieldNames.Zone),
        new(Invite, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name, FieldNames.Partner, FieldNames.Role),
        new(Invitations, VerbNeeds.Alliance, VerbDoes.Reads),
        .. OfReach(),
        new(LetIn, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name, FieldNames.Partner, FieldNames.Role),
        new(TurnAway, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name),
        new(DropInvitation, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name),
        new(RemovePartner, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Partner),
        new(Rename, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name),
        new(AddPartner, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name, FieldNames.PartnerKind),
        new(Remove, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Person),
        new(SetRole, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Person, FieldNames.Role, FieldNames.Partner),
        new(EndRole, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Person, FieldNames.Role, FieldNames.Partner),
        new(SetName, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Name),
        new(SetZone, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Zone),
        new(SetDays, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Days, FieldNames.Partner),
        new(SetPurpose, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text),
        new(AddGoal, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Due),
        new(DropGoal, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Goal),
        new(AddExclusion, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text),
        new(DropExclusion, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text),
        new(AddFunding, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Funder, FieldNames.Funded),
        new(DropFunding, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Funder, FieldNames.Funded),
        new(SetHome, VerbNeeds.Alliance, VerbDoes.Acts),
        new(DropHome, VerbNeeds.Alliance, VerbDoes.Acts),

        new(MyHours, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Hours, FieldNames.Days, FieldNames.Quiet, FieldNames.Zone),
        new(SetHours, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Hours, FieldNames.Days, FieldNames.Quiet, FieldNames.Zone),
        new(UsualHours, VerbNeeds.Alliance, VerbDoes.Acts),
        new(MyZone, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Zone),
        new(Away, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Length, FieldNames.From, FieldNames.LastDay, FieldNames.Cover),
        new(Back, VerbNeeds.Alliance, VerbDoes.Acts),
        new(MyCover, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Cover),
        new(CannotCover, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Person),
        new(Holidays, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Partner),
        new(AddHoliday, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Holiday, FieldNames.From, FieldNames.LastDay, FieldNames.Name, FieldNames.Partner),
        new(DropHoliday, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.From, FieldNames.Partner),
        new(ImportHolidays, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.File, FieldNames.Partner),
    ];
}

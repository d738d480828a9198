namespace AllianceBot.Conversation;

/// <summary>The names of fields on cards, in forms and in what is parsed from typed words: one list for all three.</summary>
public static class FieldNames
{
    // Data that every button carries. All of it is hostile when it comes back.
    public const string Verb = "verb";
    public const string Alliance = "alliance";

    /// <summary>A subject: "commitment:(id)", "checkin:(id)".</summary>
    public const string Item = "item";
    public const string Revision = "revision";

    /// <summary>The card instance; with revision and verb it makes the ask id of a tap.</summary>
    public const string Card = "card";

    /// <summary>A form's draft id, and the verb that sending it does.</summary>
    public const string Draft = "draft";
    public const string Form = "form";

    /// <summary>The typed sentence a pick stands for.</summary>
    public const string Words = "words";

    /// <summary>Which view of the item the card shows.</summary>
    public const string View = "view";

    /// <summary>A list's page.</summary>
    public const string Page = "page";

    /// <summary>On a form that was made of a message: its address.</summary>
    public const string Link = "link";

    /// <summary>On the card of several check-ins: "(check-in id):(revision)" with spaces between, in the order of answer1, answer2 ...</summary>
    public const string Rows = "rows";

    /// <summary>Inputs of that card: answer1 ... answer20, each a verb of an answer, or empty for none.</summary>
    public const string Answer = "answer";

    // Terms of a promise
    public const string What = "what";
    public const string DoneWhen = "doneWhen";
    public const string Due = "due";

    /// <summary>Partner ids, and person ids or empty for "whoever accepts".</summary>
    public const string DoerPartner = "doerPartner";
    public const string Doer = "doer";
    public const string ReceiverPartner = "receiverPartner";
    public const string Receiver = "receiver";
    public const string Goal = "goal";
    public const string SeenByAll = "seenByAll";

    /// <summary>How it comes again: "weeks2", "monthday1", "monthweekday1"; empty for once. And its last day.</summary>
    public const string Repeats = "repeats";
    public const string Until = "until";

    /// <summary>Whole hours of work; what has to come with the report: link, number or file; the promise it builds on, by id.</summary>
    public const string Estimate = "estimate";
    public const string Evidence = "evidence";
    public const string DependsOn = "dependsOn";

    /// <summary>The evidence itself, and whole hours that were spent.</summary>
    public const string Proof = "proof";
    public const string Spent = "spent";

    /// <summary>Whole hours a month, and whole percents; 0 for no limit.</summary>
    public const string Budget = "budget";
    public const string Percent = "percent";

    // What is said with a step
    public const string Reason = "reason";
    public const string Note = "note";
    public const string HelpWanted = "helpWanted";

    /// <summary>Who said it by phone or on paper, and which answer it was: "accept", "ontrack" ...</summary>
    public const string ToldBy = "toldBy";
    public const string Told = "told";
    public const string Person = "person";

    /// <summary>The person or partner that something waits for, as a subject: "person:(id)", "partner:(id)".</summary>
    public const string Blocker = "blocker";

    /// <summary>A moment: a local date and time, a date, a time, or a span like PT90M from now.</summary>
    public const string When = "when";

    /// <summary>Optional prompts a day.</summary>
    public const string PerDay = "perDay";

    /// <summary>What a record is corrected to: kept, keptlate or active.</summary>
    public const string To = "to";

    // Deciding together
    public const string AllAgree = "allAgree";
    public const string Quorum = "quorum";
    public const string Fallback = "fallback";
    public const string MoneyOf = "moneyOf";
    public const string Acceptable = "acceptable";

    /// <summary>What is promised lies in an excluded area, and is wanted so.</summary>
    public const string Outside = "outside";

    // Figures
    public const string Figure = "figure";

    /// <summary>Whose figures: me, us or all; and over which days: days90, quarter or ever, or since a day.</summary>
    public const string Whose = "whose";
    public const string Span = "span";
    public const string Since = "since";

    /// <summary>Who is erased, by id or as typed: also somebody who has left.</summary>
    public const string Erased = "erased";

    /// <summary>The id of own words.</summary>
    public const string Said = "said";

    // The benchmarks

    /// <summary>Topic, 1 to 6; a line of the record; a number from 1 to 5; minutes.</summary>
    public const string Component = "component";
    public const string Line = "line";
    public const string Number = "number";
    public const string Minutes = "minutes";

    /// <summary>How words are gathered: Before, Quiet, TalkOnly, or as typed; shown with names; read before; asked with a number.</summary>
    public const string Way = "way";
    public const string Named = "named";
    public const string FacilitatorReads = "facilitatorReads";
    public const string AsksNumber = "asksNumber";
    public const string ReadOut = "readOut";
    public const string Passes = "passes";

    /// <summary>People or partners, as "person:(id)" and "partner:(id)" or by name, with commas between.</summary>
    public const string People = "people";
    public const string Without = "without";
    public const string PassedBy = "passedBy";
    public const string NotHeard = "notHeard";

    /// <summary>Dates with commas between.</summary>
    public const string Meetings = "meetings";

    /// <summary>An indicator of the round, by its key.</summary>
    public const string Indicator = "indicator";

    // The charter and the alliance's rules
    public const string Section = "section";
    public const string Version = "version";
    public const string Keeps = "keeps";
    public const string Gives = "gives";
    public const string Gets = "gets";
    public const string StaffHours = "staffHours";
    public const string Requirements = "requirements";
    public const string Worry = "worry";
    public const string WorryAnswer = "worryAnswer";
    public const string KeepPromises = "keepPromises";
    public const string KeepDecisions = "keepDecisions";
    public const string KeepTalks = "keepTalks";
    public const string KeepPeople = "keepPeople";
    public const string AnswerDays = "answerDays";
    public const string ChangeDays = "changeDays";
    public const string AcceptDays = "acceptDays";
    public const string LeadDays = "leadDays";
    public const string OverdueDays = "overdueDays";
    public const string CorrectionDays = "correctionDays";
    public const string ReworkDays = "reworkDays";
    public const string OverdueEvery = "overdueEvery";
    public const string CounterRounds = "counterRounds";
    public const string PromptsDay = "promptsDay";

    /// <summary>The hours at which the alliance's people are asked and told, as typed: "9-18".</summary>
    public const string AskHours = "askHours";

    // Digests, stories, thanks

    /// <summary>A day of the week of an earlier digest, as typed.</summary>
    public const string Week = "week";

    /// <summary>"1" for Monday to "7"; a local time as typed; and what is usual at <see cref="DigestSteps.Choices"/>.</summary>
    public const string DigestDay = "digestDay";
    public const string DigestAt = "digestAt";
    public const string WhenNothing = "whenNothing";
    public const string DuringLeave = "duringLeave";

    /// <summary>Partner ids, or names as typed, with commas between.</summary>
    public const string StoryPartners = "storyPartners";

    /// <summary>A person or a partner as a subject, and what they are thanked for.</summary>
    public const string Whom = "whom";
    public const string ThanksFor = "thanksFor";

    // Setting up
    public const string Name = "name";
    public const string Partner = "partner";

    /// <summary>Somebody in a place: a key from our own card, or a name as typed.</summary>
    public const string Member = "member";

    /// <summary>The name of the founder's own organisation.</summary>
    public const string Organisation = "organisation";
    public const string PartnerKind = "partnerKind";
    public const string Role = "role";
    public const string Zone = "zone";
    public const string Days = "days";
    public const string Text = "text";
    public const string Code = "code";
    public const string Funder = "funder";
    public const string Funded = "funded";

    // Processes, concerns and cases

    /// <summary>Kinds of conflict, by name with commas between; or one kind.</summary>
    public const string Kinds = "kinds";
    public const string Kind = "conflict";
    public const string Final = "final";
    public const string Grounds = "grounds";
    public const string Responses = "responses";
    public const string FollowUpDays = "followUpDays";
    public const string ProgressDays = "progressDays";
    public const string KeptDays = "keptDays";

    /// <summary>Which rung, from 1; and the place it is to have.</summary>
    public const string Rung = "rung";
    public const string Place = "place";
    public const string Todo = "todo";

    /// <summary>Who of the parties takes part, by name.</summary>
    public const string Attends = "attends";
    public const string RungDays = "rungDays";

    /// <summary>What a rung asks for: summary, statements, everybody, neutral; with commas between.</summary>
    public const string Asks = "asks";
    public const string NamingDays = "namingDays";
    public const string TimeUp = "timeUp";

    /// <summary>People or partners, as names or as "person:(id)", with commas between.</summary>
    public const string Involved = "involved";

    /// <summary>The person whom a case about shared staff is about.</summary>
    public const string About = "about";
    public const string Facts = "facts";
    public const string Interests = "interests";
    public const string Wish = "wish";
    public const string Quoted = "quoted";

    /// <summary>A ground of the process, and a step of its table, by number from 1.</summary>
    public const string Ground = "ground";
    public const string Step = "step";

    /// <summary>Promises of a settlement or an outcome, one a line: what, who does it, for whom, by when. A form has rows of inputs before it.</summary>
    public const string Promises = "promises";

    /// <summary>Promises by number, with commas between.</summary>
    public const string Chosen = "chosen";

    /// <summary>What a review is to end with.</summary>
    public const string Review = "review";

    /// <summary>Something written in a case, by number, and who may read it.</summary>
    public const string Entry = "entry";
    public const string Level = "level";

    // Calendars
    public const string Hours = "hours";
    public const string Quiet = "quiet";

    /// <summary>For how long, as typed: "3 days". A form shows the days themselves.</summary>
    public const string Length = "length";
    public const string From = "from";
    public const string LastDay = "lastDay";
    public const string Cover = "cover";

    /// <summary>A holiday as typed: "25 Dec Christmas". A form shows its parts.</summary>
    public const string Holiday = "holiday";

    /// <summary>Holidays, one a line, or the text of a calendar file.</summary>
    public const string File = "file";

    // Indicators

    /// <summary>Numbers that were measured, with a point: a reading, where it began, where it is to come.</summary>
    public const string Value = "value";
    public const string Baseline = "baseline";
    public const string Target = "target";
    public const string Unit = "unit";

    /// <summary>Days that are over: of the beginning, of a reading.</summary>
    public const string Began = "began";
    public const string On = "on";

    /// <summary>How often it is reported: "month", "week" ...</summary>
    public const string Every = "every";
    public const string Standard = "standard";

    /// <summary>Those who only observe see it too.</summary>
    public const string Shared = "shared";
}

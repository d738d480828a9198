namespace AllianceBot.Conversation;

/// <summary>The verbs of the benchmarks. Each is typed after the word "benchmarks", never alone: show, report and pause mean other things there.</summary>
public static partial class Verbs
{
    /// <summary>Where the round stands, or one of its topics.</summary>
    public const string Benchmarks = "benchmarks";
    public const string RoundStart = "benchmarks-start";
    public const string RoundNext = "benchmarks-next";
    public const string RoundGather = "benchmarks-gather";
    public const string RoundShow = "benchmarks-show";
    public const string RoundRecord = "benchmarks-record";
    public const string RoundPark = "benchmarks-park";
    public const string RoundStrike = "benchmarks-strike";
    public const string RoundBreak = "benchmarks-break";
    public const string RoundPause = "benchmarks-pause";
    public const string RoundResume = "benchmarks-resume";
    public const string RoundReopen = "benchmarks-reopen";
    public const string RoundReport = "benchmarks-report";

    /// <summary>The whole report as a page and as Markdown, each by an address of its reader's own.</summary>
    public const string RoundPage = "benchmarks-page";

    /// <summary>Sheets for a meeting without laptops.</summary>
    public const string RoundPrint = "benchmarks-print";
    public const string RoundCompare = "benchmarks-compare";

    /// <summary>One topic alone: no round, no numbers.</summary>
    public const string RoundTalk = "benchmarks-talk";
    public const string RoundNote = "benchmarks-note";

    // Words before a talk
    public const string RoundSay = "benchmarks-say";
    public const string RoundPass = "benchmarks-pass";
    public const string RoundAlone = "benchmarks-alone";
    public const string RoundTold = "benchmarks-told";
    public const string RoundRight = "benchmarks-right";
    public const string RoundNotRight = "benchmarks-not-right";

    /// <summary>The facilitator reads what was written, where that was said first.</summary>
    public const string RoundRead = "benchmarks-read";

    // While people speak
    public const string RoundHere = "benchmarks-here";
    public const string RoundHeard = "benchmarks-heard";
    public const string RoundAgreement = "benchmarks-agreement";
    public const string RoundGoal = "benchmarks-goal";
    public const string RoundIndicator = "benchmarks-indicator";
    public const string RoundPromise = "benchmarks-promise";
    public const string RoundHelps = "benchmarks-helps";
    public const string RoundInTheWay = "benchmarks-in-the-way";

    // After a record
    public const string RoundConfirm = "benchmarks-confirm";
    public const string RoundDiffer = "benchmarks-differently";
    public const string RoundObject = "benchmarks-object";
    public const string RoundReviewed = "benchmarks-reviewed";
    public const string RoundAbandon = "benchmarks-abandon";

    private static IEnumerable<Verb> OfBenchmarks() =>
    [
        new(Benchmarks, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Component),
        new(RoundStart, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Meetings),
        new(RoundNext, VerbNeeds.Alliance, VerbDoes.Acts),
        new(RoundGather, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Way, FieldNames.Named, FieldNames.FacilitatorReads, FieldNames.AsksNumber),
        new(RoundShow, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Without),
        new(RoundRecord, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.PassedBy, FieldNames.NotHeard, FieldNames.Due),
        new(RoundPark, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Person, FieldNames.Due),
        new(RoundStrike, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Line),
        new(RoundBreak, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Minutes),
        new(RoundPause, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Due),
        new(RoundResume, VerbNeeds.Alliance, VerbDoes.Acts),
        new(RoundReopen, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Reason, FieldNames.Component),
        new(RoundReport, VerbNeeds.Alliance, VerbDoes.Reads),
        new(RoundPage, VerbNeeds.Alliance, VerbDoes.Reads),
        new(RoundPrint, VerbNeeds.Alliance, VerbDoes.Reads),
        new(RoundCompare, VerbNeeds.Alliance, VerbDoes.Reads),
        new(RoundTalk, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Component),
        new(RoundNote, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Text, FieldNames.Component),

        new(RoundSay, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Text, FieldNames.Number, FieldNames.ReadOut, FieldNames.Partner),
        new(RoundPass, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Partner),
        new(RoundAlone, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Text, FieldNames.Partner),
        new(RoundTold, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.ToldBy, FieldNames.Text, FieldNames.Number, FieldNames.Passes, FieldNames.Partner),
        new(RoundRight, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Said),
        new(RoundNotRight, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Said),
        new(RoundRead, VerbNeeds.Alliance, VerbDoes.Reads),

        new(RoundHere, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.People),
        new(RoundHeard, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.People, FieldNames.Passes),
        new(RoundAgreement, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Text),
        new(RoundGoal, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Text, FieldNames.Due),
        new(RoundIndicator, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Text),
        new(RoundPromise, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Person, FieldNames.Partner, FieldNames.Due, FieldNames.DoneWhen),
        new(RoundHelps, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Indicator),
        new(RoundInTheWay, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Indicator),

        new(RoundConfirm, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Component, FieldNames.Partner),
        new(RoundDiffer, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Component, FieldNames.Partner),
        new(RoundObject, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.Component, FieldNames.Partner),
        new(RoundReviewed, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Note, FieldNames.Due),
        new(RoundAbandon, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Reason),
    ];
}

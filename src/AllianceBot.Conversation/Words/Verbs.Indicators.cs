namespace AllianceBot.Conversation;

/// <summary>The verbs of indicators. What is said of a promise or a decision too ("accept", "hand over", "retire") has its verb there.</summary>
public static partial class Verbs
{
    public const string Indicators = "indicators";

    /// <summary>Puts an agreed number on the list.</summary>
    public const string Indicator = "indicator";
    public const string ChangeIndicator = "change-indicator";
    public const string Reading = "reading";

    /// <summary>There is no number for the period that is asked for.</summary>
    public const string NoReading = "no-reading";

    /// <summary>"correct I5": the right number, as a new entry.</summary>
    public const string CorrectReading = "correct-reading";
    public const string Improves = "improves";
    public const string InTheWay = "in-the-way";

    /// <summary>What the general word means where an indicator is named.</summary>
    internal static Verb OfIndicator(Verb verb) => verb.Name switch
    {
        Correct => Find(CorrectReading)!,
        Change => Find(ChangeIndicator)!,
        Report => Find(Reading)!,
        _ => verb,
    };

    private static IEnumerable<Verb> OfIndicators() =>
    [
        new(Indicators, VerbNeeds.Alliance, VerbDoes.Reads),
        new(Indicator, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.What, FieldNames.Unit, FieldNames.Baseline, FieldNames.Began, FieldNames.Target,
            FieldNames.Due, FieldNames.Every, FieldNames.Person, FieldNames.Standard, FieldNames.Goal, FieldNames.Shared),
        new(ChangeIndicator, VerbNeeds.Item, VerbDoes.Fills, FieldNames.What, FieldNames.Unit, FieldNames.Baseline, FieldNames.Began, FieldNames.Target,
            FieldNames.Due, FieldNames.Every, FieldNames.Standard, FieldNames.Goal, FieldNames.Shared, FieldNames.Reason),
        new(Reading, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Value, FieldNames.On, FieldNames.Note),
        new(NoReading, VerbNeeds.Item, VerbDoes.Acts),
        new(CorrectReading, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Value, FieldNames.On, FieldNames.Reason),
        new(Improves, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Target, FieldNames.Due),
        new(InTheWay, VerbNeeds.Item, VerbDoes.Fills, FieldNames.Text, FieldNames.Target, FieldNames.Due),
    ];
}

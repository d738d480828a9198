namespace AllianceBot.Domain;

/// <summary>What a card of an indicator can offer.</summary>
public enum IndicatorAct
{
    Read,
    Skip,
    AgreeToReport,
    DeclineToReport,
    Correct,
    SayImproves,
    SayInTheWay,
    NameOwner,
    Change,
    Retire,
}

/// <summary>Who may do what to an indicator, and whether it is the moment for it.</summary>
internal static class IndicatorGuards
{
    /// <summary>It was taken off the list.</summary>
    public static readonly Refusal Retired = new("indicator.retired");

    /// <summary>There is no number that could be corrected.</summary>
    public static readonly Refusal NothingRead = new("indicator.nothing-read");

    /// <summary>No number is asked for now.</summary>
    public static readonly Refusal NotAsked = new("indicator.not-asked");

    /// <summary>The owner said yes already.</summary>
    public static readonly Refusal OwnerAgreed = new("indicator.owner-agreed");

    public static ValueList<Refusal> All => [Retired, NothingRead, NotAsked, OwnerAgreed];

    public static bool Permits(Alliance alliance, Indicator indicator, PersonId person, IndicatorAct act) => act switch
    {
        IndicatorAct.Read or IndicatorAct.Skip or IndicatorAct.Correct or IndicatorAct.SayImproves or IndicatorAct.SayInTheWay =>
            May.Do(alliance, person, Act.EnterReading, indicator.Id),
        IndicatorAct.AgreeToReport or IndicatorAct.DeclineToReport => May.Do(alliance, person, Act.AnswerOwner, indicator.Id),
        IndicatorAct.NameOwner => May.Do(alliance, person, Act.NameOwner, indicator.Id),
        _ => May.Do(alliance, person, Act.LeadIndicator, indicator.Id),
    };

    public static Refusal? Refuses(Indicator indicator, IndicatorAct act) => act switch
    {
        _ when !indicator.IsLive => Retired,
        IndicatorAct.Correct => indicator.Readings.Count == 0 ? NothingRead : null,
        IndicatorAct.Skip => indicator.Asked is null ? NotAsked : null,
        IndicatorAct.AgreeToReport => indicator.OwnerAgreed ? OwnerAgreed : null,
        _ => null,
    };
}

namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about indicators.</summary>
internal static class IndicatorRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, Indicator indicator) => act switch
    {
        _ when alliance.OnlyObserves(person) => act == Act.SeeIndicator && indicator.Terms.Shared,
        Act.SeeIndicator or Act.SeeIndicatorInside => true,
        Act.LeadIndicator => Lists(alliance, person),
        Act.NameOwner => Lists(alliance, person) || person == indicator.Owner,
        Act.AnswerOwner => person == indicator.Owner,
        Act.EnterReading => person == indicator.Owner || alliance.HoldsAnywhere(person, Role.Facilitator),
        _ => false,
    };

    /// <summary>
    /// The list is the alliance's: whoever speaks for a partner writes in it, and so do a facilitator, who catches what was
    /// agreed in the room, and an administrator.
    /// </summary>
    public static bool Lists(Alliance alliance, PersonId person) =>
        alliance.HoldsAnywhere(person, Role.Facilitator) || alliance.Holds(person, Role.Administrator)
        || alliance.Partners.Any(partner => !partner.Left && alliance.RepresentativesOf(partner.Id).Contains(person));
}

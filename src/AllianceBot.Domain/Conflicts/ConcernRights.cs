namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about concerns and quiet words.</summary>
internal static class ConcernRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, Concern concern) => act switch
    {
        Act.SeeConcern => Sees(alliance, concern, person),
        Act.LeadConcern => concern.By == person,
        Act.AnswerConcern => concern.TalkOfferedAt is not null && concern.People.Contains(person) && concern.State != ConcernState.Withdrawn,
        Act.HearConcern => concern.QuietTo == person,
        _ => false,
    };

    /// <summary>Everybody who reads it now.</summary>
    public static ValueList<PersonId> Readers(Alliance alliance, Concern concern) =>
        alliance.People.Where(person => Domain.May.Do(alliance, person.Id, Act.SeeConcern, concern.Id))
            .Select(static person => person.Id).ToValueList();

    /// <summary>Those it can be told who help: of no side, and not meant themselves.</summary>
    public static ValueList<PersonId> Helpers(Alliance alliance, Concern concern, ConcernAid who)
    {
        var sides = concern.People.Add(concern.By).SelectMany(one => (IEnumerable<PartnerId>)alliance.PartnersOf(one)).Distinct().ToList();
        return alliance.With(who == ConcernAid.Facilitators ? Role.Facilitator : Role.Troubleshooter)
            .RemoveAll(person => person == concern.By || concern.People.Contains(person)
                || sides.Exists(partner => alliance.IsOf(person, partner) || IsTied(alliance, person, partner)));
    }

    private static bool Sees(Alliance alliance, Concern concern, PersonId person)
    {
        if (concern.By == person) return true;
        if (concern.State == ConcernState.Withdrawn) return false;
        if (concern.IsQuiet) return concern.QuietTo == person;
        if (concern.TalkOfferedAt is not null && concern.People.Contains(person)) return true;
        foreach (var helpers in concern.SharedWith)
        {
            if (Helpers(alliance, concern, helpers).Contains(person)) return true;
        }

        return false;
    }

    /// <summary>Who funds a partner does not read of its conflicts.</summary>
    private static bool IsTied(Alliance alliance, PersonId person, PartnerId partner) =>
        alliance.FundingTies.Any(tie => tie.Funded == partner && alliance.IsOf(person, tie.Funder));
}

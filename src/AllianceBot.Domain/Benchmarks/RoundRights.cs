namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about rounds: who runs one, who speaks in it, who answers a record.</summary>
internal static class RoundRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, Round round) => act switch
    {
        Act.SeeRound => Sees(alliance, person),
        Act.RunRound => Runs(alliance, person),
        Act.SpeakInRound => SpeaksFor(alliance, person, round).Count > 0,
        Act.AnswerRecord => AnswersFor(alliance, person, round).Count > 0,
        _ => false,
    };

    /// <summary>Who only observes reads results that were approved, not the talk.</summary>
    public static bool Sees(Alliance alliance, PersonId person) => alliance.IsMember(person) && !alliance.OnlyObserves(person);

    /// <summary>Facilitators; where there is none, an administrator, so that there is a way on.</summary>
    public static bool Runs(Alliance alliance, PersonId person) => alliance.HoldsAnywhere(person, Role.Facilitator)
        || (alliance.With(Role.Facilitator).Count == 0 && alliance.Holds(person, Role.Administrator));

    /// <summary>The partners of the roster that this person is of. Before a round started, nobody speaks in it.</summary>
    public static ValueList<PartnerId> SpeaksFor(Alliance alliance, PersonId person, Round round) =>
        Hearing.Asked(round).RemoveAll(partner => !alliance.IsOf(person, partner));

    /// <summary>The partners of the roster for which this person answers a record.</summary>
    public static ValueList<PartnerId> AnswersFor(Alliance alliance, PersonId person, Round round) =>
        Hearing.Asked(round).RemoveAll(partner => !alliance.RepresentativesOf(partner).Contains(person));

    /// <summary>Everyone who answers the record of a component for a partner that has not.</summary>
    public static ValueList<PersonId> UnansweredOf(Alliance alliance, Round round, Component component) =>
        Hearing.Unanswered(round, component).SelectMany(partner => (IEnumerable<PersonId>)alliance.RepresentativesOf(partner)).Distinct()
            .OrderBy(static person => person.Value, StringComparer.Ordinal).ToValueList();

    /// <summary>Everyone of a partner of the roster, and who runs it.</summary>
    public static ValueList<PersonId> PeopleOf(Alliance alliance, Round round) => alliance.People
        .Where(person => Sees(alliance, person.Id) && (SpeaksFor(alliance, person.Id, round).Count > 0 || Runs(alliance, person.Id)))
        .Select(static person => person.Id).ToValueList();

    /// <summary>
    /// Whether a reader may read these words. Before they are shown: whose words they are, and who typed them, and the
    /// facilitator if that was said. After: everybody, by partner or without names; but never what was for the facilitator alone.
    /// </summary>
    public static bool Reads(Alliance alliance, PersonId person, Component component, PrivateWord word)
    {
        if (!Sees(alliance, person)) return false;
        if (word.Person == person || word.By == person) return true;
        if (word.Alone) return Runs(alliance, person);
        if (component.ShownAt is not null && word.At <= component.ShownAt && Hearing.MayShow(component)) return word.Right != false;
        return component.Gathering is { FacilitatorReads: true } && Hearing.MayShow(component) && Runs(alliance, person);
    }
}

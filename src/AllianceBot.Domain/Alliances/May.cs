namespace AllianceBot.Domain;

/// <summary>
/// The one table of who may do and see what (rules 2 and 3). Deciders ask it before they tell whether a thing exists,
/// views before they show a button or a line. Deny by default. It says who, not when: whether the thing is in a state
/// for it is the decider's.
/// </summary>
public static class May
{
    /// <summary>Whether this person may do this to this subject, in this state of the alliance.</summary>
    public static bool Do(Alliance alliance, PersonId person, Act act, Subject subject) =>
        alliance.IsMember(person) && subject.Kind switch
        {
            SubjectKind.Alliance => alliance.Id.Value == subject.Id && OnAlliance(alliance, person, act),
            SubjectKind.Partner => alliance.Partners.Find(new(subject.Id)) is { } partner
                && OnPartner(alliance, person, act, partner),
            SubjectKind.Person => alliance.People.Find(new(subject.Id)) is { } other
                && OnPerson(alliance, person, act, other),
            SubjectKind.Invitation => alliance.Invitations.Find(new(subject.Id)) is { } invitation
                && OnInvitation(alliance, person, act, invitation),
            SubjectKind.Commitment => alliance.Commitments.Find(new(subject.Id)) is { } promise
                && Promises.May(alliance, person, act, promise),
            SubjectKind.CheckIn => alliance.CheckIns.Find(new(subject.Id)) is { } checkIn
                && alliance.Commitments.Find(checkIn.Commitment) is { } promise
                && Promises.May(alliance, person, act, promise, checkIn),
            SubjectKind.Digest => DigestRights.May(alliance, person, act, subject),
            SubjectKind.Preview => act == Act.SeePreview && subject.Id == person.Value,
            SubjectKind.Story => alliance.Stories.Find(new(subject.Id)) is { } story && StoryRights.May(alliance, person, act, story),
            SubjectKind.Decision => alliance.Decisions.Find(new(subject.Id)) is { } decision
                && DecisionRights.May(alliance, person, act, decision),
            SubjectKind.Process => act == Act.SeeProcess && alliance.Processes.Has(new(subject.Id)) && !alliance.OnlyObserves(person),
            SubjectKind.Concern => alliance.Concerns.Find(new(subject.Id)) is { } concern
                && ConcernRights.May(alliance, person, act, concern),
            SubjectKind.Case => alliance.Cases.Find(new(subject.Id)) is { } one
                && CaseRights.May(alliance, person, act, one),
            SubjectKind.Round => alliance.Rounds.Find(new(subject.Id)) is { } round && RoundRights.May(alliance, person, act, round),
            SubjectKind.Indicator => alliance.Indicators.Find(new(subject.Id)) is { } indicator
                && IndicatorRights.May(alliance, person, act, indicator),
            _ => false,
        };

    /// <summary>
    /// Whether this person may give somebody this role or take it away. A partner's roles are given by its managers, the
    /// alliance's by an administrator.
    /// </summary>
    public static bool Give(Alliance alliance, PersonId person, Role role, PartnerId? partner) =>
        role.IsOfPartner
            ? partner is { } forPartner && Do(alliance, person, Act.ManagePartner, forPartner)
            : Do(alliance, person, Act.SetUp, alliance.Id);

    /// <summary>Whether this reader may see this: a place sees what all members may, and nothing that only some may.</summary>
    public static bool See(Alliance alliance, Reader reader, Act act, Subject subject) => reader switch
    {
        PersonReader person => Do(alliance, person.Person, act, subject),
        PlaceReader => act switch
        {
            Act.SeeAlliance => subject.Kind is SubjectKind.Alliance or SubjectKind.Partner or SubjectKind.Person
                && alliance.Version > 0,
            Act.SeePromise => subject.Kind == SubjectKind.Commitment
                && alliance.Commitments.Find(new(subject.Id)) is { } promise
                && Promises.IsForAll(promise) && !Promises.HasOutsideFunder(alliance, promise),
            Act.SeeProcess => subject.Kind == SubjectKind.Process && alliance.Processes.Has(new(subject.Id)),
            Act.SeeDecision => subject.Kind == SubjectKind.Decision && alliance.Decisions.Find(new(subject.Id)) is { } decision
                && !DecisionRights.IsOfACase(decision),
            Act.CountCases => subject.Kind == SubjectKind.Alliance && alliance.Version > 0,
            Act.SeeRound => subject.Kind == SubjectKind.Round && alliance.Rounds.Has(new(subject.Id)),
            Act.SeeLedger => subject.Kind == SubjectKind.Alliance && alliance.Id.Value == subject.Id,
            Act.SeeIndicator or Act.SeeIndicatorInside => subject.Kind == SubjectKind.Indicator && alliance.Indicators.Has(new(subject.Id)),
            _ => false,
        },
        _ => false,
    };

    private static bool OnAlliance(Alliance alliance, PersonId person, Act act) => act switch
    {
        Act.SeeAlliance or Act.Leave => true,
        Act.ListIndicators => IndicatorRights.Lists(alliance, person),
        Act.SetUp or Act.LinkPlace or Act.Invite => IsAdministrator(alliance, person),
        Act.ProposeDecision or Act.RaiseConcern or Act.CountCases or Act.TellStory or Act.GiveThanks => !alliance.OnlyObserves(person),
        Act.OpenCase => !alliance.OnlyObserves(person) && alliance.PartnersOf(person).Count > 0,
        Act.NoteTalk => !alliance.OnlyObserves(person),
        Act.RunRound => RoundRights.Runs(alliance, person),
        Act.DraftCharter or Act.DraftProcess => alliance.HoldsAnywhere(person, Role.Facilitator) || IsAdministrator(alliance, person)
            || alliance.Partners.Any(partner => !partner.Left && SpeaksFor(alliance, person, partner.Id)),
        Act.SeeReach or Act.Export => IsAdministrator(alliance, person) || alliance.HoldsAnywhere(person, Role.Facilitator),
        Act.SeeLedger => !alliance.OnlyObserves(person),
        _ => false,
    };

    private static bool OnPartner(Alliance alliance, PersonId person, Act act, Partner partner) => act switch
    {
        Act.SeeAlliance => true,
        Act.SetUp => IsAdministrator(alliance, person),
        Act.ManagePartner => !partner.Left && StandsFor(alliance, person, partner.Id),
        Act.Invite => !partner.Left && (alliance.Manages(person, partner.Id) || IsAdministrator(alliance, person)),
        Act.Propose => !partner.Left && alliance.IsOf(person, partner.Id),
        Act.SpeakForPartner => !partner.Left && alliance.RepresentativesOf(partner.Id).Contains(person),
        Act.DraftPart => !partner.Left && (SpeaksFor(alliance, person, partner.Id) || alliance.HoldsAnywhere(person, Role.Facilitator)),
        Act.SeeLoad or Act.Export => alliance.Manages(person, partner.Id),
        Act.SeeLedger => alliance.IsOf(person, partner.Id),
        Act.SetBudget => !partner.Left && alliance.Manages(person, partner.Id),
        _ => false,
    };

    private static bool OnPerson(Alliance alliance, PersonId person, Act act, Person other) => act switch
    {
        Act.SeeAlliance => true,
        Act.Leave or Act.SetBudget or Act.SeeLedger => person == other.Id,
        Act.Erase => person == other.Id || IsAdministrator(alliance, person),
        Act.SeeLoad => person == other.Id
            || alliance.Partners.Any(partner => alliance.Manages(person, partner.Id) && alliance.IsOf(other.Id, partner.Id)),
        Act.ManagePeople => !other.Left
            && (other.Partner is { } partner ? StandsFor(alliance, person, partner) : IsAdministrator(alliance, person)),
        _ => false,
    };

    private static bool OnInvitation(Alliance alliance, PersonId person, Act act, Invitation invitation) => act switch
    {
        Act.Invite or Act.AnswerJoin => IsAdministrator(alliance, person)
            || (invitation.Partner is { } partner && alliance.Manages(person, partner)),
        _ => false,
    };

    private static bool SpeaksFor(Alliance alliance, PersonId person, PartnerId partner) =>
        alliance.Manages(person, partner) || alliance.RepresentativesOf(partner).Contains(person);

    private static bool IsAdministrator(Alliance alliance, PersonId person) => alliance.Holds(person, Role.Administrator);

    /// <summary>A manager; and for a partner that has none, an administrator, so that there is always a way on.</summary>
    private static bool StandsFor(Alliance alliance, PersonId person, PartnerId partner) =>
        alliance.Manages(person, partner)
        || (IsAdministrator(alliance, person) && alliance.ManagersOf(partner).Count == 0);
}

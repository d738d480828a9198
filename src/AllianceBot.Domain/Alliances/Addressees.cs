namespace AllianceBot.Domain;

/// <summary>Resolves a role in an item to people, at the moment of sending.</summary>
public static class Addressees
{
    /// <summary>
    /// The people this notice goes to now, in the order of their ids; empty when nobody holds the role or its fall-back,
    /// which the sender records and shows. A place is not a person: <see cref="AddresseeRole.Home"/> is always empty here.
    /// </summary>
    public static ValueList<PersonId> Resolve(Alliance alliance, Notice notice)
    {
        var people = notice.Except is { } except ? Of(alliance, notice).Remove(except) : Of(alliance, notice);
        // Who comes in as a manager is not told of it as of somebody else.
        return notice is { Kind: PeopleNotices.Came, Subject: { Kind: SubjectKind.Person, Id: var came } } ? people.Remove(new(came)) : people;
    }

    private static ValueList<PersonId> Of(Alliance alliance, Notice notice)
    {
        var promise = PromiseOf(alliance, notice.Subject);
        var id = notice.To.Id ?? "";
        return notice.To.Role switch
        {
            AddresseeRole.Person => Person(alliance, notice.Subject, new PersonId(id)),
            AddresseeRole.Managers => alliance.ManagersOf(new(id)),
            AddresseeRole.Contacts => alliance.ContactsOf(new(id)),
            AddresseeRole.Doer when promise is not null => Named(alliance, promise, Side.Doer),
            AddresseeRole.Receiver when promise is not null => Named(alliance, promise, Side.Receiver),
            AddresseeRole.DoerManagers when promise is not null => alliance.ManagersOf(promise.Terms.DoerPartner),
            AddresseeRole.ReceiverManagers when promise is not null => alliance.ManagersOf(promise.Terms.ReceiverPartner),
            AddresseeRole.Helpers => Helpers(alliance, promise),
            AddresseeRole.Troubleshooters => FirstOf(Seeing(alliance, notice.Subject, alliance.With(Role.Troubleshooter)), alliance.With(Role.Facilitator)),
            AddresseeRole.Facilitators => FirstOf(alliance.With(Role.Facilitator), Seeing(alliance, notice.Subject, alliance.With(Role.Administrator))),
            AddresseeRole.Administrators => alliance.With(Role.Administrator),
            AddresseeRole.AllManagers => alliance.With(Role.Manager),
            AddresseeRole.CaseTurn or AddresseeRole.CasePeople when notice.Subject.Kind == SubjectKind.Case =>
                alliance.Cases.Find(new(notice.Subject.Id)) is not { } one ? []
                    : notice.To.Role == AddresseeRole.CaseTurn ? CaseRights.Turn(alliance, one) : CaseRights.Readers(alliance, one),
            AddresseeRole.RoundPeople when alliance.Rounds.Find(new(notice.Subject.Id)) is { } round => RoundRights.PeopleOf(alliance, round),
            _ when notice.Subject.Kind == SubjectKind.Decision && alliance.Decisions.Find(new(notice.Subject.Id)) is { } decision =>
                OfDecision(alliance, decision, notice.To.Role),
            _ => [],
        };
    }

    private static ValueList<PersonId> OfDecision(Alliance alliance, Decision decision, AddresseeRole role) => role switch
    {
        AddresseeRole.Representatives => DecisionRights.RepresentativesOf(alliance, decision),
        AddresseeRole.DecisionLeaders => DecisionRights.LeadersOf(alliance, decision),
        AddresseeRole.DecisionPeople => DecisionRights.RepresentativesOf(alliance, decision)
            .Union(DecisionRights.LeadersOf(alliance, decision))
            .OrderBy(static person => person.Value, StringComparer.Ordinal).ToValueList(),
        _ => [],
    };

    private static Commitment? PromiseOf(Alliance alliance, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment => alliance.Commitments.Find(new(subject.Id)),
        SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn =>
            alliance.Commitments.Find(checkIn.Commitment),
        _ => null,
    };

    /// <summary>The named person while in; else those who get what names nobody.</summary>
    private static ValueList<PersonId> Named(Alliance alliance, Commitment promise, Side side) =>
        promise.Terms.PersonOf(side) is { } person && alliance.IsMember(person)
            ? [person]
            : alliance.ContactsOf(promise.Terms.PartnerOf(side));

    /// <summary>Of a promise and its check-ins only who may see them: to others it would be told on a card that they do not have.</summary>
    private static ValueList<PersonId> Seeing(Alliance alliance, Subject subject, ValueList<PersonId> people) => subject.Kind switch
    {
        SubjectKind.Commitment => people.RemoveAll(person => !May.Do(alliance, person, Act.SeePromise, subject)),
        SubjectKind.CheckIn => people.RemoveAll(person => !May.Do(alliance, person, Act.SeeCheckIn, subject)),
        _ => people,
    };

    /// <summary>Help is asked of those who may know of the promise at all.</summary>
    private static ValueList<PersonId> Helpers(Alliance alliance, Commitment? promise)
    {
        if (promise is null) return FirstOf(alliance.With(Role.Troubleshooter), alliance.With(Role.Facilitator));
        var helpers = alliance.With(Role.Troubleshooter)
            .RemoveAll(person => person == promise.Terms.Doer || !May.Do(alliance, person, Act.SeePromise, promise.Id));
        var managers = alliance.ManagersOf(promise.Terms.DoerPartner).RemoveAll(person => person == promise.Terms.Doer);
        return FirstOf(helpers, managers, alliance.With(Role.Facilitator));
    }

    /// <summary>Only who is in is written to; and about coming in who waits at the door, about going who is out.</summary>
    private static ValueList<PersonId> Person(Alliance alliance, Subject subject, PersonId person)
    {
        var isAsked = subject.Kind == SubjectKind.Invitation && alliance.Invitations.Find(new(subject.Id))?.Person == person;
        var isOut = subject == person && alliance.People.Has(person);
        return isAsked || isOut || alliance.IsMember(person) ? [person] : [];
    }

    private static ValueList<PersonId> FirstOf(params ReadOnlySpan<ValueList<PersonId>> choices)
    {
        foreach (var people in choices)
        {
            if (people.Count > 0) return people;
        }

        return [];
    }
}

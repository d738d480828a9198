using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Who may, a second time and another way: for each act the set of people, put together from the rules' sentences by set
/// operations over the roles, never asking the code under test.
/// </summary>
internal static class RightsOracle
{
    private static readonly Act[] OfPromises =
    [
        Act.SeePromise, Act.SeeState, Act.Answer, Act.Withdraw, Act.Report, Act.Status, Act.GiveUp, Act.ProposeChange, Act.AcceptReport,
        Act.ReturnReport, Act.Release, Act.SayUnmet, Act.Replace, Act.Correct, Act.SeeDifferently, Act.Estimate, Act.Note, Act.HandOver, Act.OpenCheckIn,
        Act.EnterTold, Act.RejectTold,
    ];

    public static void AgreesOn(Alliance alliance)
    {
        var people = alliance.People.Select(static person => person.Id).Append(Riverbend.Stranger).ToList();
        foreach (var promise in alliance.Commitments)
        {
            foreach (var act in OfPromises) Compare(alliance, people, act, promise.Id, Allowed(alliance, act, promise));
        }

        foreach (var checkIn in alliance.CheckIns)
        {
            Compare(alliance, people, Act.SeeCheckIn, checkIn.Id, SeesCheckIn(alliance, checkIn));
            Compare(alliance, people, Act.AnswerCheckIn, checkIn.Id, In(alliance).Intersect(Askable(alliance, checkIn)));
            var others = SeesCheckIn(alliance, checkIn).Except(Askable(alliance, checkIn));
            Compare(alliance, people, Act.AcknowledgeCheckIn, checkIn.Id, IsStuck(checkIn) ? others : []);
        }

        foreach (var partner in alliance.Partners)
        {
            var managers = Holders(alliance, Role.Manager, partner.Id).ToList();
            var own = managers.Count > 0 ? managers : [.. Holders(alliance, Role.Administrator, null)];
            Compare(alliance, people, Act.ManagePartner, partner.Id, partner.Left ? [] : own);
            Compare(alliance, people, Act.Invite, partner.Id, partner.Left ? [] : managers.Union(Holders(alliance, Role.Administrator, null)));
            Compare(alliance, people, Act.SeeLoad, partner.Id, managers);
            Compare(alliance, people, Act.SetBudget, partner.Id, partner.Left ? [] : managers);
            Compare(alliance, people, Act.SeeLedger, partner.Id, Of(alliance, partner.Id));
            Compare(alliance, people, Act.Export, partner.Id, managers);
            Compare(alliance, people, Act.Propose, partner.Id, partner.Left ? [] : Of(alliance, partner.Id));
        }

        foreach (var person in alliance.People)
        {
            var at = alliance.Partners.Where(partner => Of(alliance, partner.Id).Contains(person.Id));
            var bosses = at.SelectMany(partner => Holders(alliance, Role.Manager, partner.Id));
            Compare(alliance, people, Act.SeeLoad, person.Id, bosses.Union(In(alliance).Intersect([person.Id])));
            Compare(alliance, people, Act.SetBudget, person.Id, In(alliance).Intersect([person.Id]));
            Compare(alliance, people, Act.SeeLedger, person.Id, In(alliance).Intersect([person.Id]));
            Compare(alliance, people, Act.Export, person.Id, []);
            Compare(alliance, people, Act.Erase, person.Id, Holders(alliance, Role.Administrator, null).Union(In(alliance).Intersect([person.Id])));
        }

        Compare(alliance, people, Act.SetUp, alliance.Id, Holders(alliance, Role.Administrator, null));
        Compare(alliance, people, Act.SeeReach, alliance.Id, Holders(alliance, Role.Administrator, null).Union(Anyone(alliance, Role.Facilitator)));
        Compare(alliance, people, Act.Export, alliance.Id, Holders(alliance, Role.Administrator, null).Union(Anyone(alliance, Role.Facilitator)));
        Compare(alliance, people, Act.SeeLedger, alliance.Id, In(alliance).Except(Observers(alliance)));
        Compare(alliance, people, Act.SeeAlliance, alliance.Id, In(alliance));
        var speakers = alliance.Partners.Where(static partner => !partner.Left)
            .SelectMany(partner => Holders(alliance, Role.Manager, partner.Id).Union(Holders(alliance, Role.Representative, partner.Id)));
        Compare(alliance, people, Act.DraftProcess, alliance.Id,
            speakers.Union(Holders(alliance, Role.Administrator, null)).Union(Anyone(alliance, Role.Facilitator)));
        var onlyObserving = In(alliance).Where(person => alliance.Roles.Where(held => held.Person == person).ToList() is { Count: > 0 } held
            && held.TrueForAll(static one => one.Role == Role.Observer)).ToList();
        foreach (var process in alliance.Processes) Compare(alliance, people, Act.SeeProcess, process.Id, In(alliance).Except(onlyObserving));
    }

    private static void Compare(Alliance alliance, List<PersonId> people, Act act, Subject subject, IEnumerable<PersonId> expected) => Assert.Equal(
        $"{act} {subject}: {Names(expected)}",
        $"{act} {subject}: {Names(people.Where(person => May.Do(alliance, person, act, subject)))}");

    private static string Names(IEnumerable<PersonId> people) =>
        string.Join(' ', people.Select(static person => person.Value).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Who may do this to this promise.</summary>
    public static IEnumerable<PersonId> Allowed(Alliance alliance, Act act, Commitment promise)
    {
        var terms = promise.Terms;
        var doing = Voice(alliance, terms.DoerPartner, terms.Doer);
        var receiving = Voice(alliance, terms.ReceiverPartner, terms.Receiver);
        var doerManagers = Holders(alliance, Role.Manager, terms.DoerPartner);
        var receiverManagers = Holders(alliance, Role.Manager, terms.ReceiverPartner);
        return act switch
        {
            Act.SeePromise => SeesState(alliance, terms).Union(promise is { SeenByAll: true, Agreements.Count: > 0 } ? WithoutOutsiders(alliance, terms) : []),
            Act.SeeState => SeesState(alliance, terms),
            Act.Answer => promise.Turn == Side.Doer ? doing : receiving,
            Act.Withdraw => SeesState(alliance, terms).Intersect([promise.Proposer])
                .Union(promise.ProposedBy == Side.Doer ? doerManagers : receiverManagers),
            Act.Report or Act.Status => Named(alliance, terms.DoerPartner, terms.Doer).Union(doerManagers)
                .Union(terms.Doer is { } doer ? StandIns(alliance, doer).Intersect(Of(alliance, terms.DoerPartner)) : []),
            Act.GiveUp or Act.SeeDifferently or Act.Estimate => Named(alliance, terms.DoerPartner, terms.Doer).Union(doerManagers),
            Act.AcceptReport or Act.ReturnReport =>
                Named(alliance, terms.ReceiverPartner, terms.Receiver).Union(receiverManagers).Union(Third(alliance, terms))
                    .Where(person => person != terms.Doer && person != promise.Report?.By),
            Act.Release or Act.SayUnmet => Named(alliance, terms.ReceiverPartner, terms.Receiver).Union(receiverManagers)
                .Union(promise.PendingEnding?.As == (act == Act.Release ? CommitmentState.Released : CommitmentState.Unmet) ? Third(alliance, terms) : [])
                .Where(person => person != terms.Doer && person != promise.Report?.By),
            Act.HandOver => doerManagers.Union(receiverManagers),
            Act.EnterTold => Entering(alliance, terms),
            Act.RejectTold => doing.Union(receiving).Union(Entering(alliance, terms)),
            _ => doing.Union(receiving),
        };
    }

    public static IEnumerable<PersonId> SeesCheckIn(Alliance alliance, CheckIn checkIn)
    {
        var promise = alliance.Commitments[checkIn.Commitment];
        var terms = promise.Terms;
        var receivers = terms.Receiver is { } named ? In(alliance).Intersect([named]) : Voice(alliance, terms.ReceiverPartner, null);
        var seen = In(alliance).Intersect(Askable(alliance, checkIn)).Union(Holders(alliance, Role.Manager, terms.DoerPartner)).Union(receivers);
        if (checkIn is { State: CheckInState.Excused, Excused: ExcusedFor.NotReached }) seen = seen.Union(Anyone(alliance, Role.Facilitator));
        if (!IsStuck(checkIn)) return seen;
        var knows = Allowed(alliance, Act.SeePromise, promise).ToList();
        var helpers = Anyone(alliance, Role.Troubleshooter).Intersect(knows);
        var blockers = checkIn.Blocker switch
        {
            { Kind: SubjectKind.Person } person => [new PersonId(person.Id)],
            { Kind: SubjectKind.Partner } partner => Voices(alliance, new(partner.Id)),
            _ => (IEnumerable<PersonId>)[],
        };
        return seen.Union(Anyone(alliance, Role.Facilitator)).Union(helpers).Union(blockers.Intersect(knows));
    }

    /// <summary>The person asked, whom they stand in for, and the colleague whom they chose.</summary>
    private static IEnumerable<PersonId> Askable(Alliance alliance, CheckIn checkIn) =>
        new PersonId?[] { checkIn.Person, checkIn.For, checkIn.Colleague }.OfType<PersonId>().Union(StandIns(alliance, checkIn.Person));

    private static bool IsStuck(CheckIn checkIn) => checkIn.State == CheckInState.Missed
        || checkIn.Answer is CheckInAnswer.Blocked or CheckInAnswer.AtRisk or CheckInAnswer.CannotDo;

    /// <summary>Who gets what names nobody: the contacts, without one the managers.</summary>
    private static IEnumerable<PersonId> Voices(Alliance alliance, PartnerId partner)
    {
        var contacts = Holders(alliance, Role.Contact, partner).ToList();
        return contacts.Count > 0 ? contacts : Holders(alliance, Role.Manager, partner);
    }

    /// <summary>Who answers for somebody whose absence has begun and is not over.</summary>
    private static IEnumerable<PersonId> StandIns(Alliance alliance, PersonId away) =>
        from person in alliance.People
        where person.Id == away && !person.Left
        from absence in person.Absences
        where absence.Begun
        from cover in In(alliance)
        where cover == absence.Cover
        select cover;

    private static IEnumerable<PersonId> Entering(Alliance alliance, Terms terms) =>
        Anyone(alliance, Role.Facilitator).Union(Holders(alliance, Role.Administrator, null)).Intersect(SeesState(alliance, terms));

    private static IEnumerable<PersonId> SeesState(Alliance alliance, Terms terms) =>
        Of(alliance, terms.DoerPartner).Union(Of(alliance, terms.ReceiverPartner)).Union(Anyone(alliance, Role.Facilitator)).Union(Third(alliance, terms));

    /// <summary>All members but pure observers and the people of whoever funds one of the two.</summary>
    private static IEnumerable<PersonId> WithoutOutsiders(Alliance alliance, Terms terms) => In(alliance)
        .Except(Observers(alliance))
        .Except(alliance.FundingTies
            .Where(tie => tie.Funded == terms.DoerPartner || tie.Funded == terms.ReceiverPartner)
            .SelectMany(tie => Of(alliance, tie.Funder)));

    private static IEnumerable<PersonId> Third(Alliance alliance, Terms terms)
    {
        if (!alliance.FundingTies.Any(tie => tie.Funder == terms.ReceiverPartner && tie.Funded == terms.DoerPartner)) return [];
        var sides = Of(alliance, terms.DoerPartner).Union(Of(alliance, terms.ReceiverPartner)).ToList();
        var facilitators = Anyone(alliance, Role.Facilitator).Except(sides).ToList();
        return facilitators.Count > 0 ? facilitators : Anyone(alliance, Role.Manager).Except(sides);
    }

    /// <summary>The named person, the managers, and the contacts; where nobody is contact the managers are.</summary>
    private static IEnumerable<PersonId> Voice(Alliance alliance, PartnerId partner, PersonId? named) =>
        Named(alliance, partner, named).Union(Holders(alliance, Role.Manager, partner)).Union(Holders(alliance, Role.Contact, partner));

    private static IEnumerable<PersonId> Named(Alliance alliance, PartnerId partner, PersonId? named) =>
        named is { } person ? Of(alliance, partner).Intersect([person]) : [];

    private static IEnumerable<PersonId> In(Alliance alliance) =>
        from person in alliance.People where !person.Left select person.Id;

    private static IEnumerable<PersonId> Anyone(Alliance alliance, Role role) =>
        In(alliance).Intersect(from held in alliance.Roles where held.Role == role select held.Person);

    private static IEnumerable<PersonId> Holders(Alliance alliance, Role role, PartnerId? partner) =>
        In(alliance).Intersect(from held in alliance.Roles where held.Role == role && held.Partner == partner select held.Person);

    private static IEnumerable<PersonId> Observers(Alliance alliance) =>
        Anyone(alliance, Role.Observer).Except(from held in alliance.Roles where held.Role != Role.Observer select held.Person);

    private static IEnumerable<PersonId> Of(Alliance alliance, PartnerId partner) =>
        (from person in alliance.People where person.Partner == partner && !person.Left select person.Id)
        .Union(In(alliance).Intersect(from held in alliance.Roles where held.Partner == partner && held.Role != Role.Observer select held.Person))
        .Except(Observers(alliance));
}

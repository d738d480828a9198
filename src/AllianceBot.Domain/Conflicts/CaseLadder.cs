using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The way up and down: who takes part on a rung, its clock, and what follows above the last one.</summary>
internal static class CaseLadder
{
    /// <summary>What the version says that holds for this case.</summary>
    public static ProcessText TextOf(Alliance alliance, Case one) => alliance.Processes[one.Process].Version(one.Version)!.Text;

    public static Rung? RungOf(Alliance alliance, Case one) => one.Rung == 0 ? null : TextOf(alliance, one).Rungs[one.Rung - 1];

    /// <summary>All have read it, or the time for that is over.</summary>
    public static ValueList<AllianceEvent> Start(Alliance alliance, Case one, Instant now)
    {
        var active = CaseRights.Active(alliance, one);
        var silent = one.Parties.Where(party => !party.Acknowledged && active.Contains(party.Partner))
            .Select(static party => party.Partner).ToValueList();
        return To(alliance, one, CaseMove.Started, 1, now, silent, null, null);
    }

    /// <summary>The rung's time is up: on, as the process says, or the parties are asked.</summary>
    public static ValueList<AllianceEvent> TimeUp(Alliance alliance, Case one, Instant now)
    {
        var silent = Silent(alliance, one);
        return RungOf(alliance, one)!.TimeUp == WhenTimeIsUp.AskParties
            ? [new CaseTimeUp(one.Id, silent)]
            : Above(alliance, one, CaseMove.TimeRanOut, now, silent, null, null);
    }

    /// <summary>The next rung, or what the process ends with.</summary>
    public static ValueList<AllianceEvent> Above(
        Alliance alliance, Case one, CaseMove how, Instant now, ValueList<PartnerId> silent, PartnerId? of, Words? why) =>
        one.Rung < TextOf(alliance, one).Rungs.Count
            ? To(alliance, one, how, one.Rung + 1, now, silent, of, why)
            : [Finally(alliance, one)];

    /// <summary>
    /// What applies when nothing was agreed on the last rung. Nobody leaves by silence: an exit has to have been asked for, by
    /// name, in a review.
    /// </summary>
    public static AllianceEvent Finally(Alliance alliance, Case one) => TextOf(alliance, one).Final switch
    {
        FinalOutcome.OutsideMediation => new CaseReferred(one.Id, null, null),
        FinalOutcome.OrderlyExit when one.Review?.What is { Kind: ReviewKind.Exit, Leaving: { } leaving } what =>
            new CaseExited(one.Id, leaving, what.LeavesOn),
        _ => new CaseClosed(one.Id, CaseEnd.Open, []),
    };

    /// <summary>To a rung, with its people and its clock; statements that are in are shown before it is left.</summary>
    public static ValueList<AllianceEvent> To(
        Alliance alliance, Case one, CaseMove how, int number, Instant now, ValueList<PartnerId> silent, PartnerId? of, Words? why)
    {
        var rung = TextOf(alliance, one).Rungs[number - 1];
        var (people, joins) = PeopleOf(alliance, one, rung, number);
        var naming = rung.HasNeutral && one.Neutral is null && rung.NameNeutralDays > 0;
        var time = CaseClock.Time(alliance, one, now, naming ? rung.NameNeutralDays : rung.Days);
        // Kept open against a withdrawal it goes on with what was left; nobody gains time by it.
        if (how == CaseMove.KeptOpen && one.Stay?.Remaining is { } left) time = CaseClock.Time(alliance, one, now, left);
        var asks = rung.StatementsNeeded && one.StatementsShownAt is null;
        var moved = new CaseMoved(
            one.Id, how, number, people, joins, time, naming, asks ? StatementTime(alliance, one, rung, now) : null, silent, of, why);
        var shows = !asks && one.StatementTime is not null && one.Items.Any(static item => item.Kind == CaseItemKind.Statement);
        return shows ? [new CaseStatementsShown(one.Id, WithoutStatement(alliance, one)), moved] : [moved];
    }

    /// <summary>It goes on with the time that was left; statements that are still asked for get their time anew.</summary>
    public static CaseResumed Resumed(Alliance alliance, Case one, Instant now) => new(
        one.Id, CaseClock.GoesOn(alliance, one, one.Stay!.Remaining, now),
        one.StatementTime is null ? null : StatementTime(alliance, one, RungOf(alliance, one)!, now));

    /// <summary>Parties of which somebody has not answered, where everybody who is named has to.</summary>
    public static ValueList<PartnerId> Silent(Alliance alliance, Case one)
    {
        var missing = ToAnswer(alliance, one);
        return CaseRights.Active(alliance, one)
            .RemoveAll(party => !missing.Any(person => CaseRights.SideOf(alliance, one, person) == party));
    }

    /// <summary>Who is named on this rung and has not answered, where everybody has to.</summary>
    public static ValueList<PersonId> ToAnswer(Alliance alliance, Case one) =>
        one is { State: CaseState.OnRung, Stay: { } stay } && RungOf(alliance, one)!.EveryoneAnswers
            ? stay.People.RemoveAll(person => stay.Answered.Contains(person) || CaseRights.PartyOf(alliance, one, person) is null)
            : [];

    /// <summary>Parties that gave no statement.</summary>
    public static ValueList<PartnerId> WithoutStatement(Alliance alliance, Case one) => CaseRights.Active(alliance, one)
        .RemoveAll(party => one.Items.Any(item => item.Kind == CaseItemKind.Statement && item.Of == party));

    private static CaseTime StatementTime(Alliance alliance, Case one, Rung rung, Instant now) =>
        CaseClock.Time(alliance, one, now, Math.Max(1, (rung.Days + 1) / 2));

    private static (ValueList<PersonId> People, ValueList<CasePerson> Joins) PeopleOf(Alliance alliance, Case one, Rung rung, int number)
    {
        var (people, joins) = (new List<PersonId>(), new List<CasePerson>());
        foreach (var party in one.Parties)
        {
            if (party.Left) continue;
            foreach (var (person, role) in OfParty(alliance, one, rung.People, party.Partner))
            {
                if (people.Contains(person)) continue;
                people.Add(person);
                if (!one.People.Any(held => held.Person == person && held.Partner == party.Partner && !held.Gone))
                {
                    joins.Add(new(person, party.Partner, role, number));
                }
            }
        }

        return (people.ToValueList(), joins.ToValueList());
    }

    /// <summary>Who of a party takes part; where the office is held by nobody, or by somebody of another side, who is there already.</summary>
    private static IEnumerable<(PersonId Person, CaseRole Role)> OfParty(Alliance alliance, Case one, RungPeople who, PartnerId party)
    {
        var (held, role) = who switch
        {
            RungPeople.Managers => (alliance.ManagersOf(party), CaseRole.Manager),
            RungPeople.Executives => alliance.With(Role.Executive, party) is { Count: > 0 } executives
                ? (executives, CaseRole.Executive)
                : (alliance.ManagersOf(party), CaseRole.Manager),
            RungPeople.Concerned => (Concerned(alliance, one, party), CaseRole.Concerned),
            _ => (CaseRights.Speakers(alliance, one, party), CaseRole.Concerned),
        };
        var people = held.RemoveAll(person => person == one.Neutral || IsOfAnother(one, party, person));
        if (people.Count == 0) (people, role) = (CaseRights.Speakers(alliance, one, party), CaseRole.StandIn);
        if (people.Count == 0) people = alliance.ManagersOf(party).RemoveAll(person => person == one.Neutral || IsOfAnother(one, party, person));
        return people.Select(person => (person, role));
    }

    private static ValueList<PersonId> Concerned(Alliance alliance, Case one, PartnerId party) => one.People
        .Where(held => held.Partner == party && !held.Gone && held.Role is CaseRole.Concerned or CaseRole.StandIn && alliance.IsOf(held.Person, party))
        .Select(static held => held.Person).Distinct().ToValueList();

    private static bool IsOfAnother(Case one, PartnerId party, PersonId person) =>
        one.Person == person || one.People.Any(held => held.Person == person && !held.Gone && held.Partner != party);
}

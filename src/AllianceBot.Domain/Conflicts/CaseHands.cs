namespace AllianceBot.Domain;

/// <summary>Whose hands a case is in as people come and go: nothing of it is dropped with anybody.</summary>
internal static class CaseHands
{
    public static Case Left(Case was, CasePersonLeft happened)
    {
        var people = was.People
            .Select(one => one.Person == happened.Person && one.Partner == happened.Partner ? one with { Gone = true } : one).ToValueList();
        if (happened.Heir is { } heir) people = people.Add(new(heir, happened.Partner, CaseRole.StandIn, was.Rung));
        var left = was with { People = people };
        if (was.Stay is not { } stay || !stay.People.Contains(happened.Person)) return left;
        var turn = stay.People.Remove(happened.Person);
        if (happened.Heir is { } next && !turn.Contains(next)) turn = turn.Add(next);
        return CaseFold.Stayed(left, stay with { People = turn });
    }

    /// <summary>What people who stopped acting for a partner, or for all, leave behind in open cases.</summary>
    public static IEnumerable<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner)
    {
        foreach (var one in alliance.Cases)
        {
            if (!one.IsOpen && one.State != CaseState.Withdrawn) continue;
            foreach (var held in one.People.Where(held => held.Person == person && !held.Gone).DistinctBy(static held => held.Partner))
            {
                if (held.Partner is { } of ? (partner is null || partner == of) && !alliance.IsOf(person, of) : !alliance.IsMember(person))
                {
                    yield return new CasePersonLeft(one.Id, person, held.Partner, held.Partner is { } party ? Heir(alliance, one, party, person) : null);
                }
            }
        }
    }

    /// <summary>
    /// Somebody of the party for whoever is the last of it whose turn it is: one who is in the case already, else a manager,
    /// else who gets what names nobody. Null where others are there, or nobody is left.
    /// </summary>
    private static PersonId? Heir(Alliance alliance, Case one, PartnerId party, PersonId gone)
    {
        if (CaseRights.Speakers(alliance, one, party).Any(person => person != gone)) return null;
        var others = one.People.Where(held => !held.Gone && held.Person != gone && held.Partner != party).Select(static held => held.Person).ToHashSet();
        foreach (var person in (IEnumerable<PersonId>)[.. alliance.ManagersOf(party), .. alliance.ContactsOf(party)])
        {
            if (person != gone && !others.Contains(person) && person != one.Neutral) return person;
        }

        return null;
    }

    /// <summary>What other events mean for cases and quiet words: a partner left, somebody neutral is so no more.</summary>
    public static IEnumerable<AllianceEvent> OfPeople(Alliance alliance, AllianceEvent happened)
    {
        if (happened is PartnerRemoved removed)
        {
            foreach (var one in alliance.Cases)
            {
                if (one.IsOpen && one.Parties.Any(party => party.Partner == removed.Partner && !party.Left))
                {
                    yield return new CasePartyLeft(one.Id, removed.Partner);
                }
            }
        }

        if (happened is not (PeopleEvent or PartnerRemoved or FundingDeclared or CommitmentHandedOver)) yield break;
        foreach (var one in alliance.Cases)
        {
            if (!one.IsOpen) continue;
            if (one.Neutral is { } neutral && !Neutrality.Fits(alliance, one, neutral))
            {
                yield return CaseNeutrals.Gone(
                    alliance, one, neutral, alliance.IsMember(neutral) ? NeutralGone.NotNeutral : NeutralGone.Left, happened.At, null);
            }

            if (one.Skip is { } skip && !Neutrality.Fits(alliance, one, skip.Confirmer)) yield return new CaseSkipRefused(one.Id, null);
        }

        foreach (var concern in alliance.Concerns)
        {
            if (concern is { IsOpen: true, QuietTo: { } reads } && !Neutrality.FitsQuiet(alliance, concern.By, concern.People, reads))
            {
                yield return new ConcernReturned(concern.Id, reads);
            }
        }
    }
}

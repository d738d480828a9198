namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about decisions: who speaks, who leads, who sees.</summary>
internal static class DecisionRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, Decision decision) => act switch
    {
        _ when IsOfACase(decision) && !SeesReview(alliance, person, decision) => false,
        Act.SeeDecision when IsOfACase(decision) => true,
        Act.SeeDecision => !alliance.OnlyObserves(person) || IsRecord(decision),
        Act.SeeSnapshot => Snapshots.IsApproved(decision),
        Act.SeeDecisionInside or Act.NoteDecision => !alliance.OnlyObserves(person),
        Act.GiveVoice => SpeaksFor(alliance, person, decision).Count > 0,
        Act.LeadDecision => Leads(alliance, person, decision),
        Act.WithdrawDecision => alliance.IsMember(decision.Proposer)
            ? person == decision.Proposer
            : Leads(alliance, person, decision),
        _ => false,
    };

    /// <summary>The partners of the roster that this person represents and that have not left.</summary>
    public static ValueList<PartnerId> SpeaksFor(Alliance alliance, PersonId person, Decision decision) =>
        Tally.Asked(decision).RemoveAll(partner => !alliance.RepresentativesOf(partner).Contains(person));

    /// <summary>The proposer and the facilitators; where neither is left, an administrator, so that there is a way on.</summary>
    public static bool Leads(Alliance alliance, PersonId person, Decision decision)
    {
        if (IsOfACase(decision)) return LeadsReview(alliance, person, decision);
        if (alliance.IsMember(decision.Proposer) && person == decision.Proposer) return true;
        if (alliance.HoldsAnywhere(person, Role.Facilitator)) return true;
        return !alliance.IsMember(decision.Proposer) && alliance.With(Role.Facilitator).Count == 0
            && alliance.Holds(person, Role.Administrator);
    }

    /// <summary>The review of a case.</summary>
    public static bool IsOfACase(Decision decision) => decision.Proposal.Matter.Kind == MatterKind.CaseReview;

    /// <summary>
    /// Who reads the review of a case: the people of the partners that are asked, facilitators of no side, and who is in the
    /// case. Not who only observes, nor a partner that a funding tie keeps away, whatever offices its people hold.
    /// </summary>
    private static bool SeesReview(Alliance alliance, PersonId person, Decision decision)
    {
        var review = decision.Proposal.Matter.Review!;
        if (alliance.Cases.Find(review.Case) is { } one && CaseRights.Reads(alliance, one, person)) return true;
        if (!IsOutside(alliance, person, review)) return false;
        return alliance.HoldsAnywhere(person, Role.Facilitator) || Tally.Asked(decision).Any(partner => alliance.IsOf(person, partner));
    }

    /// <summary>Facilitators of no side; where there is none, those who speak for the partners that are asked.</summary>
    private static bool LeadsReview(Alliance alliance, PersonId person, Decision decision)
    {
        var review = decision.Proposal.Matter.Review!;
        return alliance.With(Role.Facilitator).RemoveAll(one => !IsOutside(alliance, one, review)) is { Count: > 0 } facilitators
            ? facilitators.Contains(person)
            : RepresentativesOf(alliance, decision).Contains(person) && IsOutside(alliance, person, review);
    }

    private static bool IsOutside(Alliance alliance, PersonId person, ReviewMatter review) => !alliance.OnlyObserves(person)
        && review.Parties.All(party => !alliance.IsOf(person, party) && !alliance.FundingTies.Any(tie =>
            (tie.Funded == party && alliance.IsOf(person, tie.Funder)) || (tie.Funder == party && alliance.IsOf(person, tie.Funded))));

    public static ValueList<PersonId> LeadersOf(Alliance alliance, Decision decision) =>
        alliance.People.Where(person => Leads(alliance, person.Id, decision)).Select(static person => person.Id).ToValueList();

    /// <summary>Everybody who may speak for a partner of the roster.</summary>
    public static ValueList<PersonId> RepresentativesOf(Alliance alliance, Decision decision) =>
        Of(alliance, Tally.Asked(decision));

    /// <summary>Those who may speak for a partner that has not spoken: they are reminded, and nobody else is.</summary>
    public static ValueList<PersonId> UndecidedOf(Alliance alliance, Decision decision) => Of(alliance, Tally.NotHeard(decision));

    /// <summary>
    /// Whether a reader sees this voice. Hidden until the own partner spoke or it closed; the voice of a partner that
    /// funds another one is shown together with all others, so that nobody waits for it or follows it.
    /// </summary>
    public static bool SeesVoice(Alliance alliance, PersonId person, Decision decision, Voice voice)
    {
        if (!May(alliance, person, Act.SeeDecisionInside, decision)) return false;
        if (alliance.RepresentativesOf(voice.Partner).Contains(person) || alliance.IsOf(person, voice.Partner)) return true;
        if (!decision.IsOpen) return true;

        // An objection is worked on, so those who do that have to know it.
        if (voice.Position == Position.Objection && voice.Version == decision.Version && Leads(alliance, person, decision)) return true;
        if (FundsAnother(alliance, voice.Partner, decision)) return Tally.NotHeard(decision).Count == 0;
        return alliance.PartnersOf(person).Any(partner => Tally.Of(decision, partner) is not null);
    }

    private static bool FundsAnother(Alliance alliance, PartnerId partner, Decision decision) =>
        alliance.FundingTies.Any(tie => tie.Funder == partner && decision.Roster.Contains(tie.Funded));

    /// <summary>What the partners decided is on record for observers too; how they came to it is not.</summary>
    private static bool IsRecord(Decision decision) => decision.Statement is not null;

    private static ValueList<PersonId> Of(Alliance alliance, ValueList<PartnerId> partners) =>
        partners.SelectMany(partner => (IEnumerable<PersonId>)alliance.RepresentativesOf(partner)).Distinct()
            .OrderBy(static person => person.Value, StringComparer.Ordinal).ToValueList();
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Decisions as digests speak of them, told from their events alone: which wait for whom.</summary>
internal sealed class DigestDecisionRecount(RecountPeople people, DigestCaseRecount cases)
{
    /// <summary>Entries of a list.</summary>
    private const int Most = 60;

    private readonly Dictionary<DecisionId, Told> decisions = [];

    /// <summary>What waits for this person's word, the open ones first, then the newest; each with the day it closes.</summary>
    public IEnumerable<(DecisionId Decision, LocalDate Closes)> WaitingFor(PersonId person, Instant now) => decisions
        .Where(one => Sees(one.Value, person) && Waits(one.Value, person, now))
        .OrderByDescending(static one => one.Value.IsOpen).ThenByDescending(static one => one.Value.Number)
        .Take(Most).Select(static one => (one.Key, one.Value.Closes));

    /// <summary>When this organisation last spoke on any of them.</summary>
    public Instant? LastHeard(PartnerId partner) => decisions.Values.SelectMany(static one => one.Spoken)
        .Where(one => one.Partner == partner).Select(static one => (Instant?)one.At).Max();

    public void Take(DecisionEvent happened)
    {
        if (!decisions.TryGetValue(happened.Decision, out var told)) decisions[happened.Decision] = told = new();
        switch (happened)
        {
            case DecisionProposed e:
                (told.Number, told.Proposer, told.Asked, told.Proposal, told.Closes) = (e.Number, e.By, [.. e.Roster], e.Proposal, e.Proposal.Closes);
                break;
            case DecisionVoiced e:
                told.Spoken.Add((e.Partner, e.At));
                told.Heard.Add(e.Partner);
                break;
            // All speak anew on a new text.
            case DecisionAmended e:
                told.Heard.Clear();
                told.Closes = e.Closes;
                break;
            case DecisionExtended e: told.Closes = e.Closes; break;
            case DecisionPartnerLeft e: told.Asked.Remove(e.Partner); break;
            case DecisionDecided:
                told.Stage = Stage.ToLead;
                if (told.Proposal.Amends is { } old && decisions.TryGetValue(old, out var before) && before is { Stage: Stage.ToLead or Stage.Rests, Stated: true }) before.Stage = Stage.Over;
                break;
            case DecisionNotDecided or DecisionReviewDue: told.Stage = Stage.ToLead; break;
            case DecisionOutcomeWritten: (told.Stage, told.Stated) = (Stage.Rests, true); break;
            case DecisionReaffirmed: told.Stage = Stage.Rests; break;
            case DecisionRetired or DecisionReplaced or DecisionWithdrawn: told.Stage = Stage.Over; break;
        }
    }

    private bool Waits(Told told, PersonId person, Instant now) => told.Stage switch
    {
        Stage.Open => people.Date(now) <= told.Closes && told.Asked.Exists(partner =>
            people.Represents(person, partner) && partner != told.Proposal.MoneyOf && !told.Heard.Contains(partner)),
        Stage.ToLead => Leads(told, person),
        _ => false,
    };

    /// <summary>Who proposed it and facilitators; where neither is left, an administrator. The review of a case has its own.</summary>
    private bool Leads(Told told, PersonId person)
    {
        if (told.Proposal.Matter.Review is { } review)
        {
            return people.With(Role.Facilitator).Any(one => IsOutside(one, review))
                ? people.Holds(person, Role.Facilitator) && IsOutside(person, review)
                : told.Asked.Exists(partner => people.Represents(person, partner)) && IsOutside(person, review);
        }

        if (people.IsIn(told.Proposer)) return person == told.Proposer || people.Holds(person, Role.Facilitator);
        return people.With(Role.Facilitator).Any() ? people.Holds(person, Role.Facilitator) : people.Holds(person, Role.Administrator);
    }

    private bool Sees(Told told, PersonId person)
    {
        if (!people.IsIn(person)) return false;
        if (told.Proposal.Matter.Review is not { } review) return !people.Observes(person) || told.Stated;
        return cases.IsIn(person, review.Case)
            || (IsOutside(person, review) && (people.Holds(person, Role.Facilitator) || told.Asked.Exists(partner => people.IsOf(person, partner))));
    }

    /// <summary>Of no party, and tied by money to none.</summary>
    private bool IsOutside(PersonId person, ReviewMatter review) => !people.Observes(person)
        && review.Parties.All(party => !people.IsOf(person, party) && !people.IsFunderOf(person, party) && !people.IsFundedBy(person, party));

    private enum Stage
    {
        Open,

        /// <summary>Closed or to be looked at again: somebody has to say what holds.</summary>
        ToLead,
        Rests,
        Over,
    }

    private sealed class Told
    {
        public int Number { get; set; }

        public PersonId Proposer { get; set; }

        public Proposal Proposal { get; set; } = null!;

        public List<PartnerId> Asked { get; set; } = [];

        public HashSet<PartnerId> Heard { get; } = [];

        public List<(PartnerId Partner, Instant At)> Spoken { get; } = [];

        public LocalDate Closes { get; set; }

        public Stage Stage { get; set; }

        public bool Stated { get; set; }

        public bool IsOpen => Stage == Stage.Open;
    }
}

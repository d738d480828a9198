using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a card of a decision can offer.</summary>
public enum DecisionAct
{
    Agree,
    AgreeWithReservations,
    StandAside,
    Objection,
    WriteOutcome,
    Reaffirm,
    ProposeAnew,
    Amend,
    Extend,
    Ask,
    Note,
    Retire,
    Withdraw,
}

/// <summary>Who may do what to a decision, and whether it is the moment for it.</summary>
internal static class DecisionGuards
{
    /// <summary>It is closed, or its closing day is over.</summary>
    public static readonly Refusal Closed = new("decision.closed");
    public static readonly Refusal ExtendedAlready = new("decision.extended-already");
    public static readonly Refusal StillOpen = new("decision.still-open");
    public static readonly Refusal OutcomeThere = new("decision.outcome-there");
    public static readonly Refusal NoReview = new("decision.no-review");

    /// <summary>The charter and the alliance's rules are changed by a new proposal, as something has to hold.</summary>
    public static readonly Refusal RetireByProposal = new("decision.retire-by-proposal");

    public static ValueList<Refusal> All => [Closed, ExtendedAlready, StillOpen, OutcomeThere, NoReview, RetireByProposal];

    public static bool Permits(Alliance alliance, Decision decision, PersonId person, DecisionAct act) => act switch
    {
        DecisionAct.Agree or DecisionAct.AgreeWithReservations or DecisionAct.StandAside or DecisionAct.Objection =>
            May.Do(alliance, person, Act.GiveVoice, decision.Id),
        // What the others read of a case is what its parties approved, and only the case takes it back.
        DecisionAct.Amend or DecisionAct.ProposeAnew or DecisionAct.Withdraw when DecisionRights.IsOfACase(decision) => false,
        DecisionAct.Ask or DecisionAct.Note => May.Do(alliance, person, Act.NoteDecision, decision.Id),
        DecisionAct.ProposeAnew => May.Do(alliance, person, Act.ProposeDecision, alliance.Id)
            && May.Do(alliance, person, Act.SeeDecision, decision.Id),
        DecisionAct.Withdraw => May.Do(alliance, person, Act.WithdrawDecision, decision.Id),
        _ => May.Do(alliance, person, Act.LeadDecision, decision.Id),
    };

    public static Refusal? Refuses(Alliance alliance, Decision decision, DecisionAct act, Instant now) => act switch
    {
        DecisionAct.WriteOutcome => decision switch
        {
            { State: DecisionState.Decided or DecisionState.NotDecided } => null,
            { IsOpen: true } => StillOpen,
            { State: DecisionState.Withdrawn } => Closed,
            _ => OutcomeThere,
        },
        DecisionAct.Reaffirm => decision.State == DecisionState.ReviewDue ? null : NoReview,
        DecisionAct.Retire when decision.State != DecisionState.ReviewDue => NoReview,
        DecisionAct.Retire => decision.Proposal.Matter.Kind == MatterKind.Text ? null : RetireByProposal,
        DecisionAct.ProposeAnew => decision.State switch
        {
            DecisionState.InForce or DecisionState.ReviewDue => null,
            DecisionState.Open or DecisionState.Integrating => StillOpen,
            _ => Closed,
        },
        DecisionAct.Ask or DecisionAct.Note =>
            decision.State is DecisionState.Withdrawn or DecisionState.Retired or DecisionState.Replaced ? Closed : null,
        _ when !decision.IsOpen || DecisionClock.EndOf(alliance, decision) <= now => Closed,
        DecisionAct.Extend when decision.Extended => ExtendedAlready,
        _ => null,
    };
}

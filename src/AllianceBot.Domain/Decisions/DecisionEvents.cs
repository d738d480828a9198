using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to one decision; its words lie on the decision's own shelf.</summary>
public abstract record DecisionEvent(DecisionId Decision) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Decision);
}

[EventName("decision.proposed.v1")]
public sealed record DecisionProposed(DecisionId Decision, int Number, Proposal Proposal, ValueList<PartnerId> Roster)
    : DecisionEvent(Decision);

[EventName("decision.voiced.v1")]
public sealed record DecisionVoiced(
    DecisionId Decision, PartnerId Partner, Position Position, Words? Reason, Words? Acceptable, int Version)
    : DecisionEvent(Decision);

/// <summary>A new version of the text; all voices are cleared.</summary>
[EventName("decision.amended.v1")]
public sealed record DecisionAmended(DecisionId Decision, Words Text, LocalDate Closes) : DecisionEvent(Decision);

/// <summary>More time: by somebody or by the clock, once; or because the bot was away, which does not count.</summary>
[EventName("decision.extended.v1")]
public sealed record DecisionExtended(DecisionId Decision, LocalDate Closes, bool Outage) : DecisionEvent(Decision);

[EventName("decision.reminded.v1")]
public sealed record DecisionReminded(DecisionId Decision) : DecisionEvent(Decision);

/// <summary>A partner of the roster left the alliance; it is not waited for.</summary>
[EventName("decision.partner-left.v1")]
public sealed record DecisionPartnerLeft(DecisionId Decision, PartnerId Partner) : DecisionEvent(Decision);

/// <summary>The rule is met. Who was not heard by then stands with its name.</summary>
[EventName("decision.decided.v1")]
public sealed record DecisionDecided(DecisionId Decision, ValueList<PartnerId> NotHeard) : DecisionEvent(Decision);

/// <summary>The time is over, the extension too, and the rule is not met: what was said to hold then holds.</summary>
[EventName("decision.not-decided.v1")]
public sealed record DecisionNotDecided(DecisionId Decision, ValueList<PartnerId> NotHeard, WhyNotDecided Why)
    : DecisionEvent(Decision);

/// <summary>Closed for two working days, and nobody has written what holds now.</summary>
[EventName("decision.outcome-asked.v1")]
public sealed record DecisionOutcomeAsked(DecisionId Decision) : DecisionEvent(Decision);

[EventName("decision.outcome-written.v1")]
public sealed record DecisionOutcomeWritten(DecisionId Decision, Words Statement, LocalDate Review) : DecisionEvent(Decision)
{
    /// <summary>Promises that named people were asked for with it.</summary>
    public ValueList<CommitmentId> Promises { get; init; }
}

[EventName("decision.review-due.v1")]
public sealed record DecisionReviewDue(DecisionId Decision) : DecisionEvent(Decision);

[EventName("decision.reaffirmed.v1")]
public sealed record DecisionReaffirmed(DecisionId Decision, Words? Reason, LocalDate? Review) : DecisionEvent(Decision);

[EventName("decision.retired.v1")]
public sealed record DecisionRetired(DecisionId Decision, Words Reason) : DecisionEvent(Decision);

/// <summary>Another decision took its place.</summary>
[EventName("decision.replaced.v1")]
public sealed record DecisionReplaced(DecisionId Decision, DecisionId Successor) : DecisionEvent(Decision);

[EventName("decision.withdrawn.v1")]
public sealed record DecisionWithdrawn(DecisionId Decision, Words? Reason) : DecisionEvent(Decision);

[EventName("decision.noted.v1")]
public sealed record DecisionNoted(DecisionId Decision, Words Note, bool Question) : DecisionEvent(Decision);

/// <summary>It was decided, and a rule stands in the way of doing it at once.</summary>
/// <param name="Why">The code of the refusal.</param>
[EventName("decision.not-carried-out.v1")]
public sealed record DecisionNotCarriedOut(DecisionId Decision, string Why) : DecisionEvent(Decision);

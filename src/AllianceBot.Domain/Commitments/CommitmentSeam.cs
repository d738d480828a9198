using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of commitments.</summary>
public static class CommitmentDecider
{
    public static Outcome Decide(Alliance alliance, CommitmentCommand command, CommandContext context) => Refusal.NotYours;

    /// <summary>The one step of a commitment whose instant has come.</summary>
    public static Outcome Strike(Alliance alliance, Commitment commitment, Instant at) => Outcome.Nothing;

    /// <summary>What somebody's no longer acting for a partner, or for any if none is named, means for the promises they held.</summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner) => [];

    /// <summary>What any other event means for commitments, on the state it made; within the same append.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened, CommandContext context) => [];
}

/// <summary>The state of commitments, folded.</summary>
public static class CommitmentFold
{
    public static Alliance Evolve(Alliance alliance, CommitmentEvent happened) => alliance;

    /// <summary>When it next needs the clock, from the commitment, its check-ins, the calendars and the settings alone.</summary>
    public static Instant? NextDue(Alliance alliance, Commitment commitment) => null;
}

/// <summary>Who is told of what happens to a commitment.</summary>
public static class CommitmentNotices
{
    public static ValueList<Notice> For(Alliance before, CommitmentEvent happened, Alliance after) => [];
}

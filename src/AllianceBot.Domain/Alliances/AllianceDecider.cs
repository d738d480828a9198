namespace AllianceBot.Domain;

/// <summary>
/// The one door to the rules: sends a command to its area's decider, stamps who and when, lets areas cause events in
/// each other on the evolved state, and folds.
/// </summary>
public static class AllianceDecider
{
    /// <summary>Events, a refusal, or nothing. Pure: no clock, no chance, no I/O.</summary>
    public static Outcome Decide(Alliance alliance, Command command, CommandContext context) =>
        throw new System.Diagnostics.UnreachableException($"{alliance.Id} {command} {context}");

    /// <summary>The state after this event, with version, last instant and due index kept.</summary>
    public static Alliance Evolve(Alliance alliance, AllianceEvent happened) =>
        throw new System.Diagnostics.UnreachableException($"{alliance.Id} {happened}");

    /// <summary>Who is to be shown what because of this event.</summary>
    /// <param name="before">The state the event happened in.</param>
    /// <param name="happened">The event.</param>
    /// <param name="after">The state it made.</param>
    public static ValueList<Notice> Notices(Alliance before, AllianceEvent happened, Alliance after) =>
        throw new System.Diagnostics.UnreachableException($"{before.Id} {happened} {after.Version}");
}

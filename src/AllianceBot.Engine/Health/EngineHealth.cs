using NodaTime;

namespace AllianceBot.Engine;

/// <summary>How the engine is, in numbers: for readiness, for the operator, and for gauges.</summary>
/// <param name="Queued">Jobs that wait for the committer.</param>
/// <param name="LastCommit">When something last became durable; null before the first time.</param>
/// <param name="LastBeat">The last heartbeat that is durable.</param>
/// <param name="Alliances">Alliances in memory.</param>
/// <param name="Parked">Items whose step went wrong, in the alliances in memory.</param>
/// <param name="Overdue">Alliances with a step in the past for more than a minute after a strike.</param>
/// <param name="UnderWay">Conversations that something is being sent to.</param>
/// <param name="WaitingForAddress">Notices that wait until somebody's address is known.</param>
public sealed record EngineHealth(
    int Queued, DateTimeOffset? LastCommit, Instant? LastBeat, int Alliances, int Parked, int Overdue, int UnderWay, int WaitingForAddress);

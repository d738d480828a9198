using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>What a mailbox decided about one ask: the state after it, and what is to be written, if anything.</summary>
internal sealed record Decision(Outcome Outcome, Alliance After, Append? Append)
{
    public IReadOnlyList<AllianceEvent> Events { get; init; } = [];

    /// <summary>The card that the turn shows by itself.</summary>
    public ShownRow? Shown { get; init; }

    /// <summary>Typed words that are remembered for a while.</summary>
    public TypedWords? Typed { get; init; }
}

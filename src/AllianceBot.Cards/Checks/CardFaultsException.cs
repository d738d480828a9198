namespace AllianceBot.Cards;

/// <summary>The cards or words cannot be used. The message lists every fault, one per line.</summary>
#pragma warning disable CA1032 // Without its faults this exception would say nothing.
public sealed class CardFaultsException(IReadOnlyList<CardFault> faults)
#pragma warning restore CA1032
    : Exception($"{faults.Count} fault(s) in the cards:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    /// <summary>Every fault found, in order of file and line.</summary>
    public IReadOnlyList<CardFault> Faults { get; } = faults;
}

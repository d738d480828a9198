using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What an alliance keeps of the benchmarks beside its rounds.</summary>
public sealed record BenchmarkNotes
{
    public static readonly BenchmarkNotes None = new();

    /// <summary>Notes on components that were taken alone, oldest first.</summary>
    public ValueList<TalkNote> Talks { get; init; }

    /// <summary>When a round was offered last because signs showed; null while never.</summary>
    public Instant? OfferedAt { get; init; }

    /// <summary>The signs of that time.</summary>
    public ValueList<RoundSign> Signs { get; init; }
}

/// <summary>A note on a component that was taken alone.</summary>
public sealed record TalkNote(int Component, Words Text, PersonId By, Instant At, AskId Ask);

/// <summary>What shows that a round would help.</summary>
public enum RoundSign
{
    /// <summary>More check-ins than before stay without an answer.</summary>
    FewerAnswers,

    /// <summary>Nothing was kept for any goal for a long time.</summary>
    GoalsStill,

    /// <summary>The same promise was moved again and again.</summary>
    SamePromiseSlips,
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A process for conflicts: the draft that is worked on, and every version that the partners ratified.</summary>
public sealed record Process
{
    public ProcessId Id { get; init; }

    /// <summary>The number people type: process 2.</summary>
    public int Number { get; init; }

    /// <summary>Counts the changes of the draft and of what holds; cards carry it.</summary>
    public int Revision { get; init; }

    /// <summary>What is worked on; null while nothing differs from what holds.</summary>
    public ProcessText? Draft { get; init; }

    /// <summary>Every version that was ratified, the first first.</summary>
    public ValueList<ProcessVersion> Versions { get; init; }

    /// <summary>Who began it, and when.</summary>
    public PersonId StartedBy { get; init; }

    public Instant StartedAt { get; init; }

    /// <summary>It was dropped before any version was ratified.</summary>
    public bool Dropped { get; init; }

    /// <summary>The ask of the last change, and who made it.</summary>
    public AskId LastAsk { get; init; }

    public PersonId LastBy { get; init; }

    /// <summary>The version in force; null while none was ratified.</summary>
    public ProcessVersion? Current => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>What it says now: what holds, or while nothing does, the draft.</summary>
    public ProcessText? Text => Current?.Text ?? Draft;

    public ProcessVersion? Version(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;
}

/// <summary>A ratified version. It is never edited: a later one supersedes it, and open cases stay with theirs.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="Decision">The decision that ratified it.</param>
/// <param name="Since">Since when it holds.</param>
/// <param name="Ratified">The partners that agreed to this very version, then or later.</param>
/// <param name="SupersededAt">When a later version took its place; null for the one in force.</param>
public sealed record ProcessVersion(
    int Number, ProcessText Text, DecisionId Decision, Instant Since, ValueList<PartnerId> Ratified, Instant? SupersededAt);

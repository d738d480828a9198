using AllianceBot.Domain;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation.Years;

/// <summary>Something that will happen in the world outside.</summary>
internal abstract record Happening
{
    /// <summary>Somebody of this alliance wants something new.</summary>
    public sealed record Wish(AllianceId Alliance) : Happening;

    /// <summary>Somebody does something, sensible or not.</summary>
    public sealed record Whim(AllianceId Alliance) : Happening;

    /// <summary>Somebody puts something to all partners, or writes in the charter.</summary>
    public sealed record Motion(AllianceId Alliance) : Happening;

    /// <summary>Somebody speaks on a decision they were shown.</summary>
    public sealed record Voice(AllianceId Alliance, DecisionId Decision, PersonId By) : Happening;

    /// <summary>Somebody changes when or how they are asked.</summary>
    public sealed record Habit(AllianceId Alliance) : Happening;

    /// <summary>Somebody opens a case, or does something in one.</summary>
    public sealed record Quarrel(AllianceId Alliance) : Happening;

    /// <summary>Somebody says what comes of it all.</summary>
    public sealed record Fruit(AllianceId Alliance) : Happening;

    /// <summary>Somebody does something about what they were shown.</summary>
    public sealed record Reaction(AllianceId Alliance, CommitmentId Promise) : Happening;

    /// <summary>What was sent comes once more, or late.</summary>
    public sealed record Echo(Sent Sent) : Happening;

    /// <summary>Something breaks.</summary>
    public sealed record Fault : Happening;

    /// <summary>Somebody who could not be reached can be again.</summary>
    public sealed record Mended(PersonId Person) : Happening;
}

/// <summary>What will happen when.</summary>
internal sealed class Agenda(Seeded chance)
{
    private readonly PriorityQueue<Happening, (Instant At, int Number)> queue = new();
    private int count;

    public Instant? Next => queue.TryPeek(out _, out var at) ? at.At : null;

    public void At(Instant at, Happening what) => queue.Enqueue(what, (at, count++));

    /// <summary>Soon, or after as long as people take.</summary>
    public void After(Instant now, int hours, Happening what) =>
        At(now + Duration.FromMinutes(1 + chance.Below(hours * 60)), what);

    /// <summary>What is to happen by now, in its order.</summary>
    public IEnumerable<Happening> Due(Instant now)
    {
        while (queue.TryPeek(out var what, out var at) && at.At <= now)
        {
            queue.Dequeue();
            yield return what;
        }
    }
}

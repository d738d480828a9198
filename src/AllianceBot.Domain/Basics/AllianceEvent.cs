using System.Text.Json.Serialization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What happened. Past tense. Stored for ever: add fields with defaults, never rename or remove.
/// Deciders leave <see cref="By"/>, <see cref="At"/> and <see cref="Ask"/> out; <see cref="AllianceDecider"/> stamps them.
/// </summary>
public abstract record AllianceEvent
{
    /// <summary>Who did it; <see cref="PersonId.Clock"/> when nobody did.</summary>
    public PersonId By { get; init; }

    public Instant At { get; init; }

    public AskId Ask { get; init; }

    /// <summary>Where the words of this event lie.</summary>
    [JsonIgnore]
    public virtual Shelf Shelf => Shelf.Alliance;
}

/// <summary>The name an event is stored under, with its version: "commitment.accepted.v1". Fixed for ever.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

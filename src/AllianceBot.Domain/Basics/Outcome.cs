namespace AllianceBot.Domain;

/// <summary>What deciding yields: events, a refusal, or nothing because the same ask was answered before.</summary>
public abstract record Outcome
{
    /// <summary>The ask is known: the same answer as before, and no event.</summary>
    public static readonly Outcome Nothing = new Happened([]);

    public static Outcome Of(params ReadOnlySpan<AllianceEvent> events) => new Happened(ValueList.Create(events));

    public static implicit operator Outcome(AllianceEvent happened) => Of(happened);

    public static implicit operator Outcome(Refusal refusal) => new Refused(refusal);

    /// <summary>These happened, in this order. None means nothing more than what was there.</summary>
    public sealed record Happened(ValueList<AllianceEvent> Events) : Outcome
    {
        /// <summary>The state they made, as deciding folded them already; null when it did not.</summary>
        public Alliance? After { get; init; }

        /// <summary>What happened is the same by its events; the state follows from them.</summary>
        public bool Equals(Happened? other) => other is not null && Events == other.Events;

        public override int GetHashCode() => Events.GetHashCode();
    }

    /// <summary>A rule said no, and nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;
}

/// <summary>Why not. The code is the key of the words that say it and what to do instead (cards/words).</summary>
/// <param name="Code">Area, dot, reason: "commitment.not-open".</param>
public sealed record Refusal(string Code)
{
    /// <summary>The answer to what is unknown and to what is not permitted: the two must not be told apart.</summary>
    public static readonly Refusal NotYours = new("not-yours");

    /// <summary>Values for the words: dates as ISO, people and partners by id, numbers invariant.</summary>
    public ValueList<Fact> Facts { get; init; }

    /// <summary>The thing moved on since this card was shown; the answer shows how it stands now.</summary>
    public static Refusal Stale(Subject subject) => new("stale") { Facts = [new("subject", subject.ToString())] };

    public Refusal With(string name, string value) => this with { Facts = Facts.Add(new(name, value)) };
}

/// <summary>A named value for the words of a refusal or a notice. Never free text: that is <see cref="Words"/>.</summary>
public readonly record struct Fact(string Name, string Value);

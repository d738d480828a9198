namespace AllianceBot.Domain;

/// <summary>An id in a stream: 1 to 24 ASCII letters, digits, '-' or '_'. Minted by the id source, never by a decider.</summary>
public interface IId
{
    /// <summary>The id as it is stored and sent.</summary>
    string Value { get; }
}

/// <summary>Tells whether an id that came from outside can be one at all.</summary>
public static class Ids
{
    public static bool IsValid(IId id) => id.Value is { Length: > 0 and <= Limits.Id } value && value.All(IsAllowed);

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}

/// <summary>An alliance, and so a stream.</summary>
public readonly record struct AllianceId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A person. The same in every alliance this person is in.</summary>
public readonly record struct PersonId(string Value) : IId
{
    /// <summary>Who acts when the clock strikes or a delivery comes back: nobody's handle resolves to it.</summary>
    public static readonly PersonId Clock = new("clock");

    public override string ToString() => Value;
}

/// <summary>One organisation of an alliance.</summary>
public readonly record struct PartnerId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A commitment; it is the draft id of the form that made it, so the same form sent twice makes one.</summary>
public readonly record struct CommitmentId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>One check-in: a commitment's id, a hyphen and the running number of the occurrence.</summary>
public readonly record struct CheckInId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>An invitation to a person who is not yet in, or a person's own asking to join.</summary>
public readonly record struct InvitationId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A decision; it is the draft id of the form that proposed it.</summary>
public readonly record struct DecisionId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A process for conflicts; it is the draft id of the form that began it.</summary>
public readonly record struct ProcessId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A concern; it is the draft id of the form that raised it.</summary>
public readonly record struct ConcernId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A case; it is the draft id of the form that opened it.</summary>
public readonly record struct CaseId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A round of the Working Together Benchmarks; it is the draft id of the form that planned it.</summary>
public readonly record struct RoundId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A joint story; it is the draft id of the form that told it.</summary>
public readonly record struct StoryId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>Thanks; it is the id of the ask that gave them.</summary>
public readonly record struct ThanksId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>An indicator; it is the draft id of the form that put it on the list.</summary>
public readonly record struct IndicatorId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>A goal of the alliance.</summary>
public readonly record struct GoalId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>
/// What makes an ask the same ask when it comes again: a form's draft id, a card's instance with revision and verb,
/// or the transport id, each brought to 22 characters.
/// </summary>
public readonly record struct AskId(string Value) : IId
{
    public override string ToString() => Value;
}

/// <summary>Where words lie: the shelf has the key, and with the key all its words can be destroyed at once.</summary>
public readonly record struct Shelf(string Value) : IId
{
    /// <summary>The alliance's own words: names of partners, purpose, goals.</summary>
    public static readonly Shelf Alliance = new("alliance");

    public static Shelf Of(PersonId person) => new($"person:{person.Value}");

    /// <summary>The name of one who was invited and is no person yet.</summary>
    public static Shelf Of(InvitationId invitation) => new($"invitation:{invitation.Value}");

    public static Shelf Of(CommitmentId commitment) => new($"promise:{commitment.Value}");

    public static Shelf Of(StoryId story) => new($"story:{story.Value}");

    public static Shelf Of(DecisionId decision) => new($"decision:{decision.Value}");

    public static Shelf Of(ProcessId process) => new($"process:{process.Value}");

    public static Shelf Of(ConcernId concern) => new($"concern:{concern.Value}");

    public static Shelf Of(CaseId conflict) => new($"case:{conflict.Value}");

    /// <summary>What a case came to: its settlement, and what others read at its review. It stays when the case's own shelf dies.</summary>
    public static Shelf OutcomeOf(CaseId conflict) => new($"outcome:{conflict.Value}");
    public static Shelf Of(RoundId round) => new($"round:{round.Value}");

    public static Shelf Of(IndicatorId indicator) => new($"indicator:{indicator.Value}");

    public override string ToString() => Value;
}

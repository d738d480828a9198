namespace AllianceBot.Domain;

/// <summary>
/// Free text or a personal name. An event stores the id only; the text lies sealed on the event's shelf and can be
/// destroyed there, after which <see cref="Text"/> is null and every fold, count and record stays whole.
/// </summary>
/// <param name="Id">The ask's id, a dot and a running number within that ask.</param>
/// <param name="Text">The text, or null once removed.</param>
public sealed record Words(string Id, string? Text)
{
    /// <summary>Two words are the same words when they are the same entry, whether or not the text is still there.</summary>
    public bool Equals(Words? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>The id only: words must not reach a log by way of an event's or a command's ToString.</summary>
    public override string ToString() => Id;
}

namespace AllianceBot.Domain;

/// <summary>Where a promise was first said, before it became a request.</summary>
/// <param name="Of">The round or the decision that it was said in.</param>
public sealed record Source(Subject Of)
{
    /// <summary>Which component of the round; 0 for none.</summary>
    public int Component { get; init; }

    /// <summary>Which line of its record; 0 for none.</summary>
    public int Line { get; init; }

    /// <summary>The address of the message that it was made of; null where there is none, and emptied with the promise's words.</summary>
    public Words? Link { get; init; }
}

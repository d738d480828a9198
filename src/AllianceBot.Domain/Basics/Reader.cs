namespace AllianceBot.Domain;

/// <summary>Who is going to see a view: a person in private, or a place where everybody of the alliance may look.</summary>
public abstract record Reader;

/// <summary>A person, in private.</summary>
public sealed record PersonReader(PersonId Person) : Reader;

/// <summary>A team channel or a group chat: only what all members may know.</summary>
public sealed record PlaceReader : Reader
{
    public static readonly PlaceReader Any = new();
}

namespace AllianceBot.Domain;

/// <summary>Resolves a role in an item to people, at the moment of sending.</summary>
public static class Addressees
{
    /// <summary>The people this notice goes to now, in the order of their ids; empty when nobody holds the role.</summary>
    public static ValueList<PersonId> Resolve(Alliance alliance, Notice notice) =>
        throw new System.Diagnostics.UnreachableException($"{alliance.Id} {notice}");
}

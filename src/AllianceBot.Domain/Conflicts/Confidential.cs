namespace AllianceBot.Domain;

/// <summary>What only some may know of: concerns and cases. The machinery tells of them to nobody else, whatever happens to them.</summary>
public static class Confidential
{
    /// <summary>Whether nobody but its readers may learn that this is there.</summary>
    public static bool Is(Subject subject) => ItemOf(subject).Kind is SubjectKind.Case or SubjectKind.Concern;

    /// <summary>The item itself; of the keeping of its words the item.</summary>
    public static Subject ItemOf(Subject subject) =>
        subject.Kind == SubjectKind.Keeping && Retaining.ItemOf(subject) is { } item ? item : subject;

    /// <summary>Those who may know of it.</summary>
    public static ValueList<PersonId> Readers(Alliance alliance, Subject subject) => ItemOf(subject) switch
    {
        { Kind: SubjectKind.Case } item => alliance.Cases.Find(new(item.Id)) is { } one ? CaseRights.Readers(alliance, one) : [],
        { Kind: SubjectKind.Concern } item => alliance.Concerns.Find(new(item.Id)) is { } concern ? ConcernRights.Readers(alliance, concern) : [],
        _ => [],
    };

    /// <summary>Whether this reader may be shown that something is up with it.</summary>
    public static bool Knows(Alliance alliance, Reader reader, Subject subject) =>
        !Is(subject) || (reader is PersonReader { Person: var person } && Readers(alliance, subject).Contains(person));
}

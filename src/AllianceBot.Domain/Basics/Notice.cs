using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Someone is to be shown something. It names a role in the item, resolved when it is sent, and no content: the view is
/// made from the state at that moment for that reader, and what is no longer wanted is dropped.
/// </summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Kind">Why: the key of the words above the card, "commitment.requested".</param>
/// <param name="To">The role in the item.</param>
/// <param name="NotBefore">Not sent earlier; the outbox asks the reader's calendar again then.</param>
public sealed record Notice(Subject Subject, string Kind, Addressee To, Instant NotBefore)
{
    /// <summary>Loss must be repaired: one marked repeat when the channel did not say whether it arrived.</summary>
    public bool MustArrive { get; init; }

    /// <summary>May go to that partner's manager or the facilitator, in private, when the reader cannot be reached. Never for at risk.</summary>
    public bool MayFallBack { get; init; } = true;

    /// <summary>Two that share a bundle and a reader become one card.</summary>
    public string? Bundle { get; init; }

    /// <summary>What a person just asked for is sent at any hour.</summary>
    public bool AnyHour { get; init; }

    /// <summary>An undo of this event withdraws the notice; the stream version the event has, 0 if it cannot be undone.</summary>
    public long Undoable { get; init; }

    /// <summary>Who did it, and so is not told of it; null where nobody is left out.</summary>
    public PersonId? Except { get; init; }

    public ValueList<Fact> Facts { get; init; }

    public Notice With(string name, string? value) => value is null ? this : this with { Facts = Facts.Add(new(name, value)) };
}

/// <summary>The role in an item that a notice goes to.</summary>
/// <param name="Role">What it is in the item.</param>
/// <param name="Id">The person, partner or place, where the role alone does not say it.</param>
public readonly record struct Addressee(AddresseeRole Role, string? Id = null)
{
    public static Addressee Person(PersonId person) => new(AddresseeRole.Person, person.Value);

    public static Addressee Managers(PartnerId partner) => new(AddresseeRole.Managers, partner.Value);

    public static Addressee Contacts(PartnerId partner) => new(AddresseeRole.Contacts, partner.Value);
}

/// <summary>Roles in an item. Each is resolved to people by <see cref="Addressees"/> at the moment of sending.</summary>
public enum AddresseeRole
{
    /// <summary>One person, by id.</summary>
    Person,

    /// <summary>The managers of a partner, by its id.</summary>
    Managers,

    /// <summary>Those who get what names nobody, by partner id.</summary>
    Contacts,

    /// <summary>The doer of the commitment, or the doing partner's contacts while none is named.</summary>
    Doer,

    /// <summary>The receiver of the commitment, or the receiving partner's contacts while none is named.</summary>
    Receiver,

    DoerManagers,
    ReceiverManagers,

    /// <summary>Those first asked when something is stuck: the trouble-shooters, before anyone's boss; without one the doing partner's managers.</summary>
    Helpers,
    Troubleshooters,
    Facilitators,
    Administrators,

    /// <summary>All managers of the alliance.</summary>
    AllManagers,

    /// <summary>Those who speak for a partner in the decision.</summary>
    Representatives,

    /// <summary>Who proposed the decision, and the facilitators.</summary>
    DecisionLeaders,

    /// <summary>Both of these, each once.</summary>
    DecisionPeople,

    /// <summary>Those whose turn it is in the case, its neutral, and the person it is about.</summary>
    CaseTurn,

    /// <summary>Everybody who is in the case.</summary>
    CasePeople,

    /// <summary>The home place, if there is one; never must-arrive.</summary>
    Home,

    /// <summary>Everybody of a partner of the round, and those who run it.</summary>
    RoundPeople,
}

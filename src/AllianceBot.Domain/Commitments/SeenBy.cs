namespace AllianceBot.Domain;

/// <summary>Who reads what is typed about a promise: the words for "Seen by".</summary>
public enum SeenBy
{
    AllMembers,
    TwoPartnersAndFacilitator,

    /// <summary>The doer, the doer's managers and the receiver; helpers if help is wanted.</summary>
    DoerManagersAndReceiver,

    /// <summary>Nobody but who types it.</summary>
    YouAlone,
}

namespace AllianceBot.Domain;

/// <summary>Who reads what is typed about a promise: the words for "Seen by".</summary>
public enum SeenBy
{
    AllMembers,
    TwoPartnersAndFacilitator,

    /// <summary>The doer, the doer's managers and the receiver; helpers if help is wanted.</summary>
    DoerManagersAndReceiver,

    /// <summary>Voices: all members, once their own partner has spoken or it is closed.</summary>
    AllMembersOnceHeard,

    /// <summary>Nobody but who types it.</summary>
    YouAlone,

    /// <summary>A story: those who would be named, and all members once it is shown.</summary>
    StoryPeople,

    /// <summary>Thanks: who is thanked, the managers of both, the facilitators.</summary>
    Thanked,

    /// <summary>Words before a talk: whose they are, and who types them, until all are shown together; then all members.</summary>
    WordsBeforeTalk,
}

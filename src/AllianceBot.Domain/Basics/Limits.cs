namespace AllianceBot.Domain;

/// <summary>What one alliance may hold. Past a limit a command is refused with what to do; at 90 % administrators are told.</summary>
public static class Limits
{
    public const int Partners = 100;
    public const int People = 2_000;
    public const int OpenPromises = 5_000;

    /// <summary>Characters of a free text.</summary>
    public const int Text = 4_000;

    /// <summary>Characters of a name: a person's, a partner's, a promise's title.</summary>
    public const int Name = 120;

    /// <summary>Entries of a list on one card.</summary>
    public const int List = 60;

    /// <summary>Bytes of an id.</summary>
    public const int Id = 24;

    /// <summary>How deep one area may cause events in another within one append.</summary>
    public const int Depth = 8;

    /// <summary>Items that one strike moves.</summary>
    public const int Strike = 200;

    public const int Goals = 60;
    public const int Exclusions = 60;
    public const int OpenInvitations = 2_000;
}

namespace AllianceBot.Conversation;

public static partial class Verbs
{
    /// <summary>Figures: the own partner's, the own, or all together.</summary>
    public const string Ledger = "ledger";

    /// <summary>Give and take, pair by pair.</summary>
    public const string Pairs = "give-and-take";

    /// <summary>A record as a page and as files.</summary>
    public const string Export = "export";

    /// <summary>Destroys a person's name and own words.</summary>
    public const string Erase = "erase";

    /// <summary>What observers and funders may read; and putting more of it to the partners.</summary>
    public const string Results = "results";
    public const string ProposeSnapshot = "propose-snapshot";

    private static IEnumerable<Verb> OfLedger() =>
    [
        new(Ledger, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Partner, FieldNames.Figure, FieldNames.Whose, FieldNames.Span, FieldNames.Since, FieldNames.Page),
        new(Pairs, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Partner, FieldNames.Span, FieldNames.Since),
        new(Erase, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Erased),
        new(Results, VerbNeeds.Alliance, VerbDoes.Reads),
        new(ProposeSnapshot, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.What, FieldNames.Text, FieldNames.Since, FieldNames.Partner, FieldNames.Due),
        new(Export, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Partner, FieldNames.Whose),
    ];
}

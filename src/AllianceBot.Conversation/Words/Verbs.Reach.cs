namespace AllianceBot.Conversation;

/// <summary>What brings people in who are near, and what helps with those who are not.</summary>
public static partial class Verbs
{
    /// <summary>Invites somebody who is in the place.</summary>
    public const string Pick = "pick";

    /// <summary>Who can be reached, for those who look after the alliance.</summary>
    public const string Reach = "reach";

    /// <summary>Takes down what somebody said by phone or on paper; typed also as "for Mei accept P12".</summary>
    public const string Enter = "enter";

    /// <summary>What was taken down is right, or is not.</summary>
    public const string Right = "right";
    public const string NotRight = "not-right";

    private static IEnumerable<Verb> OfReach() =>
    [
        new(Pick, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Member, FieldNames.Partner, FieldNames.Role, FieldNames.Page),
        new(Reach, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Page),
        new(Enter, VerbNeeds.Item, VerbDoes.Fills, FieldNames.ToldBy, FieldNames.Told, FieldNames.Due, FieldNames.Note, FieldNames.HelpWanted),
        new(Right, VerbNeeds.Item, VerbDoes.Acts),
        new(NotRight, VerbNeeds.Item, VerbDoes.Acts),
    ];
}

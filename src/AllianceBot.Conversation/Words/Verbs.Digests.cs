namespace AllianceBot.Conversation;

/// <summary>The verbs of the weekly digest, of joint stories and of thanks.</summary>
public static partial class Verbs
{
    public const string Digest = "digest";
    public const string Digests = "digests";
    public const string DigestSettings = "digest-settings";
    public const string DigestOff = "digest-off";
    public const string DigestOn = "digest-on";

    /// <summary>What the next digests will say about the own promises.</summary>
    public const string Preview = "preview";

    /// <summary>Puts a sentence beside what they say about a promise.</summary>
    public const string Remark = "remark";

    public const string Story = "story";
    public const string Stories = "stories";
    public const string NameUs = "name-us";
    public const string LeaveUsOut = "leave-us-out";
    public const string WithdrawStory = "withdraw-story";
    public const string Thank = "thank";
    public const string ThanksGiven = "thanks";

    private static IEnumerable<Verb> OfDigests() =>
    [
        new(Digest, VerbNeeds.Alliance, VerbDoes.Reads, FieldNames.Week),
        new(Digests, VerbNeeds.Alliance, VerbDoes.Reads),
        new(DigestSettings, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.DigestDay, FieldNames.DigestAt, FieldNames.WhenNothing, FieldNames.DuringLeave),
        new(DigestOff, VerbNeeds.Alliance, VerbDoes.Acts),
        new(DigestOn, VerbNeeds.Alliance, VerbDoes.Acts),
        new(Preview, VerbNeeds.Alliance, VerbDoes.Reads),
        new(Remark, VerbNeeds.Item, VerbDoes.ActsOrFills, FieldNames.Note),
        new(Story, VerbNeeds.Alliance, VerbDoes.Fills, FieldNames.Text, FieldNames.StoryPartners),
        new(Stories, VerbNeeds.Alliance, VerbDoes.Reads),
        new(NameUs, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Partner),
        new(LeaveUsOut, VerbNeeds.Alliance, VerbDoes.Acts, FieldNames.Partner),
        new(WithdrawStory, VerbNeeds.Alliance, VerbDoes.Acts),
        new(Thank, VerbNeeds.Alliance, VerbDoes.ActsOrFills, FieldNames.Whom, FieldNames.ThanksFor),
        new(ThanksGiven, VerbNeeds.Alliance, VerbDoes.Reads),
    ];
}

namespace AllianceBot.Conversation;

/// <summary>How the value of a field is read.</summary>
internal enum FieldType
{
    Text,
    Date,
    Person,
    Partner,
    Goal,
    Role,
    PartnerKind,
    Outcome,
    Told,
    Flag,
    Number,

    /// <summary>A section of the charter.</summary>
    Section,
    Repeats,

    /// <summary>A date with a time, or either, or a span from now.</summary>
    Moment,

    /// <summary>A person or a partner.</summary>
    Who,
    Evidence,

    /// <summary>One of a few choices about the digest.</summary>
    Wish,

    /// <summary>A whole number, with its unit if wanted.</summary>
    Amount,
    Promise,

    /// <summary>A day that lies behind.</summary>
    PastDate,

    /// <summary>One of the words that the grammar has for the field.</summary>
    Word,

    /// <summary>A number that was measured, with a point if wanted.</summary>
    Measure,

    /// <summary>How often an indicator is reported.</summary>
    Every,
}

/// <summary>Says of each field how its value is read, whether it was typed or came from a card.</summary>
internal static class Typing
{
    public static FieldType Of(string field) => field switch
    {
        // Who is meant in a row of promises depends on what it comes with, and is read there.
        _ when PromiseRows.Of(field) is var (part, _) => part == FieldNames.Due ? FieldType.Date : FieldType.Text,
        FieldNames.Due or FieldNames.Until or FieldNames.From or FieldNames.LastDay => FieldType.Date,
        FieldNames.Doer or FieldNames.Receiver or FieldNames.Person or FieldNames.Cover => FieldType.Person,
        FieldNames.DoerPartner or FieldNames.ReceiverPartner or FieldNames.Partner => FieldType.Partner,
        FieldNames.Funder or FieldNames.Funded or FieldNames.MoneyOf => FieldType.Partner,
        FieldNames.Goal => FieldType.Goal,
        FieldNames.Role => FieldType.Role,
        FieldNames.PartnerKind => FieldType.PartnerKind,
        FieldNames.To => FieldType.Outcome,
        FieldNames.Told => FieldType.Told,
        FieldNames.ToldBy => FieldType.Person,
        FieldNames.HelpWanted or FieldNames.SeenByAll or FieldNames.AllAgree or FieldNames.Outside => FieldType.Flag,
        FieldNames.Named or FieldNames.FacilitatorReads or FieldNames.AsksNumber or FieldNames.ReadOut or FieldNames.Passes => FieldType.Flag,
        FieldNames.Component or FieldNames.Line or FieldNames.Number or FieldNames.Minutes => FieldType.Number,
        FieldNames.Repeats => FieldType.Repeats,
        FieldNames.Page or FieldNames.PerDay or FieldNames.Quorum or FieldNames.Version or FieldNames.StaffHours => FieldType.Number,
        FieldNames.KeepPromises or FieldNames.KeepDecisions or FieldNames.KeepTalks or FieldNames.KeepPeople => FieldType.Number,
        FieldNames.AnswerDays or FieldNames.ChangeDays or FieldNames.AcceptDays or FieldNames.LeadDays => FieldType.Number,
        FieldNames.OverdueDays or FieldNames.CorrectionDays or FieldNames.ReworkDays or FieldNames.OverdueEvery => FieldType.Number,
        FieldNames.CounterRounds or FieldNames.PromptsDay => FieldType.Number,
        FieldNames.Rung or FieldNames.Place or FieldNames.RungDays or FieldNames.NamingDays or FieldNames.FollowUpDays => FieldType.Number,
        FieldNames.ProgressDays or FieldNames.KeptDays or FieldNames.Ground or FieldNames.Step or FieldNames.Entry => FieldType.Number,
        FieldNames.About => FieldType.Person,
        FieldNames.Section => FieldType.Section,
        FieldNames.When => FieldType.Moment,
        FieldNames.DigestDay or FieldNames.WhenNothing or FieldNames.DuringLeave => FieldType.Wish,
        FieldNames.Blocker or FieldNames.Whom => FieldType.Who,
        FieldNames.Evidence => FieldType.Evidence,
        FieldNames.Estimate or FieldNames.Spent or FieldNames.Budget or FieldNames.Percent => FieldType.Amount,
        FieldNames.DependsOn => FieldType.Promise,
        FieldNames.Since => FieldType.PastDate,
        FieldNames.Figure or FieldNames.Whose or FieldNames.Span => FieldType.Word,
        FieldNames.Value or FieldNames.Baseline or FieldNames.Target => FieldType.Measure,
        FieldNames.Began or FieldNames.On => FieldType.PastDate,
        FieldNames.Every => FieldType.Every,
        FieldNames.Shared => FieldType.Flag,
        _ => FieldType.Text,
    };
}

namespace AllianceBot.Domain;

/// <summary>Something about the charter and what stands beside it.</summary>
public abstract record CharterCommand(AskId Ask) : Command(Ask);

/// <summary>Writes in the draft. Nothing of it holds before every partner agreed.</summary>
public sealed record DraftCharter(CharterEdit Edit, AskId Ask) : CharterCommand(Ask);

/// <summary>A partner that came later, or was not asked, adopts the version in force.</summary>
/// <param name="Partner">Which.</param>
/// <param name="Number">The version that was read; a yes to an older one is none to the newer.</param>
/// <param name="Ask">The ask.</param>
public sealed record AdoptCharter(PartnerId Partner, int Number, AskId Ask) : CharterCommand(Ask);

/// <summary>A partner's own terms beside the common ones; null takes them back.</summary>
public sealed record SetOwnTerms(PartnerId Partner, Words? Terms, AskId Ask) : CharterCommand(Ask);

/// <summary>A partner says that a goal, as it is worded now, is its own too.</summary>
/// <param name="Goal">Which.</param>
/// <param name="Partner">Whose it is too.</param>
/// <param name="Wording">The id of the words that were read; null where they stand in no form.</param>
/// <param name="Ask">The ask.</param>
public sealed record ConfirmGoal(GoalId Goal, PartnerId Partner, string? Wording, AskId Ask) : CharterCommand(Ask);

/// <summary>The asking person has read who sees what: from now on something may be scheduled for this person.</summary>
public sealed record ReadWhoSees(AskId Ask) : CharterCommand(Ask);

/// <summary>What is written in the draft at once; what is null stays as it is.</summary>
public sealed record CharterEdit
{
    /// <summary>Texts; one without words takes the section out.</summary>
    public ValueList<CharterPart> Parts { get; init; }

    public ValueList<Goal>? Goals { get; init; }

    public ValueList<Words>? Does { get; init; }

    public ValueList<Words>? DoesNot { get; init; }

    public ValueList<FundingTie>? Funding { get; init; }

    /// <summary>Hours per month by partner; 0 takes the budget out.</summary>
    public ValueList<TimeBudget> Budgets { get; init; }

    public Retention? Retention { get; init; }
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A change that waits for an answer.</summary>
public sealed record ChangeView(
    Side By,
    Named<PersonId> Person,
    TermsView Terms,
    ValueList<TermsPart> Differs,
    string? Reason,
    Instant At,
    LocalDate AnswerBy);

/// <summary>A promise that would take this one's place.</summary>
public sealed record ReplacementView(
    Side By,
    Named<PersonId> Person,
    TermsView Terms,
    ValueList<TermsPart> Differs,
    string? Reason,
    Instant At,
    LocalDate AnswerBy);

/// <summary>A correction of the record that waits for the other side.</summary>
public sealed record CorrectionView(
    Side By, Named<PersonId> Person, CommitmentState To, string? Reason, Instant At, LocalDate AnswerBy)
{
    /// <summary>To kept: whether late, so that both know what the record will count.</summary>
    public bool Late { get; init; }
}

/// <summary>The receiving side has said that it is released or not met, and the other's word is waited for.</summary>
/// <param name="As">Released or unmet.</param>
public sealed record PendingEndingView(Named<PersonId> By, CommitmentState As, string? Reason, SecondYes WaitsFor);

/// <summary>What was reported; with a condition that is not met once it was returned.</summary>
/// <param name="By">Who reported.</param>
/// <param name="Note">In their words.</param>
/// <param name="At">When.</param>
/// <param name="FirstAcceptedBy">The first of two who said yes.</param>
/// <param name="WaitsForSecond">
/// The second yes comes from: the receiving side, the facilitator, or a manager of a third partner.
/// </param>
/// <param name="Unmet">What the receiver found missing, once returned.</param>
public sealed record ReportView(
    Named<PersonId> By,
    string? Note,
    Instant At,
    Named<PersonId>? FirstAcceptedBy,
    SecondYes? WaitsForSecond,
    string? Unmet)
{
    /// <summary>The evidence, as it was typed.</summary>
    public string? Proof { get; init; }

    /// <summary>Hours that were spent; only for who may see the doer's load.</summary>
    public int? Hours { get; init; }
}

/// <summary>Another promise that this one builds on, or that builds on this one.</summary>
public sealed record DependenceView(CommitmentId Id, string Label, string? What, LocalDate Due, bool Done);

/// <summary>Who gives the other yes where money flows from the receiver to the doer.</summary>
public enum SecondYes
{
    Receiver,
    Facilitator,
    ThirdPartnerManager,
}

/// <summary>That it may not work out; the reason is null for who may not read it.</summary>
public sealed record RiskView(Named<PersonId> By, string? Reason, bool HelpWanted, Instant At);

/// <summary>How it ended.</summary>
/// <param name="By">Who ended it; null when time did.</param>
/// <param name="At">When.</param>
/// <param name="Reason">In their words.</param>
/// <param name="NoticeDays">Days between giving up and the due date; negative after it.</param>
/// <param name="SeenDifferently">The doer's own words beside the receiver's.</param>
/// <param name="Successor">The promise that took its place.</param>
public sealed record EndingView(
    Named<PersonId>? By,
    Instant At,
    string? Reason,
    int? NoticeDays,
    string? SeenDifferently,
    Named<CommitmentId>? Successor);

/// <summary>One line of the history.</summary>
/// <param name="Number">Counts from 1; a correction names the line it corrects by it.</param>
/// <param name="What">The code of what happened: an event's name without its version.</param>
/// <param name="By">Who; null when time did it.</param>
/// <param name="Side">On whose side, where that matters.</param>
/// <param name="At">When.</param>
/// <param name="Said">In whose words; null if nothing was said or it was removed.</param>
/// <param name="Facts">Values for the words of this code.</param>
/// <param name="Differs">What a new set of terms changed.</param>
public sealed record HistoryView(
    int Number,
    string What,
    Named<PersonId>? By,
    Side? Side,
    Instant At,
    string? Said,
    ValueList<Fact> Facts,
    ValueList<TermsPart> Differs);

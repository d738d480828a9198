namespace AllianceBot.Domain;

/// <summary>What may be asked of one case. What makes one has revision 0, all else the revision its card showed.</summary>
public abstract record CaseCommand(CaseId Case, int Revision, AskId Ask) : Command(Ask);

/// <summary>
/// Starts the agreed way. Where the sides have agreed to none for this kind, it is recorded as a concern instead, and the
/// facilitator is told.
/// </summary>
/// <param name="For">The opener's own party; null where there is only one it can be.</param>
/// <param name="With">The others, and colleagues of one's own.</param>
/// <param name="Concern">The concern it grows from.</param>
/// <param name="About">The promise in dispute.</param>
/// <param name="Person">The person whom it is about, where it is about shared staff.</param>
public sealed record OpenCase(
    CaseId Case, AskId Ask, ConflictKind Kind, Words Matter, PartnerId? For, ValueList<CaseAsked> With, ConcernId? Concern,
    CommitmentId? About, PersonId? Person)
    : CaseCommand(Case, 0, Ask);

/// <summary>Somebody to be in it; without a person whoever gets what names nobody at that partner.</summary>
public sealed record CaseAsked(PartnerId Partner, PersonId? Person);

/// <summary>Another party has read it.</summary>
public sealed record AcknowledgeCase(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

/// <summary>Writes the own view before reading the others': facts, what matters, what should come out.</summary>
public sealed record GiveStatement(
    CaseId Case, int Revision, AskId Ask, Words Facts, Words Interests, Words Wish, ValueList<PersonId> Quoted)
    : CaseCommand(Case, Revision, Ask);

/// <summary>Answers on a rung where everybody who is named has to.</summary>
public sealed record AnswerOnRung(CaseId Case, int Revision, AskId Ask, Words Said) : CaseCommand(Case, Revision, Ask);

/// <summary>Sums up the rung for all parties.</summary>
public sealed record SummariseRung(CaseId Case, int Revision, AskId Ask, Words Text, ValueList<PersonId> Quoted)
    : CaseCommand(Case, Revision, Ask);

/// <summary>A note for all who read the case, as that there was a talk.</summary>
public sealed record NoteCase(CaseId Case, int Revision, AskId Ask, Words Said, ValueList<PersonId> Quoted)
    : CaseCommand(Case, Revision, Ask);

/// <summary>One party wants the next rung, or after the last one what the process ends with.</summary>
public sealed record GoUp(CaseId Case, int Revision, AskId Ask, Words? Why) : CaseCommand(Case, Revision, Ask);

/// <summary>One party asks to skip rungs on a ground of the process.</summary>
/// <param name="Rung">Where to, from 1.</param>
/// <param name="Ground">Which ground, from 1.</param>
/// <param name="Confirmer">The neutral of the case, or while there is none a facilitator or mediator of no side.</param>
public sealed record AskSkip(CaseId Case, int Revision, AskId Ask, int Rung, int Ground, PersonId Confirmer, Words Why)
    : CaseCommand(Case, Revision, Ask);

public sealed record ConfirmSkip(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

public sealed record RefuseSkip(CaseId Case, int Revision, AskId Ask, Words? Why) : CaseCommand(Case, Revision, Ask);

/// <summary>One party proposes what needs every party's yes.</summary>
public sealed record ProposeMotion(CaseId Case, int Revision, AskId Ask, MotionAsked What, Words? Why)
    : CaseCommand(Case, Revision, Ask);

public sealed record AgreeMotion(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

/// <summary>Another party says no, or the proposing one takes it back.</summary>
public sealed record DropMotion(CaseId Case, int Revision, AskId Ask, Words? Why) : CaseCommand(Case, Revision, Ask);

/// <summary>The neutral cannot or will not be it.</summary>
public sealed record StepDown(CaseId Case, int Revision, AskId Ask, Words? Why) : CaseCommand(Case, Revision, Ask);

/// <summary>A party or the neutral puts a settlement on the table.</summary>
public sealed record ProposeSettlement(CaseId Case, int Revision, AskId Ask, Settlement What) : CaseCommand(Case, Revision, Ask);

public sealed record AgreeSettlement(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

/// <summary>A party says no, or who proposed it takes it back.</summary>
public sealed record DropSettlement(CaseId Case, int Revision, AskId Ask, Words? Why) : CaseCommand(Case, Revision, Ask);

/// <summary>A party says whether the settlement holds.</summary>
public sealed record AnswerFollowUp(CaseId Case, int Revision, AskId Ask, bool Holds, Words? Said) : CaseCommand(Case, Revision, Ask);

/// <summary>On the last rung a party or the neutral asks the other partners for a review.</summary>
/// <param name="Text">What the others would read; null leaves it to the parties until the time for it is up.</param>
public sealed record AskReview(CaseId Case, int Revision, AskId Ask, ReviewAsked What, Words? Text) : CaseCommand(Case, Revision, Ask);

/// <summary>Another text for the others; earlier approvals fall.</summary>
public sealed record WriteReviewText(CaseId Case, int Revision, AskId Ask, Words Text) : CaseCommand(Case, Revision, Ask);

public sealed record ApproveReviewText(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

/// <summary>The opening party takes it back.</summary>
public sealed record WithdrawCase(CaseId Case, int Revision, AskId Ask, Words? Why) : CaseCommand(Case, Revision, Ask);

/// <summary>Another party wants it to go on, once.</summary>
public sealed record KeepCaseOpen(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

/// <summary>The opening party takes it up again.</summary>
public sealed record ReopenCase(CaseId Case, int Revision, AskId Ask) : CaseCommand(Case, Revision, Ask);

/// <summary>A party takes it out of the alliance, to a court or an authority as it may be: all clocks stop.</summary>
public sealed record ReferCase(CaseId Case, int Revision, AskId Ask, Words Why) : CaseCommand(Case, Revision, Ask);

/// <summary>Asks that more people may read something.</summary>
/// <param name="Item">Its number.</param>
public sealed record RaiseLevel(CaseId Case, int Revision, AskId Ask, int Item, Level Level) : CaseCommand(Case, Revision, Ask);

/// <summary>Somebody who is quoted, or for a party, consents or does not.</summary>
public sealed record AnswerLevel(CaseId Case, int Revision, AskId Ask, int Item, bool Consent) : CaseCommand(Case, Revision, Ask);

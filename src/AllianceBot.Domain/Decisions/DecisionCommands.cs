using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What may be asked of one decision. What makes one has revision 0, all else the revision its card showed.</summary>
public abstract record DecisionCommand(DecisionId Decision, int Revision, AskId Ask) : Command(Ask);

/// <summary>Puts something to the partners.</summary>
public sealed record ProposeDecision(DecisionId Decision, AskId Ask, Proposal Proposal) : DecisionCommand(Decision, 0, Ask);

/// <summary>A partner speaks, or speaks anew.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Revision">As shown: a voice on an older text is refused, one beside other voices is not.</param>
/// <param name="Ask">The ask.</param>
/// <param name="Partner">For which partner; null where the person speaks for one only.</param>
/// <param name="Position">What it says.</param>
/// <param name="Reason">Why; an objection has to say it.</param>
/// <param name="Acceptable">What would make it acceptable; an objection has to say it.</param>
public sealed record GiveVoice(
    DecisionId Decision, int Revision, AskId Ask, PartnerId? Partner, Position Position, Words? Reason, Words? Acceptable)
    : DecisionCommand(Decision, Revision, Ask);

/// <summary>Changes the text: a new version, and everybody is asked again. A charter is taken as its draft stands now.</summary>
/// <param name="Closes">A later closing day; null leaves it, or moves it on so that there is time.</param>
public sealed record AmendDecision(DecisionId Decision, int Revision, AskId Ask, Words Text, LocalDate? Closes)
    : DecisionCommand(Decision, Revision, Ask);

/// <summary>Gives more time, once.</summary>
public sealed record ExtendDecision(DecisionId Decision, int Revision, AskId Ask, LocalDate Closes)
    : DecisionCommand(Decision, Revision, Ask);

/// <summary>The proposer takes it back.</summary>
public sealed record WithdrawDecision(DecisionId Decision, int Revision, AskId Ask, Words? Reason)
    : DecisionCommand(Decision, Revision, Ask);

/// <summary>Says in words what holds now, and when it is looked at again.</summary>
public sealed record WriteOutcome(DecisionId Decision, int Revision, AskId Ask, Words Statement, LocalDate Review)
    : DecisionCommand(Decision, Revision, Ask)
{
    /// <summary>Promises that follow from it: each a request to the named person, who is free to say no.</summary>
    public ValueList<OutcomePromise> Promises { get; init; }
}

/// <summary>A promise that an outcome asks a named person for, under its own draft id.</summary>
public sealed record OutcomePromise(CommitmentId Id, Terms Terms);

/// <summary>It still holds; with a date it comes up again then.</summary>
public sealed record ReaffirmDecision(DecisionId Decision, int Revision, AskId Ask, Words? Reason, LocalDate? Review)
    : DecisionCommand(Decision, Revision, Ask);

/// <summary>It holds no more.</summary>
public sealed record RetireDecision(DecisionId Decision, int Revision, AskId Ask, Words Reason)
    : DecisionCommand(Decision, Revision, Ask);

/// <summary>A note or a question on it.</summary>
public sealed record NoteDecision(DecisionId Decision, int Revision, AskId Ask, Words Note, bool Question)
    : DecisionCommand(Decision, Revision, Ask);

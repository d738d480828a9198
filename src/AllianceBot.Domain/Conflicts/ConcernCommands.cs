namespace AllianceBot.Domain;

/// <summary>What may be asked of one concern. What makes one has revision 0, all else the revision its card showed.</summary>
public abstract record ConcernCommand(ConcernId Concern, int Revision, AskId Ask) : Command(Ask);

/// <summary>Says in one sentence what bothers somebody. Nobody else reads it yet.</summary>
/// <param name="People">The others whom it concerns; may be left out.</param>
/// <param name="About">The promise that it comes from.</param>
public sealed record RaiseConcern(
    ConcernId Concern, AskId Ask, Words Sentence, ConflictKind Kind, ValueList<PersonId> People, CommitmentId? About)
    : ConcernCommand(Concern, 0, Ask);

/// <summary>A word to one neutral, whom nobody else sees it with.</summary>
/// <param name="To">A facilitator or mediator of no side.</param>
/// <param name="People">Whom it is about; may be left out.</param>
public sealed record SayQuietWord(
    ConcernId Concern, AskId Ask, Words Sentence, ConflictKind Kind, PersonId To, ValueList<PersonId> People)
    : ConcernCommand(Concern, 0, Ask);

/// <summary>The neutral says that a quiet word was read.</summary>
public sealed record HearConcern(ConcernId Concern, int Revision, AskId Ask, Words? Said) : ConcernCommand(Concern, Revision, Ask);

/// <summary>Asks the others for a talk; they read the sentence with it.</summary>
public sealed record OfferTalk(ConcernId Concern, int Revision, AskId Ask, Words? Said) : ConcernCommand(Concern, Revision, Ask);

/// <summary>One of the others says yes or not now.</summary>
public sealed record AnswerTalk(ConcernId Concern, int Revision, AskId Ask, bool Yes, Words? Said)
    : ConcernCommand(Concern, Revision, Ask);

/// <summary>Tells it to the facilitators or the trouble-shooters, as far as they are of no side.</summary>
public sealed record ShareConcern(ConcernId Concern, int Revision, AskId Ask, ConcernAid With)
    : ConcernCommand(Concern, Revision, Ask);

/// <summary>It was talked over, and is done with.</summary>
public sealed record EndConcern(ConcernId Concern, int Revision, AskId Ask, Words? Said) : ConcernCommand(Concern, Revision, Ask);

/// <summary>Takes it back: its words are destroyed at once.</summary>
public sealed record WithdrawConcern(ConcernId Concern, int Revision, AskId Ask) : ConcernCommand(Concern, Revision, Ask);

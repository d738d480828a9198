namespace AllianceBot.Domain;

/// <summary>Something happened to one concern; its words lie on the concern's own shelf.</summary>
public abstract record ConcernEvent(ConcernId Concern) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Concern);
}

[EventName("concern.raised.v1")]
public sealed record ConcernRaised(
    ConcernId Concern, Words Sentence, ConflictKind Kind, ValueList<PersonId> People, CommitmentId? About, PersonId? QuietTo)
    : ConcernEvent(Concern);

[EventName("concern.heard.v1")]
public sealed record ConcernHeard(ConcernId Concern, Words? Said) : ConcernEvent(Concern);

[EventName("concern.talk-offered.v1")]
public sealed record ConcernTalkOffered(ConcernId Concern, Words? Said) : ConcernEvent(Concern);

[EventName("concern.talk-answered.v1")]
public sealed record ConcernTalkAnswered(ConcernId Concern, bool Yes, Words? Said) : ConcernEvent(Concern);

[EventName("concern.shared.v1")]
public sealed record ConcernShared(ConcernId Concern, ConcernAid With) : ConcernEvent(Concern);

/// <summary>A case was wanted, and there is no process that all sides have agreed to: it stays a concern.</summary>
/// <param name="Missing">Those that have not.</param>
[EventName("concern.lacks-process.v1")]
public sealed record ConcernLacksProcess(ConcernId Concern, ValueList<PartnerId> Missing) : ConcernEvent(Concern);

[EventName("concern.ended.v1")]
public sealed record ConcernEnded(ConcernId Concern, Words? Said) : ConcernEvent(Concern);

[EventName("concern.became-case.v1")]
public sealed record ConcernBecameCase(ConcernId Concern, CaseId Case) : ConcernEvent(Concern);

[EventName("concern.withdrawn.v1")]
public sealed record ConcernWithdrawn(ConcernId Concern) : ConcernEvent(Concern);

/// <summary>The neutral of a quiet word is gone, or of a side now: nobody reads it any more but its author.</summary>
[EventName("concern.returned.v1")]
public sealed record ConcernReturned(ConcernId Concern, PersonId From) : ConcernEvent(Concern);

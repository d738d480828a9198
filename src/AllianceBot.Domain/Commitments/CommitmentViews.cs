using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Promises as their readers may see them, with what each may do now. Null for what a reader may not know of.</summary>
public static class CommitmentViews
{
    /// <summary>One promise. What came after the given revision is in <see cref="CommitmentInside.News"/>.</summary>
    public static CommitmentCard? Card(Alliance alliance, Reader reader, CommitmentId id, Instant now, int? since = null) =>
        throw new UnreachableException($"{alliance.Id} {reader} {id} {now} {since}");

    /// <summary>What this person promised and is promised, or what waits for this person.</summary>
    public static CommitmentLinesView List(Alliance alliance, PersonId reader, CommitmentList list, Instant now) =>
        throw new UnreachableException($"{alliance.Id} {reader} {list} {now}");

    /// <summary>A form, or null if this person may not send it now.</summary>
    public static CommitmentForm? Form(
        Alliance alliance, PersonId reader, CommitmentFormKind kind, CommitmentId? id, CommitmentDraft draft, Instant now) =>
        throw new UnreachableException($"{alliance.Id} {reader} {kind} {id} {draft} {now}");

    /// <summary>What "P12", "#12", "12" or a name means to this person.</summary>
    public static FoundCommitment Find(Alliance alliance, PersonId reader, string text) =>
        throw new UnreachableException($"{alliance.Id} {reader} {text}");
}

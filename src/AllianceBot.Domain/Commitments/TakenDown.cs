using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// A promise that was said in a meeting or with a decision and is taken down by whoever writes the record: a request for
/// the partner that will confirm it. It binds nobody before the person it names says yes.
/// </summary>
internal static class TakenDown
{
    /// <summary>Why it cannot be asked for, or null.</summary>
    /// <param name="beside">How many are taken down with it in the same append.</param>
    public static Refusal? Check(Alliance alliance, CommitmentId id, Terms terms, Instant now, int beside = 0)
    {
        if (!Agreeing.IsDraft(id) || alliance.Commitments.Has(id)) return Agreeing.DraftBad;
        if ((TermsRules.Check(alliance, terms, now) ?? SeriesRules.Twice(terms)) is { } bad) return bad;
        return alliance.Commitments.Count(static promise => !promise.State.IsEnded()) + beside >= Limits.OpenPromises
            ? Agreeing.TooMany.With("most", $"{Limits.OpenPromises}")
            : null;
    }

    /// <summary>The request, with where it was said.</summary>
    public static CommitmentRequested Asked(Alliance alliance, CommitmentId id, Terms terms, Source source, Instant now, int beside = 0) =>
        new(id, alliance.LastPromise + 1 + beside, terms, null, alliance.Settings.PromisesSeenByAll, Deadlines.Answer(alliance, terms.DoerPartner, now, alliance.Settings.AnswerByDays))
        {
            Source = source,
        };

    /// <summary>How it stands at this moment, as far as this reader may know.</summary>
    public static LinePromise Standing(Alliance alliance, Reader reader, Commitment promise, Instant now)
    {
        var sees = May.See(alliance, reader, Act.SeeState, promise.Id);
        return new(
            new(promise.Id, $"P{Numbers.Label(promise)}"), sees ? promise.State : null, promise.State == CommitmentState.Kept,
            sees && promise.State.IsOwed() && alliance.IsPast(promise.Terms.Due, now));
    }
}

/// <summary>
/// How a promise stands that was said in a round or with a decision: its state for those who may see it, for all others only
/// that it is done.
/// </summary>
public sealed record LinePromise(Named<CommitmentId> Id, CommitmentState? State, bool IsDone, bool IsOverdue);

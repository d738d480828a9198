using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The folds that reach into everything that waits on a promise: into other hands, and to another time.</summary>
internal static class CommitmentHands
{
    public static Commitment HandedOver(Commitment was, CommitmentHandedOver happened)
    {
        return was with
        {
            Terms = To(was.Terms),
            Change = was.Change is { } change ? change with { Terms = To(change.Terms) } : null,
            Replacement = was.Replacement is { } replacement ? replacement with { Terms = To(replacement.Terms) } : null,
            Series = was.Series is { Later: { } later } series ? series with { Later = To(later) } : was.Series,
        };

        Terms To(Terms terms) => terms.PersonOf(happened.Side) != happened.From ? terms
            : happened.Side == Side.Doer ? terms with { Doer = happened.To } : terms with { Receiver = happened.To };
    }

    public static Commitment Retimed(Commitment was, Waiting what, Func<AnswerTime, AnswerTime> change) => what switch
    {
        Waiting.Offer => was with { Answer = change(was.Answer!) },
        Waiting.Change => was with { Change = was.Change! with { Time = change(was.Change.Time) } },
        Waiting.Replacement => was with { Replacement = was.Replacement! with { Time = change(was.Replacement.Time) } },
        Waiting.Correction => was with { Correction = was.Correction! with { Time = change(was.Correction.Time) } },
        _ => throw new UnreachableException($"Nothing waits for {what}."),
    };

    public static AnswerTime Later(AnswerTime time, CommitmentAnswerByMoved happened) => happened.Calendar
        ? time with { By = happened.AnswerBy }
        : time with { From = happened.At, Days = 0, By = happened.AnswerBy, NotReached = time.NotReached || happened.NotReached };
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a promise waits to be answered: the time for it, who is to answer, and when that is over. At most one at a time.</summary>
internal static class WaitingParts
{
    /// <summary>The time to answer it, or null when nothing of the kind waits.</summary>
    public static AnswerTime? TimeOf(Commitment promise, Waiting what) => what switch
    {
        Waiting.Offer => promise.State.IsOpenOffer() ? promise.Answer : null,
        Waiting.Change => promise.Change?.Time,
        Waiting.Replacement => promise.Replacement?.Time,
        _ => promise.Correction?.Time,
    };

    /// <summary>The side that is to answer it.</summary>
    public static Side Answering(Commitment promise, Waiting what) => what switch
    {
        Waiting.Change => promise.Change!.By.Opposite(),
        Waiting.Replacement => promise.Replacement!.By.Opposite(),
        Waiting.Correction => promise.Correction!.By.Opposite(),
        _ => promise.Turn,
    };

    /// <summary>When the time for it is over, by the calendars of now.</summary>
    public static Instant EndsAt(Alliance alliance, Commitment promise, Waiting what) => what switch
    {
        Waiting.Change => Deadlines.ChangeEnds(alliance, promise, promise.Change!),
        Waiting.Replacement => Deadlines.ReplacementEnds(alliance, promise, promise.Replacement!),
        Waiting.Correction => Deadlines.CorrectionEnds(alliance, promise, promise.Correction!),
        _ => Deadlines.OfferEnds(alliance, promise),
    };

    /// <summary>Halfway through it, at an hour at which the answering side may be written to.</summary>
    public static Instant RemindAt(Alliance alliance, Commitment promise, Waiting what)
    {
        var from = TimeOf(promise, what)!.From;
        var half = from + ((EndsAt(alliance, promise, what) - from) / 2);
        return Calendars.Of(alliance, promise.Terms.PartnerOf(Answering(promise, what))).NextAllowed(half);
    }
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Check-ins counted from their events and those of their promises alone.</summary>
internal sealed class RecountCheckIns(Dictionary<CommitmentId, Recount.Told> promises, Func<LocalDate, Instant> morningOf)
{
    private readonly Dictionary<CheckInId, Asked> asked = [];

    private sealed class Asked
    {
        public required CommitmentId Promise { get; init; }
        public LedgerFigure? As { get; set; }
        public bool Waits { get; set; }
        public int InRow { get; set; }
        public bool Cancelled { get; set; }
        public LocalDate? Day { get; set; }
        public Instant? At { get; set; }
        public Instant? Until { get; set; }
        public Instant? AnsweredAt { get; set; }
        public AskId MadeBy { get; init; }
        public (LedgerFigure? As, bool Waits, bool Cancelled, Instant? AnsweredAt)? Before { get; set; }
    }

    /// <summary>How many check-ins of a partner came to this; of all where no partner is named.</summary>
    public IEnumerable<string> Behind(LedgerFigure figure, PartnerId? partner) => asked
        .Where(one => one.Value.As == figure && (partner is not { } of || promises[one.Value.Promise].Terms.DoerPartner == of))
        .Select(static one => one.Key.Value).Order(StringComparer.Ordinal);

    /// <summary>How many of a promise were missed in a row by now: nought where the newest that is over was answered.</summary>
    public int MissedInRow(CommitmentId promise)
    {
        var newest = asked.Where(one => one.Value.Promise == promise
                && one.Value.As is LedgerFigure.CheckInsAnswered or LedgerFigure.CheckInsLate or LedgerFigure.CheckInsMissed)
            .OrderBy(static one => one.Value.At ?? one.Value.AnsweredAt).ThenBy(static one => one.Key.Value.Length).ThenBy(static one => one.Key.Value, StringComparer.Ordinal)
            .Select(static one => one.Value).LastOrDefault();
        return newest is { As: LedgerFigure.CheckInsMissed } ? newest.InRow : 0;
    }

    public void Take(CheckInEvent happened)
    {
        if (!asked.TryGetValue(happened.CheckIn, out var one)) asked[happened.CheckIn] = one = new() { Promise = happened.Commitment, MadeBy = happened.Ask };
        switch (happened)
        {
            case CheckInOpened e:
                foreach (var other in Of(e.Commitment).Where(static other => other.Waits)) (other.Waits, other.Cancelled) = (false, true);
                (one.Waits, one.Cancelled, one.At, one.Until) = (true, false, e.At, e.Until);
                break;
            case CheckInExtended e: one.Until = e.Until; break;
            case CheckInMissed e: (one.Waits, one.As, one.InRow) = (false, LedgerFigure.CheckInsMissed, e.InRow); break;
            case CheckInPlanned e: one.Day = e.Day; break;
            // Its turn came on its day, though nobody was asked then: what was missed before that is over.
            case CheckInExcused e:
                var turn = Instant.Min(morningOf(one.Day ?? promises[one.Promise].Terms.Due), e.At);
                (one.Waits, one.As, one.At) = (false, LedgerFigure.CheckInsExcused, one.At ?? turn);
                break;
            case CheckInSatisfied e: one.At ??= e.At; break;
            case CheckInAnswered e:
                // Said without being asked, and taken back: it is as if it had never been.
                one.Before = one.MadeBy == e.Ask ? (null, false, true, null) : (one.As, one.Waits, one.Cancelled, one.AnsweredAt);
                (one.As, one.Waits, one.AnsweredAt) = (e.Late ? LedgerFigure.CheckInsLate : LedgerFigure.CheckInsAnswered, false, e.At);
                break;
            case CheckInUndone: (one.As, one.Waits, one.Cancelled, one.AnsweredAt) = one.Before!.Value; break;
        }
    }

    /// <summary>Done, more time and can't do are said by the promise's own step: it answers what can be answered then.</summary>
    public void Before(CommitmentEvent happened)
    {
        if (happened is not (CommitmentReported or CommitmentGivenUp or CommitmentChangeProposed { Side: Side.Doer })) return;
        if (!promises.TryGetValue(happened.Commitment, out var promise) || !promise.IsOwed) return;
        foreach (var one in Of(happened.Commitment).Where(one => CanBeAnswered(one, happened.At)).ToList())
        {
            one.As = one.As == LedgerFigure.CheckInsMissed ? LedgerFigure.CheckInsLate : LedgerFigure.CheckInsAnswered;
            (one.Waits, one.AnsweredAt) = (false, happened.At);
        }
    }

    /// <summary>Other terms, and the end, put an end to what is still being asked.</summary>
    public void After(CommitmentEvent happened)
    {
        var ends = promises[happened.Commitment].Ended
            || happened is CommitmentAccepted or CommitmentChangeAccepted or CommitmentSucceeded or CommitmentCorrected or CommitmentCameUp;
        if (!ends) return;
        foreach (var one in Of(happened.Commitment).Where(static one => one.Waits)) (one.Waits, one.Cancelled) = (false, true);
    }

    private bool CanBeAnswered(Asked one, Instant now) => one switch
    {
        { Cancelled: true } => false,
        { Waits: true } => true,
        { As: LedgerFigure.CheckInsAnswered } => now < one.Until,
        { As: LedgerFigure.CheckInsMissed } => !Of(one.Promise).Any(other => other != one && other.At > one.At && !other.Cancelled),
        _ => false,
    };

    private IEnumerable<Asked> Of(CommitmentId promise) => asked.Values.Where(one => one.Promise == promise);
}

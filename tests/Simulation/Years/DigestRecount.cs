using AllianceBot.Domain;
using NodaTime;

namespace Simulation.Years;

/// <summary>
/// A second opinion on digests, from the stored events alone: what each one counts is counted again from what happened,
/// without the fold, the ledger or the digest's own functions; and each reader's weeks follow one another, each once.
/// </summary>
internal sealed class DigestRecount(AllianceId id, string zone)
{
    private readonly Dictionary<CommitmentId, Told> promises = [];
    private readonly Dictionary<PersonId, LocalDate> covered = [];
    private readonly HashSet<PersonId> off = [];
    private readonly List<string> broken = [];

    /// <summary>Digests that were counted again.</summary>
    public int Digests { get; private set; }

    public IReadOnlyList<string> Broken => broken;

    public void Read(IEnumerable<AllianceEvent> stream)
    {
        foreach (var happened in stream)
        {
            switch (happened)
            {
                case ZoneSet set: zone = set.Zone; break;
                case CommitmentEvent promise: Follow(promise); break;
                case DigestSettingsSet set when set.Wish.Off: off.Add(set.Reader); break;
                case DigestSettingsSet set:
                    // Weeks in which it was off are owed to nobody.
                    if (off.Remove(set.Reader)) covered.Remove(set.Reader);
                    break;
                case DigestSkipped skipped: Cover(skipped.Reader, skipped.Week, skipped.Weeks); break;
                case DigestMade made:
                    Cover(made.Reader, made.Issue.Week, 1);
                    Count(made);
                    break;
            }
        }
    }

    /// <summary>Who reads one has had every week up to the last one whose seven days are over.</summary>
    public void End(Alliance alliance, Instant now)
    {
        foreach (var book in alliance.Digests.Where(static book => book is { Since: not null, Wish.Off: false }))
        {
            if (now - book.Since!.Value < Duration.FromDays(15)) continue;
            var last = covered.TryGetValue(book.Reader, out var week) ? week : default;
            if (now.InUtc().Date.PlusDays(-15) > last) broken.Add($"{id}: {book.Reader} has no digest and no reason since the week of {last}");
        }
    }

    private void Cover(PersonId reader, LocalDate week, int weeks)
    {
        if (week.DayOfWeek != IsoDayOfWeek.Monday || weeks < 1) broken.Add($"{id}: {reader} has a week that begins on {week}");
        if (covered.TryGetValue(reader, out var last) && week != last.PlusDays(7)) broken.Add($"{id}: {reader} has the week of {week} after that of {last}");
        covered[reader] = week.PlusDays(7 * (weeks - 1));
    }

    private void Count(DigestMade made)
    {
        Digests++;
        var issue = made.Issue;
        foreach (var part in issue.Parts)
        {
            var own = promises.Values.Where(promise => promise.Doer == part.Partner).ToList();
            bool In(Instant at) => DateOf(at) is var day && issue.From <= day && day <= issue.Until;
            int Ended(Outcomes how) => own.Count(promise => promise.Ended == how && In(promise.EndedAt));
            int Figure(LedgerFigure figure) => part.Figures.FirstOrDefault(one => one.Figure == figure)?.Count ?? 0;
            Same(made, "kept", Ended(Outcomes.Kept), Figure(LedgerFigure.KeptOnTime) + Figure(LedgerFigure.KeptLate));
            Same(made, "delivered", Ended(Outcomes.Kept), part.Of(DigestGroupKind.Delivered).Count);
            Same(made, "released", Ended(Outcomes.Released), Figure(LedgerFigure.Released));
            Same(made, "given up", Ended(Outcomes.GivenUp), Figure(LedgerFigure.GivenUp));
            Same(made, "unmet", Ended(Outcomes.Unmet), Figure(LedgerFigure.Unmet));
            Same(made, "seen differently", Ended(Outcomes.SeenDifferently), Figure(LedgerFigure.SeenDifferently));
            Same(made, "renegotiated in time", own.Count(promise => promise.Changes.Any(change => change.InTime && In(change.At))), Figure(LedgerFigure.RenegotiatedInTime));
            Same(made, "renegotiated late", own.Count(promise => promise.Changes.Any(change => !change.InTime && In(change.At))), Figure(LedgerFigure.RenegotiatedLate));
            Same(made, "open", own.Count(static promise => promise.Stands == Stands.Owed), Figure(LedgerFigure.Open));
            Same(made, "unconfirmed", own.Count(static promise => promise.Stands == Stands.Reported), Figure(LedgerFigure.DeliveredUnconfirmed));
            Same(made, "late", part.Of(DigestGroupKind.Overdue).Count, Figure(LedgerFigure.Overdue));
            Same(made, "promised to us", promises.Values.Count(promise => promise.Receiver == part.Partner && promise.Doer != part.Partner
                && promise.Stands is Stands.Owed or Stands.Reported), part.Of(DigestGroupKind.PromisedToUs).Count);
            var today = DateOf(made.At);
            var next = own.Count(promise => promise.Stands == Stands.Owed && today <= promise.Due && promise.Due < today.PlusDays(7));
            var risky = part.Of(DigestGroupKind.AtRisk).Lines.Count(line => today <= line.Due && line.Due < today.PlusDays(7));
            if (part.Of(DigestGroupKind.AtRisk).Count <= 12) Same(made, "due next", next, part.Of(DigestGroupKind.DueNext).Count + risky);
            var week = part.Weeks[^1];
            Same(made, "kept in its last week", own.Count(promise => promise.Ended == Outcomes.Kept
                && DateOf(promise.EndedAt) is var day && week.Week <= day && day < week.Week.PlusDays(7)), week.Kept);
        }
    }

    private void Same(DigestMade made, string what, int counted, int said)
    {
        if (counted != said) broken.Add($"{id}: the digest of {made.Reader} at {made.At} says {said} {what}, and {counted} happened");
    }

    private void Follow(CommitmentEvent happened)
    {
        if (!promises.TryGetValue(happened.Commitment, out var promise)) promises[happened.Commitment] = promise = new();
        switch (happened)
        {
            case CommitmentRequested e: promise.On(e.Terms); break;
            case CommitmentOffered e: promise.On(e.Terms); break;
            case CommitmentCountered e: promise.On(e.Terms); break;
            case CommitmentAccepted: promise.Stands = promise.Repeats ? Stands.Series : Stands.Owed; break;
            case CommitmentCameUp e: promise.On(e.Terms); promise.Stands = Stands.Owed; break;
            case CommitmentSucceeded e: promise.On(e.Terms); promise.Stands = Stands.Owed; break;
            case CommitmentChangeProposed e: promise.Wanted = e.Terms; break;
            case CommitmentChangeAccepted e when promise.Stands != Stands.Series:
                promise.On(promise.Wanted!);
                promise.Changes.Add((e.At, e.InTime));
                break;
            case CommitmentReported: promise.Stands = Stands.Reported; break;
            case CommitmentReturned { Due: { } due }:
                // The receiver proposes another date with it.
                (promise.Wanted, promise.Stands) = (promise.Now! with { Due = due }, Stands.Owed);
                break;
            case CommitmentReportRetracted or CommitmentReturned: promise.Stands = Stands.Owed; break;
            case CommitmentKept e: promise.End(Outcomes.Kept, e.At); break;
            case CommitmentReleased e: promise.End(Outcomes.Released, e.At); break;
            case CommitmentGivenUp e: promise.End(Outcomes.GivenUp, e.At); break;
            case CommitmentUnmet e: promise.End(Outcomes.Unmet, e.At); break;
            case CommitmentSeenDifferently: promise.Ended = Outcomes.SeenDifferently; break;
            case CommitmentSuperseded e:
                promise.Changes.Add((e.At, DateOf(e.At) <= promise.Due));
                promise.End(Outcomes.Other, e.At);
                break;
            case CommitmentCorrected { To: CommitmentState.Kept }: promise.Ended = Outcomes.Kept; break;
            case CommitmentCorrected: (promise.Ended, promise.Stands) = (Outcomes.None, Stands.Owed); break;
            case CommitmentDeclined or CommitmentWithdrawn or CommitmentLapsed or CommitmentSeriesLeft or CommitmentSeriesEnded: promise.End(Outcomes.Other, happened.At); break;
        }
    }

    private LocalDate DateOf(Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;

    private enum Stands
    {
        Offered,
        Owed,
        Reported,
        Series,
        Over,
    }

    private enum Outcomes
    {
        None,
        Kept,
        Released,
        GivenUp,
        Unmet,
        SeenDifferently,
        Other,
    }

    /// <summary>One promise as its events tell it.</summary>
    private sealed class Told
    {
        public PartnerId Doer { get; private set; }

        public PartnerId Receiver { get; private set; }

        public LocalDate Due { get; private set; }

        public bool Repeats { get; private set; }

        public Terms? Wanted { get; set; }

        public Terms? Now { get; private set; }

        public Stands Stands { get; set; }

        public Outcomes Ended { get; set; }

        public Instant EndedAt { get; private set; }

        public List<(Instant At, bool InTime)> Changes { get; } = [];

        public void On(Terms terms)
        {
            (Doer, Receiver, Due) = (terms.DoerPartner, terms.ReceiverPartner, terms.Due);
            (Now, Repeats) = (terms, terms.Repeats is not null);
        }

        public void End(Outcomes how, Instant at) => (Ended, EndedAt, Stands) = (how, at, Stands.Over);
    }
}

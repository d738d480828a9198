using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// The figures counted a second time and another way: straight from the stored events, in one book of its own, never asking the
/// state that the rules fold nor anything that counts.
/// </summary>
internal sealed partial class Recount
{
    private readonly Dictionary<CommitmentId, Told> promises = [];

    public Recount(IEnumerable<AllianceEvent> stream)
    {
        CheckIns = new(promises, People, day => day.At(new(9, 0)).InZoneLeniently(People.Zone).ToInstant());
        foreach (var happened in stream) Take(happened);
    }

    public RecountPeople People { get; } = new();

    public RecountCheckIns CheckIns { get; }

    /// <summary>Every promise ever told of, agreed or not.</summary>
    internal IReadOnlyDictionary<CommitmentId, Told> Promises => promises;

    /// <summary>One promise as its events tell it.</summary>
    internal sealed class Told
    {
        public required Terms Terms { get; set; }
        public required int Number { get; init; }
        public int Occurrence { get; init; }
        public bool SeenByAll { get; init; }
        public int? Estimate { get; set; }
        public Instant? AgreedAt { get; set; }
        public Terms? Wanted { get; set; }
        public Terms? Instead { get; set; }
        public bool Agreed { get; set; }
        public bool Repeats { get; set; }
        public Instant? ReportedAt { get; set; }
        public Instant? LastReport { get; set; }
        public bool Reminded { get; set; }
        public bool Unanswered { get; set; }
        public Instant? GraceFrom { get; set; }
        public (Instant Since, bool Moves)? Rests { get; set; }
        public LedgerFigure? Outcome { get; set; }
        public bool Ended { get; set; }
        public Instant EndedAt { get; set; }

        /// <summary>When its ending was last said: of a corrected one later than it ended.</summary>
        public Instant SaidAt { get; set; }

        /// <summary>Of what repeats: what was agreed, each from its own date on, and the date up to which it has come.</summary>
        public List<Terms> Pieces { get; } = [];
        public LocalDate LastDue { get; set; } = LocalDate.MinIsoValue;

        public (CommitmentState To, bool? Late)? Correcting { get; set; }
        public List<(Instant At, LedgerFigure Mark)> Marks { get; } = [];

        public bool IsOwed => Agreed && !Ended && ReportedAt is null;

        /// <summary>Of a promise that comes once, or of one of the times that another comes.</summary>
        public bool IsOpen => Agreed && !Ended && !Repeats;

        public bool IsOnASide(PartnerId partner) => Terms.DoerPartner == partner || Terms.ReceiverPartner == partner;
    }

    /// <summary>The ids behind a figure of one partner, in order; of a sum where no partner is named.</summary>
    public IEnumerable<string> Behind(LedgerFigure figure, PartnerId? partner, LedgerPeriod period, Instant now) =>
        Behind(promises, figure, partner, period, now).Order(StringComparer.Ordinal);

    /// <summary>The same, told from these alone.</summary>
    internal List<string> Behind(
        IEnumerable<KeyValuePair<CommitmentId, Told>> among, LedgerFigure figure, PartnerId? partner, LedgerPeriod period, Instant now)
    {
        var (found, span) = (new List<string>(), People.Days(period.From, period.Until));
        foreach (var (id, told) in among)
        {
            if (!told.Agreed || told.Repeats) continue;
            var side = figure is LedgerFigure.AnsweredPromptly or LedgerFigure.AnsweredAfterReminder or LedgerFigure.ToConfirm
                ? told.Terms.ReceiverPartner : told.Terms.DoerPartner;
            if (partner is { } of && side != of) continue;
            var isIn = figure switch
            {
                LedgerFigure.Open => told.IsOwed,
                LedgerFigure.Overdue => IsLate(told, now),
                LedgerFigure.DeliveredUnconfirmed => !told.Ended && told.ReportedAt is not null,
                LedgerFigure.ToConfirm => !told.Ended && told.ReportedAt is not null && told.Unanswered,
                LedgerFigure.AnsweredPromptly => told.Marks.Exists(one => one.Mark == figure && span.Contains(one.At))
                    && !told.Marks.Exists(one => one.Mark == LedgerFigure.AnsweredAfterReminder && span.Contains(one.At)),
                <= LedgerFigure.SeenDifferently => told.Outcome == figure && span.Contains(told.EndedAt),
                _ => told.Marks.Exists(one => one.Mark == figure && span.Contains(one.At)),
            };
            if (isIn) found.Add(id.Value);
        }

        return found;
    }

    /// <summary>What one partner promised another within the days, and what of it was kept.</summary>
    internal GivenTo Given(PartnerId from, PartnerId to, LedgerPeriod period)
    {
        var span = People.Days(period.From, period.Until);
        var all = promises.Values.Where(one => one is { Agreed: true, Repeats: false } && one.Terms.DoerPartner == from && one.Terms.ReceiverPartner == to).ToList();
        var kept = all.FindAll(one => one.Outcome is LedgerFigure.KeptOnTime or LedgerFigure.KeptLate && span.Contains(one.EndedAt));
        return new(
            all.Count(one => span.Contains(one.AgreedAt!.Value)), kept.Count, all.Count(static one => !one.Ended),
            kept.Sum(static one => one.Estimate ?? 0), kept.Count(static one => one.Estimate is null));
    }

    /// <summary>Owed, not at rest, and its day is over.</summary>
    internal bool IsLate(Told told, Instant now) => told is { IsOwed: true, Repeats: false, Rests: null } && Date(now) >= LateFrom(told);

    private LocalDate Date(Instant at) => People.Date(at);

    /// <summary>The next of its events.</summary>
    internal void Take(AllianceEvent happened)
    {
        People.Take(happened);
        switch (happened)
        {
            case CommitmentEvent e:
                // How check-ins move depends on how the promise stood before.
                CheckIns.Before(e);
                Promise(e);
                CheckIns.After(e);
                break;
            case CheckInEvent e: CheckIns.Take(e); break;
            case CalendarEvent e: CheckIns.Take(e); break;
        }
    }

    private void Promise(CommitmentEvent happened)
    {
        switch (happened)
        {
            case CommitmentRequested e: promises[e.Commitment] = new() { Terms = e.Terms, Number = e.Number, SeenByAll = e.SeenByAll, Estimate = e.Estimate }; return;
            case CommitmentOffered e: promises[e.Commitment] = new() { Terms = e.Terms, Number = e.Number, SeenByAll = e.SeenByAll, Estimate = e.Estimate }; return;
            case CommitmentCameUp e: CameUp(promises[e.Series], e); return;
            case CommitmentSucceeded e:
                promises[e.Commitment] = new() { Terms = e.Terms, Number = e.Number, SeenByAll = e.SeenByAll, Agreed = true, AgreedAt = e.At };
                return;
        }

        var told = promises[happened.Commitment];
        switch (happened)
        {
            case CommitmentCountered e: told.Terms = e.Terms; break;
            case CommitmentAccepted e:
                told.Terms = told.Terms with { Doer = e.Doer, Receiver = e.Receiver };
                (told.Agreed, told.AgreedAt, told.Repeats) = (true, e.At, told.Terms.Repeats is not null);
                if (told.Repeats) told.Pieces.Add(told.Terms);
                break;
            case CommitmentEstimated e: told.Estimate = e.Hours; break;
            case CommitmentChangeProposed e: told.Wanted = e.Terms; break;
            case CommitmentChangeAccepted when told.Repeats: Later(told, told.Wanted!); break;
            case CommitmentChangeAccepted: Renegotiated(told, told.Wanted!, happened.At); break;
            case CommitmentReplacementProposed e: told.Instead = e.Terms; break;
            case CommitmentHandedOver e:
                told.Terms = Handed(told.Terms, e)!;
                told.Wanted = Handed(told.Wanted, e);
                for (var at = 0; at < told.Pieces.Count; at++) told.Pieces[at] = Handed(told.Pieces[at], e)!;
                break;
            case CommitmentRested e: told.Rests = (e.At, true); break;
            case CommitmentWoken e: Woken(told, e.Due); break;
            case CommitmentReported:
                if (told.Rests is not null) Woken(told, DueOf(told, happened.At));
                (told.ReportedAt, told.LastReport, told.Reminded, told.Unanswered) = (happened.At, happened.At, false, true);
                break;
            case CommitmentReportRetracted: (told.ReportedAt, told.Unanswered) = (null, false); break;
            case CommitmentConfirmReminded: told.Reminded = true; break;
            case CommitmentFirstAccepted:
                if (People.WasOf(happened.By, told.Terms.ReceiverPartner)) Answered(told, happened.At);
                break;
            case CommitmentFirstEnded: Answered(told, happened.At); break;
            case CommitmentReturned e:
                Answered(told, e.At);
                (told.ReportedAt, told.GraceFrom) = (null, e.At);
                if (e.Due is { } due) told.Wanted = told.Terms with { Due = due };
                break;
            case CommitmentKept:
                Answered(told, happened.At);
                End(told, happened.At, Date(told.ReportedAt!.Value) > told.Terms.Due ? LedgerFigure.KeptLate : LedgerFigure.KeptOnTime);
                break;
            case CommitmentReleased:
                if (told.Unanswered) Answered(told, happened.At);
                End(told, happened.At, LedgerFigure.Released);
                break;
            case CommitmentGivenUp: End(told, happened.At, LedgerFigure.GivenUp); break;
            case CommitmentUnmet: End(told, happened.At, LedgerFigure.Unmet); break;
            case CommitmentSeenDifferently: told.Outcome = LedgerFigure.SeenDifferently; break;
            case CommitmentSuperseded:
                told.Marks.Add((happened.At, Mark(told, happened.At)));
                End(told, happened.At, null);
                break;
            case CommitmentCorrectionProposed e: told.Correcting = (e.To, e.Late); break;
            case CommitmentCorrected e: Corrected(told, e); break;
            case CommitmentDeclined or CommitmentWithdrawn or CommitmentLapsed or CommitmentSeriesLeft or CommitmentSeriesEnded:
                End(told, happened.At, null);
                break;
        }
    }

    private void Renegotiated(Told told, Terms terms, Instant at)
    {
        told.Marks.Add((at, Mark(told, at)));
        if (told.Rests is { } rests) told.Rests = (rests.Since, rests.Moves && terms.Due == told.Terms.Due);
        (told.Terms, told.Wanted, told.GraceFrom) = (terms, null, null);
    }

    private LedgerFigure Mark(Told told, Instant at) =>
        Date(at) <= DueOf(told, at) ? LedgerFigure.RenegotiatedInTime : LedgerFigure.RenegotiatedLate;

    private static void Woken(Told told, LocalDate due) => (told.Terms, told.Rests, told.GraceFrom) = (told.Terms with { Due = due }, null, null);

    /// <summary>While it rests its date moves along, to a day on which the doer works.</summary>
    private LocalDate DueOf(Told told, Instant at)
    {
        if (told.Rests is not (var since, true) || Date(at) == Date(since)) return told.Terms.Due;
        return People.Working(told.Terms.DoerPartner, told.Terms.Due.PlusDays(Period.DaysBetween(Date(since), Date(at)) - 1), 1);
    }

    private static void Answered(Told told, Instant at)
    {
        if (!told.Unanswered) return;
        told.Unanswered = false;
        told.Marks.Add((at, told.Reminded ? LedgerFigure.AnsweredAfterReminder : LedgerFigure.AnsweredPromptly));
    }

    private static void End(Told told, Instant at, LedgerFigure? outcome) =>
        (told.Ended, told.EndedAt, told.SaidAt, told.Outcome) = (true, at, at, outcome);

    private void Corrected(Told told, CommitmentCorrected happened)
    {
        told.Marks.Add((happened.At, LedgerFigure.Corrected));
        if (happened.To == CommitmentState.Kept)
        {
            var late = told.Correcting?.Late ?? Date(told.LastReport ?? told.EndedAt) > told.Terms.Due;
            (told.Outcome, told.SaidAt) = (late ? LedgerFigure.KeptLate : LedgerFigure.KeptOnTime, happened.At);
            return;
        }

        (told.Ended, told.Outcome, told.ReportedAt, told.LastReport, told.GraceFrom) = (false, null, null, null, happened.At);
    }

    private static Terms? Handed(Terms? terms, CommitmentHandedOver handed) => (handed.Side, terms) switch
    {
        (_, null) => null,
        (Side.Doer, _) => terms.Doer == handed.From ? terms with { Doer = handed.To } : terms,
        _ => terms.Receiver == handed.From ? terms with { Receiver = handed.To } : terms,
    };

    /// <summary>The first day on which it is late: the doer's next working day, and not within the days after a return.</summary>
    private LocalDate LateFrom(Told told)
    {
        var late = People.Working(told.Terms.DoerPartner, told.Terms.Due, 1);
        if (told.GraceFrom is not { } from) return late;
        var spared = People.Working(told.Terms.DoerPartner, People.Working(told.Terms.DoerPartner, Date(from), People.Settings.ReworkGraceDays), 1);
        return spared > late ? spared : late;
    }
}

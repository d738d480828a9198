using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// The figures counted a second time and another way: straight from the stored events, in one book of its own, never asking the
/// state that the rules fold nor anything that counts.
/// </summary>
internal sealed class Recount
{
    private readonly Dictionary<CommitmentId, Told> promises = [];
    private readonly Dictionary<PersonId, PartnerId?> homes = [];
    private readonly HashSet<PersonId> gone = [];
    private readonly List<(PersonId Person, Role Role, PartnerId? Partner)> roles = [];
    private readonly Dictionary<PartnerId, Workdays?> partnerDays = [];
    private readonly Dictionary<PartnerId, List<Holiday>> closed = [];
    private Workdays days = Workdays.MondayToFriday;
    private DateTimeZone zone = DateTimeZone.Utc;
    private int grace = Settings.Default.ReworkGraceDays;

    public Recount(IEnumerable<AllianceEvent> stream)
    {
        CheckIns = new(promises, day => day.At(new(9, 0)).InZoneLeniently(zone).ToInstant());
        foreach (var happened in stream) Take(happened);
    }

    public RecountCheckIns CheckIns { get; }

    /// <summary>Every promise ever told of, agreed or not.</summary>
    internal IReadOnlyDictionary<CommitmentId, Told> Promises => promises;

    /// <summary>One promise as its events tell it.</summary>
    internal sealed class Told
    {
        public required Terms Terms { get; set; }
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
        public (CommitmentState To, bool? Late)? Correcting { get; set; }
        public List<(Instant At, LedgerFigure Mark)> Marks { get; } = [];

        public bool IsOwed => Agreed && !Ended && ReportedAt is null;
    }

    /// <summary>The ids behind a figure of one partner, in order; of a sum where no partner is named.</summary>
    public IEnumerable<string> Behind(LedgerFigure figure, PartnerId? partner, LedgerPeriod period, Instant now)
    {
        bool In(Instant at) => Date(at) is var date && date <= period.Until && (period.From is null || date >= period.From);
        var found = new List<string>();
        foreach (var (id, told) in promises)
        {
            if (!told.Agreed || told.Repeats) continue;
            var side = figure is LedgerFigure.AnsweredPromptly or LedgerFigure.AnsweredAfterReminder or LedgerFigure.ToConfirm
                ? told.Terms.ReceiverPartner : told.Terms.DoerPartner;
            if (partner is { } of && side != of) continue;
            var isIn = figure switch
            {
                LedgerFigure.Open => told.IsOwed,
                LedgerFigure.Overdue => told.IsOwed && told.Rests is null && Date(now) >= LateFrom(told),
                LedgerFigure.DeliveredUnconfirmed => !told.Ended && told.ReportedAt is not null,
                LedgerFigure.ToConfirm => !told.Ended && told.ReportedAt is not null && told.Unanswered,
                LedgerFigure.AnsweredPromptly => told.Marks.Any(one => one.Mark == figure && In(one.At))
                    && !told.Marks.Any(one => one.Mark == LedgerFigure.AnsweredAfterReminder && In(one.At)),
                <= LedgerFigure.SeenDifferently => told.Outcome == figure && In(told.EndedAt),
                _ => told.Marks.Any(one => one.Mark == figure && In(one.At)),
            };
            if (isIn) found.Add(id.Value);
        }

        return found.Order(StringComparer.Ordinal);
    }

    private LocalDate Date(Instant at) => at.InZone(zone).Date;

    /// <summary>The next of its events.</summary>
    internal void Take(AllianceEvent happened)
    {
        switch (happened)
        {
            case AllianceCreated e: zone = DateTimeZoneProviders.Tzdb[e.Zone]; break;
            case ZoneSet e: zone = DateTimeZoneProviders.Tzdb[e.Zone]; break;
            case SettingsChanged e: grace = e.Settings.ReworkGraceDays; break;
            case WorkdaysSet e: days = e.Days; break;
            case PartnerWorkdaysSet e: partnerDays[e.Partner] = e.Days; break;
            case HolidaysAdded e: Closed(e.Partner).AddRange(e.Holidays); break;
            case HolidaysRemoved e: Closed(e.Partner).RemoveAll(day => e.From.Contains(day.From)); break;
            case PersonJoined e:
                homes[e.Person] = e.Partner;
                gone.Remove(e.Person);
                break;
            case PersonLeft e:
                gone.Add(e.Person);
                roles.RemoveAll(held => held.Person == e.Person);
                break;
            case RoleAssigned e: roles.Add((e.Person, e.Role, e.Partner)); break;
            case RoleUnassigned e: roles.Remove((e.Person, e.Role, e.Partner)); break;
            case CommitmentEvent e:
                // How check-ins move depends on how the promise stood before.
                CheckIns.Before(e);
                Promise(e);
                CheckIns.After(e);
                break;
            case CheckInEvent e: CheckIns.Take(e); break;
        }
    }

    private void Promise(CommitmentEvent happened)
    {
        switch (happened)
        {
            case CommitmentRequested e: promises[e.Commitment] = new() { Terms = e.Terms }; return;
            case CommitmentOffered e: promises[e.Commitment] = new() { Terms = e.Terms }; return;
            case CommitmentCameUp e: promises[e.Commitment] = new() { Terms = e.Terms, Agreed = true }; return;
            case CommitmentSucceeded e: promises[e.Commitment] = new() { Terms = e.Terms, Agreed = true }; return;
        }

        var told = promises[happened.Commitment];
        switch (happened)
        {
            case CommitmentCountered e: told.Terms = e.Terms; break;
            case CommitmentAccepted e:
                told.Terms = told.Terms with { Doer = e.Doer, Receiver = e.Receiver };
                (told.Agreed, told.Repeats) = (true, told.Terms.Repeats is not null);
                break;
            case CommitmentChangeProposed e: told.Wanted = e.Terms; break;
            case CommitmentChangeAccepted: Renegotiated(told, told.Wanted!, happened.At); break;
            case CommitmentReplacementProposed e: told.Instead = e.Terms; break;
            case CommitmentHandedOver e:
                told.Terms = Handed(told.Terms, e)!;
                told.Wanted = Handed(told.Wanted, e);
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
                if (IsOf(happened.By, told.Terms.ReceiverPartner)) Answered(told, happened.At);
                break;
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
        return Working(told.Terms.DoerPartner, told.Terms.Due.PlusDays(Period.DaysBetween(Date(since), Date(at)) - 1), 1);
    }

    private static void Answered(Told told, Instant at)
    {
        if (!told.Unanswered) return;
        told.Unanswered = false;
        told.Marks.Add((at, told.Reminded ? LedgerFigure.AnsweredAfterReminder : LedgerFigure.AnsweredPromptly));
    }

    private static void End(Told told, Instant at, LedgerFigure? outcome) => (told.Ended, told.EndedAt, told.Outcome) = (true, at, outcome);

    private void Corrected(Told told, CommitmentCorrected happened)
    {
        told.Marks.Add((happened.At, LedgerFigure.Corrected));
        if (happened.To == CommitmentState.Kept)
        {
            var late = told.Correcting?.Late ?? Date(told.LastReport ?? told.EndedAt) > told.Terms.Due;
            told.Outcome = late ? LedgerFigure.KeptLate : LedgerFigure.KeptOnTime;
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

    private bool IsOf(PersonId person, PartnerId partner)
    {
        if (homes.GetValueOrDefault(person) == partner) return true;
        var held = roles.FindAll(one => one.Person == person);
        return !gone.Contains(person) && held.Any(one => one.Partner == partner && one.Role != Role.Observer);
    }

    /// <summary>The first day on which it is late: the doer's next working day, and not within the days after a return.</summary>
    private LocalDate LateFrom(Told told)
    {
        var late = Working(told.Terms.DoerPartner, told.Terms.Due, 1);
        if (told.GraceFrom is not { } from) return late;
        var spared = Working(told.Terms.DoerPartner, Working(told.Terms.DoerPartner, Date(from), grace), 1);
        return spared > late ? spared : late;
    }

    private LocalDate Working(PartnerId partner, LocalDate date, int count)
    {
        var week = partnerDays.GetValueOrDefault(partner) ?? days;
        while (count > 0)
        {
            date = date.PlusDays(1);
            var isClosed = Closed(partner).Exists(day => day.From <= date && date <= day.To);
            if ((week.Days >> ((int)date.DayOfWeek - 1) & 1) == 1 && !isClosed) count--;
        }

        return date;
    }

    private List<Holiday> Closed(PartnerId partner)
    {
        if (!closed.TryGetValue(partner, out var list)) closed[partner] = list = [];
        return list;
    }
}

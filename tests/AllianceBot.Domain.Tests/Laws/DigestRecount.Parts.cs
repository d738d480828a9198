using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>What a digest says about one partner, told again from the events: promises by kind, figures, weeks, hours.</summary>
internal sealed partial class DigestRecount
{
    private const int WeeksShown = 8;

    private DigestPart Part(PersonId reader, PartnerId partner, Instant at, LocalDate from, LocalDate until)
    {
        var own = figures.Promises.Where(one => one.Value.IsOnASide(partner)).ToList();
        var days = new LedgerPeriod(from, until);
        return new(partner)
        {
            Groups = Groups(reader, own, partner, at, days).ToValueList(),
            Figures = LedgerFigureKinds.All.Select(figure => new DigestFigure(figure, figure.IsOfCheckIns
                    ? figures.CheckIns.Behind(figure, partner, days).Count() : figures.Behind(own, figure, partner, days, at).Count))
                .Where(static one => one.Count > 0).ToValueList(),
            Weeks = Enumerable.Range(1 - WeeksShown, WeeksShown).Select(week => Week(own, partner, Monday(until).PlusDays(DaysOfWeek * week), at)).ToValueList(),
            Load = Load(own, partner, People.Date(at)),
        };
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    private DigestWeek Week(List<KeyValuePair<CommitmentId, Recount.Told>> own, PartnerId partner, LocalDate monday, Instant at)
    {
        int Behind(LedgerFigure figure) => figures.Behind(own, figure, partner, new(monday, monday.PlusDays(DaysOfWeek - 1)), at).Count;
        return new(
            monday, Behind(LedgerFigure.KeptOnTime) + Behind(LedgerFigure.KeptLate),
            Behind(LedgerFigure.RenegotiatedInTime) + Behind(LedgerFigure.RenegotiatedLate));
    }

    private IEnumerable<DigestGroup> Groups(PersonId reader, List<KeyValuePair<CommitmentId, Recount.Told>> own, PartnerId partner, Instant at, LedgerPeriod days)
    {
        var (today, span) = (People.Date(at), People.Days(days.From, days.Until));
        var ours = own.FindAll(one => one.Value is { IsOwed: true, Repeats: false } && one.Value.Terms.DoerPartner == partner);
        var late = ours.FindAll(one => figures.IsLate(one.Value, at));
        var ahead = ours.Except(late).ToList();
        var delivered = own.Where(one => one.Value.Outcome is LedgerFigure.KeptOnTime or LedgerFigure.KeptLate
            && one.Value.Terms.DoerPartner == partner && span.Contains(one.Value.EndedAt));
        return new[]
        {
            Group(DigestGroupKind.Delivered, delivered.OrderByDescending(static one => one.Value.SaidAt).ThenBy(static one => one.Value.Number)),
            Group(DigestGroupKind.DueNext, Sorted(ahead.Where(one => !told[one.Key].Risk && today <= one.Value.Terms.Due && one.Value.Terms.Due < today.PlusDays(DaysOfWeek)))),
            Group(DigestGroupKind.AtRisk, Sorted(ahead.Where(one => told[one.Key].Risk))),
            Group(DigestGroupKind.Overdue, Sorted(late)),
            Group(DigestGroupKind.Unanswered, Sorted(ours.Where(one => figures.CheckIns.MissedInRow(one.Key) >= 2))),
            Group(DigestGroupKind.WaitsForUs, Sorted(own.Where(one => told[one.Key].Awaited is { } side && one.Value.Terms.PartnerOf(side) == partner))),
            Group(DigestGroupKind.PromisedToUs, Sorted(own.Where(one => one.Value.IsOpen && one.Value.Terms.DoerPartner != partner))),
        }.Where(static group => group.Count > 0);

        DigestGroup Group(DigestGroupKind kind, IEnumerable<KeyValuePair<CommitmentId, Recount.Told>> all)
        {
            var list = all.ToList();
            return new(kind, list.Count, list.Take(MostLines)
                .Select(one => new DigestLine(one.Key, one.Value.Terms.Due, Explained(kind, one.Key, one.Value, reader, days.From!.Value))).ToValueList());
        }
    }

    private static IEnumerable<KeyValuePair<CommitmentId, Recount.Told>> Sorted(IEnumerable<KeyValuePair<CommitmentId, Recount.Told>> promises) => promises
        .OrderBy(static one => one.Value.Terms.Due).ThenBy(static one => one.Value.Number).ThenBy(static one => one.Value.Occurrence);

    /// <summary>Beside what may go wrong or is waited for the doing side's latest words that this reader may see; else what was said for the digest.</summary>
    private string? Explained(DigestGroupKind kind, CommitmentId id, Recount.Told promise, PersonId reader, LocalDate from)
    {
        if (kind is DigestGroupKind.Delivered or DigestGroupKind.DueNext or DigestGroupKind.WaitsForUs) return told[id].RemarkSince(from);
        var latest = told[id].LastSaid;
        foreach (var one in figures.CheckIns.Of(id))
        {
            if (one.Now is not { Note: { } note, AnsweredAt: { } answered } || answered <= latest?.At) continue;
            if (SeesCheckIn(reader, promise, one.Now)) latest = (note, answered);
        }

        return latest?.Words;
    }

    /// <summary>Who is asked, or stands in; the doer's managers; the receiver; and where there is trouble who can help.</summary>
    private bool SeesCheckIn(PersonId reader, Recount.Told promise, RecountCheckIns.Now asked)
    {
        var person = asked.Person ?? promise.Terms.Doer;
        if (reader == person || reader == asked.Colleague || reader == asked.For || (person is { } of && People.Covers(reader, of))) return true;
        if (People.Manages(reader, promise.Terms.DoerPartner)) return true;
        var receives = promise.Terms.Receiver is { } receiver ? reader == receiver
            : People.Manages(reader, promise.Terms.ReceiverPartner) || People.IsContact(reader, promise.Terms.ReceiverPartner);
        if (receives) return true;
        if (!asked.Trouble && asked.As != LedgerFigure.CheckInsMissed) return false;
        if (People.Holds(reader, Role.Facilitator)) return true;
        var isNamed = asked.Blocker switch
        {
            { Kind: SubjectKind.Person } named => reader.Value == named.Id,
            { Kind: SubjectKind.Partner } named => People.IsContact(reader, new(named.Id)),
            _ => false,
        };
        return (isNamed || People.Holds(reader, Role.Troubleshooter)) && SeesPromise(reader, promise);
    }

    /// <summary>
    /// Hours of this month. What is owed counts in the month of its date, what is late in this one, what was reported in the
    /// month of its report; what repeats by its dates to come as well.
    /// </summary>
    private DigestLoad Load(List<KeyValuePair<CommitmentId, Recount.Told>> own, PartnerId partner, LocalDate today)
    {
        var (month, hours, count, unknown) = (today.ToYearMonth(), 0, 0, 0);
        foreach (var (id, one) in own.Where(one => one.Value.Agreed && one.Value.Terms.DoerPartner == partner))
        {
            var times = one.Repeats ? one.Ended ? 0 : Recount.ToCome(one, month) : Counts(told[id], one) ? 1 : 0;
            var each = one.Repeats || one.IsOwed ? one.Estimate : told[id].Hours ?? one.Estimate;
            if (one.Repeats) Saw("load of what repeats", times > 0 && each > 0);
            if (one.Pieces.Count > 1) Saw("load of what repeats with other terms", times > 0 && each > 0);
            count += times;
            hours += times * (each ?? 0);
            if (each is null) unknown += times;
        }

        return new(hours, count, unknown, budgets.GetValueOrDefault(partner));

        bool Counts(DigestTold promise, Recount.Told one)
        {
            if (one.IsOwed) return LocalDate.Max(one.Terms.Due, today).ToYearMonth() == month;
            return People.Date(promise.ReportedAt ?? promise.EndedAt).ToYearMonth() == month && (promise.Hours is not null || promise.Kept || !promise.Ended);
        }
    }

    private void Compare(DigestMade made, DigestPart counted, DigestPart said)
    {
        foreach (var kind in Enum.GetValues<DigestGroupKind>())
        {
            Same(made, $"group {kind}", counted.Of(kind).Count, said.Of(kind).Count, said.Partner);
            Same(made, $"lines {kind}", Joined(counted.Of(kind).Lines), Joined(said.Of(kind).Lines), said.Partner);
            Saw($"explanations {kind}", said.Of(kind).Lines.Any(static line => line.Explained is not null));
        }

        foreach (var figure in LedgerFigureKinds.All) Same(made, $"figure {figure}", Of(counted, figure), Of(said, figure), said.Partner);
        Same(made, "weeks", Joined(counted.Weeks), Joined(said.Weeks), said.Partner);
        Saw("weeks kept", said.Weeks.Any(static week => week.Kept > 0));
        Saw("weeks renegotiated", said.Weeks.Any(static week => week.Renegotiated > 0));
        Same(made, "load hours", counted.Load?.Hours ?? 0, said.Load?.Hours ?? 0, said.Partner);
        Same(made, "load promises", counted.Load?.Count ?? 0, said.Load?.Count ?? 0, said.Partner);
        Same(made, "load not estimated", counted.Load?.Unknown ?? 0, said.Load?.Unknown ?? 0, said.Partner);
        Same(made, "load budget", $"{counted.Load?.Budget}", $"{said.Load?.Budget}", said.Partner);

        static int Of(DigestPart part, LedgerFigure figure) => part.Figures.Where(one => one.Figure == figure).Sum(static one => one.Count);
    }
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Check-ins counted from their events and those of their promises alone.</summary>
internal sealed class RecountCheckIns(Dictionary<CommitmentId, Recount.Told> promises, RecountPeople people, Func<LocalDate, Instant> morningOf)
{
    private readonly Dictionary<CheckInId, Asked> asked = [];
    private readonly Dictionary<CommitmentId, List<Asked>> byPromise = [];

    /// <summary>One check-in as its events tell it.</summary>
    internal sealed class Asked
    {
        public required CheckInId Id { get; init; }
        public required CommitmentId Promise { get; init; }
        public AskId MadeBy { get; init; }
        public LocalDate? Day { get; set; }
        public Now Now { get; set; } = new();
        public Now? Before { get; set; }
    }

    /// <summary>How it stands: an answer that is taken back puts all of it back.</summary>
    internal sealed record Now
    {
        public LedgerFigure? As { get; init; }
        public bool Waits { get; init; }
        public int InRow { get; init; }
        public bool Cancelled { get; init; }
        public Instant? At { get; init; }
        public Instant? Until { get; init; }
        public Instant? AnsweredAt { get; init; }

        /// <summary>When it came to its first end: answered, missed or excused.</summary>
        public Instant? OverAt { get; init; }
        public PersonId? Person { get; init; }
        public PersonId? For { get; init; }
        public PersonId? Colleague { get; init; }
        public string? Note { get; init; }
        public bool Trouble { get; init; }
        public Subject? Blocker { get; init; }
    }

    /// <summary>The check-ins of a partner that came to this within the days; of all where no partner is named.</summary>
    public IEnumerable<string> Behind(LedgerFigure figure, PartnerId? partner, LedgerPeriod period)
    {
        var span = people.Days(period.From, period.Until);
        return asked.Values.Where(one => one.Now.As == figure && one.Now.OverAt is { } over && span.Contains(over)
                && (partner is not { } of || promises[one.Promise].Terms.DoerPartner == of))
            .Select(static one => one.Id.Value).Order(StringComparer.Ordinal);
    }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Asked> Of(CommitmentId promise) => byPromise.TryGetValue(promise, out var own) ? own : [];

    /// <summary>How many of a promise were missed in a row by now: nought where the newest that is over was answered.</summary>
    public int MissedInRow(CommitmentId promise)
    {
        var newest = Of(promise)
            .Where(static one => one.Now.As is LedgerFigure.CheckInsAnswered or LedgerFigure.CheckInsLate or LedgerFigure.CheckInsMissed)
            .OrderBy(static one => one.Now.At ?? one.Now.AnsweredAt).ThenBy(static one => one.Id.Value.Length).ThenBy(static one => one.Id.Value, StringComparer.Ordinal)
            .Select(static one => one.Now).LastOrDefault();
        return newest is { As: LedgerFigure.CheckInsMissed } ? newest.InRow : 0;
    }

    /// <summary>The one that this person is to answer: in its time, or as the colleague who was asked, as long as it can be.</summary>
    public Asked? WaitingFor(CommitmentId promise, PersonId person) =>
        Of(promise).FirstOrDefault(one => one.Now.Waits && one.Now.Person == person)
        ?? Of(promise).LastOrDefault(one => one.Now.As == LedgerFigure.CheckInsMissed && one.Now.Colleague == person
            && promises[promise].IsOwed && IsNewest(one));

    public Asked? Find(CheckInId id) => asked.GetValueOrDefault(id);

    /// <summary>It waits for whoever may answer it.</summary>
    public bool Waits(Asked one) => one.Now.Waits || (one.Now.As == LedgerFigure.CheckInsMissed && promises[one.Promise].IsOwed && IsNewest(one));

    public void Take(CheckInEvent happened)
    {
        var one = Known(happened);
        var now = one.Now;
        switch (happened)
        {
            case CheckInAsked e: one.Now = now with { Person = e.Person }; break;
            case CheckInOpened e:
                foreach (var other in Of(e.Commitment).Where(static other => other.Now.Waits)) other.Now = other.Now with { Waits = false, Cancelled = true };
                one.Now = one.Now with
                {
                    Waits = true,
                    Cancelled = false,
                    At = e.At,
                    Until = e.Until,
                    Person = e.Person,
                    For = promises[e.Commitment].Terms.Doer is { } doer && doer != e.Person ? doer : null,
                };
                break;
            case CheckInExtended e: one.Now = now with { Until = e.Until }; break;
            case CheckInColleagueAsked e: one.Now = now with { Colleague = e.Colleague }; break;
            case CheckInMissed e:
                one.Now = now with { Waits = false, As = LedgerFigure.CheckInsMissed, InRow = e.InRow, OverAt = e.At, Colleague = e.Asked ?? now.Colleague };
                break;
            case CheckInPlanned e: one.Day = e.Day; break;
            // Its turn came on its day, though nobody was asked then: what was missed before that is over.
            case CheckInExcused e:
                var turn = Instant.Min(morningOf(one.Day ?? promises[one.Promise].Terms.Due), e.At);
                one.Now = now with { Waits = false, As = LedgerFigure.CheckInsExcused, At = now.At ?? turn, OverAt = e.At };
                break;
            case CheckInSatisfied e: one.Now = now with { At = now.At ?? e.At }; break;
            case CheckInAnswered e:
                // Said without being asked, and taken back: it is as if it had never been.
                one.Before = one.MadeBy == e.Ask ? new() { Cancelled = true } : now;
                one.Now = now with
                {
                    As = e.Late ? LedgerFigure.CheckInsLate : LedgerFigure.CheckInsAnswered,
                    Waits = false,
                    AnsweredAt = e.At,
                    OverAt = now.OverAt ?? e.At,
                    Note = e.Note?.Id,
                    Trouble = e.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked,
                    Blocker = e.Blocker,
                };
                break;
            case CheckInUndone: one.Now = one.Before!; break;
        }
    }

    /// <summary>What a cover had open is the person's own again, or the next cover's.</summary>
    public void Take(CalendarEvent happened)
    {
        var (person, cover) = happened switch
        {
            AbsenceEnded e => (e.Person, (PersonId?)null),
            CoverChanged { Cover: not null } e => (e.Person, e.Cover),
            _ => (default, null),
        };
        if (person.Value is null) return;
        foreach (var one in asked.Values.Where(one => one.Now.Waits && one.Now.For == person))
        {
            one.Now = one.Now with { Person = cover ?? person, For = cover is null ? null : person };
        }
    }

    /// <summary>Done, more time and can't do are said by the promise's own step: it answers what can be answered then.</summary>
    public void Before(CommitmentEvent happened)
    {
        if (happened is not (CommitmentReported or CommitmentGivenUp or CommitmentChangeProposed { Side: Side.Doer })) return;
        if (!promises.TryGetValue(happened.Commitment, out var promise) || !promise.IsOwed) return;
        foreach (var one in Of(happened.Commitment).Where(one => CanBeAnswered(one, happened.At)).ToList())
        {
            one.Now = one.Now with
            {
                As = one.Now.As == LedgerFigure.CheckInsMissed ? LedgerFigure.CheckInsLate : LedgerFigure.CheckInsAnswered,
                Waits = false,
                AnsweredAt = happened.At,
                OverAt = one.Now.OverAt ?? happened.At,
                Note = null,
                Trouble = happened is CommitmentGivenUp,
                Blocker = null,
            };
        }
    }

    /// <summary>Other terms, rest, and the end, put an end to what is still being asked; other hands get it.</summary>
    public void After(CommitmentEvent happened)
    {
        if (happened is CommitmentHandedOver { Side: Side.Doer, To: { } to })
        {
            foreach (var one in Of(happened.Commitment).Where(static one => one.Now.Waits)) one.Now = one.Now with { Person = to, For = null };
        }

        var ends = promises[happened.Commitment].Ended || happened is CommitmentAccepted or CommitmentChangeAccepted or CommitmentSucceeded
            or CommitmentCorrected or CommitmentCameUp or CommitmentRested or CommitmentWoken;
        if (!ends) return;
        foreach (var one in Of(happened.Commitment).Where(static one => one.Now.Waits)) one.Now = one.Now with { Waits = false, Cancelled = true };
    }

    private Asked Known(CheckInEvent happened)
    {
        if (asked.TryGetValue(happened.CheckIn, out var known)) return known;
        var one = asked[happened.CheckIn] = new() { Id = happened.CheckIn, Promise = happened.Commitment, MadeBy = happened.Ask };
        if (byPromise.TryGetValue(happened.Commitment, out var own)) own.Add(one);
        else byPromise[happened.Commitment] = [one];
        return one;
    }

    private bool CanBeAnswered(Asked one, Instant now) => one.Now switch
    {
        { Cancelled: true } => false,
        { Waits: true } => true,
        { As: LedgerFigure.CheckInsAnswered } => now < one.Now.Until,
        { As: LedgerFigure.CheckInsMissed } => IsNewest(one),
        _ => false,
    };

    private bool IsNewest(Asked one) => !Of(one.Promise).Any(other => other != one && !other.Now.Cancelled
        && (other.Now.Until is not null ? other.Now.At : other.Now.AnsweredAt) > one.Now.At);
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The record of a partner or of the alliance, whole: all that its reader may see of it, and nothing that the reader could not
/// see one by one.
/// </summary>
public sealed record LedgerRecord
{
    /// <summary>The partner, or the alliance.</summary>
    public required Subject About { get; init; }

    public required Instant AsOf { get; init; }

    public required AllianceCard Alliance { get; init; }

    /// <summary>The partner itself; null for the record of the alliance.</summary>
    public PartnerCard? Partner { get; init; }

    /// <summary>The partner's figures from the beginning; of the alliance the sum, or null of too few partners.</summary>
    public LedgerFigures? Figures { get; init; }

    /// <summary>Give and take of the partner; null for the alliance.</summary>
    public PairsCard? Pairs { get; init; }

    public ValueList<PersonLine> People { get; init; }

    /// <summary>By their numbers.</summary>
    public ValueList<CommitmentCard> Promises { get; init; }

    /// <summary>By the day on which they were asked.</summary>
    public ValueList<CheckInCard> CheckIns { get; init; }

    /// <summary>By their numbers.</summary>
    public ValueList<DecisionCard> Decisions { get; init; }

    /// <summary>The charter in force; null while there is none.</summary>
    public CharterCard? Charter { get; init; }
}

/// <summary>Puts a record together out of the views that its reader has anyway.</summary>
public static class LedgerRecords
{
    /// <summary>A partner's record for its managers, the alliance's for who looks after it; null for everybody else.</summary>
    public static LedgerRecord? Of(Alliance alliance, PersonId reader, Subject about, Instant now)
    {
        if (!May.Do(alliance, reader, Act.Export, about)) return null;
        var view = new PersonReader(reader);
        PartnerId? partner = about.Kind == SubjectKind.Partner ? new(about.Id) : null;
        var period = LedgerPeriod.All(alliance.DateOf(now));
        return new()
        {
            About = about,
            AsOf = now,
            Alliance = AllianceViews.Card(alliance, view)!,
            Partner = partner is { } of ? AllianceViews.Partner(alliance, view, of) : null,
            Figures = partner is { } own ? Ledgers.Of(alliance, own, period, now) : Ledgers.Sum(alliance, period, now),
            Pairs = partner is { } one ? Reciprocity.Of(alliance, reader, one, period) : null,
            People = People(alliance, view, partner),
            Promises = alliance.Commitments.Where(promise => partner is not { } side || Promises.IsOnASide(side, promise))
                .OrderBy(static promise => promise.Number).ThenBy(static promise => promise.Occurrence)
                .Select(promise => CommitmentViews.Card(alliance, view, promise.Id, now)).OfType<CommitmentCard>().ToValueList(),
            CheckIns = partner is { } doing ? CheckIns(alliance, view, doing, now) : [],
            Decisions = alliance.Decisions.OrderBy(static decision => decision.Number)
                .Select(decision => DecisionViews.Card(alliance, view, decision.Id, now)).OfType<DecisionCard>().ToValueList(),
            Charter = CharterViews.Card(alliance, view, null),
        };
    }

    /// <summary>All of them, also where a card would show the first only.</summary>
    private static ValueList<PersonLine> People(Alliance alliance, Reader reader, PartnerId? partner)
    {
        var all = new List<PersonLine>();
        for (var page = 0; AllianceViews.People(alliance, reader, partner, page) is { } people; page++)
        {
            all.AddRange(people.People);
            if (page + 1 >= people.Pages) break;
        }

        return all.ToValueList();
    }

    private static ValueList<CheckInCard> CheckIns(Alliance alliance, Reader reader, PartnerId partner, Instant now) => alliance.CheckIns
        .Where(checkIn => alliance.Commitments[checkIn.Commitment].Terms.DoerPartner == partner && checkIn.State != CheckInState.Scheduled)
        .OrderBy(static checkIn => checkIn.At).ThenBy(static checkIn => checkIn.Id.Value, StringComparer.Ordinal)
        .Select(checkIn => CheckInViews.Card(alliance, reader, checkIn.Id, now)).OfType<CheckInCard>().ToValueList();
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Whose figures.</summary>
public enum LedgerWhose
{
    /// <summary>A partner's, for its own people.</summary>
    Partner,

    /// <summary>The reader's own, for nobody else.</summary>
    Person,

    /// <summary>All together.</summary>
    Sum,
}

/// <summary>A ledger as its reader may see it.</summary>
public sealed record LedgerCard
{
    public required LedgerWhose Whose { get; init; }

    /// <summary>The partner whose figures they are; null for a person's and for the sum.</summary>
    public Named<PartnerId>? Partner { get; init; }

    public required LedgerPeriod Period { get; init; }

    /// <summary>Null for a sum of too few partners.</summary>
    public LedgerFigures? Figures { get; init; }

    /// <summary>The moment they are of.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The partners whose figures this reader may ask for, in the order of their names.</summary>
    public ValueList<Named<PartnerId>> Own { get; init; }

    /// <summary>Whether it is read in private: a place has nothing to open.</summary>
    public bool InPrivate { get; init; }
}

/// <summary>The items behind one figure.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Card">The ledger it stands in.</param>
/// <param name="Items">Those that this reader may see, by their numbers.</param>
/// <param name="Hidden">How many more there are, of others.</param>
public sealed record LedgerItems(LedgerFigure Figure, LedgerCard Card, ValueList<LedgerItem> Items, int Hidden);

/// <summary>One item behind a figure.</summary>
/// <param name="Promise">The promise it is, or the promise of the check-in.</param>
/// <param name="Asked">For a check-in: the day on which it was asked; null for a promise.</param>
/// <param name="CheckIn">The check-in; null for a promise.</param>
public sealed record LedgerItem(CommitmentCard Promise, LocalDate? Asked, CheckInId? CheckIn);

/// <summary>
/// Ledgers as their readers may see them: a partner's for its own people, a person's for that person, the sum of at least
/// three partners for all. There is no other way to a figure, and none puts partners in an order.
/// </summary>
public static class LedgerViews
{
    /// <summary>The figures asked for; null for what this reader may not see.</summary>
    public static LedgerCard? Card(
        Alliance alliance, Reader reader, LedgerWhose whose, PartnerId? partner, LedgerPeriod period, Instant now)
    {
        var person = (reader as PersonReader)?.Person;
        var figures = (whose, partner, person) switch
        {
            (LedgerWhose.Sum, _, _) when May.See(alliance, reader, Act.SeeLedger, alliance.Id) => Ledgers.Sum(alliance, period, now),
            (LedgerWhose.Partner, { } of, _) when May.See(alliance, reader, Act.SeeLedger, of) => Ledgers.Of(alliance, of, period, now),
            (LedgerWhose.Person, _, { } me) when May.See(alliance, reader, Act.SeeLedger, me) => Ledgers.OfPerson(alliance, me, period, now),
            _ => null,
        };
        if (figures is null && !(whose == LedgerWhose.Sum && May.See(alliance, reader, Act.SeeLedger, alliance.Id))) return null;
        return new()
        {
            Whose = whose,
            Partner = whose == LedgerWhose.Partner ? Names.Of(alliance, partner!.Value) : null,
            Period = period,
            Figures = figures,
            AsOf = now,
            Own = person is { } reading ? OwnOf(alliance, reading) : [],
            InPrivate = person is not null,
        };
    }

    /// <summary>The partners whose figures this person may see, in the order of their names.</summary>
    public static ValueList<Named<PartnerId>> OwnOf(Alliance alliance, PersonId person) => alliance.Partners
        .Where(partner => !partner.Left && May.Do(alliance, person, Act.SeeLedger, partner.Id))
        .Select(partner => Names.Of(alliance, partner.Id))
        .OrderBy(static partner => partner.Name, StringComparer.OrdinalIgnoreCase)
        .ThenBy(static partner => partner.Id.Value, StringComparer.Ordinal).ToValueList();

    /// <summary>What is behind a figure of a ledger, as far as this reader may see each item.</summary>
    public static LedgerItems? Items(Alliance alliance, PersonId reader, LedgerCard card, LedgerFigure figure, Instant now)
    {
        if (card.Figures is not { } figures) return null;
        var seen = figures[figure].Select(item => Item(alliance, reader, item, now)).OfType<LedgerItem>()
            .OrderBy(static item => item.Promise.Number).ThenBy(static item => item.Promise.Occurrence).ThenBy(static item => item.Asked)
            .ToValueList();
        return new(figure, card, seen, figures.Count(figure) - seen.Count);
    }

    private static LedgerItem? Item(Alliance alliance, PersonId reader, Subject item, Instant now)
    {
        var view = new PersonReader(reader);
        if (item.Kind == SubjectKind.Commitment)
        {
            return CommitmentViews.Card(alliance, view, new(item.Id), now) is { Inside: not null } promise ? new(promise, null, null) : null;
        }

        var checkIn = alliance.CheckIns[new(item.Id)];
        return May.Do(alliance, reader, Act.SeeCheckIn, checkIn.Id)
            && CommitmentViews.Card(alliance, view, checkIn.Commitment, now) is { } of
            ? new(of, alliance.DateOf(checkIn.At), checkIn.Id)
            : null;
    }
}

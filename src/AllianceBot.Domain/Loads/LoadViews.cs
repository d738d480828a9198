using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Who a line about load is about, and so who reads it.</summary>
public enum LoadLineKind
{
    /// <summary>The reader, who is to do it: with figures.</summary>
    Own,

    /// <summary>The one who is to do it, for a manager: with figures.</summary>
    Person,

    /// <summary>The reader's organisation, for its managers: with figures.</summary>
    Partner,

    /// <summary>The other side: that the doing side is near what it set itself, without figures.</summary>
    Near,

    /// <summary>Both sides: more of the open work than agreed would rest on few; names nobody.</summary>
    Concentrated,
}

/// <summary>One line about load beside a promise that waits for a yes.</summary>
/// <param name="Kind">About whom.</param>
/// <param name="Month">For which month.</param>
/// <param name="Effort">What is promised for it already.</param>
/// <param name="Budget">What was set for a month; null for no limit.</param>
/// <param name="Adds">What this promise would add; null when nobody estimated it.</param>
/// <param name="Ceiling">The agreed ceiling in percent.</param>
/// <param name="Who">The person or organisation it is about; null for the reader.</param>
public sealed record LoadLine(
    LoadLineKind Kind, YearMonth Month, Effort Effort = default, int? Budget = null, int? Adds = null, int Ceiling = 0, Subject? Who = null)
{
    /// <summary>It would go past what was set.</summary>
    public bool IsPast => Budget is { } budget && Effort.Hours + (Adds ?? 0) > budget;
}

/// <summary>The hours of one month.</summary>
public sealed record LoadMonth(YearMonth Month, Effort Effort);

/// <summary>One person's months, for that person or an own manager.</summary>
public sealed record PersonLoad(Named<PersonId> Person, int? Budget, ValueList<LoadMonth> Months);

/// <summary>One partner's months and its people's, for its managers.</summary>
public sealed record PartnerLoad(Named<PartnerId> Partner, int? Budget, ValueList<LoadMonth> Months, ValueList<PersonLoad> People);

/// <summary>The reader's load; of managers their partners' too; and how far the open work rests on few, for the facilitator.</summary>
public sealed record LoadCard(PersonLoad Own, ValueList<CommitmentHint> Promises, ValueList<PartnerLoad> Partners, Concentration? Concentration);

/// <summary>
/// Load as its readers may see it: a person's figures are for that person and the own managers, a partner's for its managers;
/// everybody else reads at most that somebody is near what was set.
/// </summary>
public static class LoadViews
{
    /// <summary>The other side reads "near" from this share of the budget on, whatever is asked for: so nobody finds the figure by asking.</summary>
    private const int NearPercent = 80;

    private const int Months = 2;

    /// <summary>The reader's own load, this month and the next; null for who is not in.</summary>
    public static LoadCard? Of(Alliance alliance, PersonId reader, Instant now)
    {
        if (!May.Do(alliance, reader, Act.SeeLoad, reader)) return null;
        var month = alliance.DateOf(now).ToYearMonth();
        return new(
            OfPerson(alliance, reader, now),
            alliance.Commitments
                .Where(promise => promise.Terms.Doer == reader && LoadPlan.IsOpenWork(promise) && LoadPlan.Of(alliance, promise, month, now) is not null)
                .OrderBy(static promise => promise.Terms.Due).ThenBy(static promise => promise.Number).Take(Limits.List)
                .Select(static promise => new CommitmentHint(promise.Id, promise.Number, promise.Terms.What.Text) { Occurrence = promise.Occurrence })
                .ToValueList(),
            alliance.Partners.Where(partner => !partner.Left && May.Do(alliance, reader, Act.SeeLoad, partner.Id))
                .Select(partner => OfPartner(alliance, partner, now)).ToValueList(),
            alliance.HoldsAnywhere(reader, Role.Facilitator) ? Concentration.Of(alliance) : null);
    }

    /// <summary>What a reader of the state of a promise that waits for a yes may know of load.</summary>
    internal static ValueList<LoadLine> Beside(Alliance alliance, Commitment promise, PersonId reader, Instant now)
    {
        if (!promise.State.IsOpenOffer()) return [];
        return Beside(alliance, promise.Terms, promise.Estimate, reader, now)
            .Concat(Concentration.Lifts(alliance, promise)
                ? [new LoadLine(LoadLineKind.Concentrated, MonthOf(alliance, promise.Terms, now), Ceiling: alliance.Settings.LoadCeiling)]
                : []).ToValueList();
    }

    /// <summary>The same for terms that are not sent yet; without how the work is spread.</summary>
    internal static IEnumerable<LoadLine> Beside(Alliance alliance, Terms terms, int? estimate, PersonId reader, Instant now)
    {
        var month = MonthOf(alliance, terms, now);
        var adds = LoadPlan.Adds(terms, estimate, month);
        var ofDoing = alliance.IsOf(reader, terms.DoerPartner);
        if (ofDoing && (terms.Doer ?? reader) is var doer && May.Do(alliance, reader, Act.SeeLoad, doer))
        {
            var line = new LoadLine(
                doer == reader ? LoadLineKind.Own : LoadLineKind.Person, month, LoadPlan.OfPerson(alliance, doer, month, now),
                alliance.People[doer].Budget, adds, Who: doer == reader ? null : (Subject)doer);
            if (doer == reader || line.Budget is not null) yield return line;
        }

        if (May.Do(alliance, reader, Act.SeeLoad, terms.DoerPartner) && alliance.Partners[terms.DoerPartner].Budget is { } budget)
        {
            yield return new(
                LoadLineKind.Partner, month, LoadPlan.OfPartner(alliance, terms.DoerPartner, month, now), budget, adds, Who: terms.DoerPartner);
        }

        if (!ofDoing && IsNear(alliance, terms, month, now))
        {
            yield return new(LoadLineKind.Near, month, Who: terms.Doer is { } named ? named : (Subject)terms.DoerPartner);
        }
    }

    private static YearMonth MonthOf(Alliance alliance, Terms terms, Instant now) => LoadPlan.MonthOf(alliance, terms.Due, now);

    private static bool IsNear(Alliance alliance, Terms terms, YearMonth month, Instant now)
    {
        var person = terms.Doer is { } doer && alliance.People.Find(doer)?.Budget is { } own
            && 100 * LoadPlan.OfPerson(alliance, doer, month, now).Hours >= NearPercent * own;
        return person || (alliance.Partners.Find(terms.DoerPartner)?.Budget is { } all
            && 100 * LoadPlan.OfPartner(alliance, terms.DoerPartner, month, now).Hours >= NearPercent * all);
    }

    private static PersonLoad OfPerson(Alliance alliance, PersonId person, Instant now) => new(
        Names.Of(alliance, person), alliance.People.Find(person)?.Budget,
        Each(alliance, now, month => LoadPlan.OfPerson(alliance, person, month, now)));

    private static PartnerLoad OfPartner(Alliance alliance, Partner partner, Instant now) => new(
        Names.Of(alliance, partner.Id), partner.Budget,
        Each(alliance, now, month => LoadPlan.OfPartner(alliance, partner.Id, month, now)),
        alliance.People.Where(person => alliance.IsOf(person.Id, partner.Id)).Take(Limits.List)
            .Select(person => OfPerson(alliance, person.Id, now)).ToValueList());

    private static ValueList<LoadMonth> Each(Alliance alliance, Instant now, Func<YearMonth, Effort> effort)
    {
        var first = alliance.DateOf(now).ToYearMonth();
        return Enumerable.Range(0, Months).Select(ahead => first.PlusMonths(ahead))
            .Select(month => new LoadMonth(month, effort(month))).ToValueList();
    }
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>What needs a reader, what was delivered, and who may see it: told again from the events and the rules alone.</summary>
internal sealed partial class DigestRecount
{
    /// <summary>One thing that waits for a reader, and until when; decisions come first among what is as pressing, numbers last.</summary>
    private readonly record struct Need(Subject Item, LocalDate By, int Rank);

    private IEnumerable<Need> Needs(PersonId reader, Instant at)
    {
        foreach (var (id, closes) in Decisions.WaitingFor(reader, at)) yield return new(id, closes, 0);
        foreach (var (id, promise) in figures.Promises)
        {
            if (NeedOf(reader, id, promise, at) is { } item) yield return new(item, told[id].Until(promise.Terms) ?? promise.Terms.Due, 1);
        }

        foreach (var (id, by) in Indicators.WaitingFor(reader, at)) yield return new(id, by, 2);
    }

    /// <summary>The promise itself where an answer, a yes or a report is wanted of this person; else the check-in that is.</summary>
    private Subject? NeedOf(PersonId reader, CommitmentId id, Recount.Told promise, Instant at)
    {
        if (!SeesState(reader, promise)) return null;
        if (IsAsked(reader, promise, told[id])) return id;
        if (promise.Terms.Doer == reader && figures.IsLate(promise, at)) return id;
        return figures.CheckIns.WaitingFor(id, reader) is { } asked ? asked.Id : null;
    }

    private bool IsAsked(PersonId reader, Recount.Told promise, DigestTold one)
    {
        if (one is { EndsByTwo: true, Ended: false } && IsThird(reader, promise)) return true;
        if (one.Awaited is not { } side) return false;
        // Of the two who confirm where money flows, the one who has not yet.
        var first = one is { IsReported: true, FirstYes: { } yes } ? yes : (PersonId?)null;
        if (first is { } by && !IsThird(by, promise)) return IsThird(reader, promise);
        return promise.Terms.PersonOf(side) is { } named ? named == reader : People.IsContact(reader, promise.Terms.PartnerOf(side));
    }

    /// <summary>The third pair of eyes: a facilitator of neither side, or where there is none, a manager of another partner.</summary>
    private bool IsThird(PersonId person, Recount.Told promise)
    {
        if (!People.Funds(promise.Terms.ReceiverPartner, promise.Terms.DoerPartner) || IsOfASide(person, promise)) return false;
        return People.Holds(person, People.With(Role.Facilitator).Any(one => !IsOfASide(one, promise)) ? Role.Facilitator : Role.Manager);
    }

    private bool IsOfASide(PersonId person, Recount.Told promise) =>
        People.IsOf(person, promise.Terms.DoerPartner) || People.IsOf(person, promise.Terms.ReceiverPartner);

    private bool SeesState(PersonId person, Recount.Told promise) =>
        IsOfASide(person, promise) || People.Holds(person, Role.Facilitator) || IsThird(person, promise);

    /// <summary>What was agreed is for all, unless it is for its two sides alone, or one looks on or gives one of them money.</summary>
    private bool SeesPromise(PersonId person, Recount.Told promise) => SeesState(person, promise)
        || (promise is { SeenByAll: true, AgreedAt: not null } && People.IsIn(person) && !People.Observes(person)
            && !People.IsFunderOf(person, promise.Terms.DoerPartner) && !People.IsFunderOf(person, promise.Terms.ReceiverPartner));

    /// <summary>Kept, and so accepted by who receives it, on one of these days; the last said first.</summary>
    private List<CommitmentId> Results(PersonId reader, Interval days) =>
    [
        .. figures.Promises.Where(one => one.Value.Outcome is LedgerFigure.KeptOnTime or LedgerFigure.KeptLate && days.Contains(one.Value.EndedAt)
                && SeesPromise(reader, one.Value))
            .OrderByDescending(static one => one.Value.SaidAt).ThenBy(static one => one.Key.Value, StringComparer.Ordinal).Select(static one => one.Key),
    ];

    /// <summary>Who thanks and who is thanked, the managers of both, all of an organisation that is thanked, and facilitators.</summary>
    private bool Reads(PersonId reader, ThanksGiven given) => reader == given.By || reader == given.Person || People.Holds(reader, Role.Facilitator)
        || (given is { Person: null, Partner: { } whole } && People.IsOf(reader, whole))
        || (given.Partner is { } partner && People.Manages(reader, partner))
        || (People.Home(given.By) is { } own && People.Manages(reader, own));

    /// <summary>As many as there are; those that are shown are as pressing as the most pressing, each once.</summary>
    private void Compare(DigestMade made, List<Need> counted)
    {
        var said = made.Issue.Needs;
        Same(made, "things that need the reader", counted.Count, made.Issue.NeedCount);
        var known = counted.ToDictionary(static one => one.Item);
        if (said.Any(item => !known.ContainsKey(item))) broken.Add($"{name}: the digest of {made.Reader} at {made.At} shows among {Joined(said)} what does not need its reader");
        foreach (var kind in counted.Select(static one => one.Item.Kind).Distinct()) Saw($"needs {kind}", true);
        Same(made, "things shown", Math.Min(MostNeeds, counted.Count), said.Distinct().Count());
        Same(
            made, "what is most pressing", Joined(counted.OrderBy(static one => one.By).ThenBy(static one => one.Rank).Take(MostNeeds).Select(static one => (one.By, one.Rank))),
            Joined(said.Where(known.ContainsKey).Select(item => (known[item].By, known[item].Rank))));
    }

    /// <summary>What is on the newest card needs its reader as long as it does, and not a moment longer.</summary>
    private void Shown(Alliance alliance, DigestBook book, Instant now)
    {
        var issue = book.Issues[^1];
        if (DigestViews.Card(alliance, new PersonReader(book.Reader), new DigestId(book.Reader, issue.Week).Subject, now) is not { } card) return;
        foreach (var need in card.Needs)
        {
            if (need.Done == Needs(book.Reader, need.Item, now)) broken.Add($"{name}: the newest digest of {book.Reader} shows at {now} that {need.Item} is {(need.Done ? "done" : "not done")}");
        }

        var open = card.Needs.Count(static need => !need.Done);
        if (card.Open != open || card.NeedCount != issue.NeedCount || card.ResultCount != issue.ResultCount) broken.Add($"{name}: the newest digest of {book.Reader} shows other counts than it has");
    }

    private bool Needs(PersonId reader, Subject item, Instant now) => item.Kind switch
    {
        SubjectKind.Commitment => figures.Promises.TryGetValue(new(item.Id), out var promise) && NeedOf(reader, new(item.Id), promise, now) is not null,
        SubjectKind.CheckIn => figures.CheckIns.Find(new(item.Id)) is { } asked && figures.CheckIns.Waits(asked),
        SubjectKind.Decision => Decisions.WaitingFor(reader, now).Any(one => one.Decision.Value == item.Id),
        _ => Indicators.WaitingFor(reader, now).Any(one => one.Indicator.Value == item.Id),
    };
}

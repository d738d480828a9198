using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What a snapshot tells beside its text: results that their receivers accepted in these days. Taken from the record when it is
/// proposed, and frozen: whoever approves it knows every word of it.
/// </summary>
public sealed record SnapshotContent(LocalDate From, LocalDate Until, ValueList<SnapshotResult> Results)
{
    /// <summary>Where the shared indicators stood at the end of these days; none where it is about one partner, as they are of all.</summary>
    public ValueList<SnapshotNumber> Numbers { get; init; }
}

/// <summary>One result: what was delivered, and the day on which its receiver said so. In words of the snapshot's own.</summary>
public sealed record SnapshotResult(Words What, LocalDate On);

/// <summary>One shared indicator: its newest number and its target. In words of the snapshot's own.</summary>
public sealed record SnapshotNumber(Words What, Words Unit, decimal Value, LocalDate On, decimal Target, LocalDate By);

/// <summary>A snapshot as everybody may read it who is in the alliance, observers and funders too.</summary>
/// <param name="Number">The decision that approved it: D4.</param>
/// <param name="Of">The partner that it is about; null for the alliance as a whole.</param>
public sealed record SnapshotCard(
    DecisionId Id, int Number, string? Title, string? Text, Named<PartnerId>? Of, LocalDate From, LocalDate Until, ValueList<SnapshotLine> Results,
    ValueList<SnapshotNumberLine> Numbers);

/// <summary>What a snapshot would tell, for who decides on it.</summary>
public sealed record SnapshotView(LocalDate From, LocalDate Until, ValueList<SnapshotLine> Results, ValueList<SnapshotNumberLine> Numbers);

/// <summary>One result as shown.</summary>
public sealed record SnapshotLine(string? What, LocalDate On);

/// <summary>One indicator as shown.</summary>
public sealed record SnapshotNumberLine(string? What, string? Unit, decimal Value, LocalDate On, decimal Target, LocalDate By);

/// <summary>
/// Snapshots: results and shared indicators that the alliance decided to show to its observers and funders. They read nothing else
/// of promises, so what is in a snapshot is taken from the record, and every partner has to agree to it.
/// </summary>
public static class Snapshots
{
    public static readonly Refusal PeriodOut = new("snapshot.period-out");

    public static ValueList<Refusal> Refusals => [PeriodOut];

    /// <summary>Why this cannot be put to the partners, or null.</summary>
    public static Refusal? Check(Alliance alliance, Matter matter)
    {
        if (matter.Snapshot is not { } content || content.From > content.Until) return PeriodOut;
        return matter.Partner is { } partner && alliance.Partners.Find(partner) is not { Left: false } ? DecisionDecider.UnknownPartner : null;
    }

    /// <summary>The proposal with what the record says; whatever was handed in as results is not taken.</summary>
    public static Proposal Frozen(Alliance alliance, Proposal proposal, AskId ask)
    {
        if (proposal.Matter is not { Kind: MatterKind.Snapshot, Snapshot: { } content } matter) return proposal;
        var results = new List<SnapshotResult>();
        foreach (var (promise, on) in Accepted(alliance, matter.Partner, new(content.From, content.Until)).Take(Limits.List))
        {
            // A copy with words of its own: it lives and dies with this decision, not with the promise.
            results.Add(new(new($"{ask}.result{results.Count + 1}", promise.Terms.What.Text), on));
        }

        var frozen = content with { Results = results.ToValueList(), Numbers = matter.Partner is null ? Numbers(alliance, content.Until, ask) : [] };
        return proposal with { Matter = matter with { Snapshot = frozen } };
    }

    /// <summary>What the partners approved and did not take back, the newest first; empty for who is not in.</summary>
    public static ValueList<SnapshotCard> List(Alliance alliance, PersonId reader) => alliance.Decisions
        .Where(decision => May.Do(alliance, reader, Act.SeeSnapshot, decision.Id))
        .OrderByDescending(static decision => decision.Number).Take(Limits.List)
        .Select(decision => Card(alliance, decision)).ToValueList();

    /// <summary>Every partner agreed to it, and it was neither retired nor replaced since.</summary>
    internal static bool IsApproved(Decision decision) => decision.Proposal.Matter.Kind == MatterKind.Snapshot && decision.WhyNot is null
        && decision.State is DecisionState.Decided or DecisionState.InForce or DecisionState.ReviewDue;

    /// <summary>
    /// Who decides on it: for whom it is made does not. Partners that fund another one read it once it is approved, like the
    /// observers; where all of them do, all of them decide.
    /// </summary>
    public static ValueList<PartnerId> Roster(Alliance alliance, Matter matter, ValueList<PartnerId> partners)
    {
        if (matter.Kind != MatterKind.Snapshot) return partners;
        var deciding = partners.RemoveAll(partner => IsFunder(alliance, partner));
        return deciding.Count > 0 ? deciding : partners;
    }

    /// <summary>What would be told, for who decides on it; for all others once it is approved.</summary>
    internal static SnapshotView? View(Alliance alliance, Reader reader, Decision decision)
    {
        if (decision.Proposal.Matter.Snapshot is not { } content) return null;
        var decides = reader is PersonReader { Person: var person } && !alliance.OnlyObserves(person)
            && !alliance.Partners.Any(partner => IsFunder(alliance, partner.Id) && alliance.IsOf(person, partner.Id));
        return decides || IsApproved(decision) ? new(content.From, content.Until, Lines(content), NumberLines(content)) : null;
    }

    private static bool IsFunder(Alliance alliance, PartnerId partner)
    {
        foreach (var tie in alliance.FundingTies)
        {
            if (tie.Funder == partner) return true;
        }

        return false;
    }

    private static ValueList<SnapshotLine> Lines(SnapshotContent content) =>
        content.Results.Select(static one => new SnapshotLine(one.What.Text, one.On)).ToValueList();

    private static ValueList<SnapshotNumberLine> NumberLines(SnapshotContent content) => content.Numbers
        .Select(static one => new SnapshotNumberLine(one.What.Text, one.Unit.Text, one.Value, one.On, one.Target, one.By)).ToValueList();

    /// <summary>Of those that are shared with observers the newest number up to that day, by the number of the indicator.</summary>
    private static ValueList<SnapshotNumber> Numbers(Alliance alliance, LocalDate until, AskId ask)
    {
        var numbers = new List<SnapshotNumber>();
        foreach (var indicator in alliance.Indicators.Where(static one => one is { IsLive: true, Terms: { Shared: true, Name.Text: not null } }).OrderBy(static one => one.Number))
        {
            if (indicator.Counted.LastOrDefault(reading => reading.On <= until) is not { } newest) continue;
            var (terms, number) = (indicator.Terms, numbers.Count + 1);
            numbers.Add(new(
                new($"{ask}.number{number}", terms.Name.Text), new($"{ask}.unit{number}", terms.Unit.Text), newest.Value, newest.On, terms.Target, terms.By));
        }

        return numbers.ToValueList();
    }

    private static SnapshotCard Card(Alliance alliance, Decision decision)
    {
        var (proposal, content) = (decision.Proposal, decision.Proposal.Matter.Snapshot!);
        return new(
            decision.Id, decision.Number, proposal.Title.Text, proposal.Text.Text,
            proposal.Matter.Partner is { } of ? Names.Of(alliance, of) : null, content.From, content.Until, Lines(content), NumberLines(content));
    }

    /// <summary>
    /// Results by the day on which they were accepted, the newest first: never of a promise that only its two partners may see,
    /// and never who was late.
    /// </summary>
    private static IEnumerable<(Commitment Promise, LocalDate On)> Accepted(Alliance alliance, PartnerId? partner, LedgerPeriod period) =>
        from promise in alliance.Commitments
        where promise is { State: CommitmentState.Kept, Ending: not null, Series: null, Terms.What.Text: not null } && Promises.IsForAll(promise)
        where partner is not { } side || Promises.IsOnASide(side, promise)
        let day = alliance.DateOf(LedgerHistory.FirstEnded(promise, promise.Ending!))
        where period.Includes(day)
        orderby day descending, promise.Number, promise.Occurrence
        select (promise, day);
}

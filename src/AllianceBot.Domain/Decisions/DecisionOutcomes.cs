using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The written outcome with the promises that follow from it: each a request that its doer answers as any other.</summary>
internal static class DecisionOutcomes
{
    public static readonly Refusal TooManyPromises = new Refusal("decision.too-many-promises").With("most", $"{Limits.OutcomePromises}");

    /// <summary>A promise is asked of a person, so that somebody can say yes or no.</summary>
    public static readonly Refusal PromiseOfNobody = new("decision.promise-of-nobody");

    /// <summary>What the others read of a case is what its parties approved: promises are made in the case.</summary>
    public static readonly Refusal PromisesOfACase = new("decision.promises-of-a-case");

    public static ValueList<Refusal> All => [TooManyPromises, PromiseOfNobody, PromisesOfACase];

    public static Outcome Write(Alliance alliance, Decision decision, WriteOutcome written, CommandContext context)
    {
        var asked = written.Promises;
        if (asked.Count > Limits.OutcomePromises) return TooManyPromises;
        if (asked.Count > 0 && DecisionRights.IsOfACase(decision)) return PromisesOfACase;
        if (asked.DistinctBy(static promise => promise.Id).Count() < asked.Count) return Agreeing.DraftBad;
        var events = new List<AllianceEvent>
        {
            new DecisionOutcomeWritten(decision.Id, written.Statement, written.Review) { Promises = asked.Select(static promise => promise.Id).ToValueList() },
        };
        foreach (var (id, said) in asked)
        {
            if (said.Doer is null) return PromiseOfNobody;
            var terms = said with { NoGoal = said.Goal is null };
            var beside = events.Count - 1;
            if (TakenDown.Check(alliance, id, terms, context.At, beside) is { } bad) return bad;
            events.Add(TakenDown.Asked(alliance, id, terms, new(decision.Id), context.At, beside));
        }

        return new Outcome.Happened(events.ToValueList());
    }

    /// <summary>The promises of an outcome that this reader may know of; how they stand only where the reader may see it.</summary>
    public static ValueList<OutcomePromiseView> Shown(Alliance alliance, Reader reader, Decision decision, Instant now) => decision.Promises
        .Select(id => alliance.Commitments.Find(id)).OfType<Commitment>()
        .Where(promise => May.See(alliance, reader, Act.SeePromise, promise.Id))
        .Select(promise => new OutcomePromiseView(Names.Of(alliance, promise.Terms), TakenDown.Standing(alliance, reader, promise, now))).ToValueList();
}

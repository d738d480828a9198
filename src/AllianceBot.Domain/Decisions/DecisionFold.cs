using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of decisions, folded from their events.</summary>
internal static class DecisionFold
{
    public static Alliance Evolve(Alliance alliance, DecisionEvent happened)
    {
        var before = alliance.Decisions.Find(happened.Decision) ?? new Decision { Id = happened.Decision };
        var after = Recorded(Step(alliance, before, happened), happened);
        var evolved = alliance with
        {
            Decisions = alliance.Decisions.With(after.Id, after),
            LastDecision = Math.Max(alliance.LastDecision, after.Number),
        };
        return happened is DecisionDecided && after.Proposal.Amends is { } amended && evolved.Decisions.Find(amended) is { } old
            && old.State is DecisionState.InForce or DecisionState.ReviewDue
            ? evolved with { Decisions = evolved.Decisions.With(amended, Replaced(old, after, happened)) }
            : evolved;
    }

    private static Decision Replaced(Decision old, Decision by, DecisionEvent happened) => old with
    {
        State = DecisionState.Replaced,
        Successor = by.Id,
        Revision = old.Revision + 1,
        History = old.History.Add(new("decision.replaced", happened.By, happened.At, null)),
    };

    /// <summary>Reminders leave the revision, so that nobody's open card goes stale by them.</summary>
    private static Decision Recorded(Decision after, DecisionEvent happened)
    {
        if (happened is DecisionReminded or DecisionOutcomeAsked) return after;
        after = after with { Revision = after.Revision + 1, LastAsk = happened.Ask, LastBy = happened.By };
        if (happened is DecisionProposed or DecisionAmended) after = after with { VersionRevision = after.Revision };
        return happened is DecisionVoiced ? after : after with { History = after.History.Add(Entry(happened)) };
    }

    private static DecisionEntry Entry(DecisionEvent happened) => happened switch
    {
        DecisionProposed e => new(Code(e), e.By, e.At, null, e.Proposal.Closes),
        DecisionAmended e => new(Code(e), e.By, e.At, null, e.Closes),
        DecisionExtended e => new(Code(e), e.By, e.At, null, e.Closes),
        DecisionPartnerLeft e => new(Code(e), e.By, e.At, null, Partner: e.Partner),
        DecisionOutcomeWritten e => new(Code(e), e.By, e.At, null, e.Review),
        DecisionReaffirmed e => new(Code(e), e.By, e.At, e.Reason, e.Review),
        DecisionRetired e => new(Code(e), e.By, e.At, e.Reason),
        DecisionWithdrawn e => new(Code(e), e.By, e.At, e.Reason),
        DecisionNoted e => new(e.Question ? "decision.asked" : Code(e), e.By, e.At, e.Note),
        _ => new(Code(happened), happened.By, happened.At, null),
    };

    /// <summary>"decision.amended": the event's name without its version; words and notices are under it.</summary>
    public static string Code(DecisionEvent happened)
    {
        var name = ((EventNameAttribute)happened.GetType().GetCustomAttributes(typeof(EventNameAttribute), false)[0]).Name;
        return name[..name.LastIndexOf('.')];
    }

    private static Decision Step(Alliance alliance, Decision was, DecisionEvent happened) => happened switch
    {
        DecisionProposed e => was with
        {
            Number = e.Number,
            Proposal = e.Proposal,
            Roster = e.Roster,
            Proposer = e.By,
            Since = e.At,
            Charter = CharterOf(alliance, e.Proposal),
            Process = ProcessOf(alliance, e.Proposal),
        },
        DecisionVoiced e => Voiced(was, e),
        DecisionAmended e => was with
        {
            State = DecisionState.Open,
            Version = was.Version + 1,
            Before = was.Before.Add(was.Proposal.Text),
            Proposal = was.Proposal with { Text = e.Text, Closes = e.Closes },
            Since = e.At,
            Reminded = false,
            Charter = CharterOf(alliance, was.Proposal),
            Process = ProcessOf(alliance, was.Proposal) ?? was.Process,
        },
        DecisionExtended e => was with
        {
            Proposal = was.Proposal with { Closes = e.Closes },
            Extended = was.Extended || !e.Outage,
            Since = e.At,
            Reminded = false,
        },
        DecisionReminded => was with { Reminded = true },
        DecisionPartnerLeft e => Settled(was with { Left = was.Left.Add(e.Partner) }),
        DecisionDecided e => was with { State = DecisionState.Decided, ClosedAt = e.At, NotHeard = e.NotHeard },
        DecisionNotDecided e => was with
        {
            State = DecisionState.NotDecided,
            ClosedAt = e.At,
            NotHeard = e.NotHeard,
            WhyNot = e.Why,
        },
        DecisionOutcomeAsked => was with { OutcomeAsked = true },
        DecisionOutcomeWritten e => was with
        {
            State = DecisionState.InForce,
            Statement = e.Statement,
            StatedBy = e.By,
            Review = e.Review,
            Promises = e.Promises,
        },
        DecisionReviewDue => was with { State = DecisionState.ReviewDue, Review = null },
        DecisionReaffirmed e => was with { State = DecisionState.InForce, EndReason = e.Reason, Review = e.Review },
        DecisionRetired e => was with { State = DecisionState.Retired, EndReason = e.Reason },
        DecisionReplaced e => was with { State = DecisionState.Replaced, Successor = e.Successor },
        DecisionWithdrawn e => was with { State = DecisionState.Withdrawn, EndReason = e.Reason },
        DecisionNoted => was,
        DecisionNotCarriedOut e => was with { NotCarriedOut = e.Why },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static CharterText? CharterOf(Alliance alliance, Proposal proposal) =>
        proposal.Matter.Kind == MatterKind.Charter ? alliance.Charter.Draft : null;

    private static ProcessText? ProcessOf(Alliance alliance, Proposal proposal) =>
        proposal.Matter.Process is { } process ? alliance.Processes.Find(process)?.Draft : null;

    private static Decision Voiced(Decision was, DecisionVoiced happened) => Settled(was with
    {
        Voices = was.Voices.Add(new(
            happened.Partner, happened.By, happened.Position, happened.Reason, happened.Acceptable, happened.Version, happened.At,
            happened.Ask)),
    });

    /// <summary>As long as a voice that counts objects, it is worked on.</summary>
    private static Decision Settled(Decision was) => was with
    {
        State = Tally.Current(was).Any(static voice => voice.Position == Position.Objection)
            ? DecisionState.Integrating
            : DecisionState.Open,
    };
}

using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of indicators, folded from their events.</summary>
internal static class IndicatorFold
{
    public static Alliance Evolve(Alliance alliance, IndicatorEvent happened)
    {
        var before = alliance.Indicators.Find(happened.Indicator) ?? new Indicator { Id = happened.Indicator };
        var after = Recorded(Step(before, happened), happened);
        return alliance with
        {
            Indicators = alliance.Indicators.With(after.Id, after),
            LastIndicator = Math.Max(alliance.LastIndicator, after.Number),
        };
    }

    /// <summary>"indicator.changed": the event's name without its version; words and notices are under it.</summary>
    public static string Code(IndicatorEvent happened)
    {
        var name = ((EventNameAttribute)happened.GetType().GetCustomAttributes(typeof(EventNameAttribute), false)[0]).Name;
        return name[..name.LastIndexOf('.')];
    }

    /// <summary>What the clock asks leaves the revision, so that nobody's open card goes stale by it.</summary>
    private static Indicator Recorded(Indicator after, IndicatorEvent happened)
    {
        if (happened is IndicatorAsked or IndicatorNudged or IndicatorReached) return after;
        after = after with { Revision = after.Revision + 1, LastAsk = happened.Ask, LastBy = happened.By };
        return happened is IndicatorRead or IndicatorBranched ? after : after with { History = after.History.Add(Entry(happened)) };
    }

    private static IndicatorEntry Entry(IndicatorEvent happened) => happened switch
    {
        IndicatorChanged e => new(Code(e), e.By, e.At, e.Reason),
        IndicatorRetired e => new(Code(e), e.By, e.At, e.Reason),
        IndicatorOwnerNamed { Left: true } e => new("indicator.owner-left", e.By, e.At, null, e.Owner),
        IndicatorOwnerNamed e => new(Code(e), e.By, e.At, null, e.Owner),
        IndicatorOwnerDeclined e => new(Code(e), e.By, e.At, e.Reason),
        _ => new(Code(happened), happened.By, happened.At, null),
    };

    private static Indicator Step(Indicator was, IndicatorEvent happened) => happened switch
    {
        IndicatorAgreed e => was with { Number = e.Number, Terms = e.Terms, AgreedBy = e.By, AgreedAt = e.At },
        IndicatorChanged e => was with
        {
            Terms = e.Terms,
            Asked = e.Terms.Every == was.Terms.Every ? was.Asked : null,
            Reached = e.Terms.Target == was.Terms.Target ? was.Reached : null,
        },
        IndicatorRetired e => was with { RetiredAt = e.At, Asked = null },
        IndicatorOwnerNamed e => was with
        {
            Owner = e.Owner,
            OwnerPartner = e.Partner ?? was.OwnerPartner,
            OwnerAgreed = e.Agreed,
            Asked = null,
            Unanswered = 0,
        },
        IndicatorOwnerAgreed => was with { OwnerAgreed = true },
        IndicatorOwnerDeclined => was with { Owner = null, OwnerAgreed = false, Asked = null, Unanswered = 0 },
        IndicatorAsked e => was with { Asked = new(e.On, e.At, Nudged: false), LastAsked = e.On },
        IndicatorNudged => was with { Asked = was.Asked! with { Nudged = true } },
        IndicatorNotReported => was with { Asked = null, Unanswered = happened.By == PersonId.Clock ? was.Unanswered + 1 : 0 },
        IndicatorRead e => was with
        {
            Readings = was.Readings.Add(new(e.Number, e.Value, e.On, e.Note, e.Corrects, e.By, e.At, e.Ask)),
            Asked = was.Asked is { } asked && e.On >= asked.On ? null : was.Asked,
            Unanswered = 0,
        },
        IndicatorReached e => was with { Reached = e.On },
        IndicatorBranched e => was with { Branches = was.Branches.Add(new(e.Kind, e.Text, e.Number, e.Until, e.By, e.At, e.Ask)) },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };
}

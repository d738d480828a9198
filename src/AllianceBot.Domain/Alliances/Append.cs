using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>
/// What one command makes happen: an area's events, stamped and folded, and then, level by level, what the other areas
/// make of them on the state they made. One append, so that all of it happens or nothing does.
/// </summary>
internal sealed class Append(Alliance alliance, AskId ask, CommandContext context)
{
    private readonly List<AllianceEvent> events = [];

    /// <summary>The state with everything added so far.</summary>
    public Alliance Alliance { get; private set; } = alliance;

    public int Count => events.Count;

    public Outcome ToOutcome() => new Outcome.Happened(events.ToValueList()) { After = Alliance };

    /// <summary>Adds these events and what they cause. The decider's own events stay together, as it saw no state in between.</summary>
    public void Add(ValueList<AllianceEvent> decided)
    {
        var level = Fold(decided);
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth == Limits.Depth) throw new UnreachableException($"Areas cause each other more than {Limits.Depth} deep.");
            var next = new List<AllianceEvent>();
            foreach (var happened in level) next.AddRange(Fold(Caused(happened)));
            level = next;
        }
    }

    /// <summary>Takes back what was added after so many events: an item went wrong half-way.</summary>
    public void BackTo(Alliance earlier, int count)
    {
        events.RemoveRange(count, events.Count - count);
        Alliance = earlier;
    }

    private List<AllianceEvent> Fold(ValueList<AllianceEvent> decided)
    {
        var stamped = new List<AllianceEvent>(decided.Count);
        foreach (var bare in decided)
        {
            var happened = bare with { By = bare.By.Value is null ? context.By : bare.By, At = context.At, Ask = ask };
            Alliance = AllianceDecider.Evolve(Alliance, happened);
            stamped.Add(happened);
        }

        events.AddRange(stamped);
        return stamped;
    }

    private ValueList<AllianceEvent> Caused(AllianceEvent happened)
    {
        List<AllianceEvent>? caused = null;
        if (PeopleFold.LeftPartner(Alliance, happened) is var (person, partner))
        {
            Take(CommitmentDecider.PersonLeft(Alliance, person, partner));
            Take(CheckInDecider.PersonLeft(Alliance, person, partner));
            Take(CalendarDecider.PersonLeft(Alliance, person));
            Take(CaseHands.PersonLeft(Alliance, person, partner).ToValueList());
            Take(IndicatorDecider.PersonLeft(Alliance, person, partner));
        }

        Take(CommitmentDecider.React(Alliance, happened, context));
        Take(CheckInDecider.React(Alliance, happened, context));
        Take(DecisionDecider.React(Alliance, happened));
        Take(CaseDecider.React(Alliance, happened, context));
        Take(RoundDecider.React(Alliance, happened));
        Take(IndicatorDecider.React(Alliance, happened));
        return caused is null ? [] : caused.ToValueList();

        // Almost nothing causes anything: that is told without a list.
        void Take(ValueList<AllianceEvent> some)
        {
            if (some.Count > 0) (caused ??= []).AddRange(some);
        }
    }
}

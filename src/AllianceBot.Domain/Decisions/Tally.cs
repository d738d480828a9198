namespace AllianceBot.Domain;

/// <summary>Where the voices of a decision stand. It counts organisations, never heads: one partner, one voice.</summary>
public static class Tally
{
    /// <summary>Voices that count: the last word of each partner on this version, in the order of the roster.</summary>
    public static ValueList<Voice> Current(Decision decision)
    {
        var current = new List<Voice>();
        foreach (var partner in Asked(decision))
        {
            if (Of(decision, partner) is { } voice) current.Add(voice);
        }

        return current.ToValueList();
    }

    /// <summary>The word of one partner on this version, or null.</summary>
    public static Voice? Of(Decision decision, PartnerId partner)
    {
        for (var at = decision.Voices.Count - 1; at >= 0; at--)
        {
            var voice = decision.Voices[at];
            if (voice.Partner == partner && voice.Version == decision.Version) return voice;
        }

        return null;
    }

    /// <summary>The partners of the roster that are still in.</summary>
    public static ValueList<PartnerId> Asked(Decision decision) =>
        decision.Left.Count == 0 ? decision.Roster : decision.Roster.RemoveAll(decision.Left.Contains);

    /// <summary>Partners that were asked and have not spoken. One that it is the money of need not.</summary>
    public static ValueList<PartnerId> NotHeard(Decision decision) =>
        Asked(decision).RemoveAll(partner => partner == decision.Proposal.MoneyOf || Of(decision, partner) is not null);

    public static int Heard(Decision decision) => Current(decision).Count;

    /// <summary>How many have to be heard; never more than there are.</summary>
    public static int Quorum(Decision decision) => decision.Proposal.Method == DecisionMethod.AllAgree
        ? Asked(decision).Count
        : Math.Min(decision.Proposal.Quorum, Asked(decision).Count);

    /// <summary>Everybody spoke, and the rule is met.</summary>
    public static bool IsComplete(Decision decision) => NotHeard(decision).Count == 0 && Why(decision) is null;

    /// <summary>Why it would not be decided if it closed now; null when the rule is met. Silence is never yes.</summary>
    public static WhyNotDecided? Why(Decision decision)
    {
        var current = Current(decision);
        if (current.Any(static voice => voice.Position == Position.Objection)) return WhyNotDecided.Objection;
        var agreed = current.Count(static voice => voice.Position.IsYes);
        if (decision.Proposal.Method == DecisionMethod.AllAgree)
        {
            var needed = Asked(decision).Count(partner => partner != decision.Proposal.MoneyOf);
            return agreed == needed && agreed > 0 ? null : WhyNotDecided.NotAllAgreed;
        }

        if (current.Count < Quorum(decision) || current.Count == 0) return WhyNotDecided.NoQuorum;
        return agreed > 0 ? null : WhyNotDecided.NobodyAgreed;
    }
}

/// <summary>What positions mean.</summary>
public static class Positions
{
    extension(Position position)
    {
        public bool IsYes => position is Position.Agree or Position.AgreeWithReservations;
    }
}

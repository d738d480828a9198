namespace AllianceBot.Domain;

/// <summary>What a process must be like before it can hold: a ladder that can be walked, with clocks that end.</summary>
public static class ProcessRules
{
    public static readonly Refusal NoKinds = new("process.no-kinds");
    public static readonly Refusal NoRungs = new("process.no-rungs");

    /// <summary>Facts: most.</summary>
    public static readonly Refusal TooManyRungs = new Refusal("process.too-many-rungs").With("most", $"{MostRungs}");

    /// <summary>Facts: rung, least, most. Working days.</summary>
    public static readonly Refusal ClockOut = new("process.clock-out");

    /// <summary>Facts: rung, most. Working days to name somebody neutral.</summary>
    public static readonly Refusal NamingOut = new("process.naming-out");

    /// <summary>Facts: rung. All partners meet on the last rung only, and nobody else on a review.</summary>
    public static readonly Refusal ReviewLast = new("process.review-last");

    /// <summary>Facts: rung, partner where it is one's. A rung that nobody there could attend.</summary>
    public static readonly Refusal NobodyAttends = new("process.nobody-attends");

    /// <summary>Facts: rung. Nobody in the alliance could be neutral.</summary>
    public static readonly Refusal NobodyNeutral = new("process.nobody-neutral");

    /// <summary>A review needs partners that are no party.</summary>
    public static readonly Refusal NobodyReviews = new("process.nobody-reviews");

    /// <summary>Facts: least, most.</summary>
    public static readonly Refusal KeepingOut = new("process.keeping-out");
    public static readonly Refusal FollowUpOut = new("process.follow-up-out");
    public static readonly Refusal NoProgressOut = new("process.no-progress-out");
    public static readonly Refusal TooManyGrounds = new("process.too-many-grounds");

    /// <summary>Each response once, from light to grave.</summary>
    public static readonly Refusal ResponseOrder = new("process.response-order");
    public static readonly Refusal NameTaken = new("process.name-taken");

    /// <summary>Facts: kind, process. Another process in force holds for it.</summary>
    public static readonly Refusal KindCovered = new("process.kind-covered");

    public const int MostRungs = 8;

    /// <summary>The longest clock of a rung, in working days: about half a year.</summary>
    public const int MostDays = 120;
    public const int MostNamingDays = 60;
    public const int MostGrounds = 10;
    public const int MostNoProgressDays = 60;

    /// <summary>Statements outlive the days in which a case can be taken up again.</summary>
    public const int LeastKeptDays = Retention.ShortestDays;
    public const int MostKeptDays = Retention.LongestDays;

    public static ValueList<Refusal> All =>
    [
        NoKinds, NoRungs, TooManyRungs, ClockOut, NamingOut, ReviewLast, NobodyAttends, NobodyNeutral, NobodyReviews, KeepingOut, FollowUpOut,
        NoProgressOut, TooManyGrounds, ResponseOrder, NameTaken, KindCovered,
    ];

    /// <summary>Why this cannot be a process at all, or null.</summary>
    public static Refusal? Check(Alliance alliance, ProcessId id, ProcessText text)
    {
        if (TextRules.Name(text.Name, "name") is { } bad) return bad;
        if (alliance.Processes.Any(other => other.Id != id && !other.Dropped && SameName(other, text.Name))) return NameTaken;
        if (text.Kinds.Count == 0 || text.Kinds.Distinct().Count() != text.Kinds.Count) return NoKinds;
        if (!text.Kinds.All(Enum.IsDefined) || !Enum.IsDefined(text.Final)) return SetUpDecider.BadId;
        if (text.Rungs.Count == 0) return NoRungs;
        if (text.Rungs.Count > MostRungs) return TooManyRungs;
        for (var at = 0; at < text.Rungs.Count; at++)
        {
            if (OfRung(text, at) is { } wrong) return wrong;
        }

        return Days(text) ?? Lists(text);
    }

    /// <summary>Why the partners cannot be asked to ratify it as it is: somebody could not climb it, or another process stands there.</summary>
    public static Refusal? Fits(Alliance alliance, ProcessId id, ProcessText text)
    {
        foreach (var kind in text.Kinds)
        {
            if (Processes.Covering(alliance, kind) is { } other && other.Id != id)
            {
                return KindCovered.With("kind", $"{kind}").With("process", other.Id.Value);
            }
        }

        for (var at = 0; at < text.Rungs.Count; at++)
        {
            if (Attended(alliance, text.Rungs[at], at + 1) is { } nobody) return nobody;
        }

        return null;
    }

    private static Refusal? OfRung(ProcessText text, int at)
    {
        var (rung, number) = (text.Rungs[at], $"{at + 1}");
        if ((TextRules.Name(rung.Name, "rungName") ?? TextRules.Text(rung.Todo, "todo")) is { } bad) return bad;
        if (!Enum.IsDefined(rung.People) || !Enum.IsDefined(rung.TimeUp)) return SetUpDecider.BadId;
        if (rung.Days is < 1 or > MostDays) return ClockOut.With("rung", number).With("least", "1").With("most", $"{MostDays}");
        var mustName = rung.HasNeutral || rung.People == RungPeople.Neutral;
        if (rung.People == RungPeople.Neutral && !rung.HasNeutral) return NobodyNeutral.With("rung", number);
        if (mustName ? rung.NameNeutralDays is < 1 or > MostNamingDays : rung.NameNeutralDays != 0)
        {
            return NamingOut.With("rung", number).With("most", $"{MostNamingDays}");
        }

        var isReview = rung.People == RungPeople.AllPartners;
        return isReview != rung.IsFinal || (isReview && at != text.Rungs.Count - 1) ? ReviewLast.With("rung", number) : null;
    }

    private static Refusal? Days(ProcessText text)
    {
        if (text.StatementsKeptDays is < LeastKeptDays or > MostKeptDays)
        {
            return KeepingOut.With("least", $"{LeastKeptDays}").With("most", $"{MostKeptDays}");
        }

        if (text.FollowUpDays is < 1 or > MostDays) return FollowUpOut.With("least", "1").With("most", $"{MostDays}");
        return text.NoProgressDays is < 1 or > MostNoProgressDays ? NoProgressOut.With("least", "1").With("most", $"{MostNoProgressDays}") : null;
    }

    private static Refusal? Lists(ProcessText text)
    {
        if (text.Grounds.Count > MostGrounds) return TooManyGrounds.With("most", $"{MostGrounds}");
        foreach (var ground in text.Grounds)
        {
            if (TextRules.Text(ground, "grounds", Limits.Name * 2) is { } bad) return bad;
        }

        for (var at = 0; at < text.Responses.Count; at++)
        {
            var step = text.Responses[at];
            if (TextRules.Text(step.Text, "responses", Limits.Name * 2) is { } bad) return bad;
            if (!Enum.IsDefined(step.Response)) return SetUpDecider.BadId;
            if (at > 0 && text.Responses[at - 1].Response >= step.Response) return ResponseOrder;
        }

        return null;
    }

    private static Refusal? Attended(Alliance alliance, Rung rung, int number)
    {
        var partners = alliance.Partners.Where(static partner => !partner.Left).Select(static partner => partner.Id).ToList();
        if (rung.HasNeutral && alliance.With(Role.Mediator).Count + alliance.With(Role.Facilitator).Count == 0)
        {
            return NobodyNeutral.With("rung", $"{number}");
        }

        if (rung.People == RungPeople.AllPartners) return partners.Count < 3 ? NobodyReviews : null;
        if (rung.People is not (RungPeople.Managers or RungPeople.Executives)) return null;
        var missing = partners.FindIndex(partner => alliance.ManagersOf(partner).Count == 0
            && (rung.People == RungPeople.Managers || alliance.With(Role.Executive, partner).Count == 0));
        return missing < 0 ? null : NobodyAttends.With("rung", $"{number}").With("partner", partners[missing].Value);
    }

    private static bool SameName(Process process, Words name) =>
        process.Text?.Name.Text is { } known && string.Equals(known.Trim(), name.Text?.Trim(), StringComparison.OrdinalIgnoreCase);
}

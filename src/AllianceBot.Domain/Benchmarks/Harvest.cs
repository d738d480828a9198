namespace AllianceBot.Domain;

/// <summary>
/// What is caught while people speak, and what it becomes at once: a promise a request to a named person, which binds nobody
/// until that person says yes; a goal a goal of the alliance, or of the charter's draft once a charter holds.
/// </summary>
internal static class Harvest
{
    public static readonly Refusal TooManyLines = new Refusal("limit.round-lines").With("limit", $"{Limits.RoundLines}");

    /// <summary>A goal is something that can be counted.</summary>
    public static readonly Refusal GoalWithoutNumber = new("round.goal-without-number");
    public static readonly Refusal PromiseOfNobody = new("round.promise-of-nobody");
    public static readonly Refusal OwnerMissing = new("round.owner-missing");
    public static readonly Refusal OwnerUnknown = new("round.owner-unknown");
    public static readonly Refusal DateMissing = new("round.date-missing");
    public static readonly Refusal DatePast = new("round.date-past");

    /// <summary>Facts: line.</summary>
    public static readonly Refusal UnknownLine = new("round.unknown-line");
    public static readonly Refusal LineRecorded = new("round.line-recorded");

    /// <summary>Somebody said yes to it: it is a promise now. Facts: promise.</summary>
    public static readonly Refusal LinePromised = new("round.line-promised");

    public static ValueList<Refusal> All =>
    [
        TooManyLines, GoalWithoutNumber, PromiseOfNobody, OwnerMissing, OwnerUnknown, DateMissing, DatePast, UnknownLine, LineRecorded, LinePromised,
    ];

    public static Outcome Catch(Alliance alliance, Round round, CatchLine caught, CommandContext context)
    {
        if (round.Lines.Count >= Limits.RoundLines) return TooManyLines;
        if (!Enum.IsDefined(caught.Kind)) return SetUpDecider.BadId;
        if (TextRules.Text(caught.Text, "text") is { } bad) return bad;
        var line = new LineCaught(round.Id, caught.Component, round.Lines.Count + 1, caught.Kind, caught.Text, null, null, null, null);
        return caught.Kind switch
        {
            LineKind.Goal => Goal(alliance, caught, line, context),
            LineKind.Promise => Promise(alliance, round, caught, line, context),
            LineKind.Parked => Park(alliance, caught, line, context),
            _ => line,
        };
    }

    /// <summary>A line is struck while its component is talked about. A request that nobody answered yet is taken back with it.</summary>
    public static Outcome Strike(Alliance alliance, Round round, StrikeLine strike)
    {
        if (round.Lines.FirstOrDefault(line => line.Number == strike.Line) is not { } line) return UnknownLine.With("line", $"{strike.Line}");
        if (line.Struck) return Outcome.Nothing;
        if (!round.Of(line.Component).IsUnderWay) return LineRecorded.With("line", $"{line.Number}");
        var struck = new LineStruck(round.Id, line.Number);
        if (line.Promise is { } id && alliance.Commitments.Find(id) is { } promise)
        {
            if (promise.State.IsOpenOffer()) return Outcome.Of(new CommitmentWithdrawn(id, null), struck);
            return promise.State.IsEnded() ? struck : LinePromised.With("promise", id.Value);
        }

        return line.Goal is { } goal && TakenBack(alliance, goal) is { } taken ? Outcome.Of(taken, struck) : struck;
    }

    private static Outcome Goal(Alliance alliance, CatchLine caught, LineCaught line, CommandContext context)
    {
        if (!caught.Text.Text!.Any(char.IsAsciiDigit)) return GoalWithoutNumber;
        var goal = new Goal(new(caught.Ask.Value), caught.Text, caught.Date);
        if (Known(alliance).Any(known => known.Id == goal.Id)) return SetUpDecider.BadId;
        if (Known(alliance).Count >= Limits.Goals) return SetUpDecider.TooManyGoals;
        if (caught.Date is { } by && RoundMeetings.Ahead(alliance, by, alliance.DateOf(context.At).PlusDays(-1), DatePast) is { } wrong) return wrong;
        AllianceEvent made = alliance.Charter.Current is null
            ? new GoalSet(goal.Id, goal.Text, goal.By)
            : new CharterDrafted(new() { Goals = Known(alliance).Add(goal) });
        return Outcome.Of(made, line with { Goal = goal.Id, Date = goal.By });
    }

    /// <summary>Asked for by the receiving partner through the facilitator, who takes it down; the doer answers as any request.</summary>
    private static Outcome Promise(Alliance alliance, Round round, CatchLine caught, LineCaught line, CommandContext context)
    {
        if (caught.Terms is not { Doer: { } doer } asked) return PromiseOfNobody;
        var terms = asked with { NoGoal = asked.Goal is null };
        var id = new CommitmentId(caught.Ask.Value);
        if (TakenDown.Check(alliance, id, terms, context.At) is { } bad) return bad;
        var source = new Source(round.Id) { Component = caught.Component, Line = line.Line };
        return Outcome.Of(TakenDown.Asked(alliance, id, terms, source, context.At), line with { Promise = id, Owner = doer, Date = terms.Due });
    }

    private static Outcome Park(Alliance alliance, CatchLine caught, LineCaught line, CommandContext context)
    {
        if (caught.Owner is not { } owner) return OwnerMissing;
        if (!alliance.IsMember(owner) || alliance.OnlyObserves(owner)) return OwnerUnknown;
        if (caught.Date is not { } date) return DateMissing;
        return RoundMeetings.Ahead(alliance, date, alliance.DateOf(context.At).PlusDays(-1), DatePast)
            ?? (Outcome)(line with { Owner = owner, Date = date });
    }

    /// <summary>The goals that a new one stands beside: those of the draft once a charter holds.</summary>
    private static ValueList<Goal> Known(Alliance alliance) => alliance.Charter.Current is null ? alliance.Goals : CharterFold.DraftOf(alliance).Goals;

    /// <summary>A goal that is struck goes out again, unless a charter adopted it meanwhile.</summary>
    private static AllianceEvent? TakenBack(Alliance alliance, GoalId goal)
    {
        if (!Known(alliance).Any(known => known.Id == goal)) return null;
        if (alliance.Charter.Current is null) return new GoalRemoved(goal);
        return alliance.Goals.Any(known => known.Id == goal)
            ? null
            : new CharterDrafted(new() { Goals = Known(alliance).RemoveAll(known => known.Id == goal) });
    }
}

using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of indicators: agreed, reported by their owner, corrected by new entries, talked about, taken off the list.</summary>
public static class IndicatorDecider
{
    /// <summary>Facts: most. Nobody counts that far, or that exactly.</summary>
    public static readonly Refusal ValueOut = new Refusal("indicator.value-out").With("most", "1,000,000,000");
    public static readonly Refusal TargetPast = new("indicator.target-past");
    public static readonly Refusal TargetFar = new Refusal("indicator.target-far").With("years", $"{Limits.YearsAhead}");
    public static readonly Refusal BaselineAhead = new("indicator.baseline-ahead");
    public static readonly Refusal DayAhead = new("indicator.day-ahead");

    /// <summary>Facts: years.</summary>
    public static readonly Refusal DayLongAgo = new Refusal("indicator.day-long-ago").With("years", $"{LongestPast}");

    /// <summary>Facts: date, value. That day has a number already: it is corrected, not entered a second time.</summary>
    public static readonly Refusal ReadAlready = new("indicator.read-already");
    public static readonly Refusal NoSuchReading = new("indicator.no-such-reading");
    public static readonly Refusal SameValue = new("indicator.same-value");
    public static readonly Refusal NothingChanged = new("indicator.nothing-changed");
    public static readonly Refusal UnknownGoal = new("indicator.unknown-goal");
    public static readonly Refusal UnknownOwner = new("indicator.unknown-owner");
    public static readonly Refusal TooMany = new Refusal("limit.indicators").With("limit", $"{Limits.Indicators}");
    public static readonly Refusal TooManyReadings = new Refusal("limit.readings").With("limit", $"{Limits.Readings}");

    private const decimal Most = 1_000_000_000m;

    /// <summary>Places behind the point.</summary>
    private const int Places = 6;

    /// <summary>How far back a number may lie, in years.</summary>
    private const int LongestPast = 30;

    /// <summary>Every way in which indicators can refuse, beside the shared ones.</summary>
    public static ValueList<Refusal> Refusals =>
    [
        .. IndicatorGuards.All, ValueOut, TargetPast, TargetFar, BaselineAhead, DayAhead, DayLongAgo, ReadAlready, NoSuchReading, SameValue,
        NothingChanged, UnknownGoal, UnknownOwner, TooMany, TooManyReadings,
    ];

    public static Outcome Decide(Alliance alliance, IndicatorCommand command, CommandContext context)
    {
        if (command is AgreeIndicator agree) return Agree(alliance, agree, context);
        if (alliance.Indicators.Find(command.Indicator) is not { } indicator) return Refusal.NotYours;
        var act = ActOf(command);

        // Who said no, or passed it on, may do it no more, and is still told that it is done.
        if (WasAsked(indicator, command.Ask, context.By) && May.Do(alliance, context.By, Act.SeeIndicator, indicator.Id)) return Outcome.Nothing;
        if (!IndicatorGuards.Permits(alliance, indicator, context.By, act)) return Refusal.NotYours;
        if (!StandsBeside(command) && command.Revision != indicator.Revision) return Refusal.Stale(indicator.Id);
        if (IndicatorGuards.Refuses(indicator, act) is { } refusal) return refusal;
        return command switch
        {
            ChangeIndicator change => Change(alliance, indicator, change, context),
            RetireIndicator retire => TextRules.Optional(retire.Reason, "reason") ?? (Outcome)new IndicatorRetired(indicator.Id, retire.Reason),
            NameOwner name => Named(alliance, indicator, name, context),
            AnswerOwner { Yes: true } => new IndicatorOwnerAgreed(indicator.Id),
            AnswerOwner no => TextRules.Optional(no.Reason, "reason") ?? (Outcome)new IndicatorOwnerDeclined(indicator.Id, no.Reason),
            EnterReading reading => Read(alliance, indicator, reading, context),
            CorrectReading correct => Correct(indicator, correct),
            SkipReading => new IndicatorNotReported(indicator.Id, indicator.Asked!.On),
            SayBranch branch => TextRules.Text(branch.Text, "text") ?? Number(branch.Number) ?? Ahead(alliance, branch.By, context.At)
                ?? (Outcome)new IndicatorBranched(indicator.Id, branch.Kind, branch.Text, branch.Number, branch.By),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>What other events mean for indicators: a target is reached, and an owner who left hands over by name.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened) => happened switch
    {
        IndicatorRead read when alliance.Indicators[read.Indicator] is { Reached: null } indicator && IsReached(indicator) =>
            [new IndicatorReached(indicator.Id, indicator.Latest!.Value, indicator.Latest.On)],
        IndicatorChanged changed when alliance.Indicators[changed.Indicator] is { Reached: null } indicator && IsReached(indicator) =>
            [new IndicatorReached(indicator.Id, indicator.Latest!.Value, indicator.Latest.On)],
        _ => [],
    };

    /// <summary>Nothing is dropped: it goes to who gets what names nobody at the partner, who is asked like anybody named by another.</summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner)
    {
        var events = new List<AllianceEvent>();
        foreach (var indicator in alliance.Indicators)
        {
            if (!indicator.IsLive || indicator.Owner != person) continue;
            if (partner is not null && partner != indicator.OwnerPartner && !alliance.OnlyObserves(person)) continue;
            var heirs = indicator.OwnerPartner is { } of ? alliance.ContactsOf(of).Remove(person) : [];
            events.Add(new IndicatorOwnerNamed(
                indicator.Id, heirs.Count > 0 ? heirs[0] : null, indicator.OwnerPartner, Agreed: false, Left: true));
        }

        return events.ToValueList();
    }

    /// <summary>The newest number is at the target or past it, seen from where it began.</summary>
    public static bool IsReached(Indicator indicator) => indicator is { Latest: { } latest, Start: { } start }
        && (indicator.Terms.Target >= start.Value ? latest.Value >= indicator.Terms.Target : latest.Value <= indicator.Terms.Target)
        && (indicator.Terms.Baseline is not null || indicator.Counted.Skip(1).Any());

    public static Outcome Strike(Alliance alliance, Indicator indicator, Instant at) => IndicatorClock.Strike(alliance, indicator, at);

    private static bool WasAsked(Indicator indicator, AskId ask, PersonId by) => (indicator.LastAsk == ask && indicator.LastBy == by)
        || indicator.Readings.Any(one => one.Ask == ask && one.By == by) || indicator.Branches.Any(one => one.Ask == ask && one.SaidBy == by);

    /// <summary>A number, or what was said, is true beside whatever else happened to the indicator meanwhile.</summary>
    private static bool StandsBeside(IndicatorCommand command) => command is EnterReading or SayBranch;

    private static IndicatorAct ActOf(IndicatorCommand command) => command switch
    {
        ChangeIndicator => IndicatorAct.Change,
        RetireIndicator => IndicatorAct.Retire,
        NameOwner => IndicatorAct.NameOwner,
        AnswerOwner { Yes: true } => IndicatorAct.AgreeToReport,
        AnswerOwner => IndicatorAct.DeclineToReport,
        EnterReading => IndicatorAct.Read,
        CorrectReading => IndicatorAct.Correct,
        SkipReading => IndicatorAct.Skip,
        SayBranch { Kind: BearingKind.Improves } => IndicatorAct.SayImproves,
        SayBranch => IndicatorAct.SayInTheWay,
        _ => throw new UnreachableException($"No act for {command.GetType().Name}."),
    };

    private static Outcome Agree(Alliance alliance, AgreeIndicator agree, CommandContext context)
    {
        if (alliance.Indicators.Find(agree.Indicator) is { } known)
        {
            return known.AgreedBy == context.By && alliance.IsMember(context.By) ? Outcome.Nothing : Refusal.NotYours;
        }

        if (!May.Do(alliance, context.By, Act.ListIndicators, alliance.Id)) return Refusal.NotYours;
        if (!Ids.IsValid(agree.Indicator)) return SetUpDecider.BadId;
        if (alliance.Indicators.Count(static one => one.IsLive) >= Limits.Indicators) return TooMany;
        if (Terms(alliance, agree.Terms, context.At) is { } bad) return bad;
        var agreed = new IndicatorAgreed(agree.Indicator, alliance.LastIndicator + 1, agree.Terms);
        if (agree.Owner is not { } owner) return agreed;
        return !CanReport(alliance, owner) ? UnknownOwner : Outcome.Of(agreed, OwnerNamed(alliance, agree.Indicator, owner, context.By));
    }

    private static Outcome Change(Alliance alliance, Indicator indicator, ChangeIndicator change, CommandContext context)
    {
        if (TextRules.Optional(change.Reason, "reason") is { } tooLong) return tooLong;
        if (Same(indicator.Terms, change.Terms)) return NothingChanged;

        // A date that has come stays; only a new one has to lie ahead.
        var asked = change.Terms.By == indicator.Terms.By ? change.Terms with { By = alliance.DateOf(context.At).PlusDays(1) } : change.Terms;
        return Terms(alliance, asked, context.At) ?? (Outcome)new IndicatorChanged(indicator.Id, change.Terms, change.Reason);
    }

    private static Outcome Named(Alliance alliance, Indicator indicator, NameOwner name, CommandContext context)
    {
        if (!CanReport(alliance, name.Owner)) return UnknownOwner;
        return indicator.Owner == name.Owner ? NothingChanged : OwnerNamed(alliance, indicator.Id, name.Owner, context.By);
    }

    private static IndicatorOwnerNamed OwnerNamed(Alliance alliance, IndicatorId indicator, PersonId owner, PersonId by) =>
        new(indicator, owner, alliance.PartnersOf(owner) is { Count: > 0 } partners ? partners[0] : null, Agreed: owner == by);

    /// <summary>Who only observes, or is out, reports nothing.</summary>
    internal static bool CanReport(Alliance alliance, PersonId person) => alliance.IsMember(person) && !alliance.OnlyObserves(person);

    private static Outcome Read(Alliance alliance, Indicator indicator, EnterReading reading, CommandContext context)
    {
        var on = reading.On ?? indicator.Asked?.On ?? alliance.DateOf(context.At);
        if ((Number(reading.Value) ?? Day(alliance, on, context.At) ?? TextRules.Optional(reading.Note, "note")) is { } bad) return bad;
        if (indicator.Readings.Count >= Limits.Readings) return TooManyReadings;
        if (indicator.Counted.FirstOrDefault(one => one.On == on) is { } there)
        {
            return ReadAlready.With("date", on.ToIso()).With("value", there.Value.ToString(CultureInfo.InvariantCulture));
        }

        return new IndicatorRead(indicator.Id, indicator.Readings.Count + 1, reading.Value, on, reading.Note, null);
    }

    private static Outcome Correct(Indicator indicator, CorrectReading correct)
    {
        if ((Number(correct.Value) ?? TextRules.Optional(correct.Reason, "reason")) is { } bad) return bad;
        if (indicator.Readings.Count >= Limits.Readings) return TooManyReadings;
        var wrong = correct.On is { } day ? indicator.Counted.FirstOrDefault(one => one.On == day) : indicator.Latest;
        if (wrong is null) return NoSuchReading;
        return wrong.Value == correct.Value
            ? SameValue
            : new IndicatorRead(indicator.Id, indicator.Readings.Count + 1, correct.Value, wrong.On, correct.Reason, wrong.Number);
    }

    private static Refusal? Terms(Alliance alliance, IndicatorTerms terms, Instant now) =>
        TextRules.Name(terms.Name, "what") ?? TextRules.Name(terms.Unit, "unit") ?? TextRules.Optional(terms.Standard, "standard")
        ?? Number(terms.Target) ?? (terms.Baseline is { } start ? Number(start.Value) ?? Began(alliance, start.On, now) : null)
        ?? Ahead(alliance, terms.By, now)
        ?? (!Enum.IsDefined(terms.Every) ? SetUpDecider.BadId : null)
        ?? (terms.Goal is { } goal && alliance.Goals.All(one => one.Id != goal) ? UnknownGoal : null);

    private static Refusal? Number(decimal value) =>
        Math.Abs(value) > Most || value != Math.Round(value, Places) ? ValueOut : null;

    private static Refusal? Ahead(Alliance alliance, LocalDate day, Instant now)
    {
        var today = alliance.DateOf(now);
        return day <= today ? TargetPast.With("date", day.ToIso()) : day > today.PlusYears(Limits.YearsAhead) ? TargetFar : null;
    }

    private static Refusal? Began(Alliance alliance, LocalDate day, Instant now) =>
        day > alliance.DateOf(now) ? BaselineAhead.With("date", day.ToIso()) : LongAgo(alliance, day, now);

    private static Refusal? Day(Alliance alliance, LocalDate day, Instant now) =>
        day > alliance.DateOf(now) ? DayAhead.With("date", day.ToIso()) : LongAgo(alliance, day, now);

    private static Refusal? LongAgo(Alliance alliance, LocalDate day, Instant now) =>
        day < alliance.DateOf(now).PlusYears(-LongestPast) ? DayLongAgo : null;

    private static bool Same(IndicatorTerms one, IndicatorTerms other) =>
        one.Name.Text == other.Name.Text && one.Unit.Text == other.Unit.Text && one.Standard?.Text == other.Standard?.Text
        && one with { Name = other.Name, Unit = other.Unit, Standard = other.Standard } == other;
}

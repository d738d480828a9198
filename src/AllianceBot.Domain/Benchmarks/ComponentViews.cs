using NodaTime;

namespace AllianceBot.Domain;

/// <summary>One component as everybody may see it: what was shown, caught, recorded, and what stays open.</summary>
internal static class ComponentViews
{
    public static ComponentStage Of(Alliance alliance, Reader reader, Round round, Component component, Instant now)
    {
        var shows = component.ShownAt is not null && Hearing.MayShow(component);
        return new()
        {
            Number = component.Number,
            State = component.State,
            Gathering = component.Gathering,
            QuietUntil = component.QuietUntil,
            Heard = Hearing.Asked(round).Count - Hearing.Missing(round, component).Count,
            Asked = Hearing.Asked(round).Count,
            IsShown = component.ShownAt is not null,
            TooFew = component.ShownAt is not null && !shows && Hearing.Wrote(component) > 0,
            Words = shows ? Shown(alliance, component) : [],
            Spread = component.ShownAt is null ? [] : Spread(component),
            Lines = round.Lines.Where(line => line.Component == component.Number && !line.Struck)
                .Select(line => Of(alliance, reader, line, now)).ToValueList(),
            Before = round.Lines.Where(line => line.Component < component.Number && line is { Struck: false, Kind: not LineKind.Summary })
                .Select(line => Of(alliance, reader, line, now)).ToValueList(),
            Talks = Talks(alliance, component.Number, Rounds.Before(alliance, round)?.CompletedAt, round.CompletedAt),
            Baseline = component.Number == ComponentKinds.Trust ? round.Baseline : null,
            Indicators = component.Number == ComponentKinds.Progress ? Indicators(alliance, round, component) : [],
            Goals = Goals(alliance, round, component),
            Record = component.Record is { } record ? Of(alliance, round, component, record) : null,
            Open = OpenOf(alliance, round, component),
            Reopenings = component.Reopenings,
            ReopenReason = component.State == ComponentState.Reopened ? component.ReopenReason?.Text : null,
        };
    }

    /// <summary>Notes on a component alone, from this moment on and up to that one.</summary>
    public static ValueList<TalkView> Talks(Alliance alliance, int component, Instant? since, Instant? until = null) => alliance.Benchmarks.Talks
        .Where(talk => talk.Component == component && (since is null || talk.At > since) && (until is null || talk.At <= until))
        .Select(talk => new TalkView(talk.Text.Text, Names.Of(alliance, talk.By), talk.At)).ToValueList();

    /// <summary>Whoever was not heard, has not confirmed, or sees it differently, by name and with a date.</summary>
    public static ValueList<OpenPoint> OpenOf(Alliance alliance, Round round, Component component)
    {
        if (component.Record is not { } record) return [];
        var open = new List<OpenPoint>();
        var silent = component.NotConfirmed.Where(partner => Hearing.AnswerOf(component, partner) is null).ToList();
        // Of who was not heard and did not confirm either, the later one is said, and once.
        open.AddRange(record.NotHeard.Where(partner => !silent.Contains(partner))
            .Select(partner => new OpenPoint(OpenKind.NotHeard, Names.Of(alliance, partner), null, record.At)));
        open.AddRange(silent.Select(partner => new OpenPoint(OpenKind.NotConfirmed, Names.Of(alliance, partner), null, record.At)));
        foreach (var partner in round.Roster)
        {
            if (Hearing.AnswerOf(component, partner) is not { Stance: not Stance.Confirm } answer) continue;
            var kind = answer.Stance == Stance.Objection ? OpenKind.Objection : OpenKind.SeenDifferently;
            open.Add(new(kind, Names.Of(alliance, partner), answer.Text?.Text, answer.At));
        }

        foreach (var goal in Goals(alliance, round, component))
        {
            open.AddRange(goal.Open.Select(partner => new OpenPoint(OpenKind.GoalNotConfirmed, partner, goal.Text, record.At)));
        }

        var names = RoundIndicators.Of(alliance, round);
        open.AddRange(record.OpenIndicators
            .Select(key => names.FirstOrDefault(known => known.Key == key) ?? new RoundIndicator(key, null))
            .Where(indicator => !RoundIndicators.IsAnswered(indicator, component))
            .Select(indicator => new OpenPoint(OpenKind.IndicatorOpen, null, indicator.Name, record.At)));
        return open.ToValueList();
    }

    /// <summary>The goals that this component yielded, with who confirmed them in which wording; only of the roster.</summary>
    public static ValueList<GoalView> Goals(Alliance alliance, Round round, Component component)
    {
        var known = alliance.Charter.Current is null ? alliance.Goals : CharterFold.DraftOf(alliance).Goals;
        var wanted = round.Lines.Where(line => line.Component == component.Number && line is { Struck: false, Goal: not null }).ToList();
        return known.Where(goal => wanted.Exists(line => line.Goal == goal.Id)).Select(goal => CharterViews.Goal(alliance, goal)).ToValueList();
    }

    public static LineView Of(Alliance alliance, Reader reader, Line line, Instant now) => new(
        line.Number, line.Component, line.Kind, line.Text.Text, Names.Of(alliance, line.Owner), line.Date)
    {
        Promise = line.Promise is { } id && alliance.Commitments.Find(id) is { } promise && May.See(alliance, reader, Act.SeePromise, id)
            ? TakenDown.Standing(alliance, reader, promise, now) : null,
        Goal = line.Goal,
    };

    /// <summary>By partner in the order of the roster; without names in an order that tells nothing.</summary>
    private static ValueList<ShownWord> Shown(Alliance alliance, Component component)
    {
        var named = component.Gathering is { Named: true };
        var words = Hearing.Current(component).Where(word => word.Text is not null && word.At <= component.ShownAt);
        return (named ? words.OrderBy(static word => word.Partner.Value, StringComparer.Ordinal) : words.OrderBy(static word => word.Ask.Value, StringComparer.Ordinal))
            .Select(word => new ShownWord(
                named ? Names.Of(alliance, word.Partner) : null, named ? Names.Of(alliance, word.Person) : null, word.Text!.Text, named && word.IsTold,
                word.ReadOut)).ToValueList();
    }

    private static ValueList<int> Spread(Component component)
    {
        var numbers = Hearing.Numbers(component);
        return numbers.Count < Hearing.Fewest
            ? []
            : Enumerable.Range(RoundTalk.Least, RoundTalk.Most).Select(value => numbers.Count(number => number == value)).ToValueList();
    }

    private static ValueList<IndicatorTalk> Indicators(Alliance alliance, Round round, Component component) => RoundIndicators.Of(alliance, round)
        .Select(indicator => new IndicatorTalk(
            indicator.Key, indicator.Name, Of(component, indicator.Key, BranchKind.Improves), Of(component, indicator.Key, BranchKind.InTheWay))
        {
            Listed = indicator.Listed,
        })
        .ToValueList();

    private static ValueList<string?> Of(Component component, string indicator, BranchKind kind) => component.Branches
        .Where(branch => branch.Indicator == indicator && branch.Kind == kind).Select(static branch => branch.Text.Text).ToValueList();

    private static ComponentRecordView Of(Alliance alliance, Round round, Component component, ComponentRecord record) => new(
        record.Summary?.Text, RoundViews.Named(alliance, record.Present), RoundViews.Named(alliance, record.Spoke),
        RoundViews.Named(alliance, record.Passed), RoundViews.Named(alliance, record.NotHeard), Names.Of(alliance, record.By), record.At)
    {
        AnswerBy = RoundClock.AnswerBy(alliance, component),
        Confirmed = RoundViews.Named(alliance, round.Roster.RemoveAll(partner =>
            Hearing.AnswerOf(component, partner) is not { Stance: Stance.Confirm })),
        Answers = component.Answers.Where(static answer => answer.Stance != Stance.Confirm || answer.Text is not null)
            .Select(answer => new AnswerView(
                Names.Of(alliance, answer.Partner), Names.Of(alliance, answer.By), answer.Stance, answer.Text?.Text, answer.At)).ToValueList(),
        Unanswered = RoundViews.Named(alliance, Hearing.Unanswered(round, component)),
        Earlier = component.Earlier.Select(static earlier => earlier.Summary?.Text).ToValueList(),
    };
}

using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Given events, when a command, then events, a refusal or nothing. Each Then also holds the laws: the same asked again
/// yields nothing, the refolded stream equals the state, and the due index equals one made from scratch.
/// It can go on with the next When.
/// </summary>
public sealed class Spec
{
    private readonly List<AllianceEvent> stream = [];
    private Command? command;
    private CommandContext? context;
    private Outcome? outcome;

    private Spec()
    {
    }

    /// <summary>The state before the last When.</summary>
    public Alliance Before { get; private set; } = new();

    /// <summary>The state now.</summary>
    public Alliance State { get; private set; } = new();

    /// <summary>What the last When made happen.</summary>
    public ValueList<AllianceEvent> Events => outcome is Outcome.Happened happened ? happened.Events : [];

    /// <summary>All that happened so far.</summary>
    public IReadOnlyList<AllianceEvent> Stream => stream;

    /// <summary>A stream with nothing in it.</summary>
    public static Spec Empty => new();

    /// <summary>The sample alliance, and these events after it.</summary>
    public static Spec Given(params ReadOnlySpan<AllianceEvent> events) => GivenStory(Riverbend.Story, events);

    /// <summary>Any story, and these events after it. Events without a stamp happen an hour after set-up, by Dale.</summary>
    public static Spec GivenStory(ValueList<AllianceEvent> story, params ReadOnlySpan<AllianceEvent> events)
    {
        var spec = new Spec();
        foreach (var happened in story) spec.Fold(happened);
        foreach (var happened in events) spec.Fold(spec.Stamped(happened));
        spec.Before = spec.State;
        return spec;
    }

    /// <summary>An ask id of its own.</summary>
    public static AskId Ask(int n) => new($"ask-{n}");

    public Spec When(Command command, PersonId by, Instant? at = null)
    {
        Before = State;
        this.command = command;
        context = new(by, Instant.Max(at ?? Riverbend.Now, State.LastAt));
        outcome = AllianceDecider.Decide(State, command, context);
        foreach (var happened in Events) Fold(happened);
        return this;
    }

    /// <summary>The clock strikes once at this instant.</summary>
    public Spec WhenClock(Instant at) => When(new ClockStruck(new AskId($"clock-{at.ToUnixTimeSeconds()}")), PersonId.Clock, at);

    /// <summary>The clock walks: each due instant strikes, in order, up to this one. What happened on the way is in <see cref="Events"/>.</summary>
    public Spec WhenClockWalksTo(Instant target)
    {
        var (start, events, steps) = (State, new List<AllianceEvent>(), 0);
        while (State.NextDue is { } due && due <= target)
        {
            WhenClock(Instant.Max(due, State.LastAt));
            events.AddRange(Events);
            Assert.True(++steps < 10_000, "The clock does not come to an end.");
        }

        (Before, outcome) = (start, new Outcome.Happened(events.ToValueList()));
        return this;
    }

    /// <summary>Exactly these events, in this order; they are compared without their stamps.</summary>
    public Spec Then(params ReadOnlySpan<AllianceEvent> expected)
    {
        Assert.True(outcome is Outcome.Happened, $"Refused: {Code}");
        Assert.Equal(
            string.Concat(expected.ToArray().Select(Bare).Select(Dump.Of)),
            string.Concat(Events.Select(Bare).Select(Dump.Of)));
        return Lawful();
    }

    /// <summary>Nothing but events of this kind, or nothing at all.</summary>
    public Spec ThenOnly<T>()
        where T : AllianceEvent
    {
        Assert.True(outcome is Outcome.Happened, $"Refused: {Code}");
        Assert.All(Events, static happened => Assert.IsAssignableFrom<T>(happened));
        return Lawful();
    }

    /// <summary>Among others an event of this type that fits.</summary>
    public Spec ThenHappened<T>(Func<T, bool>? fits = null)
        where T : AllianceEvent
    {
        Assert.True(outcome is Outcome.Happened, $"Refused: {Code}");
        Assert.True(
            Events.OfType<T>().Any(happened => fits?.Invoke(happened) ?? true),
            $"No fitting {typeof(T).Name} in: {string.Join(", ", Events.Select(static happened => happened.GetType().Name))}");
        return Lawful();
    }

    /// <summary>Whatever else happened, nothing of this kind did.</summary>
    public Spec ThenNone<T>()
        where T : AllianceEvent
    {
        Assert.True(outcome is Outcome.Happened, $"Refused: {Code}");
        Assert.DoesNotContain(Events, static happened => happened is T);
        return Lawful();
    }

    /// <summary>A rule said no like this; where values for its words are expected, with these.</summary>
    public Spec ThenRefused(Refusal expected)
    {
        if (expected.Facts.Count > 0) Assert.Equal(expected, (outcome as Outcome.Refused)?.Refusal);
        return ThenRefused(expected.Code);
    }

    /// <summary>A rule said no with this code, and the state is untouched.</summary>
    public Spec ThenRefused(string code)
    {
        Assert.Equal(code, Code);
        Assert.Same(Before, State);
        return this;
    }

    /// <summary>Neither events nor a refusal.</summary>
    public Spec ThenNothing()
    {
        Assert.True(outcome is Outcome.Happened, $"Refused: {Code}");
        Assert.Empty(Events);
        return this;
    }

    public Spec ThenState(Action<Alliance> check)
    {
        check(State);
        return this;
    }

    /// <summary>The notices of the last When: kind and the people each goes to now, one line each, in order.</summary>
    public Spec ThenTold(params ReadOnlySpan<string> expected)
    {
        Assert.Equal(expected.ToArray(), Told().Select(Line));
        return this;
    }

    /// <summary>Among the notices of the last When is this kind to these people.</summary>
    public Spec ThenToldAmongOthers(string expected)
    {
        Assert.Contains(expected, Told().Select(Line));
        return this;
    }

    /// <summary>The notices that the events of the last When made.</summary>
    public IReadOnlyList<Notice> Told()
    {
        var (state, notices) = (Before, new List<Notice>());
        foreach (var happened in Events)
        {
            var after = AllianceDecider.Evolve(state, happened);
            notices.AddRange(AllianceDecider.Notices(state, happened, after));
            state = after;
        }

        return notices;
    }

    private string Code => outcome is Outcome.Refused refused ? refused.Refusal.Code : "nothing was refused";

    private string Line(Notice notice) =>
        notice.To.Role == AddresseeRole.Home
            ? $"{notice.Kind} -> home"
            : $"{notice.Kind} -> {string.Join(", ", Addressees.Resolve(State, notice))}";

    private static AllianceEvent Bare(AllianceEvent happened) => happened with { By = default, At = default, Ask = default };

    private Spec Lawful()
    {
        Assert.Equal(Dump.Of(State.Due), Dump.Of(Dues.Recomputed(State)));
        var refolded = stream.Aggregate(new Alliance(), AllianceDecider.Evolve);
        Assert.Equal(Dump.Of(State), Dump.Of(refolded));
        if (command is not null && context is not null)
        {
            var again = AllianceDecider.Decide(State, command, context with { At = Instant.Max(context.At, State.LastAt) });
            Assert.True(again is Outcome.Happened { Events.Count: 0 }, $"Asked twice, more happened: {again}");
        }

        return this;
    }

    private AllianceEvent Stamped(AllianceEvent bare) => bare with
    {
        By = bare.By.Value is null ? Riverbend.Dale : bare.By,
        At = bare.At == default ? Instant.Max(State.LastAt, Riverbend.Start + Duration.FromHours(1)) : bare.At,
        Ask = bare.Ask.Value is null ? new AskId($"given-{stream.Count}") : bare.Ask,
    };

    private void Fold(AllianceEvent happened)
    {
        State = AllianceDecider.Evolve(State, happened);
        stream.Add(happened);
    }
}

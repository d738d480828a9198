using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>The laws of every alliance, held against random stories.</summary>
public sealed class StoryTests
{
    /// <summary>For how long each law is tried with fresh stories too; what fails prints how it is replayed.</summary>
    private static TimeSpan Fresh { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("STORIES_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;

    [Fact]
    public void Every_story_keeps_the_laws() => Check(numbers =>
    {
        var (story, told) = (new RandomStory(adopted: numbers.Length % 2 == 0), new List<string>());
        try
        {
            foreach (var number in numbers)
            {
                var taken = story.Step(number);
                told.Add(taken.ToString());
                Laws.Hold(taken);
            }

            Laws.RefoldEqualsState(story);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"{broken.Message}\n{string.Join('\n', told)}", broken);
        }
    });

    [Fact]
    public void Rights_and_views_are_what_the_rules_say_a_second_time() => Check(numbers =>
    {
        var story = new RandomStory(adopted: numbers.Length % 2 == 0);
        foreach (var number in numbers) story.Step(number);
        RightsOracle.AgreesOn(story.State);
        ViewsOracle.AgreesOn(story.State, story.Now);
        DecisionOracle.AgreesOn(story.State, story.Now);
        RoundOracle.AgreesOn(story.State, story.Now);
        LedgerRightsOracle.AgreesOn(story.State, story.Now);
    });

    [Fact]
    public void Every_figure_is_what_the_stored_events_say_when_they_are_counted_a_second_time() => Check(numbers =>
    {
        var story = new RandomStory();
        foreach (var number in numbers) story.Step(number);
        LedgerOracle.AgreesOn(story.State, story.Stream, story.Now);
        IndicatorOracle.AgreesOn(story.State);
    });

    [Fact]
    public void G6_Every_number_and_line_of_every_digest_is_what_the_stored_events_before_it_say()
    {
        var digests = 0;
        Check(160, numbered => Counted(new(conflicts: numbered.Length % 4 == 0, numbered.Length % 6), numbered, static (story, number) => story.Step(number)));
        Check(60, numbered => Counted(new(), numbered, static (story, number) => story.WorkStep(number)));
        Assert.True(digests > 1000, $"{digests} digests");

        void Counted(RandomStory story, int[] numbered, Action<RandomStory, int> step)
        {
            foreach (var number in numbered) step(story, number);
            var recount = new DigestRecount("story");
            recount.Read(story.Stream);
            recount.Cards(story.State, story.Now);
            Assert.True(recount.Broken.Count == 0, string.Join('\n', recount.Broken));
            digests += recount.Digests;
        }
    }

    [Fact]
    public void Digests_of_random_stories_come_to_say_all_they_can()
    {
        // That a step's time ends within days of a digest that its neutral reads hardly comes by chance: the years come to it.
        const string Seldom = "cases about to run out of time";
        var (seen, chance) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new Random(20261130));
        // As many as it takes; chance changes with every command that is added to the stories.
        for (var run = 0; run < 20 || (run < 240 && Missing().Any()); run++)
        {
            var story = new RandomStory(conflicts: run % 4 == 0, run % 6);
            for (var step = 0; step < 200; step++) story.WorkStep(chance.Next());
            var recount = new DigestRecount("story");
            recount.Read(story.Stream);
            foreach (var (figure, times) in recount.Seen) seen[figure] = seen.GetValueOrDefault(figure) + times;
        }

        Assert.Equal([], Missing());

        IEnumerable<string> Missing() => seen.Where(static figure => figure is { Value: 0, Key: not Seldom }).Select(static figure => figure.Key);
    }

    [Fact]
    public void Every_story_of_conflicts_keeps_the_laws_and_tells_nobody_outside_after_any_step() => Check(25, numbers =>
    {
        var (story, told) = (new RandomStory(conflicts: true, numbers.Length % 6), new List<string>());
        try
        {
            foreach (var number in numbers)
            {
                var taken = story.Step(number);
                told.Add(taken.ToString());
                Laws.Hold(taken);
                if (taken.Events.Count > 0) CaseOracle.AgreesOn(story.State, story.Stream, story.Now);
            }

            Laws.RefoldEqualsState(story);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"{broken.Message}\n{string.Join('\n', told)}", broken);
        }
    });

    [Fact]
    public void Random_stories_of_conflicts_come_to_all_states()
    {
        var (states, moves, acts, chance) = (new HashSet<CaseState>(), new HashSet<CaseMove>(), new HashSet<Type>(), new Random(20261129));
        for (var run = 0; run < 24; run++)
        {
            var story = new RandomStory(conflicts: true, run % 6);
            for (var step = 0; step < 200; step++)
            {
                var taken = story.Step(chance.Next());
                foreach (var happened in taken.Events.Where(static happened => happened is CaseEvent or ConcernEvent)) acts.Add(happened.GetType());
                foreach (var moved in taken.Events.OfType<CaseMoved>()) moves.Add(moved.How);
                foreach (var one in story.State.Cases) states.Add(one.State);
            }
        }

        Assert.Equal(Enum.GetValues<CaseState>(), states.Order());
        // Most of what can happen in one; the rest has tests of its own.
        Assert.InRange(acts.Count, 35, 100);
        Assert.Superset(new HashSet<CaseMove> { CaseMove.Started, CaseMove.Up, CaseMove.TimeRanOut }, moves);
    }

    [Fact]
    public void What_cards_offer_is_what_the_table_of_rights_grants() => Check(numbers =>
    {
        var story = new RandomStory(adopted: numbers.Length % 2 == 0);
        foreach (var number in numbers) story.Step(number);
        ButtonsOracle.AgreesOn(story.State, story.Now);
    });

    [Fact]
    public void Random_stories_come_to_all_states()
    {
        var (seen, chance) = (new HashSet<CommitmentState>(), new Random(20261120));
        var (decisions, happened) = (new HashSet<DecisionState>(), new HashSet<Type>());
        var versions = 0;
        // As many as it takes; chance changes with every command that is added to the stories.
        for (var run = 0; run < 130 || (run < 600 && seen.Count < Enum.GetValues<CommitmentState>().Length); run++)
        {
            var story = new RandomStory(adopted: run % 2 == 0);
            for (var step = 0; step < 200; step++)
            {
                story.Step(chance.Next());
                foreach (var promise in story.State.Commitments) seen.Add(promise.State);
                foreach (var decision in story.State.Decisions) decisions.Add(decision.State);
            }

            happened.UnionWith(story.Stream.Select(static one => one.GetType()));
            versions = Math.Max(versions, story.State.Charter.Versions.Count);
        }

        Assert.Equal(Enum.GetValues<CommitmentState>(), seen.Order());
        Assert.Equal(Enum.GetValues<DecisionState>(), decisions.Order());
        Assert.True(versions > 1, "No story changed its charter.");
        Type[] wanted =
        [
            typeof(CharterJoined), typeof(GoalConfirmed), typeof(OwnTermsSet), typeof(WhoSeesRead), typeof(WordsForgotten), typeof(WordsRedacted),
            typeof(DecisionPartnerLeft), typeof(DecisionExtended), typeof(SettingsChanged), typeof(PartnerBudgetSet),
        ];
        Assert.Equal([], wanted.Where(type => !happened.Contains(type)).Select(static type => type.Name));
    }

    [Fact]
    public void Random_stories_come_to_all_states_of_rounds()
    {
        var (rounds, components, chance) = (new HashSet<RoundState>(), new HashSet<ComponentState>(), new Random(20261129));
        for (var run = 0; run < 60 && (run < 15 || rounds.Count + components.Count < 14); run++)
        {
            var story = new RandomStory();
            for (var step = 0; step < 150; step++)
            {
                Laws.Hold(story.RoundStep(chance.Next()));
                foreach (var round in story.State.Rounds)
                {
                    rounds.Add(round.State);
                    foreach (var component in round.Components) components.Add(component.State);
                }
            }

            RoundOracle.AgreesOn(story.State, story.Now);
            Laws.RefoldEqualsState(story);
        }

        Assert.Equal(Enum.GetValues<ComponentState>(), components.Order());
        Assert.Equal(Enum.GetValues<RoundState>(), rounds.Order());
    }

    private static void Check(Action<int[]> holds) => Check(200, holds);

    private static void Check(int tests, Action<int[]> holds)
    {
        var numbers = Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf(), Shorter);
        var config = Config.QuickThrowOnFailure.WithMaxTest(tests).WithStartSize(40).WithEndSize(200);
        var law = Prop.ForAll(numbers, new Func<int[], bool>(steps => { holds(steps); return true; }));
        // Always the same stories, so that who changes a word is not stopped by a story that nobody had met before; fresh ones when asked.
        law.Check(config.WithReplay(20261130, 1));
        for (var tried = Stopwatch.StartNew(); tried.Elapsed < Fresh;) law.Check(config);
    }

    /// <summary>Without a stretch of steps: long stretches first, so that a failing story is short when it is shown.</summary>
    private static IEnumerable<int[]> Shorter(int[] steps)
    {
        for (var length = steps.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= steps.Length; start += length)
            {
                yield return [.. steps[..start], .. steps[(start + length)..]];
            }
        }
    }
}

using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Words of rounds and indicators die on the agreed day, with the person who said them, or when that person says so; what was decided stays.</summary>
public sealed class RoundForgettingTests
{
    private static readonly CharterEdit Agreement = Together.Edit with { Retention = new Retention(null, null, null) { Talks = 60 } };

    [Fact]
    public void The_words_of_a_round_die_once_it_was_compared_with_the_next_and_its_days_are_over()
    {
        var spec = Together.Adopted(Agreement);
        var start = spec.State.LastAt;
        spec.When(new PlanRound(Circle.Id, Spec.Ask(800), []), Sam, start);
        spec.Talk().Here(Ana, Priya, Mei, Jonas).Spoke(Ana, Priya, Mei, Jonas).Catch(LineKind.Goal, "60 young adults in training by summer").Catch(LineKind.Agreement, "We meet on Tuesdays.").Record("Agreed, in secret words.");
        while (spec.Now() > 0) spec = spec.Done("Agreed, in secret words.");
        spec.Asked(static (revision, ask) => new ReviewRound(Circle.Id, revision, ask, Say("Looked at again."), null), Sam);
        spec.WhenClockWalksTo(spec.State.LastAt + NodaTime.Duration.FromDays(100));
        // Nothing to compare it with yet.
        Assert.NotNull(spec.Round().Of(2).Record!.Summary!.Text);
        Assert.Null(spec.Round().WordsGone);

        var next = new RoundId("next");
        spec.When(new PlanRound(next, Spec.Ask(801), []), Sam, spec.State.LastAt);
        for (var topic = 1; topic <= 6; topic++)
        {
            RoundCommand[] steps =
            [
                new Gather(next, spec.State.Rounds[next].Revision, new($"g{topic}"), topic, new(GatherWay.TalkOnly, true, false, false)),
                new MarkHeard(next, spec.State.Rounds[next].Revision + 1, new($"h{topic}"), topic, [Ana, Priya, Mei, Jonas], false),
                new RecordComponent(next, spec.State.Rounds[next].Revision + 2, new($"r{topic}"), topic, Say("Agreed again."), [], [], null),
            ];
            foreach (var step in steps) spec.When(step, Sam, spec.State.LastAt);
        }

        Assert.Equal(RoundState.Complete, spec.State.Rounds[next].State);
        var end = spec.State.LastAt;
        spec.WhenClockWalksTo(end + NodaTime.Duration.FromDays(58));
        Assert.Null(spec.Round().WordsGone);
        spec.WhenClockWalksTo(end + NodaTime.Duration.FromDays(62)).ThenHappenedUnread<WordsForgotten>(static gone => gone.Item == (Subject)Circle.Id);
        Assert.NotNull(spec.Round().WordsGone);
        Assert.DoesNotContain("\"Agreed, in secret words.\"", Dump.Of(spec.Round()), StringComparison.Ordinal);
        Assert.DoesNotContain("\"We meet on Tuesdays.\"", Dump.Of(spec.Round()), StringComparison.Ordinal);
        Assert.Equal([Shelf.Of(Circle.Id)], spec.Events.OfType<WordsForgotten>().Single(static gone => gone.Item == (Subject)Circle.Id).Shelves);

        // That there was a round, who spoke and when, and the goal that came out of it stay.
        Assert.Equal(4, spec.Round().Of(1).Record!.Spoke.Count);
        Assert.Equal(RoundState.Reviewed, spec.Round().State);
        Assert.Contains("\"60 young adults in training by summer\"", Dump.Of(CharterFold.DraftOf(spec.State).Goals), StringComparison.Ordinal);
        Assert.Contains("60 young adults in training by summer", Dump.Of(RoundViews.Report(spec.State, new PersonReader(Ana), Circle.Id, spec.State.LastAt)!), StringComparison.Ordinal);
        Assert.Contains("Agreed again.", Dump.Of(RoundViews.Report(spec.State, new PersonReader(Ana), next, spec.State.LastAt)!), StringComparison.Ordinal);
        Assert.Single(spec.Events.OfType<WordsForgotten>(), static gone => gone.Item == (Subject)Circle.Id);
    }

    [Fact]
    public void Without_an_agreement_about_talks_rounds_keep_their_words()
    {
        var spec = Circle.Started();
        spec.Asked(static (revision, ask) => new AbandonRound(Circle.Id, revision, ask, Say("Not now.")), Sam);
        spec.WhenClockWalksTo(Local(2029, 1, 1, 9, 0));
        Assert.Equal("Not now.", spec.Round().EndReason!.Text);
    }

    [Fact]
    public void A_round_that_was_given_up_needs_no_next_one()
    {
        var spec = Together.Adopted(Agreement);
        spec.When(new PlanRound(Circle.Id, Spec.Ask(810), []), Sam, spec.State.LastAt).Gather().Give(Ana, "private words").Show(Workforce, Lakeside, Cedar);
        spec.Asked(static (revision, ask) => new AbandonRound(Circle.Id, revision, ask, Say("Not now.")), Sam);
        spec.WhenClockWalksTo(spec.State.LastAt + NodaTime.Duration.FromDays(62)).ThenHappenedUnread<WordsForgotten>(static gone => gone.Item == (Subject)Circle.Id);
        Assert.DoesNotContain("\"private words\"", Dump.Of(spec.Round()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_an_indicator_off_the_list_die_and_its_numbers_stay()
    {
        var spec = Together.Adopted(Agreement);
        var id = new IndicatorId("jobs");
        var terms = new IndicatorTerms(Say("Young adults in jobs"), Say("people"), null, 120, new(2027, 6, 30), ReportEvery.Never);
        spec.When(new AgreeIndicator(id, Spec.Ask(820), terms, null), Dale, spec.State.LastAt);
        spec.When(new EnterReading(id, spec.State.Indicators[id].Revision, Spec.Ask(821), 84, null, Say("A good month.")), Sam, spec.State.LastAt);
        spec.When(new RetireIndicator(id, spec.State.Indicators[id].Revision, Spec.Ask(822), Say("Another one took its place.")), Sam, spec.State.LastAt);
        Assert.NotNull(spec.State.Indicators[id].RetiredAt);
        spec.WhenClockWalksTo(spec.State.LastAt + NodaTime.Duration.FromDays(62)).ThenHappenedUnread<WordsForgotten>(gone => gone.Item == (Subject)id);
        var left = spec.State.Indicators[id];
        Assert.Equal((84, null, null), (left.Latest!.Value, left.Terms.Name.Text, left.Latest.Note!.Text));
        Assert.NotNull(left.WordsGone);
        Assert.DoesNotContain("\"Another one took its place.\"", Dump.Of(left), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_erased_takes_own_words_out_of_rounds_notes_and_indicators_and_the_record_stays_whole()
    {
        var spec = Circle.Started();
        spec.When(new NoteTalk(4, Say("We were late twice, I think."), Spec.Ask(830)), Mei);
        spec.Gather(reads: true).Give(Mei, "Mine to say.").Give(Ana, "Fewer forms.").Show(Workforce, Cedar).Spoke(Priya, Jonas).Record("We agreed.");
        spec.Answer(1, Ruth, Stance.Differently, "Lakeside sees it otherwise.");
        var heard = spec.Round().Of(1).Record!.Spoke;
        spec.When(new ErasePerson(Mei, Spec.Ask(831)), Mei).ThenHappenedUnread<PersonErased>(static _ => true);
        Assert.DoesNotContain("\"Mine to say.\"", Dump.Of(spec.State), StringComparison.Ordinal);
        Assert.DoesNotContain("\"We were late twice, I think.\"", Dump.Of(spec.State), StringComparison.Ordinal);
        Assert.Equal(heard, spec.Round().Of(1).Record!.Spoke);
        Assert.Equal("We agreed.", spec.Round().Of(1).Record!.Summary!.Text);
        Assert.Contains("Fewer forms.", Dump.Of(spec.OnStage(1)), StringComparison.Ordinal);
        Assert.Contains("Lakeside sees it otherwise.", Dump.Of(spec.OnStage(1)), StringComparison.Ordinal);
        Assert.NotNull(RoundViews.Report(spec.State, new PersonReader(Ana), Circle.Id, spec.State.LastAt));
    }

    [Fact]
    public void Own_words_of_an_indicator_can_be_taken_out_by_whose_they_are()
    {
        var spec = Spec.Given();
        var id = new IndicatorId("jobs");
        var terms = new IndicatorTerms(Say("Young adults in jobs"), Say("people"), null, 120, new(2027, 6, 30), ReportEvery.Never);
        spec.When(new AgreeIndicator(id, Spec.Ask(840), terms, null), Dale);
        spec.When(new EnterReading(id, spec.State.Indicators[id].Revision, Spec.Ask(841), 84, null, Say("A good month.")), Sam);
        var own = Assert.Single(Forgetting.OwnOf(spec.State, Sam, id));
        spec.When(new Redact(id, own.Id, Spec.Ask(842)), Ana).ThenRefused(Refusal.NotYours);
        spec.When(new Redact(id, own.Id, Spec.Ask(843)), Sam).ThenHappenedUnread<WordsRedacted>(static _ => true);
        Assert.Equal((84, null), (spec.State.Indicators[id].Latest!.Value, spec.State.Indicators[id].Latest!.Note!.Text));
        spec.When(new Redact(id, own.Id, Spec.Ask(844)), Sam).ThenNothing();
    }
}

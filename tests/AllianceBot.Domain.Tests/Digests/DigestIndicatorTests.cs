using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Indicators and decisions in digests: Dale manages the office whose Priya reports the jobs, Sam facilitates, Ruth is of another organisation.</summary>
public sealed class DigestIndicatorTests
{
    private static readonly Instant Monday = Local(2026, 12, 7, 8, 0);

    private static Spec With(Spec spec)
    {
        foreach (var reader in (PersonId[])[Dale, Ruth, Sam]) spec.When(new SetDigest(DigestWish.Usual, new($"on-{reader}")), by: reader, spec.State.LastAt);
        return spec;
    }

    private static DigestIssue Issue(Spec spec, PersonId reader) => spec.State.Digests[reader].Issues[^1];

    private static DigestCard Card(Spec spec, PersonId reader) => DigestViews.Card(
        spec.State, new PersonReader(reader), new DigestId(reader, Issue(spec, reader).Week).Subject, spec.State.LastAt)!;

    [Fact]
    public void G3_A_number_that_is_asked_for_stands_in_the_digests_of_its_organisation_and_of_the_facilitator()
    {
        var spec = With(JobsCounted.Agreed()).WhenClockWalksTo(Monday);
        var due = new DigestIndicator(JobsCounted.Id, new(2026, 11, 30));
        Assert.Equal([due], Issue(spec, Dale).Indicators.ToArray());
        Assert.Equal([due], Issue(spec, Sam).Indicators.ToArray());
        Assert.Empty(Issue(spec, Ruth).Indicators);
        Assert.False(Issue(spec, Dale).Quiet);
        // Priya reports it, so it is hers to answer; the manager reads that it is asked for.
        Assert.Empty(Issue(spec, Dale).Needs);
        var line = Assert.Single(Card(spec, Dale).Indicators.ToArray());
        Assert.Equal((1, "Young adults in jobs for 90 days", (PersonId?)Priya, false), (line.Number, line.Name, line.Owner?.Id, line.Done));
        spec.Read(84);
        Assert.True(Assert.Single(Card(spec, Dale).Indicators.ToArray()).Done);
    }

    [Fact]
    public void G4_A_number_that_a_manager_reports_needs_the_manager_and_is_answered_there()
    {
        var spec = With(JobsCounted.Named(Dale)).WhenClockWalksTo(Monday);
        Assert.Equal([(Subject)JobsCounted.Id], Issue(spec, Dale).Needs.ToArray());
        var need = Assert.Single(Card(spec, Dale).Needs.ToArray());
        Assert.Equal(("I1", (LocalDate?)new LocalDate(2026, 11, 30), false), (need.Number, need.Asked, need.Done));
        Assert.Equal([IndicatorAct.Read, IndicatorAct.Skip], need.Numbers.ToArray());
        var before = DigestViews.Revision(spec.State, Card(spec, Dale).Id.Subject);
        spec.Read(84, by: Dale);
        need = Assert.Single(Card(spec, Dale).Needs.ToArray());
        Assert.True(need is { Done: true, Numbers.Count: 0 });
        Assert.True(DigestViews.Revision(spec.State, Card(spec, Dale).Id.Subject) > before);

        var asked = With(JobsCounted.Named(Ruth)).WhenClockWalksTo(Monday);
        Assert.Equal([IndicatorAct.AgreeToReport, IndicatorAct.DeclineToReport], Assert.Single(Card(asked, Ruth).Needs.ToArray()).Numbers.ToArray());
    }

    [Fact]
    public void N22_Numbers_that_came_in_are_among_the_results_and_stay_as_they_were()
    {
        var spec = With(JobsCounted.Agreed()).WhenClockWalksTo(Local(2026, 12, 2, 9, 0)).Read(84, at: Local(2026, 12, 2, 10, 0)).WhenClockWalksTo(Monday);
        foreach (var reader in (PersonId[])[Dale, Ruth, Sam])
        {
            Assert.Equal([new DigestReading(JobsCounted.Id, 84, new(2026, 11, 30), Reached: false)], Issue(spec, reader).Progress.ToArray());
        }

        var subject = Card(spec, Ruth).Id.Subject;
        spec.Do(static (revision, ask) => new CorrectReading(JobsCounted.Id, revision, ask, 121, null, null), Priya).WhenClockWalksTo(Local(2026, 12, 14, 8, 0));
        Assert.Equal(84, Assert.Single(DigestViews.Card(spec.State, new PersonReader(Ruth), subject, spec.State.LastAt)!.Progress.ToArray()).Value);
        var now = Assert.Single(Card(spec, Ruth).Progress.ToArray());
        Assert.Equal((121m, 120m, true, "people"), (now.Value, now.Target, now.Reached, now.Unit));
        spec.WhenClockWalksTo(Local(2026, 12, 21, 8, 0));
        Assert.Empty(Issue(spec, Ruth).Progress);
    }

    [Fact]
    public void Decisions_that_wait_are_listed_and_say_so_when_they_no_longer_do()
    {
        var spec = With(Spec.Given()).When(
            new ProposeDecision(new("fair"), Spec.Ask(40), Fair.Proposal with { Closes = new(2026, 12, 10) }), by: Ana).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal([new DecisionId("fair")], Issue(spec, Ruth).Decisions.ToArray());
        var line = Assert.Single(Card(spec, Ruth).Decisions.ToArray());
        Assert.Equal((1, new LocalDate(2026, 12, 10), DecisionWants.Voice), (line.Number, line.Closes, line.Wants));
        spec.When(new GiveVoice(new("fair"), 1, Spec.Ask(41), null, Position.Agree, null, null), by: Ruth);
        Assert.Equal(DecisionWants.Nothing, Assert.Single(Card(spec, Ruth).Decisions.ToArray()).Wants);
    }

    [Fact]
    public void G3_A_decision_that_is_made_waits_for_its_outcome_and_not_for_a_voice()
    {
        var spec = With(Spec.Given()).When(
            new ProposeDecision(new("fair"), Spec.Ask(40), Fair.Proposal with { Closes = new(2026, 12, 10) }), by: Ana);
        var ask = 41;
        foreach (var one in (PersonId[])[Tom, Dale, Ruth, Jonas]) spec.When(new GiveVoice(new("fair"), 1, Spec.Ask(ask++), null, Position.Agree, null, null), by: one);
        Assert.Equal(DecisionState.Decided, spec.State.Decisions[new("fair")].State);
        spec.When(new SetDigest(DigestWish.Usual, new("on-sam")), by: Sam, spec.State.LastAt).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        var card = Card(spec, Sam);
        Assert.Equal(DecisionWants.Outcome, Assert.Single(card.Decisions.ToArray()).Wants);
        Assert.Equal((DecisionWants.Outcome, false), (Assert.Single(card.Needs.ToArray()).Wants, card.Needs[0].Done));
    }

    [Fact]
    public void B4_What_needs_an_absent_reader_is_not_called_answered_before_the_cover()
    {
        var spec = Referral.Requested();
        spec.When(new SetDigest(DigestWish.Usual, new("on-ruth")), by: Ruth, spec.State.LastAt);
        spec.When(new ProposeDecision(new("fair"), Spec.Ask(42), Fair.Proposal with { Closes = new(2026, 12, 10) }), by: Ana)
            .When(new AnnounceAbsence(new(2026, 11, 23), new(2026, 11, 24), Mei, Spec.Ask(43)), by: Ruth).WhenClockWalksTo(Local(2026, 11, 23, 9, 0));
        Assert.Equal(Mei, Issue(spec, Ruth).Cover);
        var subject = new DigestId(Ruth, Issue(spec, Ruth).Week).Subject;
        var need = Assert.Single(DigestViews.Card(spec.State, new PersonReader(Mei), subject, spec.State.LastAt)!.Needs.ToArray());
        Assert.Equal(SubjectKind.Decision, need.Item.Kind);
        Assert.False(need.Done);
        // A voice in a decision is not given by a cover.
        Assert.Empty(need.Voices);
    }
}

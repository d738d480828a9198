using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What is caught while people speak: promises are requests to named people, goals have numbers, parked has owner and date.</summary>
public sealed class HarvestTests
{
    [Fact]
    public void N6_A_sentence_becomes_a_request_with_the_place_where_it_was_said_and_declining_leaves_no_debt()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Promise, "Lakeside sends the form.", terms: Circle.Form, ask: new("form"));
        spec.ThenHappened<CommitmentRequested>(static happened => happened.Source == new Source(Circle.Id) { Component = 1, Line = 1 })
            .ThenToldAmongOthers("commitment.requested -> mei").ThenToldAmongOthers("round.promise-for-you -> ana");
        var promise = new CommitmentId("form");
        Assert.Equal(CommitmentState.Requested, spec.State.Commitments[promise].State);
        Assert.Equal((Subject)Circle.Id, spec.State.Commitments[promise].Source!.Of);
        spec.When(new DeclineCommitment(promise, spec.State.Commitments[promise].Revision, Spec.Ask(90), Say("No one free.")), by: Mei);
        Assert.Equal(CommitmentState.Declined, spec.State.Commitments[promise].State);
        Assert.Empty(spec.State.Commitments[promise].Agreements);
        Assert.Equal("P1", Assert.Single(spec.Sees(Ana)!.Stage!.Lines).Promise!.Id.Name);

        // Cedar funds Harbor, so how its promises stand is nothing for a place where Cedar reads too.
        Assert.Null(Assert.Single(spec.OnStage().Stage!.Lines).Promise);
    }

    [Fact]
    public void N6_It_binds_the_doer_only_after_the_doers_own_yes()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Promise, "Lakeside sends the form.", terms: Circle.Form, ask: new("form"));
        var promise = new CommitmentId("form");
        spec.When(new AcceptCommitment(promise, 1, Spec.Ask(91), null), by: Sam).ThenRefused(Refusal.NotYours);
        spec.When(new AcceptCommitment(promise, spec.State.Commitments[promise].Revision, Spec.Ask(92), null), by: Mei).ThenHappened<CommitmentAccepted>();
        Assert.Equal(CommitmentState.Active, spec.State.Commitments[promise].State);
    }

    [Fact]
    public void A_promise_of_a_round_is_late_by_the_moment_in_which_it_is_looked_at()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Promise, "Lakeside sends the form.", terms: Circle.Form, ask: new("form"));
        spec.When(new AcceptCommitment(new("form"), 1, Spec.Ask(92), null), by: Mei).ThenHappened<CommitmentAccepted>();
        Assert.False(Seen(Local(2026, 12, 4, 23, 59)));
        // Nothing happened since, and the day is over all the same.
        Assert.True(Seen(Local(2026, 12, 5, 0, 1)));

        bool Seen(Instant now)
        {
            var card = RoundViews.Card(spec.State, new PersonReader(Ana), Circle.Id, now)!;
            var page = RoundViews.Report(spec.State, new PersonReader(Ana), Circle.Id, now)!;
            var late = Assert.Single(card.Stage!.Lines).Promise!.IsOverdue;
            Assert.Equal(late, Assert.Single(page.Components[0].Lines).Promise!.IsOverdue);
            return late;
        }
    }

    [Fact]
    public void F9_Every_action_has_a_person_and_a_date()
    {
        Circle.Started().Talk().Catch(LineKind.Promise, "Somebody sends the form.", terms: Circle.Form with { Doer = null }).ThenRefused("round.promise-of-nobody");
        Circle.Started().Talk().Catch(LineKind.Promise, "Somebody sends the form.").ThenRefused("round.promise-of-nobody");
        Circle.Started().Talk().Catch(LineKind.Promise, "By yesterday.", terms: Circle.Form with { Due = new(2026, 11, 1) }).ThenRefused("commitment.due-past");
        Circle.Started().Talk().Catch(LineKind.Parked, "Who pays for the hall?").ThenRefused("round.owner-missing");
        Circle.Started().Talk().Catch(LineKind.Parked, "Who pays for the hall?", Ruth).ThenRefused("round.date-missing");
        Circle.Started().Talk().Catch(LineKind.Parked, "Who pays for the hall?", Ruth, new LocalDate(2026, 11, 1)).ThenRefused("round.date-past");
        Circle.Started().Talk().Catch(LineKind.Parked, "Who pays for the hall?", Stranger, new LocalDate(2026, 12, 1)).ThenRefused("round.owner-unknown");
        var spec = Circle.Started().Talk().Catch(LineKind.Parked, "Who pays for the hall?", Ruth, new LocalDate(2026, 12, 1)).ThenTold("round.parked -> ruth");
        Assert.True(Assert.Single(spec.OnStage().Stage!.Lines) is { Owner.Name: "Ruth Abrams", Date.Day: 1 });
    }

    [Fact]
    public void A_goal_without_a_number_is_asked_for_one_and_nothing_is_lost()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Goal, "More young adults in work").ThenRefused("round.goal-without-number");
        Assert.Single(spec.State.Goals);
        spec.Catch(LineKind.Agreement, "More young adults in work").ThenHappened<LineCaught>();
    }

    [Fact]
    public void A_goal_goes_to_the_alliance_and_once_a_charter_holds_into_its_draft()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Goal, "60 in training by summer", date: new LocalDate(2027, 6, 30)).ThenHappened<GoalSet>();
        Assert.Equal(2, spec.State.Goals.Count);
        var held = Circle.Started(
            new CharterDrafted(new() { Parts = [new(CharterSection.Ways, null, Say("Weekly."))] }),
            new DecisionProposed(new("charter"), 1, new(Say("Our charter"), Say("Our charter"), DecisionMethod.AllAgree, 4, new(2026, 11, 27), Matter.Charter), [Harbor, Lakeside]),
            new DecisionDecided(new("charter"), []), new CharterAdopted(new("charter"), 1)).Talk().Catch(LineKind.Goal, "60 in training by summer").ThenHappened<CharterDrafted>();
        Assert.Single(held.State.Goals);
        Assert.Equal(2, held.State.Charter.Draft!.Goals.Count);
        Assert.Equal(4, Assert.Single(held.OnStage().Stage!.Goals).Open.Count);
    }

    [Fact]
    public void A_line_is_struck_while_it_is_talked_about_and_an_unanswered_request_goes_with_it()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Promise, "Lakeside sends the form.", terms: Circle.Form, ask: new("form"));
        spec.Asked(static (revision, ask) => new StrikeLine(Circle.Id, revision, ask, 9), Sam).ThenRefused("round.unknown-line");
        spec.Asked(static (revision, ask) => new StrikeLine(Circle.Id, revision, ask, 1), Sam).ThenHappened<CommitmentWithdrawn>().ThenHappened<LineStruck>();
        Assert.Empty(spec.OnStage().Stage!.Lines);
        spec.Catch(LineKind.Goal, "60 in training by summer").Asked(static (revision, ask) => new StrikeLine(Circle.Id, revision, ask, 2), Sam).ThenHappened<GoalRemoved>();
        spec.Catch(LineKind.Promise, "Lakeside sends the form.", terms: Circle.Form, ask: new("again"));
        spec.When(new AcceptCommitment(new("again"), 1, Spec.Ask(93), null), by: Mei);
        spec.Asked(static (revision, ask) => new StrikeLine(Circle.Id, revision, ask, 3), Sam).ThenRefused("round.line-promised");
        spec.Spoke(Ana, Priya, Mei, Jonas).Record();
        spec.Asked(static (revision, ask) => new StrikeLine(Circle.Id, revision, ask, 3), Sam).ThenRefused("round.line-recorded");
    }

    [Fact]
    public void Each_component_opens_with_what_the_ones_before_yielded()
    {
        var spec = Circle.Started().Talk().Spoke(Ana, Priya, Mei, Jonas).Catch(LineKind.Agreement, "We serve the same people.").Record();
        Assert.Equal("We serve the same people.", Assert.Single(spec.OnStage().Stage!.Before).Text);
        Assert.Empty(spec.OnStage(1).Stage!.Before);
    }

    [Fact]
    public void N5_The_next_round_shows_the_record_of_this_component_and_how_its_actions_stand()
    {
        var spec = Circle.Started().Talk().Spoke(Ana, Priya, Mei, Jonas).Catch(LineKind.Promise, "Lakeside sends the form.", terms: Circle.Form, ask: new("form")).Record("Forms first.");
        while (spec.Now() > 0) spec = spec.Done();
        spec.When(new PlanRound(new("second"), Spec.Ask(94), []), by: Sam);
        var report = RoundViews.Report(spec.State, new PersonReader(Ana), new("second"), spec.State.LastAt)!;
        Assert.Equal(1, report.Earlier!.Number);
        Assert.Equal("Forms first.", report.Before[0].Record!.Summary);
        Assert.Equal(CommitmentState.Requested, Assert.Single(report.Before[0].Lines).Promise!.State);
        var place = RoundViews.Report(spec.State, PlaceReader.Any, new("second"), spec.State.LastAt)!;
        Assert.Null(Assert.Single(place.Before[0].Lines).Promise);
    }

    [Fact]
    public void N9_The_talk_about_trust_opens_with_the_sums_of_the_ledger_as_they_stood_at_the_start()
    {
        var spec = Spec.Given();
        Agreed(spec, new("one"), Circle.Form, Ana, Mei, 300);
        Agreed(spec, new("two"), Circle.Form with { DoerPartner = Workforce, Doer = Priya, ReceiverPartner = Lakeside, Receiver = Mei }, Mei, Priya, 310);
        Agreed(spec, new("three"), Circle.Form with { DoerPartner = Harbor, Doer = Ana, ReceiverPartner = Workforce, Receiver = Priya }, Priya, Ana, 320);
        Kept(spec, new("one"), Mei, Ana, 330);
        var sum = Ledgers.Sum(spec.State, LedgerPeriod.All(spec.State.DateOf(spec.State.LastAt)), spec.State.LastAt)!;
        spec.When(new PlanRound(Circle.Id, Spec.Ask(340), []), by: Sam);
        Kept(spec, new("two"), Priya, Mei, 350);
        while (spec.Now() < ComponentKinds.Trust) spec = spec.Done();
        var shown = spec.OnStage().Stage!.Baseline!;
        Assert.Equal((sum.KeptOnTime, sum.Open, sum.Partners), (shown.KeptOnTime, shown.Open, shown.Partners));
        Assert.Equal((1, 2, 3), (shown.KeptOnTime, shown.Open, shown.Partners));
        Assert.Null(spec.OnStage(3).Stage!.Baseline);
    }

    private static void Agreed(Spec spec, CommitmentId id, Terms terms, PersonId receiver, PersonId doer, int ask)
    {
        spec.When(new RequestCommitment(id, Spec.Ask(ask), terms, null, true), by: receiver);
        spec.When(new AcceptCommitment(id, spec.State.Commitments[id].Revision, Spec.Ask(ask + 1), null), by: doer).ThenHappened<CommitmentAccepted>();
    }

    private static void Kept(Spec spec, CommitmentId id, PersonId doer, PersonId receiver, int ask)
    {
        spec.When(new ReportDone(id, spec.State.Commitments[id].Revision, Spec.Ask(ask), null), by: doer);
        spec.When(new AcceptReport(id, spec.State.Commitments[id].Revision, Spec.Ask(ask + 1), null), by: receiver).ThenHappened<CommitmentKept>();
    }

    [Fact]
    public void Own_words_can_be_taken_out_again()
    {
        var spec = Circle.Started().Gather().Give(Ana, "Fewer forms.").Show(Workforce, Lakeside, Cedar);
        var said = Assert.Single(Forgetting.OwnOf(spec.State, Ana, Circle.Id));
        spec.When(new Redact(Circle.Id, said.Id, Spec.Ask(95)), by: Mei).ThenRefused(Refusal.NotYours);
        spec.When(new Redact(Circle.Id, said.Id, Spec.Ask(96)), by: Ana).ThenHappened<WordsRedacted>();
        Assert.DoesNotContain("Fewer forms", Dump.Of(spec.OnStage()), StringComparison.Ordinal);
    }
}

using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class ForgettingTests
{
    private static readonly CharterEdit Agreement = Together.Edit with { Retention = new(60, 45, 30) };

    [Fact]
    public void Words_of_an_ended_promise_are_destroyed_on_their_day_and_the_record_stays()
    {
        var spec = Together.Adopted(Agreement);
        spec.When(new ReadWhoSees(Spec.Ask(599)), Mei);
        spec.When(new RequestCommitment(Referral.Id, Spec.Ask(600), Referral.Terms with { Goal = null, NoGoal = true }, null, true), Ana);
        spec.Accept(Mei, Referral.AcceptedAt).Report(Mei, Local(2026, 12, 1, 12, 0)).AcceptReport(Ana, Local(2026, 12, 2, 9, 0)).ThenStands(CommitmentState.Kept);
        spec.WhenClockWalksTo(Local(2027, 1, 31, 8, 0));
        Assert.NotNull(spec.Promise().Terms.What.Text);
        spec.WhenClockWalksTo(Local(2027, 1, 31, 9, 0)).ThenHappenedUnread<WordsForgotten>(static one => one.Item == Referral.Id);
        var card = spec.Card(Ana)!;
        Assert.Null(card.Terms.What);
        Assert.Equal(CommitmentState.Kept, card.Inside!.State);
        Assert.NotNull(card.WordsGone);
        Assert.DoesNotContain("\"It is live.\"", Dump.Of(spec.Promise()), StringComparison.Ordinal);
        Assert.Contains(spec.Promise().History, static line => line.What == "words.forgotten");
        Assert.Equal([Shelf.Of(Referral.Id)], spec.Events.OfType<WordsForgotten>().Single(static one => one.Item == Referral.Id).Shelves);
    }

    [Fact]
    public void Words_that_stand_in_what_took_a_promises_place_live_as_long_as_that()
    {
        var spec = Together.Adopted(Agreement);
        spec.When(new ReadWhoSees(Spec.Ask(597)), Mei);
        spec.When(new RequestCommitment(Referral.Id, Spec.Ask(598), Referral.Terms with { Goal = null, NoGoal = true }, null, true), Ana);
        spec.Accept(Mei, Referral.AcceptedAt);
        var next = new CommitmentId("next");
        var terms = spec.Promise().Terms with { Due = new(2027, 6, 30) };
        spec.Do((revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, next, terms, null), Ana);
        spec.Do((revision, ask) => new AgreeReplacement(Referral.Id, revision, ask), Mei).ThenStands(CommitmentState.Superseded);
        Assert.Equal(spec.Promise().Terms.What.Id, spec.State.Commitments[next].Terms.What.Id);
        spec.WhenClockWalksTo(Local(2027, 5, 1, 9, 0));
        Assert.NotNull(spec.Promise().Terms.What.Text);
        spec.When(new ReleaseCommitment(next, spec.State.Commitments[next].Revision, Spec.Ask(596), Say("No longer needed")), Ana, Local(2027, 5, 3, 10, 0));
        spec.WhenClockWalksTo(Local(2027, 7, 5, 9, 0));
        Assert.Equal([next, Referral.Id], spec.Events.OfType<WordsForgotten>().Select(static one => new CommitmentId(one.Item.Id)).OrderBy(static one => one.Value));
        Assert.Null(spec.Promise().Terms.What.Text);
    }

    [Fact]
    public void Words_that_the_dates_of_a_recurring_promise_share_live_until_the_last_of_these_is_over()
    {
        var spec = Together.Adopted(Agreement);
        spec.When(new ReadWhoSees(Spec.Ask(597)), Mei);
        var terms = Referral.Terms with { Goal = null, NoGoal = true, Repeats = new(RepeatUnit.Weeks, 2, new(2027, 1, 15)) };
        spec.When(new RequestCommitment(Referral.Id, Spec.Ask(598), terms, null, true), Ana);
        spec.Accept(Mei, Referral.AcceptedAt);
        var first = SeriesPlan.IdOf(Referral.Id, 1);
        Assert.Equal(spec.Promise().Terms.What.Id, spec.State.Commitments[first].Terms.What.Id);
        Released(first, Local(2026, 12, 3, 10, 0));

        // The first date's own day has come: its card is empty, and what it shared lives on where it still is needed.
        spec.WhenClockWalksTo(Local(2027, 4, 1, 9, 0));
        Assert.True(spec.Promise().State.IsEnded());
        Assert.Equal([Shelf.Of(first)], spec.Events.OfType<WordsForgotten>().SelectMany(static one => one.Shelves));
        Assert.Null(spec.State.Commitments[first].Terms.What.Text);
        Shared(2, 3, 4);
        for (var date = 2; date <= 3; date++) Released(SeriesPlan.IdOf(Referral.Id, date), Local(2027, 4, 1, 10, 0));
        spec.WhenClockWalksTo(Local(2027, 6, 20, 9, 0));
        Assert.DoesNotContain(spec.Events.OfType<WordsForgotten>(), static one => one.Item == Referral.Id);
        Shared(4);
        Released(SeriesPlan.IdOf(Referral.Id, 4), Local(2027, 6, 20, 10, 0));
        spec.WhenClockWalksTo(Local(2027, 8, 19, 1, 0));
        Shared(4);
        spec.WhenClockWalksTo(Local(2027, 8, 20, 9, 0)).ThenHappenedUnread<WordsForgotten>(static one => one.Item == Referral.Id && one.Shelves == [Shelf.Of(Referral.Id)]);
        Assert.All(spec.State.Commitments, static promise => Assert.Null(promise.Terms.What.Text));
        Assert.Equal(5, spec.State.Commitments.Count);

        void Shared(params ReadOnlySpan<int> dates)
        {
            Assert.Equal("Referral form v2", spec.Promise().Terms.What.Text);
            foreach (var date in dates) Assert.Equal("Referral form v2", spec.State.Commitments[SeriesPlan.IdOf(Referral.Id, date)].Terms.What.Text);
        }

        void Released(CommitmentId date, NodaTime.Instant at) => spec
            .When(new ReleaseCommitment(date, spec.State.Commitments[date].Revision, new($"release-{date}"), Say("Not this time.")), Ana, at)
            .ThenHappened<CommitmentReleased>();
    }

    [Fact]
    public void The_name_of_somebody_who_left_is_destroyed_on_its_day()
    {
        var spec = Together.Adopted(Agreement);
        spec.When(new RemovePerson(Priya, Spec.Ask(610)), Priya).WhenClockWalksTo(Local(2027, 1, 5, 9, 0));
        Assert.Null(spec.State.People[Priya].Name.Text);
        Assert.NotNull(spec.State.People[Ana].Name.Text);
    }

    [Fact]
    public void Without_a_data_agreement_nothing_is_destroyed()
    {
        var spec = Referral.Kept().WhenClockWalksTo(Local(2029, 1, 1, 9, 0));
        Assert.NotNull(spec.Promise().Terms.What.Text);
    }

    [Fact]
    public void Who_said_something_can_take_the_words_out_and_the_fact_stays()
    {
        var spec = Referral.Agreed().Note(Ana);
        var said = Assert.Single(Forgetting.OwnOf(spec.State, Ana, Referral.Id));
        Assert.Empty(Forgetting.OwnOf(spec.State, Mei, Referral.Id));
        spec.When(new Redact(Referral.Id, said.Id, Spec.Ask(620)), Mei).ThenRefused(Refusal.NotYours);
        spec.When(new Redact(Referral.Id, "w.Referral form v2", Spec.Ask(621)), Ana).ThenRefused(Refusal.NotYours);
        spec.When(new Redact(Referral.Id, said.Id, Spec.Ask(622)), Ana).ThenHappenedUnread<WordsRedacted>(static one => one.Words.Count == 1);
        var line = spec.Promise().History.Single(static one => one.What == "commitment.noted");
        Assert.Equal((Ana, null), (line.By, line.Said!.Text));
        Assert.NotNull(spec.Promise().Terms.What.Text);
        spec.When(new Redact(Referral.Id, said.Id, Spec.Ask(623)), Ana).ThenNothing();
    }

    [Fact]
    public void What_was_said_with_a_voice_can_be_taken_out_and_the_voice_counts_on()
    {
        var spec = Fair.Proposed().Objects(Ruth);
        foreach (var said in Forgetting.OwnOf(spec.State, Ruth, Fair.Id))
        {
            spec.When(new Redact(Fair.Id, said.Id, new($"redact-{said.Id.Length}")), Ruth);
        }

        spec.ThenIs(DecisionState.Integrating);
        var voice = Tally.Of(spec.Decision(), Lakeside)!;
        Assert.Equal((Position.Objection, null, null), (voice.Position, voice.Reason!.Text, voice.Acceptable!.Text));
    }

    [Fact]
    public void Wherever_words_stand_in_a_promise_they_are_found()
    {
        var spec = Referral.Agreed().AtRisk(Mei, help: true).Change(Mei, new(2026, 12, 9)).AcceptChange(Ana).Report(Mei).Return(Ana).Note(Ana);
        var emptied = Forgetting.Without(spec.Promise(), static _ => true);
        Assert.DoesNotContain("\"", Dump.Of(emptied).Replace("\"\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Same(spec.Promise(), Forgetting.Without(spec.Promise(), static _ => false));
    }
}

/// <summary>For events that empty words: a state folded anew from a stream that still holds them differs until the store has none.</summary>
internal static class Unread
{
    public static Spec ThenHappenedUnread<T>(this Spec spec, Func<T, bool> fits)
        where T : AllianceEvent
    {
        Assert.Contains(spec.Events.OfType<T>(), one => fits(one));
        Assert.Equal(Dump.Of(spec.State.Due), Dump.Of(Dues.Recomputed(spec.State)));
        return spec;
    }
}

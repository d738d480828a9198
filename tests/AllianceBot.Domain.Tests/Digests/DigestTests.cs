using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>When digests are made: Tom, Dale, Ruth and Sam want theirs on Mondays at eight, from Monday 23 November 2026 on.</summary>
public sealed class DigestTests
{
    private static readonly LocalDate First = new(2026, 11, 23);

    internal static readonly Instant Monday = Local(2026, 11, 23, 8, 0);

    internal static AllianceEvent On(PersonId reader, DigestWish? wish = null) => new DigestSettingsSet(reader, wish ?? DigestWish.Usual) { By = reader };

    [Fact]
    public void G1_It_is_made_at_the_readers_own_day_and_hour_and_once_a_week()
    {
        var spec = Spec.Given(On(Tom), On(Ruth, new DigestWish(4, new(16, 30))));
        spec.WhenClockWalksTo(Local(2026, 12, 6, 23, 0));
        Assert.Equal(
            ["ruth Thu 16:30", "tom Mon 08:00", "ruth Thu 16:30", "tom Mon 08:00", "ruth Thu 16:30"],
            spec.Events.OfType<DigestMade>().Select(static made => $"{made.Reader} {made.At.InZone(DateTimeZoneProviders.Tzdb[Zone]):ddd HH:mm}"));
        Assert.Equal([First, First.PlusWeeks(1)], spec.State.Digests[Tom].Issues.Select(static issue => issue.Week));
        spec.WhenClock(Local(2026, 12, 6, 23, 30)).ThenNothing();
    }

    [Fact]
    public void G1_The_local_hour_stays_where_the_clocks_change_and_a_skipped_hour_is_the_first_one_after_it()
    {
        // The clocks of Chicago skip two to three o'clock on Sunday 14 March 2027 and come back on 7 November.
        var sundays = new Workdays(0b1000000);
        var spec = Spec.Given(
            new PersonHoursSet(Tom, new(Zone, sundays, null, null, null)), On(Tom, new DigestWish(7, new(2, 30))));
        spec.WhenClockWalksTo(Local(2027, 3, 22, 0, 0));
        var hours = spec.Events.OfType<DigestMade>().Select(static made => made.At.InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime).ToList();
        Assert.Contains(new LocalDateTime(2027, 3, 14, 3, 0), hours);
        Assert.Contains(new LocalDateTime(2027, 3, 7, 2, 30), hours);
        Assert.Contains(new LocalDateTime(2027, 3, 21, 2, 30), hours);
        Assert.Equal(hours.Count, hours.Select(static hour => hour.Date).Distinct().Count());
    }

    [Fact]
    public void G1_After_an_outage_of_weeks_one_is_made_and_the_others_are_skipped_in_one_step() => Spec
        .Given(On(Tom)).WhenClock(Local(2026, 12, 16, 14, 0))
        .ThenHappened<DigestSkipped>(static skipped => skipped == new DigestSkipped(Tom, First, 3, WhySkipped.Outage) with { By = skipped.By, At = skipped.At, Ask = skipped.Ask })
        .ThenHappened<DigestMade>(static made => made.Issue.Week == new LocalDate(2026, 12, 14))
        .ThenState(static state => Assert.Equal(Local(2026, 12, 21, 8, 0), DigestTimes.NextDue(state, state.Digests[Tom])));

    [Fact]
    public void B3_A_closed_Monday_moves_it_to_the_next_day_of_the_week_and_a_closed_week_leaves_it_out()
    {
        var spec = Spec.Given(On(Tom), new HolidaysAdded(Harbor, [new(First, First, null), new(new(2026, 11, 30), new(2026, 12, 4), null)]));
        spec.WhenClockWalksTo(Local(2026, 12, 7, 7, 0));
        Assert.Equal(Local(2026, 11, 24, 8, 0), Assert.Single(spec.Events.OfType<DigestMade>()).At);
        var skipped = Assert.Single(spec.Events.OfType<DigestSkipped>());
        Assert.Equal((new LocalDate(2026, 11, 30), 1, WhySkipped.Closed), (skipped.Week, skipped.Weeks, skipped.Why));
        spec.WhenClockWalksTo(Local(2026, 12, 7, 8, 0));
        // The next one goes back to where the last one ended.
        Assert.Equal(new LocalDate(2026, 11, 24), Assert.Single(spec.Events.OfType<DigestMade>()).Issue.From);
    }

    [Fact]
    public void B4_While_the_reader_is_away_the_cover_reads_it_or_it_waits_as_the_reader_wishes()
    {
        var away = new AbsenceAnnounced(Tom, First, First.PlusDays(1), Ana);
        var spec = Spec.Given(On(Tom), away).WhenClockWalksTo(Monday);
        Assert.Equal(Ana, Assert.Single(spec.Events.OfType<DigestMade>()).Issue.Cover);
        spec.ThenToldAmongOthers("digest.cover -> ana");
        var subject = new DigestId(Tom, First).Subject;
        var card = DigestViews.Card(spec.State, new PersonReader(Ana), subject, Monday)!;
        Assert.True(card.Covering);
        Assert.All(card.Parts, static part => Assert.Null(part.Load));
        Assert.Null(DigestViews.Card(spec.State, new PersonReader(Dale), subject, Monday));

        var held = Spec.Given(On(Tom, DigestWish.Usual with { DuringLeave = DuringLeave.Hold }), away).WhenClockWalksTo(Local(2026, 11, 25, 8, 0));
        Assert.Equal(Local(2026, 11, 25, 8, 0), Assert.Single(held.Events.OfType<DigestMade>()).At);
        Assert.Null(Assert.Single(held.Events.OfType<DigestMade>()).Issue.Cover);

        var whole = Spec.Given(On(Tom), new AbsenceAnnounced(Tom, First, First.PlusDays(6), null)).WhenClockWalksTo(Local(2026, 11, 29, 23, 0));
        Assert.Equal(WhySkipped.Away, Assert.Single(whole.Events.OfType<DigestSkipped>()).Why);
    }

    [Fact]
    public void G1_A_manager_who_left_on_Sunday_gets_none_on_Monday()
    {
        var spec = Spec.Given(On(Tom), new PersonLeft(Tom) { By = Tom, At = Local(2026, 11, 22, 12, 0) });
        spec.WhenClockWalksTo(Local(2026, 12, 1, 9, 0));
        Assert.Empty(spec.Events.OfType<DigestEvent>());
        Assert.Null(spec.State.Digests[Tom].Since);
    }

    [Fact]
    public void G1_A_manager_of_no_partner_gets_none_and_is_told_so()
    {
        var spec = Spec.Given(On(Jonas), new PartnerRemoved(Cedar)).WhenClockWalksTo(Local(2026, 12, 1, 9, 0));
        Assert.Empty(spec.Events.OfType<DigestEvent>());
        Assert.Null(DigestViews.Settings(spec.State, Jonas));
        spec.When(new SetDigest(DigestWish.Usual with { At = new(9, 0) }, Spec.Ask(7)), by: Jonas).ThenRefused(DigestDecider.NotAReader);
        spec.When(new SetDigest(DigestWish.Usual, Spec.Ask(8)), by: Ana).ThenRefused(DigestDecider.NotAReader);
        spec.When(new SetDigest(DigestWish.Usual, Spec.Ask(9)), by: Stranger).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void G1_Who_manages_two_partners_gets_one_digest_with_two_sections()
    {
        var spec = Spec.Given(On(Tom), new RoleAssigned(Tom, Role.Manager, Lakeside)).WhenClockWalksTo(Monday);
        var made = Assert.Single(spec.Events.OfType<DigestMade>());
        Assert.Equal([Harbor, Lakeside], made.Issue.Parts.Select(static part => part.Partner));
        // Rights of today: who no longer manages one of them reads of the other alone.
        spec.When(new UnassignRole(Tom, Role.Manager, Lakeside, Spec.Ask(20)), by: Ruth);
        var card = DigestViews.Card(spec.State, new PersonReader(Tom), new DigestId(Tom, First).Subject, Monday)!;
        Assert.Equal([Harbor], card.Parts.Select(static part => part.Partner.Id));
    }

    [Fact]
    public void G5_An_empty_week_is_one_line_or_nothing_as_the_reader_wishes()
    {
        var spec = Spec.Given(On(Tom), On(Ruth, DigestWish.Usual with { WhenNothing = WhenNothing.Nothing })).WhenClockWalksTo(Monday);
        Assert.True(Assert.Single(spec.Events.OfType<DigestMade>()).Issue.Quiet);
        Assert.Equal(WhySkipped.NothingToSay, Assert.Single(spec.Events.OfType<DigestSkipped>()).Why);
        spec.ThenTold("digest.made -> tom");
    }

    [Fact]
    public void G1_The_first_week_of_a_new_manager_begins_with_the_next_hour()
    {
        var late = new RoleAssigned(Ana, Role.Manager, Harbor) { By = Tom, At = Local(2026, 11, 23, 8, 1) };
        var spec = Spec.Given(late).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        var made = Assert.Single(spec.Events.OfType<DigestMade>());
        Assert.Equal((Ana, new LocalDate(2026, 11, 30)), (made.Reader, made.Issue.Week));
        Assert.Empty(spec.Events.OfType<DigestSkipped>());
    }

    [Fact]
    public void Off_owes_nothing_and_on_again_begins_with_the_next_hour()
    {
        var spec = Spec.Given(On(Tom)).When(new SetDigest(DigestWish.Usual with { Off = true }, Spec.Ask(1)), by: Tom)
            .ThenOnly<DigestSettingsSet>().WhenClockWalksTo(Local(2026, 12, 15, 9, 0));
        Assert.Empty(spec.Events);
        spec.When(new SetDigest(DigestWish.Usual, Spec.Ask(2)), by: Tom, Local(2026, 12, 15, 9, 0)).WhenClockWalksTo(Local(2026, 12, 21, 8, 0));
        Assert.Equal(new LocalDate(2026, 12, 21), Assert.Single(spec.Events.OfType<DigestMade>()).Issue.Week);
        Assert.Empty(spec.Events.OfType<DigestSkipped>());
    }

    [Fact]
    public void A_day_on_which_the_reader_does_not_work_cannot_be_chosen() => Spec.Given()
        .When(new SetDigest(new(7, new(8, 0)), Spec.Ask(1)), by: Tom).ThenRefused(DigestDecider.NoWorkday)
        .When(new SetDigest(new(0, new(8, 0)), Spec.Ask(2)), by: Tom).ThenRefused(DigestDecider.NoWorkday);

    [Fact]
    public void At_the_chosen_hour_it_is_sent_although_nobody_is_asked_so_early_and_later_it_waits_for_the_usual_hours()
    {
        var spec = Spec.Given(On(Tom)).WhenClock(Monday);
        Assert.True(Assert.Single(spec.Told()).AnyHour);
        Assert.Equal(new LocalTime(9, 0), spec.State.Settings.AskFrom);
        var late = Spec.Given(On(Tom)).WhenClock(Local(2026, 11, 23, 22, 0));
        Assert.False(Assert.Single(late.Told()).AnyHour);
    }
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class IndicatorTests
{
    private static readonly LocalDate EndOfNovember = new(2026, 11, 30);

    /// <summary>Tuesday 1 December, the first working day after November.</summary>
    private static readonly Instant December = Local(2026, 12, 1, 9, 0);

    [Fact]
    public void An_agreed_number_is_on_the_list_with_a_number_of_its_own_and_the_managers_are_told()
    {
        JobsCounted.Named(null).Then(new IndicatorAgreed(JobsCounted.Id, 1, JobsCounted.Terms)).ThenTold("indicator.agreed -> jonas, ruth, tom");
        Assert.Equal(2, Spec.Given().When(new AgreeIndicator(new("a"), Spec.Ask(1), JobsCounted.Terms, null), Dale)
            .When(new AgreeIndicator(new("b"), Spec.Ask(2), JobsCounted.Terms, null), Sam).State.LastIndicator);
    }

    [Fact]
    public void Who_speaks_for_a_partner_a_facilitator_or_an_administrator_writes_in_the_list_and_nobody_else()
    {
        foreach (var person in new[] { Dale, Sam, Ruth, Jonas })
        {
            Spec.Given().When(new AgreeIndicator(JobsCounted.Id, Spec.Ask(1), JobsCounted.Terms, null), person).ThenHappened<IndicatorAgreed>();
        }

        foreach (var person in new[] { Ana, Mei, Stranger })
        {
            Spec.Given().When(new AgreeIndicator(JobsCounted.Id, Spec.Ask(1), JobsCounted.Terms, null), person).ThenRefused(Refusal.NotYours);
        }
    }

    [Fact]
    public void Who_is_named_by_another_is_asked_first_and_before_the_yes_no_number_is_asked_for()
    {
        JobsCounted.Named(Priya).ThenToldAmongOthers("indicator.owner-named -> priya");
        JobsCounted.Named(Priya).WhenClockWalksTo(Local(2027, 3, 1, 9, 0)).ThenState(static state => Assert.Empty(state.Indicators[JobsCounted.Id].Readings));
        Assert.Null(JobsCounted.Named(Priya).WhenClockWalksTo(Local(2027, 3, 1, 9, 0)).Indicator().LastAsked);
        JobsCounted.Agreed().WhenClockWalksTo(December).ThenHappened<IndicatorAsked>(static asked => asked.On == EndOfNovember);
    }

    [Fact]
    public void Who_names_oneself_has_said_yes() =>
        JobsCounted.Named(Dale).ThenHappened<IndicatorOwnerNamed>(static named => named.Agreed).WhenClockWalksTo(December).ThenHappened<IndicatorAsked>();

    [Fact]
    public void A_no_to_reporting_leaves_it_without_an_owner_and_the_facilitator_is_told()
    {
        var no = JobsCounted.Named(Priya).Do(static (revision, ask) => new AnswerOwner(JobsCounted.Id, revision, ask, Yes: false, Say("I lack the data.")), Priya);
        no.ThenTold("indicator.owner-declined -> sam");
        Assert.Null(no.Indicator().Owner);
    }

    [Fact]
    public void A_no_after_a_yes_takes_back_what_was_asked_for()
    {
        var spec = JobsCounted.Agreed().WhenClockWalksTo(December);
        Assert.NotNull(spec.Indicator().Asked);
        spec.Do(static (revision, ask) => new AnswerOwner(JobsCounted.Id, revision, ask, Yes: false, null), Priya);
        Assert.True(spec.Indicator() is { Owner: null, Asked: null });
        Assert.Empty(IndicatorViews.Due(spec.State, Sam));
    }

    [Fact]
    public void Its_owner_or_a_facilitator_reports_and_nobody_else()
    {
        JobsCounted.Agreed().Read(84).ThenHappened<IndicatorRead>(static read => read is { Value: 84, Number: 1 });
        JobsCounted.Agreed().Read(84, by: Sam).ThenTold("indicator.read-for-you -> priya");
        foreach (var person in new[] { Ana, Dale, Ruth, Stranger }) JobsCounted.Agreed().Read(84, by: person).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void A_number_for_the_period_is_asked_for_on_the_owners_own_calendar_with_one_reminder_and_then_left_alone()
    {
        var asked = JobsCounted.Agreed().WhenClockWalksTo(December).ThenTold("indicator.asked -> priya");
        asked.WhenClockWalksTo(Local(2026, 12, 4, 9, 0)).Then(new IndicatorNudged(JobsCounted.Id, EndOfNovember)).ThenTold("indicator.nudged -> priya");
        asked.WhenClockWalksTo(Local(2026, 12, 31, 9, 0)).Then(new IndicatorNotReported(JobsCounted.Id, EndOfNovember)).ThenTold();
    }

    [Fact]
    public void A_second_period_without_a_number_is_told_to_the_facilitator_once()
    {
        var spec = JobsCounted.Agreed().WhenClockWalksTo(Local(2027, 6, 30, 9, 0));
        Assert.Single(spec.Told(), static notice => notice.Kind == "indicator.not-reported");
        Assert.True(spec.Events.OfType<IndicatorNotReported>().Count() >= 5);
    }

    [Fact]
    public void What_ended_while_the_bot_was_away_is_not_asked_for_one_by_one() =>
        JobsCounted.Agreed().WhenClock(Local(2027, 3, 10, 9, 0)).Then(new IndicatorAsked(JobsCounted.Id, new(2027, 2, 28)));

    [Fact]
    public void Nobody_is_asked_in_an_absence_or_a_pause()
    {
        JobsCounted.Agreed(null, new AbsenceAnnounced(Priya, new(2026, 11, 30), new(2026, 12, 4), null) { By = Priya })
            .WhenClockWalksTo(Local(2026, 12, 4, 18, 0)).ThenOnly<CalendarEvent>()
            .WhenClockWalksTo(Local(2026, 12, 7, 8, 59)).ThenOnly<AbsenceEnded>()
            .WhenClockWalksTo(Local(2026, 12, 7, 9, 0)).ThenHappened<IndicatorAsked>();
        JobsCounted.Agreed(null, new PromptsSet(Priya, new(2026, 12, 9), false, null, null) { By = Priya })
            .WhenClockWalksTo(Local(2026, 12, 8, 18, 0)).ThenNothing().WhenClockWalksTo(Local(2026, 12, 9, 9, 0)).ThenHappened<IndicatorAsked>();
    }

    [Fact]
    public void A_number_that_is_there_already_is_not_asked_for()
    {
        JobsCounted.Agreed().Read(84, at: Local(2026, 11, 27, 9, 0)).WhenClockWalksTo(Local(2026, 12, 31, 9, 0)).ThenNothing();
        Assert.Null(JobsCounted.Agreed().WhenClockWalksTo(December).Read(84).Indicator().Asked);
    }

    [Fact]
    public void A_number_without_a_day_is_for_the_period_that_is_asked_for() =>
        Assert.Equal(EndOfNovember, JobsCounted.Agreed().WhenClockWalksTo(December).Read(84, at: Local(2026, 12, 3, 9, 0)).Indicator().Latest!.On);

    [Fact]
    public void A_wrong_number_is_corrected_by_a_new_entry_that_names_it_and_both_stay()
    {
        var spec = JobsCounted.Agreed().Read(48, EndOfNovember.PlusDays(-30)).Do(
            static (revision, ask) => new CorrectReading(JobsCounted.Id, revision, ask, 84, null, Say("Digits swapped.")), Priya);
        spec.ThenHappened<IndicatorRead>(static read => read is { Number: 2, Corrects: 1, Value: 84 });
        Assert.Equal(2, spec.Indicator().Readings.Count);
        Assert.Equal(84, Assert.Single(spec.Indicator().Counted).Value);
        Assert.Equal([false, true], spec.Seen(Ana)!.Inside!.Readings.Select(static reading => reading.IsCorrected));
    }

    [Fact]
    public void A_day_that_has_a_number_is_corrected_not_entered_a_second_time()
    {
        JobsCounted.Agreed().Read(84).Read(85).ThenRefused("indicator.read-already");
        JobsCounted.Agreed().Read(84).Do(static (revision, ask) => new CorrectReading(JobsCounted.Id, revision, ask, 84, null, null), Priya).ThenRefused("indicator.same-value");
        JobsCounted.Agreed().Do(static (revision, ask) => new CorrectReading(JobsCounted.Id, revision, ask, 84, null, null), Priya).ThenRefused("indicator.nothing-read");
        JobsCounted.Agreed().Read(84).Do(static (revision, ask) => new CorrectReading(JobsCounted.Id, revision, ask, 84, new(2026, 1, 1), null), Priya)
            .ThenRefused("indicator.no-such-reading");
    }

    [Fact]
    public void A_reached_target_is_celebrated_once_as_the_alliances_and_names_nobody()
    {
        var reached = JobsCounted.Agreed().Read(121);
        reached.ThenHappened<IndicatorReached>().ThenTold("indicator.reached -> dale, jonas, ruth, tom", "indicator.reached -> home");
        Assert.All(reached.Told(), static notice => Assert.Empty(notice.Facts));
        Assert.True(reached.Seen(Ana)!.IsReached);
        reached.Read(125, new(2026, 11, 19)).ThenOnly<IndicatorRead>();
    }

    [Fact]
    public void A_correction_can_take_a_reached_target_back_in_what_is_shown()
    {
        var spec = JobsCounted.Agreed().Read(121).Do(static (revision, ask) => new CorrectReading(JobsCounted.Id, revision, ask, 112, null, null), Priya);
        Assert.False(spec.Seen(Ana)!.IsReached);
        Assert.All(reachedNotices(spec), notice => Assert.False(StillWanted.Is(spec.State, notice)));

        static IEnumerable<Notice> reachedNotices(Spec spec) =>
            [new(JobsCounted.Id, "indicator.reached", new(AddresseeRole.AllManagers), spec.State.LastAt)];
    }

    [Fact]
    public void A_target_below_the_beginning_is_reached_from_above()
    {
        var waiting = JobsCounted.Terms with { Baseline = new(30, new(2026, 1, 1)), Target = 10 };
        JobsCounted.Agreed(waiting).Read(12).ThenOnly<IndicatorRead>();
        JobsCounted.Agreed(waiting).Read(10).ThenHappened<IndicatorReached>();
    }

    [Fact]
    public void Without_a_baseline_the_first_number_is_the_beginning_and_reaches_nothing() =>
        JobsCounted.Agreed(JobsCounted.Terms with { Baseline = null }).Read(121).ThenOnly<IndicatorRead>().Read(122, new(2026, 11, 19)).ThenOnly<IndicatorRead>();

    [Fact]
    public void An_owner_who_leaves_hands_over_by_name_and_the_heir_is_asked_first()
    {
        var spec = JobsCounted.Agreed().When(new RemovePerson(Priya, new AskId("bye")), Dale);
        spec.ThenHappened<IndicatorOwnerNamed>(static named => named is { Left: true, Agreed: false } && named.Owner == Dale)
            .ThenToldAmongOthers("indicator.owner-left -> sam");
        Assert.Null(spec.WhenClockWalksTo(Local(2027, 2, 1, 9, 0)).Indicator().LastAsked);
    }

    [Fact]
    public void An_owner_without_a_partner_who_leaves_leaves_it_to_the_facilitators_or_administrators() =>
        JobsCounted.Named(Sam).Do(static (revision, ask) => new AnswerOwner(JobsCounted.Id, revision, ask, Yes: true, null), Sam)
            .When(new RemovePerson(Sam, new AskId("bye")), Dale)
            .ThenHappened<IndicatorOwnerNamed>(static named => named is { Left: true, Owner: null });

    [Theory]
    [InlineData("text.missing", "name")]
    [InlineData("text.missing", "unit")]
    [InlineData("text.not-a-name", "lines")]
    [InlineData("indicator.value-out", "huge")]
    [InlineData("indicator.value-out", "tiny")]
    [InlineData("indicator.target-past", "today")]
    [InlineData("indicator.target-far", "far")]
    [InlineData("indicator.baseline-ahead", "ahead")]
    [InlineData("indicator.day-long-ago", "ago")]
    [InlineData("indicator.unknown-goal", "goal")]
    [InlineData("id.not-usable", "every")]
    public void Terms_that_cannot_be_meant_are_refused_and_nothing_changes(string code, string what)
    {
        var t = JobsCounted.Terms;
        JobsCounted.Named(null, what switch
        {
            "name" => t with { Name = Say(" ") },
            "unit" => t with { Unit = Say("") },
            "lines" => t with { Unit = Say("a\nb") },
            "huge" => t with { Target = 1_000_000_001 },
            "tiny" => t with { Target = 0.0000001m },
            "today" => t with { By = new(2026, 11, 20) },
            "far" => t with { By = new(2040, 1, 1) },
            "ahead" => t with { Baseline = new(1, new(2026, 11, 21)) },
            "ago" => t with { Baseline = new(1, new(1026, 11, 21)) },
            "goal" => t with { Goal = new("none") },
            _ => t with { Every = (ReportEvery)77 },
        }).ThenRefused(code);
    }

    [Theory]
    [InlineData(1_000_000_001, "2026-11-20", "indicator.value-out")]
    [InlineData(84, "2026-11-21", "indicator.day-ahead")]
    [InlineData(84, "1926-11-21", "indicator.day-long-ago")]
    public void Numbers_and_days_that_cannot_be_meant_are_refused(long value, string on, string code) =>
        JobsCounted.Agreed().Read(value, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value).ThenRefused(code);

    [Fact]
    public void Nobody_unknown_or_out_can_be_named()
    {
        JobsCounted.Named(Stranger).ThenRefused("indicator.unknown-owner");
        JobsCounted.Agreed().Do(static (revision, ask) => new NameOwner(JobsCounted.Id, revision, ask, Stranger), Priya).ThenRefused("indicator.unknown-owner");
        JobsCounted.Agreed().Do(static (revision, ask) => new NameOwner(JobsCounted.Id, revision, ask, Priya), Priya).ThenRefused("indicator.nothing-changed");
        JobsCounted.Agreed().Do(static (revision, ask) => new NameOwner(JobsCounted.Id, revision, ask, Ana), Priya).ThenToldAmongOthers("indicator.owner-named -> ana");
    }

    [Fact]
    public void Changed_terms_need_a_change_and_a_retired_indicator_takes_nothing_more()
    {
        JobsCounted.Agreed().Do(static (revision, ask) => new ChangeIndicator(JobsCounted.Id, revision, ask, JobsCounted.Terms, null), Dale)
            .ThenRefused("indicator.nothing-changed");
        JobsCounted.Agreed().Do(static (revision, ask) => new ChangeIndicator(JobsCounted.Id, revision, ask, JobsCounted.Terms with { Target = 130 }, Say("More came.")), Dale)
            .ThenHappened<IndicatorChanged>();
        var retired = JobsCounted.Agreed().Do(static (revision, ask) => new RetireIndicator(JobsCounted.Id, revision, ask, null), Dale);
        retired.ThenHappened<IndicatorRetired>();
        Assert.Empty(IndicatorViews.List(retired.State, new PersonReader(Ana)));
        Assert.NotNull(retired.Seen(Ana));
        retired.Read(84).ThenRefused("indicator.retired");
        retired.WhenClockWalksTo(Local(2027, 6, 1, 9, 0)).ThenNothing();
    }

    [Fact]
    public void A_card_that_is_old_is_refused_where_it_would_overwrite_and_taken_where_it_adds()
    {
        JobsCounted.Agreed().When(new ChangeIndicator(JobsCounted.Id, 1, Spec.Ask(9), JobsCounted.Terms with { Target = 1 }, null), Dale).ThenRefused("stale");
        JobsCounted.Agreed().When(new EnterReading(JobsCounted.Id, 1, Spec.Ask(9), 84, null, null), Priya).ThenHappened<IndicatorRead>();
    }

    [Fact]
    public void N13_An_indicator_without_what_helps_or_what_is_in_the_way_with_number_and_date_is_open_by_name()
    {
        var spec = JobsCounted.Agreed().When(new AgreeIndicator(new("other"), Spec.Ask(7), JobsCounted.Terms with { Name = Say("Days until the first talk") }, null), Dale);
        var since = spec.State.LastAt;
        Assert.Equal(["Young adults in jobs for 90 days", "Days until the first talk"],
            IndicatorViews.Talk(spec.State, since).Where(static one => one.IsOpen).Select(static one => one.Name));
        spec.Do(static (revision, ask) => new SayBranch(JobsCounted.Id, revision, ask, BearingKind.InTheWay, Say("No transport."), 100, new(2027, 3, 31)), Sam)
            .ThenHappened<IndicatorBranched>();
        Assert.Equal(["Days until the first talk"], IndicatorViews.Talk(spec.State, since).Where(static one => one.IsOpen).Select(static one => one.Name));
        Assert.Equal((BearingKind.InTheWay, 100m, new LocalDate(2027, 3, 31)),
            IndicatorViews.Talk(spec.State, since)[0].Said.Select(static one => (one.Kind, one.Number, one.By)).Single());
        Assert.Equal(2, IndicatorViews.Talk(spec.State, spec.State.LastAt + Duration.FromDays(1)).Count(static one => one.IsOpen));
    }

    [Fact]
    public void N13_What_helps_needs_its_words_and_a_day_that_lies_ahead()
    {
        JobsCounted.Agreed().Do(static (revision, ask) => new SayBranch(JobsCounted.Id, revision, ask, BearingKind.Improves, Say(""), 100, new(2027, 3, 31)), Sam)
            .ThenRefused("text.missing");
        JobsCounted.Agreed().Do(static (revision, ask) => new SayBranch(JobsCounted.Id, revision, ask, BearingKind.Improves, Say("Buses."), 100, new(2026, 11, 20)), Sam)
            .ThenRefused("indicator.target-past");
    }

    [Fact]
    public void Who_only_observes_sees_a_shared_indicator_and_nobodys_name_on_it()
    {
        AllianceEvent[] observer = [new PersonJoined(Stranger, Say("Olga"), null, null), new RoleAssigned(Stranger, Role.Observer, null)];
        Assert.Null(JobsCounted.Agreed(null, observer).Seen(Stranger));
        var shared = JobsCounted.Agreed(JobsCounted.Terms with { Shared = true }, observer).Read(84, note: "by phone");
        var card = shared.Seen(Stranger);
        Assert.NotNull(card);
        Assert.Null(card.Inside);
        Assert.Empty(card.Acts);
        Assert.DoesNotContain("Priya", Dump.Of(card), StringComparison.Ordinal);
        Assert.DoesNotContain("by phone", Dump.Of(card), StringComparison.Ordinal);
    }
}

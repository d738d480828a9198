using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Referrals;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CaseLadderTests
{
    [Fact]
    public void D1_Each_rung_has_its_own_people_and_its_own_clock()
    {
        var seen = new List<string>();
        for (var rung = 1; rung <= 5; rung++)
        {
            var spec = OnRung(rung);
            var stay = spec.Case().Stay!;
            seen.Add($"{rung}: {string.Join(' ', stay.People)} {stay.Time!.Days}{(stay.Naming ? " to name" : "")}");
        }

        Assert.Equal(
            ["1: ana mei 10", "2: tom ruth 10", "3: tom ruth 15", "4: tom ruth 15 to name", "5: tom ruth 20"],
            seen);
    }

    [Fact]
    public void D2_The_lowest_rung_comes_first_and_skipping_needs_a_ground_of_the_process_that_a_neutral_confirms()
    {
        var spec = Talking();
        AskSkip Skip(int revision, AskId ask, int rung, int ground, PersonId confirmer) => new(Number, revision, ask, rung, ground, confirmer, Say("said why"));
        spec.Act((revision, ask) => Skip(revision, ask, 4, 3, Sam), Ana).ThenRefused(CaseGuards.NoGround);
        spec.Act((revision, ask) => Skip(revision, ask, 1, 1, Sam), Ana).ThenRefused(CaseGuards.NoHigher);
        spec.Act((revision, ask) => Skip(revision, ask, 4, 1, Ruth), Ana).ThenRefused(CaseNeutrals.NotNeutral);
        spec.Act((revision, ask) => Skip(revision, ask, 4, 1, Sam), Ana).ThenHappened<CaseSkipAsked>().ThenTold("case.skip-asked -> sam");

        // Whom it could be about learns nothing of it, nor that there is somebody new who reads.
        var other = spec.CaseFor(Mei)!;
        Assert.Null(other.Skip);
        Assert.DoesNotContain(other.History, static line => line.What == "case.skip-asked");
        Assert.DoesNotContain(other.SeenBy, static person => person.Id == Sam);
        var asked = spec.CaseFor(Sam)!;
        Assert.Equal(("said why", "Somebody's safety"), (asked.Skip!.Why, asked.Skip.Ground));
        Assert.Empty(asked.Items);
        Assert.Equal([CaseAct.ConfirmSkip, CaseAct.RefuseSkip], asked.Acts);
        spec.Act((revision, ask) => new ConfirmSkip(Number, revision, ask), Ana).ThenRefused(Refusal.NotYours);
        spec.Act((revision, ask) => new ConfirmSkip(Number, revision, ask), Sam)
            .ThenHappened<CaseMoved>(static moved => moved is { How: CaseMove.Skipped, Rung: 4 }).ThenIs(CaseState.OnRung, 4);
    }

    [Fact]
    public void D3_Each_rung_ends_with_a_written_summary_that_all_parties_see()
    {
        var spec = Talking().Act((revision, ask) => new GoUp(Number, revision, ask, null), Ana).ThenRefused(CaseGuards.SummaryMissing);
        Assert.DoesNotContain(CaseAct.GoUp, spec.CaseFor(Ana)!.Acts);
        spec.Summarised(Mei).Act((revision, ask) => new GoUp(Number, revision, ask, null), Ana).ThenIs(CaseState.OnRung, 2);
        foreach (var reader in (ReadOnlySpan<PersonId>)[Ana, Mei, Tom, Ruth])
        {
            Assert.Contains(spec.CaseFor(reader)!.Items, static item => item is { Kind: CaseItemKind.Summary, Text: "said summary" });
        }

        // The summary of another rung is not this one's.
        spec.Act((revision, ask) => new GoUp(Number, revision, ask, null), Tom).ThenRefused(CaseGuards.SummaryMissing);
    }

    [Fact]
    public void D4_Statements_are_written_apart_and_shown_to_all_at_the_same_moment()
    {
        var spec = OnRung(2);
        Assert.Equal([Harbor, Lakeside], spec.CaseFor(Tom)!.Statements!.Missing.Select(static partner => partner.Id));
        spec.Act((revision, ask) => Statement(revision, ask, "Harbor's facts"), Tom).ThenTold();
        Assert.Contains(spec.CaseFor(Tom)!.Items, static item => item.Text == "Harbor's facts");
        Assert.Contains(spec.CaseFor(Ana)!.Items, static item => item.Text == "Harbor's facts");
        foreach (var reader in (ReadOnlySpan<PersonId>)[Ruth, Mei]) Assert.DoesNotContain("Harbor's facts", Dump.Of(spec.CaseFor(reader)), StringComparison.Ordinal);
        spec.Act((revision, ask) => Statement(revision, ask, "again"), Tom).ThenRefused(CaseGuards.StatementThere);
        spec.Act((revision, ask) => Statement(revision, ask, "Lakeside's facts"), Ruth).ThenHappened<CaseStatementsShown>()
            .ThenTold("case.statements-shown -> tom");
        foreach (var reader in (ReadOnlySpan<PersonId>)[Tom, Ruth, Ana, Mei])
        {
            Assert.Equal(["Harbor's facts", "Lakeside's facts"], spec.CaseFor(reader)!.Items
                .Where(static item => item.Kind == CaseItemKind.Statement).Select(static item => item.Text));
        }
    }

    [Fact]
    public void D4_When_their_time_is_up_those_that_are_in_are_shown_and_who_gave_none_stands_by_name()
    {
        var spec = OnRung(2).Act((revision, ask) => Statement(revision, ask, "Harbor's facts"), Tom);
        spec.WhenClockWalksTo(Local(2026, 11, 28, 1, 0)).ThenHappened<CaseStatementsShown>(static shown => shown.Silent == [Lakeside]);
        Assert.Contains(spec.CaseFor(Ruth)!.Items, static item => item.Text == "Harbor's facts");
        spec.Act((revision, ask) => Statement(revision, ask, "late"), Ruth).ThenRefused(CaseGuards.NoStatement);
    }

    [Fact]
    public void D5_Clocks_run_in_working_days_of_all_parties_and_only_all_of_them_extend_them_twice_at_most()
    {
        var spec = Ladder.Ratified(Text)
            .When(new SetPartnerWorkdays(Lakeside, Workdays.Of(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday), Spec.Ask(90)), Ruth)
            .When(Opening(), Ana).Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Mei);
        // Ten days, Mondays to Thursdays only, after Friday 20 November.
        Assert.Equal(new(2026, 12, 8), spec.CaseFor(Ana)!.Waiting!.Until);
        spec.Moves(new(MotionKind.Extend) { Days = 3 }, Ana).ThenOnly<CaseMotionMade>();
        Assert.Equal(new(2026, 12, 8), spec.CaseFor(Ana)!.Waiting!.Until);
        spec.Agrees(Ana).ThenRefused(CaseGuards.OwnMotion);
        spec.Agrees(Mei).ThenHappened<CaseExtended>();
        Assert.Equal(new(2026, 12, 14), spec.CaseFor(Ana)!.Waiting!.Until);
        spec.Moves(new(MotionKind.Extend) { Days = 1 }, Mei).Agrees(Ana).Moves(new(MotionKind.Extend) { Days = 1 }, Mei).ThenRefused(CaseMotions.ExtendedTwice);
    }

    [Fact]
    public void D5_A_changed_calendar_only_gives_more_time_and_all_are_told()
    {
        var spec = Talking().When(
            new AddHolidays(Lakeside, [new(new(2026, 11, 26), new(2026, 11, 27), null)], true, Spec.Ask(91)), Ruth).ThenHappened<CaseTimesMoved>(static moved => moved.Calendar);
        Assert.Equal(new(2026, 12, 8), spec.CaseFor(Mei)!.Waiting!.Until);
        spec.ThenToldAmongOthers("case.calendar-moved -> ana, mei");
    }

    [Fact]
    public void N17_From_the_third_rung_both_choose_the_first_and_the_clocks_begin_anew()
    {
        var spec = OnRung(3).Moves(new(MotionKind.GoDown) { Step = 1 }, Tom).Agrees(Ruth)
            .ThenHappened<CaseMoved>(static moved => moved is { How: CaseMove.Down, Rung: 1, Time.Days: 10 }).ThenIs(CaseState.OnRung, 1);
        Assert.Equal([Ana, Mei], spec.Case().Stay!.People);
        Assert.Equal("case.moved-down", spec.CaseFor(Ana)!.History[^1].What);
        Assert.Superset(new HashSet<CaseAct> { CaseAct.ProposeSettlement, CaseAct.Extend, CaseAct.Note }, spec.CaseFor(Ana)!.Acts.ToHashSet());
        spec.Moves(new(MotionKind.GoDown) { Step = 1 }, Ana).ThenRefused(CaseMotions.NoLower);
    }

    [Fact]
    public void The_clock_takes_it_up_where_the_process_says_so_and_needs_no_summary()
    {
        Talking().WhenClockWalksTo(Local(2026, 12, 5, 1, 0))
            .ThenHappened<CaseMoved>(static moved => moved is { How: CaseMove.TimeRanOut, Rung: 2 }).ThenIs(CaseState.OnRung, 2);
    }

    [Fact]
    public void C9_On_a_rung_where_everybody_answers_it_waits_for_all_who_are_named_and_names_who_did_not()
    {
        var spec = OnRung(3);
        Assert.Equal([Tom, Ruth], spec.CaseFor(Ana)!.ToAnswer.Select(static person => person.Id));
        spec.Act((revision, ask) => new GoUp(Number, revision, ask, null), Tom).ThenRefused(CaseGuards.AnswersMissing);
        spec.Act((revision, ask) => new AnswerOnRung(Number, revision, ask, Say("said answer")), Ana).ThenRefused(Refusal.NotYours);
        spec.Act((revision, ask) => new AnswerOnRung(Number, revision, ask, Say("said answer")), Tom)
            .Act((revision, ask) => new AnswerOnRung(Number, revision, ask, Say("said answer")), Tom).ThenRefused(CaseGuards.AnsweredAlready);
        // The rung asks the parties when its time is up, and who has not answered is no longer waited for.
        spec.WhenClockWalksTo(Local(2026, 12, 12, 1, 0)).ThenHappened<CaseTimeUp>(static up => up.Silent == [Lakeside]).ThenIs(CaseState.OnRung, 3);
        spec.Act((revision, ask) => new GoUp(Number, revision, ask, null), Tom, Local(2026, 12, 14, 9, 0)).ThenIs(CaseState.OnRung, 4);
    }

    [Fact]
    public void C8_What_was_read_and_then_forgotten_comes_up_again_with_the_parties_and_then_the_neutral()
    {
        var spec = Talking().Moves(new(MotionKind.NameNeutral) { Person = Sam }, Ana).Agrees(Mei);
        spec.WhenClockWalksTo(Local(2026, 11, 27, 12, 0)).ThenHappened<CaseNoProgress>()
            .ThenToldAmongOthers("case.no-progress -> ana, mei, sam");
        Assert.True(spec.CaseFor(Ana)!.NoProgress);
        spec.WhenClockWalksTo(Local(2026, 12, 4, 12, 0)).ThenToldAmongOthers("case.no-progress -> ana, mei")
            .ThenToldAmongOthers("case.no-progress-neutral -> sam");
        spec.Act((revision, ask) => new NoteCase(Number, revision, ask, Say("said note"), []), Mei);
        Assert.False(spec.CaseFor(Ana)!.NoProgress);
    }

    [Fact]
    public void After_an_outage_what_ran_out_gets_half_its_time_again_and_nothing_else_happens()
    {
        var back = Local(2027, 2, 1, 10, 0);
        var spec = Talking().WhenClock(back).ThenIs(CaseState.OnRung, 1);
        Assert.IsType<CaseTimesMoved>(Assert.Single(spec.Events.OfType<CaseEvent>()));
        Assert.Equal(new(2027, 2, 8), spec.CaseFor(Ana)!.Waiting!.Until);
        Assert.True(spec.State.NextDue > back);
    }

    [Fact]
    public void A_pause_by_all_goes_on_by_itself_with_the_time_that_was_left()
    {
        var spec = Talking().Moves(new(MotionKind.Pause) { Until = new(2027, 1, 4) }, Mei).Agrees(Ana).ThenHappened<CasePaused>(static paused => paused.Remaining == 10)
            .ThenIs(CaseState.Paused);
        spec.Act((revision, ask) => new SummariseRung(Number, revision, ask, Say("x"), []), Ana).ThenRefused(CaseGuards.NotOnRung);
        spec.WhenClockWalksTo(Local(2027, 1, 4, 9, 0)).ThenHappened<CaseResumed>().ThenIs(CaseState.OnRung, 1);
        Assert.Equal(new(2027, 1, 18), spec.CaseFor(Ana)!.Waiting!.Until);
    }

    private static GiveStatement Statement(int revision, AskId ask, string facts) =>
        new(Number, revision, ask, Say(facts), Say("said interests"), Say("said wish"), []);
}

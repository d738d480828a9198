using Xunit;
using static AllianceBot.Domain.Tests.Referrals;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CaseSecrecyTests
{
    private static readonly PersonId[] Outside = [Dale, Priya, Jonas, Sam, Tom, Ruth, Stranger];

    [Fact]
    public void D9_Only_the_people_of_this_and_earlier_rungs_and_the_neutral_read_it()
    {
        var spec = Talking();
        Assert.NotNull(spec.CaseFor(Ana));
        Assert.NotNull(spec.CaseFor(Mei));
        foreach (var person in Outside)
        {
            Assert.Null(spec.CaseFor(person));
            Assert.Empty(CaseViews.List(spec.State, person, Now));
            Assert.Null(CaseViews.Find(spec.State, person, spec.Case().Name));
            Assert.Null(WhoSees.Of(spec.State, person, Number));
        }

        Assert.Null(CaseViews.Card(spec.State, PlaceReader.Any, Number, Now));
        spec = OnRung(2);
        Assert.NotNull(spec.CaseFor(Tom));
        Assert.NotNull(spec.CaseFor(Ana));
        Assert.Null(spec.CaseFor(Sam));
        Assert.Null(spec.CaseFor(Dale));
    }

    [Fact]
    public void A_case_that_is_forbidden_and_one_that_is_unknown_get_the_very_same_answer()
    {
        var spec = Talking();
        foreach (var person in Outside)
        {
            foreach (var id in (ReadOnlySpan<CaseId>)[Number, new CaseId("4f9a7c1be02d4b6f8e1a33")])
            {
                foreach (var command in (ReadOnlySpan<CaseCommand>)[
                    new AcknowledgeCase(id, 1, Spec.Ask(40)), new NoteCase(id, 99, Spec.Ask(41), Say("x"), []), new GoUp(id, 2, Spec.Ask(42), null),
                    new ReferCase(id, 2, Spec.Ask(43), Say("x")), new StepDown(id, 2, Spec.Ask(44), null), new ConfirmSkip(id, 2, Spec.Ask(45))])
                {
                    Assert.Equal(new Outcome.Refused(Refusal.NotYours), AllianceDecider.Decide(spec.State, command, new(person, Now)));
                }
            }
        }
    }

    [Fact]
    public void N7_How_many_there_are_is_told_from_two_of_a_kind_on_a_rung_and_else_none_or_few()
    {
        var spec = Talking();
        Assert.Empty(CaseViews.Count(spec.State, new PersonReader(Jonas))!.Lines);
        spec.When(Opening(ConflictKind.Culture) with { Case = new("other"), Ask = Spec.Ask(3) }, Ana);
        Assert.Empty(CaseViews.Count(spec.State, new PersonReader(Jonas))!.Lines);
        spec.When(Opening() with { Case = new("third"), Ask = Spec.Ask(4) }, Ana);
        Assert.Equal([new CaseCountLine(ConflictKind.MissedCommitment, 1, 2)], CaseViews.Count(spec.State, new PersonReader(Jonas))!.Lines);
        Assert.Equal([new CaseCountLine(ConflictKind.MissedCommitment, 1, 2)], CaseViews.Count(spec.State, PlaceReader.Any)!.Lines);
        Assert.Null(CaseViews.Count(spec.State, new PersonReader(Stranger)));
    }

    [Fact]
    public void N7_A_text_is_shown_to_more_people_only_with_the_consent_of_all_who_are_quoted_and_of_each_party_and_never_less()
    {
        var spec = Talking().Act((revision, ask) => new NoteCase(Number, revision, ask, Say("said in the case"), [Mei]), Ana);
        RaiseLevel Raise(int revision, AskId ask, Level level) => new(Number, revision, ask, 1, level);
        AnswerLevel Answer(int revision, AskId ask, bool consent) => new(Number, revision, ask, 1, consent);
        Assert.Equal(Level.Parties, Assert.Single(spec.CaseFor(Ana)!.Items).Level);
        spec.Act((revision, ask) => Raise(revision, ask, Level.Alliance), Ana).ThenOnly<CaseLevelAsked>().ThenTold("case.level-asked -> mei");
        Assert.Empty(CaseViews.Shared(spec.State, new PersonReader(Dale)));
        spec.Act((revision, ask) => Answer(revision, ask, false), Mei);
        Assert.Null(Assert.Single(spec.CaseFor(Ana)!.Items).Wanted);
        spec.Act((revision, ask) => Raise(revision, ask, Level.Alliance), Ana).Act((revision, ask) => Answer(revision, ask, true), Mei).ThenHappened<CaseLevelRaised>();
        var shared = Assert.Single(CaseViews.Shared(spec.State, new PersonReader(Dale)));
        Assert.Equal("said in the case", shared.Text);
        Assert.DoesNotContain(spec.Case().Name, Dump.Of(shared), StringComparison.Ordinal);
        spec.Act((revision, ask) => Raise(revision, ask, Level.Organisation), Ana).ThenRefused(CaseLevels.NotHigher);
        Assert.Null(spec.CaseFor(Dale));
    }

    [Fact]
    public void N7_The_levels_open_to_one_circle_after_the_other()
    {
        foreach (var (level, readers) in ((Level, PersonId[])[])
            [(Level.Organisation, [Tom, Ruth]), (Level.Facilitator, [Tom, Ruth, Sam]), (Level.Alliance, [Tom, Ruth, Sam, Dale, Priya, Jonas])])
        {
            var spec = Talking().Act((revision, ask) => new NoteCase(Number, revision, ask, Say("said in the case"), []), Ana)
                .Act((revision, ask) => new RaiseLevel(Number, revision, ask, 1, level), Ana)
                .Act((revision, ask) => new AnswerLevel(Number, revision, ask, 1, true), Mei);
            foreach (var person in (PersonId[])[Tom, Ruth, Sam, Dale, Priya, Jonas])
            {
                Assert.Equal(readers.Contains(person), CaseViews.Shared(spec.State, new PersonReader(person)).Count > 0);
            }

            Assert.Equal(level >= Level.Alliance, CaseViews.Shared(spec.State, PlaceReader.Any).Count > 0);
        }
    }

    [Fact]
    public void No_notice_of_a_case_falls_back_or_names_a_place()
    {
        var spec = OnRung(4).Moves(new(MotionKind.NameNeutral) { Person = Sam }, Tom).Agrees(Ruth);
        var (state, told) = (new Alliance(), 0);
        foreach (var happened in spec.Stream)
        {
            var after = AllianceDecider.Evolve(state, happened);
            foreach (var notice in AllianceDecider.Notices(state, happened, after).Where(static notice => Confidential.Is(notice.Subject)))
            {
                told++;
                Assert.False(notice.MayFallBack, notice.Kind);
                Assert.Null(notice.Bundle);
                Assert.NotEqual(AddresseeRole.Home, notice.To.Role);
            }

            state = after;
        }

        Assert.True(told > 5);
    }

    [Fact]
    public void A_case_that_is_set_aside_is_told_to_its_own_people_and_not_to_the_facilitator()
    {
        var spec = Talking();
        var parked = new ItemParked(Number, "Fault") { By = PersonId.Clock, At = spec.State.LastAt };
        var after = AllianceDecider.Evolve(spec.State, parked);
        Assert.Equal([Ana, Mei], AllianceDecider.Notices(spec.State, parked, after).SelectMany(notice => Addressees.Resolve(after, notice)));
        Assert.Empty(AllianceViews.Card(after, new PersonReader(Sam))!.Parked);
        Assert.Empty(AllianceViews.Card(after, new PersonReader(Dale))!.Parked);
        var untold = new NoticeUntold(Number, "case.opened") { By = PersonId.Clock, At = spec.State.LastAt };
        Assert.DoesNotContain(Sam, AllianceDecider.Notices(spec.State, untold, after).SelectMany(notice => Addressees.Resolve(after, notice)));
    }

    [Fact]
    public void N16_Who_is_of_a_party_or_in_the_dispute_or_tied_by_money_cannot_be_neutral_and_the_card_names_who_could()
    {
        var spec = OnRung(4);
        foreach (var person in (PersonId[])[Tom, Ana, Ruth, Mei, Jonas, Stranger])
        {
            spec.Moves(new(MotionKind.NameNeutral) { Person = person }, Tom).ThenRefused(CaseNeutrals.NotNeutral);
        }

        Assert.Equal([Priya, Sam], spec.CaseFor(Tom)!.WhoCould.Select(static choice => choice.Person.Id).OrderBy(static id => id.Value, StringComparer.Ordinal));
        spec.Moves(new(MotionKind.NameNeutral) { Person = Sam }, Tom).Agrees(Ruth).ThenHappened<CaseNeutralNamed>(static named => named.Time!.Days == 30);
        Assert.NotNull(spec.CaseFor(Sam));
        Assert.True(spec.CaseFor(Sam)!.YouAreNeutral);
    }

    [Fact]
    public void N16_Who_served_is_counted_and_named_last_and_one_case_is_none_or_few()
    {
        var spec = OnRung(4).Moves(new(MotionKind.NameNeutral) { Person = Sam }, Tom).Agrees(Ruth);
        Assert.Null(Neutrality.Served(spec.State, Sam));
        spec.When(Opening() with { Case = new("second"), Ask = Spec.Ask(3) }, Ana);
        var second = new CaseId("second");
        spec.When(new AcknowledgeCase(second, 1, Spec.Ask(4)), Mei)
            .When(new ProposeMotion(second, 2 + 1, Spec.Ask(5), new(MotionKind.NameNeutral) { Person = Sam }, null), Ana);
        spec.When(new AgreeMotion(second, spec.State.Cases[second].Revision, Spec.Ask(6)), Mei);
        Assert.Equal(2, Neutrality.Served(spec.State, Sam));
        Assert.Equal([Priya, Sam], Neutrality.WhoCould(spec.State, spec.State.Cases[second] with { Neutral = null, People = spec.State.Cases[second].People }));
    }

    [Fact]
    public void A_mediator_who_turns_out_to_be_of_a_party_is_so_no_more_and_another_is_named()
    {
        var spec = OnRung(4).Moves(new(MotionKind.NameNeutral) { Person = Sam }, Tom).Agrees(Ruth);
        spec.When(new AssignRole(Sam, Role.Staff, Lakeside, Spec.Ask(70)), Ruth)
            .ThenHappened<CaseNeutralGone>(static gone => gone is { Why: NeutralGone.NotNeutral, Time.Days: 15 });
        Assert.Null(spec.CaseFor(Sam));
        Assert.Contains(CaseAct.NameNeutral, spec.CaseFor(Tom)!.Acts);
        spec.ThenToldAmongOthers("case.neutral-no-more -> sam");
    }

    [Fact]
    public void Who_leaves_hands_it_over_and_a_partner_that_leaves_ends_it_and_nothing_is_lost()
    {
        var spec = Talking().When(new RemovePerson(Mei, Spec.Ask(80)), Ruth).ThenHappened<CasePersonLeft>(static left => left.Heir == Ruth);
        Assert.NotNull(spec.CaseFor(Ruth));
        Assert.Null(spec.CaseFor(Mei));
        Assert.Equal([Ruth], CaseRights.Speakers(spec.State, spec.Case(), Lakeside));
        spec.When(new RemovePartner(Lakeside, Spec.Ask(81)), Dale).ThenHappened<CasePartyLeft>().ThenHappened<CaseClosed>(static closed => closed.As == CaseEnd.PartiesLeft);
        Assert.NotNull(spec.CaseFor(Ana)!.Matter);
    }

    [Fact]
    public void With_three_parties_the_two_that_stay_go_on_and_what_they_agreed_to_happens()
    {
        var spec = Ladder.Ratified(Text).When(Opening() with { With = [new(Lakeside, Mei), new(Workforce, Priya)] }, Ana)
            .Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Mei).Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Priya);
        spec.Moves(new(MotionKind.Extend) { Days = 4 }, Ana).Agrees(Priya).ThenOnly<CaseMotionAgreed>();
        spec.When(new RemovePartner(Lakeside, Spec.Ask(81)), Dale).ThenHappened<CaseExtended>().ThenIs(CaseState.OnRung, 1);
    }
}

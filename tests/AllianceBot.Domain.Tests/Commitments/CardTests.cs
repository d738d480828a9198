using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CardTests
{
    [Fact]
    public void Members_see_what_is_agreed_between_whom_and_by_when_and_not_how_it_stands()
    {
        var card = Referral.Agreed().Card(Dale)!;
        Assert.Equal("Referral form v2", card.Terms.What);
        Assert.Equal(("Mei Chen", "Harbor Youth Center"), (card.Terms.Doer!.Name, card.Terms.ReceiverPartner.Name));
        Assert.Null(card.Inside);
        Assert.Empty(card.Acts);
        Assert.False(card.Done);
        Assert.True(Referral.Kept().Card(Dale)!.Done);
    }

    [Fact]
    public void A_request_that_is_not_agreed_is_its_two_sides_own_matter()
    {
        var spec = Referral.Requested();
        Assert.Null(spec.Card(Dale));
        Assert.Null(CommitmentViews.Card(spec.State, PlaceReader.Any, Referral.Id, Now));
        Assert.NotNull(spec.Card(Tom)!.Inside);
        Assert.NotNull(spec.Card(Sam)!.Inside);
    }

    [Fact]
    public void A_place_sees_what_all_members_may_and_offers_nothing()
    {
        var ours = Referral.Terms with { ReceiverPartner = Workforce, Receiver = Priya };
        var spec = Spec.Given().When(new RequestCommitment(Referral.Id, Spec.Ask(1), ours, null, true), by: Priya).Accept(Mei);
        var card = CommitmentViews.Card(spec.State, PlaceReader.Any, Referral.Id, Now)!;
        Assert.Null(card.Inside);
        Assert.Empty(card.Acts);
        Assert.Null(CommitmentViews.Card(Referral.Agreed(seenByAll: false).State, PlaceReader.Any, Referral.Id, Now));
    }

    [Fact]
    public void Who_funds_a_partner_sees_nothing_of_its_promises_to_others() => Assert.Null(Referral.Agreed().Card(Jonas));

    [Fact]
    public void Unknown_and_hidden_look_the_same()
    {
        var spec = Referral.Agreed(seenByAll: false);
        Assert.Null(spec.Card(Dale));
        Assert.Null(spec.Card(Stranger));
        Assert.Null(CommitmentViews.Card(spec.State, new PersonReader(Ana), new("unknown"), Now));
        Assert.Null(CommitmentViews.Card(spec.State, new PersonReader(Ana), new(null!), Now));
    }

    [Fact]
    public void A_counter_shows_what_changed_and_what_came_since_the_reader_last_looked()
    {
        var spec = Referral.Requested().Counter(Mei, Referral.Terms with { Due = new(2026, 12, 8) });
        var inside = spec.Card(Ana, since: 1)!.Inside!;
        Assert.Equal([TermsPart.Due], inside.Differs);
        Assert.Equal(Referral.Due, inside.Before!.Due);
        Assert.Equal("because", inside.Reason);
        Assert.Equal(["commitment.countered"], inside.News.Select(static line => line.What));
        Assert.Equal((Side.Receiver, new LocalDate(2026, 11, 27)), (inside.Waits, inside.AnswerBy));
        Assert.Equal(Side.Receiver, inside.YourSide);
    }

    [Fact]
    public void Removed_words_leave_the_card_whole()
    {
        var spec = Referral.Requested(Referral.Terms);
        var removed = spec.Promise() with { Terms = spec.Promise().Terms with { What = new("w.x", null), DoneWhen = new("w.y", null) } };
        var alliance = spec.State with { Commitments = spec.State.Commitments.With(Referral.Id, removed) };
        var card = CommitmentViews.Card(alliance, new PersonReader(Ana), Referral.Id, Now)!;
        Assert.Null(card.Terms.What);
        Assert.NotNull(card.Inside);
    }

    [Theory]
    [InlineData("mei", CommitmentAct.Report, CommitmentAct.ProposeChange, CommitmentAct.AtRisk)]
    [InlineData("ana", CommitmentAct.ProposeChange, CommitmentAct.Release, CommitmentAct.ProposeReplacement)]
    public void A_card_offers_what_this_reader_may_do_now_the_likely_first(string reader, params CommitmentAct[] expected) =>
        Assert.Equal(expected, Referral.Agreed().Card(new(reader))!.Acts.Take(3));

    [Fact]
    public void Mine_is_what_I_promised_and_am_promised_and_waiting_is_what_waits_for_me()
    {
        var spec = Referral.Requested();
        Assert.Equal(WaitsFor.Answer, Assert.Single(List(spec, Mei, CommitmentList.Waiting)).Waits);
        Assert.Empty(List(spec, Ana, CommitmentList.Waiting));
        Assert.Equal(Side.Receiver, Assert.Single(List(spec, Ana, CommitmentList.Mine)).YourSide);
        Assert.Empty(List(spec, Tom, CommitmentList.Mine));
        Assert.Empty(List(spec, Stranger, CommitmentList.Mine));
        spec.Accept(Mei);
        Assert.Empty(List(spec, Mei, CommitmentList.Waiting));
        spec.Report(Mei);
        Assert.Equal(WaitsFor.Confirmation, Assert.Single(List(spec, Ana, CommitmentList.Waiting)).Waits);
        spec.AcceptReport(Ana);
        Assert.Empty(List(spec, Ana, CommitmentList.Mine));
    }

    [Fact]
    public void Waiting_names_what_it_waits_for()
    {
        Assert.Equal(WaitsFor.ChangeAnswer, Assert.Single(List(Referral.Agreed().Change(Mei, new(2026, 12, 9)), Ana, CommitmentList.Waiting)).Waits);
        Assert.Equal(WaitsFor.OverdueAnswer, Assert.Single(List(Referral.AskedOverdue(), Ana, CommitmentList.Waiting)).Waits);
        Assert.Equal(WaitsFor.Report, Assert.Single(List(Referral.AskedOverdue(), Mei, CommitmentList.Waiting)).Waits);
        var checkIn = Referral.Agreed().WhenClockWalksTo(Local(2026, 12, 1, 9, 0));
        Assert.Equal(WaitsFor.CheckIn, Assert.Single(List(checkIn, Mei, CommitmentList.Waiting)).Waits);
        var nobody = Referral.Requested(Referral.Terms with { Doer = null });
        Assert.Single(List(nobody, Ruth, CommitmentList.Waiting));
        Assert.Empty(List(nobody, Mei, CommitmentList.Waiting));
    }

    [Theory]
    [InlineData("P1")]
    [InlineData("p1")]
    [InlineData("#1")]
    [InlineData(" 1 ")]
    [InlineData("referral FORM")]
    [InlineData("Referral form v2")]
    public void A_promise_is_found_by_its_number_or_a_name_that_fits_one(string text) =>
        Assert.Equal(Referral.Id, CommitmentViews.Find(Referral.Agreed().State, Ana, text).Found);

    [Theory]
    [InlineData("P2")]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("-1")]
    [InlineData("99999999999999")]
    [InlineData("budget")]
    public void What_fits_nothing_finds_nothing(string text) =>
        Assert.Null(CommitmentViews.Find(Referral.Agreed().State, Ana, text).Found);

    [Fact]
    public void Hints_come_only_from_what_the_reader_may_see()
    {
        var spec = Referral.Agreed(seenByAll: false);
        Assert.Equal(Referral.Id, Assert.Single(CommitmentViews.Find(spec.State, Ana, "referal sheet").Near).Id);
        foreach (var text in (string[])["P1", "Referral form v2", "referal sheet"])
        {
            Assert.Equal(new(null, [], []), CommitmentViews.Find(spec.State, Dale, text));
        }
    }

    [Fact]
    public void A_request_form_is_filled_in_with_what_was_understood()
    {
        var draft = new CommitmentDraft { What = "referral form v2", Due = Referral.Due, Other = Lakeside };
        var form = CommitmentViews.Form(Spec.Given().State, Ana, CommitmentFormKind.Request, null, draft, Now)!;
        Assert.Equal("referral form v2", Field(form, CommitmentField.What).Value);
        Assert.Equal("2026-12-04", Field(form, CommitmentField.Due).Value);
        Assert.Equal("lakeside", Field(form, CommitmentField.DoerPartner).Value);
        Assert.Equal(["", "mei", "ruth"], Field(form, CommitmentField.Doer).Choices.Select(static choice => choice.Value));
        Assert.Equal("ana", Field(form, CommitmentField.Receiver).Value);
        Assert.True(Field(form, CommitmentField.ReceiverPartner).Fixed);
        Assert.DoesNotContain(Field(form, CommitmentField.DoerPartner).Choices, static choice => choice.Value == "harbor");
        Assert.Equal(["Joint fundraising", "Shared case files"], form.Exclusions);
        Assert.Equal(SeenBy.AllMembers, form.SeenBy);
    }

    [Fact]
    public void Who_acts_for_no_partner_has_no_request_form()
    {
        foreach (var nobody in (PersonId[])[Sam, Stranger])
        {
            Assert.Null(CommitmentViews.Form(Spec.Given().State, nobody, CommitmentFormKind.Request, null, new(), Now));
        }
    }

    [Fact]
    public void A_form_starts_from_what_stands_and_shows_the_notice_of_giving_up()
    {
        var spec = Referral.Agreed();
        var change = Form(spec, Mei, CommitmentFormKind.ProposeChange)!;
        Assert.Equal("2026-12-04", Field(change, CommitmentField.Due).Value);
        Assert.Equal(11, Form(spec, Mei, CommitmentFormKind.GiveUp)!.NoticeDays);
        Assert.Null(Form(spec, Ana, CommitmentFormKind.GiveUp));
        Assert.Null(Form(spec, Dale, CommitmentFormKind.Note));
        Assert.Equal(["ruth"], Field(Form(spec, Ruth, CommitmentFormKind.HandOver)!, CommitmentField.Person).Choices.Select(static one => one.Value));
        Assert.Null(Form(spec, Mei, CommitmentFormKind.HandOver));
        Assert.Equal(
            ["kept", "keptlate", "active"],
            Field(Form(Referral.Unmet(), Ana, CommitmentFormKind.ProposeCorrection)!, CommitmentField.To).Choices.Select(static one => one.Value));
    }

    private static ValueList<CommitmentLine> List(Spec spec, PersonId reader, CommitmentList list) =>
        CommitmentViews.List(spec.State, reader, list, spec.State.LastAt).Lines;

    private static CommitmentForm? Form(Spec spec, PersonId reader, CommitmentFormKind kind) =>
        CommitmentViews.Form(spec.State, reader, kind, Referral.Id, new(), spec.State.LastAt);

    private static FieldView Field(CommitmentForm form, CommitmentField field) => form.Fields.Single(one => one.Field == field);
}

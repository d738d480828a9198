using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What partners want to be known by whoever asks them for something.</summary>
public sealed class PartnerNoteTests
{
    [Fact]
    public void N21_A_request_to_a_partner_shows_its_notes_on_the_form_and_on_the_card()
    {
        var spec = Noted();
        var form = CommitmentViews.Form(spec.State, Ana, CommitmentFormKind.Request, null, new() { Other = Lakeside }, Now)!;
        Assert.Equal((Lakeside, "No meetings on Friday."), (form.Other!.Id, Assert.Single(form.OtherNotes)));
        Assert.Empty(CommitmentViews.Form(spec.State, Ana, CommitmentFormKind.Request, null, new() { Other = Workforce }, Now)!.OtherNotes);
        spec.When(new RequestCommitment(Referral.Id, Spec.Ask(2), Referral.Terms, null, true), Ana);
        Assert.Single(CommitmentViews.Card(spec.State, new PersonReader(Ana), Referral.Id, Now)!.Inside!.OtherNotes);
        Assert.Empty(CommitmentViews.Card(spec.State, new PersonReader(Mei), Referral.Id, Now)!.Inside!.OtherNotes);
    }

    [Fact]
    public void N21_All_members_see_them_and_only_its_managers_set_them()
    {
        foreach (var person in Everyone)
        {
            Assert.Single(AllianceViews.Partner(Noted().State, new PersonReader(person), Lakeside)!.Notes);
            if (person == Ruth) continue;
            Spec.Given().When(new AddPartnerNote(Lakeside, Say("x"), Spec.Ask(1)), person).ThenRefused(Refusal.NotYours);
        }

        Assert.Null(AllianceViews.Partner(Noted().State, new PersonReader(Stranger), Lakeside));
    }

    [Fact]
    public void N21_A_note_is_short_there_are_few_and_they_can_go()
    {
        var spec = Noted();
        spec.When(new AddPartnerNote(Lakeside, Say("No meetings on Friday."), Spec.Ask(2)), Ruth).ThenNothing();
        spec.When(new AddPartnerNote(Lakeside, Say(new string('x', 201)), Spec.Ask(3)), Ruth).ThenRefused(TextRules.TooLong);
        for (var number = 1; number < PartnerNotes.Most; number++)
        {
            spec.When(new AddPartnerNote(Lakeside, new($"n.{number}", $"note {number}"), Spec.Ask(10 + number)), Ruth).ThenHappened<PartnerNoteAdded>();
        }

        spec.When(new AddPartnerNote(Lakeside, Say("one more"), Spec.Ask(4)), Ruth).ThenRefused(PartnerNotes.TooMany);
        spec.When(new RemovePartnerNote(Lakeside, "n.1", Spec.Ask(5)), Ruth).Then(new PartnerNoteRemoved(Lakeside, "n.1"));
        spec.When(new RemovePartnerNote(Lakeside, "n.1", Spec.Ask(6)), Ruth).ThenRefused(Refusal.NotYours);
    }

    private static Spec Noted() => Spec.Given().When(new AddPartnerNote(Lakeside, Say("No meetings on Friday."), Spec.Ask(1)), Ruth);
}

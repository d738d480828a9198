using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Who may, written out by name for the sample alliance: the table that a reader can check against the rules.</summary>
public sealed class WhoMayTests
{
    private static readonly CommitmentId Form = new("form");

    /// <summary>Lakeside's Mei promised Harbor's Ana a referral form.</summary>
    private static Alliance Agreed(bool seenByAll = true) => Spec.Given()
        .When(new RequestCommitment(Form, Spec.Ask(1), TermsOf(Lakeside, Mei, Harbor, Ana), null, seenByAll), Ana).ThenHappened<CommitmentRequested>()
        .When(new AcceptCommitment(Form, 1, Spec.Ask(2), null), Mei).ThenHappened<CommitmentAccepted>().State;

    /// <summary>Harbor's Ana promised a report to Cedar Fund, which funds Harbor.</summary>
    private static Alliance Funded(params ReadOnlySpan<AllianceEvent> given) => Spec.Given(given)
        .When(new RequestCommitment(Form, Spec.Ask(1), TermsOf(Harbor, Ana, Cedar, Jonas), null, true), Jonas).ThenHappened<CommitmentRequested>()
        .When(new AcceptCommitment(Form, 1, Spec.Ask(2), null), Ana).ThenHappened<CommitmentAccepted>()
        .When(new ReportDone(Form, 2, Spec.Ask(3), null), Ana).ThenHappened<CommitmentReported>().State;

    private static Terms TermsOf(PartnerId doing, PersonId doer, PartnerId receiving, PersonId receiver) =>
        new(Say("Referral form"), Say("It is live"), new(2026, 12, 18), doing, doer, receiving, receiver, null);

    [Theory]
    [InlineData(Act.SeePromise, "ana dale mei priya ruth sam tom")] // not Jonas: Cedar Fund funds Harbor
    [InlineData(Act.SeeState, "ana mei ruth sam tom")]
    [InlineData(Act.Report, "mei ruth")]
    [InlineData(Act.Status, "mei ruth")]
    [InlineData(Act.GiveUp, "mei ruth")]
    [InlineData(Act.AcceptReport, "ana tom")]
    [InlineData(Act.ReturnReport, "ana tom")]
    [InlineData(Act.Release, "ana tom")]
    [InlineData(Act.SayUnmet, "ana tom")]
    [InlineData(Act.ProposeChange, "ana mei ruth tom")]
    [InlineData(Act.Note, "ana mei ruth tom")]
    [InlineData(Act.HandOver, "ruth tom")]
    [InlineData(Act.SeeDifferently, "mei ruth")]
    public void Of_an_agreed_promise(Act act, string people) => Assert.Equal(people, Who(Agreed(), act));

    [Theory]
    [InlineData(Act.SeePromise, "ana mei ruth sam tom")]
    [InlineData(Act.SeeState, "ana mei ruth sam tom")]
    public void Of_a_promise_marked_for_its_two_partners(Act act, string people) => Assert.Equal(people, Who(Agreed(seenByAll: false), act));

    [Fact]
    public void A8_Under_a_funding_tie_the_facilitator_confirms_too_and_without_one_a_manager_of_a_third_partner()
    {
        Assert.Equal("jonas sam", Who(Funded(), Act.AcceptReport));
        Assert.Equal("dale jonas ruth", Who(Funded(new PersonLeft(Sam)), Act.AcceptReport));
        Assert.Equal("jonas", Who(Funded(new FundingWithdrawn(Cedar, Harbor)), Act.AcceptReport));
    }

    [Fact]
    public void A8_Nobody_confirms_what_they_report_themselves()
    {
        // Tom manages both sides and reports in Mei's place.
        var alliance = Spec.GivenStory(
                Story, new RoleAssigned(Tom, Role.Manager, Lakeside))
            .When(new RequestCommitment(Form, Spec.Ask(1), TermsOf(Lakeside, Mei, Harbor, Ana), null, true), Ana).ThenHappened<CommitmentRequested>()
            .When(new AcceptCommitment(Form, 1, Spec.Ask(2), null), Mei).ThenHappened<CommitmentAccepted>()
            .When(new ReportDone(Form, 2, Spec.Ask(3), null), Tom).ThenHappened<CommitmentReported>().State;
        Assert.Equal("ana", Who(alliance, Act.AcceptReport));
    }

    [Fact]
    public void A_place_shows_what_all_members_may_see_and_no_more()
    {
        // Cedar Fund's people may sit in the place, and are not to see what Harbor promised others.
        Assert.False(May.See(Agreed(), PlaceReader.Any, Act.SeePromise, Form));
        var untied = AllianceDecider.Evolve(Agreed(), new FundingWithdrawn(Cedar, Harbor));
        Assert.True(May.See(untied, PlaceReader.Any, Act.SeePromise, Form));
        Assert.False(May.See(untied, PlaceReader.Any, Act.SeeState, Form));
        Assert.False(May.See(Agreed(seenByAll: false), PlaceReader.Any, Act.SeePromise, Form));
    }

    [Fact]
    public void Who_only_observes_sees_no_promise_and_speaks_for_nobody()
    {
        var alliance = AllianceDecider.Evolve(AllianceDecider.Evolve(
            Agreed(), new RoleUnassigned(Priya, Role.Staff, Workforce)), new RoleUnassigned(Priya, Role.Troubleshooter, null));
        Assert.True(May.Do(alliance, Priya, Act.SeePromise, Form));
        var observing = AllianceDecider.Evolve(alliance, new RoleAssigned(Priya, Role.Observer, null));
        Assert.False(May.Do(observing, Priya, Act.SeePromise, Form));
        Assert.False(May.Do(observing, Priya, Act.Propose, Workforce));
        Assert.True(May.Do(observing, Priya, Act.SeeAlliance, Id));
    }

    [Fact]
    public void Who_sees_it_answers_from_the_same_table()
    {
        var view = WhoSees.Of(Agreed(), Priya, Form)!;
        Assert.Equal([("promise", WhoSees.MembersButFunders, 7), ("state", WhoSees.TwoPartnersAndFacilitator, 5)],
            view.Rows.Select(static row => (row.Part, row.Rule, row.Count)));
        Assert.Equal(["Ana Reyes", "Mei Chen", "Ruth Abrams", "Sam Duarte", "Tom Okafor"], view.Rows[1].People.Select(static person => person.Name));
        Assert.Null(WhoSees.Of(Agreed(), Jonas, Form));
        Assert.Null(WhoSees.Of(Agreed(), Priya, new CommitmentId("nothere")));
    }

    [Fact]
    public void C13_Every_role_in_an_item_finds_its_people_and_its_fall_back()
    {
        var alliance = Agreed();
        string To(Alliance of, Addressee to) => string.Join(' ', Addressees.Resolve(of, new(Form, "x", to, Now)));
        Assert.Equal("mei", To(alliance, new(AddresseeRole.Doer)));
        Assert.Equal("ana", To(alliance, new(AddresseeRole.Receiver)));
        Assert.Equal("ruth", To(alliance, new(AddresseeRole.DoerManagers)));
        Assert.Equal("tom", To(alliance, new(AddresseeRole.ReceiverManagers)));
        Assert.Equal("priya", To(alliance, new(AddresseeRole.Helpers)));
        Assert.Equal("dale jonas ruth tom", To(alliance, new(AddresseeRole.AllManagers)));
        Assert.Equal("tom", To(alliance, Addressee.Contacts(Harbor)));
        Assert.Equal("", To(alliance, new(AddresseeRole.Home)));
        Assert.Equal("", To(alliance, Addressee.Person(Stranger)));
        Assert.Equal("ana", To(AllianceDecider.Evolve(alliance, new RoleAssigned(Ana, Role.Contact, Harbor)), Addressee.Contacts(Harbor)));
        var alone = new[] { (AllianceEvent)new PersonLeft(Sam), new PersonLeft(Priya) }.Aggregate(alliance, AllianceDecider.Evolve);
        Assert.Equal("ruth", To(alone, new(AddresseeRole.Helpers)));
        Assert.Equal("dale", To(alone, new(AddresseeRole.Facilitators)));
        Assert.Equal("", To(alone, new(AddresseeRole.Troubleshooters)));
    }

    private static string Who(Alliance alliance, Act act) =>
        string.Join(' ', alliance.People.Where(person => May.Do(alliance, person.Id, act, Form)).Select(static person => person.Id));
}

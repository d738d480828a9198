using System.Reflection;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What readers see of the alliance, and what they may do there.</summary>
public sealed class AllianceViewTests
{
    private static Alliance Alliance => Spec.Given().State;

    [Fact]
    public void All_members_see_the_alliance_and_only_they()
    {
        foreach (var person in Everyone)
        {
            var card = AllianceViews.Card(Alliance, new PersonReader(person));
            Assert.NotNull(card);
            Assert.Equal(4, card.Partners.Count);
            Assert.Equal(8, card.PeopleCount);
            Assert.Equal(["Sam Duarte"], card.OfNoPartner.Select(static line => line.Name));
            Assert.Equal(("Cedar Fund", "Harbor Youth Center"), (card.Funding[0].Funder, card.Funding[0].Funded));
        }

        Assert.Null(AllianceViews.Card(Alliance, new PersonReader(Stranger)));
        Assert.Null(AllianceViews.Partner(Alliance, new PersonReader(Stranger), Harbor));
        Assert.Null(AllianceViews.Person(Alliance, new PersonReader(Stranger), Ana));
        Assert.Null(AllianceViews.People(Alliance, new PersonReader(Stranger)));
        Assert.Null(WhoSees.Of(Alliance, Stranger, Id));
    }

    [Fact]
    public void Who_manages_two_partners_counts_with_both()
    {
        var alliance = Spec.Given(new RoleAssigned(Tom, Role.Manager, Lakeside)).State;
        Assert.Equal([1, 2, 3, 2], AllianceViews.Card(alliance, new PersonReader(Ana))!.Partners.Select(static line => line.PeopleCount));
        Assert.Equal(["Mei Chen", "Ruth Abrams", "Tom Okafor"],
            AllianceViews.Partner(alliance, new PersonReader(Ana), Lakeside)!.People.Select(static line => line.Name));
    }

    [Fact]
    public void Buttons_are_there_only_for_whom_they_work()
    {
        Assert.Equal([Act.SetUp, Act.LinkPlace, Act.Invite, Act.Leave], AllianceViews.Card(Alliance, new PersonReader(Dale))!.Acts);
        Assert.Equal([Act.Leave], AllianceViews.Card(Alliance, new PersonReader(Ana))!.Acts);
        Assert.Empty(AllianceViews.Card(Alliance, PlaceReader.Any)!.Acts);
        Assert.Equal([Act.ManagePartner, Act.Invite, Act.Propose], AllianceViews.Partner(Alliance, new PersonReader(Tom), Harbor)!.Acts);
        Assert.Empty(AllianceViews.Partner(Alliance, new PersonReader(Ruth), Harbor)!.Acts);
        Assert.Equal([Act.ManagePeople], AllianceViews.Person(Alliance, new PersonReader(Tom), Ana)!.Acts);
        Assert.Equal([Act.Leave], AllianceViews.Person(Alliance, new PersonReader(Ana), Ana)!.Acts);
    }

    [Fact]
    public void People_come_page_by_page_by_name()
    {
        var page = AllianceViews.People(Alliance, new PersonReader(Ana))!;
        Assert.Equal(["Ana Reyes", "Dale Whitman", "Jonas Weber", "Mei Chen", "Priya Nair", "Ruth Abrams", "Sam Duarte", "Tom Okafor"],
            page.People.Select(static line => line.Name));
        Assert.Equal((0, 1), (page.Page, page.Pages));
        Assert.Equal(0, AllianceViews.People(Alliance, new PersonReader(Ana), null, 99)!.Page);
        Assert.Equal(["Ana Reyes", "Tom Okafor"],
            AllianceViews.People(Alliance, new PersonReader(Mei), Harbor)!.People.Select(static line => line.Name));
    }

    [Fact]
    public void That_somebody_cannot_be_reached_is_seen_by_those_who_can_mend_it()
    {
        var alliance = Spec.Given(new PersonNotReached(Ana, "blocked")).State;
        string? Seen(PersonId reader) => AllianceViews.Person(alliance, new PersonReader(reader), Ana)!.Person.NotReached;
        foreach (var reader in new[] { Ana, Tom, Sam, Dale }) Assert.Equal("blocked", Seen(reader));
        foreach (var reader in new[] { Mei, Ruth, Priya, Jonas }) Assert.Null(Seen(reader));
        Assert.Null(AllianceViews.Person(alliance, PlaceReader.Any, Ana)!.Person.NotReached);
    }

    [Fact]
    public void An_asking_is_seen_by_who_may_answer_and_by_who_asked()
    {
        var lee = new PersonId("lee");
        var alliance = Spec.Given(new PersonAskedToJoin(new("i1"), lee, Harbor, Say("Lee")) { By = lee }).State;
        Assert.Equal([Act.AnswerJoin], InvitationViews.Card(alliance, new PersonReader(Tom), new("i1"))!.Acts);
        Assert.Empty(InvitationViews.Card(alliance, new PersonReader(lee), new("i1"))!.Acts);
        Assert.Null(InvitationViews.Card(alliance, new PersonReader(Ruth), new("i1")));
        Assert.Null(InvitationViews.Card(alliance, PlaceReader.Any, new("i1")));
        Assert.Equal(1, AllianceViews.Card(alliance, new PersonReader(Dale))!.JoinRequests);
        Assert.Equal(0, AllianceViews.Card(alliance, new PersonReader(Ruth))!.JoinRequests);
        Assert.Single(InvitationViews.Waiting(alliance, Tom));
        Assert.Empty(InvitationViews.Waiting(alliance, Ana));
    }

    [Fact]
    public void Who_may_give_which_role_is_shown_as_it_is_decided()
    {
        Assert.Equal(
            [Role.Staff, Role.Manager, Role.Representative, Role.Contact, Role.PersonnelContact, Role.Executive],
            InvitationViews.MayGive(Alliance, Tom, Harbor));
        Assert.Equal(
            [Role.Troubleshooter, Role.Facilitator, Role.Mediator, Role.Administrator, Role.Observer],
            InvitationViews.MayGive(Alliance, Dale, Harbor));
        Assert.Empty(InvitationViews.MayGive(Alliance, Ana, Harbor));
    }

    [Fact]
    public void Removed_words_leave_the_views_whole()
    {
        var alliance = Spec.Given(new PersonRenamed(Ana, new Words("gone", null)), new PurposeSet(new Words("gone2", null))).State;
        Assert.Null(AllianceViews.Card(alliance, new PersonReader(Tom))!.Purpose);
        Assert.Null(AllianceViews.Person(alliance, new PersonReader(Tom), Ana)!.Person.Name);
        Assert.Equal(8, AllianceViews.People(alliance, new PersonReader(Tom))!.People.Count);
    }

    [Fact]
    public void Every_refusal_of_the_area_is_in_its_list()
    {
        foreach (var (type, codes) in new[] { (typeof(SetUpDecider), SetUpDecider.Codes), (typeof(PeopleDecider), PeopleDecider.Codes) })
        {
            var refusals = type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => field.GetValue(null)).OfType<Refusal>();
            Assert.All(refusals, refusal => Assert.Contains(refusal.Code, codes));
        }
    }
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Coming in, roles, leaving.</summary>
public sealed class PeopleTests
{
    private static readonly InvitationId Inv = new("inv1");
    private static readonly PersonId Lee = new("lee");

    private static PersonInvited Invited(PartnerId? partner, Role role) => new(Inv, "hash", partner, role, Say("Lee"));

    private static PersonAskedToJoin Asked(PartnerId? partner) => new(Inv, Lee, partner, Say("Lee")) { By = Lee };

    [Fact]
    public void A_manager_invites_for_the_own_partner_and_an_administrator_for_any()
    {
        var invite = new Invite(Inv, "hash", Harbor, Role.Staff, Say("Lee"), Spec.Ask(1));
        Spec.Given().When(invite, Tom).Then(Invited(Harbor, Role.Staff)).ThenTold();
        Spec.Given().When(invite, Dale).Then(Invited(Harbor, Role.Staff)).ThenTold("invitation.made -> jonas, ruth, tom");
        foreach (var person in new[] { Ana, Ruth, Mei, Priya, Jonas, Sam, Stranger })
        {
            Spec.Given().When(invite, person).ThenRefused(Refusal.NotYours);
            Spec.Given().When(invite with { Partner = new("nothere") }, person).ThenRefused(Refusal.NotYours);
        }
    }

    [Fact]
    public void Roles_of_the_alliance_are_invited_by_an_administrator_only()
    {
        var invite = new Invite(Inv, "hash", Harbor, Role.Facilitator, Say("Lee"), Spec.Ask(1));
        Spec.Given().When(invite, Tom).ThenRefused(Refusal.NotYours);
        Spec.Given().When(invite, Dale).Then(Invited(Harbor, Role.Facilitator));
        Spec.Given().When(invite with { Partner = null }, Dale).Then(Invited(null, Role.Facilitator));
        Spec.Given().When(invite with { Partner = null, Role = Role.Staff }, Dale).ThenRefused(PeopleDecider.RoleNeedsPartner);
    }

    [Fact]
    public void One_comes_in_by_a_code_once()
    {
        var join = new JoinByCode("hash", Say("Lee Wong"), Spec.Ask(1));
        Spec.Given(Invited(Harbor, Role.Staff) with { By = Tom })
            .When(join, Lee)
            .Then(new PersonJoined(Lee, Say("Lee Wong"), Harbor, Inv), new RoleAssigned(Lee, Role.Staff, Harbor))
            .ThenTold("person.joined -> tom")
            .ThenState(static alliance => Assert.Equal(InvitationState.Used, alliance.Invitations[Inv].State))
            .When(join with { Ask = Spec.Ask(2) }, Stranger).ThenRefused(PeopleDecider.UnknownCode)
            .When(join with { CodeHash = "wrong" }, Stranger).ThenRefused(PeopleDecider.UnknownCode)
            .When(join with { CodeHash = "" }, Stranger).ThenRefused(PeopleDecider.UnknownCode);
    }

    [Fact]
    public void A_withdrawn_invitation_looks_like_an_unknown_one() => Spec.Given(Invited(Harbor, Role.Staff) with { By = Dale })
        .When(new WithdrawInvitation(Inv, Spec.Ask(1)), Ana).ThenRefused(Refusal.NotYours)
        .When(new WithdrawInvitation(Inv, Spec.Ask(1)), Tom).Then(new InvitationWithdrawn(Inv))
        .When(new JoinByCode("hash", Say("Lee"), Spec.Ask(2)), Lee).ThenRefused(PeopleDecider.UnknownCode)
        .When(new WithdrawInvitation(Inv, Spec.Ask(3)), Dale).ThenRefused(PeopleDecider.NotOpen);

    [Fact]
    public void Who_is_in_does_not_come_in_again() => Spec.Given(Invited(Harbor, Role.Staff))
        .When(new JoinByCode("hash", Say("Mei"), Spec.Ask(1)), Mei).ThenRefused(PeopleDecider.AlreadyIn)
        .When(new AskToJoin(new("inv2"), null, Say("Mei"), Spec.Ask(2)), Mei).ThenRefused(PeopleDecider.AlreadyIn);

    [Fact]
    public void Who_was_picked_from_a_roster_needs_no_code_and_nobody_else_can_use_it() => Spec.Given()
        .When(new InviteFromRoster(Inv, Lee, Harbor, Role.Staff, Say("Lee"), Spec.Ask(1)), Tom)
        .Then(Invited(Harbor, Role.Staff) with { CodeHash = null, Person = Lee })
        .ThenTold("person.invited -> lee")
        .When(new JoinAsInvited(Inv, Say("Lee"), Spec.Ask(2)), Stranger).ThenRefused(Refusal.NotYours)
        .When(new JoinByCode("", Say("Lee"), Spec.Ask(3)), Lee).ThenRefused(PeopleDecider.UnknownCode)
        .When(new JoinAsInvited(Inv, Say("Lee"), Spec.Ask(4)), Lee)
        .Then(new PersonJoined(Lee, Say("Lee"), Harbor, Inv), new RoleAssigned(Lee, Role.Staff, Harbor));

    [Fact]
    public void Who_asks_to_come_in_is_let_in_by_that_partners_manager_or_an_administrator()
    {
        var approve = new ApproveJoin(Inv, Harbor, Role.Staff, Spec.Ask(2));
        Spec.Given().When(new AskToJoin(Inv, Harbor, Say("Lee"), Spec.Ask(1)), Lee)
            .Then(Asked(Harbor) with { By = default })
            .ThenTold("join.asked -> tom")
            .When(new AskToJoin(new("inv2"), Harbor, Say("Lee"), Spec.Ask(9)), Lee).ThenRefused(PeopleDecider.AlreadyAsked)
            .When(approve, Ruth).ThenRefused(Refusal.NotYours)
            .When(approve, Ana).ThenRefused(Refusal.NotYours)
            .When(approve with { Partner = Lakeside }, Tom).ThenRefused(Refusal.NotYours)
            .When(approve with { Role = Role.Administrator }, Tom).ThenRefused(Refusal.NotYours)
            .When(approve, Tom)
            .Then(new PersonJoined(Lee, Say("Lee"), Harbor, Inv), new RoleAssigned(Lee, Role.Staff, Harbor))
            .ThenToldAmongOthers("join.approved -> lee")
            .When(approve with { Ask = Spec.Ask(3) }, Dale).ThenRefused(PeopleDecider.NotOpen);
        Spec.Given(Asked(null)).When(approve, Tom).ThenRefused(Refusal.NotYours).When(approve, Dale).ThenHappened<PersonJoined>();
        Spec.Given(Asked(null)).When(new DeclineJoin(Inv, Spec.Ask(1)), Dale).Then(new JoinDeclined(Inv))
            .ThenTold("join.declined -> lee", "join.turned-away -> jonas, ruth, tom");
    }

    [Fact]
    public void Partner_roles_are_given_by_its_managers_and_alliance_roles_by_an_administrator()
    {
        var contact = new AssignRole(Ana, Role.Contact, Harbor, Spec.Ask(1));
        Spec.Given().When(contact, Tom).Then(new RoleAssigned(Ana, Role.Contact, Harbor)).ThenTold("role.assigned -> ana");
        foreach (var person in new[] { Ana, Ruth, Dale, Sam, Stranger }) Spec.Given().When(contact, person).ThenRefused(Refusal.NotYours);
        var mediator = new AssignRole(Mei, Role.Mediator, null, Spec.Ask(2));
        Spec.Given().When(mediator, Dale).Then(new RoleAssigned(Mei, Role.Mediator, null))
            .ThenTold("role.assigned -> mei", "role.assigned -> jonas, ruth, tom");
        Spec.Given().When(mediator, Ruth).ThenRefused(Refusal.NotYours);
        Spec.Given().When(contact with { Person = Stranger }, Tom).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void One_person_may_manage_two_partners() => Spec.Given()
        .When(new AssignRole(Tom, Role.Manager, Lakeside, Spec.Ask(1)), Ruth).Then(new RoleAssigned(Tom, Role.Manager, Lakeside))
        .ThenState(static alliance => Assert.Equal([Harbor, Lakeside], alliance.PartnersOf(Tom)));

    [Fact]
    public void A_partner_keeps_a_manager_and_the_alliance_an_administrator() => Spec.Given()
        .When(new UnassignRole(Tom, Role.Manager, Harbor, Spec.Ask(1)), Tom).ThenRefused(PeopleDecider.LastManager)
        .When(new RemovePerson(Tom, Spec.Ask(2)), Tom).ThenRefused(PeopleDecider.LastManager)
        .When(new UnassignRole(Dale, Role.Administrator, null, Spec.Ask(3)), Dale).ThenRefused(PeopleDecider.LastAdministrator)
        .When(new UnassignRole(Ana, Role.Manager, Harbor, Spec.Ask(4)), Tom).ThenRefused(PeopleDecider.RoleNotHeld)
        .When(new AssignRole(Ana, Role.Manager, Harbor, Spec.Ask(5)), Tom).ThenHappened<RoleAssigned>()
        .When(new UnassignRole(Tom, Role.Manager, Harbor, Spec.Ask(6)), Tom).Then(new RoleUnassigned(Tom, Role.Manager, Harbor))
        .When(new UnassignRole(Ana, Role.Manager, Harbor, Spec.Ask(7)), Tom).ThenRefused(Refusal.NotYours);

    [Fact]
    public void An_administrator_who_steps_down_gets_the_same_answer_again() => Spec.Given(new RoleAssigned(Priya, Role.Administrator, null))
        .When(new UnassignRole(Dale, Role.Administrator, null, Spec.Ask(1)), Dale)
        .Then(new RoleUnassigned(Dale, Role.Administrator, null))
        .When(new UnassignRole(Priya, Role.Administrator, null, Spec.Ask(2)), Dale).ThenRefused(Refusal.NotYours);

    [Fact]
    public void A_partner_without_a_manager_is_looked_after_by_an_administrator() => Spec.Given(
            new PartnerAdded(new("p5"), Say("Fifth"), PartnerKind.Other),
            new PersonJoined(Lee, Say("Lee"), new("p5"), null),
            new RoleAssigned(Lee, Role.Staff, new("p5")))
        .When(new AssignRole(Lee, Role.Manager, new("p5"), Spec.Ask(1)), Ruth).ThenRefused(Refusal.NotYours)
        .When(new AssignRole(Lee, Role.Manager, new("p5"), Spec.Ask(1)), Dale).ThenHappened<RoleAssigned>()
        .When(new AssignRole(Lee, Role.Contact, new("p5"), Spec.Ask(2)), Dale).ThenRefused(Refusal.NotYours);

    [Fact]
    public void Who_leaves_keeps_a_name_but_no_role_and_learns_nothing_any_more() => Spec.Given()
        .When(new RemovePerson(Ana, Spec.Ask(1)), Mei).ThenRefused(Refusal.NotYours)
        .When(new RemovePerson(Ana, Spec.Ask(1)), Dale).ThenRefused(Refusal.NotYours)
        .When(new RemovePerson(Ana, Spec.Ask(2)), Ana).Then(new PersonLeft(Ana))
        .ThenTold("person.left -> tom")
        .ThenState(static alliance =>
        {
            Assert.Equal("Ana Reyes", alliance.People[Ana].Name.Text);
            Assert.DoesNotContain(alliance.Roles, static role => role.Person == Ana);
            Assert.Null(AllianceViews.Card(alliance, new PersonReader(Ana)));
            Assert.True(AllianceViews.Person(alliance, new PersonReader(Ana), Ana)?.Left);
        })
        .When(new RemovePerson(Ana, Spec.Ask(3)), Ana).ThenRefused(Refusal.NotYours);

    [Fact]
    public void Who_is_let_go_is_told() => Spec.Given()
        .When(new RemovePerson(Ana, Spec.Ask(1)), Tom).Then(new PersonLeft(Ana)).ThenTold("person.removed -> ana")
        .When(new RemovePerson(Sam, Spec.Ask(2)), Dale).Then(new PersonLeft(Sam))
        .ThenTold("person.removed -> sam", "person.let-go -> jonas, ruth, tom");

    /// <summary>Whatever somebody does in the alliance's name reads every manager, also what concerns one person only.</summary>
    [Fact]
    public void What_an_administrator_does_about_people_is_told_to_all_managers()
    {
        var fifth = new PartnerId("p5");
        Spec Fifth() => Spec.Given(
            new PartnerAdded(fifth, Say("Fifth"), PartnerKind.Other), new PersonJoined(Lee, Say("Lee"), fifth, null), new RoleAssigned(Lee, Role.Staff, fifth));
        Spec.Given(Asked(null)).When(new ApproveJoin(Inv, Harbor, Role.Manager, Spec.Ask(1)), Dale).ThenHappened<PersonJoined>()
            .ThenTold("join.approved -> lee", "person.joined -> jonas, ruth, tom");
        Spec.Given(Invited(Harbor, Role.Staff) with { By = Dale }).When(new WithdrawInvitation(Inv, Spec.Ask(2)), Dale).ThenTold("invitation.withdrawn -> jonas, ruth, tom");
        Spec.Given(Invited(Harbor, Role.Staff) with { By = Tom }).When(new WithdrawInvitation(Inv, Spec.Ask(3)), Tom).ThenTold();
        Fifth().When(new AssignRole(Lee, Role.Manager, fifth, Spec.Ask(4)), Dale)
            .ThenTold("role.assigned -> lee", "role.assigned -> jonas, lee, ruth, tom");
        Fifth().When(new RemovePerson(Lee, Spec.Ask(5)), Dale).ThenTold("person.removed -> lee", "person.let-go -> jonas, ruth, tom");
        // Of a partner that goes its going is told once.
        Spec.Given().When(new RemovePartner(Lakeside, Spec.Ask(6)), Dale).ThenHappened<PartnerRemoved>()
            .ThenTold("person.removed -> mei", "person.left -> ", "person.removed -> ruth", "partner.removed -> jonas, tom");
    }

    /// <summary>Who has no role any more and is given one is not coming in: it was told to nobody.</summary>
    [Fact]
    public void A_role_for_a_member_who_had_none_is_told_like_any_other() => Spec.Given(new RoleUnassigned(Ana, Role.Staff, Harbor))
        .When(new AssignRole(Ana, Role.Administrator, null, Spec.Ask(1)), Dale).Then(new RoleAssigned(Ana, Role.Administrator, null))
        .ThenTold("role.assigned -> ana", "role.assigned -> jonas, ruth, tom");

    [Fact]
    public void People_are_called_as_they_or_their_manager_say() => Spec.Given()
        .When(new RenamePerson(Ana, Say("Ana R."), Spec.Ask(1)), Ana).Then(new PersonRenamed(Ana, Say("Ana R."))).ThenTold()
        .When(new RenamePerson(Ana, Say("Ana Maria"), Spec.Ask(2)), Tom).Then(new PersonRenamed(Ana, Say("Ana Maria")))
        .ThenTold("person.renamed -> ana")
        .When(new RenamePerson(Ana, Say("X"), Spec.Ask(3)), Ruth).ThenRefused(Refusal.NotYours)
        .When(new RenamePerson(Stranger, Say("X"), Spec.Ask(4)), Ruth).ThenRefused(Refusal.NotYours);

    [Fact]
    public void A_link_code_is_good_for_ten_minutes_and_once()
    {
        var link = new LinkHandle("link", Spec.Ask(2));
        Spec Handed() => Spec.Given().When(new HandOutLinkCode("link", Spec.Ask(1)), Ana)
            .Then(new LinkCodeHandedOut(Ana, "link", Now + Duration.FromMinutes(10)));
        Handed().When(link, Lee, Now + Duration.FromMinutes(9)).Then(new HandleLinked(Ana, "link")).ThenTold("link.linked -> ana")
            .When(link with { Ask = Spec.Ask(3) }, Stranger, Now + Duration.FromMinutes(9)).ThenRefused(PeopleDecider.UnknownLinkCode)
            .When(link, Ana, Now + Duration.FromMinutes(9)).ThenNothing(); // the same ask, now from the person it is linked to
        Handed().When(link, Lee, Now + Duration.FromMinutes(10)).ThenRefused(PeopleDecider.UnknownLinkCode);
        Handed().When(link, Ana).ThenRefused(PeopleDecider.SamePerson).When(link, Mei).ThenRefused(PeopleDecider.OtherPerson);
        Handed().When(new HandOutLinkCode("link2", Spec.Ask(5)), Ana).ThenHappened<LinkCodeHandedOut>()
            .When(link, Lee).ThenRefused(PeopleDecider.UnknownLinkCode);
        Spec.Given().When(new HandOutLinkCode("link", Spec.Ask(1)), Stranger).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void H5_A_person_of_another_tenant_or_without_an_account_comes_in_by_a_code_like_everybody() =>
        Spec.Given(Invited(Lakeside, Role.Staff)).When(new JoinByCode("hash", Say("Guest"), Spec.Ask(1)), Lee)
            .ThenHappened<PersonJoined>(static joined => joined.Partner == Lakeside);

    [Fact]
    public void Nothing_of_people_is_open_to_strangers_and_the_clock()
    {
        PeopleCommand[] acts =
        [
            new WithdrawInvitation(Inv, Spec.Ask(1)), new JoinAsInvited(Inv, Say("X"), Spec.Ask(2)), new ApproveJoin(Inv, Harbor, Role.Staff, Spec.Ask(3)),
            new DeclineJoin(Inv, Spec.Ask(4)), new AssignRole(Ana, Role.Manager, Harbor, Spec.Ask(5)), new UnassignRole(Ana, Role.Staff, Harbor, Spec.Ask(6)),
            new RenamePerson(Ana, Say("X"), Spec.Ask(7)), new RemovePerson(Ana, Spec.Ask(8)), new HandOutLinkCode("x", Spec.Ask(9)),
            new Invite(new("i9"), "c", Harbor, Role.Staff, Say("X"), Spec.Ask(10)),
        ];
        foreach (var act in acts)
        {
            Spec.Given(Invited(Harbor, Role.Staff)).When(act, Stranger).ThenRefused(Refusal.NotYours).When(act, PersonId.Clock).ThenRefused(Refusal.NotYours);
            Spec.Empty.When(act, Stranger).ThenRefused(Refusal.NotYours);
        }
    }
}

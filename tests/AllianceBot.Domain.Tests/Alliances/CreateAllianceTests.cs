using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Starting an alliance and setting it up.</summary>
public sealed class CreateAllianceTests
{
    private static CreateAlliance Create(int ask = 1) =>
        new(new("new"), Say("Lakes"), Zone, Harbor, Say("Harbor"), PartnerKind.CommunityBased, Say("Ana Reyes"), Spec.Ask(ask));

    [Fact]
    public void Who_starts_an_alliance_becomes_its_administrator_and_manager_of_its_first_partner() => Spec.Empty
        .When(Create(), Ana)
        .Then(
            new AllianceCreated(new("new"), Say("Lakes"), Zone),
            new PartnerAdded(Harbor, Say("Harbor"), PartnerKind.CommunityBased),
            new PersonJoined(Ana, Say("Ana Reyes"), Harbor, null),
            new RoleAssigned(Ana, Role.Manager, Harbor),
            new RoleAssigned(Ana, Role.Administrator, null))
        .ThenState(static alliance => Assert.Single(alliance.People))
        .ThenTold();

    [Fact]
    public void An_alliance_starts_once() => Spec.Empty
        .When(Create(), Ana).Then([.. Spec.Empty.When(Create(), Ana).Events])
        .When(Create(2), Ana).ThenRefused(SetUpDecider.Exists)
        .When(Create(3), Tom).ThenRefused(Refusal.NotYours);

    [Theory]
    [InlineData("Mars/Olympus", "zone.unknown")]
    [InlineData("", "zone.unknown")]
    public void An_unknown_zone_is_refused(string zone, string code) =>
        Spec.Empty.When(Create() with { Zone = zone }, Ana).ThenRefused(code);

    [Fact]
    public void Unusable_ids_and_names_are_refused() => Spec.Empty
        .When(Create() with { Alliance = new("no spaces here") }, Ana).ThenRefused(SetUpDecider.BadId)
        .When(Create() with { Partner = new(new string('x', 25)) }, Ana).ThenRefused(SetUpDecider.BadId)
        .When(Create() with { Name = Say(" ") }, Ana).ThenRefused(TextRules.Missing)
        .When(Create() with { PartnerName = Say(new string('x', 121)) }, Ana).ThenRefused(TextRules.TooLong)
        .When(Create() with { Person = Say("two\nlines") }, Ana).ThenRefused(TextRules.NotAName)
        .When(Create(), PersonId.Clock).ThenRefused(Refusal.NotYours);

    [Fact]
    public void Only_an_administrator_sets_up_and_nobody_else_learns_a_thing()
    {
        SetUpCommand[] acts =
        [
            new RenameAlliance(Say("Other"), Spec.Ask(1)), new SetZone("Europe/Oslo", Spec.Ask(2)), new SetZone("Mars", Spec.Ask(3)),
            new SetWorkdays(Workdays.MondayToFriday, Spec.Ask(4)), new AddPartner(new("p5"), Say("Fifth"), PartnerKind.Other, Spec.Ask(5)),
            new RemovePartner(Cedar, Spec.Ask(6)), new RemovePartner(new("nothere"), Spec.Ask(7)),
            new DeclareFunding(Cedar, Lakeside, Spec.Ask(8)), new WithdrawFunding(Cedar, Harbor, Spec.Ask(9)),
            new SetPurpose(Say("Other"), Spec.Ask(10)), new SetGoal(new("g"), Say("Goal"), null, Spec.Ask(11)), new RemoveGoal(Jobs, Spec.Ask(12)),
            new RemoveGoal(new("nothere"), Spec.Ask(13)), new AddExclusion(Say("No"), Spec.Ask(14)), new RemoveExclusion("w.none", Spec.Ask(15)),
            new LinkPlace("place", true, Spec.Ask(16)), new UnlinkPlace("place", Spec.Ask(17)), new SetHome(null, Spec.Ask(18)),
            new ChangeSettings(Settings.Default with { AnswerByDays = 0 }, Spec.Ask(19)),
        ];
        foreach (var act in acts)
        {
            foreach (var person in Everyone.Remove(Dale).Add(Stranger))
            {
                Spec.Given().When(act, person).ThenRefused(Refusal.NotYours);
            }
        }
    }

    [Fact]
    public void Unknown_things_are_refused_to_an_administrator_with_the_same_answer() => Spec.Given()
        .When(new RemovePartner(new("nothere"), Spec.Ask(1)), Dale).ThenRefused(Refusal.NotYours)
        .When(new RenamePartner(new("nothere"), Say("X"), PartnerKind.Other, Spec.Ask(2)), Dale).ThenRefused(Refusal.NotYours)
        .When(new DeclareFunding(new("nothere"), Harbor, Spec.Ask(3)), Dale).ThenRefused(Refusal.NotYours)
        .When(new SetHome("nothere", Spec.Ask(4)), Dale).ThenRefused(Refusal.NotYours);

    [Fact]
    public void What_an_administrator_does_is_told_to_all_other_managers_on_one_card() => Spec.Given()
        .When(new RenameAlliance(Say("Riverbend Together"), Spec.Ask(1)), Dale)
        .Then(new AllianceRenamed(Say("Riverbend Together")))
        .ThenTold("alliance.renamed -> jonas, ruth, tom")
        .When(new SetZone("America/New_York", Spec.Ask(2)), Dale)
        .Then(new ZoneSet("America/New_York"))
        .ThenTold("alliance.zone-set -> jonas, ruth, tom");

    [Fact]
    public void Setting_what_is_set_already_is_no_event() => Spec.Given()
        .When(new SetZone(Zone, Spec.Ask(1)), Dale).ThenNothing()
        .When(new SetWorkdays(Workdays.MondayToFriday, Spec.Ask(2)), Dale).ThenNothing()
        .When(new DeclareFunding(Cedar, Harbor, Spec.Ask(3)), Dale).ThenNothing()
        .When(new WithdrawFunding(Cedar, Lakeside, Spec.Ask(4)), Dale).ThenNothing();

    [Fact]
    public void An_old_ask_that_comes_again_after_a_newer_one_changes_nothing() => Spec.Given()
        .When(new RenameAlliance(Say("First"), Spec.Ask(1)), Dale).ThenHappened<AllianceRenamed>()
        .When(new RenameAlliance(Say("Second"), Spec.Ask(2)), Dale).ThenHappened<AllianceRenamed>()
        .When(new RenameAlliance(Say("First"), Spec.Ask(1)), Dale).ThenNothing()
        .ThenState(static alliance => Assert.Equal("Second", alliance.Name?.Text));

    [Fact]
    public void A_partners_managers_set_its_name_and_days_others_do_not() => Spec.Given()
        .When(new SetPartnerWorkdays(Harbor, Workdays.Of(IsoDayOfWeek.Monday), Spec.Ask(1)), Tom)
        .Then(new PartnerWorkdaysSet(Harbor, Workdays.Of(IsoDayOfWeek.Monday)))
        .When(new SetPartnerWorkdays(Harbor, null, Spec.Ask(2)), Ruth).ThenRefused(Refusal.NotYours)
        .When(new SetPartnerWorkdays(Harbor, new Workdays(0), Spec.Ask(3)), Tom).ThenRefused(SetUpDecider.NoWorkdays)
        .When(new RenamePartner(Harbor, Say("Harbor House"), PartnerKind.CommunityBased, Spec.Ask(4)), Tom)
        .Then(new PartnerRenamed(Harbor, Say("Harbor House"), PartnerKind.CommunityBased))
        .When(new RenamePartner(Harbor, Say("cedar fund"), PartnerKind.Other, Spec.Ask(5)), Tom).ThenRefused(SetUpDecider.NameTaken);

    [Fact]
    public void The_same_form_makes_one_partner_for_ever() => Spec.Given()
        .When(new AddPartner(new("p5"), Say("Fifth"), PartnerKind.Labor, Spec.Ask(1)), Dale)
        .Then(new PartnerAdded(new("p5"), Say("Fifth"), PartnerKind.Labor))
        .ThenTold("partner.added -> jonas, ruth, tom")
        .When(new AddPartner(new("p5"), Say("Fifth"), PartnerKind.Labor, Spec.Ask(77)), Dale).ThenNothing()
        .When(new AddPartner(new("p6"), Say("FIFTH "), PartnerKind.Labor, Spec.Ask(2)), Dale).ThenRefused(SetUpDecider.NameTaken);

    [Fact]
    public void With_a_partner_its_people_and_invitations_go() => Spec.Given(
            new PersonInvited(new("i1"), "code", Lakeside, Role.Staff, Say("New")),
            new RoleAssigned(Tom, Role.Manager, Lakeside))
        .When(new RemovePartner(Lakeside, Spec.Ask(1)), Dale)
        .Then(
            new InvitationWithdrawn(new("i1")), new PersonLeft(Mei), new PersonLeft(Ruth),
            new RoleUnassigned(Tom, Role.Manager, Lakeside), new PartnerRemoved(Lakeside))
        .ThenState(static alliance => Assert.False(alliance.IsMember(Mei)))
        .ThenToldAmongOthers("partner.removed -> jonas, tom");

    [Fact]
    public void The_partner_of_the_only_administrator_and_the_last_partner_stay()
    {
        Spec.Given().When(new RemovePartner(Workforce, Spec.Ask(1)), Dale).ThenRefused(PeopleDecider.LastAdministrator);
        Spec.Empty.When(Create(), Ana).ThenHappened<AllianceCreated>()
            .When(new RemovePartner(Harbor, Spec.Ask(2)), Ana).ThenRefused(SetUpDecider.LastPartner);
    }

    [Fact]
    public void Goals_have_words_and_a_date_that_is_not_past() => Spec.Given()
        .When(new SetGoal(new("g2"), Say("Open a centre"), new(2026, 11, 19), Spec.Ask(1)), Dale).ThenRefused(SetUpDecider.DatePast)
        .When(new SetGoal(new("g2"), Say("Open a centre"), new(2066, 11, 19), Spec.Ask(2)), Dale).ThenRefused(SetUpDecider.DateTooFar)
        .When(new SetGoal(new("g2"), Say("Open a centre"), new(2026, 11, 20), Spec.Ask(3)), Dale)
        .Then(new GoalSet(new("g2"), Say("Open a centre"), new(2026, 11, 20)))
        .When(new SetGoal(Jobs, Say("150 young adults"), null, Spec.Ask(4)), Dale).ThenHappened<GoalSet>()
        .ThenState(static alliance => Assert.Equal([Jobs, new GoalId("g2")], alliance.Goals.Select(static goal => goal.Id)))
        .When(new RemoveGoal(Jobs, Spec.Ask(5)), Dale).Then(new GoalRemoved(Jobs))
        .ThenState(static alliance => Assert.Equal(Jobs, Assert.Single(alliance.PastGoals).Id));

    [Fact]
    public void Exclusions_come_and_go() => Spec.Given()
        .When(new AddExclusion(Say("Lobbying"), Spec.Ask(1)), Dale).Then(new ExclusionAdded(Say("Lobbying")))
        .When(new RemoveExclusion(Say("Lobbying").Id, Spec.Ask(2)), Dale).Then(new ExclusionRemoved(Say("Lobbying").Id))
        .ThenState(static alliance => Assert.Equal(2, alliance.Exclusions.Count));

    [Fact]
    public void A_partner_does_not_fund_itself() =>
        Spec.Given().When(new DeclareFunding(Harbor, Harbor, Spec.Ask(1)), Dale).ThenRefused(SetUpDecider.SamePartner);

    [Fact]
    public void Places_are_linked_one_of_them_home() => Spec.Given()
        .When(new LinkPlace("hash", true, Spec.Ask(1)), Dale).Then(new PlaceLinked("hash"), new HomeSet("hash"))
        .When(new LinkPlace("other", false, Spec.Ask(2)), Dale).Then(new PlaceLinked("other"))
        .When(new UnlinkPlace("hash", Spec.Ask(3)), Dale).Then(new HomeSet(null), new PlaceUnlinked("hash"))
        .When(new LinkPlace("", false, Spec.Ask(4)), Dale).ThenRefused(SetUpDecider.BadId);

    [Fact]
    public void Settings_stay_within_their_ranges() => Spec.Given()
        .When(new ChangeSettings(Settings.Default with { AnswerByDays = 61 }, Spec.Ask(1)), Dale).ThenRefused(SettingsRules.OutOfRange)
        .When(new ChangeSettings(Settings.Default with { AskFrom = new LocalTime(18, 0) }, Spec.Ask(2)), Dale).ThenRefused(SettingsRules.OutOfRange)
        .When(new ChangeSettings(Settings.Default with { AnswerByDays = 7 }, Spec.Ask(3)), Dale).ThenHappened<SettingsChanged>();
}

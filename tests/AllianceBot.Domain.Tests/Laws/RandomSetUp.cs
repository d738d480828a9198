namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about people and set-up.</summary>
internal static class RandomSetUp
{
    private static readonly string[] Zones = [Riverbend.Zone, "Asia/Kathmandu", "America/Sao_Paulo", "Australia/Lord_Howe", "Nowhere/None"];

    public static Command People(Random chance, Alliance alliance, AskId ask)
    {
        var person = RandomStory.Pick(chance, alliance.People.Select(static known => known.Id).ToList());
        var partner = chance.Next(4) == 0 ? (PartnerId?)null : Partner(chance, alliance);
        var role = (Role)chance.Next(12);
        var invitation = new InvitationId($"i{chance.Next(6)}");
        var code = $"code{chance.Next(6)}";
        return chance.Next(17) switch
        {
            0 => new Invite(invitation, code, partner, role, Riverbend.Say("Invited"), ask),
            1 => new InviteFromRoster(invitation, new($"n{chance.Next(4)}"), partner, role, Riverbend.Say("Picked"), ask),
            2 => new JoinByCode(code, Riverbend.Say("Newcomer"), ask),
            3 => new JoinAsInvited(invitation, Riverbend.Say("Newcomer"), ask),
            4 => new AskToJoin(invitation, partner, Riverbend.Say("Asking"), ask),
            5 => new ApproveJoin(invitation, partner, role, ask),
            6 => new DeclineJoin(invitation, ask),
            7 => new WithdrawInvitation(invitation, ask),
            8 or 9 => new AssignRole(person, role, partner, ask),
            10 => new UnassignRole(person, role, partner, ask),
            11 => new RemovePerson(person, ask),
            12 => new HandOutLinkCode(code, ask),
            13 => new SetOwnBudget(chance.Next(-1, 30), ask),
            14 => new SetPartnerBudget(Partner(chance, alliance), chance.Next(-1, 60), ask),
            15 => new ErasePerson(person, ask),
            _ => new LinkHandle(code, ask),
        };
    }

    public static Command SetUp(Random chance, Alliance alliance, AskId ask)
    {
        var days = new Workdays(chance.Next(0, 129));
        return chance.Next(12) switch
        {
            0 => new SetZone(RandomStory.Pick(chance, Zones), ask),
            1 => new SetWorkdays(days, ask),
            2 or 3 => new SetPartnerWorkdays(Partner(chance, alliance), chance.Next(3) == 0 ? null : days, ask),
            4 => new ChangeSettings(Settings.Default with { AnswerByDays = chance.Next(0, 12), CheckInLeadDays = chance.Next(0, 6), Cadence = (Cadence)chance.Next(6), PromptsPerDay = chance.Next(1, 4), LoadCeiling = 10 * chance.Next(0, 11) }, ask),
            5 => new AddPartner(new($"p{chance.Next(3)}"), Riverbend.Say($"Partner {chance.Next(4)}"), PartnerKind.Other, ask),
            6 => new RemovePartner(Partner(chance, alliance), ask),
            7 => new DeclareFunding(Partner(chance, alliance), Partner(chance, alliance), ask),
            8 => new WithdrawFunding(Partner(chance, alliance), Partner(chance, alliance), ask),
            9 => new SetGoal(new($"g{chance.Next(3)}"), Riverbend.Say("Goal"), null, ask),
            10 => new RemoveGoal(new($"g{chance.Next(3)}"), ask),
            _ => new LinkPlace($"place{chance.Next(3)}", chance.Next(2) == 0, ask),
        };
    }

    /// <summary>Hours, absences and holidays, good and bad.</summary>
    public static Command Calendars(Random chance, Alliance alliance, AskId ask)
    {
        var today = alliance.DateOf(alliance.LastAt);
        var from = today.PlusDays(chance.Next(-1, 20));
        var until = from.PlusDays(chance.Next(-1, 12));
        var person = RandomStory.Pick(chance, alliance.People.Select(static known => known.Id).ToList());
        var zone = chance.Next(3) == 0 ? null : RandomStory.Pick(chance, Zones);
        return chance.Next(10) switch
        {
            0 => new SetMyHours(null, ask),
            1 => new SetMyHours(new(zone, null, new(chance.Next(6, 12), 0), new(chance.Next(11, 20), 30), null), ask),
            2 => new SetMyHours(new(zone, new Workdays(chance.Next(0, 129)), null, null, new(new(chance.Next(24), 0), new(chance.Next(24), 0))), ask),
            3 => new AddHolidays(Partner(chance, alliance), [new(from, until, null), new(from.PlusDays(30), from.PlusDays(30), null)], chance.Next(2) == 0, ask),
            4 => new RemoveHoliday(Partner(chance, alliance), from, ask),
            5 or 6 => new AnnounceAbsence(from, chance.Next(8) == 0 ? null : until, chance.Next(3) == 0 ? null : person, ask),
            7 => new EndAbsence(ask),
            8 => new ChangeCover(chance.Next(3) == 0 ? null : person, ask),
            _ => new LayDownCover(person, ask),
        };
    }

    private static PartnerId Partner(Random chance, Alliance alliance) =>
        chance.Next(20) == 0 ? new("nothere") : RandomStory.Pick(chance, alliance.Partners.Select(static partner => partner.Id).ToList());
}

using AllianceBot.Domain;

namespace Simulation;

/// <summary>Who there is: three alliances of three partners, each with a manager and a member of staff, and one facilitator for all.</summary>
internal static class Cast
{
    public const int Alliances = 3;
    private const int Partners = 3;

    public static readonly PersonId Facilitator = new("fac");

    /// <summary>Somebody who is in no alliance.</summary>
    public static readonly PersonId Stranger = new("stranger");

    public static IReadOnlyList<AllianceId> Ids { get; } = [.. Enumerable.Range(0, Alliances).Select(static n => new AllianceId($"al{n}"))];

    public static IReadOnlyList<PartnerId> PartnersOf(AllianceId alliance) =>
        [.. Enumerable.Range(0, Partners).Select(n => new PartnerId($"{alliance}-p{n}"))];

    public static PersonId Manager(PartnerId partner) => new($"{partner}-m");

    public static PersonId Staff(PartnerId partner) => new($"{partner}-s");

    public static IReadOnlyList<PersonId> PeopleOf(PartnerId partner) => [Manager(partner), Staff(partner)];

    /// <summary>The last partner's staff, who sorts out trouble.</summary>
    public static PersonId Troubleshooter(AllianceId alliance) => Staff(PartnersOf(alliance)[^1]);

    public static IEnumerable<PersonId> PeopleOf(AllianceId alliance) => [.. PartnersOf(alliance).SelectMany(PeopleOf), Facilitator];

    public static IEnumerable<PersonId> Everyone => Ids.SelectMany(PeopleOf).Distinct();

    public static bool IsOf(PersonId person, PartnerId partner) => PeopleOf(partner).Contains(person);

    /// <summary>The commands that make an alliance, in order, each with who gives it.</summary>
    public static IEnumerable<(Command Command, PersonId By)> SetUp(AllianceId alliance, string zone = "America/Chicago")
    {
        var n = 0;
        var partners = PartnersOf(alliance);
        var founder = Manager(partners[0]);
        var ask = Ask();
        yield return (
            new CreateAlliance(
                alliance, Say(0, "Riverbend"), zone, partners[0], Say(1, "The office"), PartnerKind.Government, Say(2, "Founder"), ask),
            founder);
        foreach (var partner in partners.Skip(1))
        {
            ask = Ask();
            yield return (new AddPartner(partner, Say(0, $"Partner {partner}"), PartnerKind.CommunityBased, ask), founder);
            foreach (var step in Join(Manager(partner), partner, Role.Manager)) yield return step;
        }

        foreach (var partner in partners)
        {
            foreach (var step in Join(Staff(partner), partner, Role.Staff)) yield return step;
        }

        foreach (var step in Join(Facilitator, null, Role.Facilitator)) yield return step;
        ask = Ask();
        yield return (new AssignRole(Troubleshooter(alliance), Role.Troubleshooter, null, ask), founder);

        IEnumerable<(Command, PersonId)> Join(PersonId person, PartnerId? partner, Role role)
        {
            ask = Ask();
            var inviter = partner is { } of && role == Role.Staff ? Manager(of) : founder;
            yield return (new Invite(new($"i-{person}"), $"{alliance}-code-{person}", partner, role, Say(0, $"Person {person}"), ask), inviter);
            ask = Ask();
            yield return (new JoinByCode($"{alliance}-code-{person}", Say(0, $"Person {person}"), ask), person);
        }

        AskId Ask() => new($"{alliance}-setup-{n++}");
        Words Say(int number, string text) => new($"{ask.Value}.{number}", text);
    }
}

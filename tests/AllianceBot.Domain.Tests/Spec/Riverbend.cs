using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>The sample alliance "Riverbend Works" as events: its partners, people, roles and the funding tie.</summary>
public static class Riverbend
{
    public const string Zone = "America/Chicago";

    public static readonly AllianceId Id = new("riverbend");

    public static readonly PartnerId Harbor = new("harbor");
    public static readonly PartnerId Workforce = new("workforce");
    public static readonly PartnerId Lakeside = new("lakeside");
    public static readonly PartnerId Cedar = new("cedar");

    /// <summary>Harbor Youth Center, staff.</summary>
    public static readonly PersonId Ana = new("ana");

    /// <summary>Harbor Youth Center, manager.</summary>
    public static readonly PersonId Tom = new("tom");

    /// <summary>Riverbend Workforce Office, staff, trouble-shooter.</summary>
    public static readonly PersonId Priya = new("priya");

    /// <summary>Riverbend Workforce Office, manager, administrator.</summary>
    public static readonly PersonId Dale = new("dale");

    /// <summary>Lakeside Community College, staff.</summary>
    public static readonly PersonId Mei = new("mei");

    /// <summary>Lakeside Community College, manager.</summary>
    public static readonly PersonId Ruth = new("ruth");

    /// <summary>Cedar Fund, representative, manager. Cedar Fund funds Harbor Youth Center.</summary>
    public static readonly PersonId Jonas = new("jonas");

    /// <summary>Of no partner, facilitator.</summary>
    public static readonly PersonId Sam = new("sam");

    /// <summary>Nobody of this alliance.</summary>
    public static readonly PersonId Stranger = new("stranger");

    public static readonly GoalId Jobs = new("goal-jobs");

    /// <summary>Monday 16 November 2026, 9:00 in Riverbend: when all this was set up.</summary>
    public static readonly Instant Start = Local(2026, 11, 16, 9, 0);

    /// <summary>Friday 20 November 2026, 10:00 in Riverbend: when a command comes unless it says otherwise.</summary>
    public static readonly Instant Now = Local(2026, 11, 20, 10, 0);

    public static ValueList<PersonId> Everyone => [Ana, Dale, Jonas, Mei, Priya, Ruth, Sam, Tom];

    public static ValueList<AllianceEvent> Story { get; } = Stamped();

    public static Instant Local(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb[Zone]).ToInstant();

    /// <summary>Words as the conversation makes them; the id is drawn from the text, so that tests can say them twice.</summary>
    public static Words Say(string text) => new($"w.{text}", text);

    private static ValueList<AllianceEvent> Stamped() => Bare()
        .Select((happened, n) => happened with { By = Dale, At = Start, Ask = new AskId($"riverbend-{n}") })
        .ToValueList();

    private static AllianceEvent[] Bare() =>
    [
        new AllianceCreated(Id, Say("Riverbend Works"), Zone),
        new PartnerAdded(Workforce, Say("Riverbend Workforce Office"), PartnerKind.Government),
        .. Joins(Dale, "Dale Whitman", Workforce, Role.Manager),
        new RoleAssigned(Dale, Role.Administrator, null),
        new PartnerAdded(Harbor, Say("Harbor Youth Center"), PartnerKind.CommunityBased),
        new PartnerAdded(Lakeside, Say("Lakeside Community College"), PartnerKind.SemiPublic),
        new PartnerAdded(Cedar, Say("Cedar Fund"), PartnerKind.Foundation),
        .. Joins(Ana, "Ana Reyes", Harbor, Role.Staff),
        .. Joins(Tom, "Tom Okafor", Harbor, Role.Manager),
        .. Joins(Priya, "Priya Nair", Workforce, Role.Staff),
        new RoleAssigned(Priya, Role.Troubleshooter, null),
        .. Joins(Mei, "Mei Chen", Lakeside, Role.Staff),
        .. Joins(Ruth, "Ruth Abrams", Lakeside, Role.Manager),
        .. Joins(Jonas, "Jonas Weber", Cedar, Role.Manager),
        new RoleAssigned(Jonas, Role.Representative, Cedar),
        .. Joins(Sam, "Sam Duarte", null, Role.Facilitator),
        new FundingDeclared(Cedar, Harbor),
        new PurposeSet(Say("Young adults in Riverbend find and keep decent work.")),
        new GoalSet(Jobs, Say("120 young adults in jobs for 90 days"), new LocalDate(2027, 6, 30)),
        new ExclusionAdded(Say("Joint fundraising")),
        new ExclusionAdded(Say("Shared case files")),
        // The weekly digests are stories of their own: who tells one sets it on.
        .. from reader in (PersonId[])[Tom, Dale, Ruth, Jonas, Sam] select new DigestSettingsSet(reader, DigestWish.Usual with { Off = true }),
    ];

    private static AllianceEvent[] Joins(PersonId person, string name, PartnerId? partner, Role role) =>
    [
        new PersonJoined(person, Say(name), partner, null),
        new RoleAssigned(person, role, role.IsOfPartner ? partner : null),
    ];
}

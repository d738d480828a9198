using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Try.Sample;

/// <summary>"Riverbend Works": four partners, eight people, and promises in many states, told relative to the day it is loaded.</summary>
internal sealed class Riverbend
{
    public const string Zone = "America/Chicago";

    /// <summary>How long ago the alliance was set up, in days.</summary>
    private const int Age = 300;

    private readonly Past past;
    private readonly LocalDate today;
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[Zone];

    private Riverbend(Past past, Instant now)
    {
        this.past = past;
        var local = now.InZone(zone).LocalDateTime;
        today = local.Date;
        // Before that hour today's digests, should today be their day, are still to come.
        var made = local.TimeOfDay < DigestWish.Usual.At ? today.PlusDays(-1) : today;
        Monday = made.PlusDays(1 - (int)made.DayOfWeek);
    }

    public PartnerId Harbor { get; private set; }
    public PartnerId Workforce { get; private set; }
    public PartnerId Lakeside { get; private set; }
    public PartnerId Cedar { get; private set; }
    public PersonId Ana { get; private set; }
    public PersonId Tom { get; private set; }
    public PersonId Priya { get; private set; }
    public PersonId Dale { get; private set; }
    public PersonId Mei { get; private set; }
    public PersonId Ruth { get; private set; }
    public PersonId Jonas { get; private set; }
    public PersonId Sam { get; private set; }
    public GoalId Jobs { get; private set; }

    public Past Past => past;

    /// <summary>The day of loading.</summary>
    public LocalDate Today => today;

    /// <summary>The day of the newest weekly digests; what happened in the seven days before it stands in them.</summary>
    public LocalDate Monday { get; }

    /// <summary>The alliance as it stands at this moment, with its whole past.</summary>
    /// <param name="newId">The id source.</param>
    /// <param name="now">This moment.</param>
    /// <param name="undo">How long an answer can be taken back, set before the partners adopted their charter; null for the usual.</param>
    public static Past Tell(Func<string> newId, Instant now, Duration? undo = null)
    {
        var past = new Past(newId);
        var riverbend = new Riverbend(past, now);
        riverbend.SetUp();
        if (undo is { } window)
        {
            past.Do(past.Alliance.LastAt, riverbend.Dale, new ChangeSettings(past.Alliance.Settings with { UndoWindow = window }, past.NewAsk()));
        }

        Circles.Make(riverbend);
        Agreements.Make(riverbend);
        Promises.Make(riverbend);
        Conflicts.Make(riverbend);
        Efforts.Make(riverbend);
        Numbers.Make(riverbend);
        Weeks.Make(riverbend);
        past.Happen();
        past.Until(now);
        return past;
    }

    /// <summary>So many days from the day of loading, moved to the next working day, at this hour.</summary>
    public Instant At(int days, int hour = 10, int minute = 0) => Day(days).At(new LocalTime(hour, minute)).InZoneLeniently(zone).ToInstant();

    /// <summary>So many days from the day of the newest digests, at this hour.</summary>
    public Instant AtMonday(int days, int hour = 10, int minute = 0) =>
        Monday.PlusDays(days).At(new LocalTime(hour, minute)).InZoneLeniently(zone).ToInstant();

    /// <summary>The date so many days from the day of loading, moved to the next working day.</summary>
    public LocalDate Day(int days)
    {
        var date = today.PlusDays(days);
        while (!Workdays.MondayToFriday.Includes(date)) date = date.PlusDays(days < 0 ? -1 : 1);
        return date;
    }

    private void SetUp()
    {
        var at = At(-Age, 9);
        Dale = NewPerson();
        Workforce = NewPartner();
        past.Do(at, Dale, new CreateAlliance(
            new(past.NewId()), past.Say("Riverbend Works"), Zone, Workforce, past.Say("Riverbend Workforce Office"),
            PartnerKind.Government, past.Say("Dale Whitman"), past.NewAsk()));
        Harbor = Partner(at, "Harbor Youth Center", PartnerKind.CommunityBased);
        Lakeside = Partner(at, "Lakeside Community College", PartnerKind.SemiPublic);
        Cedar = Partner(at, "Cedar Fund", PartnerKind.Foundation);
        Tom = Join(at, "Tom Okafor", Harbor, Role.Manager);
        Ana = Join(at, "Ana Reyes", Harbor, Role.Staff);
        Priya = Join(at, "Priya Nair", Workforce, Role.Staff);
        Ruth = Join(at, "Ruth Abrams", Lakeside, Role.Manager);
        Mei = Join(at, "Mei Chen", Lakeside, Role.Staff);
        Jonas = Join(at, "Jonas Weber", Cedar, Role.Manager);
        Sam = Join(at, "Sam Duarte", null, Role.Facilitator);
        past.Do(at, Dale, new AssignRole(Priya, Role.Troubleshooter, null, past.NewAsk()));
        past.Do(at, Ruth, new AssignRole(Mei, Role.Contact, Lakeside, past.NewAsk()));
        past.Do(at, Dale, new DeclareFunding(Cedar, Harbor, past.NewAsk()));
        past.Do(at, Dale, new SetPurpose(past.Say("Young adults in Riverbend find and keep decent work."), past.NewAsk()));
        Jobs = new(past.NewId());
        var goalYear = today.Month < 5 ? today.Year : today.Year + 1;
        past.Do(at, Dale, new SetGoal(
            Jobs, past.Say("120 young adults in jobs for 90 days"), new LocalDate(goalYear, 6, 30), past.NewAsk()));
        past.Do(at, Dale, new AddExclusion(past.Say("Joint fundraising"), past.NewAsk()));
        past.Do(at, Dale, new AddExclusion(past.Say("Shared case files"), past.NewAsk()));
    }

    private PersonId NewPerson() => new(past.NewId());

    private PartnerId NewPartner() => new(past.NewId());

    private PartnerId Partner(Instant at, string name, PartnerKind kind)
    {
        var partner = NewPartner();
        past.Do(at, Dale, new AddPartner(partner, past.Say(name), kind, past.NewAsk()));
        return partner;
    }

    private PersonId Join(Instant at, string name, PartnerId? partner, Role role)
    {
        var (person, code) = (NewPerson(), past.NewId());
        past.Do(at, Dale, new Invite(new(past.NewId()), code, partner, role, past.Say(name), past.NewAsk()));
        past.Do(at, person, new JoinByCode(code, past.Say(name), past.NewAsk()));
        return person;
    }
}

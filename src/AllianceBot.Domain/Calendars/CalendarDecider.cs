using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of hours, absences and holidays.</summary>
public static class CalendarDecider
{
    /// <summary>Every refusal of this area by code; the words know them all.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. HourRules.Codes, .. AbsenceRules.Codes, .. HolidayRules.Codes];

    public static Outcome Decide(Alliance alliance, CalendarCommand command, CommandContext context)
    {
        if (alliance.HasDone(command.Ask, context.By)) return Outcome.Nothing;
        if (alliance.People.Find(context.By) is not { Left: false } me) return Refusal.NotYours;
        return command switch
        {
            SetMyHours set => HourRules.Check(alliance, me, set.Hours) is { } bad
                ? bad
                : me.Hours == set.Hours ? Outcome.Nothing : new PersonHoursSet(me.Id, set.Hours),
            AnnounceAbsence announce => Announce(alliance, me, announce, context.At),
            EndAbsence => AbsenceRules.Next(me) is { } absence ? new AbsenceEnded(me.Id, absence.From) : AbsenceRules.None,
            ChangeCover change => Change(alliance, me, change.Cover),
            LayDownCover lay => LayDown(alliance, me, lay.Person),
            AddHolidays add => Permits(alliance, me.Id, add.Partner) ? HolidayRules.Add(alliance, me, add, context.At) : Refusal.NotYours,
            RemoveHoliday remove when !Permits(alliance, me.Id, remove.Partner) => Refusal.NotYours,
            RemoveHoliday remove => alliance.Partners[remove.Partner].Holidays.Find(remove.Day) is { } day
                ? new HolidaysRemoved(remove.Partner, [day.From])
                : HolidayRules.NoneThen.With("date", remove.Day.ToIso()),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>Whoever stood in for others and no longer can is laid down there, so that nobody counts on it.</summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId cover) =>
        Covered(alliance, cover)
            .Where(one => !AbsenceRules.MayCover(alliance, one.Person, cover))
            .Select(static one => (AllianceEvent)new CoverChanged(one.Person, one.Absence.From, null)).ToValueList();

    /// <summary>The absences in which this person is to answer.</summary>
    internal static IEnumerable<(PersonId Person, Absence Absence)> Covered(Alliance alliance, PersonId cover)
    {
        foreach (var person in alliance.People)
        {
            foreach (var absence in person.Absences)
            {
                if (absence.Cover == cover) yield return (person.Id, absence);
            }
        }
    }

    /// <summary>What a manager of the partner, or who sets up, may say about its calendar.</summary>
    internal static bool Permits(Alliance alliance, PersonId person, PartnerId partner) =>
        alliance.Partners.Find(partner) is { Left: false }
        && (May.Do(alliance, person, Act.ManagePartner, partner) || May.Do(alliance, person, Act.SetUp, alliance.Id));

    private static Outcome Announce(Alliance alliance, Person me, AnnounceAbsence announce, Instant now)
    {
        var today = now.InZone(Calendars.ZoneOf(alliance, me)).Date;
        if (AbsenceRules.Check(me, announce, today) is { } bad) return bad;
        var until = announce.Until!.Value;
        if (announce.Cover is { } cover && AbsenceRules.Cover(alliance, me.Id, cover, announce.From, until) is { } unfit) return unfit;
        var announced = new AbsenceAnnounced(me.Id, announce.From, until, announce.Cover);
        return announce.From == today ? Outcome.Of(announced, new AbsenceBegan(me.Id, announce.From)) : announced;
    }

    private static Outcome Change(Alliance alliance, Person me, PersonId? cover)
    {
        if (AbsenceRules.Next(me) is not { } absence) return AbsenceRules.None;
        if (cover == absence.Cover) return Outcome.Nothing;
        if (cover is { } named && AbsenceRules.Cover(alliance, me.Id, named, absence.From, absence.Until) is { } unfit) return unfit;
        return new CoverChanged(me.Id, absence.From, cover);
    }

    private static Outcome LayDown(Alliance alliance, Person me, PersonId person)
    {
        if (alliance.People.Find(person) is not { } away) return Refusal.NotYours;
        var covered = away.Absences.Where(absence => absence.Cover == me.Id)
            .Select(absence => (AllianceEvent)new CoverChanged(person, absence.From, null)).ToValueList();
        return covered.Count == 0 ? AbsenceRules.NotCovering : new Outcome.Happened(covered);
    }
}

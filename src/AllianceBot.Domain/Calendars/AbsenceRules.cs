using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What an absence must be like, and who can stand in.</summary>
internal static class AbsenceRules
{
    /// <summary>Days of the longest absence; a longer one is a change of who does the work.</summary>
    public const int Longest = 183;

    /// <summary>Days that one may lie ahead.</summary>
    public const int Ahead = 366;

    public static readonly Refusal NoEnd = new("absence.no-end");

    /// <summary>Facts: date.</summary>
    public static readonly Refusal Past = new("absence.past");

    /// <summary>Facts: from, until.</summary>
    public static readonly Refusal Backwards = new("absence.backwards");

    /// <summary>Facts: latest, the last day it could have.</summary>
    public static readonly Refusal TooLong = new("absence.too-long");

    /// <summary>Facts: latest, the last day on which it could begin.</summary>
    public static readonly Refusal TooFar = new("absence.too-far");

    /// <summary>Facts: from, until of the one announced before.</summary>
    public static readonly Refusal Overlaps = new("absence.overlaps");

    public static readonly Refusal None = new("absence.none");
    public static readonly Refusal TooMany = new Refusal("limit.absences").With("limit", $"{Limits.Absences}");

    public static readonly Refusal CoverSelf = new("cover.self");

    /// <summary>Facts: person.</summary>
    public static readonly Refusal CoverGone = new("cover.gone");

    /// <summary>Facts: person.</summary>
    public static readonly Refusal CoverOther = new("cover.other-partner");

    /// <summary>Facts: person, from, until.</summary>
    public static readonly Refusal CoverAway = new("cover.away");

    public static readonly Refusal NotCovering = new("cover.none");

    public static IReadOnlyList<string> Codes { get; } =
    [
        NoEnd.Code, Past.Code, Backwards.Code, TooLong.Code, TooFar.Code, Overlaps.Code, None.Code, TooMany.Code,
        CoverSelf.Code, CoverGone.Code, CoverOther.Code, CoverAway.Code, NotCovering.Code,
    ];

    /// <summary>Null when the days can be announced.</summary>
    public static Refusal? Check(Person person, AnnounceAbsence announce, LocalDate today)
    {
        if (announce.Until is not { } until) return NoEnd;
        if (until < announce.From) return Backwards.With("from", announce.From.ToIso()).With("until", until.ToIso());
        if (announce.From < today) return Past.With("date", announce.From.ToIso());
        if (announce.From > today.PlusDays(Ahead)) return TooFar.With("latest", today.PlusDays(Ahead).ToIso());
        if (Period.DaysBetween(announce.From, until) >= Longest) return TooLong.With("latest", announce.From.PlusDays(Longest - 1).ToIso());
        foreach (var absence in person.Absences)
        {
            if (absence.Overlaps(announce.From, until)) return Overlaps.With("from", absence.From.ToIso()).With("until", absence.Until.ToIso());
        }

        return person.Absences.Count >= Limits.Absences ? TooMany : null;
    }

    /// <summary>Null when this person can answer on those days.</summary>
    public static Refusal? Cover(Alliance alliance, PersonId person, PersonId cover, LocalDate from, LocalDate until)
    {
        if (cover == person) return CoverSelf;
        if (!alliance.IsMember(cover)) return CoverGone.With("person", cover.Value);
        if (!MayCover(alliance, person, cover)) return CoverOther.With("person", cover.Value);
        foreach (var absence in alliance.People[cover].Absences)
        {
            if (absence.Overlaps(from, until))
            {
                return CoverAway.With("person", cover.Value).With("from", absence.From.ToIso()).With("until", absence.Until.ToIso());
            }
        }

        return null;
    }

    /// <summary>Somebody of the same partner; for who is of none, somebody of none.</summary>
    public static bool MayCover(Alliance alliance, PersonId person, PersonId cover)
    {
        if (!alliance.IsMember(cover) || alliance.OnlyObserves(cover)) return false;
        var partners = alliance.PartnersOf(person);
        return partners.Count == 0 ? alliance.PartnersOf(cover).Count == 0 : partners.Any(partner => alliance.IsOf(cover, partner));
    }

    /// <summary>The absence that goes on, or the next one.</summary>
    public static Absence? Next(Person person) => person.Absences.Count > 0 ? person.Absences[0] : null;
}

namespace AllianceBot.Domain;

/// <summary>
/// What deliveries tell: who could not be reached and is again, that the home place is gone, and that there was nobody to
/// tell. Each is said once, until it changes.
/// </summary>
public static class Reaching
{
    /// <summary>The reason of a notice whose role, and its fall-back, nobody held.</summary>
    public const string Nobody = "nobody";

    /// <summary>The kind of the notice that says so; it is never reported itself.</summary>
    public const string NobodyToTell = "item.nobody-to-tell";

    public static Outcome Decide(Alliance alliance, NoticeSettled settled, CommandContext context)
    {
        if (context.By != PersonId.Clock || alliance.Version == 0) return Refusal.NotYours;
        if (string.IsNullOrEmpty(settled.Reader.Value)) return OfNoPerson(alliance, settled);
        if (alliance.People.Find(settled.Reader) is not { Left: false } person) return Outcome.Nothing;
        return settled.Fate switch
        {
            Delivery.Unreachable => Changed(person, settled.Reason.Length == 0 ? "other" : settled.Reason),
            Delivery.Sent => Changed(person, ""),
            _ => Outcome.Nothing,
        };
    }

    /// <summary>Somebody's private conversation with the bot is gone, or is there again.</summary>
    public static Outcome Decide(Alliance alliance, ReachChanged changed, CommandContext context)
    {
        if (context.By != PersonId.Clock || alliance.Version == 0) return Refusal.NotYours;
        return alliance.People.Find(changed.Person) is { Left: false } person ? Changed(person, changed.Problem) : Outcome.Nothing;
    }

    /// <summary>The bot is in a place no more, or is there again. A lost home is remembered: coming back mends it.</summary>
    public static Outcome Decide(Alliance alliance, PlaceChanged changed, CommandContext context)
    {
        if (context.By != PersonId.Clock || alliance.Version == 0) return Refusal.NotYours;
        if (!alliance.Places.Contains(changed.Place) || alliance.GonePlaces.Contains(changed.Place) != changed.IsThere) return Outcome.Nothing;
        return changed.IsThere ? new PlaceBack(changed.Place) : new PlaceGone(changed.Place);
    }

    private static Outcome Changed(Person person, string problem) => (problem.Length > 0, person.NotReached) switch
    {
        (true, null) => new PersonNotReached(person.Id, Code(problem)),
        (false, not null) => new PersonReachedAgain(person.Id),
        _ => Outcome.Nothing,
    };

    private static Outcome OfNoPerson(Alliance alliance, NoticeSettled settled)
    {
        if (settled.Fate != Delivery.Unreachable) return Outcome.Nothing;
        if (settled.Reason != Nobody) return alliance.LivingHome is { } home ? new PlaceGone(home) : Outcome.Nothing;
        if (settled.Kind == NobodyToTell || alliance.Untold.Contains(new UntoldNotice(settled.Subject, settled.Kind))) return Outcome.Nothing;
        return new NoticeUntold(settled.Subject, Code(settled.Kind));
    }

    /// <summary>Codes only: what a platform says in words does not get into the story.</summary>
    private static string Code(string text) =>
        text is { Length: > 0 and <= Limits.Code } && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            ? text
            : "other";
}

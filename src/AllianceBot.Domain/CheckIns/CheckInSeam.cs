using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of check-ins.</summary>
public static class CheckInDecider
{
    public static Outcome Decide(Alliance alliance, CheckInCommand command, CommandContext context) => Refusal.NotYours;

    /// <summary>The one step of a check-in whose instant has come.</summary>
    public static Outcome Strike(Alliance alliance, CheckIn checkIn, Instant at) => Outcome.Nothing;

    /// <summary>What somebody's no longer acting for a partner, or for any if none is named, means for the check-ins they were asked.</summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner) => [];

    /// <summary>What any other event means for check-ins, on the state it made; within the same append.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened, CommandContext context) => [];
}

/// <summary>The state of check-ins, folded.</summary>
public static class CheckInFold
{
    public static Alliance Evolve(Alliance alliance, CheckInEvent happened) => alliance;

    /// <summary>When it next needs the clock, from the check-in, its commitment, the calendars and the settings alone.</summary>
    public static Instant? NextDue(Alliance alliance, CheckIn checkIn) => null;
}

/// <summary>Who is told of what happens to a check-in.</summary>
public static class CheckInNotices
{
    public static ValueList<Notice> For(Alliance before, CheckInEvent happened, Alliance after) => [];
}

namespace AllianceBot.Domain;

internal static class PeopleDecider
{
    public static Outcome Decide(Alliance alliance, PeopleCommand command, CommandContext context) => Refusal.NotYours;

    public static Outcome Settle(Alliance alliance, NoticeSettled settled, CommandContext context) => Outcome.Nothing;
}

namespace AllianceBot.Domain;

internal static class SetUpDecider
{
    public static Outcome Decide(Alliance alliance, SetUpCommand command, CommandContext context) => Refusal.NotYours;
}

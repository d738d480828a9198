namespace AllianceBot.Domain;

internal static class SetUpNotices
{
    public static ValueList<Notice> For(Alliance before, SetUpEvent happened, Alliance after) => [];
}

namespace AllianceBot.Domain;

internal static class PeopleNotices
{
    public static ValueList<Notice> For(Alliance before, PeopleEvent happened, Alliance after) => [];
}

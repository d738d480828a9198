using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>What makes the weekly digests of the sample worth opening: stories of all together, and thanks.</summary>
internal static class Weeks
{
    public static void Make(Riverbend town)
    {
        Story(
            town, -90, town.Mei, "Twelve young adults passed the interview training, and nine of them have a first day at work.",
            (town.Lakeside, town.Ruth), (town.Workforce, town.Dale));
        Thanks(town, -60, town.Priya, town.Mei, "finding a second trainer overnight");
        Story(
            town, -6, town.Ana, "A young father starts in the bakery on Monday. Course, bus pass and first call came from three of us.",
            (town.Harbor, town.Tom), (town.Lakeside, town.Ruth), (town.Workforce, town.Dale));
        Thanks(town, -5, town.Ana, town.Mei, "staying late on both evenings");
        Thanks(town, -3, town.Dale, town.Harbor, "showing us how you welcome people");
    }

    /// <summary>Told on a day, and on the two days after it each organisation says yes to being named.</summary>
    private static void Story(Riverbend town, int day, PersonId teller, string text, params (PartnerId Partner, PersonId By)[] named)
    {
        var story = new StoryId(town.Past.NewId());
        town.Past.Plan(town.AtMonday(day, 11), teller, () => new TellStory(
            story, town.Past.NewAsk(), town.Past.Say(text), named.Select(static one => one.Partner).ToValueList()));
        foreach (var (at, (partner, by)) in named.Index())
        {
            town.Past.Plan(town.AtMonday(day + 1, 10 + at), by, () => new AnswerStory(story, town.Past.NewAsk(), partner, Named: true));
        }
    }

    private static void Thanks(Riverbend town, int day, PersonId by, Subject whom, string text) =>
        town.Past.Plan(town.AtMonday(day, 15), by, () => new GiveThanks(whom, town.Past.Say(text), town.Past.NewAsk()));
}

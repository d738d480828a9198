namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about digests, stories and thanks.</summary>
internal static class RandomDigest
{
    public static Command Next(Random chance, Alliance alliance, AskId ask, string draft)
    {
        var words = new Words($"w.digest.{ask}", $"said {chance.Next(9)}");
        return chance.Next(7) switch
        {
            0 => new SetDigest(
                new(chance.Next(0, 8), new(chance.Next(24), chance.Next(2) * 30))
                {
                    Off = chance.Next(5) == 0,
                    WhenNothing = (WhenNothing)chance.Next(2),
                    DuringLeave = (DuringLeave)chance.Next(2),
                }, ask),
            1 when alliance.Commitments.Count > 0 => new RemarkOn(RandomStory.Pick(chance, alliance.Commitments.ToList()).Id, words, ask),
            2 => new TellStory(
                new(chance.Next(8) == 0 && alliance.Stories.Count > 0 ? alliance.Stories.First().Id.Value : draft), ask,
                chance.Next(6) == 0 ? new($"w.names.{ask}", "said with Cedar Fund") : words, Some(chance, alliance)),
            3 or 4 when alliance.Stories.Count > 0 => OnStory(chance, alliance, RandomStory.Pick(chance, alliance.Stories.ToList()).Id, ask),
            _ => new GiveThanks(
                chance.Next(2) == 0
                    ? RandomStory.Pick(chance, alliance.People.ToList()).Id
                    : (Subject)RandomStory.Pick(chance, alliance.Partners.ToList()).Id, words, ask),
        };
    }

    private static StoryCommand OnStory(Random chance, Alliance alliance, StoryId story, AskId ask) => chance.Next(4) == 0
        ? new WithdrawStory(story, ask)
        : new AnswerStory(story, ask, chance.Next(2) == 0 ? null : RandomStory.Pick(chance, alliance.Partners.ToList()).Id, chance.Next(2) == 0);

    private static ValueList<PartnerId> Some(Random chance, Alliance alliance) =>
        Enumerable.Range(0, chance.Next(1, 4)).Select(_ => RandomStory.Pick(chance, alliance.Partners.ToList()).Id).ToValueList();
}

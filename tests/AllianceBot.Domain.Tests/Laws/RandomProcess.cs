namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about processes for conflicts: fitting drafts mostly, and some that no ladder can be.</summary>
internal static class RandomProcess
{
    public static ProcessCommand Next(Random chance, Alliance alliance, AskId ask, string draft, PersonId by)
    {
        var all = alliance.Processes.ToList();
        if (all.Count == 0 || chance.Next(5) == 0) return new StartProcess(new(draft), ask, Text(chance, alliance.Processes.Count + 1));
        var process = RandomStory.Pick(chance, all);
        var revision = chance.Next(10) == 0 ? process.Revision + chance.Next(-2, 2) : process.Revision;
        var own = alliance.PartnersOf(by);
        var partner = own.Count > 0 ? RandomStory.Pick(chance, own.ToList()) : RandomStory.Pick(chance, alliance.Partners.ToList()).Id;
        return chance.Next(6) switch
        {
            0 => new DropProcessDraft(process.Id, revision, ask),
            1 or 2 => new RatifyProcess(process.Id, revision, ask, Math.Max(1, process.Versions.Count - chance.Next(2)), partner),
            _ => new ChangeProcess(process.Id, revision, ask, Text(chance, chance.Next(8))),
        };
    }

    public static ProcessText Text(Random chance, int name) => new(
        new($"w.process.{name}", $"Process {name}"),
        [(ConflictKind)chance.Next(7)],
        Enumerable.Range(1, chance.Next(12) == 0 ? 0 : chance.Next(1, 6)).Select(number => Rung(chance, number)).ToValueList(),
        (FinalOutcome)chance.Next(3), [], [], chance.Next(25, 200), chance.Next(0, 40), chance.Next(0, 20));

    private static Rung Rung(Random chance, int number)
    {
        var neutral = chance.Next(3) == 0;
        return new(
            new($"w.rung.{number}", $"Rung {number}"), (RungPeople)chance.Next(3), new("w.todo", "Talk."), chance.Next(15) == 0 ? 0 : chance.Next(1, 30))
        {
            HasNeutral = neutral,
            NameNeutralDays = neutral ? chance.Next(1, 10) : 0,
            SummaryNeeded = chance.Next(2) == 0,
            StatementsNeeded = chance.Next(2) == 0,
            TimeUp = (WhenTimeIsUp)chance.Next(2),
        };
    }
}

using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about indicators, from whoever.</summary>
internal static class RandomIndicator
{
    public static (Command Command, PersonId By) Next(Random chance, Alliance alliance, Instant now, AskId ask, string draft, PersonId by)
    {
        var all = alliance.Indicators.OrderBy(static one => one.Number).ToList();
        if (all.Count == 0 || chance.Next(8) == 0)
        {
            var id = new IndicatorId(chance.Next(10) == 0 && all.Count > 0 ? all[0].Id.Value : draft);
            return (new AgreeIndicator(id, ask, Terms(chance, alliance, now), Owner(chance, alliance)), chance.Next(2) == 0 ? Riverbend.Dale : by);
        }

        var indicator = RandomStory.Pick(chance, all[^Math.Min(3, all.Count)..]);
        var act = RandomStory.Pick(chance, Enum.GetValues<IndicatorAct>());
        if (chance.Next(4) > 0 && Possible(alliance, indicator) is { Count: > 0 } possible) (act, by) = RandomStory.Pick(chance, possible);
        var revision = chance.Next(10) == 0 ? indicator.Revision + chance.Next(-2, 2) : indicator.Revision;
        return (Of(chance, alliance, now, indicator, act, revision, ask), by);
    }

    private static List<(IndicatorAct Act, PersonId By)> Possible(Alliance alliance, Indicator indicator) =>
    [
        .. from act in Enum.GetValues<IndicatorAct>()
           where act is not IndicatorAct.Retire
           from person in alliance.People
           where IndicatorGuards.Permits(alliance, indicator, person.Id, act) && IndicatorGuards.Refuses(indicator, act) is null
           select (act, person.Id),
    ];

    private static IndicatorTerms Terms(Random chance, Alliance alliance, Instant now)
    {
        var today = alliance.DateOf(now);
        return new(
            Riverbend.Say($"Counted {chance.Next(5)}"), Riverbend.Say("people"),
            chance.Next(2) == 0 ? null : new(chance.Next(50), today.PlusDays(-chance.Next(400))), chance.Next(-5, 120),
            today.PlusDays(chance.Next(-1, 400)), (ReportEvery)chance.Next(6))
        {
            Goal = chance.Next(3) == 0 && alliance.Goals.Count > 0 ? alliance.Goals[0].Id : null,
            Shared = chance.Next(3) == 0,
        };
    }

    private static PersonId? Owner(Random chance, Alliance alliance) =>
        chance.Next(4) == 0 ? null : RandomStory.Pick(chance, alliance.People.Select(static one => one.Id).ToList());

    private static IndicatorCommand Of(Random chance, Alliance alliance, Instant now, Indicator indicator, IndicatorAct act, int revision, AskId ask)
    {
        var (id, words) = (indicator.Id, new Words($"w.indicator.{chance.Next(1000)}", "inside words"));
        var some = chance.Next(3) == 0 ? null : words;
        var today = alliance.DateOf(now);
        LocalDate? on = chance.Next(2) == 0 ? null : today.PlusDays(-chance.Next(-1, 90));
        return act switch
        {
            IndicatorAct.Read => new EnterReading(id, revision, ask, chance.Next(130), on, some),
            IndicatorAct.Skip => new SkipReading(id, revision, ask),
            IndicatorAct.AgreeToReport => new AnswerOwner(id, revision, ask, Yes: true, null),
            IndicatorAct.DeclineToReport => new AnswerOwner(id, revision, ask, Yes: false, some),
            IndicatorAct.Correct => new CorrectReading(id, revision, ask, chance.Next(130), chance.Next(2) == 0 ? null : indicator.Latest?.On, some),
            IndicatorAct.SayImproves or IndicatorAct.SayInTheWay => new SayBranch(
                id, revision, ask, act == IndicatorAct.SayImproves ? BearingKind.Improves : BearingKind.InTheWay, words, chance.Next(100),
                today.PlusDays(chance.Next(0, 100))),
            IndicatorAct.NameOwner => new NameOwner(id, revision, ask, Owner(chance, alliance) ?? Riverbend.Priya),
            IndicatorAct.Change => new ChangeIndicator(id, revision, ask, Terms(chance, alliance, now), some),
            _ => new RetireIndicator(id, revision, ask, some),
        };
    }
}

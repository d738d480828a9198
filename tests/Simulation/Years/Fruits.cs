using AllianceBot.Domain;
using AllianceBot.Engine.Tests;

namespace Simulation.Years;

/// <summary>What comes of working together over the years, and what people say of it: stories, thanks, numbers, and how much work it is.</summary>
internal sealed class Fruits(Seeded chance, Asks asks)
{
    private const int MostIndicators = 4;

    public (Command Command, PersonId By) Any(Alliance alliance)
    {
        var by = chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]);
        var partner = chance.Of(Cast.PartnersOf(alliance.Id));
        var ask = asks.Ask();
        return chance.Below(20) switch
        {
            < 3 => (new GiveThanks(chance.OneIn(2) ? by : partner, new($"{ask}.0", "For the quick help"), ask), Cast.Staff(chance.Of(Cast.PartnersOf(alliance.Id)))),
            < 6 => (new TellStory(new(ask.Value), ask, new($"{ask}.0", "They came back with a smile"), [.. Cast.PartnersOf(alliance.Id).Skip(chance.Below(2))]), by),
            < 8 => Answer(alliance, ask, partner),
            < 13 => Number(alliance, ask),
            < 18 => Estimate(alliance, ask),
            _ => (new SetPartnerBudget(partner, 5 + chance.Below(60), ask), Cast.Manager(partner)),
        };
    }

    private (Command, PersonId) Answer(Alliance alliance, AskId ask, PartnerId partner)
    {
        var waiting = alliance.Stories.Where(static story => story.IsWaiting).ToList();
        return waiting.Count == 0
            ? (new GiveThanks(partner, new($"{ask}.0", "For all of it"), ask), Cast.Facilitator)
            : (new AnswerStory(chance.Of(waiting).Id, ask, partner, chance.OneIn(3)), Cast.Manager(partner));
    }

    /// <summary>An indicator is agreed on, or its owner says yes and reports; now and then a wrong number is put right.</summary>
    private (Command, PersonId) Number(Alliance alliance, AskId ask)
    {
        var manager = Cast.Manager(chance.Of(Cast.PartnersOf(alliance.Id)));
        var live = alliance.Indicators.Where(static one => one.IsLive).ToList();
        if (live.Count == 0 || (live.Count < MostIndicators && chance.OneIn(4)))
        {
            var terms = new IndicatorTerms(
                new($"{ask}.0", $"People reached {ask}"), new($"{ask}.1", "people"), chance.OneIn(2) ? new(chance.Below(20), asks.Today.PlusDays(-30)) : null,
                40, asks.Today.PlusDays(300), (ReportEvery)chance.Below(3));
            return (new AgreeIndicator(new(ask.Value), ask, terms, chance.OneIn(3) ? null : Cast.Staff(chance.Of(Cast.PartnersOf(alliance.Id)))), manager);
        }

        var one = chance.Of(live);
        if (one.Owner is not { } owner) return (new NameOwner(one.Id, one.Revision, ask, manager), manager);
        if (!one.OwnerAgreed) return (new AnswerOwner(one.Id, one.Revision, ask, !chance.OneIn(4), null), owner);
        return one.Latest is { } latest && chance.OneIn(6)
            ? (new CorrectReading(one.Id, one.Revision, ask, latest.Value + 1, latest.On, null), owner)
            : (new EnterReading(one.Id, one.Revision, ask, chance.Below(60), null, null), owner);
    }

    private (Command, PersonId) Estimate(Alliance alliance, AskId ask)
    {
        var owed = alliance.Commitments.Where(static promise => promise.Ending is null && promise.Terms.Doer is not null).ToList();
        if (owed.Count == 0) return (new ReadWhoSees(ask), Cast.Facilitator);
        var promise = chance.Of(owed);
        return (new EstimateCommitment(promise.Id, promise.Revision, ask, chance.OneIn(8) ? null : 1 + chance.Below(30)), promise.Terms.Doer!.Value);
    }
}

using AllianceBot.Domain;
using AllianceBot.Engine.Tests;

namespace Simulation.Years;

/// <summary>
/// What people decide together over the years: a charter with a data agreement, and newer ones; rules; this and that. Who
/// is asked speaks, or does not, and some take their own words out again.
/// </summary>
internal sealed class Council(Seeded chance, Asks asks, Tokens tokens)
{
    private static readonly int[] Keeping = [30, 45, 90];

    /// <summary>Somebody writes in the charter's draft, or puts something to all partners.</summary>
    public (Command Command, PersonId By) Motion(Alliance alliance)
    {
        var by = chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]);
        var ask = asks.Ask();
        if (DecisionMatters.CharterFits(alliance) && chance.OneIn(2)) return (Propose(alliance, ask, Matter.Charter), by);
        return chance.Below(8) switch
        {
            < 2 => (Draft(alliance, ask), Cast.Facilitator),
            2 => (Propose(alliance, ask, Rules(alliance)), by),
            _ => (Propose(alliance, ask, Matter.Text), by),
        };
    }

    /// <summary>What this person does about a decision that was shown: speak, work on it, write it down.</summary>
    public (Command Command, PersonId By) Reply(Alliance alliance, DecisionId id, PersonId by)
    {
        var decision = alliance.Decisions[id];
        var (ask, revision) = (asks.Ask(), chance.OneIn(15) ? decision.Revision - 1 : decision.Revision);
        if (chance.OneIn(12)) return (new NoteDecision(id, revision, ask, Say(alliance, decision, ask, 0), chance.OneIn(2)), by);
        if (chance.OneIn(12) && Forgetting.OwnOf(alliance, by, id) is { Count: > 0 } own) return (new Redact(id, own[0].Id, ask), by);
        return decision.State switch
        {
            DecisionState.Integrating when chance.OneIn(2) => (new AmendDecision(id, revision, ask, Say(alliance, decision, ask, 1), null), decision.Proposer),
            DecisionState.Open or DecisionState.Integrating => (Voice(alliance, decision, ask, revision, by), by),
            DecisionState.Decided or DecisionState.NotDecided =>
                (new WriteOutcome(id, revision, ask, Say(alliance, decision, ask, 2), asks.Today.PlusDays(20 + chance.Below(90))), decision.Proposer),
            DecisionState.ReviewDue => (Reviewed(alliance, decision, ask, revision), chance.OneIn(2) ? decision.Proposer : Cast.Facilitator),
            // What holds is seldom proposed anew; most only read it, and who sees what beside it.
            DecisionState.InForce when chance.OneIn(25) => (new ProposeDecision(new(ask.Value), ask, Proposal(alliance, ask, Matter.Text) with { Amends = id }), by),
            _ => (new ReadWhoSees(ask), by),
        };
    }

    private static bool IsCharter(Decision decision) => decision.Proposal.Matter.Kind == MatterKind.Charter;

    private GiveVoice Voice(Alliance alliance, Decision decision, AskId ask, int revision, PersonId by)
    {
        var partner = Cast.PartnersOf(alliance.Id).FirstOrDefault(one => Cast.IsOf(by, one));
        // Charters come about, so that there is something to keep and to destroy.
        var position = chance.Below(IsCharter(decision) ? 40 : 8) switch
        {
            0 => Position.Objection,
            1 => Position.StandAside,
            2 => Position.AgreeWithReservations,
            _ => Position.Agree,
        };
        var said = position == Position.Objection || chance.OneIn(3);
        return new(
            decision.Id, revision, ask, chance.OneIn(4) ? partner : null, position,
            said ? Spoken(alliance, decision, partner, position, ask, 0) : null,
            position == Position.Objection ? Spoken(alliance, decision, partner, position, ask, 1) : null);
    }

    private DecisionCommand Reviewed(Alliance alliance, Decision decision, AskId ask, int revision) => chance.OneIn(2)
        ? new RetireDecision(decision.Id, revision, ask, Say(alliance, decision, ask, 3))
        : new ReaffirmDecision(decision.Id, revision, ask, null, chance.OneIn(2) ? asks.Today.PlusDays(30 + chance.Below(60)) : null);

    private ProposeDecision Propose(Alliance alliance, AskId ask, Matter matter) => new(new(ask.Value), ask, Proposal(alliance, ask, matter));

    private Proposal Proposal(Alliance alliance, AskId ask, Matter matter) => new(
        new($"{ask.Value}.8", $"Title {tokens.New(ForAll(alliance, new DecisionId(ask.Value)))}"),
        new($"{ask.Value}.9", $"Text {tokens.New(ForAll(alliance, new DecisionId(ask.Value)))}"),
        chance.OneIn(3) ? DecisionMethod.AllAgree : DecisionMethod.Consensus, 1 + chance.Below(3), asks.Today.PlusDays(2 + chance.Below(20)), matter);

    private Matter Rules(Alliance alliance) => new(MatterKind.Rules)
    {
        RulesBefore = alliance.Settings,
        Rules = alliance.Settings with { AnswerByDays = 3 + chance.Below(5), AcceptByDays = 3 + chance.Below(5) },
    };

    private DraftCharter Draft(Alliance alliance, AskId ask)
    {
        var partner = chance.Of(Cast.PartnersOf(alliance.Id));
        return new(
            new()
            {
                Parts = [new(CharterSection.Ways, null, new($"{ask.Value}.0", $"Ways {ask}")), new(CharterSection.Gives, partner, new($"{ask.Value}.1", $"Gives {ask}"))],
                Retention = new(chance.Of(Keeping), chance.Of(Keeping), chance.Of(Keeping)),
            },
            ask);
    }

    private Words Say(Alliance alliance, Decision decision, AskId ask, int n) => new($"{ask.Value}.{n}", $"Words {tokens.New(ForAll(alliance, decision.Id))}");

    private Words Spoken(Alliance alliance, Decision decision, PartnerId partner, Position position, AskId ask, int n) =>
        new($"{ask.Value}.{n}", $"Voice {tokens.Spoken(new(alliance.Id, decision.Id, partner, position))}");

    private static Secret ForAll(Alliance alliance, Subject item)
    {
        var partners = Cast.PartnersOf(alliance.Id);
        return new(alliance.Id, partners[0], partners[1], IsForAll: true, IsTerms: true) { Item = item };
    }
}

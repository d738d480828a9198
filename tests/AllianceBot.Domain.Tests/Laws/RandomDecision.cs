using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about decisions and the charter, from whoever.</summary>
internal static class RandomDecision
{
    public static (Command Command, PersonId By) Next(Random chance, Alliance alliance, Instant now, AskId ask, string draft, PersonId by)
    {
        var all = alliance.Decisions.OrderBy(static decision => decision.Number).ToList();
        if (chance.Next(6) == 0) return Charter(chance, alliance, ask, by);
        if (chance.Next(6) == 0) return (RandomProcess.Next(chance, alliance, ask, draft, by), by);
        if (chance.Next(10) == 0) return (Redact(chance, alliance, ask, by), by);
        if (all.Count == 0 || chance.Next(7) == 0) return (Propose(chance, alliance, now, ask, draft), by);
        // What adopts a charter, or takes another's place, needs many steps in a row: it is begun and helped along.
        var wanted = all.FindLast(static one => one.IsOpen && (one.Proposal.Amends is not null || one.Proposal.Matter.Kind == MatterKind.Charter));
        if (wanted is null && chance.Next(2) == 0 && Wanted(chance, alliance, now, all) is { } proposal)
        {
            return (new ProposeDecision(new(draft), ask, proposal), by);
        }

        var decision = wanted is not null && chance.Next(4) > 0 ? wanted : RandomStory.Pick(chance, all[^Math.Min(3, all.Count)..]);
        var act = RandomStory.Pick(chance, Enum.GetValues<DecisionAct>());
        if (chance.Next(5) > 0 && Possible(alliance, decision, now) is { Count: > 0 } possible) (act, by) = RandomStory.Pick(chance, possible);
        if (decision == wanted && chance.Next(6) > 0 && DecisionRights.UndecidedOf(alliance, decision) is { Count: > 0 } silent)
        {
            (act, by) = (DecisionAct.Agree, silent[0]);
        }

        if (decision.IsOpen && chance.Next(30) == 0) (act, by) = (DecisionAct.Withdraw, decision.Proposer);
        var revision = chance.Next(10) == 0 ? decision.Revision + chance.Next(-2, 2) : decision.Revision;
        return (Of(chance, alliance, now, decision, act, revision, ask, by), by);
    }

    /// <summary>The charter as its draft stands, or something in the place of what holds; null where there is neither.</summary>
    private static Proposal? Wanted(Random chance, Alliance alliance, Instant now, List<Decision> all)
    {
        var proposal = new Proposal(
            Riverbend.Say("Title"), Riverbend.Say("said text"), DecisionMethod.Consensus, 1, alliance.DateOf(now).PlusDays(2 + chance.Next(9)), Matter.Text);
        if (DecisionMatters.CharterFits(alliance)) return proposal with { Matter = Matter.Charter };
        var holds = all.FindAll(static one => one.State is DecisionState.InForce or DecisionState.ReviewDue);
        return holds.Count > 0 ? proposal with { Amends = RandomStory.Pick(chance, holds).Id } : null;
    }

    /// <summary>Own words, where there are any; else some that are nobody's.</summary>
    private static Redact Redact(Random chance, Alliance alliance, AskId ask, PersonId by)
    {
        List<Subject> items = [alliance.Id, .. alliance.Commitments.Select(static one => (Subject)one.Id), .. alliance.Decisions.Select(static one => (Subject)one.Id)];
        var own = items.SelectMany(item => Forgetting.OwnOf(alliance, by, item).Select(one => (Item: item, one.Id))).ToList();
        var (about, said) = own.Count > 0 && chance.Next(5) > 0 ? RandomStory.Pick(chance, own) : (RandomStory.Pick(chance, items), "nothere");
        return new(about, said, ask);
    }

    private static List<(DecisionAct Act, PersonId By)> Possible(Alliance alliance, Decision decision, Instant now) =>
    [
        .. from act in Enum.GetValues<DecisionAct>()
           where act is not (DecisionAct.Ask or DecisionAct.Note or DecisionAct.Withdraw or DecisionAct.ProposeAnew)
           from person in alliance.People
           where DecisionGuards.Permits(alliance, decision, person.Id, act) && DecisionGuards.Refuses(alliance, decision, act, now) is null
           select (act, person.Id),
    ];

    private static ProposeDecision Propose(Random chance, Alliance alliance, Instant now, AskId ask, string draft)
    {
        var partners = alliance.Partners.ToList();
        var today = alliance.DateOf(now);
        var matter = chance.Next(8) switch
        {
            0 => Matter.Charter,
            1 => new Matter(MatterKind.Rules) { RulesBefore = alliance.Settings, Rules = alliance.Settings with { AnswerByDays = chance.Next(0, 12) } },
            2 => new Matter(MatterKind.PartnerIn) { PartnerName = Riverbend.Say($"New {chance.Next(5)}") },
            3 => new Matter(MatterKind.PartnerOut) { Partner = RandomStory.Pick(chance, partners).Id },
            4 when alliance.Processes.Count > 0 => new Matter(MatterKind.Process) { Process = RandomStory.Pick(chance, alliance.Processes.ToList()).Id },
            5 => new Matter(MatterKind.Snapshot)
            {
                Partner = chance.Next(2) == 0 ? null : RandomStory.Pick(chance, partners).Id,
                Snapshot = new(today.PlusDays(chance.Next(-60, 3)), today, [new(Riverbend.Say("forged"), today)]),
            },
            _ => Matter.Text,
        };
        var id = new DecisionId(chance.Next(10) == 0 && alliance.Decisions.Count > 0 ? alliance.Decisions.First().Id.Value : draft);
        return new(id, ask, new(
            Riverbend.Say("Title"), Riverbend.Say("said text"), (DecisionMethod)chance.Next(2), chance.Next(0, 5),
            alliance.DateOf(now).PlusDays(chance.Next(-1, 15)), matter)
        {
            MoneyOf = chance.Next(5) == 0 ? RandomStory.Pick(chance, partners).Id : null,
            Amends = chance.Next(3) == 0 ? Amended(chance, alliance) : null,
        });
    }

    /// <summary>What holds, where anything does; sometimes whatever there is.</summary>
    private static DecisionId? Amended(Random chance, Alliance alliance)
    {
        var all = alliance.Decisions.ToList();
        var holds = all.FindAll(static one => one.State is DecisionState.InForce or DecisionState.ReviewDue);
        return holds.Count > 0 && chance.Next(5) > 0 ? RandomStory.Pick(chance, holds).Id : all.Count > 0 ? RandomStory.Pick(chance, all).Id : null;
    }

    private static DecisionCommand Of(
        Random chance, Alliance alliance, Instant now, Decision decision, DecisionAct act, int revision, AskId ask, PersonId by)
    {
        var (id, words) = (decision.Id, new Words($"w.voice.{chance.Next(1000)}", "said reason"));
        var some = chance.Next(4) == 0 ? null : words;
        var date = alliance.DateOf(now).PlusDays(chance.Next(0, 20));
        var own = DecisionRights.SpeaksFor(alliance, by, decision);
        PartnerId? partner = own.Count > 0 && chance.Next(2) == 0 ? RandomStory.Pick(chance, own.ToList()) : null;
        return act switch
        {
            <= DecisionAct.Objection => new GiveVoice(id, revision, ask, partner, (Position)act, some, some),
            DecisionAct.Amend => new AmendDecision(id, revision, ask, new($"w.text.{chance.Next(1000)}", $"said text {chance.Next(9)}"), null),
            DecisionAct.Extend => new ExtendDecision(id, revision, ask, date),
            DecisionAct.WriteOutcome => new WriteOutcome(id, revision, ask, words, date) { Promises = Promises(chance, alliance, ask, date) },
            DecisionAct.Reaffirm => new ReaffirmDecision(id, revision, ask, some, chance.Next(2) == 0 ? null : date),
            DecisionAct.Retire => new RetireDecision(id, revision, ask, words),
            DecisionAct.Withdraw => new WithdrawDecision(id, revision, ask, some),
            _ => new NoteDecision(id, revision, ask, words, act == DecisionAct.Ask),
        };
    }

    /// <summary>None, one or two, of whomever and for whomever; some of nobody, some of the past.</summary>
    private static ValueList<OutcomePromise> Promises(Random chance, Alliance alliance, AskId ask, LocalDate date)
    {
        var promises = new List<OutcomePromise>();
        var partners = alliance.Partners.Where(static partner => !partner.Left).Select(static partner => partner.Id).ToList();
        for (var n = chance.Next(3); n > 0 && partners.Count > 1; n--)
        {
            var (doing, receiving) = (RandomStory.Pick(chance, partners), RandomStory.Pick(chance, partners));
            var people = alliance.People.Where(person => alliance.IsOf(person.Id, doing)).Select(static person => person.Id).ToList();
            PersonId? doer = people.Count > 0 && chance.Next(8) > 0 ? RandomStory.Pick(chance, people) : null;
            promises.Add(new(new($"o{ask.Value}{n}"), new(
                new($"w.outcome.{chance.Next(100_000)}", "The hall is booked"), new($"w.outcome.{chance.Next(100_000)}", "It is booked"),
                date.PlusDays(chance.Next(0, 20)), doing, doer, receiving, null, null)));
        }

        return promises.ToValueList();
    }

    /// <summary>Mostly from who may: drafts from the facilitator, what is a partner's own from who speaks for it.</summary>
    private static (CharterCommand, PersonId) Charter(Random chance, Alliance alliance, AskId ask, PersonId by)
    {
        var partner = RandomStory.Pick(chance, alliance.Partners.ToList()).Id;
        var command = Charter(chance, alliance, ask, partner);
        if (chance.Next(4) == 0) return (command, by);
        return (command, command is DraftCharter ? Riverbend.Sam : alliance.RepresentativesOf(partner) is { Count: > 0 } own ? own[0] : by);
    }

    private static CharterCommand Charter(Random chance, Alliance alliance, AskId ask, PartnerId partner)
    {
        var words = new Words($"w.charter.{chance.Next(1000)}", $"charter {chance.Next(9)}");
        return chance.Next(8) switch
        {
            0 => new AdoptCharter(partner, alliance.Charter.Versions.Count - (chance.Next(8) == 0 ? 1 : 0), ask),
            1 => new SetOwnTerms(partner, chance.Next(4) == 0 ? null : words, ask),
            2 => new ConfirmGoal(alliance.Goals.Count > 0 ? alliance.Goals[0].Id : new("none"), partner, null, ask),
            3 => new ReadWhoSees(ask),
            4 => new DraftCharter(new() { Parts = [new(CharterSection.Keeps, partner, words)], Budgets = [new(partner, chance.Next(0, 20))] }, ask),
            5 => new DraftCharter(new() { DoesNot = [words], Retention = new(chance.Next(20, 400), null, null) }, ask),
            6 => new DraftCharter(new() { Goals = [new(Riverbend.Jobs, words, null)], Funding = [new(Riverbend.Cedar, partner)] }, ask),
            _ => new DraftCharter(new() { Parts = [new(CharterSection.Ways, null, words)] }, ask),
        };
    }
}

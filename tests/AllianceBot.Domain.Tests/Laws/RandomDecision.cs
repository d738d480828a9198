using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about decisions and the charter, from whoever.</summary>
internal static class RandomDecision
{
    public static (Command Command, PersonId By) Next(Random chance, Alliance alliance, Instant now, AskId ask, string draft, PersonId by)
    {
        var all = alliance.Decisions.OrderBy(static decision => decision.Number).ToList();
        if (chance.Next(6) == 0) return (Charter(chance, alliance, ask), by);
        if (chance.Next(6) == 0) return (RandomProcess.Next(chance, alliance, ask, draft, by), by);
        if (all.Count == 0 || chance.Next(7) == 0) return (Propose(chance, alliance, now, ask, draft), by);
        var decision = RandomStory.Pick(chance, all[^Math.Min(3, all.Count)..]);
        var act = RandomStory.Pick(chance, Enum.GetValues<DecisionAct>());
        if (chance.Next(5) > 0 && Possible(alliance, decision, now) is { Count: > 0 } possible) (act, by) = RandomStory.Pick(chance, possible);
        var revision = chance.Next(10) == 0 ? decision.Revision + chance.Next(-2, 2) : decision.Revision;
        return (Of(chance, alliance, now, decision, act, revision, ask, by), by);
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
            Amends = chance.Next(8) == 0 && alliance.Decisions.Count > 0 ? alliance.Decisions.Last().Id : null,
        });
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
            DecisionAct.WriteOutcome => new WriteOutcome(id, revision, ask, words, date),
            DecisionAct.Reaffirm => new ReaffirmDecision(id, revision, ask, some, chance.Next(2) == 0 ? null : date),
            DecisionAct.Retire => new RetireDecision(id, revision, ask, words),
            DecisionAct.Withdraw => new WithdrawDecision(id, revision, ask, some),
            _ => new NoteDecision(id, revision, ask, words, act == DecisionAct.Ask),
        };
    }

    private static CharterCommand Charter(Random chance, Alliance alliance, AskId ask)
    {
        var partner = RandomStory.Pick(chance, alliance.Partners.ToList()).Id;
        var words = new Words($"w.charter.{chance.Next(1000)}", $"charter {chance.Next(9)}");
        return chance.Next(8) switch
        {
            0 => new AdoptCharter(partner, ask),
            1 => new SetOwnTerms(partner, chance.Next(4) == 0 ? null : words, ask),
            2 => new ConfirmGoal(alliance.Goals.Count > 0 ? alliance.Goals[0].Id : new("none"), partner, ask),
            3 => new ReadWhoSees(ask),
            4 => new DraftCharter(new() { Parts = [new(CharterSection.Keeps, partner, words)], Budgets = [new(partner, chance.Next(0, 20))] }, ask),
            5 => new DraftCharter(new() { DoesNot = [words], Retention = new(chance.Next(20, 400), null, null) }, ask),
            6 => new DraftCharter(new() { Goals = [new(Riverbend.Jobs, words, null)], Funding = [new(Riverbend.Cedar, partner)] }, ask),
            _ => new DraftCharter(new() { Parts = [new(CharterSection.Ways, null, words)] }, ask),
        };
    }
}

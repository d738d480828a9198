using AllianceBot.Domain;
using AllianceBot.Engine.Tests;
using NodaTime;

namespace Simulation.Years;

/// <summary>Conflicts over the years: a process that all ratify at the beginning, cases between two partners, and what people do in them.</summary>
internal sealed class Quarrels(Seeded chance, Asks asks, Tokens tokens)
{
    /// <summary>Days that written views are kept after closing.</summary>
    public const int KeptDays = 30;

    private static readonly ProcessId Process = new("process");
    private static readonly DecisionId Ratifying = new("ratifying");

    /// <summary>A process that every partner ratifies, step by step.</summary>
    public IEnumerable<(Command Command, PersonId By)> Agree(AllianceId alliance)
    {
        var managers = Cast.PartnersOf(alliance).Select(Cast.Manager).ToList();
        yield return (new StartProcess(Process, asks.Ask(), Ladder(asks.Ask())), managers[0]);
        var ask = asks.Ask();
        yield return (
            new ProposeDecision(Ratifying, ask, new(
                new($"{ask}.0", "A process"), new($"{ask}.1", "For conflicts"), DecisionMethod.AllAgree, managers.Count, asks.Today.PlusDays(20),
                new(MatterKind.Process) { Process = Process })),
            managers[0]);
        foreach (var manager in managers) yield return (new GiveVoice(Ratifying, 1, asks.Ask(), null, Position.Agree, null, null), manager);
    }

    /// <summary>Somebody opens a case, or does in one what its card offers; most of the time what is asked.</summary>
    public (Command Command, PersonId By) Any(Alliance alliance, Instant now)
    {
        var open = alliance.Cases.Where(static one => one.IsOpen).ToList();
        if (open.Count == 0 || (open.Count < 4 && chance.OneIn(6))) return Open(alliance);
        var one = chance.Of(open);
        var offered = Cast.PeopleOf(alliance.Id)
            .SelectMany(person => CaseViews.Card(alliance, new PersonReader(person), one.Id, now)?.Acts.Select(act => (person, act)) ?? [])
            .Where(pair => pair.act is not (CaseAct.Refer or CaseAct.Withdraw) || chance.OneIn(12)).ToList();
        if (offered.Count == 0) return Open(alliance);
        var (by, act) = chance.Of(offered);
        // Now and then somebody tries who is not in it.
        if (chance.OneIn(15)) by = chance.Of<PersonId>([.. Cast.PeopleOf(alliance.Id)]);
        return (Doing(one, act, asks.Ask()), by);
    }

    private (Command, PersonId) Open(Alliance alliance)
    {
        var partners = Cast.PartnersOf(alliance.Id);
        var from = chance.Below(partners.Count);
        var (own, other, ask) = (partners[from], partners[(from + 1) % partners.Count], asks.Ask());
        var secret = new Secret(alliance.Id, own, other, IsForAll: false, IsTerms: false) { IsOfCase = true };
        return (
            new OpenCase(new(ask.Value), ask, ConflictKind.MissedCommitment, new($"{ask}.0", tokens.New(secret)), null, [new(other, Cast.Staff(other))], null, null, null),
            Cast.Staff(own));
    }

    private CaseCommand Doing(Case one, CaseAct act, AskId ask)
    {
        var (id, revision, number) = (one.Id, one.Revision, 0);
        var secret = new Secret(new(""), one.Parties[0].Partner, one.Parties[1].Partner, IsForAll: false, IsTerms: false) { IsOfCase = true };
        Words Say() => new($"{ask}.{number++}", tokens.New(secret));
        return act switch
        {
            CaseAct.Acknowledge => new AcknowledgeCase(id, revision, ask),
            CaseAct.GiveStatement => new GiveStatement(id, revision, ask, Say(), Say(), Say(), []),
            CaseAct.Summarise => new SummariseRung(id, revision, ask, Say(), []),
            CaseAct.GoUp => new GoUp(id, revision, ask, null),
            CaseAct.AgreeMotion => new AgreeMotion(id, revision, ask),
            CaseAct.RefuseMotion or CaseAct.RetractMotion => new DropMotion(id, revision, ask, null),
            CaseAct.GoDown => Motion(new(MotionKind.GoDown) { Step = 1 }),
            CaseAct.Extend => Motion(new(MotionKind.Extend) { Days = 1 + chance.Below(8) }),
            CaseAct.Pause => Motion(new(MotionKind.Pause) { Until = asks.Today.PlusDays(1 + chance.Below(60)) }),
            CaseAct.Resume => Motion(new(MotionKind.Resume)),
            CaseAct.NameNeutral => Motion(new(MotionKind.NameNeutral) { Person = Cast.Facilitator }),
            CaseAct.ProposeSettlement => new ProposeSettlement(id, revision, ask, new(Say(), [], asks.Today.PlusDays(2 + chance.Below(60)))),
            CaseAct.AgreeSettlement => new AgreeSettlement(id, revision, ask),
            CaseAct.RefuseSettlement or CaseAct.RetractSettlement => new DropSettlement(id, revision, ask, null),
            CaseAct.SayItHolds => new AnswerFollowUp(id, revision, ask, true, null),
            CaseAct.SayItDoesNot => new AnswerFollowUp(id, revision, ask, false, null),
            CaseAct.StepDown => new StepDown(id, revision, ask, null),
            CaseAct.Withdraw => new WithdrawCase(id, revision, ask, null),
            CaseAct.KeepOpen => new KeepCaseOpen(id, revision, ask),
            CaseAct.Refer => new ReferCase(id, revision, ask, Say()),
            _ => new NoteCase(id, revision, ask, Say(), []),
        };

        ProposeMotion Motion(MotionAsked what) => new(id, revision, ask, what, null);
    }

    private static ProcessText Ladder(AskId ask)
    {
        var number = 0;
        return new(
            Say("When we do not get on"), [ConflictKind.MissedCommitment],
            [
                new(Say("Talk"), RungPeople.Concerned, Say("Meet"), 10) { SummaryNeeded = true },
                new(Say("Managers"), RungPeople.Managers, Say("Look at it"), 10) { StatementsNeeded = true },
                new(Say("Mediation"), RungPeople.Neutral, Say("Meet somebody"), 15) { HasNeutral = true, NameNeutralDays = 5 },
            ],
            FinalOutcome.OutsideMediation, [], [new(Response.Reminder, Say("A word"))], KeptDays, 10, 5);
        Words Say(string text) => new($"{ask}.{number++}", text);
    }
}

using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>The process that the tests tell about: for missed commitments, from a direct talk to an exit review, drafted by Tom.</summary>
public static class Ladder
{
    public static readonly ProcessId Id = new("ladder");

    public static readonly Rung Talk = new(Say("Direct talk"), RungPeople.Concerned, Say("Talk it over."), 10) { SummaryNeeded = true };

    public static readonly Rung Supervisors = new(Say("Supervisors"), RungPeople.Managers, Say("Look for a way."), 10)
    {
        SummaryNeeded = true,
        StatementsNeeded = true,
    };

    public static readonly Rung Executives = new(Say("Executives"), RungPeople.Executives, Say("Decide what can be given."), 15) { SummaryNeeded = true };

    public static readonly Rung Mediation = new(Say("Mediation"), RungPeople.Neutral, Say("With somebody of no side."), 30)
    {
        SummaryNeeded = true,
        HasNeutral = true,
        NameNeutralDays = 15,
    };

    public static readonly Rung Review = new(Say("Exit review"), RungPeople.AllPartners, Say("The others look at it."), 20) { IsFinal = true };

    public static readonly ProcessText Text = new(
        Say("Missed promises"), [ConflictKind.MissedCommitment], [Talk, Supervisors, Executives, Mediation, Review], FinalOutcome.OutsideMediation,
        [Say("Somebody is in danger")], [new(Response.Reminder, Say("A word")), new(Response.WrittenPlan, Say("A plan with dates"))], 60, 20, 5);

    public static Spec Started(ProcessText? text = null, params ReadOnlySpan<AllianceEvent> given) =>
        Spec.Given(given).When(new StartProcess(Id, Spec.Ask(500), text ?? Text), Tom);

    /// <summary>Put to the partners as decision "fair".</summary>
    public static Spec Proposed(ProcessText? text = null) => Started(text).Put(Fair.Id, 501);

    /// <summary>Ratified by all four.</summary>
    public static Spec Ratified(ProcessText? text = null) => Proposed(text).Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas);

    public static Process Process(this Spec spec) => spec.State.Processes[Id];

    public static Spec Put(this Spec spec, DecisionId decision, int ask) => spec.When(
        new ProposeDecision(decision, Spec.Ask(ask), Fair.Proposal with { Method = DecisionMethod.AllAgree, Matter = new(MatterKind.Process) { Process = Id } }),
        Ana);

    public static Spec Change(this Spec spec, ProcessText text, PersonId? by = null) =>
        spec.When(new ChangeProcess(Id, spec.Process().Revision, new AskId($"change-{spec.State.Version}"), text), by ?? Tom);

    public static Spec RatifyLater(this Spec spec, PartnerId partner, PersonId by, int number = 1) =>
        spec.When(new RatifyProcess(Id, spec.Process().Revision, new AskId($"later-{spec.State.Version}"), number, partner), by);

    public static Spec VoteOn(this Spec spec, DecisionId decision)
    {
        foreach (var by in (ReadOnlySpan<PersonId>)[Tom, Dale, Ruth, Jonas])
        {
            spec.When(
                new GiveVoice(decision, spec.State.Decisions[decision].Revision, new AskId($"vote-{spec.State.Version}"), null, Position.Agree, null, null), by);
        }

        return spec;
    }
}

using AllianceBot.Conversation;
using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>How the partners of the sample deal with conflicts: one process in force, one still being ratified, and a case that was settled.</summary>
internal static class Conflicts
{
    public static void Make(Riverbend town)
    {
        var missed = Drafted(town, -66, town.Sam, ConflictKind.MissedCommitment);
        var decision = Put(town, -65, town.Sam, missed, "When a promise is missed", 6);
        Agree(town, -64, decision, town.Tom, town.Dale, town.Ruth, town.Jonas);
        Settled(town);
        var staff = Drafted(town, -4, town.Dale, ConflictKind.SharedPersonnel);
        Agree(town, -1, Put(town, -3, town.Dale, staff, "Shared staff", 8), town.Dale, town.Ruth);
    }

    private static ProcessId Drafted(Riverbend town, int day, PersonId by, ConflictKind kind)
    {
        var process = new ProcessId(town.Past.NewId());
        town.Past.Plan(town.At(day), by, () => new StartProcess(
            process, town.Past.NewAsk(), StartingProcess.Of(kind, (_, text) => town.Past.Say(text))));
        return process;
    }

    private static DecisionId Put(Riverbend town, int day, PersonId by, ProcessId process, string title, int open)
    {
        var decision = new DecisionId(town.Past.NewId());
        town.Past.Plan(town.At(day), by, () => new ProposeDecision(decision, town.Past.NewAsk(), new(
            town.Past.Say(title), town.Past.Say(title), DecisionMethod.AllAgree, 0, town.Day(day + open),
            new Matter(MatterKind.Process) { Process = process })));
        return decision;
    }

    private static void Agree(Riverbend town, int day, DecisionId decision, params ReadOnlySpan<PersonId> people)
    {
        foreach (var person in people)
        {
            town.Past.Plan(town.At(day, 14), person, () => new GiveVoice(
                decision, town.Past.Alliance.Decisions[decision].Revision, town.Past.NewAsk(), null, Position.Agree, null, null));
        }
    }

    /// <summary>Mei's college and Priya's office: opened, read, talked over, settled, and it held.</summary>
    private static void Settled(Riverbend town)
    {
        var id = new CaseId(town.Past.NewId());
        var past = town.Past;
        Case One() => past.Alliance.Cases[id];
        past.Plan(town.At(-55), town.Mei, () => new OpenCase(
            id, past.NewAsk(), ConflictKind.MissedCommitment, past.Say("The employer list came two weeks late, and our evening course had started."),
            null, [new(town.Workforce, town.Priya)], null, null, null));
        past.Plan(town.At(-54), town.Priya, () => new AcknowledgeCase(id, One().Revision, past.NewAsk()));
        past.Plan(town.At(-50), town.Mei, () => new SummariseRung(
            id, One().Revision, past.NewAsk(), past.Say("We met over coffee. The list waits for a signature each month; nobody had said so."), []));
        past.Plan(town.At(-50, 15), town.Mei, () => new ProposeSettlement(id, One().Revision, past.NewAsk(), new(
            past.Say("The list comes on the fifth working day, and Priya says so early when a signature is missing."), [], town.Day(-21))));
        past.Plan(town.At(-46), town.Priya, () => new AgreeSettlement(id, One().Revision, past.NewAsk()));
        past.Plan(town.At(-16), town.Mei, () => new AnswerFollowUp(id, One().Revision, past.NewAsk(), true, null));
        past.Plan(town.At(-16, 14), town.Priya, () => new AnswerFollowUp(id, One().Revision, past.NewAsk(), true, past.Say("On time three months running.")));
    }
}

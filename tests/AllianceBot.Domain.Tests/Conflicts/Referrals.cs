using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// The case that the tests tell about: on Friday 20 November 2026 Ana of Harbor opens one with Mei of Lakeside about a
/// referral that never came. All four partners have ratified the process.
/// </summary>
public static class Referrals
{
    public static readonly CaseId Number = new("referrals");

    /// <summary>Five rungs: the two talk, their managers with statements, their executives who all answer, somebody neutral, the review.</summary>
    public static readonly ProcessText Text = Ladder.Text with
    {
        Name = Say("How we sort things out"),
        Kinds = [ConflictKind.MissedCommitment, ConflictKind.SharedPersonnel, ConflictKind.Culture],
        Rungs =
        [
            Ladder.Talk, Ladder.Supervisors, Ladder.Executives with { EveryoneAnswers = true, SummaryNeeded = false, TimeUp = WhenTimeIsUp.AskParties },
            Ladder.Mediation, Ladder.Review,
        ],
        Final = FinalOutcome.OrderlyExit,
        Grounds = [Say("Somebody's safety"), Say("The law asks for it")],
        Responses =
        [
            new(Response.Reminder, Say("A friendly word")), new(Response.Talk, Say("A talk")), new(Response.WrittenPlan, Say("A plan in writing")),
            new(Response.LimitedParticipation, Say("Fewer tasks for a while")), new(Response.Exit, Say("Leaving in good order")),
        ],
        StatementsKeptDays = 90,
    };

    public static OpenCase Opening(ConflictKind kind = ConflictKind.MissedCommitment) => new(
        Number, Spec.Ask(1), kind, Say("The referral never came"), Harbor, [new(Lakeside, Mei)], null, null, null);

    public static Spec Opened(ProcessText? text = null) => Ladder.Ratified(text ?? Text).When(Opening(), Ana);

    /// <summary>Mei has read it: the two are on the first rung, since Friday.</summary>
    public static Spec Talking(ProcessText? text = null) => Opened(text).Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Mei);

    /// <summary>On this rung, by summaries and going up by hand; nobody gave a statement.</summary>
    public static Spec OnRung(int rung, ProcessText? text = null)
    {
        var spec = Talking(text);
        while (spec.Case().Rung < rung)
        {
            var by = spec.Speaker(Harbor);
            if (CaseLadder.RungOf(spec.State, spec.Case())!.EveryoneAnswers)
            {
                foreach (var person in CaseLadder.ToAnswer(spec.State, spec.Case())) spec.Act((revision, ask) => new AnswerOnRung(Number, revision, ask, Say("said answer")), person);
            }

            spec.Summarised(by).Act((revision, ask) => new GoUp(Number, revision, ask, null), by);
        }

        return spec;
    }

    public static Spec Summarised(this Spec spec, PersonId by) =>
        spec.Act((revision, ask) => new SummariseRung(Number, revision, ask, Say("said summary"), []), by);

    public static Case Case(this Spec spec) => spec.State.Cases[Number];

    /// <summary>The first who speaks for this party now.</summary>
    public static PersonId Speaker(this Spec spec, PartnerId party) => CaseRights.Speakers(spec.State, spec.Case(), party)[0];

    public static Spec Act(this Spec spec, Func<int, AskId, CaseCommand> command, PersonId by, Instant? at = null) =>
        spec.When(command(spec.State.Cases.Find(Number)?.Revision ?? 0, new AskId($"do-{spec.State.Version}-{by}")), by, at ?? Instant.Max(Now, spec.State.LastAt));

    public static Spec Moves(this Spec spec, MotionAsked what, PersonId by) =>
        spec.Act((revision, ask) => new ProposeMotion(Number, revision, ask, what, null), by);

    public static Spec Agrees(this Spec spec, PersonId by) => spec.Act((revision, ask) => new AgreeMotion(Number, revision, ask), by);

    public static Spec ThenIs(this Spec spec, CaseState state, int? rung = null)
    {
        Assert.Equal(state, spec.Case().State);
        if (rung is { } wanted) Assert.Equal(wanted, spec.Case().Rung);
        return spec;
    }

    public static CaseCard? CaseFor(this Spec spec, PersonId reader) =>
        CaseViews.Card(spec.State, new PersonReader(reader), Number, Instant.Max(Now, spec.State.LastAt));

    /// <summary>The settlement that the tests propose: Mei sends the list by Friday 11 December; looked at again on 15 January.</summary>
    public static Settlement Deal => new(
        Say("Lakeside sends the list every month"),
        [new(new("settle-1"), new(Say("The list of referrals"), Say("Ana has it"), new(2026, 12, 11), Lakeside, Mei, Harbor, Ana, null))],
        new(2027, 1, 15));
}

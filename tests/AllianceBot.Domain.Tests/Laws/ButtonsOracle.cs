using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// A card offers an act only to whom the table of rights grants it, and whom the table grants it is never turned away as one
/// who may not: so whoever asks the table alone, as help and lists do, promises nothing that the rules then refuse.
/// </summary>
internal static class ButtonsOracle
{
    public static void AgreesOn(Alliance alliance, Instant now)
    {
        foreach (var promise in alliance.Commitments)
        {
            foreach (var person in alliance.People)
            {
                foreach (var act in Enum.GetValues<CommitmentAct>()) Agrees(alliance, promise, person.Id, act, now);
            }
        }
    }

    private static void Agrees(Alliance alliance, Commitment promise, PersonId person, CommitmentAct act, Instant now)
    {
        var granted = May.Do(alliance, person, RightOf(act), promise.Id);
        var permitted = CommitmentGuards.Permits(alliance, promise, person, act);
        var offered = permitted && CommitmentGuards.Refuses(alliance, promise, person, act, now) is null;
        Assert.True(granted || !offered, $"{person} is offered {act} of {promise.Id} without the right {RightOf(act)}.");
        // To extend is the receiving side's name for a change; the right is both sides'.
        // Whether it goes on is the receiving side's to say, not that of the third pair of eyes.
        Assert.True(permitted || !granted || act == CommitmentAct.Extend || (act == CommitmentAct.Wait && promise.PendingEnding is not null), $"{person} has the right {RightOf(act)} and is turned away from {act} of {promise.Id}.");
    }

    private static Act RightOf(CommitmentAct act) => act switch
    {
        CommitmentAct.Accept or CommitmentAct.Counter or CommitmentAct.Decline => Act.Answer,
        CommitmentAct.Withdraw or CommitmentAct.Resend => Act.Withdraw,
        CommitmentAct.AcceptReport => Act.AcceptReport,
        CommitmentAct.ReturnReport => Act.ReturnReport,
        CommitmentAct.AcceptChange or CommitmentAct.RefuseChange => Act.AnswerChange,
        CommitmentAct.RetractChange => Act.RetractChange,
        CommitmentAct.ProposeChange or CommitmentAct.Extend or CommitmentAct.EndSeries => Act.ProposeChange,
        CommitmentAct.Report or CommitmentAct.RetractReport => Act.Report,
        CommitmentAct.AtRisk or CommitmentAct.ClearRisk => Act.Status,
        CommitmentAct.GiveUp => Act.GiveUp,
        CommitmentAct.Release => Act.Release,
        CommitmentAct.SayUnmet or CommitmentAct.Wait => Act.SayUnmet,
        CommitmentAct.SeeDifferently => Act.SeeDifferently,
        CommitmentAct.HandOver => Act.HandOver,
        CommitmentAct.CheckIn => Act.OpenCheckIn,
        CommitmentAct.EnterTold => Act.EnterTold,
        CommitmentAct.RejectTold => Act.RejectTold,
        CommitmentAct.ConfirmTold => Act.Note,
        CommitmentAct.ProposeReplacement or CommitmentAct.AgreeReplacement
            or CommitmentAct.RefuseReplacement or CommitmentAct.RetractReplacement => Act.Replace,
        CommitmentAct.ProposeCorrection or CommitmentAct.AgreeCorrection
            or CommitmentAct.RefuseCorrection or CommitmentAct.RetractCorrection => Act.Correct,
        CommitmentAct.Estimate => Act.Estimate,
        CommitmentAct.DependOn or CommitmentAct.DependNoMore => Act.Note,
        CommitmentAct.Ask or CommitmentAct.Note or CommitmentAct.Undo => Act.Note,
        _ => throw new System.Diagnostics.UnreachableException($"No right for {act}."),
    };
}

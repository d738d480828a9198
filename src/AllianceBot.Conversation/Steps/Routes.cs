using AllianceBot.Domain;
using Act = AllianceBot.Domain.CommitmentAct;
using Kind = AllianceBot.Domain.CommitmentFormKind;

namespace AllianceBot.Conversation;

/// <summary>One thing a verb can mean for a promise, and the form it is confirmed on; null for what needs none.</summary>
internal readonly record struct Route(Act Act, Kind? Form = null);

/// <summary>What each verb can mean for a promise, the likeliest first: the state says which.</summary>
internal static class Routes
{
    public static ValueList<Route> Of(string verb) => verb switch
    {
        Verbs.Accept =>
        [
            new(Act.Accept, Kind.Accept), new(Act.AcceptReport, Kind.AcceptReport), new(Act.AcceptChange), new(Act.AgreeReplacement),
            new(Act.AgreeCorrection),
        ],
        Verbs.Decline =>
        [
            new(Act.Decline, Kind.Decline), new(Act.RefuseChange, Kind.RefuseChange), new(Act.RefuseReplacement, Kind.DropReplacement),
            new(Act.RefuseCorrection, Kind.DropCorrection),
        ],
        Verbs.Counter => [new(Act.Counter, Kind.Counter), new(Act.ProposeChange, Kind.ProposeChange)],
        Verbs.Withdraw => [new(Act.Withdraw, Kind.Withdraw)],
        Verbs.Resend => [new(Act.Resend, Kind.Request)],
        Verbs.Change or Verbs.MoreTime =>
            [new(Act.ProposeChange, Kind.ProposeChange), new(Act.Extend, Kind.ProposeChange), new(Act.Counter, Kind.Counter)],
        Verbs.Retract => [new(Act.RetractReport), new(Act.RetractChange), new(Act.RetractReplacement), new(Act.RetractCorrection)],
        Verbs.AtRisk or Verbs.Blocked => [new(Act.AtRisk)],
        Verbs.Clear or Verbs.OnTrack => [new(Act.ClearRisk)],
        Verbs.Report or Verbs.Done => [new(Act.Report, Kind.Report)],
        Verbs.Return => [new(Act.ReturnReport, Kind.ReturnReport)],
        Verbs.CheckIn => [new(Act.CheckIn)],
        Verbs.Release => [new(Act.Release, Kind.Release), new(Act.EndSeries, Kind.EndSeries)],
        Verbs.GiveUp or Verbs.CannotDo => [new(Act.GiveUp, Kind.GiveUp), new(Act.EndSeries, Kind.EndSeries)],
        Verbs.Unmet => [new(Act.SayUnmet, Kind.SayUnmet)],
        Verbs.Wait => [new(Act.Wait)],
        Verbs.Replace => [new(Act.ProposeReplacement, Kind.ProposeReplacement)],
        Verbs.Correct => [new(Act.ProposeCorrection, Kind.ProposeCorrection)],
        Verbs.SeeDifferently => [new(Act.SeeDifferently, Kind.SeeDifferently)],
        Verbs.Ask => [new(Act.Ask, Kind.Ask)],
        Verbs.Note => [new(Act.Note, Kind.Note)],
        Verbs.Estimate => [new(Act.Estimate, Kind.Estimate)],
        Verbs.DependsOn => [new(Act.DependOn, Kind.DependOn)],
        Verbs.DependsNoMore => [new(Act.DependNoMore, Kind.DependNoMore)],
        Verbs.EndSeries => [new(Act.EndSeries, Kind.EndSeries)],
        Verbs.HandOver => [new(Act.HandOver, Kind.HandOver)],
        Verbs.Enter => [new(Act.EnterTold, Kind.EnterTold)],
        Verbs.Right => [new(Act.ConfirmTold)],
        Verbs.NotRight => [new(Act.RejectTold)],
        Verbs.Undo => [new(Act.Undo)],
        _ => [],
    };

    /// <summary>Whether it is confirmed on a form before it binds.</summary>
    public static bool Binds(Act act) => !Agrees(act) && act is not (
        Act.AtRisk or Act.ClearRisk or Act.Wait or Act.CheckIn or Act.Undo or Act.Ask or Act.Note
        or Act.Estimate or Act.DependOn or Act.DependNoMore
        or Act.RejectTold
        or Act.RetractReport or Act.RetractChange or Act.RetractReplacement or Act.RetractCorrection);

    /// <summary>Whether saying yes to it binds the one who says it, so that the terms must have been seen.</summary>
    public static bool Agrees(Act act) =>
        act is Act.Accept or Act.AcceptReport or Act.AcceptChange or Act.AgreeReplacement or Act.AgreeCorrection
            or Act.ConfirmTold;
}

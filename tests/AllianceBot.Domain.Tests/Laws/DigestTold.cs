using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>What a promise's events say beside its figures: whose answer is awaited, whether it may not work out, and how much work it is.</summary>
internal sealed class DigestTold
{
    private readonly Dictionary<CheckInId, bool> riskBeforeAnswer = [];
    private Side? turn;
    private Side? change;
    private Side? replacement;
    private Side? correction;
    private bool reported;
    private bool receiverAsked;
    private bool riskBefore;

    /// <summary>All reminders of a report went out.</summary>
    private const int Reminders = 3;

    public bool Risk { get; private set; }

    public int? Estimate { get; private set; }

    public bool Kept { get; private set; }

    public bool Ended { get; private set; }

    public Instant? ReportedAt { get; private set; }

    public Instant EndedAt { get; private set; }

    public int? Hours { get; private set; }

    public int Reminded { get; private set; }

    public bool IsReported => reported && !Ended;

    /// <summary>The report was reminded of as often as it can be.</summary>
    public bool IsUnconfirmed => IsReported && Reminded == Reminders;

    /// <summary>Of several things that wait the one that is said: a correction, another promise in its place, a change, an offer, a report, a late one.</summary>
    public Side? Awaited => correction ?? replacement ?? change ?? turn ?? (!Ended && (reported || receiverAsked) ? Side.Receiver : null);

    public void Take(CheckInEvent happened)
    {
        if (happened is CheckInAnswered answered)
        {
            riskBeforeAnswer[answered.CheckIn] = Risk;
            Risk = answered.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked;
        }
        else if (happened is CheckInUndone)
        {
            Risk = riskBeforeAnswer[happened.CheckIn];
        }
    }

    public void Take(CommitmentEvent happened)
    {
        switch (happened)
        {
            case CommitmentRequested e: (turn, Estimate) = (Side.Doer, e.Estimate); break;
            case CommitmentOffered e: (turn, Estimate) = (Side.Receiver, e.Estimate); break;
            case CommitmentCountered: turn = Other(turn!.Value); break;
            case CommitmentAccepted: turn = null; break;
            case CommitmentEstimated e: Estimate = e.Hours; break;
            case CommitmentAtRisk: (riskBefore, Risk) = (Risk, true); break;
            case CommitmentRiskCleared: (riskBefore, Risk) = (Risk, false); break;
            case CommitmentNoted: riskBefore = Risk; break;
            case CommitmentUndone: Risk = riskBefore; break;
            case CommitmentChangeProposed e: change = Other(e.Side); break;
            case CommitmentChangeAccepted: (change, receiverAsked) = (null, false); break;
            case CommitmentChangeRefused or CommitmentChangeRetracted or CommitmentChangeLapsed: change = null; break;
            case CommitmentReplacementProposed e: replacement = Other(e.Side); break;
            case CommitmentReplacementDropped: replacement = null; break;
            case CommitmentOverdueAsked: receiverAsked = true; break;
            case CommitmentWaited or CommitmentWoken: receiverAsked = false; break;
            case CommitmentReported e:
                (change, replacement, reported, Reminded) = (null, null, true, 0);
                (ReportedAt, Hours) = (e.At, e.Hours);
                break;
            case CommitmentReportRetracted: (reported, ReportedAt, Hours) = (false, null, null); break;
            case CommitmentFirstAccepted: Reminded = 0; break;
            case CommitmentConfirmReminded e: Reminded = e.Step; break;
            case CommitmentReturned e: (reported, receiverAsked, change) = (false, false, e is { Due: not null, AnswerBy: not null } ? Side.Doer : null); break;
            case CommitmentCorrectionProposed e: correction = Other(e.Side); break;
            case CommitmentCorrectionDropped: correction = null; break;
            case CommitmentCorrected { To: not CommitmentState.Kept }:
                (Ended, Kept, correction, reported, receiverAsked) = (false, false, null, false, false);
                (ReportedAt, Hours) = (null, null);
                break;
            case CommitmentKept or CommitmentCorrected:
                Kept = true;
                End(happened.At);
                break;
            case CommitmentReleased or CommitmentGivenUp or CommitmentUnmet or CommitmentSuperseded or CommitmentDeclined or CommitmentWithdrawn
                or CommitmentLapsed or CommitmentSeriesLeft or CommitmentSeriesEnded:
                End(happened.At);
                break;
        }
    }

    private void End(Instant at) => (Ended, EndedAt, turn, change, replacement, correction) = (true, at, null, null, null, null);

    private static Side Other(Side side) => side == Side.Doer ? Side.Receiver : Side.Doer;
}

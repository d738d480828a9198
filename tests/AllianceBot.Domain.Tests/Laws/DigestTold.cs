using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// What a promise's events say beside its figures: whose answer is awaited and until when, whether it may not work out, who
/// was heard, and what the doing side said.
/// </summary>
internal sealed class DigestTold(RecountPeople people)
{
    /// <summary>All reminders of a report went out.</summary>
    private const int Reminders = 3;

    private readonly Dictionary<CheckInId, bool> riskBeforeAnswer = [];
    private readonly List<(Instant At, PersonId By, bool Undoable, string? Words)> heard = [];
    private readonly List<(Instant At, string Words, bool ForDigest)> said = [];
    private Side? turn;
    private Side? change;
    private Side? replacement;
    private Side? correction;
    private Time offered = new(default, 0, default);
    private Time changing = new(default, 0, default);
    private Time replacing = new(default, 0, default);
    private Time correcting = new(default, 0, default);
    private bool reported;
    private bool receiverAsked;
    private bool resting;
    private bool riskBefore;
    private Instant reportAskedAt;

    /// <summary>So many working days of who answers, and never before the day that was said.</summary>
    private sealed record Time(Instant From, int Days, Instant By);

    public bool Risk { get; private set; }

    public bool Kept { get; private set; }

    public bool Ended { get; private set; }

    public Instant? ReportedAt { get; private set; }

    public Instant EndedAt { get; private set; }

    public int? Hours { get; private set; }

    public int Reminded { get; private set; }

    /// <summary>Who said yes to the report first, where two are needed.</summary>
    public PersonId? FirstYes { get; private set; }

    public bool IsReported => reported && !Ended;

    /// <summary>The report was reminded of as often as it can be.</summary>
    public bool IsUnconfirmed => IsReported && Reminded == Reminders;

    /// <summary>Of several things that wait the one that is said: a correction, another promise in its place, a change, an offer, a report, a late one.</summary>
    public Side? Awaited => correction ?? replacement ?? change ?? turn ?? (!Ended && !EndsByTwo && (reported || receiverAsked) ? Side.Receiver : null);

    /// <summary>The receiving side, which gives money, has said that it ends; the third pair of eyes has not.</summary>
    public bool EndsByTwo { get; private set; }

    /// <summary>The last day to answer what is awaited; null where it has none.</summary>
    public LocalDate? Until(Terms terms)
    {
        if (correction is { } one) return Last(correcting, terms.PartnerOf(one));
        if (replacement is { } other) return Last(replacing, terms.PartnerOf(other));
        if (change is { } wanted) return Last(changing, terms.PartnerOf(wanted), terms.Due);
        if (turn is { } side) return Last(offered, terms.PartnerOf(side));
        return IsReported && !EndsByTwo && Reminded < Reminders ? people.Working(terms.ReceiverPartner, people.Date(reportAskedAt), people.Settings.AcceptByDays) : null;
    }

    /// <summary>When somebody last did something about it who came in with this organisation.</summary>
    public Instant? LastHeard(PartnerId partner) =>
        heard.Where(one => people.Home(one.By) == partner).Select(static one => (Instant?)one.At).LastOrDefault();

    /// <summary>The doing side's latest words, by their id, and when.</summary>
    public (string Words, Instant At)? LastSaid => said.Count == 0 ? null : (said[^1].Words, said[^1].At);

    /// <summary>The last sentence for the digests since that day.</summary>
    public string? RemarkSince(LocalDate since) =>
        said.FindLast(static one => one.ForDigest) is { Words: { } words } last && people.Date(last.At) >= since ? words : null;

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
        Hear(happened);
        EndsByTwo = happened switch
        {
            CommitmentFirstEnded => true,
            CommitmentReported or CommitmentReturned or CommitmentWaited or CommitmentChangeProposed or CommitmentChangeAccepted or CommitmentRested or CommitmentWoken => false,
            _ => EndsByTwo && !Ended,
        };
        switch (happened)
        {
            case CommitmentRequested e: (turn, offered) = (Side.Doer, Answer(e, e.AnswerBy)); break;
            case CommitmentOffered e: (turn, offered) = (Side.Receiver, Answer(e, e.AnswerBy)); break;
            case CommitmentCountered e: (turn, offered) = (Other(turn!.Value), Answer(e, e.AnswerBy)); break;
            case CommitmentAccepted: turn = null; break;
            case CommitmentAnswerByMoved e: Move(e); break;
            case CommitmentAtRisk: (riskBefore, Risk) = (Risk, true); break;
            case CommitmentRiskCleared: (riskBefore, Risk) = (Risk, false); break;
            case CommitmentNoted: riskBefore = Risk; break;
            case CommitmentUndone: Risk = riskBefore; break;
            case CommitmentChangeProposed e: (change, changing) = (Other(e.Side), Change(e, e.AnswerBy)); break;
            case CommitmentChangeAccepted: (change, receiverAsked) = (null, false); break;
            case CommitmentChangeRefused or CommitmentChangeRetracted or CommitmentChangeLapsed: change = null; break;
            case CommitmentReplacementProposed e: (replacement, replacing) = (Other(e.Side), Change(e, e.AnswerBy)); break;
            case CommitmentReplacementDropped: replacement = null; break;
            case CommitmentOverdueAsked: receiverAsked = true; break;
            case CommitmentWaited: receiverAsked = false; break;
            case CommitmentRested: resting = true; break;
            case CommitmentWoken: (resting, receiverAsked) = (false, false); break;
            case CommitmentReported e:
                // A report wakes what rests, and its date has moved on: nobody is asked any more what becomes of it.
                (resting, receiverAsked) = (false, receiverAsked && !resting);
                (change, replacement, reported, Reminded, FirstYes, reportAskedAt) = (null, null, true, 0, null, e.At);
                (ReportedAt, Hours) = (e.At, e.Hours);
                break;
            case CommitmentReportRetracted: (reported, ReportedAt, Hours, FirstYes) = (false, null, null, null); break;
            case CommitmentFirstAccepted e: (Reminded, FirstYes, reportAskedAt) = (0, e.By, e.At); break;
            case CommitmentConfirmReminded e: (Reminded, reportAskedAt) = (e.Step, e.At); break;
            case CommitmentReturned e:
                (reported, receiverAsked, FirstYes) = (false, false, null);
                change = e is { Due: not null, AnswerBy: not null } ? Side.Doer : null;
                if (e.AnswerBy is { } by) changing = Change(e, by);
                break;
            case CommitmentCorrectionProposed e: (correction, correcting) = (Other(e.Side), Change(e, e.AnswerBy)); break;
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

    /// <summary>Reminders are nobody's; what was taken back was not said.</summary>
    private void Hear(CommitmentEvent happened)
    {
        if (happened is CommitmentUndone)
        {
            var last = heard.FindLastIndex(static one => one.Undoable);
            if (heard[last].Words is { } gone) said.RemoveAt(said.FindLastIndex(one => one.Words == gone));
            heard.RemoveAt(last);
            return;
        }

        var words = happened switch
        {
            CommitmentRemarked e => e.Said,
            CommitmentAtRisk e => e.Reason,
            CommitmentRiskCleared e => e.Note,
            CommitmentChangeProposed { Side: Side.Doer } e => e.Reason,
            CommitmentNoted { Side: Side.Doer } e => e.Said,
            _ => null,
        };
        heard.Add((happened.At, happened.By, happened is CommitmentAtRisk or CommitmentRiskCleared or CommitmentNoted, words?.Id));
        if (words is not null) said.Add((happened.At, words.Id, happened is CommitmentRemarked));
    }

    /// <summary>Who takes own words out again was there too.</summary>
    public void Take(ForgettingEvent happened) => heard.Add((happened.At, happened.By, false, null));

    private void Move(CommitmentAnswerByMoved moved)
    {
        Time Moved(Time was) => moved.Calendar ? was with { By = moved.AnswerBy } : new(moved.At, 0, moved.AnswerBy);
        switch (moved.For)
        {
            case Waiting.Offer: offered = Moved(offered); break;
            case Waiting.Change: changing = Moved(changing); break;
            case Waiting.Replacement: replacing = Moved(replacing); break;
            default: correcting = Moved(correcting); break;
        }
    }

    private LocalDate Last(Time time, PartnerId answering, LocalDate? notPast = null)
    {
        var told = people.Date(time.By - Duration.Epsilon);
        if (time.Days == 0) return told;
        var counted = people.Working(answering, people.Date(time.From), time.Days);
        if (notPast is { } due && due >= people.Date(time.From)) counted = LocalDate.Min(counted, due);
        return LocalDate.Max(told, counted);
    }

    private Time Answer(AllianceEvent happened, Instant by) => new(happened.At, people.Settings.AnswerByDays, by);

    private Time Change(AllianceEvent happened, Instant by) => new(happened.At, people.Settings.ChangeAnswerByDays, by);

    private void End(Instant at) => (Ended, EndedAt, turn, change, replacement, correction) = (true, at, null, null, null, null);

    private static Side Other(Side side) => side == Side.Doer ? Side.Receiver : Side.Doer;
}

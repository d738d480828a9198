using System.Globalization;
using NodaTime;
using Can = AllianceBot.Domain.CommitmentAct;

namespace AllianceBot.Domain;

/// <summary>
/// Whether a person may do this to this promise now. Deciders refuse by it and cards offer by it, so that a button that is
/// shown is never refused for who presses it or when. Who may is <see cref="May"/>'s; what is said beside it (texts, dates,
/// names) is looked at when it comes.
/// </summary>
internal static class CommitmentGuards
{
    public static readonly Refusal NotYourTurn = new("commitment.not-your-turn");
    public static readonly Refusal OwnProposal = new("commitment.own-proposal");
    public static readonly Refusal NotOpen = new("commitment.not-open");
    public static readonly Refusal NotOwed = new("commitment.not-owed");
    public static readonly Refusal NotReported = new("commitment.not-reported");
    public static readonly Refusal NoRisk = new("commitment.no-risk");
    public static readonly Refusal NoChange = new("commitment.no-change");
    public static readonly Refusal ChangeWaits = new("commitment.change-waits");
    public static readonly Refusal NoReplacement = new("commitment.no-replacement");
    public static readonly Refusal ReplacementWaits = new("commitment.replacement-waits");
    public static readonly Refusal NoCorrection = new("commitment.no-correction");
    public static readonly Refusal CorrectionWaits = new("commitment.correction-waits");
    public static readonly Refusal NotCorrectable = new("commitment.not-correctable");
    public static readonly Refusal TooLateToCorrect = new("commitment.too-late-to-correct");
    public static readonly Refusal SeenAlready = new("commitment.seen-already");
    public static readonly Refusal NotOverdue = new("commitment.not-overdue");
    public static readonly Refusal WaitsForSecond = new("commitment.waits-for-second");
    public static readonly Refusal EndingWaits = new("commitment.ending-waits");
    public static readonly Refusal OwnReport = new("commitment.own-report");
    public static readonly Refusal HasEnded = new("commitment.has-ended");
    public static readonly Refusal IsResting = new("commitment.is-resting");
    public static readonly Refusal NothingToUndo = new("commitment.nothing-to-undo");

    public static ValueList<Refusal> All =>
    [
        NotYourTurn, OwnProposal, NotOpen, NotOwed, NotReported, NoRisk, NoChange, ChangeWaits, NoReplacement, ReplacementWaits,
        NoCorrection, CorrectionWaits, NotCorrectable, TooLateToCorrect, SeenAlready, NotOverdue, WaitsForSecond, EndingWaits, OwnReport,
        HasEnded, IsResting, NothingToUndo,
    ];

    /// <summary>
    /// Whether the table of rights lets this person do it at all; the same answer for unknown and not permitted.
    /// </summary>
    public static bool Permits(Alliance alliance, Commitment promise, PersonId person, CommitmentAct act) => act switch
    {
        Can.Extend => Promises.SpeaksFor(alliance, person, promise, Side.Receiver),
        Can.Wait => Do(alliance, person, Act.SayUnmet, promise) && !Promises.IsThird(alliance, person, promise),
        Can.AcceptReport or Can.ReturnReport =>
            Do(alliance, person, Act.AcceptReport, promise) || IsOwnReport(alliance, promise, person),
        _ => Do(alliance, person, RightFor(act), promise),
    };

    /// <summary>Why a permitted person cannot do it now, or null.</summary>
    public static Refusal? Refuses(Alliance alliance, Commitment promise, PersonId person, CommitmentAct act, Instant now)
    {
        var moment = new Moment(alliance, promise, person, now);
        if (SeriesRules.Refuses(alliance, promise, act) is { } isSeries) return isSeries;
        return act switch
        {
            Can.Accept or Can.Counter or Can.Decline => moment.Answering(accepting: act == Can.Accept),
            Can.Withdraw => promise.State.IsOpenOffer() ? null : NotOpen,
            Can.AcceptChange or Can.RefuseChange => moment.AnsweringChange(accepting: act == Can.AcceptChange),
            Can.RetractChange => moment.Own(promise.Change?.By, NoChange),
            Can.ProposeChange => moment.Changing(),
            Can.Extend => moment.Judging() ?? moment.Changing(),
            Can.Report or Can.AtRisk or Can.GiveUp => promise.State.IsOwed() ? null : NotOwed,
            Can.ClearRisk => promise.State.IsOwed() ? promise.Risk is null ? NoRisk : null : NotOwed,
            Can.RetractReport => promise.State == CommitmentState.Reported ? null : NotReported,
            Can.AcceptReport => moment.Confirming(),
            Can.ReturnReport => moment.Returning(),
            Can.Release => promise.State.IsOwed() || promise.State == CommitmentState.Reported ? moment.Ending(CommitmentState.Released) : NotOwed,
            Can.SayUnmet => moment.Judging() ?? moment.Ending(CommitmentState.Unmet),
            Can.Wait => moment.Judging() ?? (promise.Overdue.AskedAt is null ? NotOverdue : null),
            Can.ProposeReplacement => moment.Replacing(),
            Can.AgreeReplacement => moment.AnsweringReplacement(),
            Can.RefuseReplacement => moment.Other(promise.Replacement?.By, NoReplacement),
            Can.RetractReplacement => moment.Own(promise.Replacement?.By, NoReplacement),
            Can.ProposeCorrection => moment.Correcting(),
            Can.AgreeCorrection => moment.Other(promise.Correction?.By, NoCorrection)
                ?? (promise.Correction!.Person == person ? OwnProposal : null),
            Can.RefuseCorrection => moment.Other(promise.Correction?.By, NoCorrection),
            Can.RetractCorrection => moment.Own(promise.Correction?.By, NoCorrection),
            Can.SeeDifferently => moment.Seeing(),
            Can.Resend => promise.State == CommitmentState.Lapsed ? null : NotOpen,
            Can.CheckIn => CheckInGuards.Asking(alliance, promise, person, now),
            Can.DependNoMore => promise.State.IsEnded() ? HasEnded
                : promise.DependsOn.Any(on => Dependence.On(alliance, person, on) is not null) ? null : Dependence.NoSuch,
            Can.EndSeries => SeriesPlan.IsRunning(promise) ? null : NotOwed,
            Can.EnterTold => Tellings.Possible(promise).Count > 0 ? null : Tellings.NotPossible,
            Can.ConfirmTold or Can.RejectTold => Tellings.Refuses(alliance, promise, person, confirming: act == Can.ConfirmTold),
            Can.Undo => CanUndo(promise, person, now) ? null : NothingToUndo,
            _ => promise.State.IsEnded() ? HasEnded : null,
        };
    }

    /// <summary>
    /// The side on which this person acts here: where they are named, else where they may speak; the doing side
    /// before the other.
    /// </summary>
    public static Side SideOf(Alliance alliance, Commitment promise, PersonId person)
    {
        if (promise.Terms.Doer == person) return Side.Doer;
        if (promise.Terms.Receiver == person) return Side.Receiver;
        return Promises.SpeaksFor(alliance, person, promise, Side.Doer) ? Side.Doer : Side.Receiver;
    }

    public static bool CanUndo(Commitment promise, PersonId person, Instant now) =>
        promise.Undo is { } undo && undo.By == person && now < undo.Until;

    /// <summary>
    /// Would confirm as the receiving side, were it not their own work. Saying so tells nothing they do not know.
    /// </summary>
    private static bool IsOwnReport(Alliance alliance, Commitment promise, PersonId person) =>
        (person == promise.Terms.Doer || person == promise.Report?.By)
        && Promises.SpeaksFor(alliance, person, promise, Side.Receiver);

    private static Act RightFor(CommitmentAct act) => act switch
    {
        Can.Release => Act.Release,
        Can.SayUnmet or Can.Wait => Act.SayUnmet,
        Can.Withdraw or Can.Resend => Act.Withdraw,
        Can.Report or Can.RetractReport => Act.Report,
        Can.AtRisk or Can.ClearRisk => Act.Status,
        Can.Estimate => Act.Estimate,
        Can.GiveUp => Act.GiveUp,
        Can.SeeDifferently => Act.SeeDifferently,
        Can.HandOver => Act.HandOver,
        Can.CheckIn => Act.OpenCheckIn,
        Can.EnterTold => Act.EnterTold,
        Can.RejectTold => Act.RejectTold,
        Can.ProposeReplacement or Can.AgreeReplacement or Can.RefuseReplacement or Can.RetractReplacement => Act.Replace,
        Can.ProposeCorrection or Can.AgreeCorrection or Can.RefuseCorrection or Can.RetractCorrection => Act.Correct,
        Can.ProposeChange or Can.AcceptChange or Can.RefuseChange or Can.RetractChange or Can.EndSeries => Act.ProposeChange,
        // Whose turn it is, is told to both sides: they see it anyway.
        _ => Act.Note,
    };

    private static bool Do(Alliance alliance, PersonId person, Act act, Commitment promise) =>
        Domain.May.Do(alliance, person, act, promise.Id);

    private readonly record struct Moment(Alliance Alliance, Commitment Promise, PersonId Person, Instant Now)
    {
        private bool Speaks(Side side) => Promises.SpeaksFor(Alliance, Person, Promise, side);

        private Refusal? DueAhead(LocalDate due) => Alliance.IsPast(due, Now)
            ? TermsRules.DuePast.With("due", TermsRules.Iso(due)).With("today", TermsRules.Iso(Alliance.DateOf(Now)))
            : null;

        public Refusal? Answering(bool accepting)
        {
            if (!Promise.State.IsOpenOffer()) return NotOpen;
            if (!Speaks(Promise.Turn)) return NotYourTurn;
            if (Promise.Offers[^1].Person == Person) return OwnProposal;
            return accepting ? DueAhead(Promise.Terms.Due) : null;
        }

        public Refusal? AnsweringChange(bool accepting) =>
            Other(Promise.Change?.By, NoChange)
            ?? (Promise.Change!.Person == Person ? OwnProposal : accepting ? DueAhead(Promise.Change.Terms.Due) : null);

        public Refusal? Changing()
        {
            if (!Promise.State.IsOwed()) return NotOwed;
            if (Promise.Replacement is not null) return ReplacementWaits;
            // The side that is to answer a change may answer it with one of its own.
            var waits = Promise.Change is { } change && (!Speaks(change.By.Opposite()) || change.Person == Person);
            return waits ? ChangeWaits : null;
        }

        public Refusal? Confirming()
        {
            if (Promise.State != CommitmentState.Reported) return NotReported;
            if (IsOwnReport(Alliance, Promise, Person)) return OwnReport;
            var third = Promises.IsThird(Alliance, Person, Promise);
            return Promises.NeedsThird(Alliance, Promise) && Promise.Report!.FirstAcceptedBy is { } first
                && Promises.IsThird(Alliance, first, Promise) == third ? WaitsForSecond : null;
        }

        public Refusal? Returning() => Promise.State != CommitmentState.Reported ? NotReported
            : IsOwnReport(Alliance, Promise, Person) ? OwnReport : null;

        /// <summary>The receiving side says it once; then it is the other's turn.</summary>
        public Refusal? Ending(CommitmentState how) =>
            Promises.NeedsThird(Alliance, Promise) && Promise.PendingEnding?.As == how && !Promises.IsThird(Alliance, Person, Promise) ? EndingWaits : null;

        public Refusal? Judging()
        {
            if (Promise.State is not (CommitmentState.Active or CommitmentState.Rework)) return NotOwed;
            if (Promise.Resting is not null) return IsResting;
            var asked = Promise.Overdue.AskedAt is not null || Promise.Overdue.WaitedAt is not null;
            return asked || Now >= Deadlines.AskReceiverAt(Alliance, Promise) ? null : NotOverdue;
        }

        public Refusal? Replacing()
        {
            if (Promise.State is not (CommitmentState.Active or CommitmentState.Rework))
            {
                return Promise.State == CommitmentState.ChangeProposed ? ChangeWaits : NotOwed;
            }

            return Promise.Replacement is null ? null : ReplacementWaits;
        }

        public Refusal? AnsweringReplacement() =>
            Other(Promise.Replacement?.By, NoReplacement)
            ?? (Promise.Replacement!.Person == Person ? OwnProposal : DueAhead(Promise.Replacement.Terms.Due));

        public Refusal? Correcting()
        {
            if (Promise.State is not (CommitmentState.Kept or CommitmentState.Unmet)) return NotCorrectable;
            if (Promise.Correction is not null) return CorrectionWaits;
            return Now < Deadlines.CorrectableUntil(Alliance, Promise.Ending!) ? null : Late();
        }

        public Refusal? Seeing()
        {
            if (Promise.State != CommitmentState.Unmet) return NotCorrectable;
            if (Promise.Ending!.SeenDifferently is not null) return SeenAlready;
            return Now < Deadlines.CorrectableUntil(Alliance, Promise.Ending) ? null : Late();
        }

        public Refusal? Own(Side? by, Refusal none) => by is not { } side ? none : Speaks(side) ? null : NotYourTurn;

        public Refusal? Other(Side? by, Refusal none) => Own(by?.Opposite(), none);

        private Refusal Late() => TooLateToCorrect.With("count", Alliance.Settings.CorrectionDays.ToString(CultureInfo.InvariantCulture));
    }
}

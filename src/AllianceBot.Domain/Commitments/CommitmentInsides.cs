using NodaTime;

namespace AllianceBot.Domain;

/// <summary>How a promise stands, for those who may see that.</summary>
internal static class CommitmentInsides
{
    public static CommitmentInside Of(Alliance alliance, Commitment promise, PersonId reader, Instant now, int? since)
    {
        var offer = promise.State.IsOpenOffer() ? promise.Offers[^1] : null;
        var before = offer is not null && promise.Offers.Count > 1 ? promise.Offers[^2].Terms : null;
        var history = History(alliance, promise);
        return new CommitmentInside
        {
            State = promise.State,
            YourSide = SideOf(alliance, promise, reader),
            ProposedBy = promise.ProposedBy,
            Proposer = Names.Of(alliance, (PersonId?)promise.Proposer),
            Waits = WaitsFor(alliance, promise)?.Side,
            AnswerBy = WaitsFor(alliance, promise)?.By is { } by ? LastDay(alliance, by) : null,
            Flags = CommitmentViews.FlagsOf(alliance, promise, now),
            Offers = promise.Offers.Count,
            Before = before is null ? null : Names.Of(alliance, before),
            Differs = before is null ? [] : TermsRules.Differences(before, promise.Terms),
            Reason = offer?.Reason?.Text,
            Change = promise.Change is { } change ? Of(alliance, promise, change) : null,
            Replacement = promise.Replacement is { } replacement ? Of(alliance, promise, replacement) : null,
            Correction = promise.Correction is { } correction ? Of(alliance, promise, correction) : null,
            PendingEnding = promise.PendingEnding is { } said
                ? new(Names.Of(alliance, said.By), said.As, said.Reason?.Text, ThirdOf(alliance, promise)) : null,
            Report = promise.Report is { } report
                ? Of(alliance, promise, report) with
                {
                    Proof = report.Proof?.Text,
                    Hours = promise.Terms.Doer is { } doer && May.Do(alliance, reader, Act.SeeLoad, doer) ? report.Hours : null,
                }
                : null,
            Risk = promise.State.IsOwed() && promise.Risk is { } risk ? Of(alliance, risk, reader) : null,
            Estimate = promise.Estimate,
            Load = LoadViews.Beside(alliance, promise, reader, now),
            DependsOn = promise.DependsOn.Select(alliance.Commitments.Find).OfType<Commitment>()
                .Where(other => Sees(alliance, reader, other)).Select(Of).ToValueList(),
            BuildingOn = promise.State.IsEnded() ? [] : Dependence.BuildingOn(alliance, promise.Id)
                .Where(other => Sees(alliance, reader, other)).Take(Limits.List).Select(Of).ToValueList(),
            OtherNotes = promise.State.IsOpenOffer() && SideOf(alliance, promise, reader) is { } side
                ? Names.NotesOf(alliance, promise.Terms.PartnerOf(side.Opposite())) : [],
            Told = TellingForms.View(alliance, promise, reader),
            Ending = promise.Ending is { } ending ? Of(alliance, ending) : null,
            History = history,
            News = since is { } seen
                ? history.Where((_, at) => promise.History[at].Revision > seen).ToValueList()
                : [],
            UndoUntil = CommitmentGuards.CanUndo(promise, reader, now) ? promise.Undo!.Until : null,
            OpenCheckIn = CheckInPlan.WaitingFor(alliance, promise, reader)?.Id,
        };
    }

    /// <summary>The flag; its reason only for those who may read the check-in it was said in.</summary>
    public static RiskView Of(Alliance alliance, RiskFlag risk, PersonId reader)
    {
        var reads = risk.CheckIn is not { } checkIn || May.Do(alliance, reader, Act.SeeCheckIn, checkIn);
        return new(Names.Of(alliance, risk.By), reads ? risk.Reason?.Text : null, risk.HelpWanted, risk.At);
    }

    /// <summary>Whose answer is awaited, and until when; null while nobody's.</summary>
    public static (Side Side, Instant? By)? WaitsFor(Alliance alliance, Commitment promise) =>
        AwaitedSide(promise) is { } side ? (side, AnswerEnds(alliance, promise)) : null;

    /// <summary>Whose answer is awaited, without asking any calendar; null while nobody's.</summary>
    public static Side? AwaitedSide(Commitment promise) => promise switch
    {
        { Correction: { } correction } => correction.By.Opposite(),
        { Replacement: { } replacement } => replacement.By.Opposite(),
        { Change: { } change } => change.By.Opposite(),
        _ when promise.State.IsOpenOffer() => promise.Turn,
        { PendingEnding: not null } => null,
        { State: CommitmentState.Reported } => Side.Receiver,
        _ => promise.State.IsOwed() && promise.Overdue.AskedAt is not null ? Side.Receiver : null,
    };

    private static Instant? AnswerEnds(Alliance alliance, Commitment promise) => promise switch
    {
        { Correction: { } correction } => Deadlines.CorrectionEnds(alliance, promise, correction),
        { Replacement: { } replacement } => Deadlines.ReplacementEnds(alliance, promise, replacement),
        { Change: { } change } => Deadlines.ChangeEnds(alliance, promise, change),
        _ when promise.State.IsOpenOffer() => Deadlines.OfferEnds(alliance, promise),
        { State: CommitmentState.Reported, Report.Steps: < CommitmentClock.ConfirmSteps } => Deadlines.ConfirmAt(alliance, promise),
        _ => null,
    };

    private static bool Sees(Alliance alliance, PersonId reader, Commitment other) =>
        CommitmentViews.Sees(alliance, new PersonReader(reader), other);

    private static DependenceView Of(Commitment other) => new(
        other.Id, Numbers.Label(other), other.Terms.What.Text, other.Terms.Due, other.State == CommitmentState.Kept);

    public static LocalDate LastDay(Alliance alliance, Instant by) => alliance.DateOf(by - Duration.Epsilon);

    private static Side? SideOf(Alliance alliance, Commitment promise, PersonId reader)
    {
        var doer = alliance.IsOf(reader, promise.Terms.DoerPartner);
        var receiver = alliance.IsOf(reader, promise.Terms.ReceiverPartner);
        return doer == receiver ? null : doer ? Side.Doer : Side.Receiver;
    }

    private static ChangeView Of(Alliance alliance, Commitment promise, PendingChange change) => new(
        change.By, Names.Of(alliance, change.Person), Names.Of(alliance, change.Terms),
        TermsRules.Differences(promise.Terms, change.Terms), change.Reason?.Text, change.At,
        LastDay(alliance, Deadlines.ChangeEnds(alliance, promise, change)));

    private static ReplacementView Of(Alliance alliance, Commitment promise, PendingReplacement replacement) => new(
        replacement.By, Names.Of(alliance, replacement.Person), Names.Of(alliance, replacement.Terms),
        TermsRules.Differences(promise.Terms, replacement.Terms), replacement.Reason?.Text, replacement.At,
        LastDay(alliance, Deadlines.ReplacementEnds(alliance, promise, replacement)));

    private static CorrectionView Of(Alliance alliance, Commitment promise, PendingCorrection correction) => new(
        correction.By, Names.Of(alliance, correction.Person), correction.To, correction.Reason.Text, correction.At,
        LastDay(alliance, Deadlines.CorrectionEnds(alliance, promise, correction)))
    {
        Late = correction.Late == true,
    };

    private static ReportView Of(Alliance alliance, Commitment promise, Report report) => new(
        Names.Of(alliance, report.By), report.Note?.Text, report.At, Names.Of(alliance, report.FirstAcceptedBy),
        promise.State == CommitmentState.Reported ? SecondOf(alliance, promise, report) : null, report.Unmet?.Text);

    private static SecondYes? SecondOf(Alliance alliance, Commitment promise, Report report)
    {
        if (report.FirstAcceptedBy is not { } first) return null;
        return Promises.IsThird(alliance, first, promise) ? SecondYes.Receiver : ThirdOf(alliance, promise);
    }

    private static SecondYes ThirdOf(Alliance alliance, Commitment promise)
    {
        var facilitators = alliance.With(Role.Facilitator).Any(person => !Promises.IsOfASide(alliance, person, promise));
        return facilitators ? SecondYes.Facilitator : SecondYes.ThirdPartnerManager;
    }

    private static EndingView Of(Alliance alliance, Ending ending) => new(
        Names.Of(alliance, (PersonId?)ending.By), ending.At, ending.Reason?.Text, ending.NoticeDays,
        ending.SeenDifferently?.Text,
        ending.Successor is { } successor
            ? new(successor, alliance.Commitments.Find(successor)?.Terms.What.Text)
            : null);

    private static ValueList<HistoryView> History(Alliance alliance, Commitment promise) => promise.History
        .Select((entry, at) => new HistoryView(
            at + 1, entry.What, Names.Of(alliance, (PersonId?)entry.By), entry.Side, entry.At, entry.Said?.Text, entry.Facts,
            entry.Differs))
        .ToValueList();
}

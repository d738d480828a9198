using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The doing side says that it is done, the receiving side says whether it is.</summary>
internal static class Reporting
{
    public static Outcome? Decide(Alliance alliance, Commitment promise, CommitmentCommand command, CommandContext context) =>
        command switch
        {
            ReportDone report => TermsRules.Optional("note", report.Note)
                ?? EvidenceRules.Check(promise.Terms.Evidence, report.Proof)
                ?? LoadDecider.Hours(report.Hours)
                ?? (Outcome)new CommitmentReported(promise.Id, report.Note, report.Proof, report.Hours),
            RetractReport => new CommitmentReportRetracted(promise.Id),
            AcceptReport accept => TermsRules.Optional("note", accept.Note) ?? Accept(alliance, promise, accept),
            ReturnReport back => Return(alliance, promise, back, context),
            _ => null,
        };

    /// <summary>Where money flows from the receiver to the doer, the first of two yeses only asks the other.</summary>
    private static Outcome Accept(Alliance alliance, Commitment promise, AcceptReport accept) =>
        Promises.NeedsThird(alliance, promise) && promise.Report!.FirstAcceptedBy is null
            ? new CommitmentFirstAccepted(promise.Id, accept.Note)
            : new CommitmentKept(promise.Id, alliance.IsPast(promise.Terms.Due, promise.Report!.At), accept.Note);

    /// <summary>A date that is proposed with it waits for the doer; the date that stands is no proposal.</summary>
    private static Outcome Return(Alliance alliance, Commitment promise, ReturnReport back, CommandContext context)
    {
        if (TermsRules.Text("unmet", back.Unmet, Limits.Text) is { } bad) return bad;
        var due = back.Due == promise.Terms.Due ? null : back.Due;
        if (due is { } date && TermsRules.Due(alliance, date, context.At) is { } badDate) return badDate;
        Instant? answerBy = due is null ? null : Working.ChangeAnswerBy(alliance, promise, Side.Doer, context.At);
        return new CommitmentReturned(promise.Id, back.Unmet, due, answerBy);
    }
}

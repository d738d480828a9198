namespace AllianceBot.Domain;

/// <summary>What a case's history keeps of each event. Texts that have rules of their own for who reads them are not in it.</summary>
internal static class CaseHistory
{
    public static CaseEntry? Entry(Case before, CaseEvent happened)
    {
        var code = CommitmentHistory.CodeOf(happened);
        CaseEntry Line(string what, PartnerId? of = null, Words? said = null) => new(what, happened.By, happened.At, of, before.Rung, said);
        return happened switch
        {
            CaseOpened e => new(code, e.By, e.At, e.For, 0, null),
            CaseMoved e => new(Code(e.How), e.By, e.At, e.Of, e.Rung, e.Why) { Partners = e.Silent },
            CaseAcknowledged e => Line(code, e.Partner),
            CaseStatementGiven e => Line(code, e.Of),
            CaseStatementsShown e => Line(code) with { Partners = e.Silent },
            CaseAnswered e => Line(code, e.Of),
            CaseSummarised e => Line(code, e.Of),
            CaseNoted e => Line(code, e.Of),
            CaseSkipAsked e => new(code, e.By, e.At, e.Of, e.Rung, null) { Only = e.Of, Person = e.Confirmer },
            CaseSkipRefused e => Line(code, null, e.Why) with { Only = before.Skip?.Of },
            CaseMotionMade e => new(code, e.By, e.At, e.Of, e.What.Kind == MotionKind.GoDown ? e.What.Step : before.Rung, e.Why)
            {
                Date = e.What.Until,
                Person = e.What.Person,
            },
            CaseMotionDropped e => Line(code, e.Of, e.Why),
            CasePaused e => Line(code) with { Date = e.Until },
            CaseNeutralNamed e => Line(code) with { Person = e.Person },
            CaseNeutralGone e => Line(code, null, e.Said) with { Person = e.Person },
            CaseResponded e => Line(code, e.Partner),
            CaseSettlementProposed e => Line(code, e.Of),
            CaseSettlementAgreed e => Line(code, e.Partner),
            CaseSettlementDropped e => Line(code, e.Of, e.Why),
            CaseSettled => Line(code) with { Date = before.Offer!.What.FollowUp },
            CaseFollowUpAnswered e => Line(e.Holds ? "case.it-holds" : "case.it-does-not", e.Partner, e.Said),
            CaseReviewAsked e => Line(code, e.Of),
            CaseReviewTextApproved e => Line(code, e.Partner),
            CaseClosed e => Line(code) with { Partners = e.NotConfirmed },
            CaseExited e => Line(code, e.Leaving) with { Date = e.LeavesOn },
            CaseWithdrawn e => Line(code, null, e.Why),
            CaseReferred e => Line(code, e.Of, e.Why),
            CaseTimeUp e => Line(code) with { Partners = e.Silent },
            CasePersonLeft e => Line(code, e.Partner) with { Person = e.Person },
            CasePartyLeft e => Line(code, e.Partner),
            CaseMotionAgreed or CaseFollowUpReminded or CaseNoProgress or CaseReviewTextWritten or CaseLevelAsked or CaseLevelAnswered => null,
            CaseTimesMoved { Calendar: true } => null,
            _ => Line(code),
        };
    }

    /// <summary>How it came to a rung, as a code of its own.</summary>
    public static string Code(CaseMove how) => how switch
    {
        CaseMove.Started => "case.started",
        CaseMove.Up => "case.moved-up",
        CaseMove.TimeRanOut => "case.time-ran-out",
        CaseMove.Skipped => "case.skipped",
        CaseMove.Down => "case.moved-down",
        CaseMove.NotHolding => "case.not-holding",
        CaseMove.SentBack => "case.sent-back",
        CaseMove.KeptOpen => "case.kept-open",
        _ => "case.reopened",
    };

    /// <summary>Every code that a history can hold and that words are kept for.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. typeof(CaseEvent).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)
            .Where(static type => type != typeof(CaseMoved) && type != typeof(CaseFollowUpAnswered) && type != typeof(CaseMotionAgreed)
                && type != typeof(CaseFollowUpReminded) && type != typeof(CaseNoProgress) && type != typeof(CaseReviewTextWritten)
                && type != typeof(CaseLevelAsked) && type != typeof(CaseLevelAnswered))
            .Select(static type => ((EventNameAttribute)type.GetCustomAttributes(typeof(EventNameAttribute), false)[0]).Name)
            .Select(static name => name[..name.LastIndexOf('.')])
            .Concat(Enum.GetValues<CaseMove>().Select(Code)).Append("case.it-holds").Append("case.it-does-not").Append("words.redacted").Append("case.words-destroyed")
            .Order(StringComparer.Ordinal),
    ];
}

namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens in a case: those who are in it, and nobody else, whatever cannot be delivered. What only one
/// party and a neutral know is told to nobody beside them.
/// </summary>
public static class CaseNotices
{
    public static ValueList<Notice> For(Alliance before, CaseEvent happened, Alliance after)
    {
        var one = after.Cases[happened.Case];
        var was = before.Cases.Find(happened.Case) ?? one;
        var code = CommitmentHistory.CodeOf(happened);
        return happened switch
        {
            CaseOpened => Must(Readers(happened, code)),
            CaseMoved e => Must(Turn(happened, CaseHistory.Code(e.How))),
            CaseAcknowledged => Turn(happened, code),
            // That a statement came in is no news while nobody may read it.
            CaseStatementGiven or CaseReviewTextApproved or CaseMotionAgreed or CaseSettlementAgreed => [],
            CaseStatementsShown => Must(Turn(happened, code)),
            CaseSkipAsked e => Must([Person(happened, code, e.Confirmer)]),
            CaseSkipRefused => was.Skip is { } skip ? Must([Person(happened, code, skip.By)]) : [],
            CaseNeutralNamed e => [.. Must([Person(happened, "case.you-are-neutral", e.Person)]), .. But(Turn(happened, code), e.Person)],
            CaseNeutralGone e => [.. Must(Turn(happened, code)), .. Gone(happened, e.Person, after)],
            CasePersonLeft { Heir: { } heir } => Must([Person(happened, "case.you-stand-in", heir)]),
            CasePersonLeft => [],
            CaseNoProgress e => NoProgress(e, one),
            CaseFollowUpReminded => Waiting(happened, after, one),
            CaseTimesMoved { Calendar: true } => Turn(happened, "case.calendar-moved"),
            CaseSettled or CaseClosed or CaseExited or CaseWithdrawn or CaseReferred or CaseFollowUpAsked or CasePartyLeft =>
                Must(Readers(happened, code)),
            CaseLevelAsked => Consents(happened, after, one),
            CaseLevelAnswered { Consent: true } => [],
            CaseSettlementProposed or CaseMotionMade or CaseReviewAsked or CaseReviewOpened or CaseTimeUp => Must(Turn(happened, code)),
            _ => Turn(happened, code),
        };
    }

    /// <summary>Those whose turn it is, the neutral, and the person it is about.</summary>
    private static ValueList<Notice> Turn(CaseEvent happened, string kind) => To(happened, kind, AddresseeRole.CaseTurn);

    /// <summary>Everybody who is in it.</summary>
    private static ValueList<Notice> Readers(CaseEvent happened, string kind) => To(happened, kind, AddresseeRole.CasePeople);

    private static ValueList<Notice> To(CaseEvent happened, string kind, AddresseeRole role) =>
    [
        new(happened.Case, kind, new(role), happened.At)
        {
            MayFallBack = false,
            Except = happened.By == PersonId.Clock ? null : happened.By,
        },
    ];

    private static Notice Person(CaseEvent happened, string kind, PersonId person) =>
        new(happened.Case, kind, Addressee.Person(person), happened.At) { MayFallBack = false };

    /// <summary>Told otherwise already; the one who did it is not told either.</summary>
    private static ValueList<Notice> But(ValueList<Notice> notices, PersonId person) =>
        notices.Select(notice => notice.Except is null ? notice with { Except = person } : notice).ToValueList();

    private static ValueList<Notice> Must(ValueList<Notice> notices) =>
        notices.Select(static notice => notice with { MustArrive = true }).ToValueList();

    private static ValueList<Notice> NoProgress(CaseNoProgress happened, Case one) =>
        happened.Step > 1 && one.Neutral is { } neutral
            ? [.. But(Turn(happened, "case.no-progress"), neutral), Person(happened, "case.no-progress-neutral", neutral)]
            : Turn(happened, "case.no-progress");

    /// <summary>Who was neutral, and is not in it any more, is told nothing but that it is over for them.</summary>
    private static ValueList<Notice> Gone(CaseEvent happened, PersonId person, Alliance after) =>
        happened.By != person && after.IsMember(person)
            ? [new(person, "case.neutral-no-more", Addressee.Person(person), happened.At) { MayFallBack = false }]
            : [];

    private static ValueList<Notice> Waiting(CaseEvent happened, Alliance after, Case one) => CaseSettling.Unconfirmed(after, one)
        .SelectMany(party => (IEnumerable<PersonId>)CaseRights.Speakers(after, one, party)).Distinct()
        .Select(person => Person(happened, "case.follow-up-reminded", person)).ToValueList();

    private static ValueList<Notice> Consents(CaseEvent happened, Alliance after, Case one) => one.Items
        .Where(static item => item.Wanted is not null).SelectMany(item => (IEnumerable<PersonId>)CaseLevels.Missing(after, one, item)).Distinct()
        .Select(person => Person(happened, "case.level-asked", person)).ToValueList();
}

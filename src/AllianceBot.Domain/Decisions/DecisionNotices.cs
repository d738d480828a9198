namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens to a decision: those who speak for the partners and those who lead it. Only who has not
/// spoken is reminded. In the home place it is told that something is decided, never how anybody spoke.
/// </summary>
public static class DecisionNotices
{
    public static ValueList<Notice> For(Alliance before, DecisionEvent happened, Alliance after)
    {
        var decision = after.Decisions[happened.Decision];
        var code = DecisionFold.Code(happened);
        var told = Told(before, happened, after, decision, code);
        // Nothing of a case goes to anybody instead.
        return DecisionRights.IsOfACase(decision) ? told.Select(static notice => notice with { MayFallBack = false }).ToValueList() : told;
    }

    private static ValueList<Notice> Told(Alliance before, DecisionEvent happened, Alliance after, Decision decision, string code) =>
        happened switch
        {
            DecisionProposed or DecisionAmended => [.. Must(To(after, happened, code, AddresseeRole.Representatives)), .. Home(decision, happened, code)],
            DecisionVoiced { Position: Position.Objection } =>
                Must(To(after, happened, "decision.objected", AddresseeRole.DecisionLeaders)),
            DecisionVoiced => Cleared(before, happened, after),
            DecisionExtended => Undecided(after, decision, happened, code),
            DecisionReminded => Undecided(after, decision, happened, code),
            DecisionDecided or DecisionNotDecided or DecisionOutcomeWritten or DecisionRetired =>
                [.. Must(Everybody(after, happened, code)), .. Home(decision, happened, code)],
            DecisionOutcomeAsked => To(after, happened, code, AddresseeRole.DecisionLeaders),
            DecisionReviewDue or DecisionReaffirmed or DecisionWithdrawn => Must(Everybody(after, happened, code)),
            DecisionNoted e => Later(
                To(after, happened, e.Question ? "decision.asked" : code, AddresseeRole.DecisionLeaders), happened, after),
            DecisionNotCarriedOut e =>
                [new Notice(e.Decision, code, new(AddresseeRole.Administrators), e.At).With("why", e.Why)],
            _ => [],
        };

    /// <summary>The last objection is gone: those who work on it learn that it is open again.</summary>
    private static ValueList<Notice> Cleared(Alliance before, DecisionEvent happened, Alliance after) =>
        before.Decisions[happened.Decision].State == DecisionState.Integrating
        && after.Decisions[happened.Decision].State == DecisionState.Open
            ? To(after, happened, "decision.cleared", AddresseeRole.DecisionLeaders)
            : [];

    /// <summary>Those who speak for a partner, and those who lead it, each once.</summary>
    private static ValueList<Notice> Everybody(Alliance after, DecisionEvent happened, string kind) =>
        To(after, happened, kind, AddresseeRole.DecisionPeople);

    /// <summary>Nothing where there is nobody else, so that nobody is missed.</summary>
    private static ValueList<Notice> To(Alliance after, DecisionEvent happened, string kind, AddresseeRole role)
    {
        var notice = new Notice(happened.Decision, kind, new(role), happened.At)
        {
            Except = happened.By == PersonId.Clock ? null : happened.By,
        };
        return Addressees.Resolve(after, notice).Count > 0 ? [notice] : [];
    }

    /// <summary>By name, as whoever speaks meanwhile is no longer meant.</summary>
    private static ValueList<Notice> Undecided(Alliance after, Decision decision, DecisionEvent happened, string kind) =>
        DecisionRights.UndecidedOf(after, decision).RemoveAll(person => person == happened.By)
            .Select(person => new Notice(decision.Id, kind, Addressee.Person(person), happened.At)).ToValueList();

    /// <summary>A place reads of no case, so neither of its review.</summary>
    private static ValueList<Notice> Home(Decision decision, DecisionEvent happened, string kind) => DecisionRights.IsOfACase(decision)
        ? []
        : [new(happened.Decision, kind, new(AddresseeRole.Home), happened.At) { MayFallBack = false }];

    private static ValueList<Notice> Must(ValueList<Notice> notices) =>
        notices.Select(static notice => notice with { MustArrive = true }).ToValueList();

    private static ValueList<Notice> Later(ValueList<Notice> notices, DecisionEvent happened, Alliance after) =>
        notices.Select(notice => notice with { NotBefore = happened.At + after.Settings.UndoWindow }).ToValueList();
}

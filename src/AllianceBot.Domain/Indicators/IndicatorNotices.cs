namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens to an indicator. A reached target is told as the alliance's, to everybody who leads a
/// partner and in the home place, without a name. That nobody reported is told to the facilitator from the second time on.
/// </summary>
public static class IndicatorNotices
{
    public const string Asked = "indicator.asked";
    public const string Nudged = "indicator.nudged";
    public const string OwnerNamed = "indicator.owner-named";

    public static ValueList<Notice> For(IndicatorEvent happened, Alliance after)
    {
        var indicator = after.Indicators[happened.Indicator];
        var code = IndicatorFold.Code(happened);
        return happened switch
        {
            IndicatorAgreed or IndicatorChanged or IndicatorRetired => All(after, happened, code),
            IndicatorOwnerNamed { Agreed: false, Owner: { } owner } named =>
                [.. ToOwner(after, happened, OwnerNamed, owner), .. named.Left ? Lead(after, happened, "indicator.owner-left") : []],
            IndicatorOwnerNamed { Owner: null } => Lead(after, happened, "indicator.owner-missing"),
            IndicatorOwnerDeclined => Lead(after, happened, code),
            IndicatorAsked => ToOwner(after, happened, code, indicator.Owner!.Value),
            IndicatorNudged => ToOwner(after, happened, code, indicator.Owner!.Value),
            IndicatorNotReported when happened.By == PersonId.Clock && indicator.Unanswered == 2 => Lead(after, happened, code),
            IndicatorRead when indicator.Owner is { } owner && owner != happened.By => ToOwner(after, happened, "indicator.read-for-you", owner),
            IndicatorReached => [.. All(after, happened with { By = PersonId.Clock }, code), Home(happened, code)],
            _ => [],
        };
    }

    private static ValueList<Notice> ToOwner(Alliance after, IndicatorEvent happened, string kind, PersonId owner) =>
        owner == happened.By || !May.Do(after, owner, Act.SeeIndicatorInside, happened.Indicator)
        ? []
        : [new(happened.Indicator, kind, Addressee.Person(owner), happened.At) { MayFallBack = false }];

    private static ValueList<Notice> All(Alliance after, IndicatorEvent happened, string kind) =>
        To(after, happened, kind, AddresseeRole.AllManagers);

    private static ValueList<Notice> Lead(Alliance after, IndicatorEvent happened, string kind) =>
        To(after, happened, kind, AddresseeRole.Facilitators);

    /// <summary>Nothing where there is nobody else, so that nobody is missed.</summary>
    private static ValueList<Notice> To(Alliance after, IndicatorEvent happened, string kind, AddresseeRole role)
    {
        var notice = new Notice(happened.Indicator, kind, new(role), happened.At)
        {
            Except = happened.By == PersonId.Clock ? null : happened.By,
            MayFallBack = false,
        };
        return Addressees.Resolve(after, notice).Count > 0 ? [notice] : [];
    }

    private static Notice Home(IndicatorEvent happened, string kind) =>
        new(happened.Indicator, kind, new(AddresseeRole.Home), happened.At) { MayFallBack = false };
}

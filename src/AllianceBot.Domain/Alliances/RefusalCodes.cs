namespace AllianceBot.Domain;

/// <summary>Every code by which the rules refuse: each has its words.</summary>
public static class RefusalCodes
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { Refusal.NotYours.Code, Refusal.Stale(default(CommitmentId)).Code }
            .Concat(SetUpDecider.Codes)
            .Concat(PeopleDecider.Codes)
            .Concat(CalendarDecider.Codes)
            .Concat(CommitmentDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(LoadDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(CheckInDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(DecisionDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(RoundDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(Fence.Refusals.Select(static refusal => refusal.Code))
            .Concat(Snapshots.Refusals.Select(static refusal => refusal.Code))
            .Concat(Erasing.Refusals.Select(static refusal => refusal.Code))
            .Concat(IndicatorDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(CharterDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(ProcessDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(ConcernDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(CaseDecider.Refusals.Select(static refusal => refusal.Code))
            .Concat(DigestDecider.Codes)
            .Concat(StoryDecider.Codes)
            .Concat(Thanking.Codes)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}

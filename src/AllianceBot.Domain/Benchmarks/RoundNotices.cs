namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens in a round. In the home place only what all members may know: that it starts, which
/// component is open, that something was recorded, that it is complete.
/// </summary>
internal static class RoundNotices
{
    /// <summary>Somebody could do it alone, says one partner: for the facilitator alone.</summary>
    public const string Alone = "round.alone-said";

    public static ValueList<Notice> For(BenchmarkEvent happened, Alliance after) => happened is RoundOffered offered
        ?
        [
            new Notice(after.Id, "benchmarks.offered", new(AddresseeRole.Facilitators), happened.At) { MayFallBack = false }
                .With("sign", $"key:sign.{char.ToLowerInvariant(offered.Signs[0].ToString()[0])}{offered.Signs[0].ToString()[1..]}"),
        ]
        : [];

    public static ValueList<Notice> For(RoundEvent happened, Alliance after)
    {
        var round = after.Rounds[happened.Round];
        var code = RoundFold.Code(happened);
        return happened switch
        {
            RoundPlanned when round.State == RoundState.Planned => [Everybody(happened, code), Home(happened, code)],
            RoundStarted => [Everybody(happened, code), Home(happened, code)],
            RoundMeetingReminded or RoundSuspended or RoundReviewDue => [Runner(happened, code) with { MustArrive = true }],
            RoundBreakOver or QuietOver => [Runner(happened, code) with { AnyHour = true, MayFallBack = false }],
            RoundPaused { Next: not null } e => [Everybody(happened, code).With("next", e.Next.Value.ToIso())],
            RoundPaused when happened.By == PersonId.Clock => [Runner(happened, "round.meeting-over")],
            ComponentOpened { Component: > 1 } e => [Home(happened, code).With("component", Component(e.Component))],
            ComponentGathering { How.Way: not GatherWay.TalkOnly } e =>
            [
                Everybody(happened, code).With("component", Component(e.Component)) with { AnyHour = e.How.Way == GatherWay.Quiet },
            ],
            WordGiven { Alone: true } => [Runner(happened, Alone) with { MayFallBack = false, Except = null }],
            WordGiven told when told.Person != told.By =>
                [new(round.Id, "round.word-told", Addressee.Person(told.Person), happened.At) { Facts = [new("who", told.By.Value)], AnyHour = true }],
            LineCaught { Kind: LineKind.Promise, Promise: { } promise } e =>
            [
                new Notice(promise, "round.promise-for-you", new(AddresseeRole.Receiver), happened.At) { Except = happened.By }
                    .With("who", happened.By.Value).With("component", Component(e.Component)),
            ],
            LineCaught { Kind: LineKind.Parked, Owner: { } owner } when owner != happened.By =>
                [new(round.Id, "round.parked", Addressee.Person(owner), happened.At) { Facts = [new("who", happened.By.Value)] }],
            ComponentRecorded e =>
            [
                .. Unanswered(after, happened, code, e.Component), Home(happened, code).With("component", Component(e.Component)),
            ],
            RecordReminded e => Unanswered(after, happened, code, e.Component),
            RecordAnswered { Stance: Stance.Differently } e =>
                [Runner(happened, "round.seen-differently").With("partner", e.Partner.Value).With("component", Component(e.Component))],
            ComponentReopened { Objects: { } partner } e =>
                [Runner(happened, "round.objected").With("partner", partner.Value).With("component", Component(e.Component)) with { MustArrive = true }],
            ComponentReopened e => [Everybody(happened, code).With("component", Component(e.Component))],
            ComponentConfirmed { NotConfirmed.Count: > 0 } e => [Runner(happened, code).With("component", Component(e.Component))],
            RoundCompleted e => [Everybody(happened, code).With("review", e.Review.ToIso()), Home(happened, code).With("review", e.Review.ToIso())],
            RoundAbandoned => [Everybody(happened, code)],
            _ => [],
        };
    }

    private static string Component(int number) => $"key:component.{number}";

    private static Notice Everybody(RoundEvent happened, string kind) =>
        new(happened.Round, kind, new(AddresseeRole.RoundPeople), happened.At) { Except = happened.By };

    private static Notice Runner(RoundEvent happened, string kind) =>
        new(happened.Round, kind, new(AddresseeRole.Facilitators), happened.At) { Except = happened.By == PersonId.Clock ? null : happened.By };

    private static Notice Home(RoundEvent happened, string kind) =>
        new(happened.Round, kind, new(AddresseeRole.Home), happened.At) { MayFallBack = false };

    /// <summary>By name, as whoever answers meanwhile is no longer meant.</summary>
    private static ValueList<Notice> Unanswered(Alliance after, RoundEvent happened, string kind, int component)
    {
        var round = after.Rounds[happened.Round];
        return RoundRights.UnansweredOf(after, round, round.Of(component)).RemoveAll(person => person == happened.By)
            .Select(person => new Notice(round.Id, kind, Addressee.Person(person), happened.At) { MustArrive = true }.With("component", Component(component)))
            .ToValueList();
    }
}

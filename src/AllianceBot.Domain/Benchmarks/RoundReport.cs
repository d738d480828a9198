using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A whole round, for the report: all six components as this reader may see them.</summary>
public sealed record RoundReport(RoundCard Round, ValueList<ComponentStage> Components)
{
    /// <summary>The round before, component by component; empty while there was none.</summary>
    public ValueList<ComponentStage> Before { get; init; }

    /// <summary>The round before, as R1; null while there was none.</summary>
    public RoundCard? Earlier { get; init; }

    /// <summary>All rounds that came to their end before this one, oldest first, with what each recorded.</summary>
    public ValueList<PastRound> Past { get; init; }

    /// <summary>The meetings that were held.</summary>
    public ValueList<MeetingHeld> Meetings { get; init; }

    /// <summary>Everyone who ran a part of it.</summary>
    public ValueList<Named<PersonId>> Ran { get; init; }

    /// <summary>What the alliance decided since the round before, or since this one began, up to its end.</summary>
    public ValueList<DecidedThen> Decided { get; init; }
}

/// <summary>An earlier round: what it recorded, topic by topic; null where there was no summary, or it was removed.</summary>
public sealed record PastRound(int Number, Instant CompletedAt, ValueList<string?> Summaries);

/// <summary>A decision that was made, with its outcome in words.</summary>
public sealed record DecidedThen(int Number, string? Title, string? Statement, Instant At, LocalDate? Review);

/// <summary>Puts a report together out of the views that its reader has anyway.</summary>
internal static class RoundReports
{
    public static RoundReport? Of(Alliance alliance, Reader reader, RoundId id, Instant now)
    {
        if (RoundViews.Card(alliance, reader, id, now) is not { } card) return null;
        var round = alliance.Rounds[id];
        var before = Rounds.Before(alliance, round);
        return new(card, RoundViews.All(alliance, reader, round, now))
        {
            Before = before is null ? [] : RoundViews.All(alliance, reader, before, now),
            Earlier = before is null ? null : RoundViews.Card(alliance, reader, before.Id, now),
            Past = alliance.Rounds.Where(other => other.Number < round.Number && other.CompletedAt is not null)
                .OrderBy(static other => other.Number)
                .Select(static other => new PastRound(
                    other.Number, other.CompletedAt!.Value, other.Components.Select(static one => one.Record?.Summary?.Text).ToValueList()))
                .ToValueList(),
            Meetings = round.Held,
            Ran = round.Ran.Select(person => Names.Of(alliance, person)).ToValueList(),
            Decided = round.StartedAt is { } began ? Decided(alliance, reader, before?.CompletedAt ?? began, round.CompletedAt ?? now) : [],
        };
    }

    private static ValueList<DecidedThen> Decided(Alliance alliance, Reader reader, Instant since, Instant until) => alliance.Decisions
        .Where(decision => decision.State is DecisionState.Decided or DecisionState.InForce or DecisionState.ReviewDue or DecisionState.Replaced or DecisionState.Retired
            && decision.WhyNot is null && decision.ClosedAt > since && decision.ClosedAt <= until && May.See(alliance, reader, Act.SeeDecision, decision.Id))
        .OrderBy(static decision => decision.Number)
        .Select(static decision => new DecidedThen(
            decision.Number, decision.Proposal.Title.Text, decision.Statement?.Text, decision.ClosedAt!.Value, decision.Review))
        .ToValueList();
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Decisions and indicators of a digest, as its reader may see them now; null for what the reader may not.</summary>
internal static class DigestLineViews
{
    public static DigestDecisionView? Of(Alliance alliance, PersonId viewer, PersonId reader, DecisionId id, Instant now) =>
        alliance.Decisions.Find(id) is { } decision && May.Do(alliance, viewer, Act.SeeDecision, id)
            ? new(id, decision.Number, decision.Proposal.Title.Text, decision.Proposal.Closes, DecisionViews.WantsOf(alliance, reader, id, now))
            : null;

    public static DigestIndicatorView? Of(Alliance alliance, PersonId viewer, DigestIndicator due) =>
        alliance.Indicators.Find(due.Indicator) is { } indicator && May.Do(alliance, viewer, Act.SeeIndicatorInside, due.Indicator)
            ? new(due.Indicator, indicator.Number, indicator.Terms.Name.Text, due.On, Names.Of(alliance, indicator.Owner), indicator.Asked?.On != due.On)
            : null;

    public static DigestReadingView? Of(Alliance alliance, PersonId viewer, DigestReading reading) =>
        alliance.Indicators.Find(reading.Indicator) is { } indicator && May.Do(alliance, viewer, Act.SeeIndicator, reading.Indicator)
            ? new(
                reading.Indicator, indicator.Number, indicator.Terms.Name.Text, indicator.Terms.Unit.Text, reading.Value, reading.On,
                indicator.Terms.Target, reading.Reached)
            : null;
}

using NodaTime;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>The indicator that the tests tell about: young adults in jobs, from 40 to 120, reported by Priya every month.</summary>
public static class JobsCounted
{
    public static readonly IndicatorId Id = new("jobs");

    public static readonly IndicatorTerms Terms = new(
        Say("Young adults in jobs for 90 days"), Say("people"), new Measured(40, new(2026, 5, 29)), 120, new(2027, 6, 30), ReportEvery.Month)
    {
        Goal = Riverbend.Jobs,
    };

    /// <summary>On the list by Dale, for whoever is named; nobody was asked yet.</summary>
    public static Spec Named(PersonId? owner, IndicatorTerms? terms = null, params ReadOnlySpan<AllianceEvent> given) =>
        Spec.Given(given).When(new AgreeIndicator(Id, Spec.Ask(1), terms ?? Terms, owner), by: Dale);

    /// <summary>Priya said yes.</summary>
    public static Spec Agreed(IndicatorTerms? terms = null, params ReadOnlySpan<AllianceEvent> given) =>
        Named(Priya, terms, given).Do(static (revision, ask) => new AnswerOwner(Id, revision, ask, Yes: true, null), Priya);

    public static Spec Read(this Spec spec, decimal value, LocalDate? on = null, PersonId? by = null, Instant? at = null, string? note = null) =>
        spec.Do((revision, ask) => new EnterReading(Id, revision, ask, value, on, note is null ? null : Say(note)), by ?? Priya, at);

    /// <summary>A number for the last day of each month from May 2026 on.</summary>
    public static Spec ReadMonthly(this Spec spec, params ReadOnlySpan<decimal> values)
    {
        var day = new LocalDate(2026, 5, 31);
        foreach (var value in values)
        {
            spec.Read(value, day);
            day = day.PlusDays(1).PlusMonths(1).PlusDays(-1);
        }

        return spec;
    }

    public static Spec Do(this Spec spec, Func<int, AskId, IndicatorCommand> command, PersonId by, Instant? at = null) =>
        spec.When(command(spec.Indicator().Revision, new AskId($"do-{spec.State.Version}")), by, at ?? Instant.Max(Now, spec.State.LastAt));

    public static Indicator Indicator(this Spec spec) => spec.State.Indicators[Id];

    public static IndicatorCard? Seen(this Spec spec, PersonId reader) => IndicatorViews.Card(spec.State, new PersonReader(reader), Id);
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// The decision that the tests tell about: Ana proposes on Friday 20 November 2026 to hold one joint job fair in spring,
/// by Friday 27 November. Tom speaks for Harbor, Dale for Workforce, Ruth for Lakeside, Jonas for Cedar.
/// </summary>
public static class Fair
{
    public static readonly DecisionId Id = new("fair");

    public static readonly LocalDate Closes = new(2026, 11, 27);

    public static readonly Proposal Proposal = new(
        Say("One job fair in spring"), Say("We hold one joint job fair in April instead of four."), DecisionMethod.Consensus, 3, Closes, Matter.Text);

    public static Spec Proposed(Proposal? proposal = null, params ReadOnlySpan<AllianceEvent> given) =>
        Spec.Given(given).When(new ProposeDecision(Id, Spec.Ask(1), proposal ?? Proposal), by: Ana);

    public static Spec AllAgree(params ReadOnlySpan<AllianceEvent> given) =>
        Proposed(Proposal with { Method = DecisionMethod.AllAgree }, given);

    /// <summary>Decided on Friday by the four of them.</summary>
    public static Spec Decided() => Proposed().Agree(Tom).Agree(Dale).Agree(Ruth).Agree(Jonas);

    public static Spec InForce() => Decided().Do((revision, ask) =>
        new WriteOutcome(Id, revision, ask, Say("One fair, in April, at Lakeside."), new(2027, 5, 3)), Ana);

    public static Decision Decision(this Spec spec) => spec.State.Decisions[Id];

    public static Spec Agree(this Spec spec, PersonId by, Instant? at = null) => spec.Voice(by, Position.Agree, at: at);

    public static Spec StandAside(this Spec spec, PersonId by) => spec.Voice(by, Position.StandAside);

    public static Spec Objects(this Spec spec, PersonId by) =>
        spec.Voice(by, Position.Objection, "We have no one free in April.", "Hold it in May.");

    public static Spec Voice(
        this Spec spec, PersonId by, Position position, string? reason = null, string? acceptable = null, PartnerId? partner = null, Instant? at = null) =>
        spec.Do((revision, ask) => new GiveVoice(
            Id, revision, ask, partner, position, reason is null ? null : Say(reason), acceptable is null ? null : Say(acceptable)), by, at);

    public static Spec Amend(this Spec spec, string text, PersonId by) =>
        spec.Do((revision, ask) => new AmendDecision(Id, revision, ask, Say(text), null), by);

    public static Spec Do(this Spec spec, Func<int, AskId, DecisionCommand> command, PersonId by, Instant? at = null) =>
        spec.When(command(spec.Decision().Revision, new AskId($"do-{spec.State.Version}")), by, at ?? Instant.Max(Now, spec.State.LastAt));

    public static Spec ThenIs(this Spec spec, DecisionState expected)
    {
        Assert.Equal(expected, spec.Decision().State);
        return spec;
    }

    public static DecisionCard? Shown(this Spec spec, PersonId reader) =>
        DecisionViews.Card(spec.State, new PersonReader(reader), Id, Instant.Max(Now, spec.State.LastAt));

    public static IEnumerable<string> SeenVoices(this Spec spec, PersonId reader) =>
        spec.Shown(reader)!.Inside!.Voices.Select(static voice => $"{voice.Partner.Id}:{voice.Position}");
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// The promise that the tests tell about: Harbor (Ana) asks Lakeside (Mei) for a referral form by Friday 4 December 2026.
/// Commands carry the promise's current revision and an ask of their own.
/// </summary>
public static class Referral
{
    public static readonly CommitmentId Id = new("referral");

    public static readonly LocalDate Due = new(2026, 12, 4);

    public static readonly Terms Terms = new(
        Say("Referral form v2"), Say("The form is live and two partners have used it."), Due, Lakeside, Mei, Harbor, Ana, Jobs);

    /// <summary>Friday 20 November, 10:00: requested; Monday 23 November, 10:00: accepted.</summary>
    public static readonly Instant AcceptedAt = Local(2026, 11, 23, 10, 0);

    public static Spec Requested(Terms? terms = null, bool seenByAll = true, params ReadOnlySpan<AllianceEvent> given) =>
        Spec.Given(given).When(new RequestCommitment(Id, Spec.Ask(1), terms ?? Terms, null, seenByAll), by: Ana);

    public static Spec Offered(Terms? terms = null) =>
        Spec.Given().When(new OfferCommitment(Id, Spec.Ask(1), terms ?? Terms, null, true), by: Mei);

    public static Spec Agreed(Terms? terms = null, bool seenByAll = true) =>
        Requested(terms, seenByAll).Accept(terms?.Doer ?? Mei, AcceptedAt);

    public static Spec Reported(Instant? at = null) => Agreed().Report(Mei, at);

    /// <summary>Nobody reported, and the clock walked until the receiver was asked: Wednesday 9 December, 9:00.</summary>
    public static Spec AskedOverdue() => Agreed().WhenClockWalksTo(Local(2026, 12, 9, 9, 0));

    public static Spec Unmet() => AskedOverdue().SayUnmet(Ana, Local(2026, 12, 9, 10, 0));

    public static Spec Kept(Instant? at = null) => Reported(at ?? Local(2026, 12, 1, 12, 0)).AcceptReport(Ana, Local(2026, 12, 2, 9, 0));

    public static Commitment Promise(this Spec spec) => spec.State.Commitments[Id];

    public static Commitment Promise(this Alliance alliance) => alliance.Commitments[Id];

    /// <summary>Any command about the promise, with its current revision and an ask of its own.</summary>
    public static Spec Do(this Spec spec, Func<int, AskId, Command> command, PersonId by, Instant? at = null) =>
        spec.When(command(spec.Promise().Revision, NextAsk(spec)), by, at ?? Later(spec));

    public static AskId NextAsk(Spec spec) => new($"do-{spec.State.Version}");

    public static Spec Accept(this Spec spec, PersonId by, Instant? at = null, PersonId? person = null) =>
        spec.Do((revision, ask) => new AcceptCommitment(Id, revision, ask, person), by, at);

    public static Spec Counter(this Spec spec, PersonId by, Terms terms, Instant? at = null) =>
        spec.Do((revision, ask) => new CounterCommitment(Id, revision, ask, terms, Say("because")), by, at);

    public static Spec Report(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new ReportDone(Id, revision, ask, Say("It is live.")), by, at);

    public static Spec AcceptReport(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new AcceptReport(Id, revision, ask, null), by, at);

    public static Spec Return(this Spec spec, PersonId by, LocalDate? due = null, Instant? at = null) =>
        spec.Do((revision, ask) => new ReturnReport(Id, revision, ask, Say("Only one partner has used it."), due), by, at);

    public static Spec Change(this Spec spec, PersonId by, LocalDate due, Instant? at = null) =>
        spec.Do((revision, ask) => new ProposeChange(Id, revision, ask, Terms with { Due = due }, Say("more time")), by, at);

    public static Spec AcceptChange(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new AcceptChange(Id, revision, ask), by, at);

    public static Spec RefuseChange(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new RefuseChange(Id, revision, ask, null), by, at);

    public static Spec AtRisk(this Spec spec, PersonId by, Instant? at = null, bool help = false) =>
        spec.Do((revision, ask) => new FlagAtRisk(Id, revision, ask, Say("the agreement is late"), help), by, at);

    public static Spec SayUnmet(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new SayUnmet(Id, revision, ask, null), by, at);

    public static Spec Release(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new ReleaseCommitment(Id, revision, ask, Say("no longer needed")), by, at);

    public static Spec GiveUp(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new GiveUpCommitment(Id, revision, ask, Say("our developer left")), by, at);

    public static Spec Note(this Spec spec, PersonId by, Instant? at = null, bool question = false) =>
        spec.Do((revision, ask) => new AddNote(Id, revision, ask, Say("which languages?"), question), by, at);

    public static Spec Undo(this Spec spec, PersonId by, Instant? at = null) =>
        spec.Do((revision, ask) => new UndoCommitment(Id, revision, ask), by, at);

    public static Spec ThenStands(this Spec spec, CommitmentState expected)
    {
        Assert.Equal(expected, spec.Promise().State);
        return spec;
    }

    public static CommitmentCard? Card(this Spec spec, PersonId reader, Instant? at = null, int? since = null) =>
        CommitmentViews.Card(spec.State, new PersonReader(reader), Id, at ?? Later(spec), since);

    /// <summary>A moment after the last event, and not before the usual now.</summary>
    private static Instant Later(Spec spec) => Instant.Max(Now, spec.State.LastAt);
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// The round that the tests tell about: Sam starts it on Friday 20 November 2026. Harbor (Ana, Tom), Workforce (Priya,
/// Dale), Lakeside (Mei, Ruth) and Cedar (Jonas) are in it.
/// </summary>
public static class Circle
{
    public static readonly RoundId Id = new("circle");

    public static Spec Started(params ReadOnlySpan<AllianceEvent> given) => Spec.Given(given).When(new PlanRound(Id, Spec.Ask(1), []), by: Sam);

    public static Spec Planned(params ReadOnlySpan<LocalDate> meetings) =>
        Spec.Given().When(new PlanRound(Id, Spec.Ask(1), ValueList.Create(meetings)), by: Sam);

    public static Round Round(this Spec spec) => spec.State.Rounds[Id];

    public static int Now(this Spec spec) => spec.Round().Current?.Number ?? 0;

    public static Spec Asked(this Spec spec, Func<int, AskId, RoundCommand> command, PersonId by, Instant? at = null) =>
        spec.When(command(spec.Round().Revision, new AskId($"do-{spec.State.Version}")), by, at ?? Instant.Max(Riverbend.Now, spec.State.LastAt));

    public static Spec Gather(this Spec spec, GatherWay way = GatherWay.Before, bool named = true, bool reads = false, bool number = false) =>
        spec.Asked((revision, ask) => new Gather(Id, revision, ask, spec.Now(), new(way, named, reads, number)), Sam);

    public static Spec Talk(this Spec spec) => spec.Gather(GatherWay.TalkOnly);

    public static Spec Give(this Spec spec, PersonId by, string? text, int? number = null, bool readOut = false, PartnerId? partner = null) =>
        spec.Asked((revision, ask) => new GiveWord(Id, revision, ask, spec.Now(), partner, Some(text), number, Passed: false, readOut), by);

    public static Spec Pass(this Spec spec, PersonId by) =>
        spec.Asked((revision, ask) => new GiveWord(Id, revision, ask, spec.Now(), null, null, null, Passed: true, ReadOut: false), by);

    public static Spec Show(this Spec spec, params ReadOnlySpan<PartnerId> without)
    {
        var named = ValueList.Create(without);
        return spec.Asked((revision, ask) => new ShowWords(Id, revision, ask, spec.Now(), named), Sam);
    }

    public static Spec Spoke(this Spec spec, params ReadOnlySpan<PersonId> people)
    {
        var named = ValueList.Create(people);
        return spec.Asked((revision, ask) => new MarkHeard(Id, revision, ask, spec.Now(), named, Passed: false), Sam);
    }

    public static Spec Here(this Spec spec, params ReadOnlySpan<PersonId> people)
    {
        var named = ValueList.Create(people);
        return spec.Asked((revision, ask) => new MarkPresent(Id, revision, ask, named), Sam);
    }

    public static Spec Catch(
        this Spec spec, LineKind kind, string text, PersonId? owner = null, LocalDate? date = null, Terms? terms = null, AskId? ask = null) =>
        spec.Asked((revision, own) => new CatchLine(Id, revision, ask ?? own, spec.Now(), kind, Say(text), owner, date, terms), Sam);

    public static Spec Record(this Spec spec, string? summary = "We agreed.", params ReadOnlySpan<PartnerId> notHeard)
    {
        var named = ValueList.Create(notHeard);
        return spec.Asked((revision, ask) => new RecordComponent(Id, revision, ask, spec.Now(), Some(summary), [], named, null), Sam);
    }

    /// <summary>Everybody is in the room, speaks, and the component is recorded.</summary>
    public static Spec Done(this Spec spec, string summary = "We agreed.") => spec.Talk().Here(Ana, Priya, Mei, Jonas).Spoke(Ana, Priya, Mei, Jonas).Record(summary);

    public static Spec Complete(this Spec spec)
    {
        while (spec.Now() > 0) spec = spec.Done($"We agreed on {spec.Now()}.");
        return spec;
    }

    public static Spec Answer(this Spec spec, int component, PersonId by, Stance stance, string? text = null, PartnerId? partner = null, Instant? at = null) =>
        spec.Asked((revision, ask) => new AnswerRecord(Id, revision, ask, component, partner, stance, Some(text)), by, at);

    public static RoundCard? Sees(this Spec spec, PersonId reader, int component = 0, bool opened = false) =>
        RoundViews.Card(spec.State, new PersonReader(reader), Id, spec.State.LastAt, component, opened);

    public static RoundCard OnStage(this Spec spec, int component = 0) => RoundViews.Card(spec.State, PlaceReader.Any, Id, spec.State.LastAt, component)!;

    public static Spec ThenIs(this Spec spec, int component, ComponentState expected)
    {
        Assert.Equal(expected, spec.Round().Of(component).State);
        return spec;
    }

    public static Spec ThenIs(this Spec spec, RoundState expected)
    {
        Assert.Equal(expected, spec.Round().State);
        return spec;
    }

    /// <summary>Lakeside sends the referral form to Harbor.</summary>
    public static Terms Form => new(
        Say("Send the referral form"), Say("Harbor has it"), new LocalDate(2026, 12, 4), Lakeside, Mei, Harbor, Ana, null)
    {
        NoGoal = true,
    };

    private static Words? Some(string? text) => text is null ? null : Say(text);
}

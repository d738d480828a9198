using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Rounds said a second time and another way, from the words themselves: the order is kept, nothing is recorded without every
/// voice, a pass or a named absence, and nothing private is on the stage or before anybody who may not read it.
/// </summary>
internal static class RoundOracle
{
    public static void AgreesOn(Alliance alliance, Instant now)
    {
        Assert.True(alliance.Rounds.Count(static round => round.State is RoundState.Planned or RoundState.Open or RoundState.Suspended) <= 1);
        foreach (var round in alliance.Rounds)
        {
            OrderIsKept(round);
            foreach (var component in round.Components) EveryVoice(round, component);
            foreach (var component in round.Components) Readers(alliance, round, component, now);
            foreach (var line in round.Lines) Caught(alliance, line);
        }
    }

    /// <summary>Nothing was opened before everything in front of it had a record once.</summary>
    private static void OrderIsKept(Round round)
    {
        var opened = round.History.Where(static entry => entry.What == "round.opened").Select(static entry => entry.Component).ToList();
        Assert.Equal(Enumerable.Range(1, opened.Count), opened);
        for (var at = 1; at < round.Components.Count; at++)
        {
            var (before, component) = (round.Components[at - 1], round.Components[at]);
            if (component.State == ComponentState.Ahead) continue;
            Assert.True(before.Record is not null || before.Earlier.Count > 0, $"{component.Number} is open and {before.Number} never had a record.");
        }

        if (round.State is RoundState.Complete or RoundState.ReviewDue or RoundState.Reviewed) Assert.All(round.Components, static one => Assert.NotNull(one.Record));
    }

    private static void EveryVoice(Round round, Component component)
    {
        foreach (var record in component.Earlier.Append(component.Record).OfType<ComponentRecord>())
        {
            var named = record.Spoke.Concat(record.Passed).Concat(record.NotHeard).ToList();
            foreach (var partner in round.Roster.Where(partner => !round.Left.Contains(partner)))
            {
                Assert.True(named.Contains(partner), $"{partner} is nowhere in the record of {component.Number}.");
            }

            foreach (var partner in record.Spoke)
            {
                Assert.True(
                    component.Said.Any(word => word.Partner == partner && word.At <= record.At && !word.Alone && !word.Passed)
                    || component.Marks.Any(mark => mark.Partner == partner && mark.At <= record.At && !mark.Passed));
            }
        }
    }

    private static void Readers(Alliance alliance, Round round, Component component, Instant now)
    {
        var words = component.Said.Where(static word => word.Text?.Text is not null).ToList();
        var wrote = words.Where(word => Counts(component, word)).Select(static word => word.Partner).Distinct().Count();
        var open = component is { ShownAt: not null, Gathering: { } how } && (how.Named || wrote >= 3);
        Mine(alliance, round, component, null, open, now);
        foreach (var person in alliance.People.Select(static one => one.Id).Append(Riverbend.Stranger)) Mine(alliance, round, component, person, open, now);
    }

    /// <summary>All that one reader is shown of this component, looked through for words that are not the reader's to read.</summary>
    private static void Mine(Alliance alliance, Round round, Component component, PersonId? person, bool open, Instant now)
    {
        Reader reader = person is { } known ? new PersonReader(known) : PlaceReader.Any;
        var card = RoundViews.Card(alliance, reader, round.Id, now, component.Number, opened: true);
        if (person is { } one)
        {
            Assert.Equal(Sees(alliance, one), card is not null);
        }

        if (card is null) return;
        // The round before has its own turn here.
        var mine = card with { Panel = null, Seat = null };
        var stage = string.Concat(Dump.Of(mine), Dump.Of(RoundViews.Report(alliance, reader, round.Id, now)! with { Round = mine, Earlier = null, Before = [] }));
        if (!round.Components.Any(Opens)) Assert.DoesNotContain("private words", stage, StringComparison.Ordinal);
        if (person is null)
        {
            Assert.True(card is { Panel: null, Seat: null });
            return;
        }

        var runs = alliance.Roles.Any(held => held.Person == person && held.Role == Role.Facilitator && In(alliance, held.Person));
        if (!runs && alliance.Roles.Any(held => held.Role == Role.Facilitator && In(alliance, held.Person))) Assert.Null(card.Panel);
        foreach (var own in card.Seat?.Words ?? []) Assert.Contains(component.Said, word => word.Ask == own.Word && word.Person == person);
        if (card.Panel is { } panel && !open)
        {
            var allowed = component.Gathering is { FacilitatorReads: true };
            Assert.True(panel.Opened.Count == 0 || allowed);
            if (component.Gathering is { Named: false }) Assert.All(panel.Opened, static word => Assert.Null(word.Partner));
        }

        bool Opens(Component other)
        {
            var wrote = other.Said.Where(word => Counts(other, word)).Select(static word => word.Partner).Distinct().Count();
            return other is { ShownAt: not null, Gathering: { } how } && (how.Named || wrote >= 3);
        }
    }

    /// <summary>A word counts unless its person said something later, took it out, or said it for the facilitator alone.</summary>
    private static bool Counts(Component component, PrivateWord word)
    {
        if (word.Alone || word.Right == false || word.Text is null) return false;
        var later = component.Said.SkipWhile(one => one != word).Skip(1);
        return !later.Any(one => !one.Alone && one.Person == word.Person && one.Partner == word.Partner);
    }

    private static void Caught(Alliance alliance, Line line)
    {
        if (line.Kind == LineKind.Promise) Assert.True(alliance.Commitments[line.Promise!.Value].Source is not null && line is { Owner: not null, Date: not null });
        if (line.Kind == LineKind.Parked) Assert.True(line is { Owner: not null, Date: not null });
    }

    private static bool Sees(Alliance alliance, PersonId person)
    {
        var roles = alliance.Roles.Where(held => held.Person == person).ToList();
        return In(alliance, person) && (roles.Count == 0 || roles.Exists(static held => held.Role != Role.Observer));
    }

    private static bool In(Alliance alliance, PersonId person) => alliance.People.Find(person) is { Left: false };
}

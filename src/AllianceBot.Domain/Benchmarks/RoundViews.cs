using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Rounds as their readers may see them. Null for what a reader may not know of.</summary>
public static class RoundViews
{
    /// <summary>The round with one component in front: the one asked for, else the one that is talked about.</summary>
    /// <param name="opened">The facilitator asked to read what was written, where that was said.</param>
    public static RoundCard? Card(Alliance alliance, Reader reader, RoundId id, Instant now, int component = 0, bool opened = false)
    {
        if (alliance.Rounds.Find(id) is not { } round || !May.See(alliance, reader, Act.SeeRound, id)) return null;
        var person = (reader as PersonReader)?.Person;
        var front = round.Has(component) ? round.Of(component) : round.Current;
        return new()
        {
            Id = id,
            Number = round.Number,
            Revision = round.Revision,
            State = round.State,
            Facilitator = Names.Of(alliance, (PersonId?)round.Facilitator),
            Meetings = round.Meetings.RemoveAll(date => date < alliance.DateOf(now)),
            IsMeeting = round.IsMeeting,
            Held = round.Held.Count,
            BreakUntil = round.BreakUntil,
            Present = round.Present.Select(one => Names.Of(alliance, one)).ToValueList(),
            Roster = Named(alliance, Hearing.Asked(round)),
            Left = Named(alliance, round.Left),
            Later = round.Roster.Count == 0 ? [] : Named(alliance, alliance.Partners
                .Where(partner => !partner.Left && !round.Roster.Contains(partner.Id)).Select(static partner => partner.Id).ToValueList()),
            Components = round.Components.Select(one => Line(alliance, round, one)).ToValueList(),
            Stage = front is null || round.StartedAt is null ? null : ComponentViews.Of(alliance, reader, round, front, now),
            Seat = person is { } seated ? Seats.Of(alliance, seated, round, front, now) : null,
            Panel = person is { } runs && round.StartedAt is not null && RoundRights.Runs(alliance, runs)
                ? Seats.Panel(alliance, runs, round, front, opened) : null,
            StartedAt = round.StartedAt,
            CompletedAt = round.CompletedAt,
            Review = round.Review,
            EndReason = round.EndReason?.Text,
            Acts = person is { } actor ? ActsOf(alliance, round, actor, front?.Number ?? 0, now) : [],
            Rotation = Rotation(alliance),
            Zone = alliance.Zone,
        };
    }

    /// <summary>One component as everybody may see it; null for what is not there.</summary>
    public static ComponentStage? Stage(Alliance alliance, Reader reader, RoundId id, int component, Instant now) =>
        alliance.Rounds.Find(id) is { StartedAt: not null } round && round.Has(component) && May.See(alliance, reader, Act.SeeRound, id)
            ? ComponentViews.Of(alliance, reader, round, round.Of(component), now)
            : null;

    /// <summary>All six components, with those of the round before beside them.</summary>
    public static RoundReport? Report(Alliance alliance, Reader reader, RoundId id, Instant now) => RoundReports.Of(alliance, reader, id, now);

    /// <summary>All rounds, the newest first.</summary>
    public static ValueList<RoundRow> List(Alliance alliance, Reader reader) => alliance.Rounds
        .Where(round => May.See(alliance, reader, Act.SeeRound, round.Id))
        .OrderByDescending(static round => round.Number).Take(Limits.List)
        .Select(static round => new RoundRow(
            round.Id, round.Number, round.Revision, round.State, round.StartedAt, round.CompletedAt, round.Review,
            round.Components.Count(static component => component.IsRecorded))).ToValueList();

    /// <summary>One component alone: its notes, and whether this reader may add one.</summary>
    public static TalkCard? Talk(Alliance alliance, Reader reader, int component)
    {
        if (component is < 1 or > ComponentKinds.Count) return null;
        var person = (reader as PersonReader)?.Person;
        if (person is { } asks && !May.Do(alliance, asks, Act.NoteTalk, alliance.Id)) return null;
        return new(component, ComponentViews.Talks(alliance, component, null), person is not null);
    }

    /// <summary>Why this person cannot do this now, as far as that can be said before anything is filled in; null where it is not clear.</summary>
    public static Refusal? CannotNow(Alliance alliance, PersonId person, RoundCommand command, Instant now)
    {
        if (alliance.Rounds.Find(command.Round) is not { } round) return null;
        var act = RoundDecider.ActOf(command);
        return RoundGuards.Permits(alliance, round, person, act) ? RoundGuards.Refuses(alliance, round, act, RoundDecider.ComponentOf(round, command), now) : null;
    }

    /// <summary>When a round that ends now is looked at again unless somebody says otherwise.</summary>
    public static LocalDate UsualReview(Alliance alliance, Instant now) => RoundClock.UsualReview(alliance, now);

    /// <summary>What "R2" means to this person; null for nothing.</summary>
    public static RoundId? Find(Alliance alliance, PersonId reader, string text)
    {
        var wanted = text.Trim();
        var digits = wanted.Length > 1 && wanted[0] is 'r' or 'R' ? wanted.AsSpan(1) : default;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? alliance.Rounds.FirstOrDefault(round => round.Number == number && May.Do(alliance, reader, Act.SeeRound, round.Id))?.Id
            : null;
    }

    /// <summary>Who ran rounds that started, by partner, in the order of the partners: a count, not a verdict.</summary>
    public static ValueList<RotationCount> Rotation(Alliance alliance)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var round in alliance.Rounds.Where(static round => round.StartedAt is not null))
        {
            foreach (var of in round.Ran.Select(person => alliance.People.Find(person)?.Partner?.Value ?? "").Distinct())
            {
                counts[of] = counts.GetValueOrDefault(of) + 1;
            }
        }

        return counts.Select(count => new RotationCount(count.Key.Length == 0 ? null : Names.Of(alliance, new PartnerId(count.Key)), count.Value))
            .ToValueList();
    }

    internal static ValueList<Named<PartnerId>> Named(Alliance alliance, ValueList<PartnerId> partners) =>
        partners.Select(partner => Names.Of(alliance, partner)).ToValueList();

    internal static ValueList<ComponentStage> All(Alliance alliance, Reader reader, Round round, Instant now) => round.StartedAt is null
        ? []
        : round.Components.Select(component => ComponentViews.Of(alliance, reader, round, component, now)).ToValueList();

    private static ComponentLine Line(Alliance alliance, Round round, Component component) => new(
        component.Number, component.State, component.Record?.Summary?.Text, component.Record?.At ?? component.OpenedAt,
        ComponentViews.OpenOf(alliance, round, component).Count);

    private static ValueList<RoundAct> ActsOf(Alliance alliance, Round round, PersonId person, int component, Instant now) =>
        Enum.GetValues<RoundAct>()
            .Where(act => act is not (RoundAct.AnswerRecord or RoundAct.AnswerWord or RoundAct.Reopen))
            .Where(act => RoundGuards.Permits(alliance, round, person, act)
                && RoundGuards.Refuses(alliance, round, act, act == RoundAct.SayAlone ? ComponentKinds.Interdependence : component, now) is null
                && (act != RoundAct.SayAlone || component == ComponentKinds.Interdependence))
            .ToValueList();
}

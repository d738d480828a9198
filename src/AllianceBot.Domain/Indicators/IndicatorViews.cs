using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Indicators as their readers may see them, with what each may do now. Null for what a reader may not know of.</summary>
public static class IndicatorViews
{
    public static IndicatorCard? Card(Alliance alliance, Reader reader, IndicatorId id)
    {
        if (alliance.Indicators.Find(id) is not { } indicator || !May.See(alliance, reader, Act.SeeIndicator, id)) return null;
        var terms = indicator.Terms;
        return new()
        {
            Id = id,
            Number = indicator.Number,
            Revision = indicator.Revision,
            Name = terms.Name.Text,
            Unit = terms.Unit.Text,
            Target = terms.Target,
            By = terms.By,
            Start = indicator.Start,
            Every = terms.Every,
            Standard = terms.Standard?.Text,
            Goal = Names.Of(alliance, terms.Goal)?.Name,
            IsLive = indicator.IsLive,
            IsReached = IndicatorDecider.IsReached(indicator),
            Trend = Trend.Of(indicator),
            Counted = indicator.Counted.Select(static one => new Measured(one.Value, one.On)).ToValueList(),
            Inside = May.See(alliance, reader, Act.SeeIndicatorInside, id) ? Inside(alliance, indicator) : null,
            Acts = reader is PersonReader { Person: var person } ? ActsOf(alliance, indicator, person) : [],
            SeenBy = SeenBy.AllMembers,
        };
    }

    /// <summary>Indicators on the list that this reader may see, those that wait for the reader first.</summary>
    public static ValueList<IndicatorRow> List(Alliance alliance, Reader reader) => alliance.Indicators
        .Where(indicator => indicator.IsLive && May.See(alliance, reader, Act.SeeIndicator, indicator.Id))
        .Select(indicator => Row(reader, indicator))
        .OrderByDescending(static row => row.WaitsForYou).ThenBy(static row => row.Number)
        .Take(Limits.List).ToValueList();

    /// <summary>Indicators whose number is asked for and not there: all of them for a facilitator, else the reader's own.</summary>
    public static ValueList<IndicatorRow> Due(Alliance alliance, PersonId reader) => alliance.Indicators
        .Where(indicator => indicator is { IsLive: true, Asked: not null } && May.Do(alliance, reader, Act.EnterReading, indicator.Id))
        .Select(indicator => Row(new PersonReader(reader), indicator))
        .OrderBy(static row => row.Number).ToValueList();

    /// <summary>
    /// What a talk about the indicators needs (component 6): each on the list with its numbers, and what was said since the
    /// talk began. Nothing in it that a place may not show.
    /// </summary>
    public static ValueList<IndicatorOnTable> Talk(Alliance alliance, Instant since) => alliance.Indicators
        .Where(static indicator => indicator.IsLive)
        .OrderBy(static indicator => indicator.Number)
        .Select(indicator => new IndicatorOnTable(
            indicator.Id, indicator.Number, indicator.Terms.Name.Text, indicator.Terms.Unit.Text, indicator.Start,
            indicator.Latest is { } latest ? new(latest.Value, latest.On) : null, indicator.Terms.Target, indicator.Terms.By, Trend.Of(indicator),
            indicator.Branches.Where(branch => branch.At >= since).Select(Shown).ToValueList()))
        .ToValueList();

    /// <summary>What "I5" or a name means to this person; null when nothing, or more than one thing.</summary>
    public static IndicatorId? Find(Alliance alliance, PersonId reader, string text)
    {
        var wanted = text.Trim();
        var seen = alliance.Indicators.Where(indicator => May.Do(alliance, reader, Act.SeeIndicator, indicator.Id)).ToList();
        var digits = wanted.Length > 1 && wanted[0] is 'i' or 'I' ? wanted.AsSpan(1) : default;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return seen.Find(indicator => indicator.Number == number)?.Id;
        }

        return seen.FindAll(indicator => string.Equals(indicator.Terms.Name.Text, wanted, StringComparison.OrdinalIgnoreCase)) is [var only]
            ? only.Id
            : null;
    }

    /// <summary>A number is asked for from this person, or a word whether the person reports one.</summary>
    internal static bool Waits(Indicator indicator, PersonId person) =>
        indicator.Owner == person && (indicator.Asked is not null || !indicator.OwnerAgreed);

    private static IndicatorRow Row(Reader reader, Indicator indicator) => new(
        indicator.Id, indicator.Number, indicator.Revision, indicator.Terms.Name.Text, indicator.Terms.Unit.Text,
        indicator.Latest is { } latest ? new(latest.Value, latest.On) : null, indicator.Terms.Target, indicator.Terms.By,
        IndicatorDecider.IsReached(indicator),
        reader is PersonReader { Person: var person } && Waits(indicator, person),
        Trend.Of(indicator).Kind);

    private static IndicatorInside Inside(Alliance alliance, Indicator indicator) => new()
    {
        Owner = Names.Of(alliance, indicator.Owner),
        OwnerPartner = indicator is { Owner: not null, OwnerPartner: { } partner } ? Names.Of(alliance, partner) : null,
        OwnerAgreed = indicator.OwnerAgreed,
        AskedOn = indicator.Asked?.On,
        NextAsk = indicator.Asked is null ? IndicatorClock.NextDue(alliance, indicator) : null,
        Branches = indicator.Branches.GroupBy(static branch => branch.Kind).Select(static kind => kind.Last())
            .OrderBy(static branch => branch.Kind).Select(Shown).ToValueList(),
        Readings = indicator.Readings.Reverse().Take(Limits.List).Select(reading => Shown(alliance, indicator, reading)).ToValueList(),
        History = indicator.History.Select(entry => new IndicatorLine(
            entry.What, Names.Of(alliance, (PersonId?)entry.By), entry.At, entry.Said?.Text, Names.Of(alliance, entry.Person))).ToValueList(),
    };

    private static ReadingView Shown(Alliance alliance, Indicator indicator, Reading reading) => new(
        reading.Value, reading.On, Names.Of(alliance, (PersonId?)reading.By), reading.At, reading.Note?.Text,
        reading.Corrects is { } before ? indicator.Readings[before - 1].Value : null,
        indicator.Readings.Any(other => other.Corrects == reading.Number));

    private static BranchView Shown(Bearing branch) => new(branch.Kind, branch.Text.Text, branch.Number, branch.By, branch.At);

    private static ValueList<IndicatorAct> ActsOf(Alliance alliance, Indicator indicator, PersonId person) =>
        Enum.GetValues<IndicatorAct>()
            .Where(act => IndicatorGuards.Permits(alliance, indicator, person, act) && IndicatorGuards.Refuses(indicator, act) is null
                && (act != IndicatorAct.DeclineToReport || !indicator.OwnerAgreed))
            .ToValueList();
}

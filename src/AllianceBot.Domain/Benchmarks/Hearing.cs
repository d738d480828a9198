namespace AllianceBot.Domain;

/// <summary>Who was heard in a component. It counts organisations, never heads.</summary>
public static class Hearing
{
    /// <summary>Without names something is shown only from so many partners on, so that nobody is exposed.</summary>
    public const int Fewest = 3;

    /// <summary>The partners of the roster that are still in.</summary>
    public static ValueList<PartnerId> Asked(Round round) =>
        round.Left.Count == 0 ? round.Roster : round.Roster.RemoveAll(round.Left.Contains);

    /// <summary>The last word of each person for each partner, as long as it was not taken out. Doubts for the facilitator alone are not among them.</summary>
    public static ValueList<PrivateWord> Current(Component component)
    {
        var current = new List<PrivateWord>();
        foreach (var word in component.Said)
        {
            if (word.Alone) continue;
            current.RemoveAll(known => known.Person == word.Person && known.Partner == word.Partner);
            if (word.Right != false) current.Add(word);
        }

        return current.ToValueList();
    }

    /// <summary>How a partner was heard since the component was opened; null while it was not.</summary>
    public static HeardAs? Of(Component component, PartnerId partner)
    {
        HeardAs? heard = null;
        foreach (var word in Current(component))
        {
            if (word.Partner != partner || word.At < component.OpenedAt) continue;
            if (word.Speaks) return HeardAs.Spoke;
            if (word.Passed) heard = HeardAs.Passed;
        }

        foreach (var mark in component.Marks)
        {
            if (mark.Partner != partner || mark.At < component.OpenedAt) continue;
            if (!mark.Passed) return HeardAs.Spoke;
            heard = HeardAs.Passed;
        }

        return heard;
    }

    /// <summary>Partners of whom nothing was heard yet, in the order of the roster.</summary>
    public static ValueList<PartnerId> Missing(Round round, Component component) =>
        Asked(round).RemoveAll(partner => Of(component, partner) is not null);

    /// <summary>The partners that wrote something: words without names need three.</summary>
    public static int Wrote(Component component) =>
        Current(component).Where(static word => word.Text is not null).Select(static word => word.Partner).Distinct().Count();

    /// <summary>Whether the words may be shown at all: by partner always, without names from three partners on.</summary>
    public static bool MayShow(Component component) => component.Gathering is { Named: true } || Wrote(component) >= Fewest;

    /// <summary>The number of each partner, the last word of each; in the order of the numbers, so that it tells of nobody.</summary>
    public static ValueList<int> Numbers(Component component)
    {
        var last = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in component.Said)
        {
            if (!word.Alone && word is { Right: not false, Number: { } number }) last[word.Partner.Value] = number;
        }

        return last.Values.Order().ToValueList();
    }

    /// <summary>The partners that are in the room: whoever is in the meeting, or was marked as heard there.</summary>
    public static ValueList<PartnerId> Present(Alliance alliance, Round round, Component component) => Asked(round).RemoveAll(partner =>
        !round.Present.Any(person => alliance.IsOf(person, partner))
        && !component.Marks.Any(mark => mark.Partner == partner && mark.At >= component.OpenedAt));

    /// <summary>The last word of a partner on the record that holds; null while it said nothing.</summary>
    public static RecordAnswer? AnswerOf(Component component, PartnerId partner)
    {
        RecordAnswer? last = null;
        foreach (var answer in component.Answers)
        {
            if (answer.Partner == partner && component.Record is { } record && answer.At >= record.At) last = answer;
        }

        return last;
    }

    /// <summary>Partners that were not in the room and have said nothing to the record yet.</summary>
    public static ValueList<PartnerId> Unanswered(Round round, Component component) => component.Record is not { } record
        ? []
        : Asked(round).RemoveAll(partner => record.Present.Contains(partner) || AnswerOf(component, partner) is not null);
}

/// <summary>How a partner was heard.</summary>
public enum HeardAs
{
    Spoke,

    /// <summary>In its own name.</summary>
    Passed,
}

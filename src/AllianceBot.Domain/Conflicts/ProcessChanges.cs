namespace AllianceBot.Domain;

/// <summary>The parts of a process, in the order in which it is read.</summary>
public enum ProcessPart
{
    Name,
    Kinds,
    Rung,
    Final,
    Grounds,
    Responses,
    StatementsKept,
    FollowUp,
    NoProgress,
}

/// <summary>One line of a part: a text, a number of days, a kind, a response, an ending, or a whole rung.</summary>
public sealed record ProcessLine(string? Text = null, int? Number = null)
{
    public ConflictKind? Kind { get; init; }

    public Response? Response { get; init; }

    public FinalOutcome? Final { get; init; }

    public ProcessRung? Rung { get; init; }
}

/// <summary>What falls away of a part and what is new in it; of a rung with its number.</summary>
public sealed record ProcessChange(ProcessPart Part, int? Rung, ValueList<ProcessLine> Before, ValueList<ProcessLine> After);

/// <summary>Says in what two texts of a process differ, part by part and rung by rung.</summary>
public static class ProcessChanges
{
    /// <summary>The parts that differ; against nothing, all of it is new.</summary>
    public static ValueList<ProcessChange> Between(ProcessText? before, ProcessText after)
    {
        var changes = new List<ProcessChange>();
        foreach (var part in Enum.GetValues<ProcessPart>())
        {
            if (part == ProcessPart.Rung) changes.AddRange(Rungs(before, after));
            else Add(changes, part, before is null ? [] : LinesOf(before, part), LinesOf(after, part));
        }

        return changes.ToValueList();
    }

    private static void Add(List<ProcessChange> changes, ProcessPart part, ValueList<ProcessLine> was, ValueList<ProcessLine> now)
    {
        var change = new ProcessChange(part, null, was.RemoveAll(now.Contains), now.RemoveAll(was.Contains));
        if (change.Before.Count + change.After.Count > 0) changes.Add(change);
    }

    /// <summary>A rung is the same rung when nothing but its place differs; one that only moved is shown where it was and is.</summary>
    private static IEnumerable<ProcessChange> Rungs(ProcessText? before, ProcessText after)
    {
        var was = before?.Rungs ?? [];
        for (var at = 0; at < Math.Max(was.Count, after.Rungs.Count); at++)
        {
            var (old, now) = (at < was.Count ? was[at] : null, at < after.Rungs.Count ? after.Rungs[at] : null);
            if (old == now) continue;
            yield return new(ProcessPart.Rung, at + 1, Line(old, at), Line(now, at));
        }

        static ValueList<ProcessLine> Line(Rung? rung, int at) =>
            rung is null ? [] : [new ProcessLine { Rung = ProcessRung.Of(rung, at + 1) }];
    }

    private static ValueList<ProcessLine> LinesOf(ProcessText text, ProcessPart part) => part switch
    {
        ProcessPart.Name => [new(text.Name.Text)],
        ProcessPart.Kinds => text.Kinds.Select(static kind => new ProcessLine { Kind = kind }).ToValueList(),
        ProcessPart.Final => [new ProcessLine { Final = text.Final }],
        ProcessPart.Grounds => text.Grounds.Select(static ground => new ProcessLine(ground.Text)).ToValueList(),
        ProcessPart.Responses => text.Responses.Select(static step => new ProcessLine(step.Text.Text) { Response = step.Response }).ToValueList(),
        ProcessPart.StatementsKept => [new(Number: text.StatementsKeptDays)],
        ProcessPart.FollowUp => [new(Number: text.FollowUpDays)],
        _ => [new(Number: text.NoProgressDays)],
    };
}

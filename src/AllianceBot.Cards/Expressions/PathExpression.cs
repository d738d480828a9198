namespace AllianceBot.Cards;

/// <summary>A way into the model: <c>asker.name</c>, <c>rows[0].what</c>, <c>$root.title</c>, <c>$index</c>.</summary>
internal sealed class PathExpression(PathOrigin origin, IReadOnlyList<PathStep> steps, string source) : Expression
{
    private readonly PathStep[] steps = [.. steps];
    private readonly bool endsInIndex = steps is [.., { Name: null }];

    public PathOrigin Origin => origin;

    public IReadOnlyList<PathStep> Steps => steps;

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        var value = Find(ref expansion);
        return value.Kind switch
        {
            // The official package stops at an index that leads nowhere, where it shows a name that does as it stands.
            ValueKind.Fault or ValueKind.Missing when shown && endsInIndex => expansion.Broken(source),
            ValueKind.Missing when shown => expansion.Missing(source),
            _ => value,
        };
    }

    public override string ToString() => source;

    private CardValue Find(ref Expansion expansion)
    {
        var value = origin switch
        {
            PathOrigin.Root => expansion.Root,
            PathOrigin.Index => expansion.Index < 0 ? CardValue.None : expansion.Index,
            _ => expansion.Data,
        };
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            if (step.Name is not null)
                value = value.Kind == ValueKind.Model ? ((CardModel)value.Reference!).Get(step.Name) : CardValue.None;
            else if (value.Kind == ValueKind.List && step.Index < value.Items.Length)
                value = value.Items[step.Index];
            else
                // An index at the end of a path that leads nowhere is an error there, further inside it is just nothing.
                return value.IsNothing || i < steps.Length - 1 ? CardValue.None : CardValue.Fault;
        }
        return value;
    }
}

internal enum PathOrigin
{
    Data,
    Root,
    Index,
}

/// <summary>One step of a path: a name, or an index where the name is null.</summary>
internal readonly record struct PathStep(string? Name, int Index);

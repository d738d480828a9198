namespace AllianceBot.Cards;

/// <summary>Looks at every expression of a template: may it be used, are its words there, does the sample have its names.</summary>
internal sealed class ExpressionCheck(LintedView view, List<CardFault> faults)
{
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);

    public void Root()
    {
        Walk(view.Template, string.Empty, [view.Sample]);
        WordsCheck.Check(view, keys, faults);
    }

    private void Walk(SourceNode node, string path, IReadOnlyList<SourceNode> scope)
    {
        if (node.Kind == SourceKind.Text) Text(node, path, scope, isCondition: false);
        if (node.Kind == SourceKind.Null) Fault(node, path, "Leave out what is not there.");
        if (node["$data"] is { } data) scope = Rescope(data, CardLint.Join(path, "$data"), scope);
        foreach (var (name, value) in node.Properties)
        {
            if (name.Contains("${", StringComparison.Ordinal)) Fault(value, path, "A property's name cannot be an expression.");
            if (name == "$when") Text(value, CardLint.Join(path, name), scope, isCondition: true);
            else if (name != "$data") Walk(value, CardLint.Join(path, name), scope);
        }
        for (var i = 0; i < node.Items.Count; i++) Walk(node.Items[i], $"{path}[{i}]", scope);
    }

    private List<SourceNode> Rescope(SourceNode data, string path, IReadOnlyList<SourceNode> scope)
    {
        if (Text(data, path, scope, isCondition: true) is not PathExpression way) return [];
        return [.. Find(way, scope).SelectMany(found => found.Kind == SourceKind.Array ? found.Items : [found])];
    }

    private Expression? Text(SourceNode node, string path, IReadOnlyList<SourceNode> scope, bool isCondition)
    {
        try
        {
            var parts = node.HasExpression ? Interpolation.Parse(node.Text, key => Word(key, node)) : [];
            foreach (var part in parts)
                if (part.Expression is { } expression)
                    Names(expression, node, path, scope);
            if (!isCondition && parts.Exists(part => ShowsOr(part.Expression)))
                Fault(node, path, "or() is for conditions: where nothing holds, the Designer leaves the property out. Write if(or(...), true, false).");
            var whole = parts.Count == 1 ? parts[0].Expression : null;
            if (whole is ConstantExpression or ConcatExpression) whole = null;
            if (isCondition && whole is null) Fault(node, path, "One expression has to stand here: \"${...}\".");
            return whole;
        }
        catch (ExpressionFaultException wrong)
        {
            Fault(node, path, wrong.Message);
            return null;
        }
    }

    private static bool ShowsOr(Expression? expression) => expression switch
    {
        AnyExpression => true,
        IfExpression choice => ShowsOr(choice.WhenTrue) || ShowsOr(choice.Otherwise),
        _ => false,
    };

    private CardValue Word(string key, SourceNode node)
    {
        keys.TryAdd(key, node.Line);
        return CardValue.Markup(string.Empty);
    }

    private void Names(Expression expression, SourceNode node, string path, IReadOnlyList<SourceNode> scope)
    {
        if (expression is PathExpression { Origin: not PathOrigin.Index } way)
        {
            if (way.Steps is [{ Name: "w" }, ..]) Fault(node, path, "Words are written with their whole way: $root.w.key.");
            else if (way.Steps.Count > 0 && scope.Count > 0 && !Find(way, scope).Any()) Fault(node, path, $"The sample has no '{way}'.");
        }
        foreach (var child in expression.Children) Names(child, node, path, scope);
    }

    private IEnumerable<SourceNode> Find(PathExpression way, IReadOnlyList<SourceNode> scope)
    {
        var found = way.Origin == PathOrigin.Root ? [view.Sample] : scope;
        foreach (var step in way.Steps)
        {
            found = [.. found
                .Select(node => step.Name is { } name ? node[name] : node.Items.ElementAtOrDefault(step.Index))
                .OfType<SourceNode>()];
        }
        return found;
    }

    private void Fault(SourceNode node, string path, string message) => faults.Add(new CardFault(view.File, node.Line, path, message));
}

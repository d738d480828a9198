namespace AllianceBot.Cards;

/// <summary>Walks a card, template or expanded, and says what is not as <see cref="CardSchema"/> and the accessibility rules want it.</summary>
internal sealed class StructureCheck(string file, CardRules rules, bool expanded, List<CardFault> faults)
{
    public void Root(SourceNode node) => Object(node, CardSchema.Root, string.Empty, inArray: false);

    private void Fault(SourceNode node, string path, string message) => faults.Add(new CardFault(file, node.Line, path, message));

    private void Object(SourceNode node, CardProperty holder, string path, bool inArray)
    {
        if (node.Kind != SourceKind.Object)
        {
            Fault(node, path, "An object is wanted here.");
            return;
        }
        var type = CardSchema.TypeOf(node, holder);
        if (type is null || !type.Is(holder.TypeName))
        {
            Fault(node, path, $"'{node.Literal("type")}' cannot be used here{(type is null ? ": cards here do not know it" : "")}.");
            return;
        }
        foreach (var (name, value) in node.Properties) Property(type, name, value, CardLint.Join(path, name), inArray);
        foreach (var (name, rule) in type.Properties)
            if (rule.MustBe && node[name] is null)
                Fault(node, path, $"{type.Name} needs \"{name}\".");
        foreach (var message in TypeRules.Check(node, type, rules)) Fault(node, path, message);
    }

    private void Property(CardType type, string name, SourceNode value, string path, bool inArray)
    {
        if (name is "$data" or "$when")
        {
            if (expanded) Fault(value, path, "This should be gone after expanding.");
            else if (!inArray)
                Fault(value, path, $"{name} can stand on an item of an array only.");
            return;
        }
        if (!type.Properties.TryGetValue(name, out var rule)) Fault(value, path, $"{type.Name} has no \"{name}\" that cards here may use.");
        else if (name is "type" or "version" or "$schema" && value.HasExpression) Fault(value, path, "No expression may stand here.");
        else Value(value, rule, path, type);
    }

    private void Value(SourceNode value, CardProperty rule, string path, CardType type)
    {
        if (rule.Kind == PropertyKind.Data)
        {
            if (value.Kind == SourceKind.Null) Fault(value, path, "Leave out what is not there.");
            return;
        }
        if (rule.Kind == PropertyKind.List) List(value, rule, path);
        else if (rule.Kind == PropertyKind.Object) Object(value, rule, path, inArray: false);
        else if (rule.Kind == PropertyKind.Fallback) Fallback(value, path, type);
        else if (value.HasExpression) ScalarRules.CheckExpression(value, rule, message => Fault(value, path, message));
        else if (ScalarRules.Wrong(value, rule) is { } message) Fault(value, path, message);
    }

    private void List(SourceNode value, CardProperty rule, string path)
    {
        if (value.Kind != SourceKind.Array)
        {
            Fault(value, path, "A list is wanted here: [ ... ]. To repeat something, write one item with \"$data\".");
            return;
        }
        for (var i = 0; i < value.Items.Count; i++) Object(value.Items[i], rule, $"{path}[{i}]", inArray: true);
        if (rule.TypeName == "action" && value.Items.Count(action => action.Literal("mode") is null or "primary") > CardLimits.PrimaryActions)
            Fault(value, path, $"More than {CardLimits.PrimaryActions} primary actions: give the rest \"mode\": \"secondary\".");
    }

    private void Fallback(SourceNode value, string path, CardType type)
    {
        if (value.Literal("type") is null && value is { Kind: SourceKind.Text, Text: "drop" }) return;
        var family = type.Is("action") ? "action" : type.Is("element") ? "element" : type.Name;
        Object(value, new CardProperty(family, mustBe: false), path, inArray: false);
    }
}

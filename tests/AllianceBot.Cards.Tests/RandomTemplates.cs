using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace AllianceBot.Cards.Tests;

/// <summary>Random templates over the language that the lint allows, with random models in which some names are missing.</summary>
internal static class RandomTemplates
{
    private static readonly string[] TextNames = ["title", "note", "who"];
    private static readonly string[] NumberNames = ["count", "share"];
    private static readonly string[] FlagNames = ["open", "late"];
    private static readonly string[] ListNames = ["rows", "more"];

    private static readonly Gen<string> Texts = Gen.Elements(
        "", "Ana", "Riverbend Works", "with \"quotes\"", "two\nlines", "Zoë 😀", "back\\slash", "${title}", "{{DATE(2020-01-01)}}", "<b>&amp;", "a, b; c");

    private static Gen<JsonNode> Numbers => Gen.OneOf(
        Gen.Choose(-1000, 100000).Select(number => (JsonNode)number),
        Gen.Choose(-1000, 1000).Select(number => (JsonNode)(number / 8.0)));

    private static Gen<string> Path(string[] names) => Gen.OneOf(
        Gen.Elements(names),
        Gen.Elements(names).Select(name => "$root." + name),
        Gen.Elements(names).Select(name => "person." + name),
        from name in Gen.Elements(names) from list in Gen.Elements(ListNames) from at in Gen.Choose(0, 2) select $"{list}[{at}].{name}");

    private static Gen<string> Text(int depth) => depth == 0
        ? Gen.OneOf(Path(TextNames), Gen.Elements("'x'", "'a, b'", "' '"))
        : Gen.OneOf(
            Text(0),
            from condition in Flag(depth - 1) from one in Text(depth - 1) from two in Text(depth - 1) select $"if({condition}, {one}, {two})",
            from one in Text(depth - 1) from two in Text(depth - 1) select $"concat({one}, {two})",
            from number in Number(depth - 1) from text in Text(0) select $"concat({number}, {text})");

    private static Gen<string> Number(int depth) => depth == 0
        ? Gen.OneOf(Path(NumberNames), Gen.Choose(0, 9).Select(digit => digit.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : Gen.OneOf(
            Number(0),
            Gen.Elements(ListNames).Select(list => $"count({list})"),
            Path(TextNames).Select(text => $"length({text})"),
            from one in Number(0) from two in Number(0) select $"add({one}, {two})",
            from one in Number(0) from two in Number(0) select $"{one} - {two}");

    private static Gen<string> Flag(int depth) => depth == 0
        ? Path(FlagNames)
        : Gen.OneOf(
            Flag(0),
            Flag(depth - 1).Select(flag => $"not({flag})"),
            Flag(depth - 1).Select(flag => $"!({flag})"),
            from one in Flag(depth - 1) from two in Flag(depth - 1) select $"and({one}, {two})",
            from one in Flag(depth - 1) from two in Flag(depth - 1) select $"({one} || {two})",
            from one in Text(depth - 1) from two in Text(0) select $"equals({one}, {two})",
            from one in Number(depth - 1) from two in Number(0) from sign in Gen.Elements("<", "<=", ">", ">=", "==", "!=") select $"{one} {sign} {two}",
            Path(TextNames).Select(text => $"exists({text})"),
            Gen.OneOf(Path(TextNames), Gen.Elements(ListNames)).Select(value => $"empty({value})"));

    private static Gen<JsonNode> Value => Gen.OneOf(
        Text(2).Select(text => Json($"${{{text}}}")),
        Number(2).Select(number => Json($"${{{number}}}")),
        // A shown or() is refused by the lint: the official package leaves the property out where nothing holds.
        Flag(2).Select(flag => Json(flag.Contains("||", StringComparison.Ordinal) ? $"${{if({flag}, true, false)}}" : $"${{{flag}}}")),
        from before in Gen.Elements("", "a ", "$") from text in Text(1) from number in Number(1) select Json($"{before}${{{text}}}: ${{{number}}}"),
        Gen.Elements("plain", "${$index}", "${rows}", "${person}", "${more[0]}").Select(Json));

    private static Gen<JsonNode> Element(int depth) =>
        from data in Gen.Elements<string?>(null, null, "${rows}", "${more}", "${person}", "${$root.rows}")
        from when in Gen.OneOf(Gen.Constant<string?>(null), Flag(1).Select(flag => (string?)$"${{{flag}}}"))
        from value in Value
        from other in Value
        from children in depth == 0 ? Gen.Constant<JsonNode[]>([]) : Element(depth - 1).ArrayOf(2)
        select (JsonNode)Make(data, when, value, other, children);

    private static JsonObject Make(string? data, string? when, JsonNode value, JsonNode other, JsonNode[] children)
    {
        var element = new JsonObject();
        if (data is not null) element["$data"] = data;
        if (when is not null) element["$when"] = when;
        element["text"] = value.DeepClone();
        if (children.Length > 0) element["items"] = new JsonArray([.. children.Select(child => child.DeepClone())]);
        element["list"] = new JsonArray("first", other.DeepClone());
        return element;
    }

    private static Gen<JsonObject> Fields =>
        from texts in Maybe(Texts.Select(Json)).ArrayOf(TextNames.Length)
        from numbers in Maybe(Numbers).ArrayOf(NumberNames.Length)
        from flags in Maybe(Gen.Elements(true, false).Select(flag => (JsonNode)flag)).ArrayOf(FlagNames.Length)
        select Join(TextNames.Zip(texts).Concat(NumberNames.Zip(numbers)).Concat(FlagNames.Zip(flags)));

    private static Gen<JsonNode> Model =>
        from own in Fields
        from person in Maybe(Fields.Select(fields => (JsonNode)fields))
        from rows in Fields.ArrayOf(3)
        from more in Gen.OneOf(Fields.ArrayOf(1), Gen.Constant<JsonObject[]>([]))
        select (JsonNode)Whole(own, person, rows, more);

    public static Gen<(JsonNode Template, JsonNode Data)> Cases =>
        from elements in Element(1).ArrayOf(2)
        from data in Model
        select ((JsonNode)new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray([.. elements.Select(element => element.DeepClone())]) }, data);

    private static Gen<JsonNode?> Maybe(Gen<JsonNode> some) => Gen.Frequency((1, Gen.Constant<JsonNode?>(null)), (60, some.Select(value => (JsonNode?)value)));

    private static JsonNode Json(string text) => JsonValue.Create(text);

    private static JsonObject Join(IEnumerable<(string Name, JsonNode? Value)> fields)
    {
        var result = new JsonObject();
        foreach (var (name, value) in fields)
            if (value is not null)
                result[name] = value.DeepClone();
        return result;
    }

    private static JsonObject Whole(JsonObject own, JsonNode? person, JsonObject[] rows, JsonObject[] more)
    {
        var model = (JsonObject)own.DeepClone();
        if (person is not null) model["person"] = person.DeepClone();
        model["rows"] = new JsonArray([.. rows.Select(row => row.DeepClone())]);
        model["more"] = new JsonArray([.. more.Select(row => row.DeepClone())]);
        return model;
    }
}

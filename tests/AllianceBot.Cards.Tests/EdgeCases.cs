using System.Text.Json.Nodes;

namespace AllianceBot.Cards.Tests;

/// <summary>Templates by hand for each corner of the language that the lint allows.</summary>
internal static class EdgeCases
{
    private static readonly JsonNode Model = JsonNode.Parse(
        """
        {
          "name": "Ana", "empty": "", "zero": 0, "one": 1, "many": 12345678, "half": 0.5, "tiny": 1e-7, "huge": 1e21, "big": 123456789012345680000, "minus": -2.5,
          "yes": true, "no": false, "person": { "name": "Tom", "home": { "city": "Riverbend" } }, "nobody": {},
          "rows": [ { "name": "a", "open": true, "n": 3 }, { "name": "b", "open": false, "n": 1 }, { "name": "c", "open": true } ],
          "none": [], "names": ["x", "y", "z"], "two": ["x", "y"], "single": ["x"], "numbers": [1, 2.5, true], "nested": [[1, 2], [3]],
          "quotes": "say \"hi\" \\ there\nand more\t\u0001", "unicode": "Zoë 😀 naïve", "dollar": "${name}", "brace": "}${"
        }
        """)!;

    private static readonly string[] Whole =
    [
        "name", "empty", "zero", "one", "many", "half", "tiny", "huge", "big", "minus", "yes", "no", "person.name", "person.home.city", "rows[1].name", "names[2]",
        "$root.name", "$data.name", "$root.person.home.city", "$data.rows[0].n", "missing", "person.missing", "missing.deep.er", "rows[7].name", "names[9]", "name.x", "zero.x",
        "$index", "quotes", "unicode", "dollar", "brace", "nested[0][1]", "missing[0]", "person[0]", "names[0].x",
        "if(yes, 'a', 'b')", "if(no, 'a', 'b')", "if(missing, 'a', 'b')", "if(zero, 'a', 'b')", "if(empty, 'a', 'b')", "if(name, one, half)", "if(exists(missing), missing, 'none')",
        "if(greater(one, name), 'a', 'b')", "if(yes, missing, 'b')", "if(yes, yes, no)", "yes ? 'a' : 'b'", "(no ? 'a' : (yes ? 'b' : 'c'))",
        "equals(name, 'Ana')", "equals(name, \\\"Ana\\\")", "equals(one, 1)", "equals(one, 1.0)", "equals(one, '1')", "equals(yes, true)", "equals(missing, missing)", "equals(missing, null)",
        "equals(name, null)", "equals(names, names)", "equals(names, two)", "equals(person, person)", "equals(person, nobody)", "equals(nobody, none)", "equals(rows[9], null)",
        "equals(names[9], null)", "equals(missing[0], null)", "equals(half, 0.5)", "equals(yes, 'true')", "name == 'Ana'", "name != 'Ana'", "one != 2",
        "not(yes)", "not(missing)", "not(zero)", "not(names[9])", "!yes", "!(one > half)", "!exists(name)", "and(yes, yes)", "and(yes, no)", "and(yes, missing)", "and(yes, name)", "and(yes, names[9])",
        "or(no, yes)", "or(no, no)", "or(missing, yes)", "or(names[9], yes)", "or(no, name)", "yes && no", "yes || no", "no || no && yes", "one < half == no",
        "exists(name)", "exists(missing)", "exists(empty)", "exists(zero)", "exists(person.home)", "exists(rows[9].name)", "exists(names[9])", "exists(none)",
        "empty(name)", "empty(missing)", "empty(empty)", "empty(none)", "empty(nobody)", "empty(names)", "empty(zero)", "empty(person)", "empty(names[9])",
        "count(names)", "count(none)", "count(name)", "count(person)", "count(rows)", "count(unicode)", "count(zero)", "count(yes)", "length(name)", "length(empty)", "length(unicode)", "length(one)",
        "greater(one, half)", "greater(half, one)", "greater(name, 'A')", "greater(name, 'B')", "greater(missing, 1)", "greater(1, missing)", "less(one, 2)", "lessOrEquals(one, 1)", "greaterOrEquals(one, 1)",
        "one > half", "one >= 1", "one < 2", "one <= 0", "greater(one, yes)", "less(names, 1)", "greater(unicode, name)",
        "add(one, half)", "sub(one, half)", "one + half", "one - half", "half + tiny", "-half", "one + 2 > half + 1", "0.1 + 0.2", "many - one", "huge + one", "$index + 1",
        "concat(name, ' ', person.name)", "concat(one, '')", "concat(name, half)", "concat(yes, no)", "concat(name, missing)", "concat(concat(name, one), name)", "concat('a', if(yes, 'b', 'c'))",
        "join(names, ', ')", "join(two, ', ')", "join(single, ', ')", "join(none, ', ')", "join(names, ', ', ' and ')", "join(two, ', ', ' and ')", "join(single, ', ', ' and ')",
        "join(none, ', ', ' and ')", "join(numbers, '-')", "join(name, ', ')", "join(missing, ', ')", "concat(join(names, '; '), '.')", "if(yes, concat(name, '!'), name)", "if(no, concat(name, '!'), one)", "if(yes, concat(name, '!'), one)",
        "'text'", "'it is ${'", "5", "true", " name ", "if( yes , name , 'b' )",
    ];

    private static readonly string[] Elements =
    [
        """{ "text": "no template" }""", """{ "text": "$ {name} {name} $name" }""", """{ "text": "100 $" }""", """{ "text": "a\\b c" }""",
        """{ "text": "${name}${name}" }""", """{ "text": "${name} and ${person.name}!" }""", """{ "text": "${one}/${half}/${tiny}/${huge}/${big}/${minus}/${yes}" }""",
        """{ "text": "${missing}/${person.missing}/${rows[8].name}/${$root.missing}" }""", """{ "text": "${name}$" }""", """{ "text": "$${name}" }""", """{ "text": "{${name}}" }""",
        """{ "text": "${if(yes, 'a}b', '{')}" }""", """{ "a": { "b": { "c": "${name}" } }, "n": 1.50, "t": true }""", """{ "list": ["${name}", "b", 3] }""", """{ "list": ["${names}", "b"] }""",
        """{ "list": ["${none}"] }""", """{ "all": "${rows}", "one": "${person}", "list": [ "${rows}" ] }""",
        """{ "$data": "${rows}", "text": "${name} ${$index} ${$root.name}" }""", """{ "$data": "${rows}", "$when": "${open}", "text": "${name} ${$index}" }""",
        """{ "$data": "${rows}", "text": "${n}" }""", """{ "$data": "${none}", "text": "x" }""", """{ "$data": "${names}", "text": "${$data} ${$index}" }""",
        """{ "$data": "${person}", "text": "${name} in ${home.city} by ${$root.name} ${$index}" }""", """{ "$data": "${person.home}", "text": "${city}${name}" }""",
        """{ "$data": "${missing}", "text": "x${name}" }""", """{ "$data": "${nested}", "text": "${join($data, '+')}" }""", """{ "$data": "${nobody}", "text": "${name}" }""",
        """{ "$when": "${yes}", "text": "x" }""", """{ "$when": "${no}", "text": "x" }""", """{ "$when": "${name}", "text": "x" }""", """{ "$when": "${missing}", "text": "x" }""",
        """{ "$when": "${one}", "text": "x" }""", """{ "$when": "${exists(missing)}", "text": "x" }""", """{ "$when": "${greater(one, name)}", "text": "x" }""", """{ "$when": "${names[9]}", "text": "x" }""",
        """{ "$when": "${equals(missing, missing)}", "text": "x" }""", """{ "$when": "${or(no, name)}", "text": "x" }""", """{ "$when": "${count(rows) > 2}", "text": "x" }""",
        """{ "items": [ { "$data": "${rows}", "items": [ { "$data": "${$root.names}", "text": "${$data} ${$index}" }, { "text": "${name} ${$index}" } ] }, { "text": "${name} ${$index}" } ] }""",
        """{ "items": [ { "$data": "${rows}", "inner": [ { "$data": "${$root.person}", "text": "${name} ${$index}" } ] } ] }""",
        """{ "items": [ { "$when": "${no}", "a": 1 }, { "a": 2 }, { "$when": "${no}", "a": 3 } ] }""", """{ "items": [ { "$when": "${no}", "a": 1 } ], "after": "${name}" }""",
        """{ "$data": "${rows}", "$when": "${$index > 0}", "text": "${$index + 1}. ${name}" }""", """{ "$data": "${rows}", "$when": "${exists(n)}", "text": "${n}" }""",
    ];

    public static IEnumerable<(string Element, JsonNode Data)> All =>
        Whole.SelectMany(expression => new[] { $$"""{ "text": "${{{expression}}}" }""", $$"""{ "text": "a ${{{expression}}} z" }""" })
            .Concat(Whole.Select(expression => $$"""{ "$when": "${if({{expression}}, true, false)}", "text": "x" }"""))
            .Concat(Elements)
            .Select(element => (element, Model));
}

using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace AllianceBot.Conversation;

/// <summary>The words of one language that mean something when typed. They are data: see Grammar/(language).json.</summary>
internal sealed class GrammarWords
{
    /// <summary>Words of the longest phrase there is.</summary>
    public const int Longest = 6;

    public static readonly GrammarWords English = Load("en");

    private GrammarWords(JsonElement root)
    {
        foreach (var verb in root.GetProperty("verbs").EnumerateObject())
        {
            if (Conversation.Verbs.Find(verb.Name) is null) throw new InvalidDataException($"The grammar knows an unknown verb, {verb.Name}.");
            FirstPhrase[verb.Name] = verb.Value[0].GetString()!;
            PhrasesOf[verb.Name] = [.. Strings(verb.Value)];
        }

        foreach (var example in root.GetProperty("examples").EnumerateObject()) Examples[example.Name] = example.Value.GetString()!;
        VerbPhrases = Table(root.GetProperty("verbs"));
        Clauses = root.GetProperty("clauses").EnumerateObject()
            .ToFrozenDictionary(static clause => clause.Name, static clause => (IReadOnlyList<string>)[.. Strings(clause.Value)]);
        Flags = root.GetProperty("flags").EnumerateObject()
            .ToFrozenDictionary(static flag => flag.Name, static flag => Table(flag.Value));
        Roles = Table(root.GetProperty("roles"));
        Kinds = Table(root.GetProperty("partnerKinds"));
        Sections = Table(root.GetProperty("sections"));
        Ways = Table(root.GetProperty("ways")).OrderByDescending(static way => way.Key.Length).ThenBy(static way => way.Key, StringComparer.Ordinal).ToList();
        Outcomes = Table(root.GetProperty("outcomes"));
        Evidence = Table(root.GetProperty("evidence"));
        Units = Set(root.GetProperty("units"));
        PerMonth = Set(root.GetProperty("perMonth"));
        NoAmount = Set(root.GetProperty("amountNone"));
        Told = Table(root.GetProperty("told"));
        Every = Table(root.GetProperty("every"));
        Behalf = Set(root.GetProperty("behalf"));
        JoinFor = Set(root.GetProperty("joinFor"));
        Filler = Set(root.GetProperty("filler"));
        Polite = Set(root.GetProperty("polite"));
        BeforeFlags = Set(root.GetProperty("beforeFlags"));
        Process = Set(root.GetProperty("process"));
        Conflicts = Table(root.GetProperty("conflicts"));
        Articles = Set(root.GetProperty("articles"));
        NoGoal = Set(root.GetProperty("goalNone"));
        Dates = new(root.GetProperty("dates"));
        Times = Table(root.GetProperty("times"));
        SeveralItems = Set(root.GetProperty("severalItems"));
        And = Set(root.GetProperty("and"));
        Kept = Set(root.GetProperty("kept"));
        Thanks = Set(root.GetProperty("thanks"));
    }

    /// <summary>From a phrase to the verb it means.</summary>
    public FrozenDictionary<string, string> VerbPhrases { get; }

    /// <summary>The phrase that is shown for a verb.</summary>
    public Dictionary<string, string> FirstPhrase { get; } = [];

    /// <summary>A sentence per verb that help shows and that can be typed as it stands.</summary>
    public Dictionary<string, string> Examples { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> PhrasesOf { get; } = [];

    /// <summary>From a field, or a side of a promise, to the words that announce it. With a colon: only so, or at the start.</summary>
    public FrozenDictionary<string, IReadOnlyList<string>> Clauses { get; }

    public FrozenDictionary<string, FrozenDictionary<string, string>> Flags { get; }

    public FrozenDictionary<string, string> Roles { get; }

    public FrozenDictionary<string, string> Kinds { get; }

    public FrozenDictionary<string, string> Sections { get; }

    /// <summary>How words are gathered before a talk, the longest phrase first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Ways { get; }

    public FrozenDictionary<string, string> Outcomes { get; }

    public FrozenDictionary<string, string> Evidence { get; }

    /// <summary>What may stand after a number: hours, percent.</summary>
    public FrozenSet<string> Units { get; }

    public FrozenSet<string> PerMonth { get; }

    public FrozenSet<string> NoAmount { get; }

    /// <summary>How often an indicator is reported.</summary>
    public FrozenDictionary<string, string> Every { get; }

    /// <summary>What somebody can have said by phone or on paper.</summary>
    public FrozenDictionary<string, string> Told { get; }

    /// <summary>What announces that the words after it are somebody else's.</summary>
    public FrozenSet<string> Behalf { get; }

    /// <summary>What stands before the organisation for which somebody asks to come in.</summary>
    public FrozenSet<string> JoinFor { get; }

    public FrozenSet<string> Filler { get; }

    /// <summary>Words that lead to a flag, "we could" before "need help".</summary>
    public FrozenSet<string> BeforeFlags { get; }

    /// <summary>What people say at the end of a sentence and mean nothing more by.</summary>
    public FrozenSet<string> Polite { get; }

    public FrozenSet<string> Articles { get; }

    /// <summary>What stands before a process' number: "process 2".</summary>
    public FrozenSet<string> Process { get; }

    /// <summary>From what kinds of conflict are called to the kinds.</summary>
    public FrozenDictionary<string, string> Conflicts { get; }

    public FrozenSet<string> NoGoal { get; }

    public DateWords Dates { get; }

    /// <summary>Words of times: hour, minute, am, pm, at, noon.</summary>
    public FrozenDictionary<string, string> Times { get; }

    /// <summary>Verbs that may name several promises: "on track P12, P14".</summary>
    public FrozenSet<string> SeveralItems { get; }

    public FrozenSet<string> And { get; }

    /// <summary>Announcements that are part of what they announce: "because of the job fair" says little without its first words.</summary>
    public FrozenSet<string> Kept { get; }

    /// <summary>What people say to be kind, and nothing more.</summary>
    public FrozenSet<string> Thanks { get; }

    /// <summary>From each phrase to what it stands under. A phrase of several words may also be typed with hyphens.</summary>
    internal static FrozenDictionary<string, string> Table(JsonElement lists)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in lists.EnumerateObject())
        {
            foreach (var phrase in Strings(list.Value))
            {
                if (!table.TryAdd(phrase, list.Name)) throw new InvalidDataException($"The grammar has two meanings for '{phrase}'.");
                table.TryAdd(phrase.Replace(' ', '-'), list.Name);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal static FrozenSet<string> Set(JsonElement list) => Strings(list).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(static word => word.GetString()!);

    private static GrammarWords Load(string language)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"grammar.{language}.json")!;
        using var json = JsonDocument.Parse(file);
        return new(json.RootElement);
    }
}

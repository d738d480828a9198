using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// The names of one alliance for one speaker. People and partners are known to all its members; promises and goals are
/// looked up for the speaker alone.
/// </summary>
internal sealed class NameBook(Alliance alliance, PersonId me, IReadOnlyList<(string Key, PersonId Person)> mentions) : INames
{
    /// <summary>Letters of a word that is taken for a name with a mistake in it; from so many on, with two.</summary>
    private const int ShortestGuess = 5;
    private const int LongGuess = 8;

    // The same state is asked many times; the index lives as long as the state.
    private static readonly ConditionalWeakTable<Alliance, FrozenDictionary<string, Known[]>> Indexes = [];

    public IReadOnlyList<Known> Find(string key)
    {
        if (Subject.Parse(key) is { } exact) return Exact(exact);
        foreach (var (named, person) in mentions)
        {
            if (named == key) return Exact(person);
        }

        return Indexes.GetValue(alliance, Index).TryGetValue(key, out var found) ? found : [];
    }

    public Known? Almost(string key)
    {
        if (key.Length < ShortestGuess) return null;
        var most = key.Length < LongGuess ? 1 : 2;
        var (nearest, found) = (most + 1, new Dictionary<Subject, Known>());
        foreach (var (name, all) in Indexes.GetValue(alliance, Index))
        {
            if (Math.Abs(name.Length - key.Length) > most || name.Contains(' ', StringComparison.Ordinal)) continue;
            var distance = Nearest.Distance(key, name);
            if (distance > nearest) continue;
            if (distance < nearest) found.Clear();
            nearest = distance;
            foreach (var known in all) found[known.Who] = known;
        }

        return nearest <= most && found.Count == 1 ? found.Values.First() : null;
    }

    public FoundCommitment Promise(string text) => CommitmentViews.Find(alliance, me, text);

    public DecisionId? Decision(string text) => DecisionViews.Find(alliance, me, text);

    public ProcessId? Process(string text) => ProcessViews.Find(alliance, me, text);

    public CaseId? Case(string text) => CaseViews.Find(alliance, me, text);
    public RoundId? Round(string text) => RoundViews.Find(alliance, me, text);

    public string? Number(RoundId round) => alliance.Rounds.Find(round) is { } found ? $"R{found.Number}" : null;

    public IndicatorId? Indicator(string text) => IndicatorViews.Find(alliance, me, text);

    public string? Number(IndicatorId indicator) => alliance.Indicators.Find(indicator) is { } found ? $"I{found.Number}" : null;

    public GoalId? Goal(string key)
    {
        // Those of the charter's draft too: in a round they are talked about, and confirmed, before a charter has them.
        var goals = CharterForms.GoalsOf(alliance);
        for (var at = 0; at < goals.Count; at++)
        {
            var goal = goals[at];
            if (key == $"{at + 1}" || key == $"goal:{goal.Id}" || (goal.Text.Text is { } text && Tokens.Key(text) == key)) return goal.Id;
        }

        return null;
    }

    public string Number(GoalId goal)
    {
        var goals = CharterForms.GoalsOf(alliance);
        for (var at = 0; at < goals.Count; at++)
        {
            if (goals[at].Id == goal) return $"{at + 1}";
        }

        return "";
    }

    public string? Number(CommitmentId promise) => alliance.Commitments.Find(promise) is { } found ? $"P{Numbers.Label(found)}" : null;

    public string? Number(DecisionId decision) => alliance.Decisions.Find(decision) is { } found ? $"D{found.Number}" : null;

    public string? Number(ProcessId process) => alliance.Processes.Find(process) is { } found ? $"process {found.Number}" : null;

    public string? Number(CaseId conflict) => alliance.Cases.Find(conflict) is { } found && Case(found.Name) == conflict ? found.Name : null;

    public string NameOf(Subject who)
    {
        var name = Exact(who) is [var known] ? known.Name : "";
        return name.Length > 0 && Find(Tokens.Key(name)) is [var only] && only.Who == who ? name : who.ToString();
    }

    public PartnerId? PartnerOf(Subject who) => who.Kind == SubjectKind.Partner
        ? new(who.Id)
        : alliance.People.Find(new(who.Id))?.Partner ?? (alliance.PartnersOf(new(who.Id)) is { Count: > 0 } partners ? partners[0] : null);

    public bool IsOwn(Subject who) => who.Kind == SubjectKind.Partner
        ? alliance.IsOf(me, new(who.Id))
        : alliance.PartnersOf(new(who.Id)).Any(partner => alliance.IsOf(me, partner));

    private IReadOnlyList<Known> Exact(Subject who) => who.Kind switch
    {
        SubjectKind.Person when alliance.People.Find(new(who.Id)) is { Left: false } person => [Of(alliance, person)],
        SubjectKind.Partner when alliance.Partners.Find(new(who.Id)) is { Left: false } partner =>
            [new(partner.Id, partner.Name.Text ?? "", "")],
        _ => [],
    };

    private static Known Of(Alliance alliance, Person person) => new(
        person.Id, person.Name.Text ?? "", person.Partner is { } of ? alliance.Partners.Find(of)?.Name.Text ?? "" : "");

    private static FrozenDictionary<string, Known[]> Index(Alliance alliance)
    {
        var index = new Dictionary<string, List<Known>>(StringComparer.Ordinal);
        foreach (var person in alliance.People.Where(static person => !person.Left))
        {
            var words = WordsOf(person.Name);
            Add(Of(alliance, person), words.Length > 0 ? [string.Join(' ', words), words[0], words[^1]] : []);
        }

        foreach (var partner in alliance.Partners.Where(static partner => !partner.Left))
        {
            Add(new(partner.Id, partner.Name.Text ?? "", ""), Parts(WordsOf(partner.Name)));
        }

        return index.ToFrozenDictionary(static entry => entry.Key, Whole, StringComparer.Ordinal);

        void Add(Known known, IEnumerable<string> keys)
        {
            foreach (var key in keys.Distinct(StringComparer.Ordinal))
            {
                if (!index.TryGetValue(key, out var list)) index[key] = list = [];
                list.Add(known);
            }
        }
    }

    /// <summary>Who has a name as a whole comes before those of whose names it is a part.</summary>
    private static Known[] Whole(KeyValuePair<string, List<Known>> entry) =>
        entry.Value.Where(known => Tokens.Key(known.Name) == entry.Key).ToArray() is { Length: > 0 } whole ? whole : [.. entry.Value];

    private static string[] WordsOf(Domain.Words name) =>
        Tokens.Key(name.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Any run of a partner's words, and its initials: "Lakeside", "Community College", "LCC".</summary>
    private static IEnumerable<string> Parts(string[] words)
    {
        var most = Math.Min(words.Length, 8);
        for (var from = 0; from < most; from++)
        {
            for (var end = from + 1; end <= words.Length; end++)
            {
                var part = string.Join(' ', words[from..end]);
                if (part.Length >= 3 || words.Length == 1) yield return part;
            }
        }

        if (words.Length >= 3) yield return string.Concat(words.Select(static word => word[0]));
    }
}

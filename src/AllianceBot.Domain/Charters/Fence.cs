namespace AllianceBot.Domain;

/// <summary>
/// The fence: what the partnership does not do. Whoever asks for something inside an excluded area is told before it is
/// sent, and both sides have to want it knowingly.
/// </summary>
public static class Fence
{
    /// <summary>Facts: exclusion, the id of its words. What is asked for lies in an excluded area, and nobody said that it is wanted so.</summary>
    public static readonly Refusal Excluded = new("fence.excluded");

    /// <summary>Facts: exclusion. The other side wanted it knowingly; this one has not said so.</summary>
    public static readonly Refusal BothSides = new("fence.both-sides");

    /// <summary>Once a charter holds, what is promised serves a goal, or none by choice.</summary>
    public static readonly Refusal GoalOrNone = new("fence.goal-or-none");

    /// <summary>Facts: person. Nothing is scheduled for somebody who has not read who sees what.</summary>
    public static readonly Refusal ReadFirst = new("fence.read-first");

    /// <summary>Letters of a word that says what an exclusion is about; shorter ones only join others.</summary>
    private const int Telling = 5;

    public static ValueList<Refusal> Refusals => [Excluded, BothSides, GoalOrNone, ReadFirst];

    /// <summary>The exclusion that these words touch, or null.</summary>
    public static Exclusion? Touched(Alliance alliance, params ReadOnlySpan<string?> texts)
    {
        if (alliance.Exclusions.Count == 0) return null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts) words.UnionWith(WordsOf(text));
        foreach (var exclusion in alliance.Exclusions)
        {
            if (Touches(WordsOf(exclusion.Text.Text), words)) return exclusion;
        }

        return null;
    }

    /// <summary>Why these terms cannot be put on the table as they are, or null.</summary>
    internal static Refusal? Check(Alliance alliance, Terms terms) =>
        Touched(alliance, terms.What.Text, terms.DoneWhen.Text) is { } touched && terms.Outside != touched.Text.Id
            ? Excluded.With("exclusion", touched.Text.Id)
            : null;

    /// <summary>Why a new promise cannot leave its goal open, or null.</summary>
    internal static Refusal? Goal(Alliance alliance, Terms terms) =>
        alliance.Charter.Current is not null && alliance.Goals.Count > 0 && terms is { Goal: null, NoGoal: false } ? GoalOrNone : null;

    /// <summary>Why the other side cannot agree yet, or null: it says itself that it wants it so.</summary>
    internal static Refusal? Agree(Terms terms, bool knowing) =>
        terms.Outside is { } outside && !knowing ? BothSides.With("exclusion", outside) : null;

    /// <summary>Why nothing can be scheduled for this person yet, or null.</summary>
    internal static Refusal? Read(Alliance alliance, PersonId person) =>
        alliance.Charter.Current is not null && alliance.People.Find(person) is { ReadWhoSees: null }
            ? ReadFirst.With("person", person.Value)
            : null;

    /// <summary>Whether this person has yet to read who sees what.</summary>
    public static bool MustRead(Alliance alliance, PersonId person) => Read(alliance, person) is not null;

    /// <summary>The clause with this id, as it stands now; null for one that was taken out, or removed.</summary>
    internal static string? Clause(Alliance alliance, string? id) =>
        alliance.Exclusions.FirstOrDefault(one => one.Text.Id == id)?.Text.Text;

    /// <summary>
    /// The longest telling word decides when it stands alone ("joint fundraising" is about fundraising); of several that
    /// are about as long ("shared case files") two have to be there.
    /// </summary>
    private static bool Touches(List<string> clause, HashSet<string> said)
    {
        var telling = clause.FindAll(static word => word.Length >= Telling);
        if (telling.Count == 0) return clause.Count > 0 && clause.TrueForAll(said.Contains);
        var longest = telling.MaxBy(static word => word.Length)!;
        var alone = telling.TrueForAll(word => word == longest || word.Length + Telling <= longest.Length);
        return alone ? Says(said, longest) : clause.Count(word => Says(said, word)) >= 2;
    }

    /// <summary>The word itself, or one that it begins or that begins it: "fundraiser", "fundraising".</summary>
    private static bool Says(HashSet<string> said, string word) =>
        said.Contains(word) || (word.Length > Telling + 2 && said.Any(other => other.Length >= Telling + 2
            && other.AsSpan(0, Telling + 2).SequenceEqual(word.AsSpan(0, Telling + 2))));

    private static List<string> WordsOf(string? text)
    {
        var words = new List<string>();
        var from = -1;
        if (text is null) return words;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                if (from < 0) from = at;
            }
            else if (from >= 0)
            {
                words.Add(text[from..at].ToUpperInvariant());
                from = -1;
            }
        }

        return words;
    }
}

namespace AllianceBot.Domain;

/// <summary>Figures while they are counted.</summary>
internal sealed class LedgerTally
{
    private readonly List<Subject>?[] lists = new List<Subject>?[LedgerFigureKinds.All.Count];

    public bool IsEmpty => Array.TrueForAll(lists, static list => list is null);

    public void Add(LedgerFigure figure, Subject item) => (lists[(int)figure] ??= []).Add(item);

    public void AddAll(LedgerTally other)
    {
        for (var at = 0; at < lists.Length; at++)
        {
            if (other.lists[at] is { } more) (lists[at] ??= []).AddRange(more);
        }
    }

    public LedgerFigures Figures(LedgerPeriod period, int partners = 1) =>
        new(period, lists.Select(static list => list is null ? default : list.ToValueList()).ToValueList(), partners);
}

namespace AllianceBot.Domain;

/// <summary>
/// Figures with the items behind each: a figure is how many items it has, so no number is without its record. In the order of
/// ids, never of how anybody did.
/// </summary>
public sealed record LedgerFigures
{
    private readonly ValueList<ValueList<Subject>> items;

    internal LedgerFigures(LedgerPeriod period, ValueList<ValueList<Subject>> items, int partners = 1) =>
        (Period, this.items, Partners) = (period, items, partners);

    public LedgerPeriod Period { get; }

    /// <summary>How many partners have something in it: 1 for a partner's own and a person's.</summary>
    public int Partners { get; }

    /// <summary>The items behind a figure: promises, or check-ins.</summary>
    public ValueList<Subject> this[LedgerFigure figure] => items[(int)figure];

    public int KeptOnTime => Count(LedgerFigure.KeptOnTime);

    public int KeptLate => Count(LedgerFigure.KeptLate);

    public int Released => Count(LedgerFigure.Released);

    public int GivenUp => Count(LedgerFigure.GivenUp);

    public int Unmet => Count(LedgerFigure.Unmet);

    public int SeenDifferently => Count(LedgerFigure.SeenDifferently);

    public int RenegotiatedInTime => Count(LedgerFigure.RenegotiatedInTime);

    public int RenegotiatedLate => Count(LedgerFigure.RenegotiatedLate);

    public int Open => Count(LedgerFigure.Open);

    public int Overdue => Count(LedgerFigure.Overdue);

    public int DeliveredUnconfirmed => Count(LedgerFigure.DeliveredUnconfirmed);

    /// <summary>Promises that ended in the period.</summary>
    public int Ended => KeptOnTime + KeptLate + Released + GivenUp + Unmet + SeenDifferently;

    /// <summary>Check-ins of which an answer was to be expected: asked, not excused, and over.</summary>
    public int CheckInsAsked =>
        Count(LedgerFigure.CheckInsAnswered) + Count(LedgerFigure.CheckInsLate) + Count(LedgerFigure.CheckInsMissed);

    public bool IsEmpty
    {
        get
        {
            foreach (var behind in items)
            {
                if (behind.Count > 0) return false;
            }

            return true;
        }
    }

    public int Count(LedgerFigure figure) => items[(int)figure].Count;
}

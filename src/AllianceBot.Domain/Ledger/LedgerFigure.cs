namespace AllianceBot.Domain;

/// <summary>
/// The figures of a ledger. A repeated promise is counted by each time it comes up, a replaced one by what took its place, and
/// what was never agreed not at all. So each agreed promise is in exactly one of the six outcomes, open, or delivered.
/// </summary>
public enum LedgerFigure
{
    // Outcomes: promises by how they ended, on the day on which they did.

    /// <summary>The receiver accepted it, and it was reported by its date.</summary>
    KeptOnTime,

    /// <summary>The receiver accepted it, and it was reported after its date.</summary>
    KeptLate,

    /// <summary>The receiver let the doer out of it.</summary>
    Released,

    /// <summary>The doer said that it will not be done.</summary>
    GivenUp,

    /// <summary>The receiver said so; never the bot.</summary>
    Unmet,

    /// <summary>The receiver called it unmet, and the doer sees it differently.</summary>
    SeenDifferently,

    // History marks: what happened on the way. A promise may have several, and an outcome beside them.

    /// <summary>Other terms were agreed before the date was over: a sign of health.</summary>
    RenegotiatedInTime,

    /// <summary>Other terms were agreed after the date was over.</summary>
    RenegotiatedLate,

    /// <summary>Both sides agreed that the record was wrong; the first entry stays beside the new one.</summary>
    Corrected,

    // How it stands now, whatever the period.

    /// <summary>Agreed, and neither reported nor ended.</summary>
    Open,

    /// <summary>Of the open ones those whose day is over.</summary>
    Overdue,

    /// <summary>Reported, and the receiver has not said yet whether it is done.</summary>
    DeliveredUnconfirmed,

    // As receiver: how promptly reports were answered.

    /// <summary>All reports of it were answered before a reminder was needed.</summary>
    AnsweredPromptly,

    /// <summary>A report of it was answered only after a reminder.</summary>
    AnsweredAfterReminder,

    /// <summary>A report that waits for an answer now.</summary>
    ToConfirm,

    // Check-ins: only what was asked and is over counts; what was excused stands beside the rate.
    CheckInsAnswered,
    CheckInsLate,
    CheckInsMissed,
    CheckInsExcused,
}

/// <summary>What the figures are.</summary>
public static class LedgerFigureKinds
{
    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<LedgerFigure> All { get; } = Enum.GetValues<LedgerFigure>();

    extension(LedgerFigure figure)
    {
        /// <summary>How a promise ended: each ended one is in exactly one of these.</summary>
        public bool IsOutcome => figure <= LedgerFigure.SeenDifferently;

        /// <summary>What happened on the way.</summary>
        public bool IsMark => figure is >= LedgerFigure.RenegotiatedInTime and <= LedgerFigure.Corrected;

        /// <summary>How it stands now, whatever the period.</summary>
        public bool IsNow => figure is (>= LedgerFigure.Open and <= LedgerFigure.DeliveredUnconfirmed) or LedgerFigure.ToConfirm;

        /// <summary>About the side that receives.</summary>
        public bool IsOfReceiver => figure is >= LedgerFigure.AnsweredPromptly and <= LedgerFigure.ToConfirm;

        /// <summary>Its items are check-ins; of all others they are promises.</summary>
        public bool IsOfCheckIns => figure >= LedgerFigure.CheckInsAnswered;
    }
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The alliance's own counts and spans. Defaults are those of the state machines; wd = working days.</summary>
public sealed record Settings
{
    public static readonly Settings Default = new();

    /// <summary>A request or offer is to be answered in so many wd, 1 to 60.</summary>
    public int AnswerByDays { get; init; } = 5;

    /// <summary>A proposed change is to be answered in so many wd, and not past the due date if that lies ahead.</summary>
    public int ChangeAnswerByDays { get; init; } = 3;

    /// <summary>A report is to be accepted or returned in so many wd, then the receiver is reminded, then its manager.</summary>
    public int AcceptByDays { get; init; } = 5;

    /// <summary>A returned report shows as returned, not overdue, for so many wd.</summary>
    public int ReworkGraceDays { get; init; } = 3;

    /// <summary>The first check-in comes so many wd before the due date.</summary>
    public int CheckInLeadDays { get; init; } = 3;

    /// <summary>How often a doer is asked while the work runs.</summary>
    public Cadence Cadence { get; init; } = Cadence.ByLength;

    /// <summary>After its date a doer is asked again every so many wd, until it is reported or decided.</summary>
    public int OverdueEveryDays { get; init; } = 5;

    /// <summary>Who said within so many wd how it stands is not asked again; 0 to ask anyway.</summary>
    public int CheckedInDays { get; init; } = 2;

    /// <summary>So many optional check-ins a person and day at most, unless the person says otherwise.</summary>
    public int PromptsPerDay { get; init; } = 5;

    /// <summary>The receiver is asked so many wd after the due date when no report came.</summary>
    public int OverdueGraceDays { get; init; } = 2;

    /// <summary>A closed record can be corrected, or seen differently, for so many calendar days.</summary>
    public int CorrectionDays { get; init; } = 14;

    /// <summary>After so many counter-offers the cards suggest to talk.</summary>
    public int CounterRounds { get; init; } = 3;

    /// <summary>Check-ins open from this local hour on, in the alliance's zone.</summary>
    public LocalTime AskFrom { get; init; } = new(9, 0);

    /// <summary>Nothing is posted from this local hour on until the next working day, except what a person just asked for.</summary>
    public LocalTime QuietFrom { get; init; } = new(18, 0);

    /// <summary>Others are told of a reversible answer only after this wait, and until then it can be undone.</summary>
    public Duration UndoWindow { get; init; } = Duration.FromMinutes(2);

    /// <summary>By default a promise is seen by all members; otherwise by its two partners and the facilitator.</summary>
    public bool PromisesSeenByAll { get; init; } = true;

    /// <summary>No person and no organisation should hold more of the open work than this, in percent; 0 while none is agreed.</summary>
    public int LoadCeiling { get; init; }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using NodaTime.Text;

namespace AllianceBot.Domain;

/// <summary>
/// What each event leaves in a promise's history: who on which side, in whose words, and the facts for the words of
/// the line.
/// </summary>
internal static class CommitmentHistory
{
    private static readonly ConcurrentDictionary<Type, string> Codes = new();

    /// <summary>An event's name without its version: "commitment.accepted".</summary>
    public static string CodeOf(AllianceEvent happened) => Codes.GetOrAdd(happened.GetType(), static type =>
    {
        var name = type.GetCustomAttribute<EventNameAttribute>()!.Name;
        return name[..name.LastIndexOf('.')];
    });

    /// <summary>The entry of an event that happened to a promise as it was before.</summary>
    public static HistoryEntry Entry(Commitment before, CommitmentEvent happened, int revision) =>
        new(IsSecondWord(before, happened) ? "commitment.second-ended" : CodeOf(happened), happened.By, happened.At, Said(happened))
        {
            Revision = revision,
            Side = SideOf(before, happened),
            Facts = FactsOf(before, happened),
            Differs = Differs(before, happened),
        };

    /// <summary>The third pair of eyes says it too; who ends it is the receiving side.</summary>
    private static bool IsSecondWord(Commitment before, CommitmentEvent happened) => before.PendingEnding is { By: var first, As: var how }
        && happened.By != first && how == happened switch
        {
            CommitmentReleased => CommitmentState.Released,
            CommitmentUnmet => CommitmentState.Unmet,
            _ => null,
        };

    private static Words? Said(CommitmentEvent happened) => happened switch
    {
        CommitmentRequested e => e.Reason,
        CommitmentOffered e => e.Reason,
        CommitmentCountered e => e.Reason,
        CommitmentDeclined e => e.Reason,
        CommitmentWithdrawn e => e.Reason,
        CommitmentAtRisk e => e.Reason,
        CommitmentRiskCleared e => e.Note,
        CommitmentChangeProposed e => e.Reason,
        CommitmentChangeRefused e => e.Reason,
        CommitmentReported e => e.Note,
        CommitmentFirstAccepted e => e.Note,
        CommitmentKept e => e.Note,
        CommitmentReturned e => e.Unmet,
        CommitmentFirstEnded e => e.Reason,
        CommitmentReleased e => e.Reason,
        CommitmentGivenUp e => e.Reason,
        CommitmentWaited e => e.Note,
        CommitmentUnmet e => e.Reason,
        CommitmentReplacementProposed e => e.Reason,
        CommitmentReplacementDropped e => e.Reason,
        CommitmentCorrectionProposed e => e.Reason,
        CommitmentCorrectionDropped e => e.Reason,
        CommitmentSeenDifferently e => e.Said,
        CommitmentNoted e => e.Said,
        CommitmentRemarked e => e.Said,
        // An answer to a check-in has fewer readers than the promise.
        CommitmentTold { CheckIn: null } e => e.Note,
        CommitmentSeriesLeft e => e.Reason,
        _ => null,
    };

    private static Side? SideOf(Commitment before, CommitmentEvent happened) => happened switch
    {
        CommitmentRequested => Side.Receiver,
        CommitmentOffered => Side.Doer,
        CommitmentAccepted or CommitmentCountered or CommitmentDeclined => before.Turn,
        CommitmentAnswerReminded e => WaitingParts.Answering(before, e.For),
        CommitmentWithdrawn => before.ProposedBy,
        CommitmentRemarked or CommitmentAtRisk or CommitmentRiskCleared or CommitmentReported or CommitmentReportRetracted or CommitmentGivenUp
            or CommitmentSeenDifferently or CommitmentOverdueTold => Side.Doer,
        CommitmentKept or CommitmentReturned or CommitmentFirstEnded or CommitmentReleased or CommitmentUnmet or CommitmentWaited
            or CommitmentOverdueAsked or CommitmentConfirmReminded => Side.Receiver,
        CommitmentChangeProposed e => e.Side,
        CommitmentSeriesLeft e => e.Side,
        CommitmentChangeAccepted or CommitmentChangeRefused => before.Change?.By.Opposite(),
        CommitmentChangeRetracted or CommitmentChangeLapsed => before.Change?.By,
        CommitmentReplacementProposed e => e.Side,
        CommitmentReplacementDropped { How: Dropped.Refused } or CommitmentSuperseded => before.Replacement?.By.Opposite(),
        CommitmentReplacementDropped => before.Replacement?.By,
        CommitmentCorrectionProposed e => e.Side,
        CommitmentCorrectionDropped { How: Dropped.Refused } or CommitmentCorrected => before.Correction?.By.Opposite(),
        CommitmentCorrectionDropped => before.Correction?.By,
        CommitmentNoted e => e.Side,
        CommitmentTold => Tellings.SideOf(before),
        CommitmentHandedOver e => e.Side,
        _ => null,
    };

    private static ValueList<Fact> FactsOf(Commitment before, CommitmentEvent happened) => happened switch
    {
        CommitmentRequested e => [Due(e.Terms)],
        CommitmentOffered e => [Due(e.Terms)],
        CommitmentCountered e => [new("offer", Text(before.Offers.Count + 1)), Due(e.Terms)],
        CommitmentChangeProposed e => [Due(e.Terms)],
        CommitmentChangeAccepted e => [new("intime", Text(e.InTime)), Due(before.Change!.Terms)],
        CommitmentKept e => [new("late", Text(e.Late))],
        CommitmentReturned { Due: { } due } => [new("due", LocalDatePattern.Iso.Format(due))],
        CommitmentConfirmReminded e => [new("step", Text(e.Step))],
        CommitmentFirstEnded e => [new("as", Code(e.As))],
        CommitmentGivenUp e => [new("days", Text(e.NoticeDays))],
        CommitmentAnswerByMoved e => [new("for", Code(e.For)), new("notreached", Text(e.NotReached)), new("calendar", Text(e.Calendar))],
        CommitmentReplacementDropped e => [new("how", Code(e.How))],
        CommitmentSuperseded e => [new("successor", e.Successor.Value)],
        CommitmentSucceeded e => [new("predecessor", e.Predecessor.Value), Due(e.Terms)],
        CommitmentCorrectionProposed e => [new("to", Code(e.To)), new("late", Text(e.Late == true))],
        CommitmentCorrectionDropped e => [new("how", Code(e.How))],
        CommitmentCorrected e => [new("to", Code(e.To)), new("corrects", Text(e.Corrects))],
        CommitmentNoted e => [new("question", Text(e.Question))],
        CommitmentWoken e => [new("due", LocalDatePattern.Iso.Format(e.Due))],
        CommitmentEstimated e => [new("count", Text(e.Hours ?? 0))],
        CommitmentDepends e => [new("on", e.On.Value)],
        CommitmentDependsNoMore e => [new("on", e.On.Value)],
        CommitmentCameUp e => [new("passed", Text(e.Passed)), Due(e.Terms)],
        CommitmentAtRisk e => [new("help", Text(e.HelpWanted))],
        CommitmentTold e => [new("toldby", e.ToldBy.Value)],
        CommitmentHandedOver e =>
        [
            new("from", e.From?.Value ?? ""), new("to", e.To?.Value ?? ""), new("left", Text(e.Left)),
        ],
        _ => [],
    };

    private static ValueList<TermsPart> Differs(Commitment before, CommitmentEvent happened) => happened switch
    {
        CommitmentCountered e => TermsRules.Differences(before.Terms, e.Terms),
        CommitmentChangeProposed e => TermsRules.Differences(before.Terms, e.Terms),
        CommitmentReplacementProposed e => TermsRules.Differences(before.Terms, e.Terms),
        CommitmentReturned { Due: not null } => [TermsPart.Due],
        CommitmentChangeAccepted when before.Change is { } change => TermsRules.Differences(before.Terms, change.Terms),
        _ => [],
    };

    private static Fact Due(Terms terms) => new("due", LocalDatePattern.Iso.Format(terms.Due));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool yes) => yes ? "true" : "false";

    /// <summary>A code as it is used in keys: lower case.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

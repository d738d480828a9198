using AllianceBot.Domain;
using NodaTime;

namespace Simulation.Years;

/// <summary>
/// What must hold of decisions and of words that die, told a second time from the stream alone: silence is never yes, only
/// who has not spoken is reminded, what was agreed to be destroyed is destroyed once, on its day, and is shown no more.
/// </summary>
internal static class CouncilLaws
{
    /// <summary>A voice before somebody who may not hear it yet: it is open, and that person's own partner has never spoken on it.</summary>
    public static IEnumerable<string> Heard(Alliance alliance, PersonId reader, IEnumerable<Spoken> voices)
    {
        foreach (var voice in voices)
        {
            if (Cast.IsOf(reader, voice.Partner) || alliance.Decisions.Find(voice.Decision) is not { IsOpen: true } decision) continue;
            if (voice.Position == Position.Objection && (reader == decision.Proposer || reader == Cast.Facilitator)) continue;
            if (decision.Voices.Any(one => Cast.IsOf(reader, one.Partner))) continue;
            yield return $"{alliance.Id}: {reader} reads {voice.Partner}'s voice on {voice.Decision} before speaking";
        }
    }

    /// <summary>Words on a screen whose item had them destroyed before.</summary>
    public static IEnumerable<string> Undead(Alliance alliance, PersonId reader, IEnumerable<Secret> secrets)
    {
        foreach (var item in secrets.Where(secret => secret.Alliance == alliance.Id).Select(static secret => secret.Item).OfType<Subject>().Distinct())
        {
            var gone = item.Kind == SubjectKind.Decision ? alliance.Decisions.Find(new(item.Id))?.WordsGone : alliance.Commitments.Find(new(item.Id))?.WordsGone;
            if (gone is { } when) yield return $"{alliance.Id}: {reader} reads words of {item}, which were destroyed at {when}";
        }
    }

    /// <summary>Reminded of a decision although the own partner has spoken; not what both happened at once.</summary>
    public static bool IsNeedless(Alliance alliance, PersonId reader, Notice notice, Instant now) =>
        notice.Kind == "decision.reminded" && alliance.Decisions.Find(new(notice.Subject.Id)) is { } decision
        && decision.Voices.Any(voice => voice.Version == decision.Version && voice.At < now && Cast.IsOf(reader, voice.Partner));

    /// <summary>The whole stream of one alliance.</summary>
    public static IEnumerable<string> Told(AllianceId id, List<AllianceEvent> stream, Instant end)
    {
        var voices = new Dictionary<DecisionId, Dictionary<PartnerId, Position>>();
        var proposals = new Dictionary<DecisionId, Proposal>();
        var reviewed = new HashSet<DecisionId>();
        var forgotten = new Dictionary<Subject, Instant>();
        var state = new Alliance { Id = id };
        foreach (var happened in stream)
        {
            switch (happened)
            {
                case DecisionProposed proposed:
                    (voices[proposed.Decision], proposals[proposed.Decision]) = ([], proposed.Proposal);
                    break;
                case DecisionAmended amended:
                    voices[amended.Decision] = [];
                    break;
                case DecisionVoiced voiced:
                    voices[voiced.Decision][voiced.Partner] = voiced.Position;
                    break;
                case DecisionDecided decided when !Met(proposals[decided.Decision], voices[decided.Decision]):
                    yield return $"{id}: {decided.Decision} was decided by {string.Join(' ', voices[decided.Decision])}";
                    break;
                case DecisionReviewDue due when !reviewed.Add(due.Decision):
                    yield return $"{id}: {due.Decision} comes up for review a second time";
                    break;
                case DecisionReaffirmed { Review: not null } again:
                    // Another day was agreed.
                    reviewed.Remove(again.Decision);
                    break;
                case WordsForgotten gone:
                    if (!forgotten.TryAdd(gone.Item, gone.At)) yield return $"{id}: the words of {gone.Item} were destroyed twice";
                    if (DayOf(state, gone.Item) is not { } day) yield return $"{id}: nobody agreed to destroy the words of {gone.Item}";
                    else if (state.DateOf(gone.At) < day) yield return $"{id}: the words of {gone.Item} were destroyed at {gone.At}, before {day}";
                    break;
                default:
                    break;
            }

            state = AllianceDecider.Evolve(state, happened);
        }

        // A day later even a machine that was away for days has done it.
        foreach (var item in Over(state).Where(item => !forgotten.ContainsKey(item)))
        {
            if (DayOf(state, item) is { } day && day.PlusDays(8) < state.DateOf(end)) yield return $"{id}: the words of {item} outlived {day}";
        }
    }

    private static IEnumerable<Subject> Over(Alliance state) =>
    [
        .. state.Commitments.Where(static one => one.Ending is not null).Select(static one => (Subject)one.Id),
        .. state.Decisions.Where(static one => one.State is DecisionState.Retired or DecisionState.Replaced or DecisionState.Withdrawn)
            .Where(static one => one.Proposal.Matter.Kind == MatterKind.Text).Select(static one => (Subject)one.Id),
    ];

    /// <summary>The day the agreement in force names for an ended item; what replaced a promise has to be over as well.</summary>
    private static LocalDate? DayOf(Alliance state, Subject item)
    {
        if (state.Charter.Current?.Text.Retention is not { } kept) return null;
        if (item.Kind == SubjectKind.Decision)
        {
            return kept.Decisions is { } days && state.Decisions.Find(new(item.Id)) is { } decision
                ? state.DateOf(decision.History[^1].At).PlusDays(days) : null;
        }

        if (kept.Promises is not { } keep || state.Commitments.Find(new(item.Id)) is not { Ending: { } ending }) return null;
        var day = state.DateOf(ending.At).PlusDays(keep);
        foreach (var next in state.Commitments.Where(one => one.Predecessor == new CommitmentId(item.Id)))
        {
            if (DayOf(state, next.Id) is not { } later) return null;
            day = LocalDate.Max(day, later);
        }

        return day;
    }

    private static bool Met(Proposal proposal, Dictionary<PartnerId, Position> voices)
    {
        var yes = voices.Values.Count(static one => one is Position.Agree or Position.AgreeWithReservations);
        if (yes == 0 || voices.ContainsValue(Position.Objection)) return false;
        const int partners = 3;
        return proposal.Method == DecisionMethod.AllAgree || proposal.Matter.Kind == MatterKind.Charter ? yes == partners : voices.Count >= proposal.Quorum;
    }
}

using AllianceBot.Domain;
using NodaTime;

namespace Simulation.Years;

/// <summary>
/// What must hold of cases over years, told a second time from what people hold and from the stream: nothing of a case
/// reaches anybody who is not in it, nothing of it is forgotten, the ladder skips no rung unless somebody neutral confirmed a
/// ground, an outage is followed by one step, and statements are destroyed once, on their day.
/// </summary>
internal static class QuarrelLaws
{
    /// <summary>An open case comes up again within so many days, holidays and all, unless it rests or waits for its settlement's day.</summary>
    private const int Forgetting = 45;

    /// <summary>A case before somebody who was never named in it, nor joined, nor is asked as somebody neutral.</summary>
    public static IEnumerable<string> Reached(Alliance alliance, PersonId reader, Shown shown)
    {
        foreach (var subject in shown.Notices.Select(static notice => notice.Subject).Append(shown.Subject).Where(static one => one.Kind == SubjectKind.Case).Distinct())
        {
            if (alliance.Cases.Find(new(subject.Id)) is not { } one) continue;
            var inside = one.People.Any(held => held.Person == reader) || one.Neutrals.Any(held => held.Person == reader) || one.Skip?.Confirmer == reader;
            if (!inside) yield return $"{alliance.Id}: {reader} got something about a case that others have";
        }
    }

    /// <summary>Open, and the clock would leave it alone for too long.</summary>
    public static IEnumerable<string> Forgotten(Alliance alliance, Instant now)
    {
        foreach (var one in alliance.Cases)
        {
            if (one.State is not (CaseState.Raised or CaseState.OnRung or CaseState.SettlementProposed or CaseState.FollowUp)) continue;
            if (alliance.Due.Of(one.Id) is { } due && due < now + Duration.FromDays(Forgetting)) continue;
            yield return $"{alliance.Id}: {one.Id} is {one.State} and comes up again only at {alliance.Due.Of(one.Id)}";
        }
    }

    /// <summary>The whole stream of one alliance.</summary>
    public static IEnumerable<string> Told(AllianceId id, List<AllianceEvent> stream, Instant end)
    {
        var rungs = new Dictionary<CaseId, int>();
        var steps = new Dictionary<(CaseId, Instant), List<CaseEvent>>();
        var over = new Dictionary<CaseId, Instant>();
        var destroyed = new Dictionary<CaseId, Instant>();
        foreach (var happened in stream)
        {
            if (happened is StatementsDestroyed gone && !destroyed.TryAdd(new(gone.Item.Id), gone.At)) yield return $"{id}: the statements of {gone.Item} were destroyed twice";
            if (happened is not CaseEvent own) continue;
            if (own.By == PersonId.Clock)
            {
                if (!steps.TryGetValue((own.Case, own.At), out var taken)) steps[(own.Case, own.At)] = taken = [];
                taken.Add(own);
            }

            switch (own)
            {
                case CaseMoved moved:
                    var before = rungs.GetValueOrDefault(own.Case);
                    if (moved.Rung > before + 1 && moved.How != CaseMove.Skipped) yield return $"{id}: {own.Case} went from {before} to {moved.Rung} by {moved.How}";
                    rungs[own.Case] = moved.Rung;
                    over.Remove(own.Case);
                    break;
                case CaseClosed or CaseExited or CaseWithdrawn or CaseReferred:
                    over[own.Case] = own.At;
                    break;
                default:
                    break;
            }
        }

        foreach (var ((item, at), taken) in steps)
        {
            if (taken.Count(static one => one is CaseMoved) > 1) yield return $"{id}: {item} took two steps at {at}";
            if (taken.Exists(static one => one is CaseTimesMoved { Calendar: false }) && taken.Count > 1) yield return $"{id}: after an outage {item} did more than wait at {at}";
        }

        foreach (var (item, at) in destroyed)
        {
            if (!over.TryGetValue(item, out var ended) || at < ended + Duration.FromDays(Quarrels.KeptDays - 1)) yield return $"{id}: the statements of {item} were destroyed at {at}, too early";
        }

        foreach (var (item, at) in over)
        {
            // A withdrawn case keeps its words while it can be taken up again; a machine may have been away for days.
            if (!destroyed.ContainsKey(item) && at + Duration.FromDays(Quarrels.KeptDays + 45) < end) yield return $"{id}: the statements of {item} outlived their day";
        }
    }
}

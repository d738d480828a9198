namespace AllianceBot.Domain;

/// <summary>
/// One promise builds on another, also another partner's. What slips is told to those whose promises build on it, within what
/// each may see; where the doer of such a promise may not see it, its own people are asked to tell.
/// </summary>
internal static class Dependence
{
    public static readonly Refusal InACircle = new("depends.in-a-circle");
    public static readonly Refusal HasEnded = new("depends.has-ended");
    public static readonly Refusal TooMany = new Refusal("depends.too-many").With("most", $"{Most}");
    public static readonly Refusal NoSuch = new("depends.no-such");

    /// <summary>On how many others one promise may build.</summary>
    public const int Most = 10;

    public static ValueList<Refusal> All => [InACircle, HasEnded, TooMany, NoSuch];

    /// <summary>What the person means by an id: of what repeats the occurrence that is there. Unknown and unseen are the same.</summary>
    public static Commitment? On(Alliance alliance, PersonId person, CommitmentId on) =>
        alliance.Commitments.Find(on) is { } found && CommitmentViews.Sees(alliance, new PersonReader(person), found)
            ? found.Series is null ? found : SeriesPlan.Now(alliance, found) ?? found
            : null;

    public static Outcome Add(Alliance alliance, Commitment? promise, CommitmentId id, CommitmentId on, PersonId by)
    {
        if (On(alliance, by, on) is not { } found) return Refusal.NotYours;
        if (promise?.DependsOn.Contains(found.Id) == true) return Outcome.Nothing;
        if (found.State.IsEnded()) return HasEnded;
        if (promise?.DependsOn.Count >= Most) return TooMany;
        return Reaches(alliance, found, id) ? InACircle : new CommitmentDepends(id, found.Id);
    }

    /// <summary>Those that build on a promise and have not ended.</summary>
    public static IEnumerable<Commitment> BuildingOn(Alliance alliance, CommitmentId on) =>
        alliance.Commitments.Where(promise => promise.DependsOn.Count > 0 && !promise.State.IsEnded() && promise.DependsOn.Contains(on));

    /// <summary>What is told to those whose promises build on the one it happened to.</summary>
    public static ValueList<Notice> Warnings(Alliance before, AllianceEvent happened, Alliance after)
    {
        if (Slip(before, happened) is not var (id, kind, needs)) return [];
        var on = after.Commitments[id];
        var told = new List<Notice>();
        foreach (var promise in BuildingOn(after, id))
        {
            if (promise.Terms.Doer is not { } doer || !after.IsMember(doer) || doer == happened.By) continue;
            var sees = needs == Act.SeeState
                ? May.Do(after, doer, Act.SeeState, id)
                : CommitmentViews.Sees(after, new PersonReader(doer), on);
            if (sees) told.Add(Warning(promise.Id, kind, doer, id));
            else if (on.Terms.Doer is { } own && CommitmentViews.Sees(after, new PersonReader(own), promise)) told.Add(Warning(id, "depends.tell", own, promise.Id));
        }

        return told.ToValueList();

        Notice Warning(CommitmentId about, string what, PersonId who, CommitmentId other)
        {
            var later = kind == "depends.at-risk";
            return new(about, what, Addressee.Person(who), later ? happened.At + after.Settings.UndoWindow : happened.At)
            {
                MayFallBack = false,
                Undoable = later ? after.Version : 0,
                Facts = [new("on", other.Value)],
            };
        }
    }

    /// <summary>Of which promise, what happened in words, and what one must be able to see to be told.</summary>
    private static (CommitmentId Id, string Kind, Act Needs)? Slip(Alliance before, AllianceEvent happened) => happened switch
    {
        CommitmentChangeAccepted e when before.Commitments[e.Commitment] is { Change: { } change } was && change.Terms.Due > was.Terms.Due =>
            (e.Commitment, "depends.moved", Act.SeePromise),
        // That a date passed and nothing was confirmed is what everybody who sees the promise sees.
        CommitmentOverdueTold e => (e.Commitment, "depends.overdue", Act.SeePromise),
        CommitmentKept e => (e.Commitment, "depends.kept", Act.SeePromise),
        CommitmentAtRisk e => (e.Commitment, "depends.at-risk", Act.SeeState),
        CheckInAnswered { Answer: CheckInAnswer.AtRisk or CheckInAnswer.Blocked } e => (e.Commitment, "depends.at-risk", Act.SeeState),
        CommitmentGivenUp or CommitmentReleased or CommitmentUnmet or CommitmentDeclined or CommitmentWithdrawn or CommitmentLapsed
            or CommitmentSuperseded => (((CommitmentEvent)happened).Commitment, "depends.ended", Act.SeeState),
        _ => null,
    };

    private static bool Reaches(Alliance alliance, Commitment from, CommitmentId wanted)
    {
        var (seen, waiting) = (new HashSet<CommitmentId>(), new Stack<CommitmentId>([from.Id]));
        while (waiting.TryPop(out var next))
        {
            if (next == wanted) return true;
            if (!seen.Add(next) || alliance.Commitments.Find(next) is not { } promise) continue;
            foreach (var on in promise.DependsOn) waiting.Push(on);
        }

        return false;
    }
}

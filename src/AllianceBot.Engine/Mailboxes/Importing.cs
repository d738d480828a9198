using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// Takes in an alliance whose past was decided elsewhere: one append from nothing. Of all that was told in that past, only
/// what still waits is told: the last notices of each promise and check-in that has not ended.
/// </summary>
internal sealed class Importing(Writing writing, Committer committer, IDirectory directory)
{
    /// <summary>Makes the past durable.</summary>
    /// <returns>False when there is such an alliance already; nothing was written.</returns>
    /// <exception cref="StoreException">It could not be written.</exception>
    public async Task<bool> ImportAsync(ValueList<AllianceEvent> past, IReadOnlyList<DirectoryChange> alongside)
    {
        var (after, last) = Fold(past);
        var waiting = last.Where(one => Waits(after, one.Key)).OrderBy(static one => one.Key, StringComparer.Ordinal)
            .SelectMany(static one => one.Value).ToList();
        var members = after.People.Where(static person => !person.Left).Select(person => directory.Member(person.Id, after.Id, isIn: true));
        var append = writing.Write(after.Id, past, waiting, after) with { Directory = [.. members, .. alongside] };
        var result = await committer.CommitAsync(append);
        if (result == CommitResult.Failed) throw new StoreException("The alliance could not be written.");
        if (result == CommitResult.Done) writing.Written(append, past, null);
        return result == CommitResult.Done;
    }

    private static (Alliance After, Dictionary<string, List<NewNotice>> Last) Fold(ValueList<AllianceEvent> past)
    {
        var alliance = new Alliance();
        var last = new Dictionary<string, List<NewNotice>>(StringComparer.Ordinal);
        foreach (var happened in past)
        {
            var before = alliance;
            alliance = AllianceDecider.Evolve(before, happened);
            var rows = new List<NewNotice>();
            NoticeRows.Add(rows, before, happened, alliance, before.Version);
            if (rows.Count > 0 && SubjectOf(happened) is { } subject) last[subject.ToString()] = rows;
        }

        return (alliance, last);
    }

    private static Subject? SubjectOf(AllianceEvent happened) => happened switch
    {
        CommitmentEvent promise => promise.Commitment,
        CheckInEvent checkIn => checkIn.CheckIn,
        DecisionEvent decision => decision.Decision,
        ConcernEvent concern => concern.Concern,
        CaseEvent one => one.Case,
        RoundEvent round => round.Round,
        IndicatorEvent indicator => indicator.Indicator,
        _ => null,
    };

    private static bool Waits(Alliance alliance, string key) => Subject.Parse(key) switch
    {
        { Kind: SubjectKind.Commitment } promise => alliance.Commitments.Find(new(promise.Id)) is { Ending: null },
        { Kind: SubjectKind.CheckIn } checkIn => alliance.CheckIns.Find(new(checkIn.Id)) is { State: CheckInState.Open },
        { Kind: SubjectKind.Concern } concern => alliance.Concerns.Find(new(concern.Id)) is { IsOpen: true },
        { Kind: SubjectKind.Case } one => alliance.Cases.Find(new(one.Id)) is { IsOpen: true },
        { Kind: SubjectKind.Round } round => alliance.Rounds.Find(new(round.Id)) is { IsRunning: true },
        { Kind: SubjectKind.Indicator } indicator => alliance.Indicators.Find(new(indicator.Id)) is { Asked: not null } or { IsLive: true, OwnerAgreed: false },
        { Kind: SubjectKind.Decision } decision => alliance.Decisions.Find(new(decision.Id)) is { IsOpen: true },
        _ => false,
    };
}

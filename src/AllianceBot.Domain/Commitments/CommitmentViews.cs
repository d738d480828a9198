using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Promises as their readers may see them, with what each may do now. Null for what a reader may not know of.
/// </summary>
public static class CommitmentViews
{
    /// <summary>One promise. What came after the given revision is in <see cref="CommitmentInside.News"/>.</summary>
    public static CommitmentCard? Card(Alliance alliance, Reader reader, CommitmentId id, Instant now, int? since = null)
    {
        if (alliance.Commitments.Find(id) is not { } promise || !Sees(alliance, reader, promise)) return null;
        var person = (reader as PersonReader)?.Person;
        return new CommitmentCard
        {
            Id = promise.Id,
            Number = promise.Number,
            Occurrence = promise.Occurrence,
            Series = SeriesViews.Of(alliance, promise),
            Revision = promise.Revision,
            Terms = Names.Of(alliance, promise.Terms),
            Outside = Fence.Clause(alliance, promise.Terms.Outside),
            WordsGone = promise.WordsGone,
            Source = promise.Source is { } source && SeesSource(alliance, reader, promise, source.Of) ? source : null,
            Done = promise.State == CommitmentState.Kept,
            Inside = person is { } inside && May.See(alliance, reader, Act.SeeState, promise.Id)
                ? CommitmentInsides.Of(alliance, promise, inside, now, since)
                : null,
            HelpAsked = person is { } helper ? HelpAsked(alliance, promise, helper) : null,
            Acts = person is { } actor ? ActsOf(alliance, promise, actor, now) : [],
            PromiseSeenBy = promise.SeenByAll ? SeenBy.AllMembers : SeenBy.TwoPartnersAndFacilitator,
            InputSeenBy = SeenBy.TwoPartnersAndFacilitator,
            Zone = alliance.Zone,
            Today = alliance.DateOf(now),
        };
    }

    private static bool SeesSource(Alliance alliance, Reader reader, Commitment promise, Subject source) => source.Kind switch
    {
        SubjectKind.Decision => May.See(alliance, reader, Act.SeeDecision, source),
        SubjectKind.Round => May.See(alliance, reader, Act.SeeRound, source),
        // The message it was made of: for the two sides, as how it stands is.
        _ => May.See(alliance, reader, Act.SeeState, promise.Id),
    };

    /// <summary>What this person promised and is promised, or what waits for this person.</summary>
    public static CommitmentLinesView List(Alliance alliance, PersonId reader, CommitmentList list, Instant now) =>
        CommitmentListing.Of(alliance, reader, list, now);

    /// <summary>A form, or null if this person may not send it now.</summary>
    public static CommitmentForm? Form(
        Alliance alliance, PersonId reader, CommitmentFormKind kind, CommitmentId? id, CommitmentDraft draft, Instant now) =>
        CommitmentForms.Of(alliance, reader, kind, id, draft, now);

    /// <summary>What "P12", "#12", "12" or a name means to this person.</summary>
    public static FoundCommitment Find(Alliance alliance, PersonId reader, string text) =>
        CommitmentListing.Find(alliance, reader, text);

    /// <summary>What is computed about a promise at an instant.</summary>
    internal static ValueList<CommitmentFlag> FlagsOf(Alliance alliance, Commitment promise, Instant now)
    {
        var flags = new List<CommitmentFlag>();
        var overdue = Deadlines.IsOverdue(alliance, promise, now);
        if (promise.State.IsOwed() && promise.Risk is not null) flags.Add(CommitmentFlag.AtRisk);
        if (promise.State.IsOwed() && promise.Risk is { HelpWanted: true }) flags.Add(CommitmentFlag.HelpWanted);
        if (overdue) flags.Add(CommitmentFlag.Overdue);
        if (promise.Resting is not null) flags.Add(CommitmentFlag.Resting);
        if (IsReturned(promise) && !overdue) flags.Add(CommitmentFlag.Returned);
        if (promise is { State: CommitmentState.Reported, Report.Steps: CommitmentClock.ConfirmSteps })
        {
            flags.Add(CommitmentFlag.DeliveredUnconfirmed);
        }

        if (promise.Ending is { As: CommitmentState.Kept, Late: true }) flags.Add(CommitmentFlag.KeptLate);
        if (promise.Ending?.SeenDifferently is not null) flags.Add(CommitmentFlag.SeenDifferently);
        if (promise.State.IsOpenOffer() && promise.Offers.Count > alliance.Settings.CounterRounds)
        {
            flags.Add(CommitmentFlag.TalkSuggested);
        }

        if (promise.History.Any(static entry => entry.What == "commitment.corrected")) flags.Add(CommitmentFlag.Corrected);
        return flags.ToValueList();
    }

    /// <summary>
    /// What this person sees of a promise at all: of one that is not agreed only its two sides know, as a request may yet
    /// come to nothing.
    /// </summary>
    internal static bool Sees(Alliance alliance, Reader reader, Commitment promise) =>
        May.See(alliance, reader, Act.SeePromise, promise.Id)
        && (promise.Agreements.Count > 0 || May.See(alliance, reader, Act.SeeState, promise.Id));

    private static bool IsReturned(Commitment promise) => promise.State == CommitmentState.Rework
        || (promise.State == CommitmentState.ChangeProposed && promise.Behind == CommitmentState.Rework);

    private static ValueList<CommitmentAct> ActsOf(Alliance alliance, Commitment promise, PersonId person, Instant now) =>
        Enum.GetValues<CommitmentAct>()
            .Where(act => CommitmentGuards.Permits(alliance, promise, person, act)
                && CommitmentGuards.Refuses(alliance, promise, person, act, now) is null)
            .ToValueList();

    private static RiskView? HelpAsked(Alliance alliance, Commitment promise, PersonId person)
    {
        if (!promise.State.IsOwed() || promise.Risk is not { HelpWanted: true } risk) return null;
        if (May.Do(alliance, person, Act.SeeState, promise.Id)) return null;
        return alliance.HoldsAnywhere(person, Role.Troubleshooter) ? CommitmentInsides.Of(alliance, risk, person) : null;
    }
}

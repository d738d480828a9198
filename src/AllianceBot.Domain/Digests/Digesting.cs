using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The state of digests, folded: who is to get one since when, what was made, and whose promises they speak of.</summary>
internal static class Digesting
{
    /// <summary>What has ended is spoken of once more at most.</summary>
    private static readonly Duration Spoken = Duration.FromDays(8);

    public static DigestBook BookOf(Alliance alliance, PersonId person) => alliance.Digests.Find(person) ?? new DigestBook { Reader = person };

    public static bool IsSpokenOf(Commitment promise, Instant now) => promise.Agreements.Count > 0
        && (promise.Ending is not { } ending || now - ending.At < Spoken);

    public static Alliance Evolve(Alliance alliance, DigestEvent happened) => happened switch
    {
        DigestSettingsSet set => Set(alliance, set).Remembering(happened),
        DigestMade made => With(alliance, Made(BookOf(alliance, made.Reader), made.Issue with { At = made.At })),
        DigestSkipped skipped => With(alliance, BookOf(alliance, skipped.Reader) with { Done = skipped.Week.PlusDays(7 * (skipped.Weeks - 1)) }),
        DigestPreviewed shown => With(alliance, PreviewOf(alliance, shown.Reader) with { At = shown.At, Through = shown.Through }),
        _ => throw new System.Diagnostics.UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>Who becomes a reader or stops being one by what happened, and whose promises opened and ended.</summary>
    public static Alliance Follow(Alliance before, AllianceEvent happened, Alliance after) => happened switch
    {
        RoleAssigned { Role: Role.Manager or Role.Facilitator } role => Readers(after, happened, [role.Person]),
        RoleUnassigned { Role: Role.Manager or Role.Facilitator } role => Readers(after, happened, [role.Person]),
        PersonLeft left => Readers(after, happened, [left.Person]),
        PartnerRemoved removed => Readers(after, happened, before.ManagersOf(removed.Partner)),
        AbsenceEnded ended => Back(after, ended),
        CommitmentEvent promise => Doers(before.Commitments.Find(promise.Commitment), after.Commitments[promise.Commitment], happened, after),
        _ => after,
    };

    /// <summary>Everybody who did this promise at some time: their showings may move with it.</summary>
    public static IEnumerable<Subject> DoersOf(Alliance alliance, CommitmentEvent happened)
    {
        var promise = alliance.Commitments[happened.Commitment];
        if (promise.Terms.Doer is { } doer) yield return DigestId.PreviewOf(doer);
        if (happened is CommitmentHandedOver { From: { } from }) yield return DigestId.PreviewOf(from);
        if (happened is not CommitmentChangeAccepted || promise.Agreements.Count < 2) yield break;
        if (promise.Agreements[^2].Terms.Doer is { } earlier && earlier != promise.Terms.Doer) yield return DigestId.PreviewOf(earlier);
    }

    /// <summary>What was to come while somebody was away is not made up for at the moment of coming back.</summary>
    private static Alliance Back(Alliance alliance, AbsenceEnded ended)
    {
        if (alliance.Digests.Find(ended.Person) is { } digests) alliance = With(alliance, digests with { BackAt = ended.At });
        return alliance.Previews.Find(ended.Person) is { } shown ? With(alliance, shown with { At = Instant.Max(shown.At, ended.At) }) : alliance;
    }

    private static PreviewBook PreviewOf(Alliance alliance, PersonId person) => alliance.Previews.Find(person) ?? new PreviewBook { Person = person };

    private static DigestBook Made(DigestBook book, DigestIssue issue) => book with
    {
        Done = issue.Week,
        Issues = book.Issues.Skip(book.Issues.Count - Limits.Digests + 1).Append(issue).ToValueList(),
    };

    private static Alliance Set(Alliance alliance, DigestSettingsSet set)
    {
        var book = BookOf(alliance, set.Reader);
        // Weeks in which it was off are owed to nobody.
        var since = book.Wish.Off && !set.Wish.Off && book.Since is not null ? set.At : book.Since;
        return Days(With(alliance, book with { Wish = set.Wish, Since = since }));
    }

    private static Alliance Readers(Alliance alliance, AllianceEvent happened, ValueList<PersonId> people)
    {
        foreach (var person in people)
        {
            var (book, reads) = (BookOf(alliance, person), DigestTimes.IsReader(alliance, person));
            if (reads == book.Since is not null) continue;
            alliance = With(alliance, book with { Since = reads ? happened.At : null });
        }

        return Days(alliance);
    }

    private static Alliance Days(Alliance alliance) => DigestTimes.DaysOf(alliance) is var days && days != alliance.DigestDays.Days
        ? alliance with { DigestDays = new(days, alliance.Version + 1) }
        : alliance;

    private static Alliance Doers(Commitment? before, Commitment after, AllianceEvent happened, Alliance alliance)
    {
        var (was, now) = (OpenBy(before), OpenBy(after));
        if (was == now) return alliance;
        if (was is { } doer)
        {
            var book = PreviewOf(alliance, doer);
            alliance = With(alliance, book with { Open = book.Open - 1, EndedAt = happened.At });
        }

        if (now is not { } next) return alliance;
        var opened = PreviewOf(alliance, next);
        return With(alliance, opened with { Open = opened.Open + 1, At = opened.Open == 0 ? Instant.Max(opened.At, happened.At) : opened.At });
    }

    /// <summary>Who owes this promise or waits for its confirmation.</summary>
    private static PersonId? OpenBy(Commitment? promise) =>
        promise is { Series: null, Agreements.Count: > 0 } && (promise.State.IsOwed() || promise.State == CommitmentState.Reported)
            ? promise.Terms.Doer
            : null;

    private static Alliance With(Alliance alliance, DigestBook book) => alliance with { Digests = alliance.Digests.With(book.Reader, book) };

    private static Alliance With(Alliance alliance, PreviewBook book) => alliance with { Previews = alliance.Previews.With(book.Person, book) };
}

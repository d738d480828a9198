using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What the next digests will say about a person's promises: the digests themselves, made for their own hour from how things
/// stand now, and of each only what speaks of this person.
/// </summary>
public static class PreviewViews
{
    /// <summary>Null for who is not in.</summary>
    public static PreviewCard? Of(Alliance alliance, PersonId person, Instant now)
    {
        if (!alliance.IsMember(person)) return null;
        var said = new List<(DigestGroupKind Kind, DigestLineView Line, PersonId Reader, Instant At)>();
        foreach (var book in ReadersOf(alliance, person))
        {
            if (DigestTimes.Owed(alliance, book) is not { } week || DigestTimes.In(alliance, book, week) is not { Skip: null } due) continue;
            var at = Instant.Max(due.At, now);
            var issue = DigestPass.Issue(alliance, book, week, at);
            foreach (var (kind, line) in Lines(alliance, issue))
            {
                if (alliance.Commitments[line.Promise] is { } promise && promise.Terms.Doer == person)
                {
                    said.Add((kind, DigestViews.Line(alliance, promise, line, book.Reader, at), book.Reader, at));
                }
            }
        }

        return new(DigestId.PreviewOf(person), Grouped(alliance, person, said), Calendars.Of(alliance, person).Zone.Id);
    }

    /// <summary>Whose digests can speak of this person: managers on either side of what the person does, and facilitators.</summary>
    private static IEnumerable<DigestBook> ReadersOf(Alliance alliance, PersonId person)
    {
        var partners = new HashSet<PartnerId>();
        foreach (var promise in alliance.Commitments)
        {
            if (promise.Terms.Doer != person || promise.Series is not null) continue;
            partners.Add(promise.Terms.DoerPartner);
            partners.Add(promise.Terms.ReceiverPartner);
        }

        return alliance.Digests.Where(book => book is { Since: not null, Wish.Off: false }
            && (alliance.HoldsAnywhere(book.Reader, Role.Facilitator) || DigestTimes.ManagedBy(alliance, book.Reader).Any(partners.Contains)));
    }

    private static IEnumerable<(DigestGroupKind Kind, DigestLine Line)> Lines(Alliance alliance, DigestIssue issue)
    {
        foreach (var part in issue.Parts)
        {
            foreach (var group in part.Groups)
            {
                foreach (var line in group.Lines) yield return (group.Kind, line);
            }
        }

        foreach (var promise in issue.Overview?.Unanswered ?? []) yield return (DigestGroupKind.Unanswered, new(promise, alliance.Commitments[promise].Terms.Due));
    }

    private static ValueList<PreviewPromise> Grouped(
        Alliance alliance, PersonId person, List<(DigestGroupKind Kind, DigestLineView Line, PersonId Reader, Instant At)> said) => said
        .GroupBy(static one => one.Line.Id)
        .Select(one => (Promise: alliance.Commitments[one.Key], Said: one))
        .OrderBy(static one => one.Promise.Terms.Due).ThenBy(static one => one.Promise.Number)
        .Take(Limits.List)
        .Select(one => new PreviewPromise(one.Promise.Id, one.Promise.Revision, Numbers.Label(one.Promise), one.Promise.Terms.What.Text)
        {
            MayAdd = May.Do(alliance, person, Act.Status, one.Promise.Id),
            Sayings = one.Said.GroupBy(static saying => (saying.Kind, saying.Line))
                .OrderBy(static saying => saying.Key.Kind)
                .Select(saying => new PreviewSaying(
                    saying.Key.Kind, saying.Key.Line,
                    saying.Select(reader => new PreviewReader(Names.Of(alliance, reader.Reader), reader.At)).Distinct().ToValueList()))
                .ToValueList(),
        }).ToValueList();
}

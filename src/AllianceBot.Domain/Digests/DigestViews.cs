using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Digests as their readers may see them now. Null for what a reader may not know of.</summary>
public static class DigestViews
{
    public static DigestCard? Card(Alliance alliance, Reader reader, Subject subject, Instant now)
    {
        if (reader is not PersonReader { Person: var person } || DigestId.Of(subject) is not { } id) return null;
        if (!May.Do(alliance, person, Act.SeeDigest, subject)) return null;
        var book = alliance.Digests[id.Reader];
        var issue = book.Find(id.Week)!;
        var covering = person != id.Reader;
        return new()
        {
            Id = id,
            Reader = Names.Of(alliance, id.Reader),
            Covering = covering,
            Latest = issue == book.Issues[^1],
            Alliance = alliance.Name?.Text,
            Purpose = alliance.Purpose?.Text,
            At = issue.At,
            From = issue.From,
            Until = issue.Until,
            Quiet = issue.Quiet,
            Story = issue.Story is { } story ? StoryViews.Shown(alliance, person, story) : null,
            Results = issue.Results.Where(promise => May.Do(alliance, person, Act.SeePromise, promise))
                .Select(promise => Result(alliance, alliance.Commitments[promise])).ToValueList(),
            ResultCount = issue.ResultCount,
            Needs = issue.Needs.Select(need => DigestNeedViews.Of(alliance, person, id.Reader, need, now)).OfType<DigestNeed>().ToValueList(),
            NeedCount = issue.NeedCount,
            Decisions = issue.Decisions.Select(decision => DigestLineViews.Of(alliance, person, id.Reader, decision, now)).OfType<DigestDecisionView>().ToValueList(),
            Indicators = issue.Indicators.Select(due => DigestLineViews.Of(alliance, person, due)).OfType<DigestIndicatorView>().ToValueList(),
            Progress = issue.Progress.Select(reading => DigestLineViews.Of(alliance, person, reading)).OfType<DigestReadingView>().ToValueList(),
            Parts = issue.Parts.Where(part => Reads(alliance, person, part.Partner, covering))
                .Select(part => Part(alliance, person, part, issue.At)).ToValueList(),
            Thanks = issue.Thanks.Select(thanks => ThanksViews.Of(alliance, person, thanks)).OfType<ThanksView>().ToValueList(),
            Overview = issue.Overview is { } overview && alliance.HoldsAnywhere(person, Role.Facilitator) ? Overview(alliance, person, overview, issue.At) : null,
            // Who covers is in none of the reader's cases.
            Cases = covering ? [] : issue.Cases,
            Zone = Calendars.Of(alliance, person).Zone.Id,
        };
    }

    /// <summary>The newest digest of this person; null while there is none.</summary>
    public static Subject? Latest(Alliance alliance, PersonId person) =>
        alliance.IsMember(person) && alliance.Digests.Find(person) is { Issues: { Count: > 0 } issues } ? new DigestId(person, issues[^1].Week).Subject : null;

    /// <summary>The digest of the week that a date lies in; null when there is none.</summary>
    public static Subject? Of(Alliance alliance, PersonId person, LocalDate date) =>
        alliance.IsMember(person) && alliance.Digests.Find(person)?.Find(DigestTimes.MondayOf(date)) is { } issue
            ? new DigestId(person, issue.Week).Subject
            : null;

    /// <summary>Grows with what the digest's buttons are about, so that a card knows whether it is old.</summary>
    public static int Revision(Alliance alliance, Subject subject)
    {
        if (DigestId.Of(subject) is not { } id || alliance.Digests.Find(id.Reader)?.Find(id.Week) is not { } issue) return 0;
        var sum = 1;
        foreach (var need in issue.Needs)
        {
            sum += need.Kind switch
            {
                SubjectKind.Commitment => alliance.Commitments.Find(new(need.Id))?.Revision ?? 0,
                SubjectKind.CheckIn => alliance.CheckIns.Find(new(need.Id))?.Revision ?? 0,
                SubjectKind.Decision => alliance.Decisions.Find(new(need.Id))?.Revision ?? 0,
                SubjectKind.Indicator => alliance.Indicators.Find(new(need.Id))?.Revision ?? 0,
                _ => 0,
            };
        }

        return sum;
    }

    /// <summary>The newest digests that have a button for this thing.</summary>
    public static ValueList<Subject> With(Alliance alliance, Subject item)
    {
        var digests = new List<Subject>();
        foreach (var book in alliance.Digests)
        {
            if (book.Issues.Count > 0 && book.Issues[^1].Needs.Contains(item)) digests.Add(new DigestId(book.Reader, book.Issues[^1].Week).Subject);
        }

        return digests.ToValueList();
    }

    /// <summary>This person's digests, the newest first.</summary>
    public static ValueList<DigestRow> List(Alliance alliance, PersonId person, Instant now)
    {
        if (!alliance.IsMember(person) || alliance.Digests.Find(person) is not { } book) return [];
        return book.Issues.Reverse().Take(Limits.List)
            .Select((issue, at) => new DigestRow(
                new(person, issue.Week), issue.From, issue.Until, issue.At, issue.ResultCount,
                at == 0 ? Card(alliance, new PersonReader(person), new DigestId(person, issue.Week).Subject, now)!.Open : 0))
            .ToValueList();
    }

    /// <summary>How this person wants it; null for who gets none.</summary>
    public static DigestSettingsView? Settings(Alliance alliance, PersonId person)
    {
        if (!alliance.IsMember(person) || !DigestTimes.IsReader(alliance, person)) return null;
        var (book, calendar) = (Digesting.BookOf(alliance, person), Calendars.Of(alliance, person));
        var days = Enumerable.Range(1, 7).Where(day => (calendar.Days.Days & (1 << (day - 1))) != 0);
        return new(book.Wish, DigestTimes.NextDue(alliance, book), days.ToValueList(), calendar.Zone.Id);
    }

    internal static DigestLineView Line(Alliance alliance, Commitment promise, DigestLine line, PersonId reader, Instant at)
    {
        var explained = line.Explained is { } id ? Explaining.Find(alliance, promise, id, reader) : null;
        return new(promise.Id, promise.Revision, Numbers.Label(promise), promise.Terms.What.Text, line.Due)
        {
            Doer = Names.Of(alliance, promise.Terms.Doer),
            DoerPartner = Names.Of(alliance, promise.Terms.DoerPartner),
            ReceiverPartner = Names.Of(alliance, promise.Terms.ReceiverPartner),
            Past = alliance.IsPast(line.Due, at),
            Said = explained?.Said,
            SaidBy = explained is { By: var by } ? Names.Of(alliance, (PersonId?)by) : null,
        };
    }

    /// <summary>Rights of today: who manages a partner no more reads nothing of it, and a cover reads what colleagues may.</summary>
    private static bool Reads(Alliance alliance, PersonId person, PartnerId partner, bool covering) =>
        covering ? alliance.IsOf(person, partner) : alliance.Manages(person, partner);

    private static DigestPartView Part(Alliance alliance, PersonId person, DigestPart part, Instant at) => new(Names.Of(alliance, part.Partner))
    {
        Groups = part.Groups.Select(group => new DigestGroupView(group.Kind, group.Count, Lines(alliance, person, group.Lines, at))).ToValueList(),
        Figures = part.Figures,
        Weeks = part.Weeks,
        Load = May.Do(alliance, person, Act.SeeLoad, part.Partner) ? part.Load : null,
    };

    private static ValueList<DigestLineView> Lines(Alliance alliance, PersonId person, ValueList<DigestLine> lines, Instant at) => lines
        .Where(line => alliance.Commitments.Has(line.Promise) && May.Do(alliance, person, Act.SeeState, line.Promise))
        .Select(line => Line(alliance, alliance.Commitments[line.Promise], line, person, at)).ToValueList();

    private static DigestResult Result(Alliance alliance, Commitment promise) => new(
        promise.Id, Numbers.Label(promise), promise.Terms.What.Text, Names.Of(alliance, promise.Terms.DoerPartner),
        Names.Of(alliance, promise.Terms.ReceiverPartner));

    private static DigestOverviewView Overview(Alliance alliance, PersonId person, DigestOverview overview, Instant at) => new(overview)
    {
        Silent = overview.Silent.Select(silence => Names.Of(alliance, silence.Partner)).ToValueList(),
        Unanswered = Lines(alliance, person, overview.Unanswered.Where(alliance.Commitments.Has)
            .Select(promise => new DigestLine(promise, alliance.Commitments[promise].Terms.Due)).ToValueList(), at),
    };
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The digests of one person: what the person wishes, which weeks are done, and what was made.</summary>
public sealed record DigestBook
{
    public PersonId Reader { get; init; }

    public DigestWish Wish { get; init; } = DigestWish.Usual;

    /// <summary>Since when this person is to get one; null while not.</summary>
    public Instant? Since { get; init; }

    /// <summary>When the reader last came back from being away: what waited comes no earlier.</summary>
    public Instant? BackAt { get; init; }

    /// <summary>The Monday of the last week that was made or skipped.</summary>
    public LocalDate? Done { get; init; }

    /// <summary>The newest last, at most <see cref="Limits.Digests"/>.</summary>
    public ValueList<DigestIssue> Issues { get; init; }

    public DigestIssue? Find(LocalDate week)
    {
        foreach (var issue in Issues)
        {
            if (issue.Week == week) return issue;
        }

        return null;
    }
}

/// <summary>When one person is shown what the next digests say about their promises.</summary>
public sealed record PreviewBook
{
    public PersonId Person { get; init; }

    /// <summary>Promises that this person does and that are not over.</summary>
    public int Open { get; init; }

    /// <summary>When the last one ended.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Nothing is shown for an hour before this: the last showing, or the first promise after a time without.</summary>
    public Instant At { get; init; }

    /// <summary>The day of digests up to which it was shown.</summary>
    public LocalDate? Through { get; init; }
}

/// <summary>The days of the week on which some digest is made, and the version of the story since which it is so.</summary>
/// <param name="Days">Bit 0 is Monday, bit 6 Sunday.</param>
public readonly record struct DigestDays(int Days, long Since)
{
    public bool Includes(LocalDate date) => (Days & (1 << ((int)date.DayOfWeek - 1))) != 0;
}

/// <summary>Names one digest: its reader and its week.</summary>
public readonly record struct DigestId(PersonId Reader, LocalDate Week)
{
    private const char Dot = '.';

    public Subject Subject => new(SubjectKind.Digest, $"{Reader.Value}{Dot}{Week.ToIso().Replace("-", "", StringComparison.Ordinal)}");

    /// <summary>The thing that waits for the clock to make a person's next digest.</summary>
    public static Subject NextOf(PersonId reader) => new(SubjectKind.Digest, reader.Value);

    /// <summary>The thing that waits for the clock to show a person what the next digests say.</summary>
    public static Subject PreviewOf(PersonId person) => new(SubjectKind.Preview, person.Value);

    /// <summary>Null for what names no digest.</summary>
    public static DigestId? Of(Subject subject)
    {
        if (subject.Kind != SubjectKind.Digest || subject.Id.LastIndexOf(Dot) is not (> 0 and var dot)) return null;
        var week = NodaTime.Text.LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(subject.Id[(dot + 1)..]);
        return week.Success ? new(new(subject.Id[..dot]), week.Value) : null;
    }
}

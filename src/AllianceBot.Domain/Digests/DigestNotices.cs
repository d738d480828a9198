namespace AllianceBot.Domain;

/// <summary>A digest goes to its reader, or to who covers; nothing of it goes to anybody else when it cannot be delivered.</summary>
public static class DigestNotices
{
    public const string Made = "digest.made";
    public const string Covered = "digest.cover";
    public const string Preview = "digest.preview";

    internal static ValueList<Notice> For(Alliance before, DigestEvent happened) => happened switch
    {
        DigestMade made => [Digest(before, made)],
        DigestPreviewed { Promises: > 0 } shown =>
            [new(DigestId.PreviewOf(shown.Reader), Preview, Addressee.Person(shown.Reader), shown.At) { MayFallBack = false }],
        _ => [],
    };

    private static Notice Digest(Alliance before, DigestMade made)
    {
        var book = Digesting.BookOf(before, made.Reader);
        var to = made.Issue.Cover ?? made.Reader;
        // The hour is the reader's own wish. Later, or for somebody else, it waits for an hour at which that person may be written to.
        var onTime = made.Issue.Cover is null && DigestTimes.IsOnTime(before, book, made.Issue.Week, made.At);
        var notice = new Notice(
            new DigestId(made.Reader, made.Issue.Week).Subject, made.Issue.Cover is null ? Made : Covered, Addressee.Person(to), made.At)
        {
            MustArrive = true,
            MayFallBack = false,
            AnyHour = onTime,
        };
        return made.Issue.Cover is null ? notice : notice.With("who", made.Reader.Value);
    }
}

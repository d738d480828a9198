using AllianceBot.Domain;

namespace AllianceBot.Engine.Tests;

/// <summary>The smallest presenter: a line of text per notice, for readers who may see its subject.</summary>
internal sealed class Views : IPresent
{
    /// <summary>Nobody may see anything any more.</summary>
    public bool Hides { get; set; }

    /// <summary>What was answered meanwhile: nobody wants to be told of it any more.</summary>
    public HashSet<Subject> Answered { get; } = [];

    public Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context) =>
        Sees(alliance, notice.Subject, reader) ? Of(alliance, notice.Subject, Line(notice), "card") : null;

    public Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context) =>
        Sees(alliance, subject, reader) ? Of(alliance, subject, $"now {subject} r{Revisions.Of(alliance, subject)}", view) : null;

    public Presented? Confirm(Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context) =>
        Of(alliance, confirmation.Subject, $"{confirmation.Key} {confirmation.Subject}", confirmation.View);

    public Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context)
    {
        var seen = notices.Where(notice => Sees(alliance, notice.Subject, reader) && !Answered.Contains(notice.Subject)).ToList();
        return seen.Count == 0 ? null : Of(alliance, seen[0].Subject, string.Join(" + ", seen.Select(Line)), "bundle") with { Tells = seen };
    }

    private static string Line(Notice notice) =>
        string.Join(' ', [notice.Kind, notice.Subject.ToString(), .. notice.Facts.Select(static fact => $"{fact.Name}={fact.Value}")]);

    private static Presented Of(Alliance alliance, Subject subject, string text, string view) =>
        new(new(default, text, "Something for you"), subject, view, Revisions.Of(alliance, subject) ?? 0);

    private bool Sees(Alliance alliance, Subject subject, Reader reader) => !Hides && subject.Kind switch
    {
        SubjectKind.Commitment => May.See(alliance, reader, Act.SeePromise, subject),
        SubjectKind.CheckIn => May.See(alliance, reader, Act.SeeCheckIn, subject),
        _ => true,
    };
}

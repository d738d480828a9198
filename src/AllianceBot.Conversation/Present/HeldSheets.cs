using AllianceBot.Cards;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>What was kept for a person until it might be said: per thing what happened to it, in order, and a button that opens it.</summary>
internal static class HeldSheets
{
    /// <summary>Buttons; all things can be opened by typing as well.</summary>
    private const int Opens = 6;

    public static Sheet Of(
        Speech speech, Alliance alliance, IReadOnlyList<Notice> notices, DateTimeZone zone, Func<Notice, Said> words)
    {
        var back = notices.Any(static notice => notice.Kind == CalendarNotices.Back);
        var rest = notices.Where(static notice => notice.Kind != CalendarNotices.Back).OrderBy(static notice => notice.NotBefore).ToList();
        var sheet = new Sheet(speech, speech.Text(back ? "held.back" : "held.title", ("count", rest.Count)));
        foreach (var group in rest.GroupBy(notice => ThingOf(alliance, notice.Subject)))
        {
            var lines = group.DistinctBy(static notice => (notice.Kind, notice.Subject, notice.Facts))
                .Select(notice => Line(speech, notice, zone, words(notice)));
            if (Promise(alliance, group.Key) is { } promise)
            {
                sheet.Group(speech.Text("promise.title", ("number", CardText.Markup(Number(promise))), ("what", speech.Name(promise.Terms.What.Text))), lines);
            }
            else
            {
                sheet.Section("held.other", lines);
            }
        }

        foreach (var promise in rest.Select(notice => Promise(alliance, ThingOf(alliance, notice.Subject))).OfType<Commitment>()
                     .DistinctBy(static promise => promise.Id).Take(Opens))
        {
            sheet.Say(speech.Text("held.open", ("number", CardText.Markup(Number(promise)))), $"{GrammarWords.English.FirstPhrase[Verbs.Show]} P{Number(promise)}");
        }

        return sheet.Act(Verbs.Waiting);
    }

    private static CardText Line(Speech speech, Notice notice, DateTimeZone zone, Said said)
    {
        var local = notice.NotBefore.InZone(zone);
        return speech.Text("held.line", ("date", speech.Date(local.Date)), ("time", CardText.Markup(HourText.Of(local.TimeOfDay))), ("said", speech.Say(said)));
    }

    private static string Number(Commitment promise) => Numbers.Label(promise);

    private static Commitment? Promise(Alliance alliance, Subject subject) =>
        subject.Kind == SubjectKind.Commitment ? alliance.Commitments.Find(new(subject.Id)) : null;

    /// <summary>A check-in is about its promise; what is about no promise stands together.</summary>
    private static Subject ThingOf(Alliance alliance, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment => subject,
        SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn => checkIn.Commitment,
        _ => alliance.Id,
    };
}

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
            else if (Decision(alliance, group.Key) is { } decision)
            {
                sheet.Group(speech.Text("decision.title", ("number", decision.Number), ("what", speech.Name(decision.Proposal.Title.Text))), lines);
            }
            else
            {
                sheet.Section("held.other", lines);
            }
        }

        foreach (var decision in rest.Select(notice => Decision(alliance, notice.Subject)).OfType<Decision>().DistinctBy(static one => one.Id).Take(Opens))
        {
            sheet.Say(speech.Text("held.open.decision", ("number", decision.Number)), $"{GrammarWords.English.FirstPhrase[Verbs.Show]} D{decision.Number}");
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

    private static Decision? Decision(Alliance alliance, Subject subject) =>
        subject.Kind == SubjectKind.Decision ? alliance.Decisions.Find(new(subject.Id)) : null;

    /// <summary>A check-in is about its promise; what is about no promise stands together.</summary>
    private static Subject ThingOf(Alliance alliance, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment or SubjectKind.Decision => subject,
        SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn => checkIn.Commitment,
        _ => alliance.Id,
    };
}

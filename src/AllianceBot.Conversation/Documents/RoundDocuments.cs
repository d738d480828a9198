using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>The report of a round as a page and as Markdown, and the sheets to print for a meeting.</summary>
internal static class RoundDocuments
{
    public static Document? Report(Speech speech, Alliance alliance, PersonId reader, DocumentWish wish, Instant now)
    {
        if (wish.About.Kind != SubjectKind.Round || RoundViews.Report(alliance, new PersonReader(reader), new(wish.About.Id), now) is not { } report) return null;
        var title = RoundPaper.Title(speech, alliance, report);
        if (wish.Format != DocumentFormat.Markdown)
        {
            var page = new Page(speech.Language, title);
            RoundPaper.Write(speech, page, report, now);
            return page.ToDocument();
        }

        var text = new Markdown(title);
        RoundPaper.Write(speech, text, report, now);
        return new(Markdown.Type, text.ToBytes(), $"round-{report.Round.Number}.md");
    }

    /// <summary>For the partners of this round, or those of today where none is meant.</summary>
    public static Document? Pack(Speech speech, Alliance alliance, PersonId reader, DocumentWish wish, Instant now)
    {
        if (!May.Do(alliance, reader, Act.NoteTalk, alliance.Id)) return null;
        var report = wish.About.Kind == SubjectKind.Round ? RoundViews.Report(alliance, new PersonReader(reader), new(wish.About.Id), now) : null;
        return PrintPack.Write(speech, alliance, report).ToDocument();
    }
}

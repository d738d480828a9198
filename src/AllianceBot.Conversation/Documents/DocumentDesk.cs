using AllianceBot.Cards;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Opens documents for the host: from the state of now, for the reader that the address was made for.</summary>
public sealed class DocumentDesk(DocumentLinks links, IAlliances alliances, CardLibrary library)
{
    /// <summary>
    /// The document behind a token; null for one that never was or is over, and for what its reader may not see any more: the
    /// three look the same.
    /// </summary>
    public async ValueTask<Document?> OpenAsync(string token, CancellationToken ct)
    {
        if (links.Find(token) is not { } link || await alliances.FindAsync(link.Alliance, ct) is not { } alliance) return null;
        if (!Domain.Roster.IsMember(alliance, link.Reader)) return null;
        var speech = new Speech(library.Phrases, library.Phrases.Resolve(link.Language), alliance);
        return Documents.Write(speech, alliance, link.Reader, link.Wish, alliances.Clock.GetCurrentInstant());
    }
}

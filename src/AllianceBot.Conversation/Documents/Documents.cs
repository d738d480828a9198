using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Writes each kind of document from what its reader may see now. Null for what the reader may not.</summary>
internal static class Documents
{
    public static Document? Write(Speech speech, Alliance alliance, PersonId reader, DocumentWish wish, Instant now) => wish.Kind switch
    {
        DocumentKind.Record => RecordDocuments.Write(speech, alliance, reader, wish, now),
        DocumentKind.RoundReport => RoundDocuments.Report(speech, alliance, reader, wish, now),
        DocumentKind.PrintPack => RoundDocuments.Pack(speech, alliance, reader, wish, now),
        _ => null,
    };
}

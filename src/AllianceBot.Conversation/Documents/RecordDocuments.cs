using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>The record of a partner or of the alliance, as a page, as a table and as JSON: the same content, three ways.</summary>
internal static class RecordDocuments
{
    public static Document? Write(Speech speech, Alliance alliance, PersonId reader, DocumentWish wish, Instant now)
    {
        if (LedgerRecords.Of(alliance, reader, wish.About, now) is not { } record) return null;
        return wish.Format switch
        {
            DocumentFormat.Csv => new(Csv.Type, RecordTable.Write(speech, record), Name(wish, "csv")),
            DocumentFormat.Json => new(RecordJson.Type, RecordJson.Write(record), Name(wish, "json")),
            _ => RecordPage.Write(speech, record).ToDocument(),
        };
    }

    /// <summary>Our own words only: a name in it could steer where the file is put.</summary>
    private static string Name(DocumentWish wish, string extension) =>
        wish.About.Kind == SubjectKind.Partner ? $"partner-record.{extension}" : $"alliance-record.{extension}";
}

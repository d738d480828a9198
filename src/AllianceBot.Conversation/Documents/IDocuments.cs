using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// The door to documents that a person opens in a browser. The conversation asks for an address; what is behind it is written
/// when it is opened, from the state of that moment for that reader.
/// </summary>
public interface IDocuments
{
    /// <summary>
    /// A fresh address that opens this for this reader for a while; null where pages are not served. It is a secret of its
    /// reader: it belongs on a card in private, never in a place, a log or a stored text.
    /// </summary>
    Uri? Link(AllianceId alliance, PersonId reader, DocumentWish wish, string language);
}

/// <summary>Which document, of what.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="About">The thing it is about.</param>
public sealed record DocumentWish(DocumentKind Kind, Subject About)
{
    /// <summary>How it comes: a page to read and print, or a file.</summary>
    public DocumentFormat Format { get; init; }
}

/// <summary>The documents there are.</summary>
public enum DocumentKind
{
    /// <summary>The record of a partner, or of the alliance.</summary>
    Record,

    /// <summary>The report of a round of the benchmarks.</summary>
    RoundReport,

    /// <summary>Sheets to print for a meeting about the benchmarks.</summary>
    PrintPack,
}

/// <summary>How a document comes.</summary>
public enum DocumentFormat
{
    /// <summary>A page to read and print.</summary>
    Page,

    /// <summary>A table that spreadsheets open.</summary>
    Csv,

    /// <summary>Everything, for programs.</summary>
    Json,

    /// <summary>Text to keep and to paste.</summary>
    Markdown,
}

/// <summary>A document as it is served.</summary>
/// <param name="Type">Its media type, with the charset.</param>
/// <param name="Body">Its bytes, UTF-8.</param>
/// <param name="FileName">Its name where it is a file to keep; null for a page.</param>
public sealed record Document(string Type, ReadOnlyMemory<byte> Body, string? FileName = null);

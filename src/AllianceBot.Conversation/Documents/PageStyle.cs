using System.Security.Cryptography;
using System.Text;

namespace AllianceBot.Conversation;

/// <summary>The one stylesheet of all pages: light, dark, print. It stands in the page, so that a page needs nothing else.</summary>
public static class PageStyle
{
    internal static string Text { get; } = Read();

    /// <summary>Its hash as a content security policy names it: this style and no other.</summary>
    public static string Hash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}";

    private static string Read()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("documents.page.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

using AllianceBot.Conversation;

namespace AllianceBot.Documents;

/// <summary>
/// Serves documents behind their addresses. The token is the key: it stands in the path alone, is never logged, and whatever is
/// wrong with it gets the one answer of a page that is not there.
/// </summary>
internal static class DocumentEndpoint
{
    /// <summary>What logs whole paths, and so would keep tokens: switched off whatever the settings say.</summary>
    private static readonly string[] LogsPaths =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles",
    ];

    /// <summary>Nothing but the page's own style: no scripts, no pictures, no frames, no forms, nothing from elsewhere.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src '{PageStyle.Hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void KeepOutOfLogs(ILoggingBuilder logging)
    {
        foreach (var category in LogsPaths) logging.AddFilter(category, LogLevel.None);
    }

    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"/{DocumentLinks.Path}/{{token}}", static async (string token, HttpContext http, DocumentDesk desk) =>
        {
            Guard(http.Response.Headers);
            if (await desk.OpenAsync(token, http.RequestAborted) is not { } document) return Results.Text("", statusCode: StatusCodes.Status404NotFound);
            if (document.FileName is { } name) http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            return Results.Bytes(document.Body, document.Type);
        });

    /// <summary>The same for what is there and for what is not.</summary>
    private static void Guard(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}

namespace AllianceBot.Conversation;

/// <summary>Addresses of messages. They come from a client and are shown to others as something to press, so only those of chat itself are kept.</summary>
internal static class MessageLinks
{
    private const int Longest = 1000;

    /// <summary>Where the clients of the clouds open messages.</summary>
    private static readonly string[] Hosts =
    [
        "teams.microsoft.com", "teams.cloud.microsoft", "gov.teams.microsoft.us", "dod.teams.microsoft.us", "teams.microsoftonline.cn",
    ];

    /// <summary>The address as it may be shown, with nothing in it that could end a link; empty for anything else.</summary>
    public static string Read(string? text) =>
        text is { Length: > 0 and <= Longest } && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && Hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase)
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : "";
}

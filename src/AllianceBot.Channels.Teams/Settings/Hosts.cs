namespace AllianceBot.Channels.Teams;

/// <summary>
/// Which connector may be spoken to. A token of the bot opens every conversation it is in, so it goes to a vetted host
/// only, whether the address came in with a message just now or was kept for a year.
/// </summary>
internal sealed class Hosts(TeamsSettings settings)
{
    /// <summary>Almost every address is the same one; what it comes to hangs on nothing else.</summary>
    private volatile Vetted? last;

    /// <summary>The base to call, or null when the host is not one of ours.</summary>
    public Uri? Vet(string address)
    {
        if (last is { } known && known.Address == address) return known.Base;
        if (Read(address) is not { } vetted) return null;
        last = new(address, vetted);
        return vetted;
    }

    private Uri? Read(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) return null;
        if (settings.IsDevelopment && uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)) return uri;
        return uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && IsAllowed(uri.IdnHost) ? uri : null;
    }

    private bool IsAllowed(string host)
    {
        foreach (var allowed in settings.AllowedHosts)
        {
            if (allowed.StartsWith('.')
                ? host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) && host.Length > allowed.Length
                : host.Equals(allowed, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private sealed record Vetted(string Address, Uri Base);
}

using System.Security.Cryptography;

namespace AllianceBot.Channels.Teams;

/// <summary>What makes settings unusable, all of it at once.</summary>
internal static class SettingsRules
{
    public static IEnumerable<string> Faults(TeamsSettings it) =>
        (it.AllowAnonymous ? Anonymous(it) : Registration(it).Concat(Inward(it)))
        .Concat(Credential(it))
        .Concat(Lists(it))
        .Select(fault => "Teams:" + fault);

    private static IEnumerable<string> Anonymous(TeamsSettings it)
    {
        if (!it.IsDevelopment) yield return "AllowAnonymous: only in Development, where just this machine is let in";
        if (it.AppId.Length > 0 && !IsGuid(it.AppId)) yield return "AppId: a GUID";
    }

    private static IEnumerable<string> Registration(TeamsSettings it)
    {
        if (!IsGuid(it.AppId)) yield return "AppId: the bot's application id, a GUID, is missing or none";
        if (it.AppType == AppType.MultiTenant)
        {
            if (Clouds.Of(it.Cloud).LegacyTenant.Length == 0) yield return "AppType: this cloud has no multi-tenant bots";
            if (it.AllowedTenants.Count == 0) yield return "AllowedTenants: a multi-tenant bot has to say whom it serves, or \"*\"";
        }
        else if (!IsGuid(it.TenantId))
        {
            yield return "TenantId: the tenant of the bot's registration, a GUID, is missing or none";
        }

        if (!it.HasCredential) yield return "ClientSecret: a secret, or CertificatePath, or AppType ManagedIdentity";
    }

    private static IEnumerable<string> Inward(TeamsSettings it)
    {
        if (!IsSafe(it.MetadataUrl, it)) yield return "MetadataUrl: an https address";
        if (it.Issuer.Length == 0) yield return "Issuer: missing";
        if (it.AllowedHosts.Count == 0) yield return "AllowedHosts: the connector's host names are missing";
    }

    private static IEnumerable<string> Credential(TeamsSettings it)
    {
        if (it is { AppType: AppType.ManagedIdentity } and ({ ClientSecret.Length: > 0 } or { CertificatePath.Length: > 0 }))
        {
            yield return "AppType: a managed identity has neither secret nor certificate";
        }

        if (it is { ClientSecret.Length: > 0, CertificatePath.Length: > 0 }) yield return "CertificatePath: a secret or a certificate, not both";
        if (it.HasCredential && !IsSafe(it.LoginAuthority, it)) yield return "LoginAuthority: an https address";
        if (it.HasCredential && !IsGuid(it.AppId)) yield return "AppId: a credential is for an application id, a GUID";
        if (it.HasCredential && it.Scope.Length == 0) yield return "Scope: missing";
        if (it.CertificatePath.Length > 0 && CertificateFault(it) is { } fault) yield return "CertificatePath: " + fault;
    }

    private static IEnumerable<string> Lists(TeamsSettings it)
    {
        foreach (var tenant in it.AllowedTenants.Where(tenant => tenant != "*" && !IsGuid(tenant)))
        {
            yield return $"AllowedTenants: \"{tenant}\" is no GUID";
        }

        if (it.AllowedTenants.Contains("*") && it.AllowedTenants.Count > 1) yield return "AllowedTenants: \"*\" stands alone";
        foreach (var host in it.AllowedHosts.Where(host => !IsHost(host)))
        {
            yield return $"AllowedHosts: \"{host}\" is no host name, nor a suffix like .teams.example.com";
        }

        if (it.OtherBase.Length > 0 && new Hosts(it).Vet(it.OtherBase) is null) yield return "OtherBase: its host is not in AllowedHosts";
    }

    private static string? CertificateFault(TeamsSettings it)
    {
        try
        {
            using var certificate = Login.Certificate(it);
            return certificate.HasPrivateKey ? null : "there is no private key in it";
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "it cannot be read";
        }
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);

    private static bool IsHost(string host)
    {
        var name = host.StartsWith('.') ? host[1..] : host;
        return Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal);
    }

    private static bool IsSafe(string address, TeamsSettings it) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (it.IsDevelopment && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp));
}

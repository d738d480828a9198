using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace AllianceBot.Channels.Teams;

/// <summary>How a token is asked for, by what the bot proves itself with. Each call asks the login anew: what is kept is kept in <see cref="Tokens"/>.</summary>
internal sealed class Login : IMsalHttpClientFactory, IDisposable
{
    private readonly Plain plain;
    private readonly HttpClient http;
    private readonly X509Certificate2? certificate;
    private readonly Func<CancellationToken, Task<AuthenticationResult>> acquire;

    public Login(TeamsSettings settings, HttpMessageHandler sockets)
    {
        plain = new(settings) { InnerHandler = sockets };
        http = new(plain, disposeHandler: false);
        if (settings.AppType == AppType.ManagedIdentity)
        {
            acquire = WithIdentity(settings);
            return;
        }

        certificate = settings.ClientSecret.Length == 0 ? Certificate(settings) : null;
        acquire = WithCredential(settings);
    }

    public Task<AuthenticationResult> AcquireAsync(CancellationToken ct) => acquire(ct);

    public HttpClient GetHttpClient() => http;

    public void Dispose()
    {
        http.Dispose();
        plain.Dispose();
        certificate?.Dispose();
    }

    /// <summary>A single-tenant bot's tokens come from the tenant it is registered in, for every customer's tenant; those of old registrations from the platform's.</summary>
    internal static string Authority(TeamsSettings settings) =>
        $"{settings.LoginAuthority.TrimEnd('/')}/{(settings.AppType == AppType.MultiTenant ? Clouds.Of(settings.Cloud).LegacyTenant : settings.TenantId)}";

    internal static X509Certificate2 Certificate(TeamsSettings settings)
    {
        var password = settings.CertificatePassword.Length == 0 ? null : settings.CertificatePassword;
        if (!settings.CertificatePath.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(settings.CertificatePath, password);
        }

        return password is null
            ? X509Certificate2.CreateFromPemFile(settings.CertificatePath)
            : X509Certificate2.CreateFromEncryptedPemFile(settings.CertificatePath, password);
    }

    private Func<CancellationToken, Task<AuthenticationResult>> WithCredential(TeamsSettings settings)
    {
        // The library takes https only; what is meant for a stand-in on this machine is turned back on its way out.
        var authority = new Uri(Authority(settings).Replace("http://", "https://", StringComparison.OrdinalIgnoreCase));
        var builder = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithAuthority(authority, validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithHttpClientFactory(this);
        var bot = (certificate is null ? builder.WithClientSecret(settings.ClientSecret) : builder.WithCertificate(certificate, sendX5C: true)).Build();
        string[] scopes = [settings.Scope];
        return ct => bot.AcquireTokenForClient(scopes).WithForceRefresh(forceRefresh: true).ExecuteAsync(ct);
    }

    private Func<CancellationToken, Task<AuthenticationResult>> WithIdentity(TeamsSettings settings)
    {
        var bot = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(settings.AppId))
            .WithHttpClientFactory(this)
            .Build();
        var resource = settings.Scope.EndsWith("/.default", StringComparison.Ordinal) ? settings.Scope[..^"/.default".Length] : settings.Scope;
        return ct => bot.AcquireTokenForManagedIdentity(resource).WithForceRefresh(forceRefresh: true).ExecuteAsync(ct);
    }

    private sealed class Plain(TeamsSettings settings) : DelegatingHandler
    {
        private readonly Uri? standIn =
            settings.IsDevelopment && Uri.TryCreate(settings.LoginAuthority, UriKind.Absolute, out var login) && login.IsLoopback
            && login.Scheme == Uri.UriSchemeHttp ? login : null;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (standIn is not null && request.RequestUri is { IsLoopback: true } uri && uri.Port == standIn.Port)
            {
                request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp }.Uri;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}

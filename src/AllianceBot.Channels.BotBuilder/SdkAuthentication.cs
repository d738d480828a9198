using System.Security.Claims;
using AllianceBot.Channels.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>
/// Tells the SDK who called and how the bot proves itself. The channel has looked at the token and the body before the SDK
/// sees them, in every cloud and more strictly than the SDK, which lets in tokens of its emulator and of other bots.
/// </summary>
internal sealed class SdkAuthentication : BotFrameworkAuthentication
{
    // Never asked: nobody signs in to anything here. The SDK makes its client for every turn all the same.
    private const string TokenService = "https://api.botframework.com";

    private readonly BotFrameworkAuthentication inner;
    private readonly string appId;
    private readonly string audience;

    public SdkAuthentication(TeamsSettings settings, Parts parts, ILogger log)
    {
        appId = AppId(settings);
        audience = settings.Scope.Replace("/.default", "", StringComparison.Ordinal);
        inner = BotFrameworkAuthenticationFactory.Create(
            channelService: null, validateAuthority: true, toChannelFromBotLoginUrl: Login.Authority(settings), toChannelFromBotOAuthScope: audience,
            toBotFromChannelTokenIssuer: settings.Issuer, oAuthUrl: TokenService, toBotFromChannelOpenIdMetadataUrl: settings.MetadataUrl,
            toBotFromEmulatorOpenIdMetadataUrl: null, callerId: null,
            credentialFactory: new SdkCredentialsFactory(settings), authConfiguration: new AuthenticationConfiguration(),
            httpClientFactory: new SdkClients(parts.Sockets), logger: log);
    }

    /// <summary>The application id, but none for the anonymous callers of this machine: then the SDK asks for no token.</summary>
    public static string AppId(TeamsSettings settings) => settings is { AllowAnonymous: true, IsDevelopment: true } ? "" : settings.AppId;

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var caller = new ClaimsIdentity([new(AuthenticationConstants.AudienceClaim, appId)], "Bearer");
        return Task.FromResult(new AuthenticateRequestResult { ClaimsIdentity = caller, Audience = audience, ConnectorFactory = inner.CreateConnectorFactory(caller) });
    }

    /// <summary>There are no streams: only POST is mapped.</summary>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => inner.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override string GetOriginatingAudience() => audience;
}

/// <summary>Gives the SDK the channel's own tokens: of a secret, a certificate or an identity, in every cloud, looked at when the bot starts.</summary>
internal sealed class SdkCredentialsFactory(TeamsSettings settings) : ServiceClientCredentialsFactory
{
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(string.Equals(appId, SdkAuthentication.AppId(settings), StringComparison.OrdinalIgnoreCase));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(SdkAuthentication.AppId(settings).Length == 0);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        Task.FromResult<ServiceClientCredentials>(new SdkCredentials());
}

/// <summary>Puts the token of an attempt on the call of the SDK that it is; any other call has none.</summary>
internal sealed class SdkCredentials : ServiceClientCredentials
{
    /// <summary>The token of the attempt that runs here.</summary>
    public static AsyncLocal<string?> Token { get; } = new();

    public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Token.Value is { } token) request.Headers.Authorization = new("Bearer", token);
        return Task.CompletedTask;
    }
}

/// <summary>Clients over the channel's own sockets: no redirects, bounded in number. The SDK makes one for every turn.</summary>
internal sealed class SdkClients(HttpMessageHandler sockets) : IHttpClientFactory
{
    public HttpClient CreateClient(string name) => new(sockets, disposeHandler: false);
}

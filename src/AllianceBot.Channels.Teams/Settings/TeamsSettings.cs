using Microsoft.Extensions.Configuration;

namespace AllianceBot.Channels.Teams;

/// <summary>How the bot is registered, and so how it proves itself when it sends.</summary>
public enum AppType
{
    SingleTenant,

    /// <summary>Registered before August 2025; no new ones can be made.</summary>
    MultiTenant,

    /// <summary>A user-assigned managed identity; no secret, only on hosts that have the identity.</summary>
    ManagedIdentity,
}

/// <summary>
/// Everything about Microsoft Teams that differs from one installation to another: the section "Teams".
/// What the cloud decides (metadata, issuer, login, scope, hosts) is filled in from <see cref="Cloud"/> where not given.
/// </summary>
public sealed record TeamsSettings
{
    /// <summary>Who speaks the protocol: "native", or "sdk" where the program was built with it. Empty: the SDK where it was built in.</summary>
    public string Host { get; init; } = "";

    /// <summary>The bot's application (client) id, a GUID. Empty only with <see cref="AllowAnonymous"/>.</summary>
    public string AppId { get; init; } = "";

    public AppType AppType { get; init; } = AppType.SingleTenant;

    /// <summary>The tenant where the bot is registered, a GUID; not asked for with <see cref="AppType.MultiTenant"/>.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>A client secret; or a certificate; or neither, with a managed identity.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>A PFX file, or a PEM file with certificate and key.</summary>
    public string CertificatePath { get; init; } = "";

    public string CertificatePassword { get; init; } = "";

    public TeamsCloud Cloud { get; init; } = TeamsCloud.Public;

    /// <summary>The OpenID metadata of those who call the bot.</summary>
    public string MetadataUrl { get; init; } = Clouds.Of(TeamsCloud.Public).MetadataUrl;

    /// <summary>The issuer that every inbound token must name, exactly.</summary>
    public string Issuer { get; init; } = Clouds.Of(TeamsCloud.Public).Issuer;

    /// <summary>Where tokens for sending come from, without the tenant.</summary>
    public string LoginAuthority { get; init; } = Clouds.Of(TeamsCloud.Public).LoginAuthority;

    /// <summary>What the outbound token is for.</summary>
    public string Scope { get; init; } = Clouds.Of(TeamsCloud.Public).Scope;

    /// <summary>Tenants that may host conversations with the bot. Empty: the bot's own; "*": every one.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Connector hosts that may be called with the bot's token: exact names, or suffixes that begin with a dot.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = Clouds.Of(TeamsCloud.Public).Hosts;

    /// <summary>Where a tenant is served that answers InvalidBotApiHost on the usual host.</summary>
    public string OtherBase { get; init; } = Clouds.Of(TeamsCloud.Public).OtherBase;

    /// <summary>Development only, and only for callers on this machine: no token is asked for.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Whether a message can be made a promise by the action in its menu; the app package has it only with this.</summary>
    public bool MessageAction { get; init; } = true;

    /// <summary>Kilobytes of an inbound body.</summary>
    public int BodyLimit { get; init; } = 256;

    /// <summary>Seconds until a turn that is not yet durable is answered with 503.</summary>
    public int AnswerWithin { get; init; } = 5;

    /// <summary>Seconds that one call of the connector may take.</summary>
    public int CallTimeout { get; init; } = 15;

    /// <summary>Seconds within which what is safe to repeat is repeated.</summary>
    public int RetryWithin { get; init; } = 30;

    /// <summary>Calls per second and tenant; the platform allows 50, a stand-in on this machine more.</summary>
    public int TenantRate { get; init; } = 40;

    /// <summary>Hours between two readings of the caller's keys, 12 to 24.</summary>
    public int KeyRefresh { get; init; } = 12;

    /// <summary>Token verdicts kept.</summary>
    public int Verdicts { get; init; } = 10_000;

    /// <summary>Whether the host runs in Development: loopback addresses without https are allowed then. Set by the host, not by a key.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary>Reads the section "Teams". Everything that is wrong with it is added to <paramref name="faults"/>, and then it must not be used.</summary>
    /// <param name="isDevelopment">Whether the host's environment is Development.</param>
    public static TeamsSettings Read(IConfigurationSection section, bool isDevelopment, ICollection<string> faults)
    {
        var read = new SettingsReader(section, faults);
        var cloud = read.Choice(nameof(Cloud), TeamsCloud.Public);
        var usual = Clouds.Of(cloud);
        var settings = new TeamsSettings
        {
            Host = read.Text(nameof(Host)),
            AppId = read.Text(nameof(AppId)),
            AppType = read.Choice(nameof(AppType), AppType.SingleTenant),
            TenantId = read.Text(nameof(TenantId)),
            ClientSecret = read.Text(nameof(ClientSecret)),
            CertificatePath = read.Text(nameof(CertificatePath)),
            CertificatePassword = read.Text(nameof(CertificatePassword)),
            Cloud = cloud,
            MetadataUrl = read.Text(nameof(MetadataUrl), usual.MetadataUrl),
            Issuer = read.Text(nameof(Issuer), usual.Issuer),
            LoginAuthority = read.Text(nameof(LoginAuthority), usual.LoginAuthority),
            Scope = read.Text(nameof(Scope), usual.Scope),
            AllowedTenants = read.List(nameof(AllowedTenants), []),
            AllowedHosts = read.List(nameof(AllowedHosts), usual.Hosts),
            OtherBase = read.Text(nameof(OtherBase), usual.OtherBase),
            AllowAnonymous = read.Flag(nameof(AllowAnonymous)),
            MessageAction = read.Flag(nameof(MessageAction), otherwise: true),
            BodyLimit = read.Number(nameof(BodyLimit), 256, 16, 4096),
            AnswerWithin = read.Number(nameof(AnswerWithin), 5, 1, 14),
            CallTimeout = read.Number(nameof(CallTimeout), 15, 1, 100),
            RetryWithin = read.Number(nameof(RetryWithin), 30, 0, 300),
            TenantRate = read.Number(nameof(TenantRate), 40, 1, isDevelopment ? 1_000_000 : 50),
            KeyRefresh = read.Number(nameof(KeyRefresh), 12, 12, 24),
            Verdicts = read.Number(nameof(Verdicts), 10_000, 100, 1_000_000),
            IsDevelopment = isDevelopment,
        };
        read.NameUnknown();
        foreach (var fault in settings.Faults()) faults.Add(fault);
        return settings;
    }

    /// <summary>What makes these settings unusable, all of it, as "Teams:Key: what is wrong"; empty when they are fine.</summary>
    public IReadOnlyList<string> Faults() => [.. SettingsRules.Faults(this)];

    /// <summary>Whether the bot proves itself when it sends; an anonymous one in Development does not.</summary>
    internal bool HasCredential =>
        AppType == AppType.ManagedIdentity || ClientSecret.Length > 0 || CertificatePath.Length > 0;
}

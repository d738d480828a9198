using AllianceBot.Channels.Teams;
using Microsoft.Extensions.Configuration;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>The SDK's own keys and ours for the same things: each may be set, and each side finds what it asks for.</summary>
public static class SdkKeys
{
    private const string Id = "MicrosoftAppId";
    private const string Kind = "MicrosoftAppType";
    private const string Tenant = "MicrosoftAppTenantId";
    private const string Password = "MicrosoftAppPassword";

    /// <summary>Ours where only the SDK's are set, so that they are checked at the start like any others.</summary>
    public static IReadOnlyDictionary<string, string?> ToOurs(IConfiguration configuration)
    {
        var ours = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Fill("Teams:AppId", configuration[Id]);
        Fill("Teams:TenantId", configuration[Tenant]);
        Fill("Teams:ClientSecret", configuration[Password]);
        if (configuration[Kind] is { Length: > 0 } kind) ours["Teams:AppType"] = kind == "UserAssignedMSI" ? nameof(AppType.ManagedIdentity) : kind;
        return ours;

        void Fill(string key, string? value)
        {
            if (string.IsNullOrEmpty(configuration[key]) && !string.IsNullOrEmpty(value)) ours[key] = value;
        }
    }

    /// <summary>The SDK's, from checked settings. Without an application id it asks nobody for a token: so only for anonymous callers of this machine.</summary>
    internal static IConfiguration Of(TeamsSettings settings, IConfiguration given)
    {
        var isAnonymous = settings is { AllowAnonymous: true, IsDevelopment: true };
        return new ConfigurationBuilder().AddConfiguration(given).AddInMemoryCollection(new Dictionary<string, string?>
        {
            [Id] = isAnonymous ? "" : settings.AppId,
            [Password] = isAnonymous ? "" : settings.ClientSecret,
            [Tenant] = settings.TenantId,
            [Kind] = isAnonymous ? nameof(AppType.MultiTenant)
                : settings.AppType == AppType.ManagedIdentity ? "UserAssignedMSI" : settings.AppType.ToString(),
        }).Build();
    }
}

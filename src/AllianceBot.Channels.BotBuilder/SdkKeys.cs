using AllianceBot.Channels.Teams;
using Microsoft.Extensions.Configuration;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>The SDK's own keys for what ours say too: each may be set.</summary>
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
}

namespace AllianceBot.Channels.Teams;

/// <summary>The separate worlds that Teams runs in. A deployment serves one: tokens of another are never accepted.</summary>
public enum TeamsCloud
{
    Public,
    UsGov,
    China,
}

/// <summary>What a cloud decides.</summary>
/// <param name="LegacyTenant">Where a multi-tenant registration gets its tokens.</param>
internal sealed record CloudAddresses(
    string MetadataUrl, string Issuer, string LoginAuthority, string Scope, string LegacyTenant, IReadOnlyList<string> Hosts, string OtherBase);

internal static class Clouds
{
    private static readonly CloudAddresses Public = new(
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://api.botframework.com",
        "https://login.microsoftonline.com",
        "https://api.botframework.com/.default",
        "botframework.com",
        ["smba.trafficmanager.net", ".teams.microsoft.com"],
        "https://smba.infra.gcc.teams.microsoft.com/teams");

    private static readonly CloudAddresses UsGov = new(
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://api.botframework.us",
        "https://login.microsoftonline.us",
        "https://api.botframework.us/.default",
        "MicrosoftServices.onmicrosoft.us",
        [".teams.microsoft.us"],
        "");

    // The connector's host of this cloud is not published anywhere we could check: it has to be set (AllowedHosts).
    private static readonly CloudAddresses China = new(
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://api.botframework.azure.cn",
        "https://login.partner.microsoftonline.cn",
        "https://api.botframework.azure.cn/.default",
        "",
        [],
        "");

    public static CloudAddresses Of(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.UsGov => UsGov,
        TeamsCloud.China => China,
        _ => Public,
    };
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AllianceBot.Channels.Teams.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AllianceBot.Channels.Teams.Tests;

public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Teams:AppId"] = Inbound.AppId,
        ["Teams:TenantId"] = Inbound.Tenant,
        ["Teams:ClientSecret"] = "secret",
    };

    [Fact]
    public void A_registration_and_a_secret_are_enough()
    {
        var (settings, faults) = Read(Good);
        Assert.Empty(faults);
        Assert.Equal(new TeamsSettings().MetadataUrl, settings.MetadataUrl);
        Assert.Equal(["smba.trafficmanager.net", ".teams.microsoft.com"], settings.AllowedHosts);
    }

    [Fact]
    public void A_government_cloud_brings_its_own_addresses()
    {
        var (settings, faults) = Read(With("Cloud", "usgov"));
        Assert.Empty(faults);
        Assert.Equal("https://api.botframework.us", settings.Issuer);
        Assert.Equal("https://login.microsoftonline.us", settings.LoginAuthority);
        Assert.Equal([".teams.microsoft.us"], settings.AllowedHosts);
        Assert.Equal("https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", Login.Authority(settings with { AppType = AppType.MultiTenant }));
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var (_, faults) = Read(new()
        {
            ["Teams:AppId"] = "bot",
            ["Teams:AppType"] = "Triple",
            ["Teams:AllowedTenants:0"] = "*",
            ["Teams:AllowedTenants:1"] = "somebody",
            ["Teams:AllowedHosts"] = "https://smba.trafficmanager.net, .com",
            ["Teams:MetadataUrl"] = "http://login.botframework.com/x",
            ["Teams:BodyLimit"] = "-1",
            ["Teams:AnswerWithin"] = "soon",
            ["Teams:AllowAnonymus"] = "true",
        });
        string[] named = ["AppId", "AppType", "TenantId", "ClientSecret", "AllowedTenants", "AllowedHosts", "MetadataUrl", "BodyLimit", "AnswerWithin", "AllowAnonymus"];
        Assert.All(named, key => Assert.Contains(faults, fault => fault.StartsWith($"Teams:{key}: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("AllowAnonymous", "true", "AllowAnonymous")]
    [InlineData("AppType", "ManagedIdentity", "AppType")]
    [InlineData("AppType", "MultiTenant", "AllowedTenants")]
    [InlineData("CertificatePath", "nowhere.pfx", "CertificatePath")]
    [InlineData("Cloud", "China", "AllowedHosts")]
    [InlineData("LoginAuthority", "http://127.0.0.1:1/", "LoginAuthority")]
    [InlineData("OtherBase", "https://elsewhere.example/teams", "OtherBase")]
    public void What_is_wrong_in_production_is_named(string key, string value, string named)
    {
        var (_, faults) = Read(With(key, value));
        Assert.Contains(faults, fault => fault.StartsWith($"Teams:{named}: ", StringComparison.Ordinal));
    }

    [Fact]
    public void In_development_this_machine_may_stand_in_for_everything()
    {
        var (settings, faults) = Read(new() { ["Teams:AllowAnonymous"] = "true", ["Teams:AppId"] = Inbound.AppId }, isDevelopment: true);
        Assert.Empty(faults);
        Assert.True(settings.AllowAnonymous);
        Assert.Empty(Read(With("LoginAuthority", "http://127.0.0.1:1/"), isDevelopment: true).Faults);
    }

    [Fact]
    public void A_certificate_can_be_the_credential()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        try
        {
            var settings = With("CertificatePath", path);
            settings.Remove("Teams:ClientSecret");
            Assert.Empty(Read(settings).Faults);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_host_outside_development_does_not_start_with_anonymous_callers()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Services.AddSingleton<Engine.IConverse>(new ScriptedConversation());
        builder.Services.AddTeamsChannel(new() { AllowAnonymous = true, IsDevelopment = true });
        await using var app = builder.Build();
        Assert.Throws<InvalidOperationException>(() => app.MapTeams());
    }

    private static Dictionary<string, string?> With(string key, string value) => new(Good) { ["Teams:" + key] = value };

    private static (TeamsSettings Settings, List<string> Faults) Read(Dictionary<string, string?> values, bool isDevelopment = false)
    {
        var faults = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return (TeamsSettings.Read(configuration.GetSection("Teams"), isDevelopment, faults), faults);
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

public class OutboundTokenTests : HostTests
{
    private static readonly Message Text = new(default, "hello", "");
    private readonly FakeTime time = new();
    private FakePlatform platform = null!;
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    protected override async ValueTask BeginAsync()
    {
        platform = await FakePlatform.StartAsync();
        connector = await StartConnectorAsync(time);
        connector.HasWindows = false;
        bot = await StartBotAsync(Settings, time: time);
    }

    protected override async ValueTask EndAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
        await platform.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TeamsSettings Settings => platform.Settings() with { ClientSecret = "secret" };

    private Address Alice => new("msteams", connector.ServiceUrl, Inbound.Personal, Inbound.Alice, Inbound.Bot, "customer", PlaceKind.Personal);

    [Fact]
    public async Task A_token_comes_from_the_bots_own_tenant_whoever_is_written_to()
    {
        await bot.Channel.SendAsync(Alice, Text, Ct);
        var (tenant, form) = Assert.Single(platform.Logins);
        Assert.Equal(Inbound.Tenant, tenant);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(Inbound.AppId, form["client_id"]);
        Assert.Equal("secret", form["client_secret"]);
        Assert.Contains("https://api.botframework.com/.default", form["scope"], StringComparison.Ordinal);
        Assert.StartsWith("Bearer e30.", Assert.Single(connector.Calls).Authorization, StringComparison.Ordinal);
        Assert.Contains(bot.Lines, line => line.Contains(Inbound.AppId, StringComparison.Ordinal) && line.Contains("audience", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_multi_tenant_registration_gets_its_tokens_from_the_platform()
    {
        await using var old = await StartBotAsync(Settings with { AppType = AppType.MultiTenant }, time: time);
        await old.Channel.SendAsync(Alice, Text, Ct);
        Assert.Equal("botframework.com", Assert.Single(platform.Logins).Tenant);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion_with_its_chain()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pfx");
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "pw"), Ct);
        await using var other = await StartBotAsync(
            platform.Settings() with { CertificatePath = path, CertificatePassword = "pw" }, time: time);
        await other.Channel.SendAsync(Alice, Text, Ct);
        File.Delete(path);

        var form = Assert.Single(platform.Logins).Form;
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        var header = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(form["client_assertion"].Split('.')[0]));
        Assert.Contains("x5c", header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identity_is_asked_for_by_its_client_id()
    {
        using var machine = new IdentityOfTheMachine();
        using var login = new Login(Settings with { ClientSecret = "", AppType = AppType.ManagedIdentity }, machine);
        Assert.Equal("identity-token", (await login.AcquireAsync(Ct)).AccessToken);
        var asked = machine.Asked.Last();
        Assert.Contains("client_id=" + Inbound.AppId, asked, StringComparison.Ordinal);
        Assert.Contains("resource=https%3A%2F%2Fapi.botframework.com", asked.Replace("://", "%3A%2F%2F", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_token_serves_many_until_five_minutes_before_its_end()
    {
        // The login's answer counts from the real clock, so the bot's stands there as well.
        time.Advance(TimeProvider.System.GetUtcNow() - time.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(it => bot.Channel.SendAsync(Alice with { Conversation = "c" + it }, Text, Ct)));
        Assert.Single(platform.Logins);
        time.Advance(TimeSpan.FromSeconds(3599 - 310));
        await bot.Channel.SendAsync(Alice, Text, Ct);
        Assert.Single(platform.Logins);
        time.Advance(TimeSpan.FromSeconds(20));
        await bot.Channel.SendAsync(Alice, Text, Ct);
        Assert.Equal(2, platform.Logins.Count);
    }

    [Fact]
    public async Task A_refused_token_is_dropped_and_the_call_repeated_once()
    {
        connector.Next("send", new(401, """{"message":"Authorization has been denied for this request."}"""));
        Assert.Equal(SendFate.Done, (await bot.Channel.SendAsync(Alice, Text, Ct)).Fate);
        Assert.Equal(2, platform.Logins.Count);
        Assert.Equal(2, connector.Calls.Select(call => call.Authorization).Distinct().Count());

        connector.Tokens["another"] = true;
        Assert.Equal(new(SendFate.Unsent, Reason: "unauthorised"), await bot.Channel.SendAsync(Alice, Text, Ct));
        Assert.Equal(4, connector.Calls.Count);
    }

    [Fact]
    public async Task Without_a_login_nothing_is_sent_and_the_login_is_left_alone_for_a_while()
    {
        platform.LoginFault = (401, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}""");
        Assert.Equal(new(SendFate.Unsent, Reason: "unauthorised"), await bot.Channel.SendAsync(Alice, Text, Ct));
        Assert.Equal(new(SendFate.Unsent, Reason: "unauthorised"), await bot.Channel.SendAsync(Alice, Text, Ct));
        Assert.Single(platform.Logins);
        Assert.Empty(connector.Calls);
        Assert.Contains(bot.Lines, line => line.Contains("invalid_client", StringComparison.Ordinal));

        platform.LoginFault = null;
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(SendFate.Done, (await bot.Channel.SendAsync(Alice, Text, Ct)).Fate);
    }

    [Theory]
    [InlineData("https://evil.example/amer/")]
    [InlineData("https://smba.trafficmanager.net:444/amer/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://evil-teams.microsoft.com/?x=.teams.microsoft.com")]
    [InlineData("http://10.0.0.1/")]
    public async Task No_token_goes_to_a_foreign_host(string url)
    {
        Assert.Equal(new(SendFate.Rejected, Reason: "host-not-allowed"), await bot.Channel.SendAsync(Alice with { ServiceUrl = url }, Text, Ct));
        Assert.Empty(platform.Logins);
    }

    [Fact]
    public void Hosts_are_taken_by_exact_name_or_by_suffix()
    {
        var hosts = new Hosts(new());
        string[] ours = ["https://smba.trafficmanager.net/amer/", "https://SMBA.trafficmanager.net", "https://smba.infra.gcc.teams.microsoft.com/teams"];
        Assert.All(ours, url => Assert.NotNull(hosts.Vet(url)));
        string[] others =
        [
            "https://x.smba.trafficmanager.net/", "https://teams.microsoft.com/", "https://.teams.microsoft.com/", "https://smba.trafficmanager.net./",
            "https://smba.trafficmanager.net/?a=b", "https://smba.trafficmanager.net/#a", "http://localhost:3978/", "https://127.0.0.1/",
        ];
        Assert.All(others, url => Assert.Null(hosts.Vet(url)));
    }

    [Fact]
    public async Task A_tenant_on_another_host_is_followed_there_and_it_is_remembered()
    {
        await using var other = await StartConnectorAsync(time);
        var memory = new FakeMemory();
        await using var moved = await StartBotAsync(Settings with { OtherBase = other.ServiceUrl }, time: time, memory: memory);
        connector.Next("send", ConnectorScript.Error(403, "InvalidBotApiHost"));

        Assert.Equal(SendFate.Done, (await moved.Channel.SendAsync(Alice, Text, Ct)).Fate);
        Assert.Equal(SendFate.Done, (await moved.Channel.SendAsync(Alice, Text, Ct)).Fate);
        Assert.Single(connector.Calls);
        Assert.Equal(2, other.Messages.Count);

        await using var restarted = await StartBotAsync(Settings, time: time, memory: memory);
        Assert.Equal(SendFate.Done, (await restarted.Channel.SendAsync(Alice, Text, Ct)).Fate);
        Assert.Single(connector.Calls);
    }

    private sealed class IdentityOfTheMachine : HttpMessageHandler
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Enqueue(request.RequestUri!.AbsoluteUri);
            const string Answer = """{"access_token":"identity-token","expires_on":"4102444800","resource":"https://api.botframework.com","token_type":"Bearer","client_id":"x"}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") });
        }
    }
}

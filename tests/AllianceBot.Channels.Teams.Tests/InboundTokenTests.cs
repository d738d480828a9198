using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Who is let in: each row of the token matrix through the real pipeline.</summary>
public sealed class InboundTokenTests : IAsyncLifetime
{
    private const string ServiceUrl = "https://smba.trafficmanager.net/amer/";
    private readonly FakeTime time = new();
    private FakePlatform platform = null!;
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        platform = await FakePlatform.StartAsync();
        bot = await TestBot.StartAsync(platform.Settings(), time: time);

        // The loop that reads the keys has read them and waits for the next time.
        await UntilAsync(() => bot.Lines.Any(line => line.Contains("keys were read", StringComparison.Ordinal)) && time.Waiting == 1);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task A_good_token_is_let_in() => await AssertAsync(HttpStatusCode.OK, Mint());

    [Fact]
    public async Task Without_a_token_nobody_is_let_in()
    {
        using var response = await bot.PostAsync(Message().ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(bot.Conversation.Asks);
    }

    [Theory]
    [InlineData("Basic {0}")]
    [InlineData("bearer {0}")]
    [InlineData("Bearer  {0}")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer {0}=")]
    [InlineData("Bearer")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c")]
    public async Task The_header_has_one_form_only(string form) => await AssertHeaderAsync(HttpStatusCode.Unauthorized, form, Mint());

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS384")]
    [InlineData("")]
    public async Task Only_one_algorithm_is_taken(string algorithm) =>
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((header, _) => header["alg"] = algorithm));

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var token = Mint((header, _) => header["alg"] = "none");
        await AssertAsync(HttpStatusCode.Unauthorized, token[..(token.LastIndexOf('.') + 1)]);
        var good = Mint();
        await AssertAsync(HttpStatusCode.Unauthorized, good[..(good.LastIndexOf('.') + 1)]);
    }

    [Fact]
    public async Task A_forged_key_with_a_known_id_is_refused_also_after_the_true_one_was_used()
    {
        using var forged = new PlatformKey("key-1", ["msteams"]);
        await AssertAsync(HttpStatusCode.OK, Mint());
        await AssertAsync(HttpStatusCode.Unauthorized, platform.Mint(ServiceUrl, null, forged, time.GetUtcNow()));
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_signature()
    {
        var parts = Mint().Split('.');
        var other = Mint((_, claims) => claims["nbf"] = 0).Split('.');
        await AssertAsync(HttpStatusCode.Unauthorized, $"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Theory]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("iss", "https://api.botframework.com/")]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")]
    [InlineData("aud", "00000000-0000-0000-0000-00000000ffff")]
    [InlineData("aud", "")]
    [InlineData("exp", "soon")]
    public async Task A_wrong_claim_is_refused(string claim, string value) =>
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((_, claims) => claims[claim] = value));

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    public async Task A_missing_claim_is_refused(string claim) =>
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((_, claims) => claims.Remove(claim)));

    [Fact]
    public async Task A_claim_twice_is_refused()
    {
        var claims = "{\"iss\":\"x\",\"iss\":\"https://api.botframework.com\",\"aud\":\"" + Inbound.AppId + "\",\"exp\":99999999999,\"serviceurl\":\"" + ServiceUrl + "\"}";
        await AssertAsync(HttpStatusCode.Unauthorized, FakePlatform.Sign("""{"alg":"RS256","kid":"key-1"}""", claims, platform.Keys[0]));
    }

    [Theory]
    [InlineData("exp", -299, HttpStatusCode.OK)]
    [InlineData("exp", -301, HttpStatusCode.Unauthorized)]
    [InlineData("nbf", 299, HttpStatusCode.OK)]
    [InlineData("nbf", 301, HttpStatusCode.Unauthorized)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int seconds, HttpStatusCode status) =>
        await AssertAsync(status, Mint((_, claims) => claims[claim] = time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds()));

    [Fact]
    public async Task A_kept_verdict_ends_with_its_token()
    {
        var token = Mint((_, claims) => claims["exp"] = time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds());
        await AssertAsync(HttpStatusCode.OK, token);
        time.Advance(TimeSpan.FromMinutes(7));
        await AssertAsync(HttpStatusCode.Unauthorized, token);
    }

    [Fact]
    public async Task A_kept_verdict_does_not_vouch_for_another_body()
    {
        var token = Mint();
        await AssertAsync(HttpStatusCode.OK, token);
        await AssertAsync(HttpStatusCode.Forbidden, token, message => message["serviceUrl"] = "https://smba.trafficmanager.net/emea/");
        await AssertAsync(HttpStatusCode.Forbidden, token, message => message["channelData"]!["tenant"]!["id"] = "other");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer", HttpStatusCode.OK)]
    [InlineData("HTTPS://SMBA.trafficmanager.net/AMER/", HttpStatusCode.OK)]
    [InlineData("https://smba.trafficmanager.net/amer//", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net/emea/", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task The_service_url_is_the_one_of_the_token(string? claim, HttpStatusCode status) =>
        await AssertAsync(status, platform.Mint(claim, now: time.GetUtcNow()));

    [Theory]
    [InlineData("https://evil.example/amer/")]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net:8443/amer/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evilteams.microsoft.com.example/")]
    public async Task A_connector_that_is_not_the_platforms_is_refused_whatever_the_token_says(string url) =>
        await AssertAsync(HttpStatusCode.Forbidden, platform.Mint(url, now: time.GetUtcNow()), message => message["serviceUrl"] = url);

    [Fact]
    public async Task A_key_without_endorsements_may_not_speak_for_the_channel()
    {
        platform.Keys.Add(new("bare", null));
        await AssertAsync(HttpStatusCode.Forbidden, platform.Mint(ServiceUrl, null, platform.Keys[1], time.GetUtcNow()));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    public async Task Another_channel_is_refused(string channel) =>
        await AssertAsync(HttpStatusCode.Forbidden, Mint(), message => message["channelId"] = channel);

    [Fact]
    public async Task Another_channel_is_refused_even_if_its_key_is_endorsed()
    {
        platform.Keys.Add(new("both", ["msteams", "webchat"]));
        await AssertAsync(
            HttpStatusCode.Forbidden, platform.Mint(ServiceUrl, null, platform.Keys[1], time.GetUtcNow()), message => message["channelId"] = "webchat");
    }

    [Fact]
    public async Task An_unknown_key_is_looked_up_once_and_then_not_for_five_minutes()
    {
        await AssertAsync(HttpStatusCode.OK, Mint());
        var before = platform.Fetched;
        platform.Keys.Add(new("key-2", ["msteams"]));
        await AssertAsync(HttpStatusCode.OK, platform.Mint(ServiceUrl, null, platform.Keys[1], time.GetUtcNow()));
        Assert.Equal(before + 2, platform.Fetched);

        using var unknown = new PlatformKey("key-3", ["msteams"]);
        for (var tries = 0; tries < 3; tries++) await AssertAsync(HttpStatusCode.Unauthorized, platform.Mint(ServiceUrl, null, unknown, time.GetUtcNow()));
        Assert.Equal(before + 2, platform.Fetched);

        time.Advance(TimeSpan.FromMinutes(5.1));
        await AssertAsync(HttpStatusCode.Unauthorized, platform.Mint(ServiceUrl, null, unknown, time.GetUtcNow()));
        Assert.Equal(before + 4, platform.Fetched);
    }

    [Fact]
    public async Task The_last_good_keys_stay_in_use_while_the_platform_is_away()
    {
        await AssertAsync(HttpStatusCode.OK, Mint());
        platform.IsUp = false;
        time.Advance(TimeSpan.FromHours(13));
        await AssertAsync(HttpStatusCode.OK, Mint());
    }

    [Fact]
    public async Task A_key_taken_back_takes_back_its_verdicts()
    {
        var token = Mint((_, claims) => claims["exp"] = time.GetUtcNow().AddDays(2).ToUnixTimeSeconds());
        await AssertAsync(HttpStatusCode.OK, token);
        using var old = platform.Keys[0];
        platform.Keys[0] = new("key-9", ["msteams"]);
        var before = platform.Fetched;
        time.Advance(TimeSpan.FromHours(12));
        await UntilAsync(() => platform.Fetched >= before + 2);
        await UntilAsync(() => bot.Lines.Count(line => line.Contains("keys were read", StringComparison.Ordinal)) >= 2);
        await AssertAsync(HttpStatusCode.Unauthorized, token);
    }

    [Fact]
    public async Task Without_any_keys_the_platform_is_asked_to_come_again()
    {
        platform.IsUp = false;
        await using var cold = await TestBot.StartAsync(platform.Settings(), time: time);
        using var response = await cold.PostAsync(Message().ToJsonString(), Mint());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);

        platform.IsUp = true;
        time.Advance(TimeSpan.FromSeconds(6));
        using var again = await cold.PostAsync(Message().ToJsonString(), Mint());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Only_tenants_that_are_served_are_let_in()
    {
        await AssertAsync(HttpStatusCode.Forbidden, Mint(), message => message["channelData"]!["tenant"]!["id"] = "00000000-0000-0000-0000-0000000000bb");
        await AssertAsync(HttpStatusCode.Forbidden, Mint(), message => message["conversation"]!["tenantId"] = "00000000-0000-0000-0000-0000000000bb");
        await AssertAsync(HttpStatusCode.Forbidden, Mint(), message =>
        {
            message.Remove("channelData");
            message["conversation"]!.AsObject().Remove("tenantId");
        });
        await AssertAsync(HttpStatusCode.OK, Mint(), message => message.Remove("channelData"));
    }

    [Fact]
    public async Task H5_A_listed_tenant_of_a_partner_is_let_in()
    {
        const string Partner = "00000000-0000-0000-0000-0000000000bb";
        await using var wide = await TestBot.StartAsync(platform.Settings() with { AllowedTenants = [Inbound.Tenant, Partner] }, time: time);
        var message = Message();
        message["channelData"]!["tenant"]!["id"] = Partner;
        message["conversation"]!["tenantId"] = Partner.ToUpperInvariant();
        using var response = await wide.PostAsync(message.ToJsonString(), Mint());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_was_refused_never_reached_the_conversation_and_is_logged_without_its_words()
    {
        await AssertAsync(HttpStatusCode.Forbidden, Mint(), message => message["channelId"] = "webchat");
        Assert.Empty(bot.Conversation.Asks);
        var line = Assert.Single(bot.Lines, line => line.Contains("refused", StringComparison.Ordinal));
        Assert.DoesNotContain("Alice", line, StringComparison.Ordinal);
        Assert.Contains(403.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
    }

    private static JsonObject Message()
    {
        // What nobody needs to look up on the roster: an account without an object id.
        var message = Inbound.Message(ServiceUrl, "help");
        message["from"]!.AsObject().Remove("aadObjectId");
        return message;
    }

    private string Mint(Action<JsonObject, JsonObject>? bend = null) => platform.Mint(ServiceUrl, bend, now: time.GetUtcNow());

    private Task AssertAsync(HttpStatusCode status, string token, Action<JsonObject>? change = null) =>
        AssertHeaderAsync(status, "Bearer {0}", token, change);

    private async Task AssertHeaderAsync(HttpStatusCode status, string form, string token, Action<JsonObject>? change = null)
    {
        var message = Message();
        change?.Invoke(message);
        var header = form.Replace("{0}", token, StringComparison.Ordinal);
        using var response = await bot.PostAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), header);
        Assert.Equal(status, response.StatusCode);
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var tries = 0; tries < 500 && !done(); tries++) await Task.Delay(10);
        Assert.True(done());
    }
}

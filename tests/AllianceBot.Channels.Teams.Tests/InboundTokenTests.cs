using System.Globalization;
using System.Net;
using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Who is let in with a token that is believed: keys, channels, connectors and tenants, each row through the real pipeline.</summary>
public class InboundTokenTests : TokenTests
{
    [Fact]
    public async Task A_kept_verdict_ends_with_its_token()
    {
        var token = Mint((_, claims) => claims["exp"] = Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds());
        await AssertAsync(HttpStatusCode.OK, token);
        Time.Advance(TimeSpan.FromMinutes(7));
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
        await AssertAsync(status, Platform.Mint(claim, now: Time.GetUtcNow()));

    [Theory]
    [InlineData("https://evil.example/amer/")]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net:8443/amer/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evilteams.microsoft.com.example/")]
    public async Task A_connector_that_is_not_the_platforms_is_refused_whatever_the_token_says(string url) =>
        await AssertAsync(HttpStatusCode.Forbidden, Platform.Mint(url, now: Time.GetUtcNow()), message => message["serviceUrl"] = url);

    [Fact]
    public async Task A_key_without_endorsements_may_not_speak_for_the_channel()
    {
        Platform.Keys.Add(new("bare", null));
        await AssertAsync(HttpStatusCode.Forbidden, Platform.Mint(ServiceUrl, null, Platform.Keys[1], Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_key_of_another_channel_may_not_speak_for_this_one()
    {
        Platform.Keys.Add(new("chat", ["webchat"]));
        await AssertAsync(HttpStatusCode.Forbidden, Platform.Mint(ServiceUrl, null, Platform.Keys[1], Time.GetUtcNow()));
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
        Platform.Keys.Add(new("both", ["msteams", "webchat"]));
        await AssertAsync(
            HttpStatusCode.Forbidden, Platform.Mint(ServiceUrl, null, Platform.Keys[1], Time.GetUtcNow()), message => message["channelId"] = "webchat");
    }

    [Fact]
    public async Task An_unknown_key_is_looked_up_once_and_then_not_for_five_minutes()
    {
        await AssertAsync(HttpStatusCode.OK, Mint());
        var before = Platform.Fetched;
        Platform.Keys.Add(new("key-2", ["msteams"]));
        await AssertAsync(HttpStatusCode.OK, Platform.Mint(ServiceUrl, null, Platform.Keys[1], Time.GetUtcNow()));
        Assert.Equal(before + 2, Platform.Fetched);

        using var unknown = new PlatformKey("key-3", ["msteams"]);
        for (var tries = 0; tries < 3; tries++) await AssertAsync(HttpStatusCode.Unauthorized, Platform.Mint(ServiceUrl, null, unknown, Time.GetUtcNow()));
        Assert.Equal(before + 2, Platform.Fetched);

        Time.Advance(TimeSpan.FromMinutes(5.1));
        await AssertAsync(HttpStatusCode.Unauthorized, Platform.Mint(ServiceUrl, null, unknown, Time.GetUtcNow()));
        Assert.Equal(before + 4, Platform.Fetched);
    }

    [Fact]
    public async Task The_last_good_keys_stay_in_use_while_the_platform_is_away()
    {
        await AssertAsync(HttpStatusCode.OK, Mint());
        Platform.IsUp = false;
        Time.Advance(TimeSpan.FromHours(13));
        await AssertAsync(HttpStatusCode.OK, Mint());
    }

    [Fact]
    public async Task A_key_taken_back_takes_back_its_verdicts()
    {
        var token = Mint((_, claims) => claims["exp"] = Time.GetUtcNow().AddDays(2).ToUnixTimeSeconds());
        // The second time its verdict is known, and from then on by its header.
        for (var times = 0; times < 3; times++) await AssertAsync(HttpStatusCode.OK, token);
        using var old = Platform.Keys[0];
        Platform.Keys[0] = new("key-9", ["msteams"]);
        var before = Platform.Fetched;
        Time.Advance(TimeSpan.FromHours(12));
        await UntilAsync(() => Platform.Fetched >= before + 2);
        await UntilAsync(() => Bot.Lines.Count(line => line.Contains("keys were read", StringComparison.Ordinal)) >= 2);
        await AssertAsync(HttpStatusCode.Unauthorized, token);
    }

    [Fact]
    public async Task A_token_that_comes_again_and_again_ends_when_it_says()
    {
        var token = Mint((_, claims) => claims["exp"] = Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds());
        for (var times = 0; times < 3; times++) await AssertAsync(HttpStatusCode.OK, token);
        Time.Advance(TimeSpan.FromMinutes(64.9));
        await AssertAsync(HttpStatusCode.OK, token);
        Time.Advance(TimeSpan.FromMinutes(0.2));
        await AssertAsync(HttpStatusCode.Unauthorized, token);
    }

    [Fact]
    public async Task Without_any_keys_the_platform_is_asked_to_come_again()
    {
        Platform.IsUp = false;
        await using var cold = await StartBotAsync(Platform.Settings(), time: Time);
        using var response = await cold.PostAsync(Message().ToJsonString(), Mint());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);

        Platform.IsUp = true;
        Time.Advance(TimeSpan.FromSeconds(6));
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
        await using var wide = await StartBotAsync(Platform.Settings() with { AllowedTenants = [Inbound.Tenant, Partner] }, time: Time);
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
        Assert.Empty(Bot.Conversation.Asks);
        var line = Assert.Single(Bot.Lines, line => line.Contains("refused", StringComparison.Ordinal));
        Assert.DoesNotContain("Alice", line, StringComparison.Ordinal);
        Assert.Contains(403.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
    }
}

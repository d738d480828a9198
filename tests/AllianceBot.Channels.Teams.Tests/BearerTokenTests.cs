using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Which tokens are believed: each row of the token matrix that is about the token itself, through the real pipeline.</summary>
public class BearerTokenTests : TokenTests
{
    [Fact]
    public async Task A_good_token_is_let_in() => await AssertAsync(HttpStatusCode.OK, Mint());

    [Fact]
    public async Task Without_a_token_nobody_is_let_in()
    {
        using var response = await Bot.PostAsync(Message().ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(Bot.Conversation.Asks);
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

    [Fact]
    public async Task One_header_is_taken_and_not_the_better_of_two()
    {
        var (good, body) = ($"Authorization: Bearer {Mint()}\r\n", Message().ToJsonString());
        Assert.StartsWith("HTTP/1.1 200", await RawAsync(good, body), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401", await RawAsync(good + "Authorization: Bearer a.b.c\r\n", body), StringComparison.Ordinal);
    }

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
        await AssertAsync(HttpStatusCode.Unauthorized, Platform.Mint(ServiceUrl, null, forged, Time.GetUtcNow()));
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
    [InlineData("aud", "api://" + Inbound.AppId)]
    [InlineData("aud", "api://botid-" + Inbound.AppId)]
    [InlineData("exp", "soon")]
    [InlineData("nbf", "soon")]
    public async Task A_wrong_claim_is_refused(string claim, string value) =>
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((_, claims) => claims[claim] = value));

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    public async Task A_missing_claim_is_refused(string claim) =>
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((_, claims) => claims.Remove(claim)));

    [Fact]
    public async Task A_token_need_not_say_from_when_it_is_good() => await AssertAsync(HttpStatusCode.OK, Mint((_, claims) => claims.Remove("nbf")));

    [Fact]
    public async Task A_list_of_audiences_is_none() =>
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((_, claims) => claims["aud"] = new JsonArray(Inbound.AppId)));

    [Fact]
    public async Task A_head_that_names_no_key_or_asks_for_more_than_is_understood_is_refused()
    {
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((header, _) => header.Remove("kid")));
        await AssertAsync(HttpStatusCode.Unauthorized, Mint((header, _) => header["crit"] = new JsonArray("exp")));
    }

    [Fact]
    public async Task A_deployment_of_another_cloud_takes_that_clouds_tokens_and_no_others()
    {
        await using var gov = await StartBotAsync(Platform.Settings() with { Cloud = TeamsCloud.UsGov, Issuer = Clouds.Of(TeamsCloud.UsGov).Issuer }, time: Time);
        using var others = await gov.PostAsync(Message().ToJsonString(), Mint());
        Assert.Equal(HttpStatusCode.Unauthorized, others.StatusCode);
        using var own = await gov.PostAsync(Message().ToJsonString(), Mint((_, claims) => claims["iss"] = "https://api.botframework.us"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task A_claim_twice_is_refused()
    {
        var claims = "{\"iss\":\"x\",\"iss\":\"https://api.botframework.com\",\"aud\":\"" + Inbound.AppId + "\",\"exp\":99999999999,\"serviceurl\":\"" + ServiceUrl + "\"}";
        await AssertAsync(HttpStatusCode.Unauthorized, FakePlatform.Sign("""{"alg":"RS256","kid":"key-1"}""", claims, Platform.Keys[0]));
    }

    [Theory]
    [InlineData("exp", -299, HttpStatusCode.OK)]
    [InlineData("exp", -301, HttpStatusCode.Unauthorized)]
    [InlineData("nbf", 299, HttpStatusCode.OK)]
    [InlineData("nbf", 301, HttpStatusCode.Unauthorized)]
    public async Task Clocks_may_differ_by_five_minutes(string claim, int seconds, HttpStatusCode status) =>
        await AssertAsync(status, Mint((_, claims) => claims[claim] = Time.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds()));

    /// <summary>A client of this platform would make one header of two; over the bare connection both stand.</summary>
    private async Task<string> RawAsync(string headers, string body)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Bot.Client.BaseAddress!.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}"));
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }
}

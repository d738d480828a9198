using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>The first look at the login when the bot starts.</summary>
public class TokenCheckTests : HostTests
{
    private const string Secret = "a-secret-that-nobody-may-read";
    private readonly FakeTime time = new();
    private FakePlatform platform = null!;

    protected override async ValueTask BeginAsync() => platform = await FakePlatform.StartAsync();

    protected override async ValueTask EndAsync() => await platform.DisposeAsync();

    [Fact]
    public async Task Right_credentials_are_said_once_with_what_the_token_is_for()
    {
        await using var bot = await StartAsync();
        await ComesToAsync(bot, OutgoingState.Fine);
        Assert.Single(platform.Logins);
        Assert.Contains(bot.Lines, line => line.StartsWith("Information", StringComparison.Ordinal)
            && line.Contains(Inbound.AppId, StringComparison.Ordinal) && line.Contains(Inbound.Tenant, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "invalid_client")]
    [InlineData(400, "unauthorized_client")]
    public async Task A_login_that_refuses_is_an_error_with_what_to_look_at_and_the_bot_serves_on(int status, string code)
    {
        platform.LoginFault = (status, $$"""{"error":"{{code}}","error_description":"AADSTS: about {{Secret}}"}""");
        await using var bot = await StartAsync();
        await ComesToAsync(bot, OutgoingState.Refused);
        Assert.Equal(code, bot.Parts.Outgoing.Why);
        Assert.Contains(bot.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)
            && line.Contains(code, StringComparison.Ordinal) && line.Contains("Teams:AppId", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines, static line => line.Contains(Secret, StringComparison.Ordinal));
        using var answer = await bot.PostAsync("{}");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_login_that_is_away_is_a_warning_and_is_asked_again_until_it_answers()
    {
        platform.LoginFault = (503, "");
        await using var bot = await StartAsync();
        await ComesToAsync(bot, OutgoingState.Away);
        Assert.Contains(bot.Lines, static line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("again", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));
        platform.LoginFault = null;
        await ComesToAsync(bot, OutgoingState.Fine, () => time.Advance(TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_named_although_the_login_gave_it_without_complaint()
    {
        platform.TokenTenant = "00000000-0000-0000-0000-0000000000ff";
        await using var bot = await StartAsync();
        await ComesToAsync(bot, OutgoingState.Mismatched);
        Assert.Equal("Teams:TenantId", bot.Parts.Outgoing.Why);
        Assert.Contains(bot.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(platform.TokenTenant, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_credential_nothing_is_asked()
    {
        await using var bot = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true }, time: time, checksLogin: true);
        Assert.Equal(OutgoingState.Untried, bot.Parts.Outgoing.State);
        Assert.Empty(platform.Logins);
    }

    private Task<TestBot> StartAsync() => StartBotAsync(platform.Settings() with { ClientSecret = Secret }, time: time, checksLogin: true);

    private static async Task ComesToAsync(TestBot bot, OutgoingState state, Action? meanwhile = null)
    {
        for (var tries = 0; tries < 1000 && bot.Parts.Outgoing.State != state; tries++)
        {
            meanwhile?.Invoke();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(state, bot.Parts.Outgoing.State);
    }
}

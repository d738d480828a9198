using System.Net;
using System.Text;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Whose tenant a person is of.</summary>
public class AccountTests : HostTests
{
    private const string Own = "00000000-0000-0000-0000-0000000000bb";
    private static readonly TeamsSettings Settings = new() { AllowAnonymous = true, IsDevelopment = true, RetryWithin = 0 };
    private readonly FakeMemory memory = new();
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    protected override async ValueTask BeginAsync()
    {
        connector = await StartConnectorAsync();
        bot = await StartBotAsync(Settings, memory: memory);
    }

    protected override async ValueTask EndAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task H5_A_guest_is_known_by_the_own_tenant_read_once_and_kept()
    {
        connector.AddMember(Inbound.Personal, Inbound.Alice, Inbound.AliceObject, Own);
        await SayAsync(bot);
        await SayAsync(bot);
        Assert.All(bot.Conversation.Asks, ask => Assert.Equal(new("msteams", Own, Inbound.AliceObject, HasObjectId: true), ask.From));
        Assert.All(bot.Conversation.Asks, ask => Assert.Equal(Inbound.Tenant, ask.Where.HostTenant));
        var call = Assert.Single(connector.Calls);
        Assert.Equal("/amer/v3/conversations/a%3A1personal-alice/members/29%3A1alice", call.Target);

        await using var restarted = await StartBotAsync(Settings, memory: memory);
        await SayAsync(restarted);
        Assert.Equal(Own, Assert.Single(restarted.Conversation.Asks).From.Tenant);
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task Where_the_roster_has_no_tenant_it_is_the_hosts()
    {
        connector.AddMember(Inbound.Personal, Inbound.Alice, Inbound.AliceObject, tenant: null);
        await SayAsync(bot);
        Assert.Equal(Inbound.Tenant, Assert.Single(bot.Conversation.Asks).From.Tenant);
        Assert.Single(memory.Kept);
    }

    [Fact]
    public async Task Who_is_not_on_the_roster_is_of_the_host_and_that_is_not_kept()
    {
        connector.EveryonesTenant = null;
        await SayAsync(bot);
        Assert.Equal(Inbound.Tenant, Assert.Single(bot.Conversation.Asks).From.Tenant);
        Assert.Empty(memory.Kept);
    }

    [Fact]
    public async Task While_the_roster_cannot_be_read_nothing_is_done_and_it_may_come_again()
    {
        connector.Next("member", ConnectorScript.Error(503, "ServiceError"));
        await SayAsync(bot, HttpStatusCode.ServiceUnavailable);
        Assert.Empty(bot.Conversation.Asks);
        await SayAsync(bot);
        Assert.Single(bot.Conversation.Asks);
    }

    [Fact]
    public async Task An_account_without_an_object_id_is_its_platform_id_and_needs_no_roster()
    {
        var message = Inbound.Message(connector.ServiceUrl, "help");
        message["from"]!.AsObject().Remove("aadObjectId");
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(new("msteams", Inbound.Tenant, Inbound.Alice, HasObjectId: false), Assert.Single(bot.Conversation.Asks).From);
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task A_clients_own_refresh_causes_no_call_at_all()
    {
        var card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard"}""");
        bot.Conversation.Answers = (_, _) => new(new Answer(card, "", "x"));
        using var response = await bot.PostAsync(Inbound.Execute(connector.ServiceUrl, "refresh", [], "automatic").ToJsonString());
        Assert.Equal("application/vnd.microsoft.card.adaptive", (await response.JsonAsync())["type"]!.GetValue<string>());
        Assert.True(Assert.IsType<Pressed>(Assert.Single(bot.Conversation.Asks).What).Automatic);
        Assert.Empty(connector.Calls);
    }

    private async Task SayAsync(TestBot to, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await to.PostAsync(Inbound.Message(connector.ServiceUrl, "help").ToJsonString());
        Assert.Equal(status, response.StatusCode);
    }
}

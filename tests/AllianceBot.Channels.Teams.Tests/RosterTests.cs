using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Who is in a place, and who went.</summary>
public class RosterTests : HostTests
{
    private const string Channel = "19:ann@thread.tacv2";
    private const string Own = "00000000-0000-0000-0000-0000000000bb";
    private readonly FakeMemory memory = new();
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    protected override async ValueTask BeginAsync()
    {
        connector = await StartConnectorAsync();
        bot = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true, RetryWithin = 0 }, memory: memory);
    }

    protected override async ValueTask EndAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Address Place => new("msteams", connector.ServiceUrl, Channel, "", Inbound.Bot, Inbound.Tenant, PlaceKind.Channel) { Thread = "17" };

    [Fact]
    public async Task The_people_of_a_place_come_page_by_page_each_of_the_own_tenant_and_never_the_bot()
    {
        connector.AddMember(Channel, Inbound.Alice, Inbound.AliceObject, Own);
        connector.AddMember(Channel, Inbound.Bot, "", Inbound.Tenant);
        connector.AddMember(Channel, "29:2bob", "00000000-0000-0000-0000-00000000b0b0", tenant: null);
        connector.AddMember(Channel, "29:3carol", "", Inbound.Tenant);

        var (all, page) = (new List<PlaceMember>(), "");
        do
        {
            var read = await bot.Channel.MembersAsync(Place, page, Ct);
            Assert.Equal(SendFate.Done, read.Sending.Fate);
            all.AddRange(read.Members);
            page = read.Next;
        }
        while (page.Length > 0);

        Assert.Equal(
            [
                new("msteams", Own, Inbound.AliceObject, HasObjectId: true),
                new("msteams", Inbound.Tenant, "00000000-0000-0000-0000-00000000b0b0", HasObjectId: true),
                new("msteams", Inbound.Tenant, "29:3carol", HasObjectId: false),
            ],
            all.Select(static one => one.Who));
        Assert.Equal(Place with { User = Inbound.Alice, Thread = "" }, all[0].Where);
        Assert.Equal(
            ["/amer/v3/conversations/19%3Aann%40thread.tacv2/pagedmembers?pageSize=200", "/amer/v3/conversations/19%3Aann%40thread.tacv2/pagedmembers?pageSize=200&continuationToken=at%3D2"],
            connector.Calls.Select(static call => call.Target));
    }

    [Fact]
    public async Task Who_was_on_the_roster_is_the_same_when_speaking_and_the_roster_is_not_asked_again()
    {
        connector.AddMember(Channel, Inbound.Alice, Inbound.AliceObject, Own);
        var named = Assert.Single((await bot.Channel.MembersAsync(Place, "", Ct)).Members).Who;
        using var answer = await bot.PostAsync(Inbound.Message(connector.ServiceUrl, "hello").ToJsonString());
        Assert.Equal(named, Assert.Single(bot.Conversation.Asks).From);
        Assert.Empty(connector.CallsOf("member"));
    }

    [Fact]
    public async Task Who_went_is_of_the_tenant_that_was_learnt()
    {
        connector.AddMember(Channel, Inbound.Alice, Inbound.AliceObject, Own);
        var named = Assert.Single((await bot.Channel.MembersAsync(Place, "", Ct)).Members).Who;
        var gone = Inbound.Message(connector.ServiceUrl, "", "f:gone");
        gone.Remove("text");
        gone["type"] = "conversationUpdate";
        gone["conversation"]!["conversationType"] = "channel";
        gone["conversation"]!["id"] = Channel;
        gone["membersRemoved"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["id"] = Inbound.Alice, ["aadObjectId"] = Inbound.AliceObject });
        using var answer = await bot.PostAsync(gone.ToJsonString());
        var came = Assert.IsType<Came>(Assert.Single(bot.Conversation.Asks).What);
        Assert.Equal(Coming.PeopleRemoved, came.Kind);
        Assert.Equal(named, Assert.Single(came.Who));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"members":[1,{"name":"no id"},{"id":7}],"continuationToken":5}""")]
    [InlineData("not json")]
    public async Task What_is_no_roster_is_an_empty_one(string body)
    {
        connector.Next("members", new(200, body));
        var read = await bot.Channel.MembersAsync(Place, "", Ct);
        Assert.Empty(read.Members);
        Assert.Equal("", read.Next);
    }

    [Fact]
    public async Task A_roster_that_may_not_be_read_names_nobody()
    {
        connector.Next("members", ConnectorScript.Error(403, "NotEnoughPermissions"));
        var read = await bot.Channel.MembersAsync(Place, "", Ct);
        Assert.Equal((SendFate.Unreachable, "not-permitted"), (read.Sending.Fate, read.Sending.Reason));
        Assert.Empty(read.Members);
    }
}

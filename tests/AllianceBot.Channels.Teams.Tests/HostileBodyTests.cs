using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Whatever is posted gets a status, never a fault.</summary>
public class HostileBodyTests : HostTests
{
    private static readonly string[] Bad =
    [
        "", " ", "{", "}", "[]", "null", "\"x\"", "7", "{}", """{"type":null}""", """{"type":""}""", """{"type":7}""", """{"type":["message"]}""",
        """{"type":"message"}x""", """{"type":"message"} {}""", """{"type":"message","text":7}""", """{"type":"message","from":"x"}""",
        """{"type":"message","from":{"id":7}}""", """{"type":"message","conversation":[]}""", """{"type":"message","conversation":{"isGroup":"yes"}}""",
        """{"type":"message","channelData":"x"}""", """{"type":"message","channelData":{"tenant":"x"}}""", """{"type":"message","entities":{}}""",
        """{"type":"message","entities":["x"]}""", """{"type":"message","entities":[{"type":"mention","mentioned":"x"}]}""",
        """{"type":"message","membersAdded":[7]}""", """{"type":"message","id":12}""", """{"type":"message","text":"\ud800"}""",
        """{"type":"message","value":{"a":1,}}""", "\ufeff{\"type\":\"message\"}", "{\"type\":\"message\",\"value\":" + new string('[', 100) + new string(']', 100) + "}",
    ];

    private static readonly string[] Swaps = ["null", "7", "-1.5e308", "\"\"", "\"x\"", "[]", "{}", "true", "[null]", "{\"id\":null}", "\"\\u0000\"", "\"\\ud83d\\ude42\""];

    [Fact]
    public async Task A_body_that_is_no_message_is_a_bad_request()
    {
        await using var bot = await StartAsync();
        foreach (var body in Bad)
        {
            using var response = await bot.PostAsync(body);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{(int)response.StatusCode} to {body}");
        }

        Assert.Equal(Bad.Length, bot.Lines.Count(static line => line.Contains("refused with 400", StringComparison.Ordinal)));

        using var broken = await bot.PostAsync([.. """{"type":"message","text":" """u8, 0xff, .. "\"}"u8], null);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Empty(bot.Conversation.Asks);
    }

    [Theory]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("conversation")]
    public async Task A_message_without_its_parts_is_a_bad_request(string part)
    {
        await using var bot = await StartAsync();
        var message = Inbound.Message("http://127.0.0.1:9/", "help");
        message[part] = null;
        using var absent = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, absent.StatusCode);
        message[part] = new JsonObject { ["id"] = null };
        using var empty = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task Two_thousand_mutations_never_cause_a_fault()
    {
        await using var bot = await StartAsync();
        var random = new Random(20261120);
        string[] seeds = [.. Samples.Names.Select(Samples.Inbound)];
        Assert.NotEmpty(seeds);
        for (var round = 0; round < 2000; round++)
        {
            var body = Mutate(seeds[round % seeds.Length].Replace("$SERVICE", "http://127.0.0.1:9/", StringComparison.Ordinal), random);
            using var response = await bot.PostAsync(body);
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotImplemented
                    or HttpStatusCode.ServiceUnavailable,
                $"round {round}: {(int)response.StatusCode} to {body}");
        }

        Assert.DoesNotContain(bot.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private Task<TestBot> StartAsync() =>
        StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true, RetryWithin = 0 }, memory: new KnowsEverybody());

    private static string Mutate(string json, Random random)
    {
        if (random.Next(4) == 0)
        {
            var text = new StringBuilder(json);
            for (var times = random.Next(1, 4); times > 0; times--) text[random.Next(text.Length)] = (char)random.Next(32, 127);
            return text.ToString();
        }

        var root = JsonNode.Parse(json)!;
        var places = Places(root).ToList();
        var (parent, name) = places[random.Next(places.Count)];
        if (random.Next(5) == 0) parent.Remove(name);
        else parent[name] = JsonNode.Parse(Swaps[random.Next(Swaps.Length)]);
        return root.ToJsonString();
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany(Places),
        _ => [],
    };

    private sealed class KnowsEverybody : Engine.IChannelMemory
    {
        public ValueTask<string?> RecallAsync(string channel, string kind, string of, CancellationToken ct) =>
            new(kind == "tenant" ? Inbound.Tenant : null);

        public void Keep(string channel, string kind, string of, string value)
        {
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AllianceBot.Channels.Teams.Tests.Fakes;
using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>Dale chooses what Mei wrote in the place, fills in the form and sends it, and Mei says yes: over HTTP, as the platform would.</summary>
internal sealed partial class MessageActionStory
{
    public const string Link = "https://teams.microsoft.com/l/message/19%3Aplace%40thread.tacv2/1700000000000";
    public const string What = "Two hundred flyers for the job fair";
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Place = "19:place@thread.tacv2;messageid=1700000000000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly (string Id, string Object, string Conversation) Dale = ("29:you", "00000000-0000-0000-0000-0000000000a0", "a:dale");
    private static readonly (string Id, string Object, string Conversation) Mei = ("29:guest1", "00000000-0000-0000-0000-0000000000a1", "a:mei");

    private readonly FakeConnector connector;
    private readonly HttpClient client;
    private readonly List<string> bodies = [];
    private int deliveries;

    private MessageActionStory(FakeConnector connector, HttpClient client) => (this.connector, this.client) = (connector, client);

    public JsonNode Form { get; private set; } = null!;

    public JsonNode Again { get; private set; } = null!;

    public JsonNode Sent { get; private set; } = null!;

    public JsonNode Accepted { get; private set; } = null!;

    public IReadOnlyList<JsonNode> ToDale { get; private set; } = [];

    public IReadOnlyList<JsonNode> ToMei { get; private set; } = [];

    public IReadOnlyList<JsonNode> ToThePlace { get; private set; } = [];

    /// <summary>
    /// Starts the program once, so that the sample alliance is told, and goes to a Monday at eleven: at night the bot keeps its notices
    /// back. Both are there from the start, or what came for them on the way would wait and be told in the middle of the story.
    /// </summary>
    public static Task BeginAsync(string folder) => RunAsync(folder, "native", static async story =>
    {
        await story.SayAsync(Dale, "be Dale Whitman");
        await story.SayAsync(Mei, "be Mei Chen");
        await story.SayAsync(Dale, "clock");
        var now = await story.ClockAsync(1);
        var monday = now.Date.AddDays((8 - (int)now.DayOfWeek) % 7).AddHours(11);
        if (monday <= now) monday = monday.AddDays(7);
        for (var looks = 2; now < monday; looks++)
        {
            await story.SayAsync(Dale, string.Create(CultureInfo.InvariantCulture, $"clock +{Math.Ceiling((monday - now).TotalMinutes):0} minutes"));
            now = await story.ClockAsync(looks);
        }
    });

    public static Task<MessageActionStory> TellAsync(string folder, string host) => RunAsync(folder, host, static story => story.TellAsync());

    private static async Task<MessageActionStory> RunAsync(string folder, string host, Func<MessageActionStory, Task> tell)
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.IsOfTheSdk = host == "sdk";
        using var run = Start(folder, host, out var port);
        using var client = await run.ServesAsync(port);
        await run.SaysAsync("Press Ctrl+C to end.");
        var story = new MessageActionStory(connector, client);
        await tell(story);
        return story;
    }

    /// <summary>
    /// Everything the platform got, written the same way: what answers HTTP byte for byte, of messages what the channel says in them.
    /// What is made up anew in each run has a number for its name.
    /// </summary>
    public string Written()
    {
        var text = new StringBuilder();
        foreach (var body in bodies) text.AppendLine(body);
        foreach (var (name, posts) in new[] { ("Dale", ToDale), ("Mei", ToMei), ("Place", ToThePlace) })
        {
            foreach (var post in posts) text.AppendLine(CultureInfo.InvariantCulture, $"to {name}: {Said(post).ToJsonString(Readable)}");
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return MadeUp().Replace(text.ToString(), it => names.TryGetValue(it.Value, out var known) ? known : names[it.Value] = $"<{names.Count}>");
    }

    private static ProgramRun Start(string folder, string host, out int port)
    {
        port = ProgramRun.FreePort();
        var settings = new Dictionary<string, string> { ["Storage__Provider"] = "sqlite", ["Teams__Host"] = host };
        return ProgramRun.Start(settings, "try", "--no-client", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture));
    }

    private async Task TellAsync()
    {
        await SayAsync(Dale, "be Dale Whitman");
        await SayAsync(Mei, "be Mei Chen");
        var chosen = Invoke(Dale, "composeExtension/fetchTask", new()
        {
            ["commandId"] = "promise",
            ["messagePayload"] = new JsonObject
            {
                ["linkToMessage"] = Link,
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Mei.Object, ["displayName"] = "Mei Chen" } },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>" + What + "</p>" },
            },
        });
        Form = JsonNode.Parse(await PostAsync(chosen))!;

        var filled = Button(Form, "send");
        foreach (var input in Within(Form).Where(static it => Text(it, "type").StartsWith("Input.", StringComparison.Ordinal)))
        {
            if (Text(input, "value") is { Length: > 0 } value) filled[Text(input, "id")] = value;
        }

        // Once with something missing: the window stays and says what.
        filled["due"] = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Again = JsonNode.Parse(await PostAsync(Invoke(
            Dale, "composeExtension/submitAction", new() { ["commandId"] = "promise", ["data"] = filled.DeepClone() })))!;
        filled["doneWhen"] = "They are printed";
        Sent = JsonNode.Parse(await PostAsync(Invoke(Dale, "composeExtension/submitAction", new() { ["commandId"] = "promise", ["data"] = filled })))!;

        ToDale = await AboutAsync(Dale.Conversation);
        ToMei = await AboutAsync(Mei.Conversation);
        ToThePlace = [.. connector.Messages.Where(static it => it.Conversation.StartsWith("19:", StringComparison.Ordinal)).Select(static it => it.Json)];

        var yes = Inbound.Execute(connector.ServiceUrl, "accept", Button(Assert.Single(ToMei), "accept"));
        Accepted = JsonNode.Parse(await PostAsync(By(Mei, yes)))!;
    }

    private async Task SayAsync((string Id, string Object, string Conversation) who, string text) =>
        await PostAsync(By(who, Inbound.Message(connector.ServiceUrl, text)));

    private JsonObject Invoke((string Id, string Object, string Conversation) who, string name, JsonObject value)
    {
        var message = By(who, Inbound.Message(connector.ServiceUrl, ""));
        message["type"] = "invoke";
        message["name"] = name;
        message["value"] = value;
        message["conversation"] = new JsonObject { ["id"] = Place, ["conversationType"] = "channel", ["isGroup"] = true };
        return message;
    }

    private JsonObject By((string Id, string Object, string Conversation) who, JsonObject message)
    {
        message["id"] = $"f:{++deliveries}";
        message["from"] = new JsonObject { ["id"] = who.Id, ["aadObjectId"] = who.Object };
        message["conversation"]!["id"] = who.Conversation;
        return message;
    }

    private async Task<string> PostAsync(JsonObject message)
    {
        using var content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode} {body}");
        bodies.Add(body);
        return body;
    }

    /// <summary>What was posted there about the flyers; at least one message is waited for.</summary>
    private Task<List<JsonNode>> AboutAsync(string conversation) => PostsAsync(conversation, What, 1);

    /// <summary>What the clock shows, as it was answered for this many times.</summary>
    private async Task<DateTime> ClockAsync(int times)
    {
        const string Shows = "The clock shows ";
        var text = (await PostsAsync(Dale.Conversation, Shows, times))[^1]["text"]!.GetValue<string>();
        var from = text.IndexOf(Shows, StringComparison.Ordinal) + Shows.Length;
        return DateTime.ParseExact(text[from..text.IndexOf('.', from)], "ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
    }

    private async Task<List<JsonNode>> PostsAsync(string conversation, string with, int count)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            var posts = connector.Messages.Where(it => it.Conversation == conversation).Select(static it => it.Json)
                .Where(it => it.ToJsonString(Readable).Contains(with, StringComparison.Ordinal)).ToList();
            if (posts.Count >= count) return posts;
            Assert.True(until.Elapsed < Patience, $"“{with}” never came to {conversation}, but {connector.Messages.Count} messages");
            await Task.Delay(50);
        }
    }

    /// <summary>What the channel says in a message, beside what the SDK adds for itself.</summary>
    private static JsonObject Said(JsonNode post) => new()
    {
        ["summary"] = post["summary"]?.DeepClone(),
        ["text"] = post["text"]?.DeepClone(),
        ["card"] = post["attachments"]?[0]?["content"]?.DeepClone(),
        ["is card"] = post["attachments"]?[0]?["contentType"]?.GetValue<string>() == Card,
    };

    /// <summary>What a button of a card carries.</summary>
    private static JsonObject Button(JsonNode card, string verb) => Within(card)
        .Where(it => Text(it, "type").StartsWith("Action.", StringComparison.Ordinal) && it["data"] is JsonObject data && Text(data, "verb") == verb)
        .Select(static it => it["data"]!.DeepClone().AsObject()).First();

    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(static it => Within(it.Value)).Prepend(thing),
        JsonArray list => list.SelectMany(Within),
        _ => [],
    };

    private static string Text(JsonObject from, string name) =>
        from[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])")]
    private static partial Regex MadeUp();
}

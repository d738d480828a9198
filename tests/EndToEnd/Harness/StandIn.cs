using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Harness;

/// <summary>
/// The smallest bot there is: answers any message with a card and a press on it with another.
/// It shows that the harness sees what a bot sends, so a red test elsewhere is about the bot.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<JsonObject> received = [];

    private StandIn(WebApplication app, Uri messages)
    {
        this.app = app;
        Messages = messages;
    }

    public Uri Messages { get; }

    /// <summary>What it answers to a text, where not its own card.</summary>
    public Func<string, JsonObject?> Show { get; set; } = _ => null;

    /// <summary>Every activity so far.</summary>
    public IReadOnlyList<JsonObject> Received
    {
        get
        {
            lock (received) return [.. received];
        }
    }

    public static async Task<StandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var address = $"http://127.0.0.1:{House.FreePort()}";
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        var standIn = new StandIn(builder.Build(), new Uri($"{address}/api/messages"));
        standIn.app.MapPost("/api/messages", standIn.AnswerAsync);
        await standIn.app.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task<IResult> AnswerAsync(JsonObject activity)
    {
        lock (received) received.Add(activity);
        switch ((string?)activity["type"])
        {
            case "invoke":
                var data = activity["value"]!["action"]!["data"]!;
                return Results.Json(new JsonObject
                {
                    ["statusCode"] = 200,
                    ["type"] = "application/vnd.microsoft.card.adaptive",
                    ["value"] = Said($"Saved: {data["note"]}, {data["answer"]}, {data["day"]}"),
                });
            case "message":
                var conversation = (string)activity["conversation"]!["id"]!;
                var text = (string?)activity["text"] ?? "";
                var card = Show(text) ?? Asks($"{activity["from"]!["name"]} wrote");
                if (text == "unnamed") card["body"]!.AsArray().Add(Picture());
                using (await http.PostAsJsonAsync(
                    new Uri($"{activity["serviceUrl"]}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities"), Message(activity, card)))
                {
                    return Results.Ok();
                }

            default:
                return Results.Ok();
        }
    }

    private static JsonObject Message(JsonObject to, JsonObject card) => new()
    {
        ["type"] = "message",
        ["from"] = to["recipient"]!.DeepClone(),
        ["recipient"] = to["from"]!.DeepClone(),
        ["conversation"] = to["conversation"]!.DeepClone(),
        ["replyToId"] = to["id"]?.DeepClone(),
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card,
        }),
    };

    private static JsonObject Asks(string title) => (JsonObject)JsonNode.Parse($$"""
        {
          "type": "AdaptiveCard", "version": "1.5", "lang": "en",
          "body": [
            { "type": "TextBlock", "text": "{{title}}", "weight": "Bolder", "wrap": true },
            { "type": "Input.ChoiceSet", "id": "answer", "label": "How is it going?", "style": "compact", "value": "track", "choices": [
              { "title": "On track", "value": "track" }, { "title": "Blocked", "value": "blocked" } ] },
            { "type": "Input.Date", "id": "day", "label": "By when" },
            { "type": "Input.Text", "id": "note", "label": "A note" }
          ],
          "actions": [ { "type": "Action.Execute", "title": "Send", "verb": "send" }, { "type": "Action.Execute", "title": "Later", "verb": "later" } ]
        }
        """)!;

    private static JsonObject Picture() => new()
    {
        ["type"] = "Image",
        ["url"] = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E",
    };

    private static JsonObject Said(string text) => (JsonObject)JsonNode.Parse($$"""
        { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "{{text}}", "wrap": true } ] }
        """)!;
}

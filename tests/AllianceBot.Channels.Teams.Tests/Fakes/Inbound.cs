using System.Text.Json.Nodes;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>Inbound messages as the platform writes them, to be changed by the test.</summary>
public static class Inbound
{
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    public const string AppId = "00000000-0000-0000-0000-000000000b07";
    public const string Bot = "28:" + AppId;
    public const string Alice = "29:1alice";
    public const string AliceObject = "00000000-0000-0000-0000-00000000a11c";
    public const string Personal = "a:1personal-alice";

    public static JsonObject Message(string serviceUrl, string text, string id = "1485983408511") => new()
    {
        ["type"] = "message",
        ["text"] = text,
        ["id"] = id,
        ["timestamp"] = "2026-11-20T12:06:54.216Z",
        ["from"] = new JsonObject { ["id"] = Alice, ["name"] = "Alice Ames", ["aadObjectId"] = AliceObject },
        ["serviceUrl"] = serviceUrl,
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = Personal },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Rig Bot" },
        ["textFormat"] = "plain",
        ["locale"] = "en-US",
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["channelId"] = "msteams",
    };

    public static JsonObject Execute(string serviceUrl, string verb, JsonObject data, string? trigger = "manual")
    {
        var message = Message(serviceUrl, "", "f:" + verb);
        message.Remove("text");
        message["type"] = "invoke";
        message["name"] = "adaptiveCard/action";
        message["replyToId"] = "1795176418696";
        var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        if (trigger is not null) value["trigger"] = trigger;
        message["value"] = value;
        return message;
    }

    public static JsonObject Submit(string serviceUrl, JsonObject value)
    {
        var message = Message(serviceUrl, "", "f:submit");
        message.Remove("text");
        message["replyToId"] = "1795176418696";
        message["value"] = value;
        return message;
    }
}

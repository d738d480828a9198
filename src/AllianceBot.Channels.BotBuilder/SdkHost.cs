using AllianceBot.Channels.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>The SDK's adapter between the platform and the channel, both ways. Everything else is the channel's own.</summary>
internal static class SdkHost
{
    public static Hosted Of(TeamsSettings settings, Parts parts, ILogger log)
    {
        var adapter = new CloudAdapter(new SdkAuthentication(settings, parts, log), log);
        var way = new SdkChannel(adapter, new(settings, parts, log), parts.Tenants, SdkAuthentication.AppId(settings));
        return new(way, turns => new SdkTurns(adapter, turns));
    }
}

/// <summary>Takes a turn through the SDK's adapter. Who calls and what the body may claim has been looked at before.</summary>
internal sealed class SdkTurns(CloudAdapter adapter, Turns turns) : ITurnHost
{
    public bool ReadsBody => true;

    public async ValueTask<Outcome> RunAsync(HttpContext context, string turn, Incoming incoming)
    {
        var handler = new SdkHandler(turns, turn, incoming);
        try
        {
            await adapter.ProcessAsync(context.Request, context.Response, handler, context.RequestAborted);
        }
        catch (JsonException) when (handler.Outcome is null)
        {
            return new(StatusCodes.Status400BadRequest, "body");
        }

        // Without an outcome the SDK either could not read the body, or there is nothing in it for us.
        return handler.Outcome is { } outcome
            ? outcome with { IsWritten = true }
            : new(context.Response.StatusCode, context.Response.StatusCode == StatusCodes.Status200OK ? "" : "body");
    }
}

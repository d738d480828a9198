using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>The channel's parts under the SDK, put together. The conversation is asked for late: it may itself want a channel.</summary>
internal sealed class SdkParts
{
    private readonly TeamsSettings settings;
    private readonly CloudAdapter adapter;
    private readonly Callers callers;
    private readonly ILogger log;
    private readonly Lazy<Replies> replies;
    private readonly Lazy<SdkHandler> handler;

    public SdkParts(TeamsSettings settings, IServiceProvider all)
    {
        this.settings = settings;
        var time = all.GetRequiredService<TimeProvider>();
        log = all.GetRequiredService<ILoggerFactory>().CreateLogger("AllianceBot.Channels.BotBuilder");
        var keys = SdkKeys.Of(settings, all.GetRequiredService<IConfiguration>());
        adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(keys, logger: log), log);
        var hosts = new Hosts(settings);
        var tenants = new Tenants(all.GetService<IChannelMemory>());
        callers = new Callers(settings, hosts, null!);
        Channel = new SdkChannel(adapter, new SdkCalls(settings, hosts, new Lanes(settings, time), time, log), tenants, keys["MicrosoftAppId"] ?? "");
        replies = new(() => new Replies(Channel, all.GetRequiredService<IConverse>(), time, log));
        handler = new(() => new SdkHandler(
            callers, new Turns(settings, new Accounts(Channel, tenants), all.GetRequiredService<IConverse>(), time, log), Replies));
    }

    public SdkChannel Channel { get; }

    public bool IsTrusting => settings.AllowAnonymous || settings.IsDevelopment;

    public Replies Replies => replies.Value;

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (settings is { AllowAnonymous: true, IsDevelopment: true } && Callers.CheckNeighbour(context) is { Status: not 200 } stranger)
            {
                throw new TurnRefusedException(stranger.Status, stranger.Reason);
            }

            if (context.Request.ContentLength > settings.BodyLimit * 1024) throw new TurnRefusedException(413, "body");
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = settings.BodyLimit * 1024;
            await adapter.ProcessAsync(context.Request, context.Response, handler.Value, context.RequestAborted);
        }
        catch (TurnRefusedException refused)
        {
            SdkLog.Refused(log, refused.Status, refused.Message);
            context.Response.StatusCode = refused.Status;
        }
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up and will come again; nobody is left to answer.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            SdkLog.TurnFailed(log, fault.GetType().FullName ?? "", fault.StackTrace ?? "");
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}

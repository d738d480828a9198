using AllianceBot.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>The channel's parts, put together. The conversation is asked for late: it may itself want a channel.</summary>
internal sealed class Parts : IDisposable
{
    private readonly IServiceProvider all;
    private readonly TeamsSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly SocketsHttpHandler sockets = Outward.Sockets();
    private readonly HttpMessageInvoker http;
    private readonly SigningKeys keys;
    private readonly Login? login;
    private readonly ITokens tokens;
    private readonly Hosts hosts;
    private readonly Tenants tenants;
    private readonly Lazy<Replies> replies;
    private readonly Lazy<Endpoint> endpoint;

    public Parts(TeamsSettings settings, IServiceProvider all)
    {
        this.all = all;
        this.settings = settings;
        time = all.GetRequiredService<TimeProvider>();
        log = all.GetRequiredService<ILoggerFactory>().CreateLogger("AllianceBot.Channels.Teams");
        hosts = new(settings);
        http = new(sockets, disposeHandler: false);
        keys = new(http, settings, time, log);
        KeyRefresh = new(keys, settings, time);
        login = settings.HasCredential ? new(settings, sockets) : null;
        tokens = login is null ? new NoTokens() : new Tokens(login.AcquireAsync, settings, Outgoing, time, log);
        TokenCheck = new(tokens, Outgoing, settings.HasCredential, time);
        var bases = new Bases(settings, Memory);
        tenants = new(Memory);
        Channel = new(new(http, settings, hosts, bases, tokens, new(settings, time), time, log), tenants);
        replies = new(() => new(Channel, Converse, time, log));
        endpoint = new(MakeEndpoint);
    }

    public TeamsChannel Channel { get; }

    /// <summary>Whether this machine's programs are trusted in any way.</summary>
    public bool IsTrusting => settings.AllowAnonymous || settings.IsDevelopment;

    public KeyRefresh KeyRefresh { get; }

    public Outgoing Outgoing { get; } = new();

    public TokenCheck TokenCheck { get; }

    public Replies Replies => replies.Value;

    public Endpoint Endpoint => endpoint.Value;

    private IConverse Converse => all.GetRequiredService<IConverse>();

    private IChannelMemory? Memory => all.GetService<IChannelMemory>();

    public void Dispose()
    {
        http.Dispose();
        login?.Dispose();
        sockets.Dispose();
        keys.Dispose();
        (tokens as IDisposable)?.Dispose();
        KeyRefresh.Dispose();
        TokenCheck.Dispose();
    }

    private Endpoint MakeEndpoint() =>
        new(settings, new(settings, hosts, new(keys, settings, time)), new(settings, new(Channel, tenants), Converse, time, log), Replies, log);
}

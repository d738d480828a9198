using AllianceBot.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>The channel's parts, put together. The conversation is asked for late: it may itself want a channel.</summary>
internal sealed class Parts : IDisposable
{
    private readonly IServiceProvider all;
    private readonly Hosted hosted;
    private readonly TeamsSettings settings;
    private readonly ILogger log;
    private readonly SocketsHttpHandler sockets = Outward.Sockets();
    private readonly HttpMessageInvoker http;
    private readonly SigningKeys keys;
    private readonly Login? login;
    private readonly Lazy<Replies> replies;
    private readonly Lazy<Endpoint> endpoint;

    public Parts(TeamsSettings settings, IServiceProvider all, Func<IServiceProvider, Parts, Hosted>? host = null)
    {
        this.all = all;
        this.settings = settings;
        Time = all.GetRequiredService<TimeProvider>();
        log = all.GetRequiredService<ILoggerFactory>().CreateLogger("AllianceBot.Channels.Teams");
        Hosts = new(settings);
        http = new(sockets, disposeHandler: false);
        keys = new(http, settings, Time, log);
        KeyRefresh = new(keys, settings, Time);
        login = settings.HasCredential ? new(settings, sockets) : null;
        Tokens = login is null ? new NoTokens() : new Tokens(login.AcquireAsync, settings, Outgoing, Time, log);
        TokenCheck = new(Tokens, Outgoing, settings.HasCredential, Time);
        Tenants = new(Memory);
        Repeats = new(settings, new(settings, Memory), Tokens, new(settings, Time), Time);
        hosted = host is null ? new(Natively(), static turns => turns) : host(all, this);
        replies = new(() => new(Channel, Converse, Time, log));
        endpoint = new(MakeEndpoint);
    }

    public ITeamsWay Channel => hosted.Way;

    public TimeProvider Time { get; }

    public Hosts Hosts { get; }

    /// <summary>The connections out; whoever uses them leaves them open.</summary>
    public HttpMessageHandler Sockets => sockets;

    public ITokens Tokens { get; }

    public Tenants Tenants { get; }

    public Repeats Repeats { get; }

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
        (Tokens as IDisposable)?.Dispose();
        KeyRefresh.Dispose();
        TokenCheck.Dispose();
    }

    private TeamsChannel Natively() =>
        new(new(http, settings, Hosts, Repeats, Tokens, Time, log), Tenants);

    private Endpoint MakeEndpoint()
    {
        var turns = new Turns(settings, new(Channel, Tenants), Converse, Time, log);
        return new(settings, new(settings, Hosts, new(keys, settings, Time)), hosted.Turns(turns), Replies, log);
    }
}

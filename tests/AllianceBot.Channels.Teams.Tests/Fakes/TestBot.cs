using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using AllianceBot.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>A bot of this channel and nothing behind it, served by a real server.</summary>
public sealed class TestBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestBot(WebApplication app, ScriptedConversation conversation, ConcurrentQueue<string> log)
    {
        this.app = app;
        Conversation = conversation;
        Lines = log;
        Client = new HttpClient { BaseAddress = new(Loopback.AddressOf(app)) };
    }

    public HttpClient Client { get; }

    public ScriptedConversation Conversation { get; }

    /// <summary>What was logged.</summary>
    public ConcurrentQueue<string> Lines { get; }

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    internal Parts Parts => app.Services.GetRequiredService<Parts>();

    public static async Task<TestBot> StartAsync(
        TeamsSettings settings, Func<Ask, Answer>? answers = null, TimeProvider? time = null, IChannelMemory? memory = null,
        bool checksLogin = false, Action<IServiceCollection, TeamsSettings>? host = null)
    {
        var conversation = new ScriptedConversation();
        if (answers is not null) conversation.Answers = (ask, _) => new(answers(ask));
        var lines = new ConcurrentQueue<string>();
        var app = Loopback.Build(builder =>
        {
            builder.Logging.AddProvider(new QueueLog(lines)).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
            if (time is not null) builder.Services.AddSingleton(time);
            if (memory is not null) builder.Services.AddSingleton(memory);
            builder.Services.AddSingleton<IConverse>(conversation);
            if (host is not null) host(builder.Services, settings);
            else builder.Services.AddTeamsParts(settings);
            if (checksLogin) builder.Services.AddTokenCheck();
        });
        app.MapTeams();
        await app.StartAsync();
        return new(app, conversation, lines);
    }

    public Task<HttpResponseMessage> PostAsync(string json, string? token = null) =>
        PostAsync(Encoding.UTF8.GetBytes(json), token is null ? null : "Bearer " + token);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? authorization, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private sealed class QueueLog(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception?.Message}");

        public void Dispose()
        {
        }
    }
}

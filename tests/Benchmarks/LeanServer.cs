using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Benchmarks;

/// <summary>
/// The floor: the same server with a bare delegate that parses the same message and answers the same bytes; for typed
/// words it posts the same reply to the same connector. It knows nobody and keeps nothing.
/// </summary>
internal static class LeanServer
{
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
    private static byte[] answer = [];
    private static byte[] reply = [];

    public static async Task RunAsync(string port, string connector)
    {
        var builder = Children.Server();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        await using var app = builder.Build();
        app.Run(context => AnswerAsync(context, connector));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, string connector)
    {
        var body = await ReadAsync(context.Request);
        switch (context.Request.Path.Value)
        {
            case "/answer":
                answer = body.ToArray();
                return;
            case "/reply":
                reply = body.ToArray();
                return;
        }

        var message = JsonSerializer.Deserialize(body, LeanContext.Default.LeanMessage)!;
        if (message.Type == "invoke")
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = answer.Length;
            context.Response.BodyWriter.Write(answer);
            await context.Response.BodyWriter.FlushAsync();
            return;
        }

        await context.Response.CompleteAsync();
        var to = $"{connector}v3/conversations/{Uri.EscapeDataString(message.Conversation?.Id ?? "")}/activities";
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ByteArrayContent(reply) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new("Bearer", "lean");
        using var response = await Http.SendAsync(request, CancellationToken.None);
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}

/// <summary>What anybody who answers a message has to read of it.</summary>
internal sealed record LeanMessage(
    string? Type, string? Id, string? Name, string? Text, string? ServiceUrl, string? ChannelId, string? ReplyToId, LeanAccount? From,
    LeanConversation? Conversation, LeanValue? Value);

internal sealed record LeanAccount(string? Id, string? Name, string? AadObjectId);

internal sealed record LeanConversation(string? Id, string? TenantId, string? ConversationType);

internal sealed record LeanValue(LeanAction? Action, string? Trigger);

internal sealed record LeanAction(string? Type, string? Verb, Dictionary<string, string>? Data);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LeanMessage))]
internal sealed partial class LeanContext : JsonSerializerContext;

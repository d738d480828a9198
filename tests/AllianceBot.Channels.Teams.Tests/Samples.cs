using System.Text.Encodings.Web;
using System.Text.Json;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Recorded messages of the platform and of its stand-in client, and the asks that they are.</summary>
internal static class Samples
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Samples");

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(Root, "Inbound"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static string Inbound(string name) => File.ReadAllText(Path.Combine(Root, "Inbound", name + ".json"));

    public static string Ask(string name) => Path.Combine(Root, "Asks", name + ".json") is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    /// <summary>What differs is left beside the expected, to be looked at and taken over.</summary>
    public static void Leave(string name, string actual) => File.WriteAllText(Path.Combine(Root, "Asks", name + ".actual"), actual);

    public static string Write(Ask? ask) => ask is null
        ? "\"ignored\"\n"
        : JsonSerializer.Serialize(
            new
            {
                from = Said(ask.From),
                where = new
                {
                    ask.Where.ServiceUrl,
                    ask.Where.Conversation,
                    ask.Where.Thread,
                    ask.Where.User,
                    ask.Where.Bot,
                    ask.Where.HostTenant,
                    kind = ask.Where.Kind.ToString(),
                },
                what = What(ask.What),
                ask.Transport,
                ask.ShownName,
                ask.Locale,
                ask.Team,
                mentions = ask.Mentions.Select(mention => new { mention.Text, who = Said(mention.Who), mention.ShownName }),
            },
            Readable) + "\n";

    private static object What(AskContent content) => content switch
    {
        Typed typed => new { typed = typed.Text },
        Pressed pressed => new { pressed = pressed.Verb, pressed.Fields, pressed.Message, pressed.CanReturnCard, pressed.Automatic },
        Came came => new { came = came.Kind.ToString(), who = came.Who.Select(Said) },
        _ => throw new InvalidOperationException(content.GetType().Name),
    };

    private static string Said(Handle handle) => $"{handle.Channel} {handle.Tenant} {handle.User}{(handle.HasObjectId ? "" : " without object id")}";
}

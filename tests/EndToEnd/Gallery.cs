using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceBot.Cards;
using EndToEnd.Harness;

namespace EndToEnd;

/// <summary>One client for all cards of the project: each is shown there with its sample.</summary>
public sealed class Gallery(Browser browser) : IAsyncLifetime
{
    private readonly string logs = House.Artifacts("gallery");
    private StandIn? bot;
    private RewritingProxy? proxy;
    private Playground? playground;
    private Client? client;

    private static string Folder => Path.Combine(House.Root, "cards");

    /// <summary>Every view as "area/view", and "area/view.what" for what else it shows.</summary>
    public static IReadOnlyList<string> Views { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.sample.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file)[..^".sample.json".Length]).Order(StringComparer.Ordinal),
    ];

    public async ValueTask InitializeAsync()
    {
        bot = await StandIn.StartAsync();
        bot.Show = Expand;
        proxy = await RewritingProxy.StartAsync(bot.Messages);
        playground = await Playground.StartAsync(Human.Ana, proxy.In, logs);
        client = await Client.OpenAsync(browser, playground, proxy);
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not null) await client.DisposeAsync();
        if (playground is not null) await playground.DisposeAsync();
        if (proxy is not null) await proxy.DisposeAsync();
        if (bot is not null) await bot.DisposeAsync();
    }

    /// <summary>The card of a view's sample, as the bot would send it.</summary>
    internal static JsonObject Expand(string view)
    {
        var faults = new List<CardFault>();
        var template = SourceReader.Read(view, File.ReadAllBytes(Path.Combine(Folder, $"{CardFolder.ViewOf($"{view}.sample.json")}.json")), faults);
        using var sample = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{view}.sample.json")));
        var missing = new List<string>();
        var card = CardTemplate.Compile(view, template!).ExpandSample(sample.RootElement, missing);
        Assert.Empty(missing);
        return (JsonObject)JsonNode.Parse(card)!;
    }

    internal Task<Card> ShowAsync(string view) => client!.NewCardAsync(() => client.SayAsync(view));
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Harness;

/// <summary>One Agents Playground: the client of one human, talking to one bot.</summary>
internal sealed partial class Playground : IAsyncDisposable
{
    public const string BotName = "AllianceBot";
    public const string BotId = "28:00000000-0000-0000-0000-00000000b07b";
    public const string Tenant = "00000000-0000-0000-0000-00000000a111";

    private readonly Child child;
    private readonly string folder;

    private Playground(Human human, Child child, string folder, Uri address)
    {
        Human = human;
        Address = address;
        this.child = child;
        this.folder = folder;
    }

    public Human Human { get; }

    public Uri Address { get; }

    /// <summary>Where the bot sends its messages to, unless a proxy stands between.</summary>
    public Uri Connector => new(Address, "_connector");

    /// <param name="human">Who sits at it.</param>
    /// <param name="bot">The bot's messages endpoint. It must answer HEAD with whatever status, so start the bot first.</param>
    /// <param name="logs">Folder for its log.</param>
    /// <param name="serviceUrl">What the bot is told to answer to, where that is a proxy.</param>
    /// <param name="device">Where the same human has several clients: each has conversations of its own.</param>
    public static async Task<Playground> StartAsync(Human human, Uri bot, string logs, Uri? serviceUrl = null, string device = "")
    {
        var cli = House.Npm("@microsoft", "m365agentsplayground", "cli.js");
        if (!File.Exists(cli)) throw new InvalidOperationException("The Agents Playground is not installed: run `bash tests/run` once.");
        var folder = House.TemporaryFolder($"playground-{human.Key}");
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), Settings(human, human.Key + device));
        List<string> arguments =
        [
            cli, "start", "-e", bot.ToString(), "-c", "msteams", "-p", House.FreePort().ToString(CultureInfo.InvariantCulture),
            "--disable-telemetry",
        ];
        if (serviceUrl is not null) arguments.AddRange(["--service-url", serviceUrl.ToString()]);
        var child = Child.Start("node", arguments, folder, Path.Combine(logs, $"playground-{human.Key}{device}.log"), new Dictionary<string, string>
        {
            ["TEAMSAPPTESTER_BROWSER"] = "none",
            ["NO_PROXY"] = "localhost,127.0.0.1",
        });
        // A port that was taken meanwhile is replaced without a word, so what it says counts, not what was asked for.
        var port = (await child.SaysAsync(Listening(), TimeSpan.FromSeconds(30))).Groups[1].Value;
        return new Playground(human, child, folder, new Uri($"http://localhost:{port}/"));
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // JSON is YAML too. Exactly five others are asked for. Each human has chats of their own, as each Playground keeps its own.
    private static string Settings(Human human, string key) => JsonSerializer.Serialize(new
    {
        version = "0.1.1",
        tenantId = Tenant,
        bot = new { id = BotId, name = BotName },
        currentUser = User(human),
        users = Human.Everyone.Where(other => other != human).Take(5).Select(User),
        personalChat = new { id = $"personal-{key}" },
        groupChat = new { id = $"19:group-{key}@thread.v2", name = "Riverbend Works chat" },
        team = new
        {
            id = $"19:team-{key}@thread.tacv2",
            name = "Riverbend Works",
            aadGroupId = "00000000-0000-0000-0000-0000000000aa",
            channels = new[] { new { id = $"19:stewards-{key}@thread.tacv2", name = "Stewards" } },
        },
    });

    private static object User(Human human) => new
    {
        id = human.Id,
        name = human.Name,
        userPrincipleName = human.Email,
        aadObjectId = human.ObjectId,
        givenName = human.Given,
        surname = human.Surname,
        email = human.Email,
    };

    [GeneratedRegex(@"Listening on (\d+)")]
    private static partial Regex Listening();
}

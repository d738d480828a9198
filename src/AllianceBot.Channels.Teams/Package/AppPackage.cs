using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// The package that installs the bot in Teams: manifest and icons, at the root of a zip file and nothing else.
/// The manifest keeps to schema 1.19: it has all that a bot with commands needs, and government clouds and validators
/// lag behind newer ones.
/// </summary>
public static class AppPackage
{
    // A zip keeps a date per file; a fixed one makes the same package from the same source.
    private static readonly DateTimeOffset Dated = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package of a bot; a file that is there is replaced.</summary>
    /// <param name="appId">The bot's application id, a GUID; the package has the same id.</param>
    /// <param name="developer">Who runs the bot.</param>
    /// <param name="path">Where it is written.</param>
    /// <param name="messageAction">Whether messages can be made promises; as the setting Teams:MessageAction says.</param>
    /// <exception cref="ArgumentException">The application id is no GUID.</exception>
    public static void Write(string appId, AppDeveloper developer, string path, bool messageAction = true)
    {
        var manifest = Manifest(appId, developer, messageAction);
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest));
        Add(zip, "color.png", Mark.Color());
        Add(zip, "outline.png", Mark.Outline());
    }

    internal static string Manifest(string appId, AppDeveloper developer, bool messageAction = true)
    {
        ArgumentNullException.ThrowIfNull(developer);
        if (!Guid.TryParseExact(appId, "D", out var id)) throw new ArgumentException("The application id has to be a GUID.", nameof(appId));
        using var template = typeof(AppPackage).Assembly.GetManifestResourceStream("manifests/teams/manifest.json")!;
        using var reader = new StreamReader(template, Encoding.UTF8);
        var manifest = new StringBuilder(reader.ReadToEnd());
        Fill("appId", id.ToString("D"));
        Fill("developer", developer.Name);
        Fill("website", developer.Website.AbsoluteUri);
        Fill("privacy", developer.Privacy.AbsoluteUri);
        Fill("terms", developer.Terms.AbsoluteUri);
        if (messageAction) return manifest.ToString();
        var without = JsonNode.Parse(manifest.ToString())!.AsObject();
        without.Remove("composeExtensions");
        return without.ToJsonString(new() { WriteIndented = true });

        void Fill(string name, string value) => manifest.Replace($"{{{{{name}}}}}", JsonEncodedText.Encode(value).ToString());
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Dated;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

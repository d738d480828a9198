using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>
/// The package against the rules of the published schema 1.19 for the parts that it uses, written out here because the
/// schema itself is not ours to carry: no unknown member, every required one, lengths, patterns, counts.
/// </summary>
public sealed partial class AppPackageTests
{
    private static readonly AppDeveloper Harbor = new(
        "Harbor \"Youth\" Center", new("https://harbor.example/"), new("https://harbor.example/privacy?a=1&b=2"), new("https://harbor.example/terms"));

    private static readonly JsonObject Manifest = JsonNode.Parse(AppPackage.Manifest(Inbound.AppId, Harbor))!.AsObject();

    [Fact]
    public void The_manifest_has_no_member_that_the_schema_does_not_know()
    {
        Members(Manifest, "$schema manifestVersion version id developer name description icons accentColor defaultInstallScope supportedChannelTypes bots composeExtensions validDomains");
        Members(Manifest["developer"]!, "name websiteUrl privacyUrl termsOfUseUrl");
        Members(Manifest["name"]!, "short full");
        Members(Manifest["description"]!, "short full");
        Members(Manifest["icons"]!, "color outline");
        Members(Bot, "botId scopes isNotificationOnly supportsFiles commandLists");
        Assert.All(Lists, list => Members(list, "scopes commands"));
        Assert.All(Commands, command => Members(command, "title description"));
    }

    [Fact]
    public void The_manifest_keeps_to_lengths_patterns_and_counts()
    {
        Assert.Equal("1.19", Text(Manifest, "manifestVersion"));
        Assert.Contains("/v1.19/", Text(Manifest, "$schema"), StringComparison.Ordinal);
        Assert.Matches(SemanticVersion(), Text(Manifest, "version"));
        Assert.Matches(Color(), Text(Manifest, "accentColor"));
        Assert.Equal(Inbound.AppId, Text(Manifest, "id"));
        Assert.Equal(Inbound.AppId, Text(Bot, "botId"));
        Length(Manifest["developer"]!, "name", 32);
        Length(Manifest["name"]!, "short", 30);
        Length(Manifest["name"]!, "full", 100);
        Length(Manifest["description"]!, "short", 80);
        Length(Manifest["description"]!, "full", 4000);
        string[] urls = ["websiteUrl", "privacyUrl", "termsOfUseUrl"];
        Assert.All(urls, url => Assert.StartsWith("https://", Text(Manifest["developer"]!, url), StringComparison.Ordinal));
        Assert.All(Manifest["supportedChannelTypes"]!.AsArray(), type => Assert.Contains(type!.GetValue<string>(), (string[])["sharedChannels", "privateChannels"]));
        Assert.Single(Manifest["bots"]!.AsArray());
        Assert.InRange(Lists.Count, 1, 3);
        Assert.All(Lists, list => Assert.InRange(list["commands"]!.AsArray().Count, 1, 10));
        Assert.All(Commands, command => Length(command, "title", 32));
        Assert.All(Commands, command => Length(command, "description", 128));
        var scopes = Scopes(Bot);
        Assert.All(Lists, list => Assert.Subset(scopes.ToHashSet(), Scopes(list).ToHashSet()));
        Assert.Equal(scopes.Order(), Lists.SelectMany(Scopes).Order());
    }

    [Fact]
    public void N6_The_message_action_opens_with_a_form_and_is_left_out_where_it_is_switched_off()
    {
        var extension = Assert.Single(Manifest["composeExtensions"]!.AsArray())!;
        Members(extension, "botId commands");
        Assert.Equal(Inbound.AppId, Text(extension, "botId"));
        var action = Assert.Single(extension["commands"]!.AsArray())!;
        Members(action, "id type title description context fetchTask");
        Assert.Equal(("promise", "action"), (Text(action, "id"), Text(action, "type")));
        Assert.Equal(DialogReader.Command, Text(action, "id"));
        Length(action, "title", 32);
        Length(action, "description", 128);
        Assert.Equal("message", Assert.Single(action["context"]!.AsArray())!.GetValue<string>());
        Assert.True(action["fetchTask"]!.GetValue<bool>());
        var without = JsonNode.Parse(AppPackage.Manifest(Inbound.AppId, Harbor, messageAction: false))!.AsObject();
        Assert.False(without.ContainsKey("composeExtensions"));
        Assert.Equal(Manifest.Count - 1, without.Count);
    }

    [Fact]
    public void Every_command_is_a_word_that_the_bot_understands()
    {
        var grammar = JsonNode.Parse(File.ReadAllText(InRepository("src/AllianceBot.Conversation/Grammar/en.json")))!;
        var words = grammar["verbs"]!.AsObject().SelectMany(verb => verb.Value!.AsArray()).Select(word => word!.GetValue<string>()).ToHashSet();
        Assert.All(Commands, command => Assert.Contains(Text(command, "title"), words));
    }

    [Fact]
    public void The_package_holds_three_files_at_its_root_and_is_the_same_every_time()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        AppPackage.Write(Inbound.AppId.ToUpperInvariant(), Harbor, path);
        var first = File.ReadAllBytes(path);
        AppPackage.Write(Inbound.AppId, Harbor, path);
        Assert.Equal(first, File.ReadAllBytes(path));

        using (var zip = ZipFile.OpenRead(path))
        {
            Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
            using var manifest = new StreamReader(zip.GetEntry("manifest.json")!.Open());
            Assert.Equal(AppPackage.Manifest(Inbound.AppId, Harbor), manifest.ReadToEnd());
            var icons = Manifest["icons"]!;
            Assert.NotNull(zip.GetEntry(Text(icons, "color")));
            Assert.NotNull(zip.GetEntry(Text(icons, "outline")));
        }

        File.Delete(path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bot")]
    [InlineData("\"},\"x\":{\"")]
    public void Only_an_application_id_makes_a_package(string appId) =>
        Assert.Throws<ArgumentException>(() => AppPackage.Write(appId, Harbor, "never-written.zip"));

    [Fact]
    public void The_manifest_names_who_runs_the_bot_and_nothing_is_left_to_fill()
    {
        var developer = Manifest["developer"]!;
        Assert.Equal(Harbor.Name, Text(developer, "name"));
        Assert.Equal(Harbor.Website.AbsoluteUri, Text(developer, "websiteUrl"));
        Assert.Equal(Harbor.Privacy.AbsoluteUri, Text(developer, "privacyUrl"));
        Assert.Equal(Harbor.Terms.AbsoluteUri, Text(developer, "termsOfUseUrl"));
        Assert.DoesNotContain("{{", Manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", Manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_are_not_given_are_the_website()
    {
        var faults = new List<string>();
        var read = AppDeveloper.Read(" Harbor ", "https://harbor.example", null, "https://harbor.example/terms", faults);
        Assert.Equal(new("Harbor", new("https://harbor.example"), new("https://harbor.example"), new("https://harbor.example/terms")), read);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("", "http://harbor.example", "harbor.example/privacy", "https://user:word@harbor.example", "--developer --website --privacy --terms")]
    [InlineData("A name that is longer than Teams takes", "https://harbor.example", null, null, "--developer")]
    [InlineData("Harbor", null, null, null, "--website")]
    [InlineData("Harbor", "https://harbor.example", "javascript:alert(1)", null, "--privacy")]
    public void All_that_is_wrong_about_who_runs_the_bot_is_said_at_once(string name, string? website, string? privacy, string? terms, string wrong)
    {
        var faults = new List<string>();
        Assert.Null(AppDeveloper.Read(name, website, privacy, terms, faults));
        Assert.Equal(wrong.Split(' '), faults.Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public void The_coloured_icon_is_192_pixels_a_side_and_opaque()
    {
        var pixels = Decode(Mark.Color(), 192);
        Assert.All(pixels, pixel => Assert.Equal(255, pixel.Alpha));
        Assert.True(pixels.Distinct().Count() > 4);
    }

    [Fact]
    public void The_outline_icon_is_32_pixels_a_side_and_white_on_nothing()
    {
        var pixels = Decode(Mark.Outline(), 32);
        Assert.All(pixels, pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        int[] corners = [0, 31, 32 * 31, (32 * 32) - 1];
        Assert.All(corners, corner => Assert.Equal(0, pixels[corner].Alpha));
        Assert.InRange(pixels.Count(pixel => pixel.Alpha > 200), 100, 500);
    }

    private static JsonObject Bot => Manifest["bots"]![0]!.AsObject();

    private static List<JsonObject> Lists => [.. Bot["commandLists"]!.AsArray().Select(list => list!.AsObject())];

    private static List<JsonObject> Commands => [.. Lists.SelectMany(list => list["commands"]!.AsArray()).Select(command => command!.AsObject())];

    private static List<string> Scopes(JsonObject of) => [.. of["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>())];

    private static void Members(JsonNode of, string names) => Assert.Equal(names.Split(' ').Order(), of.AsObject().Select(member => member.Key).Order());

    private static string Text(JsonNode of, string name) => of[name]!.GetValue<string>();

    private static void Length(JsonNode of, string name, int atMost) => Assert.InRange(Text(of, name).Length, 1, atMost);

    private static string InRepository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AllianceBot.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, path);
    }

    private static List<(int Red, int Green, int Blue, int Alpha)> Decode(byte[] png, int size)
    {
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], png[..8]);
        using var compressed = new MemoryStream();
        var seen = new List<string>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var type = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            seen.Add(type);
            if (type == "IHDR") Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12))));
            if (type == "IDAT") compressed.Write(png, at + 8, length);
            if (type == "IEND") Assert.Equal([0xAE, 0x42, 0x60, 0x82], png[(at + 8)..(at + 12)]);
            at += length + 12;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], seen);
        compressed.Position = 0;
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var rows = new byte[size * ((size * 4) + 1)];
        zlib.ReadExactly(rows);
        return [.. from row in Enumerable.Range(0, size)
                   from column in Enumerable.Range(0, size)
                   let pixel = (row * ((size * 4) + 1)) + 1 + (column * 4)
                   select ((int)rows[pixel], (int)rows[pixel + 1], (int)rows[pixel + 2], (int)rows[pixel + 3])];
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex SemanticVersion();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}

using System.Runtime.CompilerServices;
using System.Text;

namespace AllianceBot.Cards.Tests;

/// <summary>A folder of cards for one test, gone when the test is.</summary>
internal sealed class CardFiles : IDisposable
{
    public CardFiles()
    {
        Folder = Directory.CreateTempSubdirectory("cards-").FullName;
        Write("words/en.json", """{ "promise.accept": "Accept", "promise.from": "From", "promise.asks": "{who} asks for {what}" }""");
        Write("rules.json", """{ "dataKeys": ["verb", "item", "revision"] }""");
    }

    public string Folder { get; }

    /// <summary>The folder of the cards that ship.</summary>
    public static string Shipped { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "../../cards"));

    public static string Tests { get; } = SourceFolder();

    public CardFiles Write(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return this;
    }

    /// <summary>A view with these elements as its body.</summary>
    public CardFiles WithBody(string body, string sample = "{}", string more = "") => Write("test/card.json", Card(body, more)).Write("test/card.sample.json", sample);

    public static string Card(string body, string more = "") =>
        $$"""
        { "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", {{more}}
          "body": [ {{body}} ] }
        """;

    public CardLibrary Load() => CardLibrary.Load(Folder);

    public IReadOnlyList<string> Faults() => [.. CardLibrary.Check(Folder).Select(fault => fault.ToString())];

    public string Expand(CardModel model, string language = "en") =>
        Encoding.UTF8.GetString(Load().Expand("test/card", language, model).Span);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

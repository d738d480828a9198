using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using AllianceBot.Cards;

namespace Benchmarks;

/// <summary>One expansion of the largest card, its template parsed once.</summary>
internal static class CardBench
{
    private const int Turns = 2_000;

    public static IReadOnlyList<Result> Run()
    {
        var folder = Path.Combine(Repository.Root, "cards");
        var library = CardLibrary.Load(folder);
        var cards = library.Views.Select(view => (View: view, Model: Sample(folder, view), Buffer: new ArrayBufferWriter<byte>(64 * 1024))).ToList();
        foreach (var card in cards) library.Expand(card.View, "en", card.Model, card.Buffer);
        var largest = cards.MaxBy(card => card.Buffer.WrittenCount);
        var best = double.MaxValue;
        for (var round = 0; round < 30; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var turn = 0; turn < Turns; turn++)
            {
                largest.Buffer.ResetWrittenCount();
                library.Expand(largest.View, "en", largest.Model, largest.Buffer);
            }

            // The best of thirty rounds: what else the machine does can only make a round slower.
            best = Math.Min(best, watch.Elapsed.TotalMicroseconds / Turns);
        }

        Console.Error.WriteLine($"{largest.View}: {largest.Buffer.WrittenCount} bytes");
        return [new("card.expand.us", best, "us")];
    }

    private static CardModel Sample(string folder, string view)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"{view}.sample.json")));
        return Model(json.RootElement);
    }

    private static CardModel Model(JsonElement json)
    {
        var model = new CardModel();
        foreach (var property in json.EnumerateObject()) model.Set(string.Intern(property.Name), Value(property.Value));
        return model;
    }

    // What has a space in it is taken for a person's text, which has to be escaped as in the bot; a single word for one of ours.
    private static CardValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Model(json),
        JsonValueKind.Array => CardValue.Values([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.String when json.GetString() is { } text => text.Contains(' ', StringComparison.Ordinal) ? text : CardValue.Token(text),
        _ => CardValue.FromJson(json),
    };
}

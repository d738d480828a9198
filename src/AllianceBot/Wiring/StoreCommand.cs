using System.Globalization;
using AllianceBot.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceBot.Wiring;

/// <summary>Moves everything from one kind of store to another, in the same folder, and checks the copy row by row.</summary>
internal static class StoreCommand
{
    /// <exception cref="StoreException">It could not be copied, or the copy differs; the original is as it was.</exception>
    public static async Task CopyAsync(string from, string to, string folder, TextWriter told, CancellationToken ct)
    {
        foreach (var provider in (string[])[from, to])
        {
            if (StoreKinds.Fault(provider) is { } fault) throw new StoreException($"The store is '{provider}': {fault}.");
        }

        if (from == to) throw new StoreException("From and to are the same store.");
        var (source, target) = (StoreKinds.File(from, folder), StoreKinds.File(to, folder));
        if (!File.Exists(source)) throw new StoreException($"There is no database at {source}. Name the folder that holds it with --data.");
        var settings = new BotSettings { Data = folder };
        await using var original = StoreKinds.Open(from, settings, NullLoggerFactory.Instance);
        await using (var taking = StoreKinds.Open(to, settings, NullLoggerFactory.Instance)) taking.Take(original.Secret, original.Everything(ct), ct);

        // Opened again: what is checked is what the bot will find.
        await using var copy = StoreKinds.Open(to, settings, NullLoggerFactory.Instance);
        var counts = StoreMove.Verify(original, copy, ct);
        await told.WriteLineAsync($"Copied from {source} to {target}, and every row was read back and is the same:");
        foreach (var (kind, rows) in counts) await told.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {rows} {kind}"));
        await told.WriteLineAsync($"To use it: Storage:Provider = {to}. The original is as it was; put it away once you are content.");
    }
}

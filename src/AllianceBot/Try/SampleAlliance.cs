using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Try.Sample;
using AllianceBot.Wiring;

namespace AllianceBot.Try;

/// <summary>The alliance a newcomer meets: told on the first start, kept as it was left on later ones.</summary>
internal sealed class SampleAlliance(AllianceEngine engine, IAllianceStore store, BotSettings settings)
{
    /// <summary>Where its id is kept.</summary>
    public static readonly DirectoryKey Key = new("setting", "sample-alliance");

    private readonly TaskCompletionSource<AllianceId> loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its id. Who writes while it is still being loaded waits for it, and is not taken for a stranger; where it cannot be loaded the program ends.</summary>
    public Task<AllianceId> IdAsync(CancellationToken ct) => loaded.Task.WaitAsync(ct);

    /// <returns>Its name.</returns>
    public async Task<string> LoadAsync(CancellationToken ct)
    {
        var (id, name) = await FindAsync(ct) ?? await TellAsync();
        loaded.TrySetResult(id);
        return name;
    }

    private async Task<(AllianceId, string)?> FindAsync(CancellationToken ct)
    {
        if (await store.FindAsync(Key, ct) is not { } kept) return null;
        var id = new AllianceId(Encoding.UTF8.GetString(kept.Span));
        return (id, (await engine.FindAsync(id, ct))?.Name?.Text ?? "?");
    }

    private async Task<(AllianceId, string)> TellAsync()
    {
        var past = Riverbend.Tell(engine.NewId, engine.Clock.GetCurrentInstant(), NodaTime.Duration.FromSeconds(settings.TryUndo));
        await engine.ImportAsync(
            past.Events.ToValueList(), [new(Key, Encoding.UTF8.GetBytes(past.Alliance.Id.Value), OnlyIfNew: true)]);
        return (past.Alliance.Id, past.Alliance.Name!.Text!);
    }
}

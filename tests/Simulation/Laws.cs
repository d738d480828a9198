using AllianceBot.Domain;
using AllianceBot.Engine;

namespace Simulation;

/// <summary>What must always hold, held against what the store and the outside have in the end.</summary>
internal sealed class Laws(World world)
{
    private readonly List<string> broken = [];

    /// <summary>Every broken law in a sentence; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync()
    {
        var rows = await RowsAsync();
        foreach (var alliance in Cast.Ids)
        {
            var stream = await StreamAsync(world.Store, alliance);
            broken.AddRange(Applied(world.Asked, alliance, stream));
            broken.AddRange(Kept(world.Clock.GetCurrentInstant(), alliance, stream, await world.Engine.FindAsync(alliance, CancellationToken.None)));
            Told(alliance, stream, rows);
        }

        Delivered(rows);
        Seen();
        return broken;
    }

    /// <summary>Nothing acknowledged is lost, nothing is applied twice, and what was denied left no trace.</summary>
    public static IEnumerable<string> Applied(IEnumerable<Sent> asked, AllianceId alliance, List<AllianceEvent> stream)
    {
        var blocks = new Dictionary<(AskId, PersonId), int>();
        for (var i = 0; i < stream.Count; i++)
        {
            if (i > 0 && stream[i].Ask == stream[i - 1].Ask && stream[i].At == stream[i - 1].At) continue;
            var key = (stream[i].Ask, stream[i].By);
            blocks[key] = blocks.GetValueOrDefault(key) + 1;
        }

        foreach (var (key, count) in blocks.Where(static block => block.Value > 1)) yield return $"{alliance}: {key} was applied {count} times";
        var happened = stream.Select(static one => one.Ask).ToHashSet();
        foreach (var sent in asked.Where(sent => sent.Alliance == alliance))
        {
            if (sent.Answer is not null) yield return $"{sent.Command.Ask} was never answered";
            if (sent.WasDone && !happened.Contains(sent.Command.Ask)) yield return $"{sent.Command.Ask} was acknowledged and is lost";
            if (sent.WasContradicted) yield return $"{sent.Command.Ask} was done, and asked again it was refused";
            if (sent.WasOnlyDenied && happened.Contains(sent.Command.Ask)) yield return $"{sent.Command.Ask} was denied and happened";
        }
    }

    /// <summary>Refold equals state, time moves on, and no item broke down.</summary>
    public static IEnumerable<string> Kept(NodaTime.Instant now, AllianceId alliance, List<AllianceEvent> stream, Alliance? state)
    {
        var refolded = stream.Aggregate(new Alliance { Id = alliance }, AllianceDecider.Evolve);
        if (refolded != state) yield return $"{alliance}: the state is not the fold of its stream";
        if (state?.NextDue <= now) yield return $"{alliance}: {state.NextDue} is due and does not move on";
        foreach (var bad in stream.OfType<StrikeEvent>().Where(static one => one is ItemParked or ItemPushed)) yield return $"{alliance}: {bad}";
        var died = stream.OfType<ForgettingEvent>().ToList();
        var texts = stream.OfType<CommitmentNoted>().Count(noted => noted.Said.Text is null
            && !died.Exists(one => one.Words.Contains(noted.Said.Id) || (one is WordsForgotten && one.Item == noted.Commitment)));
        if (texts > 0) yield return $"{alliance}: {texts} texts are gone";
    }

    // Every notice of every event has its row, and what was taken back is not told.
    private void Told(AllianceId alliance, List<AllianceEvent> stream, List<OutboxRow> rows)
    {
        var keys = rows.Where(row => row.Alliance == alliance).Select(static row => row.Key).ToHashSet(StringComparer.Ordinal);
        var state = new Alliance { Id = alliance };
        var append = 0L;
        var undone = new UndoTrail();
        foreach (var happened in stream)
        {
            if (state.Version > 0 && (happened.Ask != stream[(int)state.Version - 1].Ask || happened.At != state.LastAt)) append = state.Version;
            var before = state;
            state = AllianceDecider.Evolve(state, happened);
            undone.Add(happened, state.Version);
            foreach (var notice in AllianceDecider.Notices(before, happened, state))
            {
                var key = new OutboxEntry(notice, state.Version, append).Key;
                if (!keys.Contains(key)) broken.Add($"{alliance}: nobody is told {key}");
            }
        }

        foreach (var row in rows.Where(row => row.Alliance == alliance && row.State is OutboxState.Sent or OutboxState.Unknown))
        {
            var entry = OutboxEntry.Read(row.Json.Span);
            if (entry.Notice.Undoable > 0 && row.Alliance == alliance && undone.Has(entry.Version)) broken.Add($"{row.Key} was told though taken back");
        }
    }

    // Each notice was sent once, or how it ended is recorded.
    private void Delivered(List<OutboxRow> rows)
    {
        var end = world.Clock.GetCurrentInstant();
        foreach (var row in rows.Where(row => row.State.IsOnTheWay && row.NotBefore <= end)) broken.Add($"the notice {row.Key} is still {row.State}");
        var sent = Counts(rows.Where(static row => row.State == OutboxState.Sent));
        var unknown = Counts(rows.Where(static row => row.State is OutboxState.Unknown));
        var arrived = world.Outside.Arrivals.Where(static one => !one.IsUpdate)
            .Select(one => world.Presenter.Marks[one.Mark])
            .SelectMany(static shown => shown.Notices.Select(notice => (shown.Alliance, notice.Subject, notice.Kind)))
            .CountBy(static what => what).ToDictionary();
        foreach (var what in sent.Keys.Union(arrived.Keys))
        {
            var (least, count) = (sent.GetValueOrDefault(what), arrived.GetValueOrDefault(what));
            if (count < least || count > least + unknown.GetValueOrDefault(what))
            {
                broken.Add($"{what} arrived {count} times, sent {least}, unknown {unknown.GetValueOrDefault(what)}");
            }
        }
    }

    // No screen shows a reader what they may not see.
    private void Seen()
    {
        foreach (var arrival in world.Outside.Arrivals)
        {
            broken.AddRange(world.Tokens.Forbidden(Outside.PersonAt(arrival.Conversation), arrival.Text));
        }
    }

    private static Dictionary<(AllianceId, Subject, string), int> Counts(IEnumerable<OutboxRow> rows) => rows
        .Select(static row => (row.Alliance, Entry: OutboxEntry.Read(row.Json.Span)))
        .Where(static row => row.Entry.Confirm is null)
        .CountBy(static row => (row.Alliance, row.Entry.Notice.Subject, row.Entry.Notice.Kind)).ToDictionary();

    public static async Task<List<AllianceEvent>> StreamAsync(IAllianceStore store, AllianceId alliance)
    {
        var stream = await store.LoadAsync(alliance, CancellationToken.None);
        var texts = new Shelves(Chance.OfTheSystem).Open(stream.Keys, stream.Words);
        return [.. stream.Events.Select(row => EventJson.Instance.Read(row.Name, row.Json.Span, texts))];
    }

    private async Task<List<OutboxRow>> RowsAsync()
    {
        OutboxState[] places = [OutboxState.Pending, OutboxState.Sending, OutboxState.Sent, OutboxState.Unknown, OutboxState.Unreachable, OutboxState.Obsolete];
        var rows = new List<OutboxRow>();
        foreach (var state in places)
        {
            rows.AddRange(await world.Store.OutboxAsync(new(EngineLimits.Unreached, int.MaxValue, state), CancellationToken.None));
        }

        return rows;
    }
}

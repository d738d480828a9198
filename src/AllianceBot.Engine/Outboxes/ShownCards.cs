using System.Runtime.InteropServices;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Cards that were just shown. They reach the store a little later and together, off the way of the answers, as each lies on
/// a page of its own there; until then they are told from here. Lost in a crash they cost an update that shows the same.
/// </summary>
internal sealed class ShownCards(IAllianceStore store, Committer committer, IClock clock)
{
    private readonly Dictionary<Place, ShownRow> cards = [];
    private readonly Dictionary<(AllianceId Alliance, string Subject), List<Place>> bySubject = [];
    private readonly Lock gate = new();
    private Instant? oldest;

    /// <summary>Keeps that a card is before somebody; what the same message showed before is forgotten.</summary>
    public void Add(ShownRow row)
    {
        var place = Place.Of(row);
        lock (gate)
        {
            oldest ??= clock.GetCurrentInstant();
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(cards, place, out var isKnown);
            var subject = (row.Alliance, row.Subject);
            if (isKnown && (known!.Alliance, known.Subject) != subject) NoLonger(known, place);
            known = row;
            if (!bySubject.TryGetValue(subject, out var places)) bySubject[subject] = places = [];
            // Almost always one message alone shows it. Of several the newest comes last.
            if (places is [var only] && only == place) return;
            places.Remove(place);
            places.Add(place);
        }
    }

    /// <summary>As <see cref="IAllianceStore.ShownAsync"/>, with those that are not in the store yet.</summary>
    public async ValueTask<IReadOnlyList<ShownRow>> OfAsync(
        AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct)
    {
        var stored = await store.ShownAsync(alliance, subject, reader, atMost, ct);
        lock (gate)
        {
            if (cards.Count == 0) return stored;
            var newer = bySubject.GetValueOrDefault((alliance, subject)) ?? [];
            return
            [
                .. newer.Select(place => cards[place]).Where(row => reader is null || row.Reader == reader).Reverse()
                    .Concat(stored.Where(row => !cards.ContainsKey(Place.Of(row))))
                    .OrderByDescending(static row => row.At).Take(atMost),
            ];
        }
    }

    /// <summary>Brings them to the store, when the first has waited long enough, or as the last thing before the end.</summary>
    public async Task KeepAsync(bool isLast)
    {
        List<ShownRow> rows;
        lock (gate)
        {
            if (oldest is not { } since) return;
            if (!isLast && clock.GetCurrentInstant() - since < EngineLimits.ShownLater && cards.Count < EngineLimits.ShownWaiting) return;
            rows = [.. cards.Values];
            oldest = null;
        }

        // A few at a time, so that an answer in between waits only for a few.
        foreach (var some in rows.Chunk(EngineLimits.ShownTogether))
        {
            if (await committer.CommitAsync(new Note([], some)) == CommitResult.Done) Forget(some);
        }
    }

    private void Forget(ShownRow[] kept)
    {
        lock (gate)
        {
            foreach (var row in kept)
            {
                var place = Place.Of(row);
                if (cards.TryGetValue(place, out var now) && ReferenceEquals(now, row)) Remove(place);
            }
        }
    }

    private void Remove(Place place)
    {
        if (cards.Remove(place, out var row)) NoLonger(row, place);
    }

    /// <summary>The message shows this no more.</summary>
    private void NoLonger(ShownRow row, Place place)
    {
        var subject = (row.Alliance, row.Subject);
        var places = bySubject[subject];
        places.Remove(place);
        if (places.Count == 0) bySubject.Remove(subject);
    }

    /// <summary>A message; or, where the channel gave it no id, what stands for it.</summary>
    private readonly record struct Place(string Conversation, string Message, string Unnamed)
    {
        public static Place Of(ShownRow row) =>
            new(row.Conversation, row.Message, row.Message.Length > 0 ? "" : $"{row.Alliance}|{row.Subject}|{row.Reader}");
    }
}

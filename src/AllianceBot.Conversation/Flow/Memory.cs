using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>A bounded memory for what may be lost at a restart: past its size the oldest goes.</summary>
internal sealed class Memory<T>(int most)
    where T : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (T Value, Instant At, long Turn)> kept = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long Turn)> order = new();
    private long turns;

    /// <summary>What was kept under this key since then; null when nothing was.</summary>
    public T? Find(string key, Instant since)
    {
        lock (gate) return kept.TryGetValue(key, out var found) && found.At >= since ? found.Value : null;
    }

    public void Keep(string key, T value, Instant now)
    {
        lock (gate)
        {
            kept[key] = (value, now, ++turns);
            order.Enqueue((key, turns));
            while (order.Count > most)
            {
                var (oldest, turn) = order.Dequeue();
                if (kept.TryGetValue(oldest, out var found) && found.Turn == turn) kept.Remove(oldest);
            }
        }
    }

    public void Forget(string key)
    {
        lock (gate) kept.Remove(key);
    }
}

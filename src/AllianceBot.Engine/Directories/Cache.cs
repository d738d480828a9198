using System.Diagnostics.CodeAnalysis;

namespace AllianceBot.Engine;

/// <summary>A memory with a bound. When it is full the older half goes: cheaper than exact order, and good enough.</summary>
internal sealed class Cache<TKey, T>(int bound)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Dictionary<TKey, T> young = [];
    private Dictionary<TKey, T> old = [];

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out T value)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out value)) return true;
            if (!old.TryGetValue(key, out value)) return false;
            Put(key, value);
            return true;
        }
    }

    public void Set(TKey key, T value)
    {
        lock (gate) Put(key, value);
    }

    public void Remove(TKey key)
    {
        lock (gate)
        {
            young.Remove(key);
            old.Remove(key);
        }
    }

    public void Clear()
    {
        lock (gate) (young, old) = ([], []);
    }

    private void Put(TKey key, T value)
    {
        if (young.Count >= bound / 2 && !young.ContainsKey(key)) (old, young) = (young, []);
        young[key] = value;
    }
}

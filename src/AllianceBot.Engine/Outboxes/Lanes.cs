namespace AllianceBot.Engine;

/// <summary>The deliveries under way: one at a time for each conversation, so that messages arrive in order.</summary>
internal sealed class Lanes(Action ended)
{
    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly HashSet<long> rows = [];
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate) return running.Count;
        }
    }

    public bool Has(long row)
    {
        lock (gate) return rows.Contains(row);
    }

    /// <summary>Starts delivering, unless something is being delivered there.</summary>
    public bool TryRun(string lane, List<Parcel> parcels, Func<List<Parcel>, Task> deliver)
    {
        lock (gate)
        {
            if (!running.TryAdd(lane, Task.CompletedTask)) return false;
            foreach (var parcel in parcels) rows.Add(parcel.Row.Row);
        }

        var task = RunAsync(lane, parcels, deliver);
        lock (gate)
        {
            if (running.ContainsKey(lane)) running[lane] = task;
        }

        return true;
    }

    public async Task DrainAsync()
    {
        while (true)
        {
            Task[] under;
            lock (gate) under = [.. running.Values];
            if (under.Length == 0) return;
            await Task.WhenAll(under);
        }
    }

    private async Task RunAsync(string lane, List<Parcel> parcels, Func<List<Parcel>, Task> deliver)
    {
        try
        {
            await deliver(parcels);
        }
        finally
        {
            lock (gate)
            {
                running.Remove(lane);
                foreach (var parcel in parcels) rows.Remove(parcel.Row.Row);
            }

            ended();
        }
    }
}

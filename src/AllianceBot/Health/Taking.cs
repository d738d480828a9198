using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace AllianceBot.Health;

/// <summary>A line of the metrics: name, labels, and what help and type say of it.</summary>
internal readonly record struct Series(string Name, string Tags, string? Description, string Type);

/// <summary>A number that many threads add to.</summary>
internal sealed class Figure
{
    private double value;

    public double Value
    {
        get => Volatile.Read(ref value);
        set => Volatile.Write(ref this.value, value);
    }

    public void Add(double more)
    {
        var before = Value;
        while (Interlocked.CompareExchange(ref value, before + more, before) is var now && !now.Equals(before)) before = now;
    }
}

/// <summary>
/// Takes the measurements of one instrument. What it is called is worked out once: several are taken in each turn, almost
/// all without tags.
/// </summary>
internal sealed class Taking(ConcurrentDictionary<Series, Figure> figures, Instrument instrument)
{
    private readonly string name = NameOf(instrument);
    private readonly string kind = KindOf(instrument);
    private Figure? plain;
    private Figure? count;

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var figure = tags.IsEmpty ? plain ??= Find("") : Find(Labels(tags));
        if (kind != "gauge" && !instrument.IsObservable) figure.Add(value);
        else figure.Value = value;
        if (kind == "histogram") (tags.IsEmpty ? count ??= FindCount("") : FindCount(Labels(tags))).Add(1);
    }

    private Figure Find(string labels) => figures.GetOrAdd(
        kind switch
        {
            "histogram" => new($"{name}_sum", labels, instrument.Description, "counter"),
            "counter" => new($"{name}_total", labels, instrument.Description, "counter"),
            _ => new(name, labels, instrument.Description, "gauge"),
        },
        static _ => new());

    private Figure FindCount(string labels) =>
        figures.GetOrAdd(new($"{name}_count", labels, instrument.Description, "counter"), static _ => new());

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : type.Contains("UpDownCounter", StringComparison.Ordinal) ? instrument.IsObservable ? "gauge" : "updown"
            : type.Contains("Counter", StringComparison.Ordinal) ? "counter"
            : "gauge";
    }

    private static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_').Replace('-', '_');
        return instrument.Unit is { Length: > 0 } unit && unit[0] != '{' ? $"{name}_{UnitName(unit)}" : name;
    }

    private static string UnitName(string unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        _ => unit,
    };

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var pairs = new List<string>(tags.Length);
        foreach (var tag in tags)
        {
            var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
            var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            pairs.Add($"{tag.Key.Replace('.', '_')}=\"{escaped}\"");
        }

        pairs.Sort(StringComparer.Ordinal);
        return $"{{{string.Join(',', pairs)}}}";
    }
}

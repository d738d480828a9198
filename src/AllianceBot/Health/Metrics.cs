using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace AllianceBot.Health;

/// <summary>
/// Listens to the project's meters and writes them in the Prometheus text format (version 0.0.4). Counters and gauges
/// keep one number per set of tags; histograms keep sum and count, which is what a rate and a mean need.
/// </summary>
internal sealed class Metrics : IDisposable
{
    /// <summary>Only meters whose name starts with this are shown.</summary>
    public const string MeterPrefix = "AllianceBot";

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<Series, double> values = new();

    public Metrics()
    {
        listener.InstrumentPublished = static (instrument, listening) =>
        {
            if (instrument.Meter.Name.StartsWith(MeterPrefix, StringComparison.OrdinalIgnoreCase))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    /// <summary>The present numbers; observable instruments are asked now.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        string? last = null;
        foreach (var (series, value) in values.OrderBy(static pair => pair.Key.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Tags, StringComparer.Ordinal))
        {
            if (series.Name != last)
            {
                text.Append("# HELP ").Append(series.Name).Append(' ').Append(series.Description).Append('\n');
                text.Append("# TYPE ").Append(series.Name).Append(' ').Append(series.Type).Append('\n');
                last = series.Name;
            }

            text.Append(series.Name).Append(series.Tags).Append(' ')
                .Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = NameOf(instrument);
        var labels = Labels(tags);
        switch (Kind(instrument))
        {
            case "histogram":
                Add(new($"{name}_sum", labels, instrument.Description, "counter"), value);
                Add(new($"{name}_count", labels, instrument.Description, "counter"), 1);
                break;
            case "counter" when !instrument.IsObservable:
                Add(new($"{name}_total", labels, instrument.Description, "counter"), value);
                break;
            case "counter":
                values[new($"{name}_total", labels, instrument.Description, "counter")] = value;
                break;
            case "updown":
                Add(new(name, labels, instrument.Description, "gauge"), value);
                break;
            default:
                values[new(name, labels, instrument.Description, "gauge")] = value;
                break;
        }
    }

    private void Add(Series series, double value) => values.AddOrUpdate(series, value, (_, old) => old + value);

    private static string Kind(Instrument instrument)
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

    private readonly record struct Series(string Name, string Tags, string? Description, string Type);
}

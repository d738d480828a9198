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
    private readonly ConcurrentDictionary<Series, Figure> figures = new();

    public Metrics()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name.StartsWith(MeterPrefix, StringComparison.OrdinalIgnoreCase))
                listening.EnableMeasurementEvents(instrument, new Taking(figures, instrument));
        };
        // An instrument whose meter is just being taken away is still asked, and has lost what it was listened to with.
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, taking) => (taking as Taking)?.Take(value, tags));
        listener.SetMeasurementEventCallback<int>(static (_, value, tags, taking) => (taking as Taking)?.Take(value, tags));
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, taking) => (taking as Taking)?.Take(value, tags));
        listener.Start();
    }

    /// <summary>The present numbers; observable instruments are asked now.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        string? last = null;
        foreach (var (series, figure) in figures.OrderBy(static pair => pair.Key.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Tags, StringComparer.Ordinal))
        {
            if (series.Name != last)
            {
                text.Append("# HELP ").Append(series.Name).Append(' ').Append(series.Description).Append('\n');
                text.Append("# TYPE ").Append(series.Name).Append(' ').Append(series.Type).Append('\n');
                last = series.Name;
            }

            text.Append(series.Name).Append(series.Tags).Append(' ')
                .Append(figure.Value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();
}

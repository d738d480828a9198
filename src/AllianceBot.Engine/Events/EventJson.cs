using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// Events to and from the bytes of a stream, by their fixed names. Types are looked up once, at start; each event then
/// takes about a microsecond and no reflection.
/// </summary>
internal sealed class EventJson
{
    public static readonly EventJson Instance = new();

    private readonly FrozenDictionary<Type, Entry> byType;
    private readonly FrozenDictionary<string, Entry> byName;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    private EventJson()
    {
        var options = StoredJson.Options(EventContext.Default);
        var entries =
            from type in typeof(AllianceEvent).Assembly.GetTypes()
            let name = type.GetCustomAttribute<EventNameAttribute>(inherit: false)?.Name
            where name is not null
            select new Entry(name, options.GetTypeInfo(type));
        byType = entries.ToFrozenDictionary(static entry => entry.Type.Type);
        byName = byType.Values.ToFrozenDictionary(static entry => entry.Name, StringComparer.Ordinal);
    }

    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The name and the bytes of an event. Its words are collected, and their text is not in the bytes.</summary>
    public (string Name, byte[] Json) Write(AllianceEvent happened, List<Words> words)
    {
        var entry = byType[happened.GetType()];
        buffer ??= new(1024);
        buffer.ResetWrittenCount();
        writer ??= new(buffer, new() { SkipValidation = true, Encoder = entry.Type.Options.Encoder });
        writer.Reset(buffer);
        WordsConverter.Collect(words);
        try
        {
            JsonSerializer.Serialize(writer, happened, entry.Type);
            writer.Flush();
        }
        finally
        {
            WordsConverter.Collect(null);
        }

        return (entry.Name, buffer.WrittenSpan.ToArray());
    }

    /// <summary>The event of a row, with the text of those of its words that are still there.</summary>
    /// <exception cref="InvalidDataException">A newer program wrote it, or it is damaged.</exception>
    public AllianceEvent Read(string name, ReadOnlySpan<byte> json, IReadOnlyDictionary<string, string> texts)
    {
        if (!byName.TryGetValue(name, out var entry))
        {
            throw new InvalidDataException($"The event '{name}' is not known to this version; use the version that wrote it, or a newer one.");
        }

        WordsConverter.Resolve(texts);
        try
        {
            return (AllianceEvent)JsonSerializer.Deserialize(json, entry.Type)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The event '{name}' cannot be read.", fault);
        }
        finally
        {
            WordsConverter.Resolve(null);
        }
    }

    private sealed record Entry(string Name, JsonTypeInfo Type);
}

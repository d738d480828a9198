using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AllianceBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Engine;

/// <summary>How values are written in everything that is stored. Old rows must stay readable: converters are added, not changed.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options(IJsonTypeInfoResolver types)
    {
        var plain = Plain(types);
        plain.MakeReadOnly();
        var options = Plain(types);
        options.Converters.Add(new DefaultsConverter<Settings>(Settings.Default, plain));
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions Plain(IJsonTypeInfoResolver types)
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = types.WithAddedModifier(WithoutComputed),
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Never "when default": a false that is left out would come back as a parameter's default true.
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Rows are not HTML, and readable letters take fewer bytes.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in Converters()) options.Converters.Add(converter);
        return options;
    }

    private static IEnumerable<JsonConverter> Converters() =>
    [
        new IdConverter<AllianceId>(static id => new(id)),
        new IdConverter<PersonId>(static id => new(id)),
        new IdConverter<PartnerId>(static id => new(id)),
        new IdConverter<CommitmentId>(static id => new(id)),
        new IdConverter<DecisionId>(static id => new(id)),
        new IdConverter<ProcessId>(static id => new(id)),
        new IdConverter<ConcernId>(static id => new(id)),
        new IdConverter<CaseId>(static id => new(id)),
        new IdConverter<RoundId>(static id => new(id)),
        new IdConverter<StoryId>(static id => new(id)),
        new IdConverter<ThanksId>(static id => new(id)),
        new IdConverter<IndicatorId>(static id => new(id)),
        new IdConverter<CheckInId>(static id => new(id)),
        new IdConverter<InvitationId>(static id => new(id)),
        new IdConverter<GoalId>(static id => new(id)),
        new IdConverter<AskId>(static id => new(id)),
        new IdConverter<Shelf>(static id => new(id)),
        new InstantConverter(),
        new PatternConverter<LocalDate>(LocalDatePattern.Iso),
        new PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso),
        new PatternConverter<Duration>(DurationPattern.Roundtrip),
        new WordsConverter(),
        new EnumConverters(),
        new ValueListConverters(),
    ];

    // What a type works out from its other values (an event's shelf) is not stored; an override does not inherit JsonIgnore.
    private static void WithoutComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Set: null, AssociatedParameter: null }) type.Properties.RemoveAt(i);
        }
    }
}

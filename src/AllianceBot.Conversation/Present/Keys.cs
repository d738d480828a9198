using System.Collections.Frozen;
using System.Text.Json;

namespace AllianceBot.Conversation;

/// <summary>The part of a words' key that stands for a value of an enum: camel case, "changeProposed".</summary>
internal static class Keys
{
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Names.TryGetValue(value, out var name) ? name : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().Distinct()
            .ToFrozenDictionary(static value => value, static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}

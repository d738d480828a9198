using System.Text.Json;

namespace AllianceBot.Conversation;

/// <summary>The part of a words' key that stands for a value of an enum: camel case, "changeProposed".</summary>
internal static class Keys
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

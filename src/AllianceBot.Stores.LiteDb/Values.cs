using System.Text;
using System.Text.Unicode;
using LiteDB;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Stores.LiteDb;

/// <summary>Values as they lie in documents: instants as text whose order is theirs, JSON as text, other bytes as they are.</summary>
internal static class Values
{
    // The library's own dates know no time below the millisecond.
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'");

    public static string Text(Instant instant) => Pattern.Format(instant);

    public static BsonValue TextOrNull(Instant? instant) => instant is { } some ? Text(some) : BsonValue.Null;

    public static Instant Instant(BsonValue value) => Pattern.Parse(value.AsString).Value;

    public static BsonValue TextOrNull(string? text) => text ?? BsonValue.Null;

    public static string? TextOrNull(BsonValue value) => value.IsNull ? null : value.AsString;

    public static BsonValue Json(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? Encoding.UTF8.GetString(json.Span) : json.ToArray();

    public static byte[] Bytes(BsonValue value) => value.IsBinary ? value.AsBinary : Encoding.UTF8.GetBytes(value.AsString);
}

using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.Tests;

/// <summary>Rows as tests write and read them: bytes as text, instants as minutes.</summary>
internal static class Rows
{
    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte>? bytes) => bytes is { } some ? Encoding.UTF8.GetString(some.Span) : "(none)";

    public static Instant Minute(long minute) => Instant.FromUnixTimeSeconds(1_800_000_000 + (minute * 60));

    public static EventRow Event(string text, string ask = "ask", string? transport = null) =>
        new("test.happened.v1", Bytes($$"""{"t":"{{text}}"}"""), ask, transport);

    public static Append Append(AllianceId alliance, long expected, params EventRow[] events) => new(alliance, expected) { Events = events };

    public static NewNotice Notice(string key, long minute = 0) => new(key, Minute(minute), Bytes($$"""{"key":"{{key}}"}"""));

    public static Append Notices(AllianceId alliance, long expected, params NewNotice[] notices) =>
        Append(alliance, expected, Event("notified", $"ask{expected}")) with { Notices = notices };

    public static WordsRow Words(string id, string shelf, string text = "sealed") => new(id, shelf, Bytes(text));

    public static KeyRow Key(string shelf, string key = "key") => new(shelf, Bytes(key));

    public static DirectoryChange Put(string kind, string id, string value, bool onlyIfNew = false) =>
        new(new DirectoryKey(kind, id), Bytes(value), onlyIfNew);

    public static DirectoryChange Remove(string kind, string id) => new(new DirectoryKey(kind, id), null);

    public static Note Note(params DirectoryChange[] changes) => new(changes, []);

    public static Note Shown(params ShownRow[] rows) => new([], rows);

    public static ShownRow Card(
        AllianceId alliance, string message, long minute, string subject = "commitment:c1", string reader = "ana", int revision = 1) =>
        new(alliance, subject, reader, "conversation-1", message, revision, "commitment.item", Minute(minute));

    public static MoveNotice Move(OutboxRow row, OutboxState to, long minute = 0) =>
        new(row.Alliance, row.Row, row.State, to, Minute(minute), row.Attempts);
}

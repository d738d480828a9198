using AllianceBot.Domain;
using AllianceBot.Engine;
using LiteDB;

namespace AllianceBot.Stores.LiteDb;

/// <summary>The cards that people have before them: one per message, or without a message's id one per reader and place.</summary>
internal sealed class Cards(LiteDatabase database, Numbers numbers)
{
    private readonly ILiteCollection<BsonDocument> shown = database.GetCollection("shown");
    private string seen = "";

    public static void Make(LiteDatabase database) => database.GetCollection("shown").EnsureIndex("about", "$.about");

    public IReadOnlyList<ShownRow> Of(AllianceId alliance, string subject, string? reader, int atMost) =>
        [.. shown.Query().Where("$.about = @0", Keys.Of(alliance.Value, subject)).ToEnumerable()
            .Where(row => reader is null || row["reader"].AsString == reader)
            .OrderByDescending(row => row["at"].AsString, StringComparer.Ordinal).ThenByDescending(row => row["row"].AsInt64)
            .Take(atMost).Select(Row)];

    public ShownRow? At(string conversation, string message) =>
        message.Length > 0 && shown.FindById(Message(conversation, message)) is { } row ? Row(row) : null;

    public IEnumerable<ShownRow> All() => shown.FindAll().OrderBy(row => row["row"].AsInt64).Select(Row);

    public void Write(IReadOnlyList<ShownRow> rows)
    {
        foreach (var row in rows) Put(row);
    }

    public void Put(ShownRow row)
    {
        var id = row.Message.Length > 0
            ? Message(row.Conversation, row.Message)
            : Keys.Of("in", row.Conversation, row.Alliance.Value, row.Subject, row.Reader);
        var number = shown.FindById(id) is { } before ? before["row"].AsInt64 : numbers.Next();
        shown.Upsert(new BsonDocument
        {
            ["_id"] = id,
            ["row"] = number,
            ["about"] = Keys.Of(row.Alliance.Value, row.Subject),
            ["alliance"] = row.Alliance.Value,
            ["subject"] = row.Subject,
            ["reader"] = row.Reader,
            ["conversation"] = row.Conversation,
            ["message"] = row.Message,
            ["revision"] = row.Revision,
            ["view"] = row.View,
            ["at"] = Values.Text(row.At),
        });
    }

    /// <summary>Walks on through the cards and removes those that are over; at the end it begins anew.</summary>
    public void Remove(Tidy tidy)
    {
        var rows = shown.Query().Where("$._id > @0", seen).OrderBy("$._id").Limit(tidy.AtMost).ToList();
        seen = rows.Count < tidy.AtMost ? "" : rows[^1]["_id"].AsString;
        foreach (var row in rows.Where(row => string.CompareOrdinal(row["at"].AsString, Values.Text(tidy.Shown)) < 0))
        {
            var newest = shown.Query().Where("$.about = @0", row["about"]).ToEnumerable()
                .OrderByDescending(static one => one["at"].AsString, StringComparer.Ordinal).ThenByDescending(static one => one["row"].AsInt64).ToList();
            var newestOfReader = newest.First(one => one["reader"] == row["reader"]);
            var place = newest.FindIndex(one => one["_id"] == row["_id"]);
            if (place >= EngineLimits.RefreshedCards && newestOfReader["_id"] != row["_id"]) shown.Delete(row["_id"]);
        }
    }

    private static string Message(string conversation, string message) => Keys.Of("at", conversation, message);

    private static ShownRow Row(BsonDocument row) => new(
        new AllianceId(row["alliance"].AsString), row["subject"].AsString, row["reader"].AsString, row["conversation"].AsString,
        row["message"].AsString, row["revision"].AsInt32, row["view"].AsString, Values.Instant(row["at"]));
}

using AllianceBot.Domain;
using AllianceBot.Engine;
using LiteDB;
using NodaTime;

namespace AllianceBot.Stores.LiteDb;

/// <summary>The notices that turns show by themselves, kept for a crash and removed when later ones are written.</summary>
internal sealed class Aside(LiteDatabase database, Numbers numbers)
{
    private readonly ILiteCollection<BsonDocument> aside = database.GetCollection("aside");

    public static void Make(LiteDatabase database) => database.GetCollection("aside").EnsureIndex("until", "$.until");

    public IReadOnlyList<KeptNotice> After(Instant after) =>
        [.. aside.Query().Where("$.until > @0", Values.Text(after)).ToEnumerable().Select(Kept)
            .OrderBy(kept => kept.Notice.NotBefore).ThenBy(kept => kept.Notice.Key, StringComparer.Ordinal)];

    public void Write(AllianceId alliance, IReadOnlyList<NewNotice> notices)
    {
        foreach (var notice in notices)
        {
            if (notice.InTurn is not { } now) continue;
            aside.DeleteMany("$.until <= @0", Values.Text(now));
            Add(alliance, notice);
        }
    }

    public void Add(AllianceId alliance, NewNotice notice) => aside.Insert(new BsonDocument
    {
        ["_id"] = numbers.Next(),
        ["alliance"] = alliance.Value,
        ["key"] = notice.Key,
        ["until"] = Values.Text(notice.NotBefore),
        ["json"] = Values.Json(notice.Json),
    });

    private static KeptNotice Kept(BsonDocument row) => new(
        new AllianceId(row["alliance"].AsString),
        new NewNotice(row["key"].AsString, Values.Instant(row["until"]), Values.Bytes(row["json"])));
}

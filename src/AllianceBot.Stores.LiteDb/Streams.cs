using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using LiteDB;
using NodaTime;

namespace AllianceBot.Stores.LiteDb;

/// <summary>
/// Alliances with their events, sealed words and keys. What is erased is overwritten with zeros where it lies and stays as
/// a mark, so that an id is never used twice.
/// </summary>
internal sealed class Streams(LiteDatabase database, Numbers numbers)
{
    private readonly ILiteCollection<BsonDocument> alliances = database.GetCollection("alliances");
    private readonly ILiteCollection<BsonDocument> events = database.GetCollection("events");
    private readonly ILiteCollection<BsonDocument> words = database.GetCollection("words");
    private readonly ILiteCollection<BsonDocument> keys = database.GetCollection("keys");

    public static void Make(LiteDatabase database) => database.GetCollection("alliances").EnsureIndex("due", "$.due");

    public long Version(AllianceId alliance) => alliances.FindById(alliance.Value) is { } head ? head["version"].AsInt64 : 0;

    public bool Knows(AllianceId alliance) => alliances.FindById(alliance.Value) is not null;

    public StoredStream Load(AllianceId alliance, string path, CancellationToken ct)
    {
        var version = Version(alliance);
        if (version == 0) return new StoredStream(0, [], [], []);
        var rows = new List<EventRow>();
        foreach (var row in Of(events, alliance).ToEnumerable())
        {
            ct.ThrowIfCancellationRequested();
            if (row["version"].AsInt64 != rows.Count + 1) break;
            rows.Add(Event(row));
        }

        if (rows.Count != version) throw Fault.Damaged(path, $"event {rows.Count + 1} of alliance {alliance} is missing");
        return new StoredStream(
            version, rows, [.. Words(alliance).Where(it => !it.Gone).Select(it => it.Words)], Keys(alliance));
    }

    public IReadOnlyList<RecentAsk> RecentAsks(AllianceId alliance, int atMost, CancellationToken ct)
    {
        var asks = new List<RecentAsk>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (atMost <= 0) return asks;
        foreach (var row in Of(events, alliance, Query.Descending).ToEnumerable())
        {
            ct.ThrowIfCancellationRequested();
            var ask = row["ask"].AsString;
            if (seen.Add(ask)) asks.Add(new RecentAsk(ask, Values.TextOrNull(row["transport"]), row["version"].AsInt64));
            if (asks.Count == atMost) break;
        }

        return asks;
    }

    public IReadOnlyList<DueAlliance> Due(Instant? now, int atMost) =>
        [.. alliances.Query().Where("$.due BETWEEN @0 AND @1", "", now is { } some ? Values.Text(some) : "~")
            .OrderBy("$.due").Limit(atMost).ToEnumerable()
            .Select(row => new DueAlliance(new AllianceId(row["_id"].AsString), Values.Instant(row["due"])))];

    /// <summary>Whether an append's keys and words can be written: a living shelf has one key, an id of words is used once.</summary>
    public bool Takes(Append append)
    {
        var shelves = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return append.Keys.All(key => shelves.Add(key.Shelf) && (append.EraseShelves.Contains(key.Shelf) || !Lives(append.Of, key.Shelf)))
            && append.Words.All(row => ids.Add(row.Id) && words.FindById(LiteDb.Keys.Of(append.Of.Value, row.Id)) is null);
    }

    public void Write(Append append)
    {
        Erase(append);
        foreach (var key in append.Keys) Add(append.Of, key);
        foreach (var row in append.Words) Add(append.Of, row, gone: false);
        var version = append.ExpectedVersion;
        events.Insert(append.Events.Select(row => Document(append.Of, ++version, row)).ToList());
        Put(append.Of, version, append.NextDue);
    }

    public void Put(AllianceId alliance, long version, Instant? due) => alliances.Upsert(new BsonDocument
    {
        ["_id"] = alliance.Value,
        ["version"] = version,
        ["due"] = Values.TextOrNull(due),
    });

    public void Add(AllianceId alliance, long version, EventRow row) => events.Insert(Document(alliance, version, row));

    public void Add(AllianceId alliance, WordsRow row, bool gone) => words.Insert(new BsonDocument
    {
        ["_id"] = LiteDb.Keys.Of(alliance.Value, row.Id),
        ["id"] = row.Id,
        ["shelf"] = row.Shelf,
        ["row"] = numbers.Next(),
        ["gone"] = gone,
        ["sealed"] = row.Sealed.ToArray(),
    });

    public void Add(AllianceId alliance, KeyRow row) => keys.Upsert(new BsonDocument
    {
        ["_id"] = LiteDb.Keys.Of(alliance.Value, row.Shelf),
        ["shelf"] = row.Shelf,
        ["row"] = numbers.Next(),
        ["gone"] = false,
        ["key"] = row.Key.ToArray(),
    });

    public IEnumerable<(AllianceId Alliance, long Version, Instant? Due)> Heads() =>
        alliances.Query().OrderBy("$._id").ToEnumerable().Select(row => (
            new AllianceId(row["_id"].AsString), row["version"].AsInt64,
            row["due"].IsNull ? (Instant?)null : Values.Instant(row["due"])));

    public IReadOnlyList<(WordsRow Words, bool Gone)> Words(AllianceId alliance) =>
        [.. Of(words, alliance).ToEnumerable().OrderBy(row => row["row"].AsInt64)
            .Select(row => (new WordsRow(row["id"].AsString, row["shelf"].AsString, row["sealed"].AsBinary), row["gone"].AsBoolean))];

    public IReadOnlyList<KeyRow> Keys(AllianceId alliance) =>
        [.. Of(keys, alliance).ToEnumerable().Where(row => !row["gone"].AsBoolean).OrderBy(row => row["row"].AsInt64)
            .Select(row => new KeyRow(row["shelf"].AsString, row["key"].AsBinary))];

    private static ILiteQueryable<BsonDocument> Of(
        ILiteCollection<BsonDocument> collection, AllianceId alliance, int order = Query.Ascending) =>
        collection.Query()
            .Where("$._id BETWEEN @0 AND @1", LiteDb.Keys.From(alliance.Value), LiteDb.Keys.To(alliance.Value))
            .OrderBy("$._id", order);

    private static BsonDocument Document(AllianceId alliance, long version, EventRow row) => new()
    {
        ["_id"] = LiteDb.Keys.Of(alliance.Value, version.ToString("D10", CultureInfo.InvariantCulture)),
        ["version"] = version,
        ["name"] = row.Name,
        ["ask"] = row.Ask,
        ["transport"] = Values.TextOrNull(row.Transport),
        ["json"] = Values.Json(row.Json),
    };

    private static EventRow Event(BsonDocument row) => new(
        row["name"].AsString, Values.Bytes(row["json"]), row["ask"].AsString, Values.TextOrNull(row["transport"]));

    private bool Lives(AllianceId alliance, string shelf) =>
        keys.FindById(LiteDb.Keys.Of(alliance.Value, shelf)) is { } key && !key["gone"].AsBoolean;

    private void Erase(Append append)
    {
        if (append.EraseShelves.Count > 0)
        {
            foreach (var row in Of(words, append.Of).ToList().Where(row => append.EraseShelves.Contains(row["shelf"].AsString))) Wipe(words, row, "sealed");
        }

        foreach (var shelf in append.EraseShelves) Wipe(keys, keys.FindById(LiteDb.Keys.Of(append.Of.Value, shelf)), "key");
        foreach (var id in append.EraseWords) Wipe(words, words.FindById(LiteDb.Keys.Of(append.Of.Value, id)), "sealed");
    }

    private static void Wipe(ILiteCollection<BsonDocument> collection, BsonDocument? row, string what)
    {
        if (row is null || row["gone"].AsBoolean) return;
        row[what] = new byte[row[what].AsBinary.Length];
        row["gone"] = true;
        collection.Update(row);
    }
}

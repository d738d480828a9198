using AllianceBot.Engine;
using LiteDB;

namespace AllianceBot.Stores.LiteDb;

/// <summary>The directory. The library overwrites with zeros what is removed or becomes shorter; a test looks.</summary>
internal sealed class Entries(LiteDatabase database)
{
    private readonly ILiteCollection<BsonDocument> directory = database.GetCollection("directory");

    public static void Make(LiteDatabase database) => database.GetCollection("directory").EnsureIndex("kind", "$.kind");

    public ReadOnlyMemory<byte>? Find(DirectoryKey key)
    {
        // Not a conditional: its null would become an empty array, and so a value.
        if (directory.FindById(Id(key)) is { } entry) return entry["value"].AsBinary;
        return null;
    }

    public IReadOnlyList<DirectoryEntry> List(string kind) => [.. Sorted("$.kind = @0", kind)];

    public IEnumerable<DirectoryEntry> All() => Sorted("$.kind >= @0", "");

    public CommitResult Check(IReadOnlyList<DirectoryChange> changes)
    {
        var meanwhile = new Dictionary<DirectoryKey, bool>();
        foreach (var (key, value, onlyIfNew) in changes)
        {
            if (onlyIfNew && (meanwhile.TryGetValue(key, out var taken) ? taken : directory.FindById(Id(key)) is not null))
            {
                return CommitResult.Conflict;
            }

            meanwhile[key] = value is not null;
        }

        return CommitResult.Done;
    }

    public void Write(IReadOnlyList<DirectoryChange> changes)
    {
        foreach (var (key, value, _) in changes)
        {
            if (value is { } bytes) Put(new DirectoryEntry(key, bytes));
            else directory.Delete(Id(key));
        }
    }

    public void Put(DirectoryEntry entry) => directory.Upsert(new BsonDocument
    {
        ["_id"] = Id(entry.Key),
        ["kind"] = entry.Key.Kind,
        ["id"] = entry.Key.Id,
        ["value"] = entry.Value.ToArray(),
    });

    private static string Id(DirectoryKey key) => Keys.Of(key.Kind, key.Id);

    private IEnumerable<DirectoryEntry> Sorted(string which, string kind) => directory.Query().Where(which, kind).ToEnumerable()
        .Select(row => new DirectoryEntry(new DirectoryKey(row["kind"].AsString, row["id"].AsString), row["value"].AsBinary))
        .OrderBy(entry => entry.Key.Kind, StringComparer.Ordinal).ThenBy(entry => entry.Key.Id, StringComparer.Ordinal);
}

using LiteDB;

namespace AllianceBot.Stores.LiteDb;

/// <summary>Numbers rows in the order they were written, across all collections.</summary>
internal sealed class Numbers
{
    private readonly ILiteCollection<BsonDocument> settings;
    private long last;
    private long saved;

    public Numbers(ILiteCollection<BsonDocument> settings)
    {
        this.settings = settings;
        last = saved = settings.FindById("rows")["value"].AsInt64;
    }

    public long Next() => ++last;

    /// <summary>Numbers from another store stay free for it.</summary>
    public void Reach(long number) => last = Math.Max(last, number);

    public void Save()
    {
        if (last == saved) return;
        settings.Update(new BsonDocument { ["_id"] = "rows", ["value"] = last });
        saved = last;
    }
}

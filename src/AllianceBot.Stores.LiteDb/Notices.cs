using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using LiteDB;
using NodaTime;

namespace AllianceBot.Stores.LiteDb;

/// <summary>
/// The outbox. "turn" says what a notice waits for and until when, which is the order in which notices are read; "like" is
/// the key by which the same notice is recognised while it is on its way.
/// </summary>
internal sealed class Notices(LiteDatabase database, Numbers numbers)
{
    private readonly ILiteCollection<BsonDocument> outbox = database.GetCollection("outbox");

    public static void Make(LiteDatabase database)
    {
        var outbox = database.GetCollection("outbox");
        outbox.EnsureIndex("turn", "$.turn");
        outbox.EnsureIndex("like", "$.like");
    }

    public IReadOnlyList<OutboxRow> Read(OutboxQuery query)
    {
        var place = Place(query.State);
        var rows = outbox.Query().Where("$.turn BETWEEN @0 AND @1", place + " ", $"{place} {Values.Text(query.Now)}~");
        if (query.Alliance is { } alliance) rows = rows.Where("$.alliance = @0", alliance.Value);
        return [.. rows.OrderBy("$.turn").Limit(query.AtMost).ToEnumerable().Select(Row)];
    }

    public Instant? Next() => First(OutboxState.Pending) is { } waiting && First(OutboxState.Sending) is { } sending
        ? Instant.Min(waiting, sending)
        : First(OutboxState.Pending) ?? First(OutboxState.Sending);

    public IEnumerable<OutboxRow> All() => outbox.Query().OrderBy("$._id").ToEnumerable().Select(Row);

    public CommitResult Check(MoveNotice move)
    {
        if (outbox.FindById(move.Row) is not { } found) return CommitResult.Conflict;
        var row = Row(found);
        if (row.State != move.From || row.Alliance != move.Of) return CommitResult.Conflict;
        return !move.From.IsOnTheWay && move.To.IsOnTheWay && IsOnTheWay(row.Alliance, row.Key) ? CommitResult.Conflict : CommitResult.Done;
    }

    public void Write(MoveNotice move)
    {
        var row = Row(outbox.FindById(move.Row));
        outbox.Update(Document(row with
        {
            State = move.To,
            NotBefore = move.NotBefore,
            Attempts = move.Attempts,
            Node = move.Node,
        }));
        Add(move.Of, move.Instead);
    }

    public void Add(AllianceId alliance, IReadOnlyList<NewNotice> notices)
    {
        foreach (var notice in notices)
        {
            if (notice.InTurn is not null || IsOnTheWay(alliance, notice.Key)) continue;
            Add(new OutboxRow(numbers.Next(), alliance, notice.Key, OutboxState.Pending, notice.NotBefore, 0, null, notice.Json));
        }
    }

    public void Add(OutboxRow row) => outbox.Insert(Document(row));

    public IReadOnlyDictionary<OutboxState, long> Counts() => outbox.FindAll()
        .GroupBy(static row => Enum.Parse<OutboxState>(row["state"].AsString)).ToDictionary(static rows => rows.Key, static rows => (long)rows.Count());

    /// <summary>Removes settled notices, the oldest first. Their numbers come from a count of their own and are not given again.</summary>
    public void Remove(Tidy tidy)
    {
        foreach (var state in Enum.GetValues<OutboxState>().Where(static state => state.IsOver))
        {
            var place = Place(state);
            var over = outbox.Query().Where("$.turn BETWEEN @0 AND @1", place + " ", $"{place} {Values.Text(tidy.Settled)}")
                .OrderBy("$.turn").Limit(tidy.AtMost).ToEnumerable().Select(static row => row["_id"]).ToList();
            foreach (var row in over) outbox.Delete(row);
        }
    }

    private static string Place(OutboxState state) => state switch
    {
        { IsWaiting: true } => "waiting",
        OutboxState.Sending => "sending",
        _ => state.ToString(),
    };

    private static BsonDocument Document(OutboxRow row) => new()
    {
        ["_id"] = row.Row,
        ["alliance"] = row.Alliance.Value,
        ["key"] = row.Key,
        ["state"] = row.State.ToString(),
        ["notBefore"] = Values.Text(row.NotBefore),
        ["attempts"] = row.Attempts,
        ["node"] = Values.TextOrNull(row.Node),
        ["json"] = Values.Json(row.Json),
        ["turn"] = string.Create(CultureInfo.InvariantCulture, $"{Place(row.State)} {Values.Text(row.NotBefore)} {row.Row:D12}"),
        // A settled notice is like no other; a number is equal to no text.
        ["like"] = row.State.IsOnTheWay ? Keys.Of(row.Alliance.Value, row.Key) : row.Row,
    };

    private static OutboxRow Row(BsonDocument row) => new(
        row["_id"].AsInt64, new AllianceId(row["alliance"].AsString), row["key"].AsString,
        Enum.Parse<OutboxState>(row["state"].AsString), Values.Instant(row["notBefore"]), row["attempts"].AsInt32,
        Values.TextOrNull(row["node"]), Values.Bytes(row["json"]));

    private Instant? First(OutboxState state)
    {
        var place = Place(state);
        return outbox.Query().Where("$.turn BETWEEN @0 AND @1", place + " ", place + " ~").OrderBy("$.turn").Limit(1).ToEnumerable()
            .Select(row => (Instant?)Values.Instant(row["notBefore"])).FirstOrDefault();
    }

    private bool IsOnTheWay(AllianceId alliance, string key) => outbox.Exists("$.like = @0", Keys.Of(alliance.Value, key));
}

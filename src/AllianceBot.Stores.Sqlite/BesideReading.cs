using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Reads of the outbox and of the cards shown.</summary>
internal sealed class BesideReading(Database database)
{
    private const string Notice =
        "SELECT o.row, a.id, o.key, o.state, o.not_before, o.attempts, o.node, o.json FROM outbox o JOIN alliances a ON a.number = o.alliance ";

    private const string Filter = "AND o.not_before <= ?2 AND (?3 IS NULL OR a.id = ?3) ORDER BY o.not_before, o.row LIMIT ?4";

    private const string Card =
        "SELECT a.id, s.subject, s.reader, s.conversation, s.message, s.revision, s.view, s.at FROM shown s JOIN alliances a ON a.number = s.alliance ";

    private readonly Statement waiting = database.Prepare($"{Notice} WHERE o.stage = 0 AND ?1 = 0 {Filter}");

    private readonly Statement sending = database.Prepare($"{Notice} WHERE o.stage = 1 AND o.state = ?1 {Filter}");

    private readonly Statement others = database.Prepare($"{Notice} WHERE o.state = ?1 {Filter}");

    private readonly Statement shown = database.Prepare(
        $"{Card} WHERE a.id = ?1 AND s.subject = ?2 AND (?3 IS NULL OR s.reader = ?3) ORDER BY s.at DESC, s.row DESC LIMIT ?4");

    private readonly Statement shownAt = database.Prepare($"{Card} WHERE s.conversation = ?1 AND s.message = ?2 AND s.message <> ''");

    private readonly Statement turns = database.Prepare("SELECT notices FROM turns WHERE until > ?");

    private readonly Statement counts = database.Prepare("SELECT state, count(*) FROM outbox GROUP BY state");

    private readonly Statement id = database.Prepare("SELECT id FROM alliances WHERE number = ?");

    public IReadOnlyList<OutboxRow> Outbox(OutboxQuery query)
    {
        var statement = query.State switch
        {
            OutboxState.Pending => waiting,
            OutboxState.Sending => sending,
            _ => others,
        };
        statement.Bind(1, (int)query.State).Bind(2, query.Now).Bind(3, query.Alliance?.Value).Bind(4, query.AtMost);
        return statement.All(ReadNotice);
    }

    public IReadOnlyDictionary<OutboxState, long> Counts() =>
        counts.All(static row => (State: (OutboxState)row.Int32(0), Count: row.Int64(1))).ToDictionary(static one => one.State, static one => one.Count);

    public IReadOnlyList<KeptNotice> InTurn(Instant after)
    {
        turns.Bind(1, after);
        var kept = turns.All(static row => row.Bytes(0)).SelectMany(Turns.Unpack).Where(one => one.Notice.NotBefore > after).ToList();
        return kept.ConvertAll(one => new KeptNotice(IdOf(one.Alliance), one.Notice));
    }

    /// <summary>All notices by row, settled ones too.</summary>
    public IReadOnlyList<OutboxRow> Notices() => database.Prepare($"{Notice} ORDER BY o.row").All(ReadNotice);

    /// <summary>All cards as they were written.</summary>
    public IReadOnlyList<ShownRow> Cards() => database.Prepare($"{Card} ORDER BY s.row").All(Read);

    public IReadOnlyList<ShownRow> Shown(AllianceId alliance, string subject, string? reader, int atMost)
    {
        shown.Bind(1, alliance.Value).Bind(2, subject).Bind(3, reader).Bind(4, atMost);
        return shown.All(Read);
    }

    public ShownRow? ShownAt(string conversation, string message)
    {
        shownAt.Bind(1, conversation).Bind(2, message);
        return shownAt.First(Read);
    }

    private AllianceId IdOf(long number) => new(
        id.Bind(1, number).First(static row => row.Text(0)) ?? throw Fault.Damaged(database.Path, $"the alliance {number} of a notice is missing"));

    private static OutboxRow ReadNotice(Statement row) => new(
        row.Int64(0), new AllianceId(row.Text(1)), row.Text(2), (OutboxState)row.Int32(3), row.Instant(4), row.Int32(5),
        row.TextOrNull(6), row.Bytes(7));

    private static ShownRow Read(Statement row) => new(
        new AllianceId(row.Text(0)), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Int32(5), row.Text(6), row.Instant(7));
}

using System.Globalization;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Walks through the outbox and the cards shown, a few rows at a time, and removes what is over; at the end it begins anew.</summary>
internal sealed class Tidying(Database database)
{
    // The last row stays: a number that was given once would be given again.
    private readonly Walk outbox = new(database, "outbox", string.Create(CultureInfo.InvariantCulture, $"""
        stage IS NULL AND state IN ({(int)OutboxState.Sent}, {(int)OutboxState.Unreachable}, {(int)OutboxState.Obsolete})
        AND not_before < ?3 AND row < (SELECT max(row) FROM outbox)
        """));

    private readonly Walk shown = new(database, "shown", string.Create(CultureInfo.InvariantCulture, $"""
        at < ?3
        AND (SELECT count(*) FROM shown n WHERE n.alliance = shown.alliance AND n.subject = shown.subject
            AND (n.at, n.row) > (shown.at, shown.row)) >= {EngineLimits.RefreshedCards}
        AND EXISTS (SELECT 1 FROM shown n WHERE n.alliance = shown.alliance AND n.subject = shown.subject
            AND n.reader = shown.reader AND (n.at, n.row) > (shown.at, shown.row))
        """));

    public void Write(Tidy tidy)
    {
        outbox.Step(tidy.Settled, tidy.AtMost);
        shown.Step(tidy.Shown, tidy.AtMost);
    }

    private sealed class Walk(Database database, string table, string isOver)
    {
        private readonly Statement upTo = database.Prepare($"SELECT max(row) FROM (SELECT row FROM {table} WHERE row > ? ORDER BY row LIMIT ?)");
        private readonly Statement remove = database.Prepare($"DELETE FROM {table} WHERE row > ?1 AND row <= ?2 AND {isOver}");
        private long seen;

        public void Step(Instant before, int atMost)
        {
            var to = upTo.Bind(1, seen).Bind(2, atMost).First(static row => row.IsNull(0) ? 0 : row.Int64(0));
            if (to > 0) remove.Bind(1, seen).Bind(2, to).Bind(3, before).Run();
            seen = to;
        }
    }
}

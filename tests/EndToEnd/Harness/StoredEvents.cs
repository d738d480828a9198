using SQLitePCL;

namespace EndToEnd.Harness;

/// <summary>What the bot's database holds, read from beside it while it runs.</summary>
internal static class StoredEvents
{
    static StoredEvents() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    /// <summary>The names of all events in the order they were written, without their version: "commitment.accepted".</summary>
    public static IReadOnlyList<string> Names(Bot bot)
    {
        var file = Path.Combine(bot.Data, "alliancebot.db");
        Check(raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READONLY, null));
        using (database)
        {
            Check(raw.sqlite3_busy_timeout(database, 2_000));
            Check(raw.sqlite3_prepare_v2(database, "SELECT name FROM events ORDER BY row", out var statement));
            using (statement)
            {
                var names = new List<string>();
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                    var name = raw.sqlite3_column_text(statement, 0).utf8_to_string();
                    names.Add(name[..name.LastIndexOf(".v", StringComparison.Ordinal)]);
                }

                return names;
            }
        }
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new InvalidOperationException($"SQLite answered {code}.");
    }
}

using System.Text.Json.Nodes;
using EndToEnd.Harness;
using SQLitePCL;

namespace EndToEnd.Journeys;

/// <summary>An event as it lies in the file; its words are sealed.</summary>
internal sealed record StoredEvent(long Version, string Name, JsonObject Json);

/// <summary>What the bot's database holds, read beside the running bot and without touching anything.</summary>
internal static class Stored
{
    static Stored() => raw.SetProvider(new SQLite3Provider_e_sqlite3());

    /// <summary>Every event of the alliance, oldest first.</summary>
    public static IReadOnlyList<StoredEvent> Events(Bot bot)
    {
        var file = Path.Combine(bot.Data, "alliancebot.db");
        Check(raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READONLY, null), raw.SQLITE_OK);
        using (database)
        {
            Check(raw.sqlite3_busy_timeout(database, 5_000), raw.SQLITE_OK);
            Check(raw.sqlite3_prepare_v2(database, "SELECT version, name, json FROM events ORDER BY version", out var statement), raw.SQLITE_OK);
            using (statement)
            {
                var events = new List<StoredEvent>();
                int step;
                while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                {
                    events.Add(new(
                        raw.sqlite3_column_int64(statement, 0), raw.sqlite3_column_text(statement, 1).utf8_to_string(),
                        JsonNode.Parse(raw.sqlite3_column_text(statement, 2).utf8_to_string())!.AsObject()));
                }

                Check(step, raw.SQLITE_DONE);
                Assert.Equal(events.Count, events.Count == 0 ? 0 : events[^1].Version);
                return events;
            }
        }
    }

    /// <summary>What happened to the promise with this number and its check-ins, oldest first, without the events' versions.</summary>
    public static IReadOnlyList<string> Story(Bot bot, int number)
    {
        var events = Events(bot);
        var id = (string?)events.Single(it => it.Name.StartsWith("commitment.", StringComparison.Ordinal) && (int?)it.Json["number"] == number)
            .Json["commitment"];
        return [.. events.Where(it => (string?)it.Json["commitment"] == id).Select(it => it.Name.Replace(".v1", "", StringComparison.Ordinal))];
    }

    private static void Check(int code, int wanted) => Assert.Equal(wanted, code);
}

namespace AllianceBot.Stores.Sqlite;

/// <summary>A step from one version of the file to the next.</summary>
/// <param name="Version">The version that it leads to.</param>
/// <param name="Needs">The version that a program must know to use the file afterwards; lower than its own where only something was added.</param>
/// <param name="Text">What is run.</param>
internal sealed record Migration(int Version, int Needs, string Text);

/// <summary>
/// The tables, for which two things count. An append must touch few pages: so events lie in the order they were written,
/// each points to the one before it in its stream, and no index on them has to be kept. And what is erased must be gone
/// from the file: so sealed words, keys and the directory's values are overwritten with zeros where they lie, and their
/// rows stay as marks; a removed row would let pages be merged, which leaves copies of what lay beside it.
/// </summary>
internal static class Schema
{
    /// <summary>"AlBo", in the file's header.</summary>
    public const int ApplicationId = 0x416C426F;

    public static readonly IReadOnlyList<Migration> Migrations =
    [
        new(1, 1, """
            CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

            CREATE TABLE alliances(
                number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, last INTEGER NOT NULL, due INTEGER);
            CREATE INDEX alliances_due ON alliances(due) WHERE due IS NOT NULL;

            CREATE TABLE events(
                row INTEGER PRIMARY KEY, previous INTEGER NOT NULL, alliance INTEGER NOT NULL, version INTEGER NOT NULL,
                name TEXT NOT NULL, ask TEXT NOT NULL, transport TEXT, json TEXT NOT NULL);

            CREATE TABLE words(
                row INTEGER PRIMARY KEY, alliance INTEGER NOT NULL, id TEXT NOT NULL, shelf TEXT NOT NULL,
                sealed BLOB NOT NULL, gone INTEGER NOT NULL);
            CREATE UNIQUE INDEX words_id ON words(alliance, id);

            CREATE TABLE keys(
                row INTEGER PRIMARY KEY, alliance INTEGER NOT NULL, shelf TEXT NOT NULL, key BLOB NOT NULL, gone INTEGER NOT NULL);
            CREATE UNIQUE INDEX keys_shelf ON keys(alliance, shelf) WHERE gone = 0;

            CREATE TABLE outbox(
                row INTEGER PRIMARY KEY, alliance INTEGER NOT NULL, key TEXT NOT NULL, stage INTEGER, state INTEGER NOT NULL,
                not_before INTEGER NOT NULL, attempts INTEGER NOT NULL, node TEXT, json TEXT NOT NULL);
            CREATE INDEX outbox_stage ON outbox(stage, not_before) WHERE stage IS NOT NULL;

            CREATE TABLE directory(
                row INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, value BLOB NOT NULL, gone INTEGER NOT NULL);
            CREATE UNIQUE INDEX directory_id ON directory(kind, id) WHERE gone = 0;

            CREATE TABLE shown(
                row INTEGER PRIMARY KEY, alliance INTEGER NOT NULL, subject TEXT NOT NULL, reader TEXT NOT NULL,
                conversation TEXT NOT NULL, message TEXT NOT NULL, revision INTEGER NOT NULL, view TEXT NOT NULL, at INTEGER NOT NULL);
            CREATE INDEX shown_subject ON shown(alliance, subject);
            CREATE UNIQUE INDEX shown_message ON shown(conversation, message) WHERE message <> '';
            """),

        // Notices that turns show by themselves. An older program would not find them after a crash, which costs nobody's data.
        new(2, 1, "CREATE TABLE turns(slot INTEGER PRIMARY KEY, until INTEGER NOT NULL, notices BLOB NOT NULL)"),
    ];
}

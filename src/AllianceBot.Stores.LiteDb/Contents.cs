using System.Security.Cryptography;
using LiteDB;

namespace AllianceBot.Stores.LiteDb;

/// <summary>What lies in the file: a collection each for what a person would call a list.</summary>
internal sealed class Contents
{
    /// <summary>The version of the file that this program writes, and the newest that it reads.</summary>
    private const int Version = 1;

    private const string Application = "AllianceBot";

    private readonly ILiteCollection<BsonDocument> settings;

    private Contents(LiteDatabase database)
    {
        settings = Settings(database);
        Numbers = new Numbers(settings);
        Streams = new Streams(database, Numbers);
        Notices = new Notices(database, Numbers);
        Aside = new Aside(database, Numbers);
        Entries = new Entries(database);
        Cards = new Cards(database, Numbers);
        Secret = settings.FindById("secret")["value"].AsBinary;
    }

    public byte[] Secret { get; }

    public Numbers Numbers { get; }

    public Streams Streams { get; }

    public Notices Notices { get; }

    public Aside Aside { get; }

    public Entries Entries { get; }

    public Cards Cards { get; }

    /// <summary>The contents of a file, whose collections are made when it is new.</summary>
    public static Contents Open(LiteDatabase database, string path)
    {
        var settings = Settings(database);
        var isNew = !database.GetCollectionNames().Any();
        if (!isNew && settings.FindById("application") is null) throw Fault.NotOurs(path);
        if (database.UserVersion > Version) throw Fault.Newer(path, database.UserVersion, Version);
        if (isNew) Make(database, settings);
        return new Contents(database);
    }

    /// <summary>The secret of another store, when everything of it is moved here.</summary>
    public void Take(ReadOnlyMemory<byte> secret) => settings.Update(Setting("secret", secret.ToArray()));

    private static void Make(LiteDatabase database, ILiteCollection<BsonDocument> settings)
    {
        database.BeginTrans();
        Streams.Make(database);
        Notices.Make(database);
        Aside.Make(database);
        Entries.Make(database);
        Cards.Make(database);
        settings.Insert(Setting("application", Application));
        settings.Insert(Setting("secret", RandomNumberGenerator.GetBytes(32)));
        settings.Insert(Setting("rows", 0L));
        database.Commit();
        database.UserVersion = Version;
    }

    private static ILiteCollection<BsonDocument> Settings(LiteDatabase database) => database.GetCollection("settings");

    private static BsonDocument Setting(string name, BsonValue value) => new() { ["_id"] = name, ["value"] = value };
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>A notice as its outbox row keeps it: ids and facts only, and the address of a confirmation sealed.</summary>
/// <param name="Notice">What the domain wants shown, and to which role.</param>
/// <param name="Version">The version of its event, by which an undo finds it.</param>
/// <param name="Append">The version its append was made on: the occurrence in its key.</param>
internal sealed record OutboxEntry(Notice Notice, long Version, long Append)
{
    /// <summary>It confirms an ask where it was asked; the notice then names the asker.</summary>
    public StoredConfirmation? Confirm { get; init; }

    /// <summary>It may have come before, and says so.</summary>
    public bool Again { get; init; }

    /// <summary>How far it fell back: 0 to the role itself, 1 to a manager, 2 to the facilitator.</summary>
    public int FellBack { get; init; }

    /// <summary>The person it did not reach.</summary>
    public PersonId? InsteadOf { get; init; }

    private static readonly JsonTypeInfo<OutboxEntry> Type =
        (JsonTypeInfo<OutboxEntry>)StoredJson.Options(OutboxContext.Default).GetTypeInfo(typeof(OutboxEntry));

    /// <summary>The same notice in the same append to the same person is one notice, by whatever role.</summary>
    [JsonIgnore]
    public string Key =>
        $"{Notice.Subject}|{Notice.Kind}|{Notice.To.Role}:{Notice.To.Id}|{Append}|{FellBack}{Mark}";

    private string Mark => Confirm switch
    {
        null => Again ? "|again" : "",
        { InTurn: true } => "|in-turn",
        _ => "|confirm",
    };

    public static OutboxEntry Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Type) ?? throw new JsonException("An outbox row is empty.");

    public NewNotice ToRow() => new(Key, Notice.NotBefore, OutboxJson.Write(this));

    /// <summary>As the serializer writes it: what <see cref="OutboxJson"/> must come to.</summary>
    internal byte[] Serialized() => JsonSerializer.SerializeToUtf8Bytes(this, Type);
}

/// <summary>A confirmation as its outbox row keeps it.</summary>
/// <param name="Where">The sealed address.</param>
internal sealed record StoredConfirmation(string Where, string Message, string View, bool InTurn);

[JsonSerializable(typeof(OutboxEntry))]
internal sealed partial class OutboxContext : JsonSerializerContext;

using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>A row of the outbox with where it goes.</summary>
internal sealed record Parcel(OutboxRow Row, OutboxEntry Entry, Mailbox Mailbox, Route.Go To)
{
    public string Lane => To.Address.Conversation.Length > 0 ? To.Address.Key : $"{To.Address.Channel}|{To.Address.User}";

    /// <summary>The notice as the presenter is to see it: one that may have come before, or comes instead, says so.</summary>
    public Notice Notice
    {
        get
        {
            var facts = Entry.Notice.Facts;
            if (Entry.Again) facts = facts.Add(new("again", "true"));
            if (Entry.InsteadOf is { } person) facts = facts.Add(new("instead-of", person.Value));
            return Entry.Notice with { Facts = facts };
        }
    }

    /// <summary>What makes it the same notice to the same person, whatever roles it was addressed to; null for confirmations and places.</summary>
    public Told? Told => Entry.Confirm is null && To.Person is { } person
        ? new(Row.Alliance, Entry.Append, Entry.Notice.Subject, Entry.Notice.Kind, person, Entry.FellBack, Entry.Again)
        : null;

    public bool IsUpdate => Entry.Confirm is { Message.Length: > 0 };

    public MoveNotice Move(OutboxState to, NodaTime.Instant notBefore) => new(Row.Alliance, Row.Row, Row.State, to, notBefore, Row.Attempts);

    /// <summary>
    /// Whether both go as one card: they share a bundle, both were held until their reader may be written to again, or both are
    /// about the same thing because of the same append. What is asked in check-ins and what is read as a whole have cards of their own.
    /// </summary>
    public bool Bundles(Parcel other) =>
        Row.Alliance == other.Row.Alliance && To.Person == other.To.Person && Entry.Confirm is null && other.Entry.Confirm is null
        && (HasOneCause(other) || (To.Person is not null && (SharesBundle(other) || (WasHeld && other.WasHeld))));

    private bool SharesBundle(Parcel other) => Entry.Notice.Bundle is { } bundle && bundle == other.Entry.Notice.Bundle;

    /// <summary>A digest, and what one will say, is a whole to be read: as a line among others it would be lost.</summary>
    private bool WasHeld => Row.State == OutboxState.Held && Entry.Notice.Bundle != CheckInNotices.Bundle
        && Entry.Notice.Subject.Kind is not (SubjectKind.Digest or SubjectKind.Preview);

    /// <summary>
    /// Only what one append brought: two that merely come close together have each its own moment, and one of them may have
    /// been sent before when it is unknown how that ended.
    /// </summary>
    private bool HasOneCause(Parcel other) =>
        Entry.Append == other.Entry.Append && Entry.Notice.Subject == other.Entry.Notice.Subject
        && (Entry.Notice.Bundle ?? other.Entry.Notice.Bundle) is null && Entry.Again == other.Entry.Again;
}

/// <summary>A person being told something because of one append.</summary>
internal sealed record Told(
    AllianceId Alliance, long Append, Subject Subject, string Kind, PersonId Person, int FellBack, bool Again);

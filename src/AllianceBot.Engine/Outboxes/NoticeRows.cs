using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>Turns what is to be told because of an event, and the confirmation to who asked, into rows of the outbox.</summary>
internal sealed class NoticeRows(Addresses addresses)
{
    /// <summary>One append tells the same person the same thing once.</summary>
    public static void Add(List<NewNotice> rows, Alliance before, AllianceEvent happened, Alliance after, long append)
    {
        foreach (var notice in AllianceDecider.Notices(before, happened, after))
        {
            var row = new OutboxEntry(notice, after.Version, append).ToRow();
            if (!rows.Exists(other => other.Key == row.Key)) rows.Add(row);
        }
    }

    public void Add(List<NewNotice> rows, Alliance after, Confirmation confirm, PersonId by, long append)
    {
        var at = confirm.InTurn ? after.LastAt + EngineLimits.InTurn : after.LastAt;
        var notice = new Notice(confirm.Subject, confirm.Key, Addressee.Person(by), at)
        {
            AnyHour = true,
            MayFallBack = false,
            Facts = confirm.Facts.ToValueList(),
        };
        var stored = new StoredConfirmation(addresses.Close(confirm.Where), confirm.Message, confirm.View, confirm.InTurn);
        var row = new OutboxEntry(notice, after.Version, append) { Confirm = stored }.ToRow();
        rows.Add(confirm.InTurn ? row with { InTurn = after.LastAt } : row);
    }

    /// <summary>What the turn itself showed on the tapped card, so that it is neither refreshed nor taken for old.</summary>
    public static ShownRow? Shown(Alliance after, Confirmation confirm, PersonId by) =>
        confirm is { InTurn: true, Message.Length: > 0 } && Revisions.Of(after, confirm.Subject) is { } revision
            ? new(
                after.Id,
                confirm.Subject.ToString(),
                confirm.Where.Kind == PlaceKind.Personal ? by.Value : confirm.Where.Key,
                confirm.Where.Key,
                confirm.Message,
                revision,
                confirm.View,
                after.LastAt)
            : null;

    public Confirmation Open(OutboxEntry entry, StoredConfirmation stored) =>
        new(addresses.Open(stored.Where) ?? Nowhere, stored.Message, entry.Notice.Subject, stored.View)
        {
            InTurn = stored.InTurn,
            Key = entry.Notice.Kind,
            Facts = entry.Notice.Facts,
        };

    private static readonly Address Nowhere = new("", "", "", "", "", "", PlaceKind.Personal);
}

/// <summary>The revision a subject has now.</summary>
internal static class Revisions
{
    /// <summary>Null for what is gone or counts no revisions.</summary>
    public static int? Of(Alliance alliance, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment => alliance.Commitments.Find(new(subject.Id))?.Revision,
        SubjectKind.CheckIn => alliance.CheckIns.Find(new(subject.Id))?.Revision,
        SubjectKind.Decision => alliance.Decisions.Find(new(subject.Id))?.Revision,
        SubjectKind.Process => alliance.Processes.Find(new(subject.Id))?.Revision,
        SubjectKind.Concern => alliance.Concerns.Find(new(subject.Id))?.Revision,
        SubjectKind.Case => alliance.Cases.Find(new(subject.Id))?.Revision,
        SubjectKind.Round => alliance.Rounds.Find(new(subject.Id))?.Revision,
        SubjectKind.Digest => DigestViews.Revision(alliance, subject) is > 0 and var revision ? revision : null,
        SubjectKind.Story => alliance.Stories.Find(new(subject.Id))?.Revision,
        SubjectKind.Indicator => alliance.Indicators.Find(new(subject.Id))?.Revision,
        _ => null,
    };
}

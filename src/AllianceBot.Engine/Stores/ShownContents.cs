using System.Collections.Immutable;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>The cards of a memory store that people have before them: one per message, newest first when read.</summary>
internal sealed record ShownContents
{
    private ImmutableDictionary<(AllianceId, string Subject), ImmutableList<ShownRow>> Subjects { get; init; } =
        ImmutableDictionary<(AllianceId, string Subject), ImmutableList<ShownRow>>.Empty;

    private ImmutableDictionary<(string Conversation, string Message), ShownRow> Messages { get; init; } =
        ImmutableDictionary<(string Conversation, string Message), ShownRow>.Empty;

    public ShownContents Add(IReadOnlyList<ShownRow> rows) => rows.Aggregate(this, (after, row) => after.Put(row));

    public IReadOnlyList<ShownRow> Of(AllianceId alliance, string subject, string? reader, int atMost) =>
        [.. (Subjects.GetValueOrDefault((alliance, subject)) ?? [])
            .Where(row => reader is null || row.Reader == reader)
            .Reverse().OrderByDescending(row => row.At).Take(atMost)];

    public ShownRow? At(string conversation, string message) =>
        message.Length == 0 ? null : Messages.GetValueOrDefault((conversation, message));

    public ShownContents Without(Tidy tidy)
    {
        var (subjects, messages, left) = (Subjects, Messages, tidy.AtMost);
        foreach (var (subject, rows) in Subjects)
        {
            if (left <= 0 || rows.Count <= EngineLimits.RefreshedCards) continue;
            var newest = Of(subject.Item1, subject.Subject, null, rows.Count);
            var over = newest.Skip(EngineLimits.RefreshedCards)
                .Where(row => row.At < tidy.Shown && newest.First(other => other.Reader == row.Reader) != row).Take(left).ToList();
            left -= over.Count;
            subjects = subjects.SetItem(subject, rows.RemoveRange(over));
            messages = messages.RemoveRange(over.Select(static row => (row.Conversation, row.Message)));
        }

        return new ShownContents { Subjects = subjects, Messages = messages };
    }

    private ShownContents Put(ShownRow row)
    {
        var subjects = Subjects;
        if (At(row.Conversation, row.Message) is { } before)
        {
            subjects = subjects.SetItem((before.Alliance, before.Subject), subjects[(before.Alliance, before.Subject)].Remove(before));
        }

        var rows = (subjects.GetValueOrDefault((row.Alliance, row.Subject)) ?? [])
            .RemoveAll(other => other.Message.Length == 0 && (other.Reader, other.Conversation, "") == (row.Reader, row.Conversation, row.Message));
        return new ShownContents
        {
            Subjects = subjects.SetItem((row.Alliance, row.Subject), rows.Add(row)),
            Messages = row.Message.Length == 0 ? Messages : Messages.SetItem((row.Conversation, row.Message), row),
        };
    }
}

using AllianceBot.Cards;
using AllianceBot.Conversation;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace Simulation;

/// <summary>What a message holds, by the mark in its summary: the notices it tells of, what it is about, for whom.</summary>
internal sealed record Shown(AllianceId Alliance, ValueList<Notice> Notices, Reader Reader, Subject Subject);

/// <summary>The real presenter, with a mark on each message by which the outside knows what it got.</summary>
internal sealed class Traced(IPresent inner) : IPresent
{
    private static readonly CardLibrary Library = CardLibrary.Load(Path.Combine(AppContext.BaseDirectory, "cards"));

    public static Traced Real() => new(new Presenter(Library));

    public Dictionary<string, Shown> Marks { get; } = new(StringComparer.Ordinal);

    public Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context) =>
        Marked(inner.Present(alliance, notice, reader, context), alliance, [notice], reader, context);

    public Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context) =>
        Marked(inner.Refresh(alliance, subject, view, reader, context), alliance, [], reader, context);

    public Presented? Confirm(Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context) =>
        Marked(inner.Confirm(alliance, confirmation, by, reader, context), alliance, [], reader, context);

    public Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context) =>
        Marked(inner.Bundle(alliance, notices, reader, context), alliance, notices.ToValueList(), reader, context);

    private Presented? Marked(
        Presented? presented, Alliance alliance, ValueList<Notice> notices, Reader reader, PresentContext context)
    {
        if (presented is null) return null;
        Marks[context.Instance] = new(alliance.Id, presented.Tells?.ToValueList() ?? notices, reader, presented.Subject);
        return presented with { Message = presented.Message with { Summary = context.Instance } };
    }
}

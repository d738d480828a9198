using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a form about something that repeats says before it is sent.</summary>
internal static class SeriesNotes
{
    public static ValueList<Said> Of(CommitmentForm form)
    {
        if (form.Series is not { } series || form.Occurrence > 0) return [];
        return form.Kind switch
        {
            CommitmentFormKind.EndSeries => series is { Now: { } now, NowDue: { } due }
                ? [new Said("form.end-series.stands").With("item", (Subject)now).With("date", due)]
                : [new Said("form.end-series.nothing")],
            CommitmentFormKind.ProposeChange when series is { Now: { } now, NowDue: { } due } =>
                [new Said("form.change.series").With("item", (Subject)now).With("date", due)],
            _ => [],
        };
    }
}

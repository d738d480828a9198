using System.Globalization;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>What is said of load and of the other partner, on a form before it is sent and on a card that waits for a yes.</summary>
internal static class EffortNotes
{
    public static ValueList<Said> Of(CommitmentForm form) =>
    [
        .. form.Other is { } other ? form.OtherNotes.Select(note => OtherNote(other.Id, note)) : [],
        .. form.Load.SelectMany(Lines),
    ];

    public static Said OtherNote(PartnerId partner, string note) =>
        new Said("load.other-note").With("partner", (Subject)partner).Quoting("note", note);

    /// <summary>One line about load as one or two sentences: what is there, and what this one makes of it.</summary>
    public static IEnumerable<Said> Lines(LoadLine line)
    {
        var key = line.Kind switch
        {
            LoadLineKind.Own => line.Budget is null ? "load.own" : "load.own.budget",
            LoadLineKind.Person => "load.person",
            LoadLineKind.Partner => "load.partner",
            LoadLineKind.Near => "load.near",
            _ => "load.concentrated",
        };
        yield return Month(new Said(key), line.Month)
            .With("count", line.Effort.Count).With("hours", line.Effort.Hours).With("budget", line.Budget ?? 0)
            .With("ceiling", line.Ceiling).With("who", line.Who ?? default);
        if (line.Budget is not { } budget) yield break;
        if (line.IsPast)
        {
            yield return new Said("load.total.past").With("hours", line.Effort.Hours + (line.Adds ?? 0)).With("budget", budget);
        }
        else if (line.Adds is { } adds)
        {
            yield return new Said("load.total").With("hours", line.Effort.Hours + adds);
        }
    }

    /// <summary>A month with its year, as the words ask for it.</summary>
    public static Said Month(Said said, YearMonth month) => said
        .Wording("month", string.Create(CultureInfo.InvariantCulture, $"date.month.{month.Month}"))
        .Quoting("year", month.Year.ToString(CultureInfo.InvariantCulture));
}

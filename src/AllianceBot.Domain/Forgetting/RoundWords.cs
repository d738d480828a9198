using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Whose words stand in rounds, in notes on their topics, and in indicators. What was caught and recorded is everybody's, and stays.</summary>
internal static class RoundWords
{
    /// <summary>The words of a goal that was caught in this round: they live with the goal.</summary>
    public static bool IsOfGoal(Round round, Words words) => round.Lines.Any(line => line.Goal is not null && line.Text.Id == words.Id);

    /// <summary>Words before a talk, also in private, and what was said to a record.</summary>
    public static IEnumerable<(string Id, string? Text, Instant At)> AuthoredBy(Round round, PersonId person) => round.Components.SelectMany(component =>
        component.Said.Where(word => word.Person == person && word.Text is not null).Select(static word => (word.Text!.Id, word.Text.Text, word.At))
            .Concat(component.Answers.Where(answer => answer.By == person && answer.Text is not null)
                .Select(static answer => (answer.Text!.Id, answer.Text.Text, answer.At))));

    public static IEnumerable<(string Id, string? Text, Instant At)> AuthoredBy(BenchmarkNotes notes, PersonId person) => notes.Talks
        .Where(note => note.By == person).Select(static note => (note.Text.Id, note.Text.Text, note.At));

    /// <summary>Notes with a number, what helps or is in the way, and reasons; terms are the alliance's.</summary>
    public static IEnumerable<(string Id, string? Text, Instant At)> AuthoredBy(Indicator indicator, PersonId person) =>
    [
        .. indicator.Readings.Where(reading => reading.By == person && reading.Note is not null)
            .Select(static reading => (reading.Note!.Id, reading.Note.Text, reading.At)),
        .. indicator.Branches.Where(branch => branch.SaidBy == person).Select(static branch => (branch.Text.Id, branch.Text.Text, branch.At)),
        .. indicator.History.Where(entry => entry.By == person && entry.Said is not null).Select(static entry => (entry.Said!.Id, entry.Said.Text, entry.At)),
    ];
}

using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What the lines of a promise's history say about it beyond how it stands.</summary>
internal static class LedgerHistory
{
    private const string Correction = "commitment.corrected";

    /// <summary>What happened within a span of time.</summary>
    /// <param name="Corrected">How it ended was corrected.</param>
    /// <param name="Promptly">A report was answered before a reminder.</param>
    /// <param name="AfterReminder">A report was answered after one.</param>
    internal readonly record struct Reading(bool Corrected, bool Promptly, bool AfterReminder);

    /// <summary>When it ended: of a corrected ending when the corrected one was, as the correction names its line.</summary>
    public static Instant FirstEnded(Commitment promise, Ending ending)
    {
        var line = ending.Entry - 1;
        while (line >= 0 && line < promise.History.Count && promise.History[line] is { What: Correction } correction)
        {
            line = CorrectedLine(correction) - 1;
        }

        return line >= 0 && line < promise.History.Count ? promise.History[line].At : ending.At;
    }

    /// <summary>
    /// A report counts as answered when the receiving side first says something to it: a yes, what is not met, or a release. It
    /// was prompt if nobody had to be reminded. What a third pair of eyes says is not the receiver's answer.
    /// </summary>
    public static Reading Read(Alliance alliance, Commitment promise, Interval span)
    {
        var (corrected, promptly, after, waits, reminded) = (false, false, false, false, false);
        foreach (var entry in promise.History)
        {
            switch (entry.What)
            {
                case "commitment.reported":
                    (waits, reminded) = (true, false);
                    break;
                case "commitment.report-retracted":
                    waits = false;
                    break;
                case "commitment.confirm-reminded":
                    reminded = true;
                    break;
                case "commitment.first-accepted" when !IsReceivers(alliance, promise, entry.By):
                    break;
                case "commitment.first-accepted" or "commitment.kept" or "commitment.returned" or "commitment.first-ended" or "commitment.released" when waits:
                    waits = false;
                    promptly |= !reminded && span.Contains(entry.At);
                    after |= reminded && span.Contains(entry.At);
                    break;
                case Correction:
                    corrected |= span.Contains(entry.At);
                    break;
            }
        }

        return new(corrected, promptly, after);
    }

    /// <summary>Whether it is a person of the receiving partner, also one that left it.</summary>
    public static bool IsReceivers(Alliance alliance, Commitment promise, PersonId person) =>
        alliance.People.Find(person)?.Partner == promise.Terms.ReceiverPartner
        || alliance.IsOf(person, promise.Terms.ReceiverPartner);

    private static int CorrectedLine(HistoryEntry correction)
    {
        foreach (var fact in correction.Facts)
        {
            if (fact.Name == "corrects") return int.Parse(fact.Value, CultureInfo.InvariantCulture);
        }

        return 0;
    }
}

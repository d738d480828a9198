using System.Globalization;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The promises of a record as a table: one line each, by their numbers.</summary>
internal static class RecordTable
{
    private static readonly string[] Columns =
    [
        "number", "what", "doneWhen", "due", "doerPartner", "doer", "receiverPartner", "receiver", "goal", "state", "flags", "estimate",
        "reported", "ended", "reason", "history",
    ];

    public static byte[] Write(Speech speech, LedgerRecord record)
    {
        var csv = new Csv().Row(Columns.Select(column => speech.Text($"record.column.{column}").ToString()));
        foreach (var promise in record.Promises) csv.Row(Cells(speech, promise));
        return csv.ToBytes();
    }

    private static IEnumerable<string> Cells(Speech speech, CommitmentCard promise)
    {
        var (terms, inside) = (promise.Terms, promise.Inside);
        return
        [
            $"P{promise.Label}",
            speech.Name(terms.What).ToString(),
            speech.Name(terms.DoneWhen).ToString(),
            terms.Due.ToIso(),
            speech.Name(terms.DoerPartner).ToString(),
            speech.Name(terms.Doer).ToString(),
            speech.Name(terms.ReceiverPartner).ToString(),
            speech.Name(terms.Receiver).ToString(),
            terms.Goal is { } goal ? speech.Name(goal.Name).ToString() : "",
            RecordPage.State(speech, promise).ToString(),
            string.Join("; ", RecordPage.Flags(speech, promise)),
            inside?.Estimate is { } hours ? hours.ToString(CultureInfo.InvariantCulture) : "",
            inside?.Report is { } report ? speech.Moment(report.At).ToString() : "",
            inside?.Ending is { } ending ? speech.Moment(ending.At).ToString() : "",
            inside?.Ending?.Reason ?? "",
            string.Join('\n', (inside?.History ?? []).Select(line => PromiseHistory.Line(speech, line).ToString())),
        ];
    }
}

using System.Text.Json;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The promises and check-ins of a record for programs.</summary>
internal static class RecordJsonPromises
{
    public static void Write(Utf8JsonWriter json, CommitmentCard promise)
    {
        var terms = promise.Terms;
        json.WriteString("number", $"P{promise.Label}");
        json.WriteString("what", terms.What);
        json.WriteString("doneWhen", terms.DoneWhen);
        json.WriteString("due", terms.Due.ToIso());
        json.WriteString("doerPartner", terms.DoerPartner.Name);
        json.WriteString("doer", terms.Doer?.Name);
        json.WriteString("receiverPartner", terms.ReceiverPartner.Name);
        json.WriteString("receiver", terms.Receiver?.Name);
        json.WriteString("goal", terms.Goal?.Name);
        json.WriteBoolean("done", promise.Done);
        if (promise.Inside is { } inside) Inside(json, inside);
    }

    public static void Write(Utf8JsonWriter json, CheckInCard checkIn)
    {
        json.WriteString("promise", $"P{checkIn.Label}");
        json.WriteString("person", checkIn.Person.Name);
        json.WriteString("kind", Keys.Of(checkIn.Kind));
        json.WriteString("state", Keys.Of(checkIn.State));
        json.WriteString("answer", checkIn.Answer is { } answer ? Keys.Of(answer) : null);
        json.WriteString("note", checkIn.Note);
        json.WriteString("answeredAt", checkIn.AnsweredAt?.ToIso());
    }

    private static void Inside(Utf8JsonWriter json, CommitmentInside inside)
    {
        json.WriteString("state", Keys.Of(inside.State));
        json.WriteStartArray("flags");
        foreach (var flag in inside.Flags) json.WriteStringValue(Keys.Of(flag));
        json.WriteEndArray();
        if (inside.Estimate is { } hours) json.WriteNumber("estimateHours", hours);
        if (inside.Report is { } report)
        {
            json.WriteStartObject("report");
            json.WriteString("by", report.By.Name);
            json.WriteString("at", report.At.ToIso());
            json.WriteString("note", report.Note);
            json.WriteString("proof", report.Proof);
            json.WriteEndObject();
        }

        if (inside.Ending is { } ending)
        {
            json.WriteStartObject("ending");
            json.WriteString("by", ending.By?.Name);
            json.WriteString("at", ending.At.ToIso());
            json.WriteString("reason", ending.Reason);
            json.WriteString("seenDifferently", ending.SeenDifferently);
            json.WriteEndObject();
        }

        RecordJson.Each(json, "history", inside.History, static (json, line) =>
        {
            json.WriteNumber("number", line.Number);
            json.WriteString("what", line.What);
            json.WriteString("by", line.By?.Name);
            json.WriteString("at", line.At.ToIso());
            json.WriteString("said", line.Said);
            foreach (var fact in line.Facts) json.WriteString($"fact.{fact.Name}", fact.Value);
        });
    }
}

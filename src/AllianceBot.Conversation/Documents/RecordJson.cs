using System.Text.Json;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A record for programs. Names of properties and values are fixed; texts are as they were typed, a removed one is null.</summary>
internal static class RecordJson
{
    public const string Type = "application/json; charset=utf-8";

    /// <summary>Raised when a program that reads it would have to change.</summary>
    private const string Format = "alliancebot-record/1";

    public static byte[] Write(LedgerRecord record)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("asOf", record.AsOf.ToIso());
            json.WriteString("zone", record.Alliance.Zone);
            json.WriteString("alliance", record.Alliance.Name);
            json.WriteString("purpose", record.Alliance.Purpose);
            json.WriteString("partner", record.Partner?.Name);
            Figures(json, record.Figures);
            Pairs(json, record.Pairs);
            Each(json, "people", record.People, Person);
            Each(json, "promises", record.Promises, RecordJsonPromises.Write);
            Each(json, "checkIns", record.CheckIns, RecordJsonPromises.Write);
            Each(json, "decisions", record.Decisions, Decision);
            Each(json, "charter", record.Charter?.Sheets ?? [], Sheet);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Figures(Utf8JsonWriter json, LedgerFigures? figures)
    {
        if (figures is null)
        {
            json.WriteNull("figures");
            return;
        }

        json.WriteStartObject("figures");
        foreach (var figure in LedgerFigureKinds.All) json.WriteNumber(Keys.Of(figure), figures.Count(figure));
        json.WriteEndObject();
    }

    private static void Pairs(Utf8JsonWriter json, PairsCard? pairs) => Each(json, "pairs", pairs?.Pairs ?? [], static (json, pair) =>
    {
        json.WriteString("other", pair.Other.Name);
        json.WriteBoolean("oneWay", pair.IsOneWay);
        foreach (var (name, given) in new[] { ("gave", pair.Gave), ("got", pair.Got) })
        {
            json.WriteStartObject(name);
            json.WriteNumber("promised", given.Promised);
            json.WriteNumber("delivered", given.Delivered);
            json.WriteNumber("open", given.Open);
            json.WriteNumber("hours", given.Hours);
            json.WriteNumber("withoutEstimate", given.Unknown);
            if (given.Declared is { } declared) json.WriteNumber("declaredHoursAMonth", declared);
            json.WriteEndObject();
        }
    });

    private static void Person(Utf8JsonWriter json, PersonLine person)
    {
        json.WriteString("name", person.Name);
        json.WriteString("partner", person.Partner);
        Each(json, "roles", person.Roles, static (json, role) =>
        {
            json.WriteString("role", Keys.Of(role.Role));
            json.WriteString("partner", role.Partner);
        });
    }

    private static void Decision(Utf8JsonWriter json, DecisionCard decision)
    {
        json.WriteNumber("number", decision.Number);
        json.WriteString("state", Keys.Of(decision.State));
        json.WriteString("title", decision.Title);
        json.WriteString("text", decision.Text);
        json.WriteNumber("version", decision.Version);
        json.WriteString("closes", decision.Closes.ToIso());
        json.WriteString("statement", decision.Statement);
        json.WriteString("review", decision.Review?.ToIso());
        Each(json, "voices", decision.Inside?.Voices ?? [], static (json, voice) =>
        {
            json.WriteString("partner", voice.Partner.Name);
            json.WriteString("by", voice.By.Name);
            json.WriteString("position", Keys.Of(voice.Position));
            json.WriteString("reason", voice.Reason);
            json.WriteString("acceptable", voice.Acceptable);
            json.WriteString("at", voice.At.ToIso());
        });
    }

    private static void Sheet(Utf8JsonWriter json, CharterSheet sheet)
    {
        json.WriteString("section", Keys.Of(sheet.Section));
        json.WriteString("partner", sheet.Partner?.Name);
        Each(json, "lines", sheet.Lines, static (json, line) =>
        {
            json.WriteString("text", line.Text);
            json.WriteString("other", line.Other);
            json.WriteString("by", line.By?.ToIso());
            if (line.Number is { } number) json.WriteNumber("number", number);
        });
    }
}

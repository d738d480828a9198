using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Everything a state or an event holds, as text: what two states are compared by, words' texts included.</summary>
public static class Dump
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int indent)
    {
        switch (value)
        {
            case null: text.Append("null\n"); break;
            case Words words: text.Append(CultureInfo.InvariantCulture, $"{words.Id} \"{words.Text}\"\n"); break;
            case IId or string or Enum or bool or Instant or LocalDate or LocalTime or Duration or DueIndex:
            case int or long:
                text.Append(value is DueIndex index ? DueOf(index) : Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\n');
                break;
            case IEnumerable items: WriteItems(text, items, indent); break;
            default: WriteProperties(text, value, indent); break;
        }
    }

    private static string DueOf(DueIndex index) =>
        string.Join(' ', index.DueAt(Instant.MaxValue, int.MaxValue).Select(subject => $"{subject}@{index.Of(subject)}"));

    private static void WriteItems(StringBuilder text, IEnumerable items, int indent)
    {
        text.Append('\n');
        foreach (var item in items)
        {
            text.Append(' ', indent + 2).Append("- ");
            Write(text, item, indent + 2);
        }
    }

    private static void WriteProperties(StringBuilder text, object value, int indent)
    {
        text.Append(value.GetType().Name).Append('\n');
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || property.PropertyType == typeof(DateTimeZone)) continue;
            text.Append(' ', indent + 2).Append(property.Name).Append(": ");
            Write(text, property.GetValue(value), indent + 2);
        }
    }
}

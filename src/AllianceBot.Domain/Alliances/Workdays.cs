using System.Numerics;
using System.Text.Json.Serialization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The days of the week on which an organisation works.</summary>
/// <param name="Days">Bit 0 is Monday, bit 6 Sunday; at least one is set.</param>
public sealed record Workdays(int Days)
{
    public static readonly Workdays MondayToFriday = new(0b0011111);

    public static Workdays Of(params ReadOnlySpan<IsoDayOfWeek> days)
    {
        var bits = 0;
        foreach (var day in days) bits |= 1 << ((int)day - 1);
        return new(bits);
    }

    /// <summary>How many days of the week are worked on.</summary>
    [JsonIgnore]
    public int Count => BitOperations.PopCount((uint)Days);

    /// <summary>A pattern by which deadlines can be counted: at least one day, and no bit beyond Sunday.</summary>
    [JsonIgnore]
    public bool IsUsable => Days is > 0 and <= 0b1111111;

    public bool Includes(LocalDate date) => (Days & (1 << ((int)date.DayOfWeek - 1))) != 0;

    /// <summary>The days on which both work.</summary>
    public Workdays And(Workdays other) => new(Days & other.Days);
}

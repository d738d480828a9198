using System.Text;
using AllianceBot.Domain;
using NodaTime;
using Xunit;

namespace AllianceBot.Engine.Tests;

/// <summary>Rows are written by hand, as every turn has one, and read by the serializer: both must agree to the byte.</summary>
public sealed class OutboxJsonTests
{
    public static TheoryData<bool> Fullness => [true, false];

    [Theory]
    [MemberData(nameof(Fullness))]
    public void A_row_has_the_bytes_that_the_serializer_would_write(bool full)
    {
        var entry = Made.Of<OutboxEntry>(full);
        Same(entry);
        Same(entry with { Notice = entry.Notice with { Kind = "“quoted” \"so\" \\ & <b> \u2028 \u0001 ß 👋", Facts = [new("a", "line\nbreak"), new("b", "")] } });
        foreach (var at in (Instant[])[Instant.MinValue, Instant.MaxValue, Instant.FromUnixTimeTicks(1), Instant.FromUtc(2026, 11, 30, 0, 0)])
        {
            Same(entry with { Notice = entry.Notice with { NotBefore = at } });
        }

        foreach (var kind in Enum.GetValues<SubjectKind>()) Same(entry with { Notice = entry.Notice with { Subject = new(kind, "x") } });
        foreach (var role in Enum.GetValues<AddresseeRole>()) Same(entry with { Notice = entry.Notice with { To = new(role) } });
        Assert.Equal(entry, OutboxEntry.Read(OutboxJson.Write(entry)));
    }

    private static void Same(OutboxEntry entry) =>
        Assert.Equal(Encoding.UTF8.GetString(entry.Serialized()), Encoding.UTF8.GetString(OutboxJson.Write(entry)));
}

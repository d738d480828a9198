using AllianceBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>
/// Words by key with their values. The prefix of a value says how it is written out: "date:2026-12-04" with weekday and
/// year, "person:(id)" and "partner:(id)" as names, "commitment:(id)" as its number, "key:(key)" as other words, "at:(instant)"
/// as a local time, "span:(seconds)" as minutes or seconds, "text:..." as typed. A value without a prefix is a number.
/// </summary>
/// <param name="Key">The key of the words.</param>
public sealed record Said(string Key)
{
    public ValueList<Fact> Facts { get; init; }

    /// <summary>What is said after it.</summary>
    public Said? Then { get; init; }

    public Said With(string name, LocalDate date) => Having(name, $"date:{LocalDatePattern.Iso.Format(date)}");

    public Said With(string name, Instant at) => Having(name, $"at:{InstantPattern.ExtendedIso.Format(at)}");

    /// <summary>A time on the reader's own clock.</summary>
    public Said With(string name, LocalDateTime local) => Having(name, $"local:{LocalDateTimePattern.ExtendedIso.Format(local)}");

    public Said With(string name, Duration span) => Having(name, $"span:{(long)span.TotalSeconds}");

    public Said With(string name, int number) => Having(name, $"{number}");

    public Said With(string name, Subject subject) => Having(name, subject.ToString());

    /// <summary>What somebody typed; shown exactly so, and never read as markup.</summary>
    public Said Quoting(string name, string typed) => Having(name, $"text:{typed}");

    /// <summary>Other words of ours within these.</summary>
    public Said Wording(string name, string key) => Having(name, $"key:{key}");

    private Said Having(string name, string value) => this with { Facts = Facts.Add(new(name, value)) };
}

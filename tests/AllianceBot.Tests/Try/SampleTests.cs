using AllianceBot.Domain;
using AllianceBot.Try.Sample;
using NodaTime;
using Xunit;

namespace AllianceBot.Tests.Try;

/// <summary>The sample alliance, told on many different days.</summary>
public sealed class SampleTests
{
    [Theory]
    [MemberData(nameof(Days))]
    public void The_sample_can_be_told_on_any_day_and_shows_promises_in_many_states(int year, int month, int day, int hour)
    {
        var ids = 0;
        var now = new LocalDateTime(year, month, day, hour, 30).InZoneLeniently(DateTimeZoneProviders.Tzdb[Riverbend.Zone]).ToInstant();
        var past = Riverbend.Tell(() => $"id{++ids}", now);

        var states = past.Alliance.Commitments.Select(static promise => promise.State).Distinct().ToList();
        Assert.Equal(11, past.Alliance.Commitments.Count(static promise => promise.Occurrence == 0));
        Assert.Single(past.Alliance.Commitments, static promise => promise.Series is not null);
        Assert.Single(past.Alliance.Commitments, static promise => promise.DependsOn.Count > 0);
        Assert.Equal(2, past.Alliance.Partners.Count(static partner => partner.Notes.Count > 0));
        foreach (var wanted in (CommitmentState[])
            [CommitmentState.Kept, CommitmentState.Declined, CommitmentState.Active, CommitmentState.Reported,
                CommitmentState.Countered, CommitmentState.Requested, CommitmentState.Offered])
            Assert.Contains(wanted, states);
        Assert.True(past.Alliance.LastAt <= now);
        Assert.True(past.Alliance.NextDue is not { } due || due > now);
        Assert.Equal(past.Events.Count, past.Alliance.Version);
        Assert.Equal(4, past.Alliance.Partners.Count);
        Assert.Equal(8, past.Alliance.People.Count);
    }

    public static TheoryData<int, int, int, int> Days()
    {
        var days = new TheoryData<int, int, int, int>();
        for (var date = new LocalDate(2026, 10, 1); date < new LocalDate(2027, 4, 1); date = date.PlusDays(5))
            foreach (var hour in (int[])[0, 8, 13, 23])
                days.Add(date.Year, date.Month, date.Day, hour);
        return days;
    }
}

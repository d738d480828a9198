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

    [Theory]
    [InlineData(2026, 11, 29, 16)]
    [InlineData(2026, 11, 30, 7)]
    [InlineData(2026, 11, 30, 7, 59)]
    [InlineData(2026, 11, 30, 8)]
    [InlineData(2026, 11, 30, 8, 10)]
    [InlineData(2026, 11, 30, 9)]
    [InlineData(2027, 1, 5, 12)]
    public void Digests_of_half_a_year_are_there_and_the_newest_opens_with_a_story_and_a_result(int year, int month, int day, int hour, int minute = 0)
    {
        var ids = 0;
        var now = new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(DateTimeZoneProviders.Tzdb[Riverbend.Zone]).ToInstant();
        var alliance = Riverbend.Tell(() => $"id{++ids}", now).Alliance;
        foreach (var name in (string[])["Tom Okafor", "Ruth Abrams", "Dale Whitman", "Jonas Weber", "Sam Duarte"])
        {
            var reader = alliance.People.Single(person => person.Name.Text == name).Id;
            var digests = DigestViews.List(alliance, reader, now);
            Assert.True(digests.Count >= 26, $"{name} has {digests.Count}");
            Assert.True(digests.Count(static digest => digest.Results > 0) >= 12, name);
            var newest = DigestViews.Card(alliance, new PersonReader(reader), digests[0].Id.Subject, now)!;
            Assert.Equal(3, newest.Story!.Named.Count);
            Assert.NotEmpty(newest.Results);
        }

        var tom = alliance.People.Single(static person => person.Name.Text == "Tom Okafor").Id;
        Assert.NotEmpty(DigestViews.Card(alliance, new PersonReader(tom), DigestViews.Latest(alliance, tom)!.Value, now)!.Thanks);
        var lakeside = Ledgers.Of(alliance, alliance.Partners.Single(static partner => partner.Name.Text == "Lakeside Community College").Id, LedgerPeriod.All(alliance.DateOf(now)), now);
        Assert.True(lakeside is { KeptOnTime: >= 12, KeptLate: 1, RenegotiatedInTime: 2 }, $"{lakeside.KeptOnTime} {lakeside.KeptLate} {lakeside.RenegotiatedInTime}");
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

using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>Which dates a repetition has.</summary>
public sealed class RepetitionTests
{
    private static readonly LocalDate Far = new(2031, 1, 1);

    [Fact]
    public void Every_two_weeks_keeps_the_weekday_until_its_last_day()
    {
        var repeats = new Repetition(RepeatUnit.Weeks, 2, new(2027, 1, 1));
        Assert.Equal("2026-12-04 2026-12-18 2027-01-01", Dates(repeats, new(2026, 12, 4)));
        Assert.Equal(3, repeats.TimesFrom(new(2026, 12, 4)));
    }

    [Fact]
    public void The_31st_is_the_last_day_of_a_shorter_month_and_the_31st_again_after_it() => Assert.Equal(
        "2027-01-31 2027-02-28 2027-03-31 2027-04-30",
        Dates(new(RepeatUnit.MonthDay, 1, new(2027, 5, 1)), new(2027, 1, 31)));

    [Fact]
    public void The_29th_of_February_comes_every_year() => Assert.Equal(
        "2028-02-29 2029-02-28 2030-02-28", Dates(new(RepeatUnit.MonthDay, 12, new(2030, 12, 31)), new(2028, 2, 29)));

    [Fact]
    public void The_second_Tuesday_stays_the_second_Tuesday() => Assert.Equal(
        "2026-12-08 2027-01-12 2027-02-09", Dates(new(RepeatUnit.MonthWeekday, 1, new(2027, 3, 1)), new(2026, 12, 8)));

    [Fact]
    public void A_fifth_weekday_counts_as_the_last() => Assert.Equal(
        "2026-12-31 2027-01-28 2027-02-25", Dates(new(RepeatUnit.MonthWeekday, 1, new(2027, 3, 1)), new(2026, 12, 31)));

    [Fact]
    public void Dates_go_on_and_never_past_the_last_day() => Prop.ForAll(
        Arb.From(
            from unit in Gen.Elements(Enum.GetValues<RepeatUnit>())
            from every in Gen.Choose(1, Repetition.MostEvery)
            from day in Gen.Choose(0, 1_500)
            from times in Gen.Choose(2, 40)
            select (unit, every, First: new LocalDate(2026, 1, 1).PlusDays(day), times)),
        static made =>
        {
            var repeats = new Repetition(made.unit, made.every, Repetition.UntilAfter(made.unit, made.every, made.First, made.times));
            Assert.Equal(made.times, repeats.TimesFrom(made.First));
            Assert.Equal(made.First, repeats.At(made.First, 1));
            for (var index = 2; index <= made.times; index++)
            {
                Assert.True(repeats.At(made.First, index) > repeats.At(made.First, index - 1));
                if (made.unit != RepeatUnit.MonthDay) Assert.Equal(made.First.DayOfWeek, repeats.At(made.First, index)!.Value.DayOfWeek);
            }

            Assert.Null(repeats.At(made.First, made.times + 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_is_a_most() => Assert.Equal(Repetition.MostTimes, new Repetition(RepeatUnit.Weeks, 1, Far.PlusYears(40)).TimesFrom(Far));

    private static string Dates(Repetition repeats, LocalDate first) => string.Join(
        ' ', Enumerable.Range(1, repeats.TimesFrom(first)).Select(index => TermsRules.Iso(repeats.At(first, index)!.Value)));
}

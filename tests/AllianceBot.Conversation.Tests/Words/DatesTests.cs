using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Dates as people type them; today is Friday 20 November 2026 unless a test says otherwise.</summary>
public sealed class DatesTests
{
    private static readonly string[] Forms =
        ["uuuu-MM-dd", "d MMM uuuu", "MMMM d, uuuu", "ddd d MMM uuuu", "d.M.uuuu", "dddd, d MMMM uuuu"];

    [Theory]
    [InlineData("today", "2026-11-20")]
    [InlineData("Tomorrow", "2026-11-21")]
    [InlineData("the day after tomorrow", "2026-11-22")]
    [InlineData("Friday", "2026-11-27")]
    [InlineData("this Friday", "2026-11-27")]
    [InlineData("next Friday", "2026-11-27")]
    [InlineData("Monday", "2026-11-23")]
    [InlineData("next Monday", "2026-11-23")]
    [InlineData("Saturday", "2026-11-21")]
    [InlineData("next Saturday", "2026-11-28")]
    [InlineData("sun", "2026-11-22")]
    [InlineData("in 2 weeks", "2026-12-04")]
    [InlineData("in a month", "2026-12-20")]
    [InlineData("in three days", "2026-11-23")]
    [InlineData("4 Dec", "2026-12-04")]
    [InlineData("Dec 4", "2026-12-04")]
    [InlineData("December 4th", "2026-12-04")]
    [InlineData("the 4th of December", "2026-12-04")]
    [InlineData("Fri 4 Dec", "2026-12-04")]
    [InlineData("Friday, 4 Dec 2026", "2026-12-04")]
    [InlineData("Dec 4, 2027", "2027-12-04")]
    [InlineData("4.12.", "2026-12-04")]
    [InlineData("4.12.2026", "2026-12-04")]
    [InlineData("2026-12-04", "2026-12-04")]
    [InlineData("13/12", "2026-12-13")]
    [InlineData("12/13", "2026-12-13")]
    [InlineData("12/12/26", "2026-12-12")]
    [InlineData("end of month", "2026-11-30")]
    [InlineData("end of next month", "2026-12-31")]
    [InlineData("the end of the year", "2026-12-31")]
    [InlineData("end of next week", "2026-11-27")]
    [InlineData("end of February", "2027-02-28")]
    [InlineData("the 15th", "2026-12-15")]
    [InlineData("1 March", "2027-03-01")]
    [InlineData("29 Feb", "2028-02-29")]
    public void A_typed_date_is_read(string typed, string iso) => Assert.Equal(iso, Read(typed));

    [Theory]
    [InlineData("yesterday", "dates.past")]
    [InlineData("12 Nov", "dates.past")]
    [InlineData("22 Sep", "dates.past")]
    [InlineData("2026-11-19", "dates.past")]
    [InlineData("4 Dec 2025", "dates.past")]
    [InlineData("Thu 4 Dec", "dates.not-that-weekday")]
    [InlineData("12/4", "dates.two-readings")]
    [InlineData("31 June", "dates.no-such-day")]
    [InlineData("2026-13-01", "dates.no-such-day")]
    [InlineData("1 Jan 2099", "dates.too-far")]
    public void What_cannot_be_meant_is_refused_with_a_reason(string typed, string key) => Assert.Equal(key, Read(typed));

    [Theory]
    [InlineData("soon")]
    [InlineData("Friday morning")]
    [InlineData("4")]
    [InlineData("P12")]
    [InlineData("next")]
    [InlineData("in 2")]
    [InlineData("99999999999999999999")]
    [InlineData("end of")]
    public void Other_words_are_no_date(string typed) => Assert.Null(Of(typed));

    [Theory]
    [InlineData("en-US", "2026-12-04")]
    [InlineData("en-GB", "2027-04-12")]
    public void A_date_with_slashes_is_read_the_way_of_its_place(string locale, string iso) =>
        Assert.Equal(iso, Shown(new Dates(GrammarWords.English.Dates, Spoken.Today, locale).Whole("12/4")));

    [Fact]
    public void In_January_a_day_of_December_has_just_passed() =>
        Assert.Equal("dates.past", Shown(new Dates(GrammarWords.English.Dates, new(2027, 1, 10), "en").Whole("4 Dec")));

    [Fact]
    public void A_date_that_is_read_is_never_past_and_a_written_date_is_read_as_itself()
    {
        Prop.ForAll(Arb.From(Gen.Two(Gen.Choose(0, 3000))), static pair =>
        {
            var today = new LocalDate(2024, 1, 1).PlusDays(pair.Item1);
            var dates = new Dates(GrammarWords.English.Dates, today, "en");
            var date = today.PlusDays(pair.Item2);
            return Forms.All(form => dates.Whole(LocalDatePattern.CreateWithInvariantCulture(form).Format(date))?.Date == date);
        }).QuickCheckThrowOnFailure();

        Prop.ForAll(Arb.From(Gen.Choose(0, 3000)), Arb.From(Gen.Elements(GrammarSamples.Dates)), static (day, typed) =>
        {
            var today = new LocalDate(2024, 1, 1).PlusDays(day);
            return new Dates(GrammarWords.English.Dates, today, "en").Whole(typed) is not { Date: { } date } || date >= today;
        }).QuickCheckThrowOnFailure();
    }

    private static string Read(string typed) => Shown(Of(typed));

    private static DateRead? Of(string typed) => new Dates(GrammarWords.English.Dates, Spoken.Today, "en").Whole(typed);

    private static string Shown(DateRead? read) =>
        read?.Date is { } date ? LocalDatePattern.Iso.Format(date) : Assert.IsType<DateRead>(read).Fault!.Key;
}

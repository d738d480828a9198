using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Calendar files, good, odd and hostile; hours and zones as people type them.</summary>
public sealed class CalendarFileTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20261225", "2026-12-25")]
    [InlineData("DTSTART:20261225", "2026-12-25")]
    [InlineData("DTSTART;VALUE=DATE:20261224|DTEND;VALUE=DATE:20261227", "2026-12-24/2026-12-26")] // the end is the day after the last
    [InlineData("DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261225", "2026-12-25")]
    [InlineData("DTSTART;VALUE=DATE:20261225|DURATION:P3D", "2026-12-25/2026-12-27")]
    [InlineData("DTSTART;TZID=America/Chicago:20261225T000000|DTEND;TZID=America/Chicago:20261226T000000", "2026-12-25")]
    [InlineData("DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY", "2028-02-29")]
    [InlineData("DTSTART;VALUE=DATE:20261126|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3", "2026-11-26 2027-11-25 2028-11-23")]
    [InlineData("DTSTART;VALUE=DATE:20260525|RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20280601", "2027-05-31 2028-05-29")]
    [InlineData("DTSTART;VALUE=DATE:20260101|RRULE:FREQ=YEARLY;INTERVAL=2", "2028-01-01 2030-01-01")]
    [InlineData("DTSTART;VALUE=DATE:20251225", "")] // past
    [InlineData("DTSTART;VALUE=DATE:20400101", "")] // beyond what is taken
    [InlineData("DTSTART:20261225T100000Z", "")] // no whole day
    [InlineData("DTSTART;VALUE=DATE:20261225|STATUS:CANCELLED", "")]
    [InlineData("DTSTART;VALUE=DATE:20261225|RRULE:FREQ=WEEKLY", "")]
    [InlineData("DTSTART;VALUE=DATE:20261225|RRULE:FREQ=YEARLY;BYEASTER=1", "")]
    [InlineData("DTSTART;VALUE=DATE:20261225|RRULE:FREQ=YEARLY;INTERVAL=0", "")]
    [InlineData("DTSTART;VALUE=DATE:20261225|RDATE;VALUE=DATE:20271225", "")]
    [InlineData("SUMMARY:nothing", "")]
    public void B3_Whole_days_are_read_and_the_rest_is_left_out(string lines, string expected)
    {
        var read = CalendarFile.Read(Event(lines), Today);
        Assert.Equal(expected, string.Join(' ', read.Days.Select(static day => day.From == day.To ? $"{day.From:yyyy-MM-dd}" : $"{day.From:yyyy-MM-dd}/{day.To:yyyy-MM-dd}")));
        Assert.Equal(expected.Length == 0, read.Fault is not null);
    }

    [Fact]
    public void B3_Lines_that_were_folded_and_texts_that_were_escaped_are_read_whole()
    {
        var read = CalendarFile.Read("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:202612\r\n 25\r\nSUMMARY;LANGUAGE=en:Christmas\\, \r\n\tobserved\\nby all\r\nBEGIN:VALARM\r\nSUMMARY:not this\r\nEND:VALARM\r\nEND:VEVENT\r\n", Today);
        Assert.Equal("Christmas, observed by all", Assert.Single(read.Days).Name);
    }

    [Fact]
    public void B3_Two_entries_over_one_day_are_one_holiday()
    {
        var read = CalendarFile.Read(Event("DTSTART;VALUE=DATE:20261225|SUMMARY:Christmas") + Event("DTSTART;VALUE=DATE:20261225|SUMMARY:Noel"), Today);
        Assert.Equal("Christmas", Assert.Single(read.Days).Name);
        Assert.Equal(1, read.Left);
    }

    [Theory]
    [InlineData("BEGIN:VEVENT\nDTSTART;VALUE=DATE:99999999\nEND:VEVENT", "holidays.broken")]
    [InlineData("BEGIN:VEVENT\n;;;:\nEND:VEVENT", "holidays.broken")]
    [InlineData("BEGIN:VEVENT\nno colon here\nEND:VEVENT", "holidays.broken")]
    [InlineData("BEGIN:VEVENT\nEND:VCALENDAR", "holidays.broken")]
    [InlineData("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225", "holidays.cut-off")]
    public void B3_What_is_broken_is_refused_as_a_whole(string text, string expected) => Assert.Equal(expected, CalendarFile.Read(text, Today).Fault?.Key);

    [Fact]
    public void B3_A_hostile_file_costs_little()
    {
        string[] hostile =
        [
            string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:00010101|RRULE:FREQ=YEARLY"), 200)),
            string.Concat(Enumerable.Repeat(Event("DTSTART;VALUE=DATE:20261225|DURATION:P999D"), 200)),
            "BEGIN:VEVENT\nSUMMARY:" + string.Concat(Enumerable.Repeat("\n x", 6_000)),
            "BEGIN:VEVENT\n" + string.Concat(Enumerable.Repeat("BEGIN:X\n", 2_000)),
            "BEGIN:VCALENDAR" + new string('\n', 19_000),
            "BEGIN:VEVENT\nDTSTART;" + new string('"', 15_000) + ":1",
        ];
        foreach (var text in hostile)
        {
            _ = CalendarFile.Read(text, Today);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var read = CalendarFile.Read(text, Today);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
            Assert.True(read.Fault is not null || read.Days.Count <= HolidayText.Most);
        }
    }

    [Fact]
    public void B3_Any_text_is_read_without_a_fault()
    {
        string[] pieces = ["BEGIN:VEVENT", "END:VEVENT", "DTSTART;VALUE=DATE:20261225", "DTEND:2026", "RRULE:FREQ=YEARLY;COUNT=99999999999", "SUMMARY:\uD83D", " ", "DURATION:P-1D", "END:", ":", "BYDAY=0MO", "25 Dec", "to"];
        for (var seed = 0; seed < 2_000; seed++)
        {
            var chance = new Random(seed);
            var text = string.Join('\n', Enumerable.Range(0, chance.Next(12)).Select(_ => pieces[chance.Next(pieces.Length)]));
            var dates = new Dates(GrammarWords.English.Dates, Today, "");
            _ = HolidayText.Read(text, dates, Today);
            _ = HolidayText.Read("BEGIN:VCALENDAR\n" + text, dates, Today);
        }
    }

    [Fact]
    public void B3_A_line_that_is_written_is_read_as_the_same_day()
    {
        var dates = new Dates(GrammarWords.English.Dates, Today, "");
        foreach (var day in new HolidayLine[] { new(Today, Today, ""), new(new(2027, 5, 1), new(2027, 5, 3), "May Day"), new(new(2026, 12, 31), new(2027, 1, 1), "31 to 1") })
        {
            Assert.Equal(day, HolidayText.One(HolidayText.Of(day), dates)!.Value.Day);
        }
    }

    [Theory]
    [InlineData("9-17", true, "09:00-17:00")]
    [InlineData("9-5", true, "09:00-17:00")]
    [InlineData("22-6", false, "22:00-06:00")]
    [InlineData("9am to 5:30pm", true, "09:00-17:30")]
    [InlineData("from 7.15 until 24:00", true, "07:15-23:59")]
    [InlineData("12am-12pm", true, "00:00-12:00")]
    [InlineData("25-26", true, null)]
    [InlineData("13pm-14pm", true, null)]
    [InlineData("9", true, null)]
    [InlineData("9-10-11", true, null)]
    public void B2_Hours_are_read_as_people_type_them(string typed, bool ofDay, string? expected) =>
        Assert.Equal(expected, HourText.Range(typed, ofDay) is { } range ? HourText.Of(range.From, range.Until) : null);

    [Theory]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Calcutta", "Asia/Kolkata")]
    [InlineData("Mars", null)]
    [InlineData("", null)]
    public void B1_A_zone_is_found_by_its_name_or_its_city(string typed, string? expected) => Assert.Equal(expected, ZoneNames.Find(typed));

    private static string Event(string lines) => $"BEGIN:VEVENT\n{lines.Replace('|', '\n')}\nEND:VEVENT\n";
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Hours, absences and holidays by typed words and forms. It is Monday 16 November 2026, 9:00 in Chicago.</summary>
public sealed class CalendarTalkTests
{
    private const string Christmas = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nSUMMARY:Christmas\\, observed\nEND:VEVENT\n"
        + "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200704\nRRULE:FREQ=YEARLY;COUNT=8\nSUMMARY:Independence Day\nEND:VEVENT\n"
        + "BEGIN:VEVENT\nDTSTART:20261201T100000Z\nSUMMARY:Meeting\nEND:VEVENT\nEND:VCALENDAR";

    [Theory]
    [InlineData("away 3 days cover Tom", "2026-11-16", "2026-11-18", true)]
    [InlineData("away 6 days", "2026-11-16", "2026-11-23", false)] // working days
    [InlineData("i'm away for 2 weeks covered by Tom", "2026-11-16", "2026-11-29", true)]
    [InlineData("away from Friday to 12 May", "2026-11-20", "2027-05-12", false)]
    [InlineData("away from tomorrow until Friday cover Tom", "2026-11-17", "2026-11-20", true)]
    [InlineData("away tomorrow", "2026-11-17", "2026-11-17", false)]
    [InlineData("away next week", "2026-11-23", "2026-11-29", false)]
    [InlineData("on vacation from 1 Dec to 4 Dec", "2026-12-01", "2026-12-04", false)]
    [InlineData("out of office until Friday", "2026-11-16", "2026-11-20", false)]
    [InlineData("away 3 days from Thursday", "2026-11-19", "2026-11-23", false)]
    public async Task B4_Away_is_said_in_a_sentence(string typed, string from, string until, bool covered)
    {
        using var chat = await Chat.RiverbendAsync();
        var answer = await chat.SayAsync(Riverbend.Ana, typed);
        var absence = Assert.Single((await MeAsync(chat, Riverbend.Ana)).Absences);
        Assert.Equal((from, until), (absence.From.ToIso(), absence.Until.ToIso()));
        Assert.Equal(covered ? await chat.PersonAsync(Riverbend.Tom) : null, absence.Cover);
        Assert.Contains("you are away from", answer.Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromHours(1));
        Assert.Equal(covered, chat.Posts.Any(post => post.Where == Chat.AddressOf(Riverbend.Tom).Conversation
            && post.Text.Contains("named you to answer meanwhile", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("away", "Last day")]
    [InlineData("away from Friday", "please say the last day")]
    [InlineData("away for ever", "as a time to be away")]
    [InlineData("away until yesterday", "is past")]
    [InlineData("away 3 days cover Mei", "is not of your organisation")]
    [InlineData("away 3 days cover Ana", "can't answer for yourself")]
    [InlineData("away from 4 Dec to 1 Dec", "is before")]
    [InlineData("away 2 years", "longer than an absence can be")]
    public async Task B4_What_makes_no_absence_is_said_and_changes_nothing(string typed, string expected)
    {
        using var chat = await Chat.RiverbendAsync();
        var answer = await chat.SayAsync(Riverbend.Ana, typed);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await MeAsync(chat, Riverbend.Ana)).Absences);
    }

    [Fact]
    public async Task B4_The_form_says_the_same_as_the_sentence_and_back_takes_it_back()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "away");
        var tom = await chat.PersonAsync(Riverbend.Tom);
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, ("from", "2026-11-18"), ("lastDay", "2026-11-20"), ("cover", tom.Value));
        Assert.Equal(new Absence(new(2026, 11, 18), new(2026, 11, 20), tom), Assert.Single((await MeAsync(chat, Riverbend.Ana)).Absences));
        var back = await chat.SayAsync(Riverbend.Ana, "back");
        Assert.Contains("Welcome back", back.Text, StringComparison.Ordinal);
        Assert.Empty((await MeAsync(chat, Riverbend.Ana)).Absences);
        await chat.WaitAsync(Duration.FromHours(1));
        Assert.Contains(chat.Posts, static post => post.Text.Contains("You need not answer for Ana Reyes any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task C14_A_cover_who_cannot_says_so_at_one_tap()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "away 3 days cover Tom");
        await chat.WaitAsync(Duration.FromHours(1));
        var asked = chat.Last(Riverbend.Tom);
        Assert.Contains("named you", asked.Text, StringComparison.Ordinal);
        var said = await chat.PressAsync(Riverbend.Tom, asked, Verbs.CannotCover);
        Assert.Contains("you don't answer for Ana Reyes", said.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await MeAsync(chat, Riverbend.Ana)).Absences).Cover);
    }

    [Theory]
    [InlineData("my hours 8-16", "08:00", "16:00", null, null)]
    [InlineData("my hours 9-5 Mon-Thu", "09:00", "17:00", 0b0001111, null)]
    [InlineData("my hours from 7:30 to 15:00 quiet 12-13", "07:30", "15:00", null, "12:00-13:00")]
    [InlineData("my hours 10am to 6:30pm in zone Europe/Berlin", "10:00", "18:30", null, null)]
    public async Task B2_Own_hours_are_said_in_a_sentence(string typed, string from, string until, int? days, string? quiet)
    {
        using var chat = await Chat.RiverbendAsync();
        var answer = await chat.SayAsync(Riverbend.Ana, typed);
        var own = (await MeAsync(chat, Riverbend.Ana)).Hours!;
        Assert.Equal((from, until), (HourText.Of(own.From!.Value), HourText.Of(own.Until!.Value)));
        Assert.Equal(days, own.Days?.Days);
        Assert.Equal(quiet, own.Quiet is { } span ? HourText.Of(span.From, span.Until) : null);
        Assert.Contains($"From {from} to {until}", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Only you see your hours", (await chat.SayAsync(Riverbend.Ana, "my hours")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "usual hours");
        Assert.Null((await MeAsync(chat, Riverbend.Ana)).Hours);
    }

    [Theory]
    [InlineData("my hours 25-26", "as hours")]
    [InlineData("my hours often", "as hours")]
    [InlineData("my hours 9-9:30", "less than 60 minutes")]
    [InlineData("my hours 9-17 quiet always", "as hours")]
    [InlineData("my zone Xyzzyqwertz", "I don't know that time zone")]
    public async Task B2_What_are_no_hours_is_said_and_changes_nothing(string typed, string expected)
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains(expected, (await chat.SayAsync(Riverbend.Ana, typed)).Text, StringComparison.Ordinal);
        Assert.Null((await MeAsync(chat, Riverbend.Ana)).Hours);
    }

    [Fact]
    public async Task B1_A_zone_that_is_none_offers_the_nearest_and_a_city_is_enough()
    {
        using var chat = await Chat.RiverbendAsync();
        var offered = await chat.SayAsync(Riverbend.Ana, "my zone Europe/Berln");
        Assert.Contains("Europe/Berlin", offered.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Ana, offered, Verbs.Say);
        Assert.Equal("Europe/Berlin", (await MeAsync(chat, Riverbend.Ana)).Hours!.Zone);
        await chat.SayAsync(Riverbend.Ana, "i moved to Kathmandu");
        Assert.Equal("Asia/Kathmandu", (await MeAsync(chat, Riverbend.Ana)).Hours!.Zone);
        var alliance = await chat.SayAsync(Riverbend.Dale, "zone Chicgo");
        Assert.Contains("America/Chicago", alliance.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B1_The_hours_form_shows_what_is_set_and_what_is_emptied_is_usual_again()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "my hours 8-16 Mon-Thu");
        var form = await chat.SayAsync(Riverbend.Ana, "change my hours");
        Assert.Contains("Seen by: you alone", form.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, ("hours", ""), ("days", "Mon-Wed"), ("quiet", "12-13"), ("zone", "Berlin"));
        Assert.Equal(
            new OwnHours("Europe/Berlin", new Workdays(0b111), null, null, new(new(12, 0), new(13, 0))), (await MeAsync(chat, Riverbend.Ana)).Hours);
    }

    [Theory]
    [InlineData("holiday 25 Dec Christmas", "2026-12-25", "2026-12-25", "Christmas")]
    [InlineData("closed on 24 Dec to 1 Jan Winter break", "2026-12-24", "2027-01-01", "Winter break")]
    [InlineData("add holiday Fri 27 Nov: Day after Thanksgiving", "2026-11-27", "2026-11-27", "Day after Thanksgiving")]
    [InlineData("holiday 4 Dec", "2026-12-04", "2026-12-04", null)]
    public async Task B3_A_holiday_is_said_in_a_sentence_and_looked_over(string typed, string from, string to, string? name)
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Tom, typed);
        Assert.Empty((await PartnerAsync(chat)).Holidays.Days);
        var saved = await chat.SayAsync(Riverbend.Tom, "send");
        var day = Assert.Single((await PartnerAsync(chat)).Holidays.Days);
        Assert.Equal((from, to, name), (day.From.ToIso(), day.To.ToIso(), day.Name?.Text));
        Assert.Contains(name ?? "4 Dec", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Holidays: Harbor Youth Center", (await chat.SayAsync(Riverbend.Mei, "holidays for Harbor")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, $"no holiday {from}");
        await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Empty((await PartnerAsync(chat)).Holidays.Days);
    }

    [Fact]
    public async Task B3_Only_who_may_is_shown_the_form()
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains("I don't find that", (await chat.SayAsync(Riverbend.Ana, "holiday 25 Dec")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("holiday 25 Dec", (await chat.SayAsync(Riverbend.Ana, "help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B3_A_calendar_file_is_read_looked_over_as_a_list_and_added()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Tom, $"import holidays {Christmas}");
        Assert.Contains("2 holidays read; 1 left out", form.Text, StringComparison.Ordinal);
        Assert.Contains("25 Dec 2026 Christmas, observed", form.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Equal(["2026-12-25", "2027-07-04"], (await PartnerAsync(chat)).Holidays.Days.Select(static day => day.From.ToIso()));
        await chat.SayAsync(Riverbend.Tom, $"import holidays {Christmas}");
        Assert.Contains("Nothing of that is new", (await chat.SayAsync(Riverbend.Tom, "send")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B3_A_list_is_added_line_by_line_and_a_bad_line_is_named()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Tom, "import holidays");
        var harbor = (await PartnerAsync(chat)).Id.Value;
        var bad = await chat.PressAsync(Riverbend.Tom, form, Verbs.Send, ("file", "25 Dec Christmas\nsome day"), ("partner", harbor));
        Assert.Contains("I can't read line 2: “some day”", bad.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Tom, bad, Verbs.Send, ("file", "25 Dec Christmas\n\n1 Jan - 2 Jan New Year"), ("partner", harbor));
        Assert.Equal(2, (await PartnerAsync(chat)).Holidays.Days.Count);
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Christm", "ends in the middle")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\n", "broken in line 3")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:christmas\nEND:VEVENT\n", "broken in line 3")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225T180000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\nEND:VCALENDAR", "no whole-day event")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "no whole-day event")]
    public async Task B3_A_broken_file_is_refused_as_a_whole(string file, string expected)
    {
        using var chat = await Chat.RiverbendAsync();
        Assert.Contains(expected, (await chat.SayAsync(Riverbend.Tom, $"import holidays {file}")).Text, StringComparison.Ordinal);
        Assert.Empty((await PartnerAsync(chat)).Holidays.Days);
    }

    [Fact]
    public async Task B4_The_cover_reports_for_who_is_away_and_cannot_change_the_terms()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.InviteAsync(Riverbend.Priya, "Priya Nair for Lakeside as staff");
        await chat.SettleAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        Assert.False((await chat.SayAsync(Riverbend.Priya, "show P1")).Has(Verbs.Report));
        var away = await chat.SayAsync(Riverbend.Mei, "away 5 days cover Priya");
        Assert.True(away.Text.Contains("Priya Nair is told", StringComparison.Ordinal), away.Text);
        var card = await chat.SayAsync(Riverbend.Priya, "show P1");
        Assert.True(card.Has(Verbs.Report), card.Text);
        Assert.False(card.Has(Verbs.Change) || card.Has(Verbs.GiveUp), card.Text);
        await chat.SayAsync(Riverbend.Priya, "report P1 the key is there");
        await chat.SayAsync(Riverbend.Priya, "send");
        Assert.Equal(CommitmentState.Reported, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task B4_On_return_one_card_says_what_happened_meanwhile_per_promise_and_opens_it()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SayAsync(Riverbend.Ana, "away 2 days");
        await chat.SayAsync(Riverbend.Mei, "note P1 the room has a new door");
        await chat.WaitAsync(Duration.FromHours(3));
        await chat.SayAsync(Riverbend.Mei, "at risk P1 the key is lost");
        await chat.WaitAsync(Duration.FromDays(1));
        Assert.DoesNotContain("says", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromDays(1));
        var back = chat.Last(Riverbend.Ana);
        Assert.Contains("Welcome back. 3 things I kept for you", back.Text, StringComparison.Ordinal);
        Assert.True(back.Text.Contains("Mon 16 Nov 2026, 12:02: Mei Chen says early that this may not work out.", StringComparison.Ordinal), back.Text);
        var opened = await chat.PressAsync(Riverbend.Ana, back, Verbs.Say);
        Assert.Contains("the room has a new door", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D5_Where_two_partners_have_too_few_days_in_common_the_card_says_whose_days_count()
    {
        using var chat = await Chat.RiverbendAsync();
        foreach (var (manager, days) in new[] { (Riverbend.Tom, "Mon, Tue, Sat for Harbor"), (Riverbend.Ruth, "Mon, Tue, Sun for Lakeside") })
        {
            await chat.SayAsync(manager, $"working days {days}");
            await chat.SayAsync(manager, "send");
        }

        await chat.SayAsync(Riverbend.Ana, "request attendance figures every 2 weeks until 30 June from Mei done when they are in the sheet by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.WaitAsync(Duration.FromDays(7));
        await chat.SayAsync(Riverbend.Mei, "show P1");
        await chat.SayAsync(Riverbend.Mei, "accept P1");
        Assert.Contains("the alliance's working days count", (await chat.SayAsync(Riverbend.Mei, "show P1")).Text, StringComparison.Ordinal);
    }

    private static async Task<Person> MeAsync(Chat chat, PersonId cast) => (await chat.StateAsync()).People[await chat.PersonAsync(cast)];

    private static async Task<Partner> PartnerAsync(Chat chat) =>
        (await chat.StateAsync()).Partners[await chat.PersonsPartnerAsync(Riverbend.Tom)];
}

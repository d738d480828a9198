using AllianceBot.Cards;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Own hours, absences and a partner's holidays as sheets.</summary>
internal static class CalendarSheets
{
    /// <summary>So many holidays stand open on a card.</summary>
    private const int Open = 15;

    public static Sheet Of(Speech speech, MyHoursCard hours)
    {
        var sheet = new Sheet(speech, speech.Text("myhours.title"))
            .Line(speech.Text("myhours.hours", ("from", Time(hours.From)), ("until", Time(hours.Until)), ("days", AllianceSheets.Days(speech, hours.Days))))
            .Line(speech.Text("alliance.zone", ("zone", CardText.Typed(hours.Zone))));
        if (hours.Quiet is { } quiet) sheet.Line(speech.Text("myhours.quiet", ("from", Time(quiet.From)), ("until", Time(quiet.Until))));
        if (hours.Usual) sheet.Line(speech.Text("myhours.usual"));
        if (hours.NextHoliday is { } next) sheet.Line(speech.Text("myhours.nextholiday", ("day", Line(speech, next))));
        sheet.Section("myhours.away", hours.Away.Select(away => Line(speech, away)));
        sheet.Section("myhours.covering", hours.Covering.Select(one => speech.Text(
            "myhours.cover", ("person", speech.Name(one.Person.Name)), ("from", speech.Date(one.From)), ("until", speech.Date(one.Until)))));
        sheet.Line(speech.Text("myhours.seenby"));
        sheet.Act(Verbs.SetHours).Act(Verbs.Away);
        if (hours.Away.Count > 0) sheet.Act(Verbs.Back).Act(Verbs.MyCover);
        if (!hours.Usual) sheet.Act(Verbs.UsualHours);
        return sheet;
    }

    public static Sheet Of(Speech speech, HolidaysCard holidays)
    {
        var sheet = new Sheet(speech, speech.Text("holidays.title", ("partner", speech.Name(holidays.Partner.Name))));
        if (holidays.Days.Count == 0) sheet.Line(speech.Text("holidays.none"));
        foreach (var day in holidays.Days.Take(Open)) sheet.Line(Line(speech, day));
        if (holidays.Days.Count + holidays.Left - Open is > 0 and var more) sheet.Line(speech.Text("list.more", ("count", more)));
        if (holidays.MayChange) sheet.Act(Verbs.AddHoliday).Act(Verbs.ImportHolidays);
        if (holidays is { MayChange: true, Days.Count: > 0 }) sheet.Act(Verbs.DropHoliday);
        return sheet;
    }

    public static CardText Line(Speech speech, AwayView away) => away.Cover is { } cover
        ? speech.Text("away.cover", ("from", speech.Date(away.From)), ("until", speech.Date(away.Until)), ("cover", speech.Name(cover.Name)))
        : speech.Text("away.nobody", ("from", speech.Date(away.From)), ("until", speech.Date(away.Until)));

    private static CardText Line(Speech speech, HolidayView day)
    {
        var days = day.From == day.To
            ? speech.Date(day.From)
            : speech.Text("holidays.span", ("from", speech.Date(day.From)), ("to", speech.Date(day.To)));
        return day.Name is { } name ? speech.Text("holidays.line", ("days", days), ("name", name)) : days;
    }

    private static CardText Time(LocalTime time) => CardText.Markup(HourText.Of(time));
}

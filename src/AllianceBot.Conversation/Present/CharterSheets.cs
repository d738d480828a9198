using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The charter as a sheet: section by section, what differs from the version before, and what stands beside it.</summary>
internal static class CharterSheets
{
    /// <summary>A changed section, a line for each thing that falls away or is new.</summary>
    public static List<CardText> Lines(Speech speech, CharterChange change)
    {
        var heading = Heading(speech, change.Section, change.Partner);
        return
        [
            .. change.Before.Select(line => speech.Text("charter.removed", ("section", heading), ("line", Line(speech, change.Section, line)))),
            .. change.After.Select(line => speech.Text("charter.added", ("section", heading), ("line", Line(speech, change.Section, line)))),
        ];
    }

    public static CardText Heading(Speech speech, CharterSection section, Named<PartnerId>? partner)
    {
        var heading = speech.Text($"charter.{Keys.Of(section)}");
        return partner is null ? heading : speech.Text("charter.of", ("section", heading), ("partner", speech.Name(partner.Name)));
    }

    public static CardText Line(Speech speech, CharterSection section, CharterLine line) => section switch
    {
        CharterSection.Goals when line.By is { } by => speech.Text("alliance.goal.by", ("goal", speech.Name(line.Text)), ("date", speech.Date(by))),
        CharterSection.Funding => speech.Text("alliance.funds", ("funder", speech.Name(line.Text)), ("funded", speech.Name(line.Other))),
        CharterSection.Hours => speech.Text("charter.hours.month", ("count", line.Number ?? 0)),
        CharterSection.KeepPromises or CharterSection.KeepDecisions or CharterSection.KeepPeople =>
            speech.Text("charter.days", ("count", line.Number ?? 0)),
        _ => speech.Name(line.Text),
    };
}

using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The reach board as a sheet: what there is to do first, then everybody who is fine, a line per partner.</summary>
internal static class ReachSheets
{
    public static Sheet Of(Speech speech, ReachBoard board)
    {
        var sheet = new Sheet(speech, speech.Text("reach.title"))
            .Line(speech.Text("reach.count", ("reached", board.ReachedCount), ("count", board.ReachedCount + board.MissingCount)));
        if (board.HomeLost) sheet.Line(speech.Text("reach.home"));
        sheet.Section("reach.missing", [.. board.Missing.Select(line => Missing(speech, line)), .. More(speech, board.MissingCount - board.Missing.Count)]);
        sheet.Section("reach.invited", [.. board.Invited.Select(line => Invited(speech, line)), .. More(speech, board.InvitedCount - board.Invited.Count)]);
        sheet.Section("reach.fine", board.Reached.GroupBy(static line => line.Partner ?? "").Select(group => speech.Text(
            "reach.line.fine",
            ("partner", group.Key.Length == 0 ? speech.Text("partner.none") : CardText.Typed(group.Key)),
            ("people", group.Select(line => speech.Name(line.Name)).Aggregate((a, b) => speech.Text("list.and", ("a", a), ("b", b)))))));
        if (board.Pages > 1) sheet.Line(speech.Text("reach.page", ("page", board.Page + 1), ("pages", board.Pages)));
        return sheet.Act(Verbs.Invitations).Act(Verbs.People);
    }

    private static CardText Missing(Speech speech, ReachLine line)
    {
        var who = line.Partner is { } partner ? speech.Text("side.person", ("person", speech.Name(line.Name)), ("partner", partner)) : speech.Name(line.Name);
        var why = speech.Text(speech.Has($"notreached.{line.Why}") ? $"notreached.{line.Why}" : "notreached.other");
        return line.Since is { } since
            ? speech.Text("reach.line.since", ("who", who), ("date", speech.Day(since)), ("why", why))
            : speech.Text("reach.line", ("who", who), ("why", why));
    }

    private static CardText Invited(Speech speech, InvitedLine line) => speech.Text(
        line.NeedsNoCode ? "reach.line.picked" : "reach.line.code",
        ("who", speech.Name(line.Name)),
        ("partner", line.Partner is { } partner ? CardText.Typed(partner) : speech.Text("partner.none")));

    private static IEnumerable<CardText> More(Speech speech, int left) => left > 0 ? [speech.Text("list.more", ("count", left))] : [];
}

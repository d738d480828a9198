using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>One line of a promise's history: the day, who, what, and what they said.</summary>
internal static class PromiseHistory
{
    public static CardText Line(Speech speech, HistoryView line)
    {
        var key = line.By is null && speech.Has($"history.{line.What}.clock") ? $"history.{line.What}.clock" : $"history.{line.What}";
        var said = new Said(key) { Facts = line.Facts };
        var happened = speech.Say(line.By is { } by ? said.With("who", by.Id) : said);
        var dated = speech.Text("history.line", ("date", speech.Day(line.At)), ("what", happened));
        return line.Said is { } words ? speech.Text("history.said", ("line", dated), ("said", words)) : dated;
    }
}

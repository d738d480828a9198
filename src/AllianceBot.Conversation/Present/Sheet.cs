using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A card of headed paragraphs, for the alliance, its partners and people, invitations, and who sees what.</summary>
internal sealed class Sheet(Speech speech, CardText title)
{
    public const string Template = "talk/sheet";

    private readonly List<CardModel> lines = [];
    private readonly List<CardModel> rows = [];
    private readonly List<CardModel> sections = [];
    private readonly List<CardModel> acts = [];

    public Sheet Line(CardText line)
    {
        lines.Add(new CardModel { ["line"] = line });
        return this;
    }

    /// <summary>A line that opens what it is about; it stands below those that do not.</summary>
    public Sheet Row(CardText line, string verb, Subject item)
    {
        rows.Add(new CardModel { ["line"] = line, ["verb"] = CardValue.Token(verb), ["item"] = CardValue.Token(item.ToString()) });
        return this;
    }

    /// <summary>A headed list; left out when there is nothing in it.</summary>
    public Sheet Section(string key, IEnumerable<CardText> texts) => Group(speech.Text(key), texts);

    /// <summary>The same under a heading that is a name.</summary>
    public Sheet Group(CardText heading, IEnumerable<CardText> texts)
    {
        var listed = texts.Select(static text => new CardModel { ["line"] = text }).ToArray();
        if (listed.Length > 0) sections.Add(new CardModel { ["title"] = heading, ["lines"] = CardValue.List(listed) });
        return this;
    }

    /// <summary>A button; what it says when it stands for a typed sentence.</summary>
    public Sheet Act(string verb, string words = "", string? key = null) => Button(speech.Text(key ?? $"button.{verb}"), verb, words);

    /// <summary>A button that says a typed sentence.</summary>
    public Sheet Say(CardText title, string words) => Button(title, Verbs.Say, words);

    private Sheet Button(CardText title, string verb, string words)
    {
        acts.Add(new CardModel
        {
            ["title"] = title,
            ["verb"] = CardValue.Token(verb),
            ["mode"] = CardValue.Token(acts.Count < 4 ? "primary" : "secondary"),
            ["words"] = words,
        });
        return this;
    }

    public CardModel Model(Subject? item, Said? lead) => new(12)
    {
        ["headline"] = lead is null ? default(CardValue) : speech.Say(lead),
        ["title"] = title,
        ["lines"] = CardValue.List(lines),
        ["rows"] = CardValue.List(rows),
        ["sections"] = CardValue.List(sections),
        ["item"] = CardValue.Token(item?.ToString() ?? ""),
        ["revision"] = CardValue.Token("0"),
        ["acts"] = CardValue.List(acts),
    };
}

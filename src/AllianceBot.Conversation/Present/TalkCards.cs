using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Help, questions with buttons to pick from, and short answers that need a heading.</summary>
internal static class TalkCards
{
    public const string Note = "talk/note";
    public const string Help = "talk/help";
    public const string Links = "talk/links";

    /// <summary>Past this many, picks fold behind "more".</summary>
    private const int Open = 6;

    /// <summary>Groups of help that are shown at once; the rest unfolds, so that help fits a phone.</summary>
    private const int Shown = 2;

    public static CardModel Model(Speech speech, HelpShowing help) => new(10)
    {
        ["title"] = speech.Text("help.title"),
        ["lines"] = ListCards.One(help.Lead is { } lead ? speech.Say(lead) : speech.Text("help.lead")),
        ["groups"] = Groups(speech, [.. help.Groups.Take(Shown)]),
        ["more"] = Groups(speech, [.. help.Groups.Skip(Shown)]),
        ["acts"] = CardValue.List(
            [.. help.Groups.SelectMany(static group => group.Lines).Where(static line => line.Verb.Length > 0).Take(Open - 1)],
            line => new CardModel
            {
                ["title"] = speech.Text($"button.{line.Verb}"),
                ["verb"] = CardValue.Token(line.Verb),
            }),
    };

    /// <summary>Addresses to open, with how long they are good for.</summary>
    public static CardModel Model(Speech speech, LinksShowing links) => new(8)
    {
        ["title"] = speech.Say(links.Title),
        ["lines"] = ListCards.One(speech.Text("document.life", ("minutes", (int)DocumentLinks.Life.TotalMinutes))),
        ["links"] = CardValue.List(links.Links, link => new CardModel
        {
            ["title"] = speech.Text(link.Key),
            ["url"] = CardValue.Link(link.Address),
        }),
    };

    private static CardValue Groups(Speech speech, IReadOnlyCollection<HelpGroup> groups) => CardValue.List(groups, group => new CardModel
    {
        ["title"] = speech.Text(group.Key),
        ["commands"] = CardValue.List(group.Lines, line => new CardModel
        {
            ["say"] = CardText.Typed(line.Example),
            ["does"] = speech.Text(line.Key),
        }),
    });

    public static CardModel Model(Speech speech, ChoiceShowing choice, AllianceId? alliance)
    {
        var acts = new List<CardModel>(choice.Picks.Count);
        foreach (var pick in choice.Picks)
        {
            var label = pick.Key.Length > 0 ? speech.Text(pick.Key) : CardText.Typed(pick.Label);
            acts.Add(new CardModel(8)
            {
                ["title"] = pick.Detail.Length == 0 ? label : speech.Text("option.detail", ("name", label), ("detail", pick.Detail)),
                ["mode"] = CardValue.Token(acts.Count < Open ? "primary" : "secondary"),
                ["verb"] = CardValue.Token(Verbs.Say),
                ["alliance"] = CardValue.Token((pick.Alliance ?? alliance)?.Value ?? ""),
                ["words"] = pick.Sentence,
            });
        }

        return new CardModel
        {
            ["lines"] = ListCards.One(speech.Say(choice.Question)),
            ["facts"] = CardValue.List([]),
            ["acts"] = CardValue.List(acts),
        };
    }
}

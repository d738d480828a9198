using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Finds the alliance that an ask is about: the card's, the place's, the only one, the last used, the one an id fits, or a question.</summary>
internal sealed class WhichAlliance(IAlliances alliances, IDirectory directory)
{
    /// <summary>The turn with its alliance; or what is shown instead. Neither for one who is in no alliance.</summary>
    public async ValueTask<(Turn Turn, Showing? Instead)> FindAsync(Turn turn, CancellationToken ct)
    {
        var mine = await directory.AlliancesAsync(turn.Person, ct);
        var named = turn with { NamesAlliance = mine.Count > 1 };
        // Who joins is not in yet: the card's alliance is then the one that the invitation is found by.
        if (turn.Pressed is { Verb: not Verbs.Join } pressed && pressed.Fields.GetValueOrDefault(FieldNames.Alliance) is { Length: > 0 } said)
        {
            // An alliance that one is not in, and one that is not, are the same.
            return mine.Contains(new(said)) ? await OfAsync(named, new(said), ct) : (turn, new RefusedShowing(Refusal.NotYours));
        }

        if (turn.InPlace && await directory.PlaceAsync(turn.Ask.Where, ct) is { } here)
        {
            // Who is known from elsewhere, or was in once, stands at the same door as a stranger.
            return mine.Contains(here) ? await OfAsync(named, here, ct) : (turn, null);
        }

        if (mine.Count == 0) return (turn, null);
        if (mine.Count == 1) return await OfAsync(named, mine[0], ct);
        if (directory.LastUsed(turn.Person, turn.Place, turn.Now) is { } last && mine.Contains(last)) return await OfAsync(named, last, ct);
        return await ByNumberAsync(named, mine, ct);
    }

    private async ValueTask<(Turn Turn, Showing? Instead)> OfAsync(Turn turn, AllianceId id, CancellationToken ct)
    {
        if (await alliances.FindAsync(id, ct) is not { } alliance) return (turn, new RefusedShowing(Refusal.NotYours));
        directory.Used(turn.Person, turn.Place, alliance.Id, turn.Now);
        return (turn with { Alliance = alliance }, null);
    }

    private async ValueTask<(Turn Turn, Showing? Instead)> ByNumberAsync(Turn turn, IReadOnlyList<AllianceId> mine, CancellationToken ct)
    {
        var text = turn.Ask.What is Typed typed ? Clean.Text(typed.Text) : "";
        var numbers = Tokens.Of(text).Where(static token => Grammar.IsNumber(token)).Select(static token => token.Key).ToList();
        var loaded = new List<Alliance>();
        foreach (var id in mine.Take(Limits.List))
        {
            if (await alliances.FindAsync(id, ct) is { } alliance) loaded.Add(alliance);
        }

        var fits = loaded.Where(alliance => numbers.Count > 0
            && numbers.All(number => CommitmentViews.Find(alliance, turn.Person, number).Found is not null)).ToList();
        if (fits is [var only]) return await OfAsync(turn, only.Id, ct);
        var sentence = text.Length > 0 ? text : GrammarWords.English.FirstPhrase[Verbs.Help];
        return (turn, new ChoiceShowing(new("choices.alliance"), loaded
            .Select(alliance => new Pick(alliance.Name?.Text ?? "", sentence) { Alliance = alliance.Id }).ToValueList()));
    }
}

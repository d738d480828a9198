using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The parts of a case's card: facts, what was written, what is proposed and asked, what happened so far.</summary>
internal static class CaseLines
{
    public static List<CardModel> Facts(Speech speech, CaseCard one)
    {
        var facts = new List<CardModel>();
        void Add(string key, CardText value) => facts.Add(PromiseCards.Fact(speech, key, value));
        if (one.Waiting is { } waiting) Add(waiting.Naming ? "case.until.naming" : $"case.until.{Keys.Of(waiting.For)}", speech.Date(waiting.Until));
        if (one.Process is { } process) Add("case.process", speech.Text("case.process.version", ("name", speech.Name(process.Name)), ("number", one.Version)));
        if (one.About is { Name: { } promise }) Add("concern.about", CardText.Markup(promise));
        if (one.Person is { } person) Add("case.person", speech.Name(person));
        if (one.RungPeople.Count > 0 && one.State == CaseState.OnRung) Add("case.turn", ConcernCards.Names(speech, one.RungPeople));
        if (one.Neutral is { } neutral) Add("case.neutral", speech.Name(neutral));
        if (one.Resting.Count > 0) Add("case.resting", ConcernCards.Names(speech, one.Resting));
        if (one.Ending is { LeavesOn: { } leaves, Leaving: { } leaving }) Add("case.leaves", speech.Text("case.leaves.on", ("partner", speech.Name(leaving.Name)), ("date", speech.Date(leaves))));
        if (one.WordsGoOn is { } gone) Add("case.kept-until", speech.Date(gone));
        return facts;
    }

    /// <summary>Something written with who wrote it; a statement says facts, what matters and the wished outcome apart.</summary>
    public static IEnumerable<CardModel> Quotes(Speech speech, CaseItemView item)
    {
        var by = speech.Text(
            $"case.item.{Keys.Of(item.Kind)}", ("number", item.Number), ("who", speech.Name(item.By.Name)),
            ("partner", item.Of is { } partner ? speech.Name(partner.Name) : speech.Text("partner.none")));
        if (item.Kind != CaseItemKind.Statement)
        {
            yield return Quote(speech.Name(item.Text), by);
            yield break;
        }

        yield return Quote(speech.Text(
            "case.statement", ("facts", speech.Name(item.Text)), ("interests", speech.Name(item.Interests)), ("wish", speech.Name(item.Wish))), by);
    }

    public static List<CardText> Of(Speech speech, CaseCard one)
    {
        var lines = new List<CardText>();
        if (one.YouAreNeutral) lines.Add(speech.Text("case.you-are-neutral"));
        if (one.TimeUp) lines.Add(speech.Text("case.time-up"));
        else if (one.NoProgress) lines.Add(speech.Text("case.no-progress"));
        if (one.ByAllianceDays) lines.Add(speech.Text("case.alliance-days"));
        foreach (var party in one.Parties.Where(static party => !party.IsYours))
        {
            lines.AddRange(party.Notes.Select(note => speech.Text("case.party-note", ("partner", speech.Name(party.Partner.Name)), ("note", CardText.Typed(note)))));
        }

        if (one.Statements is { } statements)
        {
            lines.Add(statements.Missing.Count > 0
                ? speech.Text("case.statements.missing", ("partners", ConcernCards.Names(speech, statements.Missing))) : speech.Text("case.statements.in"));
        }

        if (one.ToAnswer.Count > 0) lines.Add(speech.Text("case.to-answer", ("people", ConcernCards.Names(speech, one.ToAnswer))));
        if (one.Motion is { } motion) lines.AddRange(Motion(speech, one, motion));
        if (one.Skip is { } skip) lines.AddRange(Skip(speech, one, skip));
        if (one.Settlement is { } settlement) lines.AddRange(Settlement(speech, settlement));
        if (one.FollowUp is { } look)
        {
            lines.Add(speech.Text($"case.followup.{Keys.Of(look.Why)}"));
            if (look.Waiting.Count > 0) lines.Add(speech.Text("case.waits-for", ("partners", ConcernCards.Names(speech, look.Waiting))));
        }

        if (one.Review is { } review) lines.AddRange(Review(speech, review));
        lines.AddRange(one.Items.Where(static item => item is { Wanted: not null, ConsentMissing.Count: > 0 }).Select(item => speech.Text(
            "case.level-asked", ("number", item.Number), ("level", speech.Text($"case.level.{Keys.Of(item.Wanted!.Value)}")),
            ("people", ConcernCards.Names(speech, item.ConsentMissing)))));
        foreach (var response in one.Responses.Where(static response => response.Towards.Count > 0))
        {
            lines.Add(speech.Text("case.response", ("text", speech.Name(response.Text)), ("partners", ConcernCards.Names(speech, response.Towards))));
        }

        if (one.Ending is { NotConfirmed.Count: > 0 } ending) lines.Add(speech.Text("case.not-confirmed", ("partners", ConcernCards.Names(speech, ending.NotConfirmed))));
        if (one.Ending is { HandOver.Count: > 0 } handed) lines.Add(speech.Text("case.hand-over", ("promises", ConcernCards.Names(speech, handed.HandOver))));
        if (one.WordsGone is { } gone) lines.Add(speech.Text("words.gone", ("date", speech.Day(gone))));
        return lines;
    }

    public static List<CardText> History(Speech speech, CaseCard one)
    {
        var lines = new List<CardText>();
        foreach (var entry in one.History)
        {
            var said = new Said($"history.{entry.What}").With("rung", entry.Rung);
            said = entry.By is { } by ? said.With("who", (Subject)by.Id) : said.Wording("who", "words.clock");
            var line = speech.Text("history.line", ("date", speech.Day(entry.At)), ("what", speech.Say(said)));
            if (entry.Person is { } person) line = speech.Text("case.history.person", ("line", line), ("person", speech.Name(person.Name)));
            if (entry.Date is { } date) line = speech.Text("case.history.date", ("line", line), ("date", speech.Date(date)));
            if (entry.Partners.Count > 0) line = speech.Text("case.history.partners", ("line", line), ("partners", ConcernCards.Names(speech, entry.Partners)));
            lines.Add(entry.Said is { } words ? speech.Text("history.said", ("line", line), ("said", words)) : line);
        }

        return lines;
    }

    private static List<CardText> Motion(Speech speech, CaseCard one, MotionView motion)
    {
        var asked = motion.What;
        var what = asked.Kind switch
        {
            MotionKind.GoDown => speech.Text("case.motion.goDown", ("rung", Rung(speech, one, asked.Step))),
            MotionKind.Extend => speech.Text("case.motion.extend", ("days", asked.Days)),
            MotionKind.Pause when asked.Until is { } until => speech.Text("case.motion.pause", ("date", speech.Date(until))),
            MotionKind.NameNeutral => speech.Text("case.motion.nameNeutral", ("person", speech.Name(motion.Person))),
            MotionKind.RestPromises or MotionKind.WakePromises when motion.Promises.Count > 0 =>
                speech.Text($"case.motion.{Keys.Of(asked.Kind)}", ("promises", ConcernCards.Names(speech, motion.Promises))),
            MotionKind.Respond => speech.Text("case.motion.respond", ("text", speech.Name(one.Responses.FirstOrDefault(step => step.Step == asked.Step)?.Text))),
            _ => speech.Text("case.motion.resume"),
        };
        var line = speech.Text("case.motion", ("partner", speech.Name(motion.Of.Name)), ("what", what));
        if (motion.Why is { } why) line = speech.Text("history.said", ("line", line), ("said", why));
        return motion.Waiting.Count == 0 ? [line] : [line, speech.Text("case.waits-for", ("partners", ConcernCards.Names(speech, motion.Waiting)))];
    }

    private static List<CardText> Skip(Speech speech, CaseCard one, SkipView skip) =>
    [
        speech.Text(
            "case.skip", ("partner", speech.Name(skip.Of.Name)), ("rung", Rung(speech, one, skip.Rung)), ("ground", speech.Name(skip.Ground)),
            ("confirmer", speech.Name(skip.Confirmer.Name))),
        .. skip.Why is { } why ? (CardText[])[speech.Text("quote.words", ("said", why))] : [],
    ];

    private static List<CardText> Settlement(Speech speech, SettlementView settlement)
    {
        var lines = new List<CardText>
        {
            speech.Text(settlement.Agreed ? "case.settlement.agreed" : "case.settlement.proposed", ("text", speech.Name(settlement.Text))),
        };
        lines.AddRange(settlement.Promises.Select(line => speech.Text(
            "case.settlement.promise", ("what", speech.Name(line.Terms.What)), ("doer", speech.Party(line.Terms.Doer, line.Terms.DoerPartner)),
            ("receiver", speech.Party(line.Terms.Receiver, line.Terms.ReceiverPartner)), ("due", speech.Date(line.Terms.Due)),
            ("state", line.Label is { } label ? CardText.Markup($"P{label}") : speech.Text("case.settlement.once-agreed")))));
        lines.Add(speech.Text("case.settlement.followup", ("date", speech.Date(settlement.FollowUp))));
        if (!settlement.Agreed && settlement.Waiting.Count > 0) lines.Add(speech.Text("case.waits-for", ("partners", ConcernCards.Names(speech, settlement.Waiting))));
        return lines;
    }

    private static List<CardText> Review(Speech speech, ReviewView review)
    {
        var lines = new List<CardText> { speech.Text($"case.review.{Keys.Of(review.What.Kind)}.asked") };
        if (review.Leaving is { } leaving && review.What.LeavesOn is { } on)
        {
            lines.Add(speech.Text("case.leaves.on", ("partner", speech.Name(leaving.Name)), ("date", speech.Date(on))));
        }

        lines.Add(review.Text is { } text ? speech.Text("case.review.text", ("text", text)) : speech.Text("case.review.no-text"));
        if (review.Waiting.Count > 0 && review.Decision is null) lines.Add(speech.Text("case.waits-for", ("partners", ConcernCards.Names(speech, review.Waiting))));
        if (review.Decision is { Name: { } decision }) lines.Add(speech.Text("case.review.decision", ("decision", CardText.Markup(decision))));
        return lines;
    }

    private static CardText Rung(Speech speech, CaseCard one, int number) =>
        number >= 1 && number <= one.Rungs.Count ? speech.Name(one.Rungs[number - 1].Name) : CardText.Markup($"{number}");

    private static CardModel Quote(CardText said, CardText by) => new() { ["said"] = said, ["by"] = by };
}

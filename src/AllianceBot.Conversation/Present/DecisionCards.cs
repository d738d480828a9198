using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A decision as a card: what is proposed, until when and how it is decided, the voices that may be shown, the buttons.</summary>
internal static class DecisionCards
{
    public const string Template = "decisions/decision";

    /// <summary>Buttons that stand open; what is seldom wanted waits behind "more".</summary>
    private const int Open = 4;

    public static CardModel Model(Speech speech, DecisionCard decision) => new(24)
    {
        ["title"] = speech.Text("decision.title", ("number", decision.Number), ("what", speech.Name(decision.Title))),
        ["who"] = decision.CaseReview is null ? speech.Text("decision.who", ("who", speech.Name(decision.Proposer))) : speech.Text("decision.who.review"),
        ["status"] = Status(speech, decision),
        ["text"] = decision.Text == decision.Title && decision.Version == 1 ? default(CardValue) : speech.Name(decision.Text),
        ["changes"] = Changes(speech, decision),
        ["facts"] = CardValue.List(Facts(speech, decision)),
        ["quotes"] = CardValue.List(Voices(speech, decision)),
        ["lines"] = CardValue.List(Lines(speech, decision), static line => new CardModel { ["line"] = line }),
        ["question"] = Question(speech, decision),
        ["history"] = CardValue.List(History(speech, decision), static line => new CardModel { ["line"] = line }),
        ["seenby"] = speech.Text(IsAsked(decision) ? $"seenby.input.{Keys.Of(decision.SeenBy)}" : $"seenby.promise.{Keys.Of(SeenBy.AllMembersOnceHeard)}"),
        ["acts"] = Buttons(speech, decision),
    };

    /// <summary>The verb that does it.</summary>
    public static string Verb(DecisionAct act) => act switch
    {
        DecisionAct.Agree => Verbs.Accept,
        DecisionAct.AgreeWithReservations => Verbs.Reservations,
        DecisionAct.StandAside => Verbs.StandAside,
        DecisionAct.Objection => Verbs.Objects,
        DecisionAct.Amend => Verbs.Amend,
        DecisionAct.Extend => Verbs.MoreTime,
        DecisionAct.WriteOutcome => Verbs.Outcome,
        DecisionAct.Reaffirm => Verbs.Reaffirm,
        DecisionAct.ProposeAnew => Verbs.ProposeAnew,
        DecisionAct.Retire => Verbs.Retire,
        DecisionAct.Withdraw => Verbs.Withdraw,
        DecisionAct.Ask => Verbs.Ask,
        DecisionAct.Note => Verbs.Note,
        _ => throw new System.Diagnostics.UnreachableException($"No verb for {act}."),
    };

    /// <summary>What a notice of a decision names. Nobody proposes the review of a case: the process does.</summary>
    public static Said Told(Said said, Decision decision)
    {
        if (decision.Proposal.Matter.Review is not null && said.Key == "notice.decision.proposed") said = said with { Key = "notice.decision.proposed.review" };
        return said.With("decision", (Subject)decision.Id).With("closes", decision.Proposal.Closes).With("proposer", (Subject)decision.Proposer);
    }

    private static bool IsAsked(DecisionCard decision) => decision.Acts.Any(static act => act <= DecisionAct.Objection);

    private static CardText Status(Speech speech, DecisionCard decision)
    {
        var status = speech.Text($"decision.state.{Keys.Of(decision.State)}");
        return decision.State is DecisionState.Open or DecisionState.Integrating || decision.Heard < decision.Asked
            ? speech.Text("decision.status.heard", ("status", status), ("heard", decision.Heard), ("asked", decision.Asked))
            : status;
    }

    private static CardModel? Changes(Speech speech, DecisionCard decision)
    {
        var lines = decision.TextBefore is { } before
            ? [speech.Text("changes.line", ("part", speech.Text("decision.text")), ("before", speech.Name(before)), ("after", speech.Name(decision.Text)))]
            : new List<CardText>();
        foreach (var rule in decision.Rules)
        {
            lines.Add(speech.Text("changes.line", ("part", Rule(speech, rule.Rule)), ("before", RuleValue(speech, rule.Before)), ("after", RuleValue(speech, rule.After))));
        }

        lines.AddRange(CharterSheets.Lines(speech, decision.Charter));
        if (decision.Snapshot is { } snapshot) lines.AddRange(SnapshotSheets.Lines(speech, snapshot));
        lines.AddRange(ProcessCards.ChangeLines(speech, decision.Process));
        return lines.Count == 0 ? null : new CardModel
        {
            ["title"] = speech.Text(decision.Snapshot is not null ? "results.title" : decision.TextBefore is null ? "decision.changes" : "decision.changes.version", ("version", decision.Version)),
            ["lines"] = CardValue.List(lines, static line => new CardModel { ["line"] = line }),
        };
    }

    public static CardText Rule(Speech speech, string rule)
    {
        var key = $"rule.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(rule)}";
        return speech.Has(key) ? speech.Text(key) : CardText.Typed(rule);
    }

    /// <summary>A rule's value as it is read: yes and no in words, an hour without its seconds.</summary>
    private static CardText RuleValue(Speech speech, string value) => value switch
    {
        "True" => speech.Text("rule.yes"),
        "False" => speech.Text("rule.no"),
        [_, _, ':', _, _, ':', '0', '0'] => CardText.Typed(value[..5]),
        _ => CardText.Typed(value),
    };

    private static List<CardModel> Facts(Speech speech, DecisionCard decision)
    {
        var facts = new List<CardModel>();
        void Add(string key, CardText value) => facts.Add(PromiseCards.Fact(speech, key, value));
        if (decision.Statement is not null || decision.StatedBy is not null) Add("decision.statement", speech.Name(decision.Statement));
        if (decision.Review is { } review) Add("decision.review", speech.Date(review));
        if (decision.Partner is { } partner) Add($"decision.matter.{Keys.Of(decision.Matter)}", speech.Name(partner));
        if (decision.State is DecisionState.Open or DecisionState.Integrating) Add("decision.closes", speech.Date(decision.Closes));
        Add("decision.method", decision.Method == DecisionMethod.AllAgree
            ? speech.Text("decision.method.allAgree")
            : speech.Text("decision.method.consensus", ("count", decision.Quorum)));
        if (decision.MoneyOf is { } money) Add("decision.money", speech.Text("decision.money.aside", ("partner", speech.Name(money.Name))));
        if (decision.Fallback is { } fallback) Add("decision.fallback", speech.Name(fallback));
        if (decision.Amends is { Name: { } amended }) Add("decision.amends", CardText.Typed(amended));
        if (decision.Successor is { Name: { } successor }) Add("decision.successor", CardText.Typed(successor));
        return facts;
    }

    private static List<CardModel> Voices(Speech speech, DecisionCard decision) =>
        decision.Inside is not { } inside ? [] : [.. inside.Voices.Select(voice => Quote(speech, voice, "voice.by")), .. inside.Earlier.Select(voice => Quote(speech, voice, "voice.earlier"))];

    private static CardModel Quote(Speech speech, VoiceView voice, string key)
    {
        var said = speech.Text($"voice.{Keys.Of(voice.Position)}");
        if (voice.Reason is { } reason) said = speech.Text("voice.reason", ("voice", said), ("reason", reason));
        if (voice.Acceptable is { } acceptable) said = speech.Text("voice.acceptable", ("voice", said), ("acceptable", acceptable));
        return new CardModel
        {
            ["said"] = said,
            ["by"] = speech.Text(key, ("partner", speech.Name(voice.Partner.Name)), ("who", speech.Name(voice.By.Name))),
        };
    }

    private static List<CardText> Lines(Speech speech, DecisionCard decision)
    {
        var lines = new List<CardText>();
        if (decision.WhyNot is { } why) lines.Add(speech.Text($"decision.why.{Keys.Of(why)}"));
        if (decision.About is { Name: { } number }) lines.Add(speech.Text("decision.process", ("number", CardText.Markup(number))));
        if (decision.CaseReview is { } review)
        {
            lines.Add(speech.Text($"decision.review.{Keys.Of(review.Kind)}"));
            lines.Add(speech.Text("decision.review.parties", ("parties", And(speech, review.Parties.Select(party => speech.Name(party.Name))))));
            if (review is { Leaving: { } leaving, LeavesOn: { } on }) lines.Add(speech.Text("case.leaves.on", ("partner", speech.Name(leaving.Name)), ("date", speech.Date(on))));
            lines.Add(review.WithText ? speech.Text("quote.words", ("said", speech.Name(review.Text))) : speech.Text("decision.review.none"));
        }

        if (decision.State == DecisionState.Integrating) lines.Add(speech.Text("decision.integrating"));
        lines.AddRange(decision.Promises.Select(promise => Promise(speech, promise)));
        if (decision.NotCarriedOut is not null) lines.Add(speech.Text("decision.not-carried-out"));
        if (decision.WordsGone is { } gone) lines.Add(speech.Text("words.gone", ("date", speech.Day(gone))));
        if (decision.Inside is not { } inside) return lines;
        if (inside.Hidden > 0) lines.Add(speech.Text(inside.HasVoice ? "decision.hidden" : "decision.hidden.until-closed", ("count", inside.Hidden)));
        if (inside.NotHeard.Count > 0)
        {
            lines.Add(speech.Text(
                decision.State is DecisionState.Open or DecisionState.Integrating ? "decision.not-heard-yet" : "decision.not-heard",
                ("partners", And(speech, inside.NotHeard.Select(partner => speech.Name(partner.Name))))));
        }

        if (inside.Left.Count > 0) lines.Add(speech.Text("decision.left", ("partners", And(speech, inside.Left.Select(partner => speech.Name(partner.Name))))));
        if (inside.EndReason is { } reason) lines.Add(speech.Text("quote.words", ("said", reason)));
        return lines;
    }

    /// <summary>"P31 · Book the hall. Mei Chen for Harbor, by Fri 5 Mar. Asked."</summary>
    private static CardText Promise(Speech speech, OutcomePromiseView promise) => speech.Text(
        "decision.promise", ("promise", CardText.Markup(promise.Standing.Id.Name ?? "")), ("state", RoundSections.Standing(speech, promise.Standing)),
        ("what", speech.Name(promise.Terms.What)), ("doer", speech.Party(promise.Terms.Doer, promise.Terms.DoerPartner)),
        ("receiver", speech.Party(promise.Terms.Receiver, promise.Terms.ReceiverPartner)), ("due", speech.Date(promise.Terms.Due)));

    public static CardText And(Speech speech, IEnumerable<CardText> names) =>
        names.Aggregate((a, b) => speech.Text("list.and", ("a", a), ("b", b)));

    private static CardText? Question(Speech speech, DecisionCard decision) => decision.Acts.Count == 0 ? null : decision.Acts[0] switch
    {
        <= DecisionAct.Objection when decision.Inside?.SpeaksFor is [var only] => speech.Text("question.voice", ("partner", speech.Name(only.Name))),
        <= DecisionAct.Objection => speech.Text("question.voices"),
        DecisionAct.WriteOutcome => speech.Text("question.writeOutcome"),
        DecisionAct.Reaffirm => speech.Text("question.reaffirm"),
        _ => null,
    };

    private static List<CardText> History(Speech speech, DecisionCard decision)
    {
        var lines = new List<CardText>();
        foreach (var entry in decision.Inside?.History ?? [])
        {
            var key = entry.By is null && speech.Has($"history.{entry.What}.clock") ? $"history.{entry.What}.clock" : $"history.{entry.What}";
            var said = new Said(key);
            if (entry.By is { } by) said = said.With("who", by.Id);
            if (entry.Date is { } date) said = said.With("date", date);
            if (entry.Partner is { } partner) said = said.With("partner", partner.Id);
            var line = speech.Text("history.line", ("date", speech.Day(entry.At)), ("what", speech.Say(said)));
            lines.Add(entry.Said is { } words ? speech.Text("history.said", ("line", line), ("said", words)) : line);
        }

        return lines;
    }

    private static CardValue Buttons(Speech speech, DecisionCard decision)
    {
        var buttons = new List<CardModel>(decision.Acts.Count);
        foreach (var act in decision.Acts)
        {
            buttons.Add(new CardModel
            {
                ["title"] = speech.Text($"act.{Keys.Of(act)}"),
                ["verb"] = CardValue.Token(Verb(act)),
                ["item"] = CardValue.Token(((Subject)decision.Id).ToString()),
                ["revision"] = CardValue.Token($"{decision.Revision}"),
                ["mode"] = CardValue.Token(buttons.Count < Open && act is not (DecisionAct.Withdraw or DecisionAct.Retire) ? "primary" : "secondary"),
            });
        }

        return CardValue.List(buttons);
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Buttons: which verb an act of the domain is, and how many stand open before the rest folds behind "more".</summary>
internal static class Acts
{
    /// <summary>Buttons that stand open on a phone without pushing the card off the screen.</summary>
    private const int Open = 4;

    /// <summary>What is seldom wanted waits behind "more", however few buttons there are.</summary>
    private static readonly CommitmentAct[] Seldom =
    [
        CommitmentAct.GiveUp, CommitmentAct.Release, CommitmentAct.EndSeries, CommitmentAct.Estimate,
        CommitmentAct.DependOn, CommitmentAct.DependNoMore, CommitmentAct.ProposeReplacement, CommitmentAct.ProposeCorrection, CommitmentAct.HandOver,
        CommitmentAct.EnterTold,
    ];

    /// <summary>The verb that does it. Several acts share a verb where the state says which is meant.</summary>
    public static string Verb(CommitmentAct act) => act switch
    {
        CommitmentAct.Accept or CommitmentAct.AcceptReport or CommitmentAct.AcceptChange
            or CommitmentAct.AgreeReplacement or CommitmentAct.AgreeCorrection => Verbs.Accept,
        CommitmentAct.Decline or CommitmentAct.RefuseChange
            or CommitmentAct.RefuseReplacement or CommitmentAct.RefuseCorrection => Verbs.Decline,
        CommitmentAct.Counter => Verbs.Counter,
        CommitmentAct.ReturnReport => Verbs.Return,
        CommitmentAct.Report => Verbs.Report,
        CommitmentAct.Extend => Verbs.MoreTime,
        CommitmentAct.Wait => Verbs.Wait,
        CommitmentAct.SayUnmet => Verbs.Unmet,
        CommitmentAct.ProposeChange => Verbs.Change,
        CommitmentAct.AtRisk => Verbs.AtRisk,
        CommitmentAct.ClearRisk => Verbs.Clear,
        CommitmentAct.RetractReport or CommitmentAct.RetractChange
            or CommitmentAct.RetractReplacement or CommitmentAct.RetractCorrection => Verbs.Retract,
        CommitmentAct.GiveUp => Verbs.GiveUp,
        CommitmentAct.Release => Verbs.Release,
        CommitmentAct.SeeDifferently => Verbs.SeeDifferently,
        CommitmentAct.ProposeCorrection => Verbs.Correct,
        CommitmentAct.ProposeReplacement => Verbs.Replace,
        CommitmentAct.CheckIn => Verbs.CheckIn,
        CommitmentAct.Ask => Verbs.Ask,
        CommitmentAct.Note => Verbs.Note,
        CommitmentAct.HandOver => Verbs.HandOver,
        CommitmentAct.EnterTold => Verbs.Enter,
        CommitmentAct.ConfirmTold => Verbs.Right,
        CommitmentAct.RejectTold => Verbs.NotRight,
        CommitmentAct.EndSeries => Verbs.EndSeries,
        CommitmentAct.Estimate => Verbs.Estimate,
        CommitmentAct.DependOn => Verbs.DependsOn,
        CommitmentAct.DependNoMore => Verbs.DependsNoMore,
        CommitmentAct.Withdraw => Verbs.Withdraw,
        CommitmentAct.Resend => Verbs.Resend,
        CommitmentAct.Undo => Verbs.Undo,
        _ => throw new System.Diagnostics.UnreachableException($"No verb for {act}."),
    };

    public static string Verb(CheckInAct act) => act switch
    {
        CheckInAct.OnTrack => Verbs.OnTrack,
        CheckInAct.AtRisk => Verbs.AtRisk,
        CheckInAct.Blocked => Verbs.Blocked,
        CheckInAct.Done => Verbs.Done,
        CheckInAct.MoreTime => Verbs.MoreTime,
        CheckInAct.CannotDo => Verbs.CannotDo,
        CheckInAct.Undo => Verbs.Undo,
        CheckInAct.Snooze => Verbs.Snooze,
        CheckInAct.Seen => Verbs.Seen,
        CheckInAct.AskColleague => Verbs.Colleague,
        _ => throw new System.Diagnostics.UnreachableException($"No verb for {act}."),
    };

    /// <summary>The buttons of a promise, the likely ones open and the rest behind "more".</summary>
    public static CardValue Of(Speech speech, CommitmentCard promise)
    {
        Subject item = promise.Id;
        var open = CanTalk(promise) ? Open - 1 : Open;
        // What the third pair of eyes is asked about comes first and is not seldom for it.
        var asked = Ending(promise);
        bool IsSeldom(CommitmentAct act) => act != asked && Seldom.Contains(act);
        var all = promise.Acts.OrderBy(act => act != asked).ThenBy(IsSeldom).ToList();
        var buttons = new List<CardModel>(all.Count);
        foreach (var act in all)
        {
            buttons.Add(new CardModel
            {
                ["title"] = speech.Text($"act.{Keys.Of(act)}"),
                ["verb"] = CardValue.Token(Verb(act)),
                ["item"] = CardValue.Token(item.ToString()),
                ["revision"] = CardValue.Token($"{promise.Revision}"),
                ["mode"] = CardValue.Token(buttons.Count < open && !IsSeldom(act) ? "primary" : "secondary"),
                ["words"] = "",
            });
        }

        if (promise.HelpAsked is not null) buttons.Insert(0, OffersHelp(speech, promise));
        if (CanTalk(promise)) buttons.Insert(Math.Min(open, buttons.Count), Talk(speech, promise));
        return CardValue.List(buttons);
    }

    /// <summary>What the reader, a third pair of eyes, is asked to say beside the receiving side; null for everybody else.</summary>
    public static CommitmentAct? Ending(CommitmentCard promise)
    {
        if (promise.Inside is not { PendingEnding.As: var how, YourSide: null }) return null;
        var act = how == CommitmentState.Unmet ? CommitmentAct.SayUnmet : CommitmentAct.Release;
        return promise.Acts.Contains(act) ? act : null;
    }

    /// <summary>Who is asked for help answers with an offer of their own: a form that is filled in as far as it can be.</summary>
    private static CardModel OffersHelp(Speech speech, CommitmentCard promise)
    {
        var words = GrammarWords.English;
        var what = speech.Text("help.offer.what", ("number", CardText.Markup(promise.Label)));
        var whom = promise.Terms.Doer?.Name ?? promise.Terms.DoerPartner.Name;
        return new CardModel
        {
            ["title"] = speech.Text("help.offer"),
            ["verb"] = CardValue.Token(Verbs.Say),
            ["item"] = CardValue.Token(""),
            ["revision"] = CardValue.Token("0"),
            ["mode"] = CardValue.Token("primary"),
            ["words"] = $"{words.FirstPhrase[Verbs.Offer]} {what} {words.Clauses[Sides.Receiver][0]} {whom}",
        };
    }

    /// <summary>What was missed opens a talk before anything else does; from there the agreed way can be taken.</summary>
    private static bool CanTalk(CommitmentCard promise) => promise.Inside is { } inside && promise.Acts.Contains(CommitmentAct.Note)
        && (inside.Flags.Contains(CommitmentFlag.Overdue) || inside.State is CommitmentState.Unmet or CommitmentState.GivenUp or CommitmentState.Rework);

    private static CardModel Talk(Speech speech, CommitmentCard promise) => new()
    {
        ["title"] = speech.Text("act.talkAbout"),
        ["verb"] = CardValue.Token(Verbs.TalkAbout),
        ["item"] = CardValue.Token(((Subject)promise.Id).ToString()),
        ["revision"] = CardValue.Token($"{promise.Revision}"),
        ["mode"] = CardValue.Token("primary"),
        ["words"] = "",
    };

    /// <summary>
    /// The buttons of a check-in: six answers stand open, as every one is as likely as the other. Once it is answered, first
    /// what was asked about trouble is sent, or it is taken back, and other answers wait behind "more".
    /// </summary>
    public static CardValue Of(Speech speech, CheckInCard checkIn)
    {
        var answered = checkIn.Answer is not null;
        var made = Made.GetValue(speech.Phrases, static _ => new()).GetOrAdd(speech.Language, static _ => new CardModel?[2 * ActKeys.Length]);
        var buttons = new List<CardModel>(checkIn.Acts.Count + 1);
        if (CheckInCards.AsksHelp(checkIn)) buttons.Add(Button(speech, "checkin.send", Verb(Of(checkIn.Answer!.Value)), isOpen: true));
        foreach (var act in checkIn.Acts)
        {
            if (IsReply(act)) Add(act, isOpen: true);
        }

        foreach (var act in checkIn.Acts)
        {
            if (!IsReply(act)) Add(act, isOpen: !answered && act is not (CheckInAct.Snooze or CheckInAct.AskColleague));
        }

        return CardValue.List(buttons);

        static bool IsReply(CheckInAct act) => act is CheckInAct.Undo or CheckInAct.Seen;

        void Add(CheckInAct act, bool isOpen) =>
            buttons.Add(made[(2 * (int)act) + (isOpen ? 1 : 0)] ??= Button(speech, ActKey(act), Verb(act), isOpen));
    }

    /// <summary>The buttons of an act by language: they name no item, and so are the same on every card.</summary>
    private static readonly ConditionalWeakTable<Phrases, ConcurrentDictionary<string, CardModel?[]>> Made = [];

    private static CardModel Button(Speech speech, string key, string verb, bool isOpen) => new()
    {
        ["title"] = speech.Text(key),
        ["verb"] = CardValue.Token(verb),
        ["mode"] = CardValue.Token(isOpen ? "primary" : "secondary"),
    };

    private static string ActKey(CheckInAct act) => ActKeys[(int)act];

    private static readonly string[] ActKeys = [.. Enum.GetValues<CheckInAct>().Select(static act => $"act.{Keys.Of(act)}")];

    private static CheckInAct Of(CheckInAnswer answer) => answer == CheckInAnswer.Blocked ? CheckInAct.Blocked : CheckInAct.AtRisk;
}

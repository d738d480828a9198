using AllianceBot.Cards;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Makes cards and short texts from views. It shows only what the domain's views hand out for the reader.</summary>
/// <param name="library">The templates and the words.</param>
public sealed class Presenter(CardLibrary library) : IPresent, IShow
{
    /// <summary>The view of a form; a form is never refreshed, as it holds what somebody is typing.</summary>
    public const string FormView = "form";

    private const string Together = "checkin.lead";

    /// <summary>So many headlines of one thing stand above its card; a promise has all of them there.</summary>
    private const int TogetherOnACard = 3;

    /// <summary>The view of what was kept for a person; it tells what happened, and so is never refreshed.</summary>
    public const string HeldView = "held";

    public Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context)
    {
        if (!StillWanted.Is(alliance, notice)) return null;
        var speech = SpeechFor(alliance, context);
        // One who has several things open gets them on one card, whichever of them it was that came due now.
        if (notice.Bundle == CheckInNotices.Bundle && reader is PersonReader asked
            && CheckInViews.Open(alliance, asked.Person, context.Now).CheckIns.Count > 1) return Bundle(alliance, [notice], reader, context);
        var key = $"notice.{notice.Kind}";
        if (!speech.Has(key)) throw new KeyNotFoundException($"There are no words for the notice '{notice.Kind}'.");
        // A digest says itself what it is, and has to fit one screen.
        var said = notice.Kind == DigestNotices.Made ? null : NoticeWords.Of(alliance, notice);
        var view = notice.Kind switch
        {
            CalendarNotices.Back => Keys.Of(ListKind.Mine),
            "thanks.given" => Keys.Of(ListKind.Thanks),
            "benchmarks.offered" => Keys.Of(ListKind.RoundOffer),
            _ => "",
        };
        return Item(speech, alliance, notice.Subject, view, said, reader, context);
    }

    public Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context)
    {
        var speech = SpeechFor(alliance, context);
        return (view is FormView or HeldView ? null : Item(speech, alliance, subject, view, null, reader, context))
            ?? (context.WordsDied ? Words(speech, speech.Text("words.gone.card")) : null);
    }

    public Presented? Confirm(Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context)
    {
        var said = confirmation.Key.Length == 0 ? null : new Said(confirmation.Key) { Facts = confirmation.Facts.ToValueList() };
        var speech = SpeechFor(alliance, context);
        return Item(speech, alliance, confirmation.Subject, confirmation.View, said, reader, context)
            ?? (said is null ? null : Words(speech, speech.Say(said)));
    }

    public Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context)
    {
        if (reader is not PersonReader person || notices.Any(static one => one.Bundle != CheckInNotices.Bundle || one.Subject.Kind != SubjectKind.CheckIn))
        {
            return Held(alliance, notices, reader, context);
        }

        var wanted = notices.Where(notice => StillWanted.Is(alliance, notice)).ToList();
        if (wanted.Count == 0) return null;
        // Who is reminded of one thing and asked about another is asked; who is only reminded reads so.
        var reminds = wanted.All(static notice => notice.Kind == "checkin.nudged");
        var lead = new Said(reminds ? "notice.checkin.nudged" : Together);
        return CheckIns(SpeechFor(alliance, context), alliance, person.Person, lead, context) with { Tells = wanted };
    }

    /// <summary>Several things that were kept for one person, each by its headline; null while there are not two. In a place what happened to one thing.</summary>
    private Presented? Held(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context)
    {
        var speech = SpeechFor(alliance, context);
        var wanted = notices.Where(notice => StillWanted.Is(alliance, notice)
            && Item(speech, alliance, notice.Subject, "", null, reader, context) is not null).ToList();
        if (wanted.Count < 2) return null;
        // About one thing: its card, headed by what happened. A long list of it is read better line by line, with its times.
        if (wanted[0].Subject is var one && wanted.All(notice => notice.Subject == one)
            && (one.Kind == SubjectKind.Commitment || wanted.Count <= TogetherOnACard))
        {
            var item = Item(speech, alliance, one, "", NoticeWords.Of(alliance, wanted), reader, context);
            return item is null ? null : item with { Tells = wanted };
        }

        if (reader is not PersonReader { Person: var person }) return null;
        var zone = Calendars.Of(alliance, person).Zone;
        var sheet = HeldSheets.Of(speech, alliance, wanted, zone, notice => NoticeWords.Of(alliance, notice));
        var card = Card(speech, Sheet.Template, sheet.Model(null, null), alliance, context, speech.Text("summary.held"));
        return card with { Subject = person, View = HeldView, Tells = wanted };
    }

    /// <summary>All open check-ins of a person on one card: the one itself when there is one, words when there is none.</summary>
    internal Presented CheckIns(
        Speech speech, Alliance alliance, PersonId person, Said? lead, PresentContext context, ValueList<Fact> chosen = default)
    {
        var bundle = CheckInViews.Open(alliance, person, context.Now);
        if (bundle.CheckIns.Count + bundle.Saved.Count == 0) return Words(speech, speech.Say(lead ?? new("checkin.none")));
        if (bundle.CheckIns.Count == 1 && bundle.Saved.Count == 0 && chosen.Count == 0)
        {
            // Words about several choices do not fit the one that is left.
            var one = lead is { Key: Together } ? new Said("notice.checkin.opened") : lead;
            return Item(speech, alliance, bundle.CheckIns[0].Id, "", one, new PersonReader(person), context) ?? Unknown(speech);
        }

        var model = CheckInBundles.Model(speech, bundle, chosen).Set("headline", Headline(speech, lead));
        var card = Card(speech, CheckInBundles.Template, model, alliance, context, speech.Text("summary.checkins"));
        return card with { Subject = person, View = Keys.Of(ListKind.CheckIns) };
    }

    public Presented Show(Alliance? alliance, Showing showing, Reader reader, PresentContext context)
    {
        var speech = SpeechFor(alliance, context);
        return showing switch
        {
            ItemShowing item => (alliance is null ? null : Item(speech, alliance, item.Subject, item.View, item.Lead, reader, context))
                ?? (item.Lead is { } lead ? Words(speech, speech.Say(lead)) : Unknown(speech)),
            FormShowing form => Form(speech, alliance, form.Form, reader, context),
            ListShowing list => ListPresenter.Show(this, speech, alliance!, list, reader, context) ?? Unknown(speech),
            HelpShowing help => Card(speech, TalkCards.Help, TalkCards.Model(speech, help), alliance, context, speech.Text("help.title")),
            ChoiceShowing choice => Card(
                speech, TalkCards.Note, TalkCards.Model(speech, choice, alliance?.Id), null, context, speech.Text("summary.question")),
            TextShowing text => Words(speech, speech.Say(text.Said)),
            LedgerShowing ledger => LedgerSheets.Show(this, speech, alliance!, ledger, reader, context) ?? Unknown(speech),
            PairsShowing pairs => Pairs(speech, alliance!, pairs, reader, context) ?? Unknown(speech),
            LinksShowing links => Card(speech, TalkCards.Links, TalkCards.Model(speech, links), alliance, context, speech.Text("summary.document")),
            RefusedShowing refused => Refused(speech, alliance, refused, reader, context),
            _ => throw new System.Diagnostics.UnreachableException($"Nothing shows {showing.GetType().Name}."),
        };
    }

    private Presented? Pairs(Speech speech, Alliance alliance, PairsShowing pairs, Reader reader, PresentContext context)
    {
        if (reader is not PersonReader { Person: var person } || pairs.Wish.Partner is not { } partner) return null;
        return Reciprocity.Of(alliance, person, partner, pairs.Wish.Period(alliance.DateOf(context.Now))) is { } card
            ? Card(speech, Sheet.Template, PairsSheets.Of(speech, card).Model(null, null), alliance, context, speech.Text("summary.ledger"))
            : null;
    }

    internal Presented Card(Speech speech, string template, CardModel model, Alliance? alliance, PresentContext context, CardText summary)
    {
        model["to"] = context.ToName is { } name ? speech.Text("card.to", ("name", name)) : default(CardValue);
        model["card"] = CardValue.Token(context.Instance);
        if (alliance is not null) model["alliance"] = CardValue.Token(alliance.Id.Value);
        var card = library.Expand(template, speech.Language, model);
        return new(new Message(card, "", summary.ToString()), default, "", 0);
    }

    private Presented? Item(
        Speech speech, Alliance alliance, Subject subject, string view, Said? lead, Reader reader, PresentContext context)
    {
        switch (subject.Kind)
        {
            case SubjectKind.Commitment:
                return Promise(speech, alliance, new(subject.Id), view, Headline(speech, lead), reader, context);
            case SubjectKind.CheckIn when CheckInViews.Card(alliance, reader, new(subject.Id), context.Now) is { } checkIn:
                var checkInModel = CheckInCards.Model(speech, checkIn).Set("headline", Headline(speech, lead));
                var checkInCard = Card(speech, CheckInCards.One, checkInModel, alliance, context, speech.Text("summary.checkin"));
                return checkInCard with { Subject = subject, View = view, Revision = checkIn.Revision };
            case SubjectKind.Decision when DecisionViews.Card(alliance, reader, new(subject.Id), context.Now) is { } decision:
                var decisionModel = DecisionCards.Model(speech, decision).Set("headline", Headline(speech, lead));
                var decisionCard = Card(speech, DecisionCards.Template, decisionModel, alliance, context, speech.Text("summary.decision"));
                return decisionCard with { Subject = subject, View = view, Revision = decision.Revision };
            case SubjectKind.Indicator when IndicatorViews.Card(alliance, reader, new(subject.Id)) is { } indicator:
                var indicatorModel = IndicatorCards.Model(speech, indicator).Set("headline", Headline(speech, lead));
                var indicatorCard = Card(speech, IndicatorCards.Template, indicatorModel, alliance, context, speech.Text("summary.indicator"));
                return indicatorCard with { Subject = subject, View = view, Revision = indicator.Revision };
            case SubjectKind.Round:
                return Round(speech, alliance, new(subject.Id), view, lead, reader, context);
            case SubjectKind.Process or SubjectKind.Concern or SubjectKind.Case:
                return ConflictCards.Item(this, speech, alliance, subject, view, lead, reader, context);
            case SubjectKind.Digest when DigestViews.Card(alliance, reader, subject, context.Now) is { } digest:
                var digestModel = DigestCards.Model(speech, digest).Set("headline", Headline(speech, DigestCards.Lead(lead)));
                var digestCard = Card(speech, DigestCards.Template, digestModel, alliance, context, speech.Text("summary.digest"));
                return digestCard with { Subject = subject, View = view, Revision = DigestViews.Revision(alliance, subject) };
            case SubjectKind.Preview when reader is PersonReader { Person: var person } && May.Do(alliance, person, Act.SeePreview, subject)
                && PreviewViews.Of(alliance, person, context.Now) is { } preview:
                var previewModel = PreviewCards.Model(speech, preview).Set("headline", Headline(speech, DigestCards.Lead(lead)));
                var previewCard = Card(speech, PreviewCards.Template, previewModel, alliance, context, speech.Text("summary.preview"));
                return previewCard with { Subject = subject, View = view };
            case SubjectKind.CheckIn or SubjectKind.Indicator or SubjectKind.Decision or SubjectKind.Digest or SubjectKind.Preview:
                return null;
            default:
                return ListPresenter.Item(this, speech, alliance, subject, view, lead, reader, context);
        }
    }

    private Presented? Promise(
        Speech speech, Alliance alliance, CommitmentId id, string view, CardValue headline, Reader reader, PresentContext context)
    {
        if (CommitmentViews.Card(alliance, reader, id, context.Now, context.Seen < 0 ? null : context.Seen) is not { } promise) return null;
        var model = PromiseCards.Model(speech, promise).Set("headline", headline);
        var card = Card(speech, PromiseCards.Template, model, alliance, context, speech.Text("summary.promise"));
        return card with { Subject = id, View = view, Revision = promise.Revision };
    }

    /// <summary>In a place the stage; in private the facilitator's panel, or what somebody of a partner has to do.</summary>
    private Presented? Round(
        Speech speech, Alliance alliance, RoundId id, string view, Said? lead, Reader reader, PresentContext context)
    {
        if (view is RoundSteps.Report or RoundSteps.Compare)
        {
            if (RoundViews.Report(alliance, reader, id, context.Now) is not { } report) return null;
            var sheet = view == RoundSteps.Report ? RoundSheets.Report(speech, report) : RoundSheets.Compare(speech, report);
            var card = Card(speech, Sheet.Template, sheet.Model(id, lead), alliance, context, speech.Text("summary.round"));
            return card with { Subject = id, View = view, Revision = report.Round.Revision };
        }

        var topic = view.StartsWith(RoundSteps.Topic, StringComparison.Ordinal) && view.Length == RoundSteps.Topic.Length + 1 ? view[^1] - '0' : 0;
        if (RoundViews.Card(alliance, reader, id, context.Now, topic, view == RoundSteps.Opened) is not { } round) return null;
        var model = reader is not PersonReader || view == RoundSteps.Stage ? RoundCards.Stage(speech, round)
            : round.Panel is not null || round is { State: RoundState.Planned, Acts.Count: > 0 } ? RoundCards.Panel(speech, round) : RoundCards.Seat(speech, round);
        var made = Card(speech, RoundCards.Template, model.Set("headline", Headline(speech, lead)), alliance, context, speech.Text("summary.round"));
        return made with { Subject = id, View = view, Revision = round.Revision };
    }

    private Presented Form(Speech speech, Alliance? alliance, Form form, Reader reader, PresentContext context)
    {
        var seenBy = form.Verb switch
        {
            Verbs.SetHours or Verbs.MyHours or Verbs.MyZone or Verbs.DigestSettings => SeenBy.YouAlone,
            Verbs.Story => SeenBy.StoryPeople,
            Verbs.Thank => SeenBy.Thanked,
            _ => SeenBy.AllMembers,
        };
        CardText? number = null;
        if (alliance is not null && form.Item is { Kind: SubjectKind.Commitment } item
            && CommitmentViews.Card(alliance, reader, new(item.Id), context.Now) is { } promise)
        {
            seenBy = promise.InputSeenBy;
            number = speech.Text("promise.title", ("number", CardText.Markup(promise.Label)), ("what", speech.Name(promise.Terms.What)));
        }

        if (alliance is not null && form.Item is { Kind: SubjectKind.Decision } about
            && DecisionViews.Card(alliance, reader, new(about.Id), context.Now) is { } decision)
        {
            seenBy = DecisionSteps.IsVoice(form.Verb) ? decision.SeenBy : SeenBy.AllMembers;
            number = speech.Text("decision.title", ("number", decision.Number), ("what", speech.Name(decision.Title)));
        }

        if (alliance is not null && form.Item is { Kind: SubjectKind.Indicator } counted
            && IndicatorViews.Card(alliance, reader, new(counted.Id)) is { } indicator)
        {
            number = speech.Text("indicator.title", ("number", indicator.Number), ("what", speech.Name(indicator.Name)));
        }

        if (alliance is not null && form.Item is { Kind: SubjectKind.Round } of && RoundViews.Card(alliance, reader, new(of.Id), context.Now) is { } round)
        {
            number = speech.Text("round.title", ("number", round.Number));
            seenBy = form.Verb is Verbs.RoundSay or Verbs.RoundTold ? SeenBy.WordsBeforeTalk : seenBy;
        }

        var model = FormCards.Model(speech, form, seenBy, number ?? ConflictCards.Number(speech, alliance, form, reader, context.Now));
        if (alliance is not null && ConflictCards.SeenBy(speech, alliance, form, reader, context.Now) is { } conflict) model.Set("seenby", conflict);
        if (alliance is null) model["alliance"] = CardValue.Token("");
        var presented = Card(speech, FormCards.Template, model, alliance, context, speech.Text("summary.form"));
        return presented with { Subject = form.Item ?? ConflictCards.MadeBy(form), View = FormView, Revision = form.Revision };
    }

    private Presented Refused(Speech speech, Alliance? alliance, RefusedShowing refused, Reader reader, PresentContext context)
    {
        var said = new Said($"refusal.{refused.Refusal.Code}") { Facts = refused.Refusal.Facts };
        if (refused.Form is { } form) return Form(speech, alliance, form with { Lead = said }, reader, context);
        return (refused.Now is { } now && alliance is not null ? Item(speech, alliance, now, "", said, reader, context) : null)
            ?? Words(speech, speech.Say(said));
    }

    private static Presented Unknown(Speech speech) => Words(speech, speech.Say(new Said($"refusal.{Refusal.NotYours.Code}")));

    private static Presented Words(Speech speech, CardText text) =>
        new(new Message(default, text.ToString(), speech.Text("summary.answer").ToString()), default, "", 0);

    private static CardValue Headline(Speech speech, Said? lead) => lead is null ? default : speech.Say(lead);

    private Speech SpeechFor(Alliance? alliance, PresentContext context) =>
        new(library.Phrases, library.Phrases.Resolve(context.Language), alliance);
}

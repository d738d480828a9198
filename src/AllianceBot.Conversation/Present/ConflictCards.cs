using AllianceBot.Cards;
using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Cards of processes, concerns and cases, and what their forms say before anybody types: who will read it.</summary>
internal static class ConflictCards
{
    /// <summary>All three look like a decision: a title, where it stands, what is asked, what was said.</summary>
    private const string Template = DecisionCards.Template;

    public static Presented? Item(
        Presenter presenter, Speech speech, Alliance alliance, Subject subject, string view, Said? lead, Reader reader, PresentContext context)
    {
        var (model, revision, summary) = Model(speech, alliance, subject, view, reader, context.Now);
        if (model is null) return null;
        model.Set("headline", lead is null ? default(CardValue) : speech.Say(lead));
        return presenter.Card(speech, Template, model, alliance, context, speech.Text(summary)) with { Subject = subject, View = view, Revision = revision };
    }

    /// <summary>What a form is about, for its title.</summary>
    public static CardText? Number(Speech speech, Alliance? alliance, Form form, Reader reader, Instant now) => (alliance, form.Item) switch
    {
        ({ } known, { Kind: SubjectKind.Process } item) when ProcessViews.Card(known, reader, new(item.Id)) is { } card => speech.Name(card.Name),
        ({ } known, { Kind: SubjectKind.Case } item) when CaseViews.Card(known, reader, new(item.Id), now) is { } card => CardText.Markup(card.Name),
        _ => null,
    };

    /// <summary>Who reads what is typed here; null for forms of other things.</summary>
    public static CardText? SeenBy(Speech speech, Alliance alliance, Form form, Reader reader, Instant now)
    {
        if (form.Verb is Verbs.QuietWord) return speech.Text("seenby.concern.quiet");
        if (form.Verb is Verbs.Concern or Verbs.TalkAbout) return speech.Text("seenby.concern.new");
        if (form.Verb is Verbs.OpenCase or Verbs.CaseFrom) return speech.Text("seenby.case.new");
        if (form.Item is { Kind: SubjectKind.Concern }) return speech.Text("seenby.concern.item");
        if (form.Item is not { Kind: SubjectKind.Case } item || CaseViews.Card(alliance, reader, new(item.Id), now) is not { } card) return null;
        if (form.Verb == Verbs.Skip || card.SeenBy.Count == 0) return speech.Text("seenby.case.skip");
        var key = form.Verb switch
        {
            Verbs.Statement => "seenby.case.statement",
            Verbs.ReviewText or Verbs.AskReview => "seenby.case.review",
            _ => "seenby.case.item",
        };
        return speech.Text(key, ("people", ConcernCards.Names(speech, card.SeenBy)));
    }

    /// <summary>The concern or case that sending this makes: what was written on the form dies on its day too.</summary>
    public static Subject MadeBy(Form form) => form.Verb switch
    {
        Verbs.OpenCase => new CaseId(form.Draft),
        Verbs.Concern or Verbs.QuietWord => new ConcernId(form.Draft),
        _ => default,
    };

    private static (CardModel? Model, int Revision, string Summary) Model(
        Speech speech, Alliance alliance, Subject subject, string view, Reader reader, Instant now)
    {
        switch (subject.Kind)
        {
            case SubjectKind.Process:
                var draft = view == ProcessSteps.Draft ? ProcessViews.Card(alliance, reader, new(subject.Id), 0) : null;
                return (draft ?? ProcessViews.Card(alliance, reader, new(subject.Id))) is { } process
                    ? (ProcessCards.Model(speech, process), process.Revision, "summary.process") : default;
            case SubjectKind.Concern:
                return ConcernViews.Card(alliance, reader, new(subject.Id)) is { } concern
                    ? (ConcernCards.Model(speech, concern), concern.Revision, "summary.concern") : default;
            default:
                return CaseViews.Card(alliance, reader, new(subject.Id), now) is { } one
                    ? (CaseCards.Model(speech, one), one.Revision, "summary.case") : default;
        }
    }
}

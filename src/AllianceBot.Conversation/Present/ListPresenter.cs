using AllianceBot.Cards;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Lists, and the cards of everything that is neither a promise nor a check-in. Null for what the reader may not see.</summary>
internal static class ListPresenter
{
    public static Presented? Show(
        Presenter presenter, Speech speech, Alliance alliance, ListShowing list, Reader reader, PresentContext context)
    {
        var subject = list.Of ?? (Subject)alliance.Id;
        var sheet = (list.List, reader) switch
        {
            (ListKind.Alliance, _) => AllianceViews.Card(alliance, reader) is { } card
                ? AllianceSheets.Of(speech, card, CaseViews.Count(alliance, reader)) : null,
            (ListKind.Charter, _) => Charter(speech, alliance, reader, list),
            (ListKind.CharterDraft, _) => Charter(speech, alliance, reader, list with { Version = 0 }),
            (ListKind.Processes, _) => Processes(speech, alliance, reader),
            (ListKind.Cases, _) => CaseSheets.Of(speech, alliance, reader, context.Now),
            (ListKind.People, _) => People(speech, alliance, reader, list),
            (ListKind.WhoSees, PersonReader person) => WhoSees.Of(alliance, person.Person, subject) is { } view ? AllianceSheets.Of(speech, view) : null,
            (ListKind.MyHours, PersonReader person) => CalendarViews.MyHours(alliance, person.Person, context.Now) is { } hours ? CalendarSheets.Of(speech, hours) : null,
            (ListKind.Holidays, _) => CalendarViews.Holidays(alliance, reader, new(subject.Id), context.Now) is { } days ? CalendarSheets.Of(speech, days) : null,
            (ListKind.Prompts, PersonReader person) => Prompts(speech, alliance, person.Person),
            (ListKind.Reach, _) => ReachViews.Board(alliance, reader, list.Page) is { } board ? ReachSheets.Of(speech, board) : null,
            (ListKind.Load, PersonReader person) => LoadViews.Of(alliance, person.Person, context.Now) is { } load ? LoadSheets.Of(speech, load) : null,
            (ListKind.Results, PersonReader person) => SnapshotSheets.Of(speech, Snapshots.List(alliance, person.Person)),
            (ListKind.Digests, PersonReader person) => StorySheets.Of(speech, DigestViews.List(alliance, person.Person, context.Now)),
            (ListKind.DigestSettings, PersonReader person) => DigestViews.Settings(alliance, person.Person) is { } wish ? StorySheets.Of(speech, wish) : null,
            (ListKind.Stories, PersonReader person) => StorySheets.Of(speech, StoryViews.List(alliance, person.Person)),
            (ListKind.Thanks, PersonReader person) => StorySheets.Of(speech, ThanksViews.List(alliance, person.Person)),
            (ListKind.Benchmarks, _) when May.See(alliance, reader, Act.SeeAlliance, alliance.Id) =>
                RoundSheets.Intro(speech, reader is PersonReader { Person: var runs } && May.Do(alliance, runs, Act.RunRound, alliance.Id)),
            (ListKind.RoundOffer, PersonReader { Person: var offered }) => May.Do(alliance, offered, Act.RunRound, alliance.Id) ? RoundSheets.Offer(speech) : null,
            (ListKind.BenchmarkTalk, _) => RoundViews.Talk(alliance, reader, list.Page) is { } talk ? RoundSheets.Talk(speech, talk) : null,
            (ListKind.Invitations, PersonReader person) => Invitations(speech, alliance, person.Person),
            _ => null,
        };
        if (sheet is not null) return Card(presenter, speech, alliance, sheet, subject, list.Lead, context) with
        {
            View = list.List == ListKind.BenchmarkTalk ? $"{Keys.Of(list.List)}{list.Page}" : Keys.Of(list.List),
        };
        return (list.List, reader) switch
        {
            (ListKind.Mine, PersonReader person) => Promises(presenter, speech, alliance, CommitmentList.Mine, list.Lead, person, context),
            (ListKind.CheckIns, PersonReader person) => presenter.CheckIns(speech, alliance, person.Person, list.Lead, context, list.Chosen),
            (ListKind.Indicators, _) => Indicators(presenter, speech, alliance, list.Lead, reader, context),
            (ListKind.Decisions, _) => Decisions(presenter, speech, alliance, list.Lead, reader, context),
            (ListKind.Waiting, PersonReader person) => Promises(presenter, speech, alliance, CommitmentList.Waiting, list.Lead, person, context),
            _ => null,
        };
    }

    public static Presented? Item(
        Presenter presenter, Speech speech, Alliance alliance, Subject subject, string view, Said? lead, Reader reader, PresentContext context)
    {
        if (TopicOf(view) is > 0 and var topic)
            return Show(presenter, speech, alliance, new ListShowing(ListKind.BenchmarkTalk, subject, topic) { Lead = lead }, reader, context);
        if (Enum.TryParse<ListKind>(view, ignoreCase: true, out var list))
            return Show(presenter, speech, alliance, new ListShowing(list, subject) { Lead = lead }, reader, context);
        var sheet = subject.Kind switch
        {
            SubjectKind.Alliance when AllianceViews.Card(alliance, reader) is { } card => AllianceSheets.Of(speech, card, CaseViews.Count(alliance, reader)),
            SubjectKind.Partner when AllianceViews.Partner(alliance, reader, new(subject.Id)) is { } card => AllianceSheets.Of(speech, card),
            SubjectKind.Person when AllianceViews.Person(alliance, reader, new(subject.Id)) is { } card => AllianceSheets.Of(speech, card),
            SubjectKind.Invitation when InvitationViews.Card(alliance, reader, new(subject.Id)) is { } card => AllianceSheets.Of(speech, card),
            SubjectKind.Story when StoryViews.Card(alliance, reader, new(subject.Id)) is { } story => StorySheets.Of(speech, story),
            _ => null,
        };
        return sheet is null ? null : Card(presenter, speech, alliance, sheet, subject, lead, context) with { View = view, Revision = RevisionOf(alliance, subject) };
    }

    /// <summary>Of what has a sheet only stories count revisions.</summary>
    private static int RevisionOf(Alliance alliance, Subject subject) =>
        subject.Kind == SubjectKind.Story && alliance.Stories.Find(new(subject.Id)) is { } story ? story.Revision : 0;

    /// <summary>The view of one topic alone ends with its number.</summary>
    private static int TopicOf(string view) =>
        view.StartsWith(nameof(ListKind.BenchmarkTalk), StringComparison.OrdinalIgnoreCase) && view.Length == nameof(ListKind.BenchmarkTalk).Length + 1
            ? view[^1] - '0' : 0;

    private static Presented Card(
        Presenter presenter, Speech speech, Alliance alliance, Sheet sheet, Subject subject, Said? lead, PresentContext context)
    {
        var card = presenter.Card(speech, Sheet.Template, sheet.Model(subject, lead), alliance, context, speech.Text("summary.alliance"));
        return card with { Subject = subject };
    }

    private static Sheet? Charter(Speech speech, Alliance alliance, Reader reader, ListShowing list)
    {
        if (CharterViews.Card(alliance, reader, list.Version) is { } charter) return CharterSheets.Of(speech, charter, list.Page);
        if (!May.See(alliance, reader, Act.SeeAlliance, alliance.Id)) return null;
        var sheet = new Sheet(speech, speech.Text("charter.none")).Line(speech.Text("charter.none.line"));
        if (alliance.Charter.Draft is not null) sheet.Act(Verbs.CharterDraft);
        return reader is PersonReader { Person: var person } && May.Do(alliance, person, Act.DraftCharter, alliance.Id)
            ? sheet.Act(Verbs.EditCharter) : sheet;
    }

    private static Sheet? Processes(Speech speech, Alliance alliance, Reader reader)
    {
        if (reader is PersonReader { Person: var member } && ProcessesHidden(alliance, member)) return null;
        var drafts = reader is PersonReader { Person: var person } && May.Do(alliance, person, Act.DraftProcess, alliance.Id);
        return ProcessSheets.Of(speech, ProcessViews.List(alliance, reader), ProcessViews.Uncovered(alliance), drafts);
    }

    private static bool ProcessesHidden(Alliance alliance, PersonId person) => !alliance.IsMember(person) || alliance.OnlyObserves(person);

    private static Sheet? People(Speech speech, Alliance alliance, Reader reader, ListShowing list)
    {
        PartnerId? partner = list.Of is { Kind: SubjectKind.Partner } of ? new PartnerId(of.Id) : null;
        if (AllianceViews.People(alliance, reader, partner, list.Page) is not { } page) return null;
        var sheet = new Sheet(speech, speech.Text("people.title"));
        foreach (var group in page.People.GroupBy(static person => person.Partner ?? ""))
            sheet.Group(group.Key.Length == 0 ? speech.Text("partner.none") : CardText.Typed(group.Key), group.Select(person => AllianceSheets.Line(speech, person)));
        if (page.Page + 1 < page.Pages) sheet.Line(speech.Text("people.page", ("page", page.Page + 1), ("pages", page.Pages)));
        return sheet;
    }

    private static Sheet? Prompts(Speech speech, Alliance alliance, PersonId reader)
    {
        if (CheckInViews.Prompts(alliance, reader) is not { } prompts) return null;
        var sheet = new Sheet(speech, speech.Text("prompts.title"));
        sheet.Line(prompts.PausedUntil is { } until ? speech.Text("prompts.paused", ("date", speech.Date(until))) : speech.Text("prompts.on"));
        if (prompts.Fewer) sheet.Line(speech.Text("prompts.fewer"));
        sheet.Line(speech.Text("prompts.perday", ("count", prompts.PerDay)));
        sheet.Line(prompts.StandIn is { } colleague ? speech.Text("prompts.standin", ("who", speech.Name(colleague.Name))) : speech.Text("prompts.nobody"));
        sheet.Line(speech.Text("prompts.required"));
        if (prompts.PausedUntil is null) sheet.Act(Verbs.Pause);
        if (!prompts.Fewer) sheet.Act(Verbs.Fewer);
        if (prompts.PausedUntil is not null || prompts.Fewer) sheet.Act(Verbs.Resume);
        return sheet.Act(Verbs.AtMost).Act(prompts.StandIn is null ? Verbs.StandIn : Verbs.NoStandIn);
    }

    private static Sheet Invitations(Speech speech, Alliance alliance, PersonId reader)
    {
        var waiting = InvitationViews.Waiting(alliance, reader);
        var sheet = new Sheet(speech, speech.Text("invitations.title"));
        if (waiting.Count == 0) return sheet.Line(speech.Text("invitations.none")).Act(Verbs.Invite);
        foreach (var one in waiting)
        {
            sheet.Group(speech.Name(one.Name), [speech.Text(
                $"invitation.state.{Keys.Of(one.State)}",
                ("alliance", speech.Name(one.Alliance)),
                ("partner", one.Partner is { } partner ? CardText.Typed(partner) : speech.Text("partner.none")),
                ("role", speech.Text($"role.{Keys.Of(one.Role)}")))]);
        }

        return sheet.Act(Verbs.Invite);
    }

    private static Presented Indicators(
        Presenter presenter, Speech speech, Alliance alliance, Said? lead, Reader reader, PresentContext context)
    {
        var model = ListCards.Model(speech, IndicatorViews.List(alliance, reader));
        if (lead is not null) model["lines"] = ListCards.One(speech.Say(lead));
        var card = presenter.Card(speech, ListCards.Template, model, alliance, context, speech.Text("summary.list"));
        return card with { Subject = alliance.Id, View = Keys.Of(ListKind.Indicators) };
    }

    private static Presented Decisions(
        Presenter presenter, Speech speech, Alliance alliance, Said? lead, Reader reader, PresentContext context)
    {
        var model = ListCards.Model(speech, DecisionViews.List(alliance, reader, context.Now));
        if (lead is not null) model["lines"] = ListCards.One(speech.Say(lead));
        var card = presenter.Card(speech, ListCards.Template, model, alliance, context, speech.Text("summary.list"));
        return card with { Subject = alliance.Id, View = Keys.Of(ListKind.Decisions) };
    }

    private static Presented Promises(
        Presenter presenter, Speech speech, Alliance alliance, CommitmentList list, Said? lead, PersonReader reader, PresentContext context)
    {
        var model = ListCards.Model(speech, CommitmentViews.List(alliance, reader.Person, list, context.Now));
        var decisions = list == CommitmentList.Waiting ? DecisionViews.List(alliance, reader, context.Now, all: false) : [];
        var indicators = list == CommitmentList.Waiting ? IndicatorViews.List(alliance, reader).RemoveAll(static row => !row.WaitsForYou) : [];
        if (decisions.Count + indicators.Count > 0)
        {
            model = ListCards.Model(speech, CommitmentViews.List(alliance, reader.Person, list, context.Now), decisions, indicators);
        }
        if (list == CommitmentList.Waiting && Asked(alliance, reader.Person, context) is > 0 and var count) model["lines"] = ListCards.One(speech.Text("list.waiting.cases", ("count", count)));
        if (lead is not null) model["lines"] = ListCards.One(speech.Say(lead));
        var card = presenter.Card(speech, ListCards.Template, model, alliance, context, speech.Text("summary.list"));
        return card with { Subject = reader.Person, View = Keys.Of(list) };
    }

    /// <summary>How many of the reader's own concerns and cases wait for the reader; "cases" shows them.</summary>
    private static int Asked(Alliance alliance, PersonId reader, PresentContext context) =>
        CaseViews.List(alliance, reader, context.Now, all: false).Count + ConcernViews.List(alliance, reader, all: false).Count;
}

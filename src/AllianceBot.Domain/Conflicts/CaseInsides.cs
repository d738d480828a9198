using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Makes the card of a case for who is in it, and the narrow one for who is asked whether a ground is one.</summary>
internal static class CaseInsides
{
    public static CaseCard Of(Alliance alliance, Case one, PersonId person, Instant now)
    {
        var (text, rung) = (CaseLadder.TextOf(alliance, one), CaseLadder.RungOf(alliance, one));
        var acts = CaseViews.Acts(alliance, one, person, now);
        var side = CaseRights.SideOf(alliance, one, person);
        return Frame(alliance, one, now) with
        {
            Opener = Names.Of(alliance, (PersonId?)one.Opener),
            Parties = one.Parties.Select(party => Party(alliance, one, party, side)).ToValueList(),
            YourParty = side is { } own ? Names.Of(alliance, own) : null,
            Neutral = Names.Of(alliance, one.Neutral),
            YouAreNeutral = one.Neutral == person,
            Person = Names.Of(alliance, one.Person),
            About = CaseViews.Promise(alliance, person, one.About),
            RungPeople = one.Stay is { } stay ? People(alliance, stay.People.RemoveAll(each => !CaseRights.Reads(alliance, one, each))) : [],
            Waiting = Waiting(alliance, one),
            TimeUp = one.Stay?.TimeUp == true,
            NoProgress = one.Stay?.Reminded > 0,
            ByAllianceDays = CaseClock.CalendarOf(alliance, one).FellBack,
            Extensions = one.Stay?.Extensions ?? 0,
            MostExtensions = CaseMotions.MostExtensions,
            Statements = Statements(alliance, one, person, side),
            ToAnswer = People(alliance, CaseLadder.ToAnswer(alliance, one)),
            Summarised = CaseGuards.Summarised(one),
            Items = one.Items.Where(item => CaseLevels.Reads(alliance, one, item, person)).Select(item => Item(alliance, one, item)).ToValueList(),
            Motion = Motion(alliance, one, person),
            Skip = one.Skip is { } skip && skip.Of == side ? Skip(alliance, one, skip) : null,
            Settlement = Settlement(alliance, one, person),
            FollowUp = one.FollowUp is { } look ? new(
                look.Why, Partners(alliance, look.Holds), Partners(alliance, CaseSettling.Unconfirmed(alliance, one)),
                CaseClock.LastDay(alliance, one, look.Time)) : null,
            Review = Review(alliance, one),
            PausedUntil = one.PausedUntil,
            Resting = Promises(alliance, person, one.RestingPromises.RemoveAll(id => alliance.Commitments.Find(id)?.Resting is null)),
            Going = acts.Contains(CaseAct.RestPromises) ? Promises(alliance, person, CaseMotions.Going(alliance, one)) : [],
            Responses = text.Responses.Select((step, at) => new ResponseView(
                at + 1, step.Response, step.Text.Text,
                Partners(alliance, one.Responses.Where(done => done.Step == at + 1).Select(static done => done.Partner).ToValueList()))).ToValueList(),
            Grounds = text.Grounds.Select(static ground => ground.Text).ToValueList(),
            WhoCould = acts.Contains(CaseAct.NameNeutral) || acts.Contains(CaseAct.AskSkip) ? Choices(alliance, one) : [],
            Lower = acts.Contains(CaseAct.GoDown) ? Enumerable.Range(1, one.Rung - 1).ToValueList() : [],
            Higher = acts.Contains(CaseAct.AskSkip) ? Enumerable.Range(one.Rung + 1, text.Rungs.Count - one.Rung).ToValueList() : [],
            Ending = Ending(alliance, one, person),
            History = one.History.Where(entry => entry.Only is not { } only || only == side).Select(entry => Line(alliance, entry)).ToValueList(),
            Acts = acts,
            SeenBy = People(alliance, CaseRights.Readers(alliance, one)),
        };
    }

    /// <summary>What somebody reads who is asked about a ground alone: the wish, and nothing that was written.</summary>
    public static CaseCard ToConfirm(Alliance alliance, Case one, PersonId person, Instant now) => Frame(alliance, one, now) with
    {
        Matter = null,
        Parties = one.Parties.Select(party => new PartyView(Names.Of(alliance, party.Partner), [], party.Acknowledged, party.Left, false)).ToValueList(),
        Skip = Skip(alliance, one, one.Skip!),
        Acts = CaseViews.Acts(alliance, one, person, now),
    };

    /// <summary>What the clock waits for first, of what the parties are to do.</summary>
    public static CaseWaiting? Waiting(Alliance alliance, Case one)
    {
        var first = CaseClock.TimersOf(alliance, one).Where(static timer => timer.Time is not null).OrderBy(static timer => timer.At).ToList();
        if (first.Count == 0) return null;
        var timer = first[0];
        return new((CaseTimer)timer.Step, alliance.DateOf(timer.At - Duration.Epsilon), timer.Step == CaseClock.Step.Rung && one.Stay!.Naming);
    }

    private static CaseCard Frame(Alliance alliance, Case one, Instant now)
    {
        var text = CaseLadder.TextOf(alliance, one);
        return new()
        {
            Id = one.Id,
            Name = one.Name,
            Revision = one.Revision,
            State = one.State,
            Kind = one.Kind,
            Matter = one.Matter.Text,
            OpenedAt = one.OpenedAt,
            Process = new(one.Process, text.Name.Text),
            Version = one.Version,
            Rungs = text.Rungs.Select(static (rung, at) => new RungView(
                at + 1, rung.Name.Text, rung.People, rung.Todo.Text, rung.Days, rung.HasNeutral, rung.IsFinal)).ToValueList(),
            Rung = one.Rung,
            WordsGoOn = Retaining.DueOf(alliance, Retaining.Of(one.Id)) is { } gone ? alliance.DateOf(gone) : null,
            WordsGone = one.WordsGone,
            Zone = alliance.Zone,
            Today = alliance.DateOf(now),
        };
    }

    private static PartyView Party(Alliance alliance, Case one, CaseParty party, PartnerId? side) => new(
        Names.Of(alliance, party.Partner),
        People(alliance, one.People.Where(held => held.Partner == party.Partner && !held.Gone && alliance.IsOf(held.Person, party.Partner))
            .Select(static held => held.Person).Distinct().ToValueList()),
        party.Acknowledged, party.Left, party.Partner == side)
    {
        Notes = Names.NotesOf(alliance, party.Partner),
    };

    private static StatementsView? Statements(Alliance alliance, Case one, PersonId person, PartnerId? side)
    {
        if (one.StatementTime is not { } time) return null;
        var missing = CaseLadder.WithoutStatement(alliance, one);
        var given = one.Parties.Select(static party => party.Partner).ToValueList()
            .RemoveAll(partner => !one.Items.Any(item => item.Kind == CaseItemKind.Statement && item.Of == partner));
        var own = one.Items.Any(item => item.Kind == CaseItemKind.Statement && (item.By == person || (item.Of is { } of && of == side)));
        return new(Partners(alliance, given), Partners(alliance, missing), CaseClock.LastDay(alliance, one, time), own);
    }

    private static CaseItemView Item(Alliance alliance, Case one, CaseItem item) => new(
        item.Number, item.Kind, item.Rung, Names.Of(alliance, item.By), item.Of is { } of ? Names.Of(alliance, of) : null, item.Text.Text,
        item.Interests?.Text, item.Wish?.Text, item.Level, item.Wanted,
        item.Wanted is null ? [] : People(alliance, CaseLevels.Missing(alliance, one, item)), item.At);

    private static MotionView? Motion(Alliance alliance, Case one, PersonId person) => one.Motion is not { } motion ? null : new(
        motion.What, Names.Of(alliance, motion.By), Names.Of(alliance, motion.Of), motion.Why?.Text, Partners(alliance, motion.Agreed),
        Partners(alliance, CaseRights.Active(alliance, one).RemoveAll(motion.Agreed.Contains)), Names.Of(alliance, motion.What.Person),
        Promises(alliance, person, motion.What.Promises), motion.At);

    private static SkipView Skip(Alliance alliance, Case one, SkipWish skip) => new(
        skip.Rung, CaseLadder.TextOf(alliance, one).Grounds[skip.Ground - 1].Text, skip.Why.Text, Names.Of(alliance, skip.By),
        Names.Of(alliance, skip.Of), Names.Of(alliance, skip.Confirmer));

    private static SettlementView? Settlement(Alliance alliance, Case one, PersonId person)
    {
        if ((one.Offer?.What ?? one.Settlement) is not { } what) return null;
        var lines = what.Promises.Select(promise =>
        {
            var made = alliance.Commitments.Find(promise.Id);
            var state = made is not null && May.Do(alliance, person, Act.SeeState, promise.Id) ? made.State : (CommitmentState?)null;
            return new SettlementLine(promise.Id, Names.Of(alliance, promise.Terms), made is null ? null : $"P{Numbers.Label(made)}", state);
        }).ToValueList();
        if (one.Offer is not { } offer) return new(what.Text.Text, lines, what.FollowUp, true, null, [], [], null);
        var agreed = offer.Agreed.Select(static yes => yes.Partner).ToValueList();
        return new(
            what.Text.Text, lines, what.FollowUp, false, Names.Of(alliance, offer.By), Partners(alliance, agreed),
            Partners(alliance, CaseRights.Active(alliance, one).RemoveAll(agreed.Contains)), CaseClock.LastDay(alliance, one, offer.Time));
    }

    private static ReviewView? Review(Alliance alliance, Case one) => one.Review is not { } review ? null : new(
        review.What, review.What.Leaving is { } leaving ? Names.Of(alliance, leaving) : null, review.Text?.Text,
        Partners(alliance, review.Approved), Partners(alliance, CaseRights.Active(alliance, one).RemoveAll(review.Approved.Contains)),
        review.Decision is null && one.Offer is null ? CaseClock.LastDay(alliance, one, review.Time) : null,
        review.Decision is { } id && alliance.Decisions.Find(id) is { } decision ? new(id, $"D{decision.Number}") : null);

    private static ValueList<NeutralChoice> Choices(Alliance alliance, Case one) => Neutrality.WhoCould(alliance, one).Take(Limits.List)
        .Select(person => new NeutralChoice(
            Names.Of(alliance, person), alliance.People[person].Partner is { } partner ? Names.Of(alliance, partner) : null,
            Neutrality.Served(alliance, person))).ToValueList();

    private static CaseEndView? Ending(Alliance alliance, Case one, PersonId person)
    {
        if (one.Ending is not { } ending) return null;
        var hands = ending.Leaving is { } leaving
            ? alliance.Commitments.Where(promise => IsOpenWith(promise, leaving)).Select(static promise => promise.Id).ToValueList()
            : [];
        var reopens = one.State == CaseState.Withdrawn && CaseRights.Active(alliance, one).Count > 1
            ? alliance.DateOf(CaseGuards.ReopenUntil(alliance, one) - Duration.Epsilon) : (LocalDate?)null;
        return new(
            ending.As, Names.Of(alliance, (PersonId?)ending.By), ending.At, Partners(alliance, ending.NotConfirmed),
            ending.Leaving is { } gone ? Names.Of(alliance, gone) : null, ending.LeavesOn, Promises(alliance, person, hands), reopens);
    }

    private static bool IsOpenWith(Commitment promise, PartnerId partner) =>
        Domain.Promises.IsOpen(promise) && Domain.Promises.IsOnASide(partner, promise);

    private static CaseLine Line(Alliance alliance, CaseEntry entry) => new(
        entry.What, Names.Of(alliance, (PersonId?)entry.By), entry.At, entry.Of is { } of ? Names.Of(alliance, of) : null, entry.Rung,
        entry.Said?.Text, entry.Date, Names.Of(alliance, entry.Person), Partners(alliance, entry.Partners));

    private static ValueList<Named<PersonId>> People(Alliance alliance, ValueList<PersonId> people) =>
        people.Select(person => Names.Of(alliance, person)).ToValueList();

    private static ValueList<Named<PartnerId>> Partners(Alliance alliance, ValueList<PartnerId> partners) =>
        partners.Select(partner => Names.Of(alliance, partner)).ToValueList();

    private static ValueList<Named<CommitmentId>> Promises(Alliance alliance, PersonId person, ValueList<CommitmentId> promises) =>
        promises.Select(id => CaseViews.Promise(alliance, person, id)).OfType<Named<CommitmentId>>().Take(Limits.List).ToValueList();
}

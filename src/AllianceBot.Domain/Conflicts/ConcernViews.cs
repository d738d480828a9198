namespace AllianceBot.Domain;

/// <summary>Concerns as their readers may see them. Null for what a reader may not know of; a place never knows of any.</summary>
public static class ConcernViews
{
    public static ConcernCard? Card(Alliance alliance, Reader reader, ConcernId id)
    {
        if (reader is not PersonReader { Person: var person }) return null;
        if (alliance.Concerns.Find(id) is not { } concern || !May.Do(alliance, person, Act.SeeConcern, id)) return null;
        var own = concern.By == person;
        var meant = concern.People.Contains(person) && !own;
        return new()
        {
            Id = id,
            Revision = concern.Revision,
            State = concern.State,
            Sentence = concern.Sentence.Text,
            Kind = concern.Kind,
            By = Names.Of(alliance, (PersonId?)concern.By),
            RaisedAt = concern.RaisedAt,
            IsOwn = own,
            People = Named(alliance, concern.People),
            About = CaseViews.Promise(alliance, person, concern.About),
            QuietTo = Names.Of(alliance, concern.QuietTo),
            HeardAt = concern.HeardAt,
            TalkOffered = concern.TalkOfferedAt is not null,
            Answers = concern.Answers.Select(answer =>
                new TalkLine(Names.Of(alliance, answer.By), answer.Yes, answer.Said?.Text, answer.At)).ToValueList(),
            // Whom its author told, and whether a case was wanted, is not for those whom it is about.
            SharedWith = meant ? [] : concern.SharedWith,
            CaseWanted = !meant && concern.Lacking.Count > 0,
            Missing = meant ? [] : Missing(alliance, concern).Select(partner => Names.Of(alliance, partner)).ToValueList(),
            Case = concern.Case is { } became && CaseViews.IsReader(alliance, person, became) ? new(became, alliance.Cases[became].Name) : null,
            SeenBy = own ? Named(alliance, ConcernRights.Readers(alliance, concern)) : [],
            History = meant ? [] : concern.History.Select(entry =>
                new ConcernLine(entry.What, Names.Of(alliance, (PersonId?)entry.By), entry.At, entry.Said?.Text)).ToValueList(),
            Acts = Acts(alliance, concern, person),
            WordsGone = concern.WordsGone,
        };
    }

    /// <summary>Concerns that this person may know of, what waits for the reader first, then the newest.</summary>
    public static ValueList<ConcernRow> List(Alliance alliance, PersonId reader, bool all = true) => alliance.Concerns
        .Where(concern => May.Do(alliance, reader, Act.SeeConcern, concern.Id))
        .Select(concern => new ConcernRow(
            concern.Id, concern.Revision, concern.Sentence.Text, concern.Kind, concern.State, concern.By == reader, concern.IsQuiet,
            Acts(alliance, concern, reader).Any(static act => act is ConcernAct.AnswerTalk or ConcernAct.Hear), concern.RaisedAt))
        .Where(row => all || row.WaitsForYou)
        .OrderByDescending(static row => row.WaitsForYou).ThenBy(static row => row.State != ConcernState.Open).ThenByDescending(static row => row.At)
        .Take(Limits.List).ToValueList();

    /// <summary>The one open concern whose sentence this is; null when there is none, or more than one.</summary>
    public static ConcernId? Find(Alliance alliance, PersonId reader, string text) => alliance.Concerns
        .Where(concern => concern.IsOpen && May.Do(alliance, reader, Act.SeeConcern, concern.Id)
            && string.Equals(concern.Sentence.Text, text.Trim(), StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only.Id : null;

    /// <summary>Partners that have not agreed to a process for it, as it stands now.</summary>
    private static ValueList<PartnerId> Missing(Alliance alliance, Concern concern) =>
        Processes.Missing(alliance, concern.Kind, concern.Lacking);

    private static ValueList<ConcernAct> Acts(Alliance alliance, Concern concern, PersonId person)
    {
        var (id, ask, acts) = (concern.Id, default(AskId), new List<ConcernAct>());
        void Offer(ConcernAct act, ConcernCommand command, Act right)
        {
            if (May.Do(alliance, person, right, id) && ConcernDecider.Refuses(alliance, concern, command, person) is null) acts.Add(act);
        }

        if (!concern.Answers.Any(answer => answer.By == person)) Offer(ConcernAct.AnswerTalk, new AnswerTalk(id, 0, ask, true, null), Act.AnswerConcern);
        Offer(ConcernAct.Hear, new HearConcern(id, 0, ask, null), Act.HearConcern);
        Offer(ConcernAct.OfferTalk, new OfferTalk(id, 0, ask, null), Act.LeadConcern);
        Offer(ConcernAct.ShareWithTroubleshooters, new ShareConcern(id, 0, ask, ConcernAid.Troubleshooters), Act.LeadConcern);
        Offer(ConcernAct.ShareWithFacilitators, new ShareConcern(id, 0, ask, ConcernAid.Facilitators), Act.LeadConcern);
        if (concern is { IsOpen: true, IsQuiet: false } && concern.By == person && May.Do(alliance, person, Act.OpenCase, alliance.Id))
        {
            acts.Add(concern.Lacking.Count > 0 && Missing(alliance, concern).Count > 0 ? ConcernAct.ProposeProcess : ConcernAct.OpenCase);
        }

        Offer(ConcernAct.End, new EndConcern(id, 0, ask, null), Act.LeadConcern);
        Offer(ConcernAct.Withdraw, new WithdrawConcern(id, 0, ask), Act.LeadConcern);
        return acts.ToValueList();
    }

    private static ValueList<Named<PersonId>> Named(Alliance alliance, ValueList<PersonId> people) =>
        people.Select(person => Names.Of(alliance, person)).ToValueList();
}

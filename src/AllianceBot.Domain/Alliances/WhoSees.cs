namespace AllianceBot.Domain;

/// <summary>Answers "who sees this?" for anything that has a card, from the very table that guards it.</summary>
public static class WhoSees
{
    /// <summary>Rules by key; the words know them all.</summary>
    public const string AllMembers = "all-members";
    public const string TwoPartnersAndFacilitator = "two-partners-and-facilitator";
    public const string MembersButFunders = "all-members-but-funders";
    public const string DoerManagersReceiver = "doer-managers-receiver";
    public const string DoerManagersReceiverAndHelp = "doer-managers-receiver-and-help";
    public const string InvitersAndPerson = "inviters-and-person";

    /// <summary>The reader, and who covers while the reader is away.</summary>
    public const string ReaderAndCover = "reader-and-cover";

    /// <summary>Who told it and those who would be named; once it is shown all members.</summary>
    public const string StoryPeople = "story-people";

    public const string MembersOnceHeard = "all-members-once-heard";
    public const string CasePeople = "case-people";
    public const string ReviewPeople = "review-people";
    public const string ConcernPeople = "concern-people";

    /// <summary>Words before a talk: who wrote them, and the facilitator if that was said; once shown all members.</summary>
    public const string AuthorThenAll = "author-then-all";

    public static IReadOnlyList<string> Rules { get; } =
        [ReaderAndCover, StoryPeople, AuthorThenAll, CasePeople, ReviewPeople, ConcernPeople, MembersOnceHeard, AllMembers, TwoPartnersAndFacilitator, MembersButFunders, DoerManagersReceiver, DoerManagersReceiverAndHelp, InvitersAndPerson];

    /// <summary>The rule and the people for each part of the thing; null for who may not know of it.</summary>
    public static WhoSeesView? Of(Alliance alliance, PersonId reader, Subject subject) => subject.Kind switch
    {
        SubjectKind.Alliance or SubjectKind.Partner or SubjectKind.Person when May.Do(alliance, reader, Act.SeeAlliance, subject) =>
            new(subject, [Row(alliance, reader, "alliance", AllMembers, Act.SeeAlliance, subject)])
            {
                MustRead = alliance.People.Find(reader) is { ReadWhoSees: null },
            },
        SubjectKind.Invitation when InvitationViews.Card(alliance, new PersonReader(reader), new(subject.Id)) is not null =>
            new(subject, [Row(alliance, reader, "invitation", InvitersAndPerson, Act.Invite, subject)]),
        SubjectKind.Commitment when May.Do(alliance, reader, Act.SeePromise, subject) => OfPromise(alliance, reader, subject),
        SubjectKind.CheckIn when May.Do(alliance, reader, Act.SeeCheckIn, subject) => OfCheckIn(alliance, reader, subject),
        SubjectKind.Decision when May.Do(alliance, reader, Act.SeeDecision, subject) => new(subject,
        [
            Row(alliance, reader, "decision", IsReview(alliance, subject) ? ReviewPeople : AllMembers, Act.SeeDecision, subject),
            Row(alliance, reader, "voices", MembersOnceHeard, Act.SeeDecisionInside, subject),
        ]),
        SubjectKind.Process when May.Do(alliance, reader, Act.SeeProcess, subject) =>
            new(subject, [Row(alliance, reader, "process", AllMembers, Act.SeeProcess, subject)]),
        SubjectKind.Concern when May.Do(alliance, reader, Act.LeadConcern, subject) =>
            new(subject, [Row(alliance, reader, "concern", ConcernPeople, Act.SeeConcern, subject)]),
        SubjectKind.Case when May.Do(alliance, reader, Act.WriteInCase, subject) =>
            new(subject, [Row(alliance, reader, "case", CasePeople, Act.WriteInCase, subject)]),
        SubjectKind.Round when May.Do(alliance, reader, Act.SeeRound, subject) => new(subject,
        [
            Row(alliance, reader, "round", AllMembers, Act.SeeRound, subject),
            Row(alliance, reader, "words", AuthorThenAll, Act.SeeRound, subject),
        ]),
        SubjectKind.Digest when May.Do(alliance, reader, Act.SeeDigest, subject) =>
            new(subject, [Row(alliance, reader, "digest", ReaderAndCover, Act.SeeDigest, subject)]),
        SubjectKind.Story when May.Do(alliance, reader, Act.SeeStory, subject) =>
            new(subject, [Row(alliance, reader, "story", alliance.Stories[new(subject.Id)].ShownAt is null ? StoryPeople : AllMembers, Act.SeeStory, subject)]),
        SubjectKind.Indicator when May.Do(alliance, reader, Act.SeeIndicator, subject) => new(subject,
        [
            Row(alliance, reader, "indicator", AllMembers, Act.SeeIndicator, subject),
            Row(alliance, reader, "readings", AllMembers, Act.SeeIndicatorInside, subject),
        ]),
        _ => null,
    };

    private static bool IsReview(Alliance alliance, Subject subject) => DecisionRights.IsOfACase(alliance.Decisions[new(subject.Id)]);

    private static WhoSeesView OfPromise(Alliance alliance, PersonId reader, Subject subject)
    {
        var promise = alliance.Commitments[new(subject.Id)];
        var rule = !Promises.IsForAll(promise) ? TwoPartnersAndFacilitator
            : Promises.HasOutsideFunder(alliance, promise) ? MembersButFunders
            : AllMembers;
        return new(subject,
        [
            Row(alliance, reader, "promise", rule, Act.SeePromise, subject),
            Row(alliance, reader, "state", TwoPartnersAndFacilitator, Act.SeeState, subject),
        ]);
    }

    private static WhoSeesView OfCheckIn(Alliance alliance, PersonId reader, Subject subject)
    {
        var rule = Promises.NeedsCare(alliance.CheckIns[new(subject.Id)]) ? DoerManagersReceiverAndHelp : DoerManagersReceiver;
        return new(subject, [Row(alliance, reader, "checkin", rule, Act.SeeCheckIn, subject)]);
    }

    private static WhoSeesRow Row(Alliance alliance, PersonId reader, string part, string rule, Act act, Subject subject)
    {
        var people = alliance.People.Where(person => May.Do(alliance, person.Id, act, subject)).ToList();
        var view = new PersonReader(reader);
        return new(
            part, rule, people.Take(Limits.List).Select(person => AllianceViews.LineOf(alliance, view, person)).ToValueList(), people.Count);
    }
}

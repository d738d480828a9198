using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The words above a card that a notice brings.</summary>
internal static class NoticeWords
{
    public static Said Of(Alliance alliance, Notice notice) =>
        Filled(new Said($"notice.{notice.Kind}") { Facts = notice.Facts }, alliance, notice.Subject);

    /// <summary>What happened to one thing since, in order, each once.</summary>
    public static Said Of(Alliance alliance, IReadOnlyList<Notice> notices) => notices
        .OrderBy(static notice => notice.NotBefore).DistinctBy(static notice => (notice.Kind, notice.Facts))
        .Select(notice => Of(alliance, notice))
        .Reverse().Aggregate(static (later, said) => said with { Then = later });

    /// <summary>What almost every notice's words name: the promise's number, who did it last, and both sides.</summary>
    private static Said Filled(Said said, Alliance alliance, Subject subject)
    {
        if (subject.Kind == SubjectKind.Decision && alliance.Decisions.Find(new(subject.Id)) is { } decision)
        {
            return DecisionCards.Told(said, decision);
        }

        if (subject.Kind == SubjectKind.Process) return said.With("process", subject);
        if (subject.Kind == SubjectKind.Round) return said.With("round", subject);
        if (subject.Kind == SubjectKind.Indicator && alliance.Indicators.Find(new(subject.Id)) is { } indicator)
        {
            return said.With("indicator", subject).Quoting("what", indicator.Terms.Name.Text ?? "")
                .With("on", indicator.Asked?.On ?? indicator.LastAsked ?? indicator.Terms.By);
        }

        var promise = subject.Kind switch
        {
            SubjectKind.Commitment => alliance.Commitments.Find(new(subject.Id)),
            SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn => alliance.Commitments.Find(checkIn.Commitment),
            _ => null,
        };
        if (promise is null) return said;
        var terms = promise.Terms;
        return said
            .With("promise", (Subject)promise.Id)
            .With("doerPartner", (Subject)terms.DoerPartner)
            .With("receiverPartner", (Subject)terms.ReceiverPartner)
            .With("doer", terms.Doer is { } doer ? (Subject)doer : terms.DoerPartner)
            .With("receiver", terms.Receiver is { } receiver ? (Subject)receiver : terms.ReceiverPartner)
            .With("due", terms.Due);
    }
}

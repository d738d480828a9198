using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>What is told reaches only who may know of it.</summary>
internal static partial class Laws
{
    private static void NoticesReachOnlyReaders(Taken taken)
    {
        var state = taken.Before;
        foreach (var happened in taken.Events)
        {
            var after = AllianceDecider.Evolve(state, happened);
            foreach (var notice in AllianceDecider.Notices(state, happened, after))
            {
                Assert.Contains(notice.Kind, NoticeKinds.All);
                Assert.True(notice.NotBefore >= happened.At);
                foreach (var person in Addressees.Resolve(taken.After, notice))
                {
                    AssertMayBeTold(taken.After, person, notice);
                    // A notice without a card for its reader is dropped in silence, whatever it had to say.
                    Assert.True(
                        !StillWanted.Is(taken.After, notice) || HasCard(taken.After, new PersonReader(person), notice.Subject, taken.Context.At),
                        $"{person} is told {notice.Kind} and has no card of {notice.Subject}");
                }
            }

            state = after;
        }
    }

    private static void AssertMayBeTold(Alliance alliance, PersonId person, Notice notice)
    {
        if (notice.Subject.Kind == SubjectKind.Decision)
        {
            Assert.True(May.Do(alliance, person, Act.SeeDecision, notice.Subject), $"{person} is told {notice.Kind} and may not see {notice.Subject}");
        }

        if (notice.Subject.Kind == SubjectKind.Round)
        {
            Assert.True(May.Do(alliance, person, Act.SeeRound, notice.Subject), $"{person} is told {notice.Kind} and may not see {notice.Subject}");
        }

        if (Confidential.Is(notice.Subject))
        {
            // Who is no longer in it when it would go out is not shown it: the view is made for the reader then.
            Assert.True(
                Confidential.Readers(alliance, notice.Subject).Contains(person) || notice.Kind is "case.skip-asked" or "case.skip-refused"
                    || notice.To.Role == AddresseeRole.Person,
                $"{person} is told {notice.Kind} and may not know of {notice.Subject}");
        }

        if (notice.Subject.Kind == SubjectKind.Indicator)
        {
            Assert.True(May.Do(alliance, person, Act.SeeIndicatorInside, notice.Subject), $"{person} is told {notice.Kind} and may not see {notice.Subject}");
        }

        if (notice.Subject.Kind is not (SubjectKind.Commitment or SubjectKind.CheckIn)) return;
        var promise = notice.Subject.Kind == SubjectKind.Commitment
            ? alliance.Commitments[new(notice.Subject.Id)]
            : alliance.Commitments[alliance.CheckIns[new(notice.Subject.Id)].Commitment];
        Assert.True(
            May.Do(alliance, person, Act.SeePromise, promise.Id) || alliance.HoldsAnywhere(person, Role.Administrator),
            $"{person} is told {notice.Kind} and may not see {notice.Subject}");
    }

    private static bool HasCard(Alliance alliance, Reader reader, Subject subject, NodaTime.Instant now) => subject.Kind switch
    {
        SubjectKind.Commitment => CommitmentViews.Card(alliance, reader, new(subject.Id), now) is not null,
        SubjectKind.CheckIn => CheckInViews.Card(alliance, reader, new(subject.Id), now) is not null,
        SubjectKind.Person => AllianceViews.Person(alliance, reader, new(subject.Id)) is not null,
        SubjectKind.Partner => AllianceViews.Partner(alliance, reader, new(subject.Id)) is not null,
        SubjectKind.Indicator => IndicatorViews.Card(alliance, reader, new(subject.Id)) is not null,
        SubjectKind.Decision => DecisionViews.Card(alliance, reader, new(subject.Id), now) is not null,
        SubjectKind.Round => RoundViews.Card(alliance, reader, new(subject.Id), now) is not null,
        SubjectKind.Invitation => InvitationViews.Card(alliance, reader, new(subject.Id)) is not null,
        SubjectKind.Alliance => AllianceViews.Card(alliance, reader) is not null,
        // Of these the laws above say who may, and who is in them no more gets none.
        _ => true,
    };
}

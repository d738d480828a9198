using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of cases, folded from their events.</summary>
internal static class CaseFold
{
    public static Alliance Evolve(Alliance alliance, CaseEvent happened)
    {
        var before = alliance.Cases.Find(happened.Case) ?? new Case { Id = happened.Case };
        var after = Recorded(before, Step(before, happened), happened);
        return alliance with { Cases = alliance.Cases.With(after.Id, after) };
    }

    private static Case Recorded(Case before, Case after, CaseEvent happened)
    {
        if (happened.By != PersonId.Clock) after = after with { LastAsk = happened.Ask, LastBy = happened.By };
        if (CaseHistory.Entry(before, happened) is { } entry) after = after with { History = after.History.Add(entry) };
        if (IsProgress(happened) && after.Stay is { } stay && happened is not CaseMoved)
        {
            after = Stayed(after, stay with { ProgressAt = happened.At, Reminded = 0 });
        }

        if (IsQuiet(happened)) return after;
        after = after with { Revision = after.Revision + 1 };
        return Moves(happened) ? after with { MovedIn = after.Revision } : after;
    }

    /// <summary>Reminders leave the revision; so does what only some may know, or a fresh card would tell the others.</summary>
    private static bool IsQuiet(CaseEvent happened) => happened is CaseNoProgress or CaseFollowUpReminded or CaseSkipAsked or CaseSkipRefused;

    /// <summary>After these an answer from an older card would speak of something else.</summary>
    private static bool Moves(CaseEvent happened) => happened is not (CaseAcknowledged or CaseStatementGiven or CaseAnswered or CaseNoted
        or CaseSummarised or CaseMotionAgreed or CaseSettlementAgreed or CaseFollowUpAnswered or CaseReviewTextApproved
        or CaseLevelAsked or CaseLevelAnswered or CaseLevelRaised or CaseTimesMoved or CasePersonLeft);

    private static bool IsProgress(CaseEvent happened) => happened is CaseTimesMoved or CaseTimeUp or CaseStatementsShown or CaseSettlementDropped
        || (happened.By != PersonId.Clock && happened is not (CaseSkipAsked or CaseSkipRefused or CasePersonLeft));

    private static Case Step(Case was, CaseEvent happened) => happened switch
    {
        CaseOpened e => Opened(e),
        CaseAcknowledged e => was with
        {
            Parties = was.Parties.Select(party => party.Partner == e.Partner ? party with { Acknowledged = true } : party).ToValueList(),
        },
        CaseMoved e => Moved(was, e),
        CaseTimeUp => Stayed(was, was.Stay! with { TimeUp = true, Time = null }),
        CaseNoProgress e => Stayed(was, was.Stay! with { ProgressAt = e.At, Reminded = e.Step }),
        CaseTimesMoved e => e.Times.Aggregate(was, CaseClock.With),
        CaseExtended e => Stayed(was with { Motion = null }, was.Stay! with
        {
            Time = e.Time,
            Extensions = was.Stay.Extensions + 1,
            TimeUp = false,
        }),
        CasePaused e => Stayed(
            was with { State = CaseState.Paused, Behind = was.State, PausedUntil = e.Until, Motion = null },
            was.Stay! with { Time = null, Remaining = e.Remaining }),
        CaseResumed e => Stayed(
            was with { State = CaseState.OnRung, PausedUntil = null, Motion = null, StatementTime = e.Statements },
            was.Stay! with { Time = e.Time, Remaining = null, ProgressAt = e.At, Reminded = 0 }),
        CasePersonLeft e => CaseHands.Left(was, e),
        CasePartyLeft e => was with
        {
            Parties = was.Parties.Select(party => party.Partner == e.Partner ? party with { Left = true } : party).ToValueList(),
        },
        CaseNeutralNamed e => Stayed(
            was with { Neutral = e.Person, Neutrals = was.Neutrals.Add(new(e.Person, was.Rung, e.At)), Motion = null },
            was.Stay! with { Naming = false, Time = e.Time ?? was.Stay.Time, TimeUp = was.Stay.TimeUp && e.Time is null }),
        CaseNeutralGone e => NeutralGone(was, e),
        CasePromisesRested e => was with { RestingPromises = [.. was.RestingPromises, .. e.Promises], Motion = null },
        CasePromisesWoken e => was with { RestingPromises = was.RestingPromises.RemoveAll(e.Promises.Contains), Motion = null },
        CaseResponded e => was with { Responses = was.Responses.Add(new(e.Step, e.Partner, e.At)), Motion = null },
        _ => Written(was, happened),
    };

    private static Case Written(Case was, CaseEvent happened) => happened switch
    {
        CaseStatementGiven e => With(was, e, new(0, CaseItemKind.Statement, was.Rung, e.By, e.Of, e.Facts, e.Quoted, e.At)
        {
            Interests = e.Interests,
            Wish = e.Wish,
        }),
        CaseStatementsShown e => was with { StatementTime = null, StatementsShownAt = e.At },
        CaseAnswered e => Stayed(
            With(was, e, new(0, CaseItemKind.Answer, was.Rung, e.By, e.Of, e.Said, [], e.At)),
            was.Stay! with { Answered = was.Stay.Answered.Add(e.By) }),
        CaseSummarised e => With(was, e, new(0, CaseItemKind.Summary, was.Rung, e.By, e.Of, e.Text, e.Quoted, e.At)),
        CaseNoted e => With(was, e, new(0, CaseItemKind.Note, was.Rung, e.By, e.Of, e.Said, e.Quoted, e.At)),
        CaseLevelAsked e => Item(was, e.Item, item => item with { Wanted = e.Level, Consents = [e.By] }),
        CaseLevelAnswered { Consent: true } e => Item(was, e.Item, item => item with { Consents = item.Consents.Add(e.By) }),
        CaseLevelAnswered e => Item(was, e.Item, static item => item with { Wanted = null, Consents = [] }),
        CaseLevelRaised e => Item(was, e.Item, item => item with { Level = e.Level, Wanted = null, Consents = [] }),
        CaseSkipAsked e => was with { Skip = new(e.Rung, e.Ground, e.Of, e.By, e.Confirmer, e.Why, e.At) },
        CaseSkipRefused => was with { Skip = null },
        CaseMotionMade e => was with { Motion = new(e.What, e.By, e.Of, e.Why, [e.Of], e.At) },
        CaseMotionAgreed e => was with { Motion = was.Motion! with { Agreed = was.Motion.Agreed.Add(e.Partner) } },
        CaseMotionDropped => was with { Motion = null },
        _ => Ending(was, happened),
    };

    private static Case Ending(Case was, CaseEvent happened) => happened switch
    {
        CaseSettlementProposed e => Stayed(
            was with
            {
                State = CaseState.SettlementProposed,
                Behind = was.State,
                Motion = null,
                Offer = new(e.What, e.By, e.Of, e.Time, e.Of is { } of ? [new(of, e.By)] : [], e.At),
            },
            was.Stay! with { Time = null, Remaining = e.Remaining }),
        CaseSettlementAgreed e => was with { Offer = was.Offer! with { Agreed = was.Offer.Agreed.Add(new(e.Partner, e.By)) } },
        CaseSettlementDropped e => Stayed(
            CaseWords.Drops(was, was.Offer?.What, null) with
            {
                State = CaseState.OnRung,
                Offer = null,
                Review = e.Review is { } left ? was.Review! with { Time = left } : was.Review,
            },
            was.Stay! with { Time = e.Time, Remaining = null }),
        CaseSettled e => CaseWords.Drops(was, was.Settlement, was.Review?.Text) with
        {
            State = CaseState.Settled,
            Settlement = was.Offer!.What,
            SettledAt = e.At,
            Offer = null,
            StatementTime = null,
            Review = null,
        },
        CaseFollowUpAsked e => was with { State = CaseState.FollowUp, FollowUp = new(e.Why, e.Time, []) },
        CaseFollowUpAnswered { Holds: true } e => was with { FollowUp = was.FollowUp! with { Holds = was.FollowUp.Holds.Add(e.Partner) } },
        CaseFollowUpAnswered => was,
        CaseFollowUpReminded e => was with { FollowUp = was.FollowUp! with { Time = e.Time, Reminded = true } },
        CaseReviewAsked e => Stayed(
            was with
            {
                Motion = null,
                Review = new(e.What, e.By, e.Of, e.Time) { Text = e.Text, Approved = e is { Of: { } of, Text: not null } ? [of] : [] },
            },
            was.Stay! with { Time = null }),
        CaseReviewTextWritten e => CaseWords.Drops(was, null, was.Review!.Text) with { Review = was.Review! with { Text = e.Text, Approved = e.Of is { } of ? [of] : [] } },
        CaseReviewTextApproved e => was with { Review = was.Review! with { Approved = was.Review.Approved.Add(e.Partner) } },
        CaseReviewOpened e => was with { Review = was.Review! with { Decision = e.Decision } },
        CaseClosed e => Ended(was, CaseState.Closed, new(e.As, e.By, e.At, e.NotConfirmed)),
        CaseReferred e => Ended(was, CaseState.Referred, new(CaseEnd.Referred, e.By, e.At, [])),
        CaseExited e => Ended(was, CaseState.Exited, new(CaseEnd.Exit, e.By, e.At, []) { Leaving = e.Leaving, LeavesOn = e.LeavesOn }),
        CaseWithdrawn e => Withdrawn(was, e),
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Case Opened(CaseOpened e) => new()
    {
        Id = e.Case,
        Name = e.Name,
        Kind = e.Kind,
        Process = e.Process,
        Version = e.Version,
        Matter = e.Matter,
        Opener = e.By,
        OpenedFor = e.For,
        OpenedAt = e.At,
        Parties = e.Parties.Select(partner => new CaseParty(partner, Acknowledged: partner == e.For)).ToValueList(),
        People = e.People,
        Person = e.Person,
        Concern = e.Concern,
        About = e.About,
        Answer = e.Answer,
    };

    private static Case Moved(Case was, CaseMoved e) => CaseWords.Drops(was, was.Offer?.What, was.Review is { Decision: null } review ? review.Text : null) with
    {
        State = CaseState.OnRung,
        Behind = CaseState.OnRung,
        Answer = null,
        Stays = was.Stays.Add(new(e.Rung, e.At, e.People) { Time = e.Time, Naming = e.Naming }),
        People = [.. was.People, .. e.Joins],
        StatementTime = e.Statements,
        Motion = null,
        Skip = null,
        Offer = null,
        FollowUp = null,
        Review = null,
        PausedUntil = null,
        Ending = null,
        KeptOpen = was.KeptOpen || e.How == CaseMove.KeptOpen,
    };

    private static Case NeutralGone(Case was, CaseNeutralGone e)
    {
        var gone = was with
        {
            Neutral = null,
            Neutrals = was.Neutrals.Select(one => one.Person == e.Person && one.Until is null ? one with { Until = e.At } : one).ToValueList(),
        };
        return e.Time is { } time ? Stayed(gone, gone.Stay! with { Naming = true, Time = time }) : gone;
    }

    private static Case Withdrawn(Case was, CaseWithdrawn e)
    {
        var ended = Ended(was, CaseState.Withdrawn, new(CaseEnd.Withdrawn, e.By, e.At, []));
        return ended.Stay is { } stay ? Stayed(ended, stay with { Remaining = e.Remaining }) : ended;
    }

    private static Case Ended(Case was, CaseState state, CaseEnding ending)
    {
        var ended = CaseWords.Drops(was, was.Offer?.What, null) with
        {
            State = state,
            Behind = was.State,
            Ending = ending,
            Answer = null,
            StatementTime = null,
            Motion = null,
            Skip = null,
            Offer = null,
            FollowUp = null,
            PausedUntil = null,
        };
        return ended.Stay is { } stay ? Stayed(ended, stay with { Time = null }) : ended;
    }

    public static Case Stayed(Case was, Stay stay) => was with { Stays = [.. was.Stays.Take(was.Stays.Count - 1), stay] };

    private static Case With(Case was, CaseEvent happened, CaseItem item) =>
        was with { Items = was.Items.Add(item with { Number = was.Items.Count + 1, Ask = happened.Ask }) };

    private static Case Item(Case was, int number, Func<CaseItem, CaseItem> change) => was with
    {
        Items = was.Items.Select(item => item.Number == number ? change(item) : item).ToValueList(),
    };
}

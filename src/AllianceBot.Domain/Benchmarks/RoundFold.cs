using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of rounds, folded from their events.</summary>
internal static class RoundFold
{
    public static Alliance Evolve(Alliance alliance, BenchmarkEvent happened) => happened switch
    {
        TalkNoted noted => alliance with
        {
            Benchmarks = alliance.Benchmarks with
            {
                Talks = alliance.Benchmarks.Talks.Skip(Math.Max(0, alliance.Benchmarks.Talks.Count - Limits.TalkNotes + 1))
                    .Append(new(noted.Component, noted.Note, noted.By, noted.At, noted.Ask)).ToValueList(),
            },
        },
        RoundOffered offered => alliance with { Benchmarks = alliance.Benchmarks with { OfferedAt = offered.At, Signs = offered.Signs } },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    public static Alliance Evolve(Alliance alliance, RoundEvent happened)
    {
        var before = alliance.Rounds.Find(happened.Round) ?? new Round { Id = happened.Round };
        var after = Recorded(Step(before, happened), happened);
        return alliance with
        {
            Rounds = alliance.Rounds.With(after.Id, after),
            LastRound = Math.Max(alliance.LastRound, after.Number),
        };
    }

    /// <summary>"round.opened": the event's name without its version; words and notices are under it.</summary>
    public static string Code(AllianceEvent happened)
    {
        var name = ((EventNameAttribute)happened.GetType().GetCustomAttributes(typeof(EventNameAttribute), false)[0]).Name;
        return name[..name.LastIndexOf('.')];
    }

    /// <summary>A step on: cards of before speak of another moment.</summary>
    private static bool Moves(RoundEvent happened) => happened
        is not (WordGiven or WordAnswered or PartnersHeard or LineCaught or LineStruck or BranchAnswered or RecordAnswered or RecordReminded or RecordExtended
            or RoundMeetingReminded or RoundPresentMarked or RoundBreakTaken or RoundBreakOver or QuietOver or RoundPartnerLeft);

    private static Round Recorded(Round after, RoundEvent happened)
    {
        after = after with { Revision = after.Revision + 1 };
        if (Moves(happened)) after = after with { Moved = after.Revision };
        if (happened.By != PersonId.Clock)
        {
            var known = new DoneAsk(happened.Ask, happened.By);
            after = after with
            {
                ActiveAt = happened.At,
                Asks = after.Asks.Contains(known) ? after.Asks : after.Asks.Skip(Math.Max(0, after.Asks.Count - Limits.RoundAsks + 1)).Append(known).ToValueList(),
            };
        }

        // Words before the talk are nobody else's matter: that somebody gave some is in no history.
        return happened is WordGiven or WordAnswered or QuietOver or RecordReminded or RecordExtended or RoundMeetingReminded
            ? after
            : after with { History = after.History.Add(new(Code(happened), happened.By, happened.At, ComponentOf(happened))) };
    }

    private static int ComponentOf(RoundEvent happened) => happened switch
    {
        ComponentOpened e => e.Component,
        ComponentGathering e => e.Component,
        PartnersHeard e => e.Component,
        WordsShown e => e.Component,
        LineCaught e => e.Component,
        ComponentRecorded e => e.Component,
        RecordAnswered e => e.Component,
        ComponentConfirmed e => e.Component,
        ComponentReopened e => e.Component,
        BranchAnswered => ComponentKinds.Progress,
        _ => 0,
    };

    private static Round Step(Round was, RoundEvent happened) => happened switch
    {
        RoundPlanned e => was with
        {
            Number = e.Number,
            State = RoundState.Planned,
            Facilitator = e.By,
            Meetings = e.Meetings,
            Components = Enumerable.Range(1, ComponentKinds.Count).Select(static number => new Component { Number = number }).ToValueList(),
            ActiveAt = e.At,
        },
        RoundStarted e => Ran(was, e) with
        {
            State = RoundState.Open,
            Roster = e.Roster,
            Baseline = e.Baseline,
            StartedAt = e.At,
            Held = was.Held.Add(new(e.At, null)),
        },
        RoundMeetingReminded e => was with { Reminded = e.Date },
        RoundPresentMarked e => Ran(was, e) with { Present = e.People },
        RoundBreakTaken e => Ran(was, e) with { BreakUntil = e.Until },
        RoundBreakOver => was with { BreakUntil = null },
        RoundPaused e => Ended(was, e) with { Meetings = e.Next is { } next && !was.Meetings.Contains(next) ? was.Meetings.Add(next) : was.Meetings },
        RoundResumed e => Ran(was, e) with
        {
            State = RoundState.Open,
            Held = was.IsMeeting ? was.Held : was.Held.Add(new(e.At, null)),
            Present = was.IsMeeting ? was.Present : [],
            BreakUntil = null,
        },
        RoundSuspended e => Ended(was, e) with { State = RoundState.Suspended },
        RoundAbandoned e => Ended(was, e) with { State = RoundState.Abandoned, EndReason = e.Reason },
        RoundCompleted e => Ended(was, e) with { State = RoundState.Complete, CompletedAt = e.At, Review = e.Review },
        RoundReviewDue => was with { State = RoundState.ReviewDue, Review = null },
        RoundReviewed e => was with
        {
            State = e.Again is null ? RoundState.Reviewed : RoundState.Complete,
            EndReason = e.Said ?? was.EndReason,
            Review = e.Again,
        },
        RoundPartnerLeft e => was with { Left = was.Left.Contains(e.Partner) ? was.Left : was.Left.Add(e.Partner) },
        LineCaught e => Ran(was, e) with
        {
            Lines = was.Lines.Add(new(e.Line, e.Component, e.Kind, e.Text, e.By, e.At)
            {
                Owner = e.Owner,
                Date = e.Date,
                Promise = e.Promise,
                Goal = e.Goal,
            }),
        },
        LineStruck e => Ran(was, e) with
        {
            Lines = was.Lines.Select(line => line.Number == e.Line ? line with { Struck = true } : line).ToValueList(),
        },
        ComponentReopened e => Reopened(Ran(was, e), e),
        _ => ComponentFold.Step(Ran(was, happened), happened),
    };

    /// <summary>Everyone who ran a part of it is counted, and nobody for what others did.</summary>
    private static Round Ran(Round was, RoundEvent happened) =>
        happened.By == PersonId.Clock || happened is WordGiven or WordAnswered or RecordAnswered or ComponentConfirmed or ComponentReopened { Objects: not null }
            || was.Ran.Contains(happened.By)
            ? was
            : was with { Ran = was.Ran.Add(happened.By) };

    private static Round Ended(Round was, RoundEvent happened) => was with
    {
        Held = was.IsMeeting ? [.. was.Held.Take(was.Held.Count - 1), was.Held[^1] with { Until = happened.At }] : was.Held,
        BreakUntil = null,
    };

    /// <summary>It is talked over again; what came after keeps a note of it, and a round that was complete is open again.</summary>
    private static Round Reopened(Round was, ComponentReopened happened) => was with
    {
        State = RoundState.Open,
        CompletedAt = null,
        Review = null,
        Components = was.Components.Select(component => component.Number == happened.Component
            ? component with
            {
                State = ComponentState.Reopened,
                OpenedAt = happened.At,
                Earlier = component.Record is { } record ? component.Earlier.Add(record) : component.Earlier,
                Record = null,
                NotConfirmed = [],
                Reminded = false,
                ReopenReason = happened.Reason,
            }
            : component.Number > happened.Component && component.State != ComponentState.Ahead
                ? component with { Reopenings = component.Reopenings.Add(new(happened.Component, happened.At)) }
                : component).ToValueList(),
    };
}

using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of concerns, folded from their events.</summary>
internal static class ConcernFold
{
    public static Alliance Evolve(Alliance alliance, ConcernEvent happened)
    {
        var before = alliance.Concerns.Find(happened.Concern) ?? new Concern { Id = happened.Concern };
        var after = Step(before, happened) with
        {
            Revision = before.Revision + 1,
            History = before.History.Add(new(CommitmentHistory.CodeOf(happened), happened.By, happened.At, Said(happened))),
        };
        if (happened.By != PersonId.Clock) after = after with { LastAsk = happened.Ask, LastBy = happened.By };
        return alliance with { Concerns = alliance.Concerns.With(after.Id, after) };
    }

    private static Words? Said(ConcernEvent happened) => happened switch
    {
        ConcernTalkOffered e => e.Said,
        ConcernTalkAnswered e => e.Said,
        ConcernHeard e => e.Said,
        ConcernEnded e => e.Said,
        _ => null,
    };

    private static Concern Step(Concern was, ConcernEvent happened) => happened switch
    {
        ConcernRaised e => new()
        {
            Id = e.Concern,
            Sentence = e.Sentence,
            Kind = e.Kind,
            By = e.By,
            People = e.People,
            About = e.About,
            QuietTo = e.QuietTo,
            RaisedAt = e.At,
        },
        ConcernHeard e => was with { HeardAt = e.At },
        ConcernTalkOffered e => was with { TalkOfferedAt = e.At },
        ConcernTalkAnswered e => was with
        {
            Answers = was.Answers.RemoveAll(answer => answer.By == e.By).Add(new(e.By, e.Yes, e.Said, e.At)),
        },
        ConcernShared e => was with { SharedWith = was.SharedWith.Add(e.With) },
        ConcernLacksProcess e => was with
        {
            Lacking = e.Missing,
            SharedWith = was.SharedWith.Contains(ConcernAid.Facilitators) ? was.SharedWith : was.SharedWith.Add(ConcernAid.Facilitators),
        },
        ConcernEnded e => was with { State = ConcernState.TalkedOver, EndedAt = e.At },
        ConcernBecameCase e => was with { State = ConcernState.BecameCase, Case = e.Case, EndedAt = e.At },
        ConcernWithdrawn e => was with { State = ConcernState.Withdrawn, EndedAt = e.At },
        ConcernReturned => was with { QuietTo = null, People = was.People },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };
}

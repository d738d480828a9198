using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of processes, folded. A ratified version is never written again; the one before it only learns its end.</summary>
internal static class ProcessFold
{
    public static Alliance Evolve(Alliance alliance, ProcessEvent happened)
    {
        var was = alliance.Processes.Find(happened.Process) ?? new Process { Id = happened.Process };
        var after = Step(alliance, was, happened) with { Revision = was.Revision + 1, LastAsk = happened.Ask, LastBy = happened.By };
        return alliance with { Processes = alliance.Processes.With(after.Id, after) };
    }

    private static Process Step(Alliance alliance, Process was, ProcessEvent happened) => happened switch
    {
        ProcessStarted e => was with { Number = e.Number, Draft = e.Text, StartedBy = e.By, StartedAt = e.At },
        ProcessChanged e => was with { Draft = e.Text == was.Current?.Text ? null : e.Text, Dropped = false },
        ProcessDraftDropped => was with { Draft = was.Current is null ? was.Draft : null, Dropped = was.Current is null },
        ProcessRatified e => Ratified(alliance, was, e),
        ProcessJoined e => was with
        {
            Versions = was.Versions.Select(version => version.Number == e.Number
                ? version with { Ratified = version.Ratified.Add(e.Partner) } : version).ToValueList(),
        },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Process Ratified(Alliance alliance, Process was, ProcessRatified happened)
    {
        var decision = alliance.Decisions[happened.Decision];
        var text = decision.Process!;
        var agreed = Tally.Current(decision).Where(static voice => voice.Position.IsYes).Select(static voice => voice.Partner);
        var before = was.Versions.Select(version => version.SupersededAt is null ? version with { SupersededAt = happened.At } : version);
        return was with
        {
            Versions = [.. before, new(happened.Number, text, happened.Decision, happened.At, agreed.ToValueList(), null)],
            Draft = was.Draft == text ? null : was.Draft,
            Dropped = false,
        };
    }
}

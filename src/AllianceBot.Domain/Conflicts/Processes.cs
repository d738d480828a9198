namespace AllianceBot.Domain;

/// <summary>Which process holds for what, and between whom.</summary>
public static class Processes
{
    /// <summary>The process in force for this kind that every one of these partners has ratified; null when there is none.</summary>
    public static (Process Process, ProcessVersion Version)? InForce(Alliance alliance, ConflictKind kind, ValueList<PartnerId> parties) =>
        Covering(alliance, kind) is { Current: { } version } process && parties.All(version.Ratified.Contains)
            ? (process, version)
            : null;

    /// <summary>
    /// Those of these partners that have not ratified the process in force for this kind; all of them while none is in
    /// force, as nobody agreed to what does not hold. Who spoke in an open decision is told by that decision alone.
    /// </summary>
    public static ValueList<PartnerId> Missing(Alliance alliance, ConflictKind kind, ValueList<PartnerId> parties) =>
        Covering(alliance, kind) is { Current: { } version } ? parties.RemoveAll(version.Ratified.Contains) : parties;

    /// <summary>The process whose version in force holds for this kind; null when there is none.</summary>
    public static Process? Covering(Alliance alliance, ConflictKind kind)
    {
        foreach (var process in alliance.Processes)
        {
            if (process.Current is { } version && version.Text.Kinds.Contains(kind)) return process;
        }

        return null;
    }

    /// <summary>A process for this kind that is being drafted or put to the partners; null when there is none.</summary>
    public static Process? ComingFor(Alliance alliance, ConflictKind kind)
    {
        foreach (var process in alliance.Processes)
        {
            if (!process.Dropped && process.Draft is { } draft && draft.Kinds.Contains(kind)) return process;
        }

        return null;
    }

    /// <summary>The decision under way about this process.</summary>
    public static Decision? UnderWay(Alliance alliance, ProcessId process)
    {
        foreach (var decision in alliance.Decisions)
        {
            if (decision.IsOpen && decision.Proposal.Matter is { Kind: MatterKind.Process } matter && matter.Process == process) return decision;
        }

        return null;
    }
}

namespace AllianceBot.Domain;

/// <summary>Who is told of a process: that it holds, everybody; that a partner ratified it later, the managers.</summary>
internal static class ProcessNotices
{
    public static ValueList<Notice> For(ProcessEvent happened, Alliance after) => happened switch
    {
        ProcessRatified ratified =>
        [
            .. SetUpNotices.ToManagers(
                after, new Notice(ratified.Process, "process.ratified", new(AddresseeRole.AllManagers), ratified.At) { MustArrive = true }),
            new Notice(ratified.Process, "process.ratified", new(AddresseeRole.Home), ratified.At) { MayFallBack = false },
        ],
        ProcessJoined joined => SetUpNotices.ToManagers(
            after,
            new Notice(joined.Process, "process.joined", new(AddresseeRole.AllManagers), joined.At) { Except = joined.By, Bundle = SetUpNotices.Bundle }
                .With("partner", joined.Partner.Value)),
        _ => [],
    };
}

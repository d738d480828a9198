namespace Benchmarks;

/// <summary>Every measurement by the names it prints, in the order they run.</summary>
internal static class Benches
{
    private static readonly string[] Turn =
        ["turn.ratio", "turn.per.s", "turn.floor.per.s", "turn.cpu.us", "turn.floor.cpu.us", "turn.p50.ms", "turn.p99.ms", "turn.rss.mb"];

    private static readonly string[] Connector = ["connector.ratio", "connector.per.s", "connector.floor.per.s"];

    private static readonly string[] Start = ["start.ms", "rss.idle.mb"];

    public static IReadOnlyList<(string[] Names, Func<Task<IReadOnlyList<Result>>> Run)> All { get; } =
    [
        (["card.expand.us"], () => Task.FromResult(CardBench.Run())),
        (["store.ratio", "store.per.s", "store.floor.per.s"], StoreBench.RunAsync),
        (["load.10k.ms"], ColdBench.MeasureAsync),
        (["clock.scale", "clock.pass.ms"], ClockBench.RunAsync),
        (["next-due.us"], DueBench.RunAsync),
        (["case.walk"], CaseBench.RunAsync),
        (["ledger.book.ms"], () => Task.FromResult(LedgerBench.Run())),
        (["digest.make.ms"], () => Task.FromResult(DigestBench.Make())),
        (["digest.week.s"], DigestBench.WeekAsync),
        (Start, () => HostSide.RunAsync(LoadSide.Start)),
        (Turn, () => HostSide.RunAsync(LoadSide.Turn)),
        (Connector, () => HostSide.RunAsync(LoadSide.Connector)),
        // Only of another build that is named, as the default one has one host alone.
        .. LoadSide.IsNamed ? [([.. HostsBench.Names], () => HostSide.RunAsync(HostsBench.Part))] : (IReadOnlyList<(string[] Names, Func<Task<IReadOnlyList<Result>>> Run)>)[],
    ];
}

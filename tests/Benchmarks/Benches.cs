namespace Benchmarks;

/// <summary>Every measurement by the names it prints, in the order they run.</summary>
internal static class Benches
{
    public static IReadOnlyList<(string[] Names, Func<Task<IReadOnlyList<Result>>> Run)> All { get; } =
    [
        (["card.expand.us"], () => Task.FromResult(CardBench.Run())),
        (["store.ratio", "store.per.s", "store.floor.per.s"], StoreBench.RunAsync),
    ];
}

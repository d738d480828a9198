using Benchmarks;


var only = args.ToHashSet(StringComparer.Ordinal);
foreach (var (names, run) in Benches.All)
{
    if (only.Count > 0 && !names.Any(only.Contains)) continue;
    foreach (var result in await run())
    {
        if (only.Count == 0 || only.Contains(result.Name)) Console.WriteLine(result);
    }
}

return 0;

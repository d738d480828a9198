using Benchmarks;

// The parts that run in a process of their own, on a core of their own.
switch (args)
{
    case ["lean", var port, var connector]:
        await LeanServer.RunAsync(port, connector);
        return 0;
    case ["load", var folder, .. var names]:
        await LoadSide.RunAsync(folder, names);
        return 0;
    case ["cold", var database, var alliance]:
        await ColdBench.RunAsync(database, alliance);
        return 0;
}

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

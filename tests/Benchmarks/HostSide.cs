using System.Text.Json;

namespace Benchmarks;

/// <summary>Prepares a database outside of every content root and hands over to the load's process, which starts the servers.</summary>
internal static class HostSide
{
    public static async Task<IReadOnlyList<Result>> RunAsync(string part)
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        try
        {
            var asked = await Town.BuildAsync(Path.Combine(folder.FullName, "alliancebot.db"), Town.Alliances);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "asked.json"), JsonSerializer.Serialize(asked));
            return await LinesAsync(Children.LoadCore, ["load", folder.FullName, part]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs a part of this program and reads its result lines.</summary>
    public static async Task<IReadOnlyList<Result>> LinesAsync(int core, IEnumerable<string> arguments)
    {
        var child = Children.Self(core, arguments, readsOutput: true);
        var results = new List<Result>();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Result.Parse(line) is { } result) results.Add(result);
            else await Console.Error.WriteLineAsync(line);
        }

        await child.WaitForExitAsync();
        var code = child.ExitCode;
        child.Dispose();
        return code == 0 ? results : throw new InvalidOperationException($"A part of the measurement ended with {code}.");
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AllianceBot.Cards.Tests;

/// <summary>The official npm packages, asked once per test with everything it wants to know.</summary>
internal static class OfficialPackages
{
    public static async Task<JsonNode> AskAsync(JsonObject request)
    {
        var folder = Path.Combine(CardFiles.Tests, "npm");
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules", "adaptivecards-templating")),
            "The official packages are not installed: bash tests/run installs them, or run `npm install --no-package-lock` in tests/AllianceBot.Cards.Tests/npm.");
        using var node = Process.Start(new ProcessStartInfo("node", "prove.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var answer = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await using (var input = node.StandardInput) await input.WriteAsync(request.ToJsonString());
        var text = await answer;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return JsonNode.Parse(text)!;
    }
}

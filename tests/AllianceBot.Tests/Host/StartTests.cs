using System.Runtime.Versioning;
using AllianceBot.Wiring;
using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>Starting the program, well and badly: a fault is said in words that help, and nothing is changed.</summary>
public sealed class StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_wrong_settings_are_named_at_once_and_the_program_does_not_run()
    {
        using var run = ProgramRun.Start(new Dictionary<string, string>
        {
            ["Bot__Url"] = "nowhere",
            ["Bot__Memory"] = "many",
            ["Storage__Readers"] = "0",
            ["Teams__BodyLimit"] = "-1",
        });
        var (code, said) = await run.EndAsync();
        Assert.Equal(1, code);
        foreach (var key in (string[])["Bot:Url", "Bot:Memory", "Storage:Readers", "BodyLimit", "AppId"]) Assert.Contains(key, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_its_path_and_left_as_it_was()
    {
        var folder = ProgramRun.Folder();
        var file = StoreKinds.File(StoreKinds.Default, folder);
        var bytes = Enumerable.Repeat((byte)'x', 8_192).ToArray();
        await File.WriteAllBytesAsync(file, bytes, Ct);
        using var run = ProgramRun.Start(Nothing, "try", "--no-client", "--data", folder, "--port", $"{ProgramRun.FreePort()}");
        var (code, said) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains(file, said, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, Ct));
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_says_so_and_the_first_serves_on()
    {
        var folder = ProgramRun.Folder();
        var port = ProgramRun.FreePort();
        using var first = ProgramRun.Start(Nothing, "try", "--no-client", "--data", folder, "--port", $"{port}");
        using var client = await first.ServesAsync(port);
        using var second = ProgramRun.Start(Nothing, "try", "--no-client", "--data", folder, "--port", $"{ProgramRun.FreePort()}");
        var (code, said) = await second.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains(StoreKinds.File(StoreKinds.Default, ""), said, StringComparison.Ordinal);
        Assert.Equal("live", await client.GetStringAsync(new Uri("/health/live", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task The_sample_is_loaded_once_and_a_copy_made_while_the_bot_runs_can_be_started()
    {
        var (folder, other, port) = (ProgramRun.Folder(), ProgramRun.Folder(), ProgramRun.FreePort());
        using (var first = ProgramRun.Start(OnSqlite, "try", "--no-client", "--data", folder, "--port", $"{port}"))
        {
            using var client = await first.ServesAsync(port);
            var metrics = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Ct);
            Assert.Contains("# TYPE alliancebot_heartbeat gauge", metrics, StringComparison.Ordinal);
            var copy = ProgramRun.Start(OnSqlite, "backup", "--data", folder, "--to", Path.Combine(other, "alliancebot.db"));
            var (code, said) = await copy.EndAsync();
            Assert.True(code == 0, said);
        }

        using var second = ProgramRun.Start(OnSqlite, "try", "--no-client", "--data", other, "--port", $"{port = ProgramRun.FreePort()}");
        using var again = await second.ServesAsync(port);
        Assert.Equal("ready", await again.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
    }

    [Fact]
    public async Task Without_Node_try_says_how_to_get_the_client_and_serves_on()
    {
        var (folder, port) = (ProgramRun.Folder(), ProgramRun.FreePort());
        using var run = ProgramRun.Start(
            new Dictionary<string, string> { ["PATH"] = folder }, "try", "--data", Path.Combine(folder, "try"), "--port", $"{port}");
        var said = await run.SaysAsync("Press Ctrl+C to end.");
        using var client = await run.ServesAsync(port);
        Assert.Equal("ready", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
        Assert.Contains("There is no Node.js here", said, StringComparison.Ordinal);
        Assert.Contains("https://nodejs.org", said, StringComparison.Ordinal);
        Assert.Contains($"-e http://localhost:{port}/api/messages", said, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder, "try"), said, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task When_npm_cannot_fetch_the_client_try_says_why_and_serves_on()
    {
        var (folder, port) = (ProgramRun.Folder(), ProgramRun.FreePort());
        foreach (var program in (string[])["node", "npm"])
        {
            var file = Path.Combine(folder, program);
            await File.WriteAllTextAsync(file, "#!/bin/sh\necho no way to the registry >&2\nexit 1\n", Ct);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var run = ProgramRun.Start(
            new Dictionary<string, string> { ["PATH"] = folder }, "try", "--data", Path.Combine(folder, "try"), "--port", $"{port}");
        var said = await run.SaysAsync("Press Ctrl+C to end.");
        using var client = await run.ServesAsync(port);
        Assert.Equal("ready", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
        Assert.Contains("could not be fetched from npm: no way to the registry", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_package_is_written_and_what_is_wrong_with_it_is_said_at_once()
    {
        var file = Path.Combine(ProgramRun.Folder(), "alliancebot.zip");
        string[] asked = ["package", "--app-id", "11111111-2222-3333-4444-555555555555", "--to", file];
        using (var wrong = ProgramRun.Start(Nothing, [.. asked, "--developer", "", "--website", "http://harbor.example"]))
        {
            var (code, said) = await wrong.EndAsync();
            Assert.Equal(1, code);
            Assert.Contains("--developer", said, StringComparison.Ordinal);
            Assert.Contains("--website", said, StringComparison.Ordinal);
            Assert.False(File.Exists(file));
        }

        using var right = ProgramRun.Start(Nothing, [.. asked, "--developer", "Harbor", "--website", "https://harbor.example"]);
        Assert.Equal(0, (await right.EndAsync()).Code);
        Assert.True(File.Exists(file));
    }

    private static readonly Dictionary<string, string> Nothing = [];

    // A copy while the bot runs is SQLite's alone.
    private static readonly Dictionary<string, string> OnSqlite = new() { ["Storage__Provider"] = "sqlite" };
}

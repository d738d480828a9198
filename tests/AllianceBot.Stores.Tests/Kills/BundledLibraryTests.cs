namespace AllianceBot.Stores.Tests;

/// <summary>One process uses one library, so the whole suite runs once more in a child with the bundled one.</summary>
public sealed class BundledLibraryTests
{
    [Fact]
    public async Task The_bundled_library_passes_the_same_suite()
    {
        var ct = TestContext.Current.CancellationToken;
        using var child = Child.Start(
            Child.Program,
            ["-class", typeof(SqliteStoreTests).FullName!, "-class", typeof(SqliteFileTests).FullName!, "-noColor"],
            start => start.Environment[Folder.BundledOnly] = "true");
        var said = await child.StandardOutput.ReadToEndAsync(ct).WaitAsync(TimeSpan.FromSeconds(200), ct);
        await child.WaitForExitAsync(ct).WaitAsync(TimeSpan.FromSeconds(30), ct);
        Assert.True(child.ExitCode == 0, said);
        Assert.Contains("Failed: 0", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Total: 0", said, StringComparison.Ordinal);
    }
}

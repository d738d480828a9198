namespace Walls;

/// <summary>How a wall says what it found: every fault at once, one per line.</summary>
internal static class Wall
{
    public static void Stands(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found)}");
    }
}

namespace AllianceBot.Engine.Tests;

/// <summary>Chance that runs the same way for the same seed.</summary>
internal sealed class Seeded(int seed) : Chance
{
    private readonly Random random = new(seed);

    public int Below(int bound) => random.Next(bound);

    public bool OneIn(int n) => random.Next(n) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public override void Fill(Span<byte> bytes) => random.NextBytes(bytes);
}

namespace AllianceBot.Channels.Teams;

/// <summary>An anonymous bot in Development has nothing to prove itself with.</summary>
internal sealed class NoTokens : ITokens
{
    public ValueTask<string?> GetAsync(CancellationToken ct) => new((string?)null);

    public void Drop(string token)
    {
    }
}

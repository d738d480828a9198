namespace AllianceBot.Channels.Teams;

/// <summary>Tokens to send with.</summary>
internal interface ITokens
{
    /// <summary>A token that is good for some minutes yet, or null when none can be had now.</summary>
    ValueTask<string?> GetAsync(CancellationToken ct);

    /// <summary>Forgets a token that the connector refused, unless another has taken its place.</summary>
    void Drop(string token);
}

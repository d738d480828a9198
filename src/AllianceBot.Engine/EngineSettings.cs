namespace AllianceBot.Engine;

/// <summary>What a host decides about the engine.</summary>
public sealed record EngineSettings
{
    /// <summary>The name of this process among those that share a store; the same again after a restart.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Bytes that loaded alliances may take, about.</summary>
    public long Memory { get; init; } = 512L * 1024 * 1024;

    /// <summary>Cards say for whom they are: in try mode one account plays several people.</summary>
    public bool ShowsNames { get; init; }

    /// <summary>Everything runs on the caller's thread, step by step, so that a seed always runs the same way.</summary>
    public bool SingleThreaded { get; init; }
}

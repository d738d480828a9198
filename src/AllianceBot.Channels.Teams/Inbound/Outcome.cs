using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>What stands in the response to a turn.</summary>
internal enum OutcomeBody
{
    None,

    /// <summary>The answer to a pressed Action.Execute.</summary>
    Press,

    /// <summary>What the client shows in its dialog.</summary>
    Dialog,
}

/// <summary>What a turn came to, whoever hosts it: the response to the platform, and what is posted after it.</summary>
/// <param name="Refusal">Why it was refused, for the log; empty when it was not.</param>
internal readonly record struct Outcome(int Status, string Refusal = "")
{
    public OutcomeBody Body { get; init; }

    /// <summary>What the body says.</summary>
    public Answer Answer { get; init; } = Answer.None;

    /// <summary>The code of the platform's error form; empty when the body is none.</summary>
    public string Code { get; init; } = "";

    /// <summary>The body stands in the response already.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Posted after the response, when there is an ask to post it for.</summary>
    public Answer Later { get; init; } = Answer.None;

    public Ask? Ask { get; init; }
}

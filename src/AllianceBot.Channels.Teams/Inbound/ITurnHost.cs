using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>Through what a message that was let in and read comes to its outcome: this channel itself, or the SDK that hosts it.</summary>
internal interface ITurnHost
{
    /// <summary>Whether the body is read once more after us.</summary>
    bool ReadsBody { get; }

    ValueTask<Outcome> RunAsync(HttpContext context, string turn, Incoming incoming);
}

/// <summary>Who speaks the platform's protocol for the channel.</summary>
/// <param name="Way">What goes out.</param>
/// <param name="Turns">What comes in.</param>
internal sealed record Hosted(ITeamsWay Way, Func<Turns, ITurnHost> Turns);

using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>The way out to Microsoft Teams, whoever speaks the protocol: this channel itself, or the SDK that hosts it.</summary>
internal interface ITeamsWay : IChannel
{
    /// <summary>An account as the roster of a conversation has it; null where it is not on the roster.</summary>
    Task<(Sending Sending, Account? Member)> MemberAsync(Address where, string user, CancellationToken ct);
}

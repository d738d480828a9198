using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Who may start alliances.</summary>
/// <param name="AnyoneCreates">Anyone may, as in Development.</param>
public sealed record ConverseSettings(bool AnyoneCreates)
{
    /// <summary>Tenants whose accounts may, by the account's own tenant.</summary>
    public IReadOnlyCollection<string> CreatorTenants { get; init; } = [];

    /// <summary>Accounts that may, by the platform's lasting user id.</summary>
    public IReadOnlyCollection<string> Creators { get; init; } = [];

    internal bool MayCreate(Handle handle) => AnyoneCreates
        || (handle.HasObjectId && (CreatorTenants.Contains(handle.Tenant, StringComparer.OrdinalIgnoreCase)
            || Creators.Contains(handle.User, StringComparer.OrdinalIgnoreCase)));
}

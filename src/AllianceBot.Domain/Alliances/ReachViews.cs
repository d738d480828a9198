using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Who can be reached, and what to do about who cannot, for those who look after the alliance.</summary>
public static class ReachViews
{
    /// <summary>The board; null for who may not see it. A page holds so many of those who are reached.</summary>
    public static ReachBoard? Board(Alliance alliance, Reader reader, int page = 0)
    {
        if (!May.See(alliance, reader, Act.SeeReach, alliance.Id)) return null;
        var people = alliance.People.Where(static person => !person.Left)
            .OrderBy(person => alliance.NameOf(person.Partner), StringComparer.OrdinalIgnoreCase)
            .ThenBy(static person => person.Name.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static person => person.Id.Value, StringComparer.Ordinal).ToList();
        var missing = people.FindAll(static person => person.NotReached is not null);
        var reached = people.FindAll(static person => person.NotReached is null);
        var pages = Math.Max(1, (reached.Count + Limits.List - 1) / Limits.List);
        var shown = Math.Clamp(page, 0, pages - 1);
        var invited = alliance.Invitations.Where(static invitation => invitation.State == InvitationState.Open).ToList();
        return new()
        {
            Missing = missing.Take(Limits.List).Select(person => LineOf(alliance, person)).ToValueList(),
            MissingCount = missing.Count,
            Reached = reached.Skip(shown * Limits.List).Take(Limits.List).Select(person => LineOf(alliance, person)).ToValueList(),
            ReachedCount = reached.Count,
            Page = shown,
            Pages = pages,
            Invited = invited.Take(Limits.List).Select(one => new InvitedLine(
                one.Id, one.Name.Text, alliance.NameOf(one.Partner), one.Role, NeedsNoCode: one.CodeHash is null)).ToValueList(),
            InvitedCount = invited.Count,
            HomeLost = alliance.Home is not null && alliance.LivingHome is null,
        };
    }

    private static ReachLine LineOf(Alliance alliance, Person person) =>
        new(person.Id, person.Name.Text, alliance.NameOf(person.Partner), person.NotReached, person.NotReachedSince);
}

/// <summary>Everybody in the alliance: who cannot be reached first, with why.</summary>
public sealed record ReachBoard
{
    /// <summary>At most <see cref="Limits.List"/>.</summary>
    public ValueList<ReachLine> Missing { get; init; }

    public int MissingCount { get; init; }

    /// <summary>This page of those who are reached.</summary>
    public ValueList<ReachLine> Reached { get; init; }

    public int ReachedCount { get; init; }

    /// <summary>This page, from 0.</summary>
    public int Page { get; init; }

    public int Pages { get; init; }

    /// <summary>Who was invited and has not come in yet; at most <see cref="Limits.List"/>.</summary>
    public ValueList<InvitedLine> Invited { get; init; }

    public int InvitedCount { get; init; }

    /// <summary>There is a home place, and the bot is no more in it.</summary>
    public bool HomeLost { get; init; }
}

/// <summary>One person on the board.</summary>
/// <param name="Why">The channel-neutral reason why nothing gets through, as "blocked"; null when all is well.</param>
/// <param name="Since">Since when; null when all is well, or when it was not kept.</param>
public sealed record ReachLine(PersonId Id, string? Name, string? Partner, string? Why, Instant? Since);

/// <summary>Somebody who has a place here and has not come in.</summary>
/// <param name="NeedsNoCode">Picked from a roster; else somebody has a code to pass on.</param>
public sealed record InvitedLine(InvitationId Id, string? Name, string? Partner, Role Role, bool NeedsNoCode);

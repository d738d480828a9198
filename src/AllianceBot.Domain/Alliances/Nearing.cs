using System.Globalization;

namespace AllianceBot.Domain;

/// <summary>
/// Tells administrators when something comes near its limit, once each time it gets there, so that nobody is surprised by
/// a refusal.
/// </summary>
internal static class Nearing
{
    public const string Kind = "limit.near";

    /// <summary>What may come near its limit by this event: what it is called in the words, how many there are, how many may be.</summary>
    private static (string What, Func<Alliance, int> Count, int Limit)? Watched(AllianceEvent happened) => happened switch
    {
        PartnerAdded => ("partners", static alliance => alliance.Partners.Count(static partner => !partner.Left), Limits.Partners),
        PersonJoined => ("people", static alliance => alliance.People.Count(static person => !person.Left), Limits.People),
        RoleAssigned => ("roles", static alliance => alliance.Roles.Count, Limits.RoleAssignments),
        FundingDeclared => ("funding-ties", static alliance => alliance.FundingTies.Count, Limits.FundingTies),
        GoalSet => ("goals", static alliance => alliance.Goals.Count, Limits.Goals),
        ExclusionAdded => ("exclusions", static alliance => alliance.Exclusions.Count, Limits.Exclusions),
        PlaceLinked => ("places", static alliance => alliance.Places.Count, Limits.Places),
        PersonInvited or PersonAskedToJoin => ("invitations", static alliance => alliance.Invitations.Count(IsWaiting), Limits.OpenInvitations),
        CommitmentRequested or CommitmentOffered or CommitmentCorrected { To: CommitmentState.Active } =>
            ("promises", static alliance => alliance.Commitments.Count(static promise => !promise.State.IsEnded()), Limits.OpenPromises),
        DecisionProposed => ("decisions", static alliance => alliance.Decisions.Count(static decision => decision.IsOpen), Limits.OpenDecisions),
        // Of the partner that comes near it; who added them is one of its managers or an administrator.
        HolidaysAdded added => ("holidays", alliance => alliance.Partners[added.Partner].Holidays.Days.Count, Limits.Holidays),
        _ => null,
    };

    public static ValueList<Notice> For(Alliance before, AllianceEvent happened, Alliance after)
    {
        if (Watched(happened) is not var (what, count, limit)) return [];
        var near = limit - (limit / 10);
        if (count(after) < near || count(before) >= near) return [];
        return
        [
            new Notice(after.Id, Kind, new(AddresseeRole.Administrators), happened.At)
                .With("what", $"limit.{what}")
                .With("count", count(after).ToString(CultureInfo.InvariantCulture))
                .With("limit", limit.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static bool IsWaiting(Invitation invitation) => invitation.State is InvitationState.Open or InvitationState.Asked;
}

using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Check-ins as their readers may see them. Null for what a reader may not know of.</summary>
public static class CheckInViews
{
    public static CheckInCard? Card(Alliance alliance, Reader reader, CheckInId id, Instant now) =>
        throw new UnreachableException($"{alliance.Id} {reader} {id} {now}");

    /// <summary>All open check-ins of this person, the earliest due first.</summary>
    public static CheckInBundle Open(Alliance alliance, PersonId reader, Instant now) =>
        throw new UnreachableException($"{alliance.Id} {reader} {now}");
}

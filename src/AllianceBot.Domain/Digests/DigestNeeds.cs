using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What waits for one person, the most pressing first: the same as the list of what waits, told from the digest's own pass.</summary>
internal static class DigestNeeds
{
    public static ValueList<Subject> Of(Alliance alliance, DigestPass pass, PersonId reader, Instant at)
    {
        var own = alliance.PartnersOf(reader);
        var among = own.Count == 1
            ? pass.Of(own[0]).Concat(pass.Thirds)
            : own.SelectMany(partner => pass.Of(partner)).Concat(pass.Thirds);
        var waiting = CommitmentListing.WaitingFor(alliance, among.Distinct(), reader, at)
            .OrderBy(static line => line.Due).ThenBy(static line => line.Number).ThenBy(static line => line.Occurrence)
            .Select(static line => (Item: line.CheckIn is { } checkIn && line.Waits == WaitsFor.CheckIn ? (Subject)checkIn : line.Id, By: line.AnswerBy ?? line.Due));
        var decisions = DecisionViews.List(alliance, new PersonReader(reader), at, all: false)
            .Select(static row => (Item: (Subject)row.Id, By: row.Closes));
        // What others wait for too comes first among what is as pressing; promises among themselves are in the order of the list.
        return decisions.Concat(waiting).Concat(DigestIndicators.WaitingFor(alliance, reader, at)).OrderBy(static one => one.By).Select(static one => one.Item).ToValueList();
    }
}

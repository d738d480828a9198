using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>Whether views show to each reader what <see cref="RightsOracle"/> allows and hold back everything else.</summary>
internal static class ViewsOracle
{
    /// <summary>Every reason and every note of a random story reads like this, and nothing else does.</summary>
    private static readonly string[] Said = ["said reason", "said note", Riverbend.Say("note").Text!];

    public static void AgreesOn(Alliance alliance, Instant now)
    {
        foreach (var promise in alliance.Commitments) AgreesOn(alliance, promise, now);
        foreach (var checkIn in alliance.CheckIns) AgreesOn(alliance, checkIn, now);
    }

    /// <summary>One promise, to everybody who might look at it.</summary>
    public static void AgreesOn(Alliance alliance, Commitment promise, Instant now)
    {
        var people = alliance.People.Select(static person => person.Id).Append(Riverbend.Stranger).ToList();
        var sees = RightsOracle.Allowed(alliance, Act.SeePromise, promise).ToHashSet();
        var inside = RightsOracle.Allowed(alliance, Act.SeeState, promise).ToHashSet();
        foreach (var person in people)
        {
            var card = CommitmentViews.Card(alliance, new PersonReader(person), promise.Id, now);
            Assert.Equal(sees.Contains(person), card is not null);
            Assert.Equal(inside.Contains(person), card?.Inside is not null);
            if (card is { Inside: not null }) TellsNoFigures(alliance, person, card);
            if (card is not null && !inside.Contains(person)) TellsNothing(card with { HelpAsked = null });
            Assert.Equal(sees.Contains(person), WhoSees.Of(alliance, person, promise.Id) is not null);
        }

        var place = CommitmentViews.Card(alliance, PlaceReader.Any, promise.Id, now);
        if (place is not null) TellsNothing(place);
        Assert.True(place is null || Members(alliance).All(sees.Contains), $"A place shows {promise.Id}, which not all members may see.");
    }

    /// <summary>One check-in, to everybody who might look at it.</summary>
    public static void AgreesOn(Alliance alliance, CheckIn checkIn, Instant now)
    {
        // One that is not open yet is nobody's business.
        var sees = checkIn.State == CheckInState.Scheduled ? [] : RightsOracle.SeesCheckIn(alliance, checkIn).ToHashSet();
        foreach (var person in alliance.People.Select(static one => one.Id).Append(Riverbend.Stranger))
        {
            Assert.Equal(sees.Contains(person), CheckInViews.Card(alliance, new PersonReader(person), checkIn.Id, now) is not null);
        }

        Assert.Null(CheckInViews.Card(alliance, PlaceReader.Any, checkIn.Id, now));
    }

    /// <summary>
    /// Figures of load stand only before the person they are about, the managers of the doing partner, and as a warning
    /// without figures before everybody else who sees how the promise stands.
    /// </summary>
    private static void TellsNoFigures(Alliance alliance, PersonId reader, CommitmentCard card)
    {
        foreach (var line in card.Inside!.Load)
        {
            if (line.Kind is LoadLineKind.Near or LoadLineKind.Concentrated)
            {
                Assert.Equal((default, null, null), (line.Effort, line.Budget, line.Adds));
                continue;
            }

            var doing = card.Terms.DoerPartner.Id;
            var manages = alliance.Roles.Any(role => role.Person == reader && role.Role == Role.Manager && role.Partner == doing);
            var own = line.Kind == LoadLineKind.Own && (card.Terms.Doer is null || card.Terms.Doer.Id == reader);
            Assert.True(manages || own, $"{reader} reads {line}");
        }

        if (card.Inside.Report?.Hours is not null) Assert.True(May.Do(alliance, reader, Act.SeeLoad, card.Terms.Doer!.Id));
    }

    private static void TellsNothing(CommitmentCard card)
    {
        var shown = Dump.Of(card);
        Assert.Null(card.Inside);
        Assert.All(Said, said => Assert.DoesNotContain(said, shown, StringComparison.Ordinal));
    }

    /// <summary>Pure observers are guests in a place: what is shown there was shown before they came to look.</summary>
    private static IEnumerable<PersonId> Members(Alliance alliance) =>
        alliance.People.Where(person => !person.Left && !alliance.OnlyObserves(person.Id)).Select(static person => person.Id);
}

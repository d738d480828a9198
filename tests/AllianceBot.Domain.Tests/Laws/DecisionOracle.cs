using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Decisions said a second time and another way: who sees which voice, and when something is decided, by counting over the
/// events, never asking the code under test.
/// </summary>
internal static class DecisionOracle
{
    public static void AgreesOn(Alliance alliance, Instant now)
    {
        foreach (var decision in alliance.Decisions) AgreesOn(alliance, decision, now);
        foreach (var person in alliance.People.Select(static one => one.Id).Append(Riverbend.Stranger)) Lists(alliance, person, now);
    }

    /// <summary>One decision, to everybody who might look at it.</summary>
    public static void AgreesOn(Alliance alliance, Decision decision, Instant now)
    {
        // Who reads the review of a case has an oracle of its own.
        if (decision.Proposal.Matter.Review is not null) return;
        var open = decision.State is DecisionState.Open or DecisionState.Integrating;
        foreach (var person in alliance.People.Select(static one => one.Id).Append(Riverbend.Stranger))
        {
            var card = DecisionViews.Card(alliance, new PersonReader(person), decision.Id, now);
            Assert.Equal(Sees(alliance, decision, person), card is not null);
            if (card is null) continue;
            var seen = card.Inside is { } inside
                ? inside.Voices.Select(static voice => voice.Partner.Id).ToHashSet() : [];
            foreach (var (partner, voice) in Counting(decision))
            {
                Assert.True(
                    seen.Contains(partner) == SeesVoice(alliance, decision, person, partner, voice),
                    $"{person} on {partner} in {decision.State}: shown is {seen.Contains(partner)}");
            }

            FollowsFromIt(alliance, decision, new PersonReader(person), card, now);
            if (open && !Leads(alliance, decision, person)) Assert.True(card.Inside is null || card.Inside.NotHeard.Count == 0);
        }

        var place = DecisionViews.Card(alliance, PlaceReader.Any, decision.Id, now)!;
        Assert.Null(place.Inside);
        FollowsFromIt(alliance, decision, PlaceReader.Any, place, now);
        Assert.DoesNotContain("said reason", Dump.Of(place with { Statement = null }), StringComparison.Ordinal);
        if (decision.State is DecisionState.Decided) WasSaid(decision);
    }

    /// <summary>A promise that follows from it is shown to exactly those who may read that promise, and is nobody's debt before the doer's own yes.</summary>
    private static void FollowsFromIt(Alliance alliance, Decision decision, Reader reader, DecisionCard card, Instant now)
    {
        var all = alliance.Commitments.Where(promise => promise.Source?.Of == (Subject)decision.Id).ToList();
        Assert.Equal(
            all.Where(promise => CommitmentViews.Card(alliance, reader, promise.Id, now) is not null).Select(static promise => promise.Id).ToHashSet(),
            card.Promises.Select(static line => line.Standing.Id.Id).ToHashSet());
        foreach (var line in card.Promises.Where(static line => line.Standing.State is not null))
        {
            Assert.NotNull(CommitmentViews.Card(alliance, reader, line.Standing.Id.Id, now)!.Inside);
        }

        foreach (var promise in all.Where(static promise => promise.Agreements.Count == 0)) Assert.False(promise.State.IsOwed());
    }

    /// <summary>A list names what its reader may know of, and whoever types a number learns no more.</summary>
    private static void Lists(Alliance alliance, PersonId person, Instant now)
    {
        var sees = alliance.Decisions.Where(decision => Sees(alliance, decision, person)).Select(static decision => decision.Id).ToHashSet();
        Assert.Subset(sees, DecisionViews.List(alliance, new PersonReader(person), now).Select(static row => row.Id).ToHashSet());
        foreach (var decision in alliance.Decisions)
        {
            Assert.Equal(sees.Contains(decision.Id), DecisionViews.Find(alliance, person, $"D{decision.Number}") is not null);
            Assert.Equal(sees.Contains(decision.Id), WhoSees.Of(alliance, person, decision.Id) is not null);
        }
    }

    /// <summary>The last word of each partner of the roster that is still in, on the text of now.</summary>
    private static List<(PartnerId Partner, Voice Voice)> Counting(Decision decision) =>
    [
        .. from voice in decision.Voices
           where voice.Version == decision.Version && decision.Roster.Contains(voice.Partner) && !decision.Left.Contains(voice.Partner)
           group voice by voice.Partner into said
           select (said.Key, said.Last()),
    ];

    /// <summary>Its rule was met by what was said; by its closing day where somebody was silent.</summary>
    public static void WasSaid(Decision decision) => Assert.True(Met(decision), $"{decision.Id} was decided and its rule is not met.");

    /// <summary>Silence is never yes: who said nothing is nowhere counted as agreeing.</summary>
    private static bool Met(Decision decision)
    {
        var counting = Counting(decision);
        var yes = counting.Count(static one => one.Voice.Position is Position.Agree or Position.AgreeWithReservations);
        var asked = decision.Roster.Count(partner => !decision.Left.Contains(partner));
        if (counting.Any(static one => one.Voice.Position == Position.Objection) || yes == 0) return false;
        var waitsFor = decision.Roster.Count(partner => !decision.Left.Contains(partner) && partner != decision.Proposal.MoneyOf);
        return decision.Proposal.Method == DecisionMethod.AllAgree ? yes == waitsFor : counting.Count >= Math.Min(decision.Proposal.Quorum, asked);
    }

    private static bool Sees(Alliance alliance, Decision decision, PersonId person) =>
        In(alliance, person) && (!Observes(alliance, person) || decision.Statement is not null);

    private static bool SeesVoice(Alliance alliance, Decision decision, PersonId person, PartnerId partner, Voice voice)
    {
        if (!In(alliance, person) || Observes(alliance, person)) return false;
        var mine = alliance.Partners.Where(one => !one.Left && IsOf(alliance, person, one.Id)).Select(static one => one.Id).ToList();
        if (mine.Contains(partner) || Speaks(alliance, person, partner)) return true;
        if (decision.State is not (DecisionState.Open or DecisionState.Integrating)) return true;
        if (voice.Position == Position.Objection && Leads(alliance, decision, person)) return true;
        var spoken = Counting(decision).Select(static one => one.Partner).ToHashSet();
        var funds = alliance.FundingTies.Any(tie => tie.Funder == partner && decision.Roster.Contains(tie.Funded));
        return funds
            ? decision.Roster.All(one => decision.Left.Contains(one) || spoken.Contains(one) || one == decision.Proposal.MoneyOf)
            : mine.Exists(spoken.Contains);
    }

    private static bool Leads(Alliance alliance, Decision decision, PersonId person)
    {
        if (!In(alliance, person)) return false;
        var facilitators = alliance.Roles.Where(static held => held.Role == Role.Facilitator).Select(static held => held.Person).ToList();
        if (person == decision.Proposer || facilitators.Contains(person)) return true;
        return !In(alliance, decision.Proposer) && !facilitators.Exists(one => In(alliance, one))
            && alliance.Roles.Any(held => held.Person == person && held is { Role: Role.Administrator, Partner: null });
    }

    private static bool Speaks(Alliance alliance, PersonId person, PartnerId partner)
    {
        var named = alliance.Roles.Where(held => held.Partner == partner && held.Role == Role.Representative && In(alliance, held.Person)).ToList();
        return (named.Count > 0 ? named : [.. alliance.Roles.Where(held => held.Partner == partner && held.Role == Role.Manager)])
            .Exists(held => held.Person == person) && In(alliance, person);
    }

    private static bool In(Alliance alliance, PersonId person) => alliance.People.Find(person) is { Left: false };

    private static bool Observes(Alliance alliance, PersonId person)
    {
        var held = alliance.Roles.Where(role => role.Person == person).ToList();
        return held.Count > 0 && held.TrueForAll(static role => role.Role == Role.Observer);
    }

    private static bool IsOf(Alliance alliance, PersonId person, PartnerId partner) => In(alliance, person) && !Observes(alliance, person)
        && (alliance.People.Find(person)!.Partner == partner
            || alliance.Roles.Any(held => held.Person == person && held.Partner == partner && held.Role != Role.Observer));
}

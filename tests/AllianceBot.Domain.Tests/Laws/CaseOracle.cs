using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Who may know of a concern or a case, said a second time by going over what happened, and held against every output that
/// there is for every reader: cards, lists, counts, names, who-sees, the decisions of reviews, the alliance's card.
/// </summary>
internal static class CaseOracle
{
    /// <summary>Texts of random cases read like these, and nothing else does.</summary>
    private const string Secret = "secret ";

    public static void AgreesOn(Alliance alliance, IReadOnlyList<AllianceEvent> stream, Instant now)
    {
        var readers = alliance.People.Select(static person => person.Id).Append(Riverbend.Stranger).ToList();
        foreach (var one in alliance.Cases)
        {
            var inside = Insiders(alliance, stream, one.Id);
            foreach (var person in readers) Agrees(alliance, one, person, inside.Contains(person), now);
            Assert.Null(CaseViews.Card(alliance, PlaceReader.Any, one.Id, now));
        }

        foreach (var concern in alliance.Concerns)
        {
            Assert.Null(ConcernViews.Card(alliance, PlaceReader.Any, concern.Id));
            foreach (var person in readers)
            {
                var card = ConcernViews.Card(alliance, new PersonReader(person), concern.Id);
                Assert.Equal(Knows(alliance, concern, person), card is not null);
                Assert.Equal(card is not null, ConcernViews.List(alliance, person).Any(row => row.Id == concern.Id) || (card is not null && alliance.Concerns.Count > Limits.List));
            }
        }

        foreach (var person in readers) TellsNothing(alliance, new PersonReader(person), person, now);
        TellsNothing(alliance, PlaceReader.Any, null, now);
    }

    private static void Agrees(Alliance alliance, Case one, PersonId person, bool inside, Instant now)
    {
        var asked = one.IsOpen && one.Skip?.Confirmer == person && In(alliance, person);
        var card = CaseViews.Card(alliance, new PersonReader(person), one.Id, now);
        Assert.True((inside || asked) == card is not null, $"{person} on {one.Id}: shown is {card is not null}");
        Assert.Equal(inside || asked, CaseViews.Find(alliance, person, one.Name) is not null);
        Assert.Equal(inside, WhoSees.Of(alliance, person, one.Id) is not null);
        if (card is null) return;
        var row = CaseViews.List(alliance, person, now).FirstOrDefault(row => row.Id == one.Id);
        Assert.True(row is not null || alliance.Cases.Count > Limits.List);
        if (!inside) Assert.Null(row?.Matter);
        if (!inside)
        {
            Assert.DoesNotContain(Secret + "matter", Dump.Of(card), StringComparison.Ordinal);
            Assert.Empty(card.Items);
            Assert.Empty(card.History);
            Assert.Null(card.Settlement);
            return;
        }

        // Until all are shown at once, a statement is read by its author's party alone.
        if (one.StatementsShownAt is not null) return;
        var side = one.People.Where(held => held.Person == person && !held.Gone && held.Partner is not null && alliance.IsOf(person, held.Partner.Value))
            .Select(static held => held.Partner).FirstOrDefault();
        Assert.All(card.Items.Where(static item => item.Kind == CaseItemKind.Statement), item =>
            Assert.True(item.By.Id == person || (side is not null && item.Of?.Id == side), $"{person} reads the statement of {item.By.Id}"));
        if (one.Skip is { } skip && skip.Of != side) Assert.Null(card.Skip);
    }

    /// <summary>What a reader is shown beside the cards of its own cases says nothing of any other.</summary>
    private static void TellsNothing(Alliance alliance, Reader reader, PersonId? person, Instant now)
    {
        var shown = Dump.Of(AllianceViews.Card(alliance, reader)) + Dump.Of(DecisionViews.List(alliance, reader, now));
        foreach (var decision in alliance.Decisions) shown += Dump.Of(DecisionViews.Card(alliance, reader, decision.Id, now));
        foreach (var promise in alliance.Commitments.Where(promise => !promise.Id.Value.StartsWith("sd", StringComparison.Ordinal)))
        {
            shown += Dump.Of(CommitmentViews.Card(alliance, reader, promise.Id, now));
        }

        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        foreach (var one in alliance.Cases) Assert.DoesNotContain(one.Name, shown, StringComparison.Ordinal);
        var count = CaseViews.Count(alliance, reader);
        Assert.All(count?.Lines ?? [], line => Assert.Equal(
            line.Count, alliance.Cases.Count(one => one.State < CaseState.Closed && one.Kind == line.Kind && Math.Max(1, one.Rung) == line.Rung)));
        Assert.All(count?.Lines ?? [], static line => Assert.True(line.Count > 1));
        foreach (var decision in alliance.Decisions.Where(static one => one.Proposal.Matter.Review is not null))
        {
            var review = decision.Proposal.Matter.Review!;
            var funds = person is { } who && alliance.FundingTies.Any(tie => review.Parties.Contains(tie.Funded) && alliance.IsOf(who, tie.Funder));
            var isReader = person is { } each && alliance.Cases.Find(review.Case) is { } of && CaseRights.Reads(alliance, of, each);
            var asked = person is { } any && In(alliance, any) && !alliance.OnlyObserves(any) && !funds
                && !alliance.FundingTies.Any(tie => review.Parties.Contains(tie.Funder) && alliance.IsOf(any, tie.Funded))
                && !review.Parties.Any(party => alliance.IsOf(any, party))
                && (Has(alliance, any, Role.Facilitator) || decision.Roster.Any(partner => !decision.Left.Contains(partner) && alliance.IsOf(any, partner)));
            Assert.Equal(isReader || asked, DecisionViews.Card(alliance, reader, decision.Id, now) is not null);
        }

        var level = CaseViews.Shared(alliance, reader);
        Assert.All(level, static item => Assert.NotEqual(Level.Parties, item.Level));
        if (person is null) Assert.All(level, static item => Assert.True(item.Level >= Level.Alliance));
    }

    /// <summary>Whoever was named, joined or stood in, and is still of that partner; and who is neutral now.</summary>
    private static HashSet<PersonId> Insiders(Alliance alliance, IReadOnlyList<AllianceEvent> stream, CaseId id)
    {
        var named = new HashSet<(PersonId Person, PartnerId? Of)>();
        PersonId? neutral = null;
        foreach (var happened in stream.OfType<CaseEvent>().Where(happened => happened.Case == id))
        {
            switch (happened)
            {
                case CaseOpened opened: named.UnionWith(opened.People.Select(static one => (one.Person, one.Partner))); break;
                case CaseMoved moved: named.UnionWith(moved.Joins.Select(static one => (one.Person, one.Partner))); break;
                case CasePersonLeft left:
                    named.Remove((left.Person, left.Partner));
                    if (left.Heir is { } heir) named.Add((heir, left.Partner));
                    break;
                case CaseNeutralNamed named_: neutral = named_.Person; break;
                case CaseNeutralGone: neutral = null; break;
            }
        }

        return named.Where(one => one.Of is { } of ? alliance.IsOf(one.Person, of) : In(alliance, one.Person)).Select(static one => one.Person)
            .Concat(neutral is { } who && In(alliance, who) ? [who] : []).ToHashSet();
    }

    private static bool Knows(Alliance alliance, Concern concern, PersonId person)
    {
        if (!In(alliance, person)) return false;
        if (concern.By == person) return true;
        if (concern.State == ConcernState.Withdrawn) return false;
        if (concern.QuietTo is { } neutral) return neutral == person;
        if (concern.TalkOfferedAt is not null && concern.People.Contains(person)) return true;
        if (concern.People.Contains(person)) return false;
        var sides = alliance.Partners.Where(partner => !partner.Left && concern.People.Append(concern.By).Any(one => alliance.IsOf(one, partner.Id)))
            .Select(static partner => partner.Id).ToList();
        if (sides.Exists(partner => alliance.IsOf(person, partner)
            || alliance.FundingTies.Any(tie => tie.Funded == partner && alliance.IsOf(person, tie.Funder)))) return false;
        return (concern.SharedWith.Contains(ConcernAid.Facilitators) && Has(alliance, person, Role.Facilitator))
            || (concern.SharedWith.Contains(ConcernAid.Troubleshooters) && Has(alliance, person, Role.Troubleshooter));
    }

    private static bool Has(Alliance alliance, PersonId person, Role role) => alliance.Roles.Any(held => held.Person == person && held.Role == role);

    private static bool In(Alliance alliance, PersonId person) => alliance.People.Find(person) is { Left: false };
}

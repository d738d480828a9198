using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class SnapshotTests
{
    private static readonly PersonId Olga = new("olga");
    private static readonly DecisionId Autumn = new("autumn");

    [Fact]
    public void N15_Observers_and_funders_read_results_that_every_other_partner_agreed_to_show()
    {
        var spec = Proposed();
        Assert.Empty(Snapshots.List(spec.State, Olga));
        Assert.Empty(Snapshots.List(spec.State, Jonas));
        Approve(spec);
        foreach (var reader in (PersonId[])[Olga, Jonas, Ana])
        {
            var one = Assert.Single(Snapshots.List(spec.State, reader));
            Assert.Equal(("Our autumn", "What we are glad of."), (one.Title, one.Text));
            Assert.Equal([new SnapshotLine("Referral form v2", new(2026, 12, 2))], one.Results);
        }

        Assert.Empty(Snapshots.List(spec.State, Stranger));
    }

    [Fact]
    public void N15_Who_funds_another_does_not_decide_on_it_nor_reads_it_before()
    {
        var spec = Proposed();
        Assert.Equal([Harbor, Lakeside, Workforce], spec.State.Decisions[Autumn].Roster);
        Assert.Null(DecisionViews.Card(spec.State, new PersonReader(Jonas), Autumn, Later(spec))!.Snapshot);
        Assert.Null(DecisionViews.Card(spec.State, PlaceReader.Any, Autumn, Later(spec))!.Snapshot);
        Assert.NotNull(DecisionViews.Card(spec.State, new PersonReader(Ana), Autumn, Later(spec))!.Snapshot);
        spec.When(new GiveVoice(Autumn, 1, Spec.Ask(820), null, Position.Agree, null, null), Jonas).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void N15_One_partner_that_does_not_agree_is_enough()
    {
        var spec = Proposed();
        spec.When(new GiveVoice(Autumn, 1, Spec.Ask(821), null, Position.Agree, null, null), Tom)
            .When(new GiveVoice(Autumn, 2, Spec.Ask(822), null, Position.Agree, null, null), Ruth);
        Assert.Empty(Snapshots.List(spec.State, Olga));
        spec.When(new GiveVoice(Autumn, 3, Spec.Ask(823), null, Position.StandAside, null, null), Dale);
        Assert.Empty(Snapshots.List(spec.State, Olga));
    }

    [Fact]
    public void N15_Results_are_taken_from_the_record_and_not_from_who_proposes()
    {
        var forged = new Matter(MatterKind.Snapshot)
        {
            Snapshot = new(new(2026, 11, 1), new(2026, 12, 3), [new(Say("We housed a thousand people"), new(2026, 12, 1))]),
        };
        var spec = Approve(Proposed(forged));
        Assert.DoesNotContain("thousand", Dump.Of(spec.State), StringComparison.Ordinal);
        Assert.Single(Snapshots.List(spec.State, Olga)[0].Results);
    }

    [Fact]
    public void N15_What_only_its_two_partners_see_and_what_nobody_accepted_is_never_in_it()
    {
        Assert.Empty(Results(Referral.Requested(seenByAll: false).Accept(Mei, Referral.AcceptedAt).Report(Mei, Local(2026, 12, 1, 12, 0)).AcceptReport(Ana, Local(2026, 12, 2, 9, 0))));
        Assert.Empty(Results(Referral.Reported(Local(2026, 12, 1, 12, 0))));
        Assert.Empty(Results(Referral.Unmet()));
        Assert.Single(Results(Referral.Kept()));
    }

    [Fact]
    public void N15_Beside_snapshots_an_observer_and_a_funder_read_nothing_of_others_promises()
    {
        var spec = Approve(Proposed());
        var now = Later(spec);
        foreach (var reader in (PersonId[])[Olga, Jonas])
        {
            Assert.Null(CommitmentViews.Card(spec.State, new PersonReader(reader), Referral.Id, now));
            Assert.All(spec.State.CheckIns, one => Assert.Null(CheckInViews.Card(spec.State, new PersonReader(reader), one.Id, now)));
            Assert.Null(LedgerViews.Card(spec.State, new PersonReader(reader), LedgerWhose.Partner, Harbor, LedgerPeriod.All(new(2026, 12, 31)), now));
            Assert.Null(Reciprocity.Of(spec.State, reader, Harbor, LedgerPeriod.All(new(2026, 12, 31))));
            Assert.Null(LedgerRecords.Of(spec.State, reader, Harbor, now));
            Assert.Null(LedgerRecords.Of(spec.State, reader, spec.State.Id, now));
            Assert.Null(CommitmentViews.Find(spec.State, reader, "P1").Found);
        }

        Assert.Null(LedgerViews.Card(spec.State, new PersonReader(Olga), LedgerWhose.Sum, null, LedgerPeriod.All(new(2026, 12, 31)), now));
    }

    [Fact]
    public void N15_Shared_indicators_stand_in_it_as_they_were_and_no_other_ones()
    {
        var spec = Referral.Kept()
            .When(new AgreeIndicator(JobsCounted.Id, Spec.Ask(830), JobsCounted.Terms with { Shared = true }, Dale), Dale)
            .When(new AgreeIndicator(new("own"), Spec.Ask(831), JobsCounted.Terms with { Name = Say("Days until the first talk") }, Dale), Dale)
            .When(new AgreeIndicator(new("none"), Spec.Ask(832), JobsCounted.Terms with { Name = Say("Not counted yet"), Shared = true }, Dale), Dale);
        foreach (var (id, value, ask) in new[] { (JobsCounted.Id, 84m, 833), (new IndicatorId("own"), 12m, 834) })
        {
            spec.When(new EnterReading(id, spec.State.Indicators[id].Revision, Spec.Ask(ask), value, new(2026, 11, 30), null), Dale);
        }

        spec.When(new Invite(new("i-olga"), "olga", null, Role.Observer, Say("Olga Brandt"), Spec.Ask(810)), Dale)
            .When(new JoinByCode("olga", Say("Olga Brandt"), Spec.Ask(811)), Olga).When(Propose(Content), Ana);
        Assert.Single(DecisionViews.Card(spec.State, new PersonReader(Ana), Autumn, Later(spec))!.Snapshot!.Numbers.ToArray());
        Approve(spec).When(new EnterReading(JobsCounted.Id, spec.State.Indicators[JobsCounted.Id].Revision, Spec.Ask(835), 90, new(2026, 12, 2), null), Dale);
        var number = Assert.Single(Assert.Single(Snapshots.List(spec.State, Olga).ToArray()).Numbers.ToArray());
        Assert.Equal(new SnapshotNumberLine("Young adults in jobs for 90 days", "people", 84, new(2026, 11, 30), 120, new(2027, 6, 30)), number);
        // About one partner alone there are none: an indicator is of all.
        Assert.Empty(Snapshots.Frozen(spec.State, spec.State.Decisions[Autumn].Proposal with { Matter = Content with { Partner = Harbor } }, Spec.Ask(836)).Matter.Snapshot!.Numbers);
    }

    [Fact]
    public void It_is_frozen_and_what_it_tells_outlives_the_words_of_the_promise()
    {
        var spec = Approve(Proposed());
        var promise = spec.Promise();
        var gone = spec.State with
        {
            Commitments = spec.State.Commitments.With(promise.Id, Forgetting.Without(promise, static _ => true)),
        };
        Assert.Equal("Referral form v2", Snapshots.List(gone, Olga)[0].Results[0].What);
        Assert.NotEqual(promise.Terms.What.Id, spec.State.Decisions[Autumn].Proposal.Matter.Snapshot!.Results[0].What.Id);
    }

    [Fact]
    public void A_first_day_after_the_last_is_refused_and_so_is_a_partner_that_is_not_there()
    {
        var spec = Referral.Kept();
        spec.When(Propose(new(MatterKind.Snapshot) { Snapshot = new(new(2026, 12, 3), new(2026, 12, 2), []) }), Ana).ThenRefused(Snapshots.PeriodOut)
            .When(Propose(new(MatterKind.Snapshot)), Ana).ThenRefused(Snapshots.PeriodOut)
            .When(Propose(Content with { Partner = new("nowhere") }), Ana).ThenRefused(DecisionDecider.UnknownPartner);
    }

    private static readonly Matter Content = new(MatterKind.Snapshot) { Snapshot = new(new(2026, 11, 1), new(2026, 12, 3), []) };

    private static ValueList<SnapshotResult> Results(Spec spec) =>
        spec.When(Propose(Content), Ana, Instant.Max(spec.State.LastAt, Local(2026, 12, 2, 10, 0))).State.Decisions[Autumn].Proposal.Matter.Snapshot!.Results;

    private static Spec Proposed(Matter? matter = null) => Referral.Kept()
        .When(new Invite(new("i-olga"), "olga", null, Role.Observer, Say("Olga Brandt"), Spec.Ask(810)), Dale)
        .When(new JoinByCode("olga", Say("Olga Brandt"), Spec.Ask(811)), Olga)
        .When(Propose(matter ?? Content), Ana);

    private static ProposeDecision Propose(Matter matter) => new(
        Autumn, Spec.Ask(812), new(Say("Our autumn"), Say("What we are glad of."), DecisionMethod.Consensus, 1, new(2026, 12, 10), matter));

    private static Spec Approve(Spec spec) => spec
        .When(new GiveVoice(Autumn, 1, Spec.Ask(813), null, Position.Agree, null, null), Tom)
        .When(new GiveVoice(Autumn, 2, Spec.Ask(814), null, Position.Agree, null, null), Ruth)
        .When(new GiveVoice(Autumn, 3, Spec.Ask(815), null, Position.Agree, null, null), Dale);

    private static Instant Later(Spec spec) => spec.State.LastAt;
}

using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Promises that build on others.</summary>
public sealed class DependenceTests
{
    private static readonly CommitmentId Training = new("training");

    [Fact]
    public void A16_A_later_date_warns_the_doer_of_what_builds_on_it()
    {
        var spec = Linked().Change(Mei, Referral.Due.PlusDays(7)).AcceptChange(Ana);
        spec.ThenToldAmongOthers("depends.moved -> priya");
        var notice = spec.Told().Single(static notice => notice.Kind == "depends.moved");
        Assert.Equal((Subject)Training, notice.Subject);
        Assert.Contains(new Fact("on", Referral.Id.Value), notice.Facts);
    }

    [Fact]
    public void A16_An_earlier_date_warns_nobody()
    {
        var spec = Linked().Change(Mei, Referral.Due.PlusDays(-2)).AcceptChange(Ana);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind.StartsWith("depends.", StringComparison.Ordinal));
    }

    [Fact]
    public void A16_That_its_date_passed_is_told() =>
        Linked().WhenClockWalksTo(Local(2026, 12, 8, 9, 0)).ThenToldAmongOthers("depends.overdue -> priya");

    [Fact]
    public void A16_At_risk_is_told_to_who_may_see_it_and_else_the_own_doer_is_asked_to_tell()
    {
        Linked().AtRisk(Mei).ThenToldAmongOthers("depends.tell -> mei");
        var inside = Linked(doer: Ruth, doing: Lakeside).AtRisk(Mei);
        inside.ThenToldAmongOthers("depends.at-risk -> ruth");
        Assert.DoesNotContain(inside.Told(), static notice => notice.Kind == "depends.tell");
    }

    [Fact]
    public void A16_Ended_unkept_is_told_and_done_too()
    {
        Linked(doer: Ruth, doing: Lakeside).Do((revision, ask) => new GiveUpCommitment(Referral.Id, revision, ask, Say("no")), Mei)
            .ThenToldAmongOthers("depends.ended -> ruth");
        Linked().Report(Mei).AcceptReport(Ana).ThenToldAmongOthers("depends.kept -> priya");
    }

    [Fact]
    public void A16_A_circle_is_refused_however_long()
    {
        var spec = Linked();
        spec.When(new DependOn(Referral.Id, Revision(spec, Referral.Id), Spec.Ask(30), Referral.Id), Mei).ThenRefused(Dependence.InACircle);
        spec.When(new DependOn(Referral.Id, Revision(spec, Referral.Id), Spec.Ask(31), Training), Mei).ThenRefused(Dependence.InACircle);
    }

    [Fact]
    public void A16_What_one_may_not_see_one_cannot_build_on()
    {
        var hidden = Referral.Agreed(seenByAll: false);
        Propose(hidden, Priya, Workforce).When(new DependOn(Training, 1, Spec.Ask(30), Referral.Id), Priya).ThenRefused(Refusal.NotYours);
        Propose(Referral.Agreed(), Priya, Workforce).When(new DependOn(Training, 1, Spec.Ask(30), new("nothing")), Priya).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void A16_Each_reader_sees_of_it_what_they_may_see_anyway()
    {
        var spec = Linked();
        Assert.Equal("1", Assert.Single(CommitmentViews.Card(spec.State, new PersonReader(Priya), Training, Now)!.Inside!.DependsOn).Label);
        Assert.Equal("2", Assert.Single(CommitmentViews.Card(spec.State, new PersonReader(Mei), Referral.Id, Now)!.Inside!.BuildingOn).Label);
        var hidden = Linked(seenByAll: false);
        Assert.Empty(CommitmentViews.Card(hidden.State, new PersonReader(Priya), Training, Now)!.Inside!.DependsOn);
        Assert.Equal("1", Assert.Single(CommitmentViews.Card(hidden.State, new PersonReader(Tom), Training, Now)!.Inside!.DependsOn).Label);
    }

    [Fact]
    public void A16_It_can_be_taken_out_again()
    {
        var spec = Linked();
        spec.When(new DependNoMore(Training, Revision(spec, Training), Spec.Ask(30), Referral.Id), Priya).Then(new CommitmentDependsNoMore(Training, Referral.Id));
        spec.When(new DependNoMore(Training, Revision(spec, Training), Spec.Ask(31), Referral.Id), Priya).ThenRefused(Dependence.NoSuch);
    }

    [Fact]
    public void A16_A_request_can_say_at_once_what_it_builds_on()
    {
        var terms = Referral.Terms with { Doer = Priya, DoerPartner = Workforce };
        Referral.Agreed().When(new RequestCommitment(Training, Spec.Ask(20), terms, null, true) { DependsOn = Referral.Id }, Ana)
            .ThenHappened<CommitmentRequested>().ThenHappened<CommitmentDepends>();
    }

    private static int Revision(Spec spec, CommitmentId id) => spec.State.Commitments[id].Revision;

    /// <summary>Harbor (Tom) is promised a training that builds on the referral form.</summary>
    private static Spec Linked(PersonId? doer = null, PartnerId? doing = null, bool seenByAll = true)
    {
        var spec = Propose(Referral.Agreed(seenByAll: seenByAll), doer ?? Priya, doing ?? Workforce);
        spec.When(new AcceptCommitment(Training, 1, Spec.Ask(21), null), doer ?? Priya);
        return spec.When(new DependOn(Training, Revision(spec, Training), Spec.Ask(22), Referral.Id), Tom);
    }

    private static Spec Propose(Spec spec, PersonId doer, PartnerId doing) => spec.When(
        new RequestCommitment(Training, Spec.Ask(20), Referral.Terms with { What = Say("Training"), Doer = doer, DoerPartner = doing, Receiver = Tom }, null, true), Tom);
}

using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class ErasingTests
{
    [Fact]
    public void Who_erases_the_own_self_leaves_and_the_record_of_the_other_side_stays_whole()
    {
        var spec = Referral.Kept();
        var before = Ledgers.Of(spec.State, Lakeside, LedgerPeriod.All(new(2026, 12, 31)), spec.State.LastAt);
        spec.When(new ErasePerson(Mei, Spec.Ask(700)), Mei).ThenHappenedUnread<PersonErased>(static one => one.Shelves.Contains(Shelf.Of(Mei)));
        Assert.True(spec.State.People[Mei] is { Left: true, Name.Text: null, WordsGone: not null });
        Assert.DoesNotContain("\"Mei Chen\"", Dump.Of(spec.State), StringComparison.Ordinal);
        Assert.DoesNotContain("\"It is live.\"", Dump.Of(spec.State), StringComparison.Ordinal);
        var promise = spec.Promise();
        Assert.Equal((CommitmentState.Kept, Mei, "Referral form v2"), (promise.State, promise.Terms.Doer!.Value, promise.Terms.What.Text));
        Assert.NotNull(promise.Terms.DoneWhen.Text);
        Assert.Equal(before, Ledgers.Of(spec.State, Lakeside, LedgerPeriod.All(new(2026, 12, 31)), spec.State.LastAt));
        Assert.Equal("commitment.reported", promise.History.First(static line => line.By == Mei && line.What == "commitment.reported").What);
    }

    [Fact]
    public void Words_of_the_other_side_stay()
    {
        var spec = Referral.Reported().Return(Ana).Note(Mei);
        spec.When(new ErasePerson(Mei, Spec.Ask(701)), Mei).ThenHappenedUnread<PersonErased>(static _ => true);
        Assert.Equal("Only one partner has used it.", spec.Promise().Report!.Unmet!.Text);
        Assert.Null(spec.Promise().Report!.Note!.Text);
        Assert.Equal("Ana Reyes", spec.State.People[Ana].Name.Text);
    }

    [Fact]
    public void An_administrator_erases_only_who_has_left_and_nobody_else_erases_another()
    {
        var spec = Referral.Agreed();
        spec.When(new ErasePerson(Mei, Spec.Ask(702)), Dale).ThenRefused(Erasing.StillIn)
            .When(new ErasePerson(Mei, Spec.Ask(703)), Ruth).ThenRefused(Refusal.NotYours)
            .When(new ErasePerson(Mei, Spec.Ask(704)), Ana).ThenRefused(Refusal.NotYours)
            .When(new ErasePerson(new("nobody"), Spec.Ask(705)), Dale).ThenRefused(Refusal.NotYours);
        spec.When(new RemovePerson(Mei, Spec.Ask(706)), Ruth);
        spec.When(new ErasePerson(Mei, Spec.Ask(707)), Ruth).ThenRefused(Refusal.NotYours);
        spec.When(new ErasePerson(Mei, Spec.Ask(708)), Dale).ThenHappenedUnread<PersonErased>(static _ => true);
        Assert.Null(spec.State.People[Mei].Name.Text);
        spec.When(new ErasePerson(Mei, Spec.Ask(709)), Dale).ThenNothing();
    }

    [Fact]
    public void That_somebody_was_erased_is_told_to_all_managers_and_who_it_was_to_nobody()
    {
        var spec = Referral.Kept().When(new ErasePerson(Mei, Spec.Ask(710)), Mei);
        var told = spec.Told().Single(static notice => notice.Kind == "person.erased");
        Assert.Equal([Dale, Jonas, Ruth, Tom], Addressees.Resolve(spec.State, told).Order(Comparer<PersonId>.Create(static (a, b) => string.CompareOrdinal(a.Value, b.Value))));
        Assert.Empty(told.Facts);
    }

    [Fact]
    public void Somebody_has_to_go_on()
    {
        Spec.Given().When(new ErasePerson(Ruth, Spec.Ask(711)), Ruth).ThenRefused(PeopleDecider.LastManager)
            .When(new ErasePerson(Dale, Spec.Ask(712)), Dale).ThenRefused(PeopleDecider.LastManager);
    }

    [Fact]
    public void The_name_in_an_invitation_dies_with_its_person()
    {
        var spec = Spec.Given()
            .When(new Invite(new("i1"), "code", Lakeside, Role.Staff, Say("Lee Park"), Spec.Ask(713)), Ruth)
            .When(new JoinByCode("code", Say("Lee Park"), Spec.Ask(714)), new("lee"));
        spec.When(new ErasePerson(new("lee"), Spec.Ask(715)), new("lee"))
            .ThenHappenedUnread<PersonErased>(static one => one.Shelves.Contains(Shelf.Of(new InvitationId("i1"))));
        Assert.DoesNotContain("\"Lee Park\"", Dump.Of(spec.State.Invitations), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Lee Park\"", Dump.Of(spec.State.People), StringComparison.Ordinal);
    }
}

using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What was held over a night must not ask for what was answered meanwhile.</summary>
public sealed class StillWantedTests
{
    [Fact]
    public void A_request_that_was_answered_meanwhile_is_not_asked_again()
    {
        Assert.True(Is(Referral.Requested(), "commitment.requested"));
        Assert.False(Is(Referral.Agreed(), "commitment.requested"));
        Assert.False(Is(Referral.Kept(), "commitment.answer-reminded"));
    }

    [Fact]
    public void A_report_is_asked_about_only_while_it_waits()
    {
        Assert.True(Is(Referral.Reported(), "commitment.reported"));
        Assert.False(Is(Referral.Agreed(), "commitment.reported"));
        Assert.False(Is(Referral.Kept(), "commitment.confirm-reminded"));
    }

    [Fact]
    public void An_overdue_promise_is_asked_about_until_it_is_reported_or_ends()
    {
        Assert.True(Is(Referral.AskedOverdue(), "commitment.overdue-asked"));
        Assert.False(Is(Referral.Unmet(), "commitment.overdue-asked"));
        Assert.False(Is(Referral.Reported(), "commitment.overdue-told"));
    }

    [Fact]
    public void That_something_happened_is_always_told()
    {
        foreach (var kind in (string[])["commitment.kept", "commitment.declined", "commitment.accepted", "commitment.noted"])
            Assert.True(Is(Referral.Kept(), kind));
    }

    private static bool Is(Spec spec, string kind) =>
        StillWanted.Is(spec.State, new Notice(Referral.Id, kind, Addressee.Person(Mei), Now));
}

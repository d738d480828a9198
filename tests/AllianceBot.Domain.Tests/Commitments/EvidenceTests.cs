using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What has to come with a report.</summary>
public sealed class EvidenceTests
{
    [Fact]
    public void A15_A_report_without_the_evidence_that_was_agreed_asks_for_it()
    {
        Reported(EvidenceKind.Link, null).ThenRefused(EvidenceRules.Missing);
        Reported(EvidenceKind.Number, "  ").ThenRefused(EvidenceRules.Missing);
        Reported(EvidenceKind.None, null).ThenHappened<CommitmentReported>();
    }

    [Fact]
    public void A15_Both_sides_see_the_evidence()
    {
        var spec = Reported(EvidenceKind.Link, "https://harbor.example/form").ThenHappened<CommitmentReported>();
        foreach (var person in (PersonId[])[Mei, Ana, Tom, Sam])
        {
            Assert.Equal("https://harbor.example/form", CommitmentViews.Card(spec.State, new PersonReader(person), Referral.Id, Now)!.Inside!.Report!.Proof);
        }
    }

    [Theory]
    [InlineData("http://harbor.example/form")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@harbor.example/")]
    [InlineData("https://localhost/")]
    [InlineData("https://harbor.example/a b")]
    [InlineData("harbor.example")]
    [InlineData("[form](https://harbor.example)")]
    public void A15_A_link_is_an_https_address_and_nothing_else(string link) => Reported(EvidenceKind.Link, link).ThenRefused(EvidenceRules.NotALink);

    [Theory]
    [InlineData("25", true)]
    [InlineData("25 forms", true)]
    [InlineData("12.5%", true)]
    [InlineData("-3", true)]
    [InlineData("many", false)]
    [InlineData("forms 25", false)]
    public void A15_A_number_is_a_number_with_its_unit(string text, bool fits)
    {
        var spec = Reported(EvidenceKind.Number, text);
        if (fits) spec.ThenHappened<CommitmentReported>();
        else spec.ThenRefused(EvidenceRules.NotANumber);
    }

    [Fact]
    public void A15_Too_long_or_with_line_breaks_it_is_no_evidence()
    {
        Reported(EvidenceKind.File, new string('x', 501)).ThenRefused(TermsRules.TextTooLong);
        Reported(EvidenceKind.File, "a\nb").ThenRefused(TextRules.NotAName);
        Reported(EvidenceKind.File, "shared drive, folder 3").ThenHappened<CommitmentReported>();
        Reported(EvidenceKind.None, "http://harbor.example").ThenRefused(EvidenceRules.NotALink);
    }

    private static Spec Reported(EvidenceKind needed, string? proof) => Referral.Agreed(Referral.Terms with { Evidence = needed })
        .Do((revision, ask) => new ReportDone(Referral.Id, revision, ask, null) { Proof = proof is null ? null : Say(proof) }, Mei);
}

using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What digests say, about the referral form: Lakeside (Mei, manager Ruth) for Harbor (Ana, manager Tom).</summary>
public sealed class DigestContentTests
{
    private static Spec With(Spec spec, params ReadOnlySpan<PersonId> readers)
    {
        foreach (var reader in readers)
        {
            spec.When(new SetDigest(DigestWish.Usual, new($"on-{reader}")), by: reader, spec.State.LastAt);
            Assert.NotEmpty(spec.Events);
        }

        return spec;
    }

    private static DigestIssue Issue(Spec spec, PersonId reader) => spec.State.Digests[reader].Issues[^1];

    private static DigestCard Card(Spec spec, PersonId reader, PersonId? by = null) => DigestViews.Card(
        spec.State, new PersonReader(by ?? reader), new DigestId(reader, Issue(spec, reader).Week).Subject, spec.State.LastAt)!;

    private static string Kinds(DigestPart part) =>
        string.Join(' ', part.Groups.Select(static group => $"{group.Kind}:{string.Join(',', group.Lines.Select(static line => line.Promise.Value))}"));

    [Fact]
    public void N22_Only_what_its_receiver_accepted_is_a_result()
    {
        var reported = With(Referral.Reported(Local(2026, 11, 25, 9, 0)), Ruth, Tom).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal(0, Issue(reported, Ruth).ResultCount);
        Assert.Equal(1, Issue(reported, Tom).Parts[0].Of(DigestGroupKind.WaitsForUs).Count);
        // It waits for Ana by name: what needs the manager is what waits for the manager.
        Assert.Empty(Issue(reported, Tom).Needs);
        var kept = With(Referral.Kept(Local(2026, 11, 24, 9, 0)), Ruth, Tom, Sam, Dale).WhenClockWalksTo(Local(2026, 12, 7, 8, 0));
        foreach (var reader in (PersonId[])[Ruth, Tom, Sam, Dale]) Assert.Equal([Referral.Id], Issue(kept, reader).Results.ToArray());
        Assert.Equal("Delivered:referral", Kinds(Issue(kept, Ruth).Parts[0]));
        Assert.Equal([new DigestFigure(LedgerFigure.KeptOnTime, 1)], Issue(kept, Ruth).Parts[0].Figures.ToArray());
        Assert.Equal(1, Issue(kept, Ruth).Parts[0].Weeks.Sum(static week => week.Kept));
        // Each day is in one digest: next week it is said no more.
        kept.WhenClockWalksTo(Local(2026, 12, 14, 8, 0));
        Assert.Equal(0, Issue(kept, Ruth).ResultCount);
    }

    [Fact]
    public void G3_Of_what_is_as_pressing_what_is_due_sooner_and_was_asked_first_comes_first_whatever_its_id()
    {
        var spec = Spec.Given();
        foreach (var (id, due) in new[] { ("d", 18), ("c", 16), ("b", 16), ("a", 16) })
        {
            var terms = Referral.Terms with { Due = new(2026, 12, due), DoerPartner = Harbor, Doer = Tom, ReceiverPartner = Lakeside, Receiver = Ruth };
            spec.When(new RequestCommitment(new(id), new($"ask-{id}"), terms, null, true), Ruth, Local(2026, 11, 27, 10, 0));
        }

        With(spec, Tom).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal(4, Issue(spec, Tom).NeedCount);
        Assert.Equal([new CommitmentId("c"), new CommitmentId("b"), new CommitmentId("a")], Issue(spec, Tom).Needs.ToArray());
        Assert.Equal(
            ["c", "b", "a", "d"], CommitmentListing.Of(spec.State, Tom, CommitmentList.Waiting, spec.State.LastAt).Lines.Select(static line => line.Id.Value));
    }

    [Fact]
    public void G3_A_promise_is_due_then_at_risk_or_late_and_never_two_of_them()
    {
        var due = With(Referral.Agreed(), Ruth, Tom).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal("DueNext:referral", Kinds(Issue(due, Ruth).Parts[0]));
        Assert.Equal("PromisedToUs:referral", Kinds(Issue(due, Tom).Parts[0]));
        var risk = With(Referral.Agreed().AtRisk(Mei), Ruth).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal("AtRisk:referral", Kinds(Issue(risk, Ruth).Parts[0]));
        Assert.Equal("the agreement is late", Assert.Single(Card(risk, Ruth).Parts[0].Groups[0].Lines.ToArray()).Said!.Text);
        var late = With(Referral.Agreed(), Ruth).WhenClockWalksTo(Local(2026, 12, 7, 8, 0));
        Assert.Equal(1, Issue(late, Ruth).Parts[0].Of(DigestGroupKind.Overdue).Count);
        Assert.Equal(0, Issue(late, Ruth).Parts[0].Of(DigestGroupKind.DueNext).Count + Issue(late, Ruth).Parts[0].Of(DigestGroupKind.AtRisk).Count);
    }

    [Fact]
    public void G3_Both_sides_read_that_its_date_is_over()
    {
        var before = With(Referral.Agreed(), Ruth, Tom).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.False(Assert.Single(Card(before, Tom).Parts[0].Groups[0].Lines.ToArray()).Past);
        var late = before.WhenClockWalksTo(Local(2026, 12, 7, 8, 0));
        Assert.True(Assert.Single(Card(late, Tom).Parts[0].Groups.Single(static group => group.Kind == DigestGroupKind.PromisedToUs).Lines.ToArray()).Past);
        // Opened again it says what it said then.
        var earlier = DigestViews.Card(late.State, new PersonReader(Tom), new DigestId(Tom, late.State.Digests[Tom].Issues[^2].Week).Subject, late.State.LastAt)!;
        Assert.False(Assert.Single(earlier.Parts[0].Groups[0].Lines.ToArray()).Past);
    }

    [Fact]
    public void B5_Two_misses_in_a_row_stand_in_the_own_managers_digest()
    {
        var spec = With(Referral.Agreed(), Ruth, Sam).WhenClockWalksTo(Local(2026, 12, 21, 8, 0));
        Assert.Contains(spec.Events.OfType<CheckInMissed>(), static missed => missed.InRow == 2);
        Assert.Contains(
            spec.State.Digests[Ruth].Issues, static issue => issue.Parts[0].Of(DigestGroupKind.Unanswered).Lines.Any(static line => line.Promise == Referral.Id));
        Assert.Contains(spec.State.Digests[Sam].Issues, static issue => issue.Overview!.Unanswered.Contains(Referral.Id));
    }

    [Fact]
    public void A_facilitator_reads_who_was_not_heard_from_and_since_when()
    {
        var spec = With(Referral.Agreed(), Sam, Tom).WhenClockWalksTo(Local(2026, 12, 14, 8, 0));
        Assert.Equal([new DigestSilence(Harbor, new(2026, 11, 20)), new(Lakeside, new(2026, 11, 23))], Issue(spec, Sam).Overview!.Silent.ToArray());
        Assert.Equal(["Harbor Youth Center", "Lakeside Community College"], Card(spec, Sam).Overview!.Silent.Select(static partner => partner.Name));
        // Too little is open to speak of shares, and a manager reads none of it.
        Assert.Null(Issue(spec, Sam).Overview!.TopPartner);
        Assert.Null(Issue(spec, Tom).Overview);
        spec.Note(Mei).WhenClockWalksTo(Local(2026, 12, 21, 8, 0));
        Assert.DoesNotContain(Issue(spec, Sam).Overview!.Silent, static silence => silence.Partner == Lakeside);
    }

    [Fact]
    public void Cases_are_counts_by_step_for_who_is_in_them_and_who_is_neutral_reads_that_time_runs_out()
    {
        var spec = Referrals.OnRung(4).Moves(new(MotionKind.NameNeutral) { Person = Sam }, Tom).Agrees(Ruth);
        var until = CaseInsides.Waiting(spec.State, spec.Case())!.Until;
        var monday = DigestTimes.MondayOf(until);
        With(spec, Sam, Ruth, Dale).WhenClockWalksTo(Local(monday.PlusWeeks(-1)));
        Assert.Equal(0, Issue(spec, Sam).Overview!.CasesEnding);
        spec.WhenClockWalksTo(Local(monday));
        Assert.Equal(1, Issue(spec, Sam).Overview!.CasesEnding);
        foreach (var reader in (PersonId[])[Sam, Ruth]) Assert.Equal([new DigestCases(4, 1, Own: true)], Issue(spec, reader).Cases.ToArray());
        Assert.Empty(Issue(spec, Dale).Cases);

        static Instant Local(LocalDate date) => Riverbend.Local(date.Year, date.Month, date.Day, 8, 0);
    }

    [Fact]
    public void G2_Contents_follow_the_readers_rights_of_today()
    {
        // Between Lakeside and Harbor alone: Dale hears nothing of it, Sam facilitates and does.
        var spec = With(Referral.Requested(seenByAll: false).Accept(Mei, Referral.AcceptedAt).Report(Mei, Local(2026, 11, 24, 9, 0))
            .AcceptReport(Ana, Local(2026, 11, 24, 10, 0)), Ruth, Dale, Sam).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal(0, Issue(spec, Dale).ResultCount);
        Assert.Equal(1, Issue(spec, Sam).ResultCount);
        Assert.Single(Card(spec, Ruth).Parts[0].Groups[0].Lines.ToArray());
        Assert.Null(Card(spec, Ruth).Overview);
        Assert.NotNull(Card(spec, Sam).Overview);
        spec.When(new UnassignRole(Sam, Role.Facilitator, null, Spec.Ask(90)), by: Dale);
        Assert.Null(Card(spec, Sam).Overview);
        Assert.Empty(Card(spec, Sam).Results);
        foreach (var other in (PersonId[])[Ana, Tom, Dale, Stranger])
        {
            Assert.Null(DigestViews.Card(spec.State, new PersonReader(other), new DigestId(Ruth, Issue(spec, Ruth).Week).Subject, spec.State.LastAt));
        }
    }

    [Fact]
    public void G6_An_earlier_one_opens_with_the_figures_as_they_were()
    {
        var spec = With(Referral.Kept(Local(2026, 11, 24, 9, 0)), Ruth).WhenClockWalksTo(Local(2026, 12, 7, 8, 0));
        var before = Card(spec, Ruth);
        spec.WhenClockWalksTo(Local(2026, 12, 14, 8, 0));
        var again = DigestViews.Card(spec.State, new PersonReader(Ruth), before.Id.Subject, spec.State.LastAt)!;
        Assert.False(again.Latest);
        Assert.Equal(Dump.Of(before.Parts), Dump.Of(again.Parts));
        Assert.Equal(before.Id.Subject, DigestViews.Of(spec.State, Ruth, new(2026, 12, 9)));
        Assert.Equal(2, DigestViews.List(spec.State, Ruth, spec.State.LastAt).Count);
    }

    [Fact]
    public void What_people_are_shown_beforehand_is_what_the_digests_say_with_the_sentence_they_add()
    {
        var spec = With(Referral.Agreed(), Ruth, Tom, Sam).WhenClockWalksTo(Local(2026, 11, 27, 9, 0));
        // Friday is Mei's last working day before Monday.
        Assert.Equal(1, Assert.Single(spec.Events.OfType<DigestPreviewed>(), static shown => shown.Reader == Mei).Promises);
        Assert.Contains(spec.Told(), static notice => notice is { Kind: "digest.preview" } && notice.Subject == DigestId.PreviewOf(Mei));
        spec.When(new RemarkOn(Referral.Id, Say("The form is with the printer."), Spec.Ask(50)), by: Mei, Local(2026, 11, 27, 10, 0)).ThenOnly<CommitmentRemarked>().ThenTold();
        var shown = PreviewViews.Of(spec.State, Mei, Local(2026, 11, 27, 10, 0))!;
        var said = Assert.Single(shown.Promises.ToArray()).Sayings;
        Assert.Equal([DigestGroupKind.DueNext, DigestGroupKind.PromisedToUs], said.Select(static one => one.Kind));
        Assert.All(said, static one => Assert.Equal("The form is with the printer.", one.Line.Said!.Text));
        spec.WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        var ruth = Assert.Single(Card(spec, Ruth).Parts[0].Groups.ToArray());
        Assert.Equal((said[0].Kind, said[0].Line), (ruth.Kind, Assert.Single(ruth.Lines.ToArray())));
        var tom = Assert.Single(Card(spec, Tom).Parts[0].Groups.ToArray());
        Assert.Equal((said[1].Kind, said[1].Line), (tom.Kind, Assert.Single(tom.Lines.ToArray())));
    }

    [Fact]
    public void Only_the_doing_side_adds_a_sentence_and_only_while_the_promise_is_spoken_of()
    {
        var spec = Referral.Agreed();
        RemarkOn Remark(int ask, string text) => new(Referral.Id, Say(text), Spec.Ask(ask));
        spec.When(Remark(60, "no"), by: Ana).ThenRefused(Refusal.NotYours);
        spec.When(Remark(61, "no"), by: Dale).ThenRefused(Refusal.NotYours);
        spec.When(Remark(62, " "), by: Mei).ThenRefused(TextRules.Missing);
        spec.When(Remark(63, new string('x', DigestDecider.RemarkLetters + 1)), by: Mei).ThenRefused(TextRules.TooLong);
        spec.When(Remark(64, "yes"), by: Ruth).ThenOnly<CommitmentRemarked>();
        var kept = Referral.Kept();
        kept.When(Remark(65, "late"), by: Mei, kept.State.LastAt + Duration.FromDays(9)).ThenRefused(DigestDecider.NotSpokenOf);
    }

    [Fact]
    public void Somebody_without_a_promise_or_away_until_then_is_shown_nothing()
    {
        var spec = With(Referral.Agreed(), Ruth).WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.All(spec.Events.OfType<DigestPreviewed>(), static shown => Assert.Equal(Mei, shown.Reader));
        var away = With(Referral.Agreed(), Ruth).When(new AnnounceAbsence(new(2026, 11, 26), new(2026, 11, 27), null, Spec.Ask(70)), by: Mei)
            .WhenClockWalksTo(Local(2026, 11, 30, 8, 0));
        Assert.Equal(Local(2026, 11, 25, 9, 0), Assert.Single(away.Events.OfType<DigestPreviewed>()).At);
    }
}

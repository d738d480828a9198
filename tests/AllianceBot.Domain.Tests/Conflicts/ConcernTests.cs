using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class ConcernTests
{
    private static readonly ConcernId Id = new("worry");

    [Fact]
    public void One_sentence_is_enough_nobody_else_reads_it_and_a_talk_is_offered_first()
    {
        var spec = Raised().ThenOnly<ConcernRaised>().ThenTold();
        Assert.Equal(ConcernAct.OfferTalk, Card(spec, Ana)!.Acts[0]);
        foreach (var person in (PersonId[])[Mei, Ruth, Tom, Sam, Dale, Stranger]) Assert.Null(Card(spec, person));
        Assert.Null(ConcernViews.Card(spec.State, PlaceReader.Any, Id));
        Assert.Null(spec.State.NextDue);
        spec.When(new OfferTalk(Id, 1, Spec.Ask(2), null), Ana).ThenTold("concern.talk-offered -> mei");
        Assert.Equal([ConcernAct.AnswerTalk], Card(spec, Mei)!.Acts);
        spec.When(new AnswerTalk(Id, 2, Spec.Ask(3), true, Say("Tomorrow at ten")), Mei).ThenTold("concern.talk-answered -> ana");
        spec.When(new EndConcern(Id, 3, Spec.Ask(4), null), Ana).ThenHappened<ConcernEnded>();
        Assert.Empty(Card(spec, Ana)!.Acts);
    }

    [Fact]
    public void It_is_told_to_helpers_of_no_side_only_when_its_author_wants_it()
    {
        var spec = Raised().When(new ShareConcern(Id, 1, Spec.Ask(2), ConcernAid.Troubleshooters), Ana).ThenTold("concern.shared -> priya");
        Assert.NotNull(Card(spec, Priya));
        Assert.Null(Card(spec, Sam));
        Assert.Empty(Card(spec, Priya)!.Acts);
        spec.When(new ShareConcern(Id, 2, Spec.Ask(3), ConcernAid.Facilitators), Ana).ThenTold("concern.shared -> sam");
        spec.When(new ShareConcern(Id, 3, Spec.Ask(4), ConcernAid.Facilitators), Ana).ThenRefused(ConcernDecider.SharedAlready);
        // A helper of a side is none.
        spec.When(new AssignRole(Sam, Role.Staff, Lakeside, Spec.Ask(70)), Ruth);
        Assert.Null(Card(spec, Sam));
    }

    [Fact]
    public void It_becomes_a_case_and_its_words_die_later()
    {
        var spec = Ladder.Ratified(Referrals.Text).When(Raise(), Ana).When(Referrals.Opening() with { Concern = Id, Ask = Spec.Ask(2) }, Ana)
            .ThenHappened<CaseOpened>().ThenHappened<ConcernBecameCase>();
        Assert.Equal(Referrals.Number, Card(spec, Ana)!.Case!.Id);
        spec.When(Referrals.Opening() with { Case = new("again"), Concern = Id, Ask = Spec.Ask(3) }, Ana).ThenRefused(ConcernDecider.Ended);
        spec.WhenClockWalksTo(spec.State.LastAt + NodaTime.Duration.FromDays(40)).ThenHappened<WordsForgotten>(static gone => gone.Item == (Subject)Id);
        Assert.Null(Card(spec, Ana)!.Sentence);
    }

    [Fact]
    public void A_quiet_word_is_seen_by_that_neutral_alone_and_can_be_taken_back()
    {
        var quiet = new SayQuietWord(Id, Spec.Ask(1), Say("I am worried"), ConflictKind.Culture, Sam, [Mei]);
        Spec.Given().When(quiet with { To = Ruth }, Ana).ThenRefused(ConcernDecider.NotNeutral);
        Spec.Given().When(quiet with { To = Dale }, Ana).ThenRefused(ConcernDecider.NotNeutral);
        var spec = Spec.Given().When(quiet, Ana).ThenTold("concern.quiet-word -> sam");
        foreach (var person in (PersonId[])[Mei, Ruth, Tom, Dale, Priya]) Assert.Null(Card(spec, person));
        Assert.Equal("I am worried", Card(spec, Sam)!.Sentence);
        spec.When(new HearConcern(Id, 1, Spec.Ask(2), null), Sam).ThenTold("concern.heard -> ana");
        spec.When(new OfferTalk(Id, 2, Spec.Ask(3), null), Ana).ThenRefused(ConcernDecider.Quiet);
        spec.When(new WithdrawConcern(Id, 2, Spec.Ask(4)), Ana).ThenHappened<WordsForgotten>();
        Assert.Null(Card(spec, Sam));
        Assert.Null(Card(spec, Ana)!.Sentence);
    }

    [Fact]
    public void A_quiet_word_whose_neutral_is_gone_goes_back_to_its_author_and_to_nobody_else()
    {
        var spec = Spec.Given().When(new SayQuietWord(Id, Spec.Ask(1), Say("I am worried"), ConflictKind.Culture, Sam, []), Ana)
            .When(new RemovePerson(Sam, Spec.Ask(80)), Dale).ThenHappened<ConcernReturned>();
        spec.ThenToldAmongOthers("concern.returned -> ana");
        foreach (var person in (PersonId[])[Mei, Ruth, Tom, Dale, Priya]) Assert.Null(Card(spec, person));
        Assert.Equal("I am worried", Card(spec, Ana)!.Sentence);
    }

    [Fact]
    public void Bad_input_is_refused_and_nothing_is_saved()
    {
        Spec.Given().When(Raise() with { People = [Ana] }, Ana).ThenRefused(ConcernDecider.AboutYourself);
        Spec.Given().When(Raise() with { People = [Tom] }, Ana).ThenRefused(ConcernDecider.OwnOrganisation);
        Spec.Given().When(Raise() with { People = [Stranger] }, Ana).ThenRefused(ConcernDecider.PersonUnknown);
        Spec.Given().When(Raise() with { Sentence = Say("") }, Ana).ThenRefused(TextRules.Missing);
        Spec.Given().When(Raise() with { About = new("none") }, Ana).ThenRefused(Refusal.NotYours);
        Spec.Given().When(Raise(), Stranger).ThenRefused(Refusal.NotYours);
        var spec = Raised();
        foreach (var id in (ReadOnlySpan<ConcernId>)[Id, new("4f9a7c1be02d4b6f8e1a33")])
        {
            Assert.Equal(
                new Outcome.Refused(Refusal.NotYours), AllianceDecider.Decide(spec.State, new EndConcern(id, 1, Spec.Ask(9), null), new(Ruth, Now)));
        }

        spec.When(Raise() with { Ask = Spec.Ask(8) }, Ruth).ThenRefused(Refusal.NotYours);
    }

    private static RaiseConcern Raise() => new(Id, Spec.Ask(1), Say("The list never came"), ConflictKind.MissedCommitment, [Mei], null);

    private static Spec Raised() => Spec.Given().When(Raise(), Ana);

    private static ConcernCard? Card(Spec spec, PersonId reader) => ConcernViews.Card(spec.State, new PersonReader(reader), Id);
}

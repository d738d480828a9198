using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Words before the talk: who reads them when, what is shown together, and what stays hidden.</summary>
public sealed class GatheringTests
{
    [Fact]
    public void F4_Words_are_gathered_only_once_the_facilitator_said_who_reads_them()
    {
        Circle.Started().Give(Ana, "Fewer forms.").ThenRefused("round.not-gathering");
        Circle.Started().Talk().Give(Ana, "Fewer forms.").ThenRefused("round.not-gathering");
        Circle.Started().Gather().Give(Ana, "Fewer forms.").ThenHappened<WordGiven>();
    }

    [Fact]
    public void F4_They_are_shown_together_by_partner_or_without_names_as_chosen()
    {
        var named = Circle.Started().Gather().Give(Ana, "Fewer forms.").Give(Priya, "More jobs.").Give(Mei, "Rooms.").Pass(Jonas);
        Assert.Empty(named.OnStage().Stage!.Words);
        named.Show();
        Assert.Equal(["harbor:Fewer forms.", "lakeside:Rooms.", "workforce:More jobs."], named.OnStage().Stage!.Words.Select(static word => $"{word.Partner!.Id}:{word.Text}"));

        var nameless = Circle.Started().Gather(named: false).Give(Ana, "Fewer forms.").Give(Priya, "More jobs.").Give(Mei, "Rooms.").Pass(Jonas).Show();
        Assert.Equal(3, nameless.OnStage().Stage!.Words.Count);
        Assert.All(nameless.OnStage().Stage!.Words, static word => Assert.True(word is { Partner: null, By: null }));
    }

    [Fact]
    public void F4_Before_they_are_shown_the_author_reads_them_and_the_facilitator_only_where_that_was_said()
    {
        var spec = Circle.Started().Gather().Give(Ana, "Fewer forms.");
        Assert.Equal("Fewer forms.", Assert.Single(spec.Sees(Ana)!.Seat!.Words).Text);
        Assert.Empty(spec.Sees(Tom)!.Seat!.Words);
        Assert.False(spec.Sees(Sam)!.Panel!.CanOpen);
        Assert.Empty(spec.Sees(Sam, opened: true)!.Panel!.Opened);

        var read = Circle.Started().Gather(reads: true).Give(Ana, "Fewer forms.");
        Assert.True(read.Sees(Sam)!.Panel!.CanOpen);
        Assert.Empty(read.Sees(Sam)!.Panel!.Opened);
        Assert.Equal("Fewer forms.", Assert.Single(read.Sees(Sam, opened: true)!.Panel!.Opened).Text);
        Assert.Null(read.Sees(Dale)!.Panel);
    }

    [Fact]
    public void F4_Nothing_is_shown_before_every_partner_is_in_passed_or_named()
    {
        var spec = Circle.Started().Gather().Give(Ana, "Fewer forms.").Pass(Jonas);
        spec.Show().ThenRefused("round.not-in");
        spec.Show(Workforce).ThenRefused("round.not-in");
        spec.Show(Workforce, Lakeside).ThenHappened<WordsShown>(static happened => happened.Without == [Lakeside, Workforce]);
        spec.Give(Mei, "Too late.").ThenRefused("round.shown-already");
    }

    [Fact]
    public void F4_Two_quiet_minutes_end_and_the_facilitator_is_told()
    {
        var spec = Circle.Started().Gather(GatherWay.Quiet);
        Assert.Equal(Riverbend.Now + Duration.FromMinutes(2), spec.OnStage().Stage!.QuietUntil);
        spec.WhenClock(Riverbend.Now + Duration.FromMinutes(2)).Then(new QuietOver(Circle.Id, 1)).ThenTold("round.quiet-over -> sam");
    }

    [Fact]
    public void F5_The_spread_of_numbers_is_shown_and_never_whose_they_are()
    {
        var spec = Circle.Started().Gather(number: true).Give(Ana, "Forms.", 5).Give(Priya, null, 1).Give(Mei, "Rooms.", 5).Give(Jonas, null, 4);
        Assert.Empty(spec.OnStage().Stage!.Spread);
        spec.Show();
        Assert.Equal([1, 0, 0, 1, 2], spec.OnStage().Stage!.Spread);
        Assert.DoesNotContain("Number", Dump.Of(spec.OnStage().Stage!.Words), StringComparison.Ordinal);
    }

    [Fact]
    public void F5_A_number_is_asked_for_or_not_given_and_lies_between_one_and_five()
    {
        Circle.Started().Gather().Give(Ana, null, 3).ThenRefused("round.number-unasked");
        Circle.Started().Gather(number: true).Give(Ana, null, 6).ThenRefused("round.number-out");
        Circle.Started().Gather(number: true).Give(Ana, null).ThenRefused("round.nothing-said");
    }

    [Fact]
    public void F8_Without_names_needs_three_partners_to_be_chosen_and_three_to_be_shown()
    {
        Circle.Started(new PartnerRemoved(Cedar), new PartnerRemoved(Workforce)).Gather(named: false).ThenRefused("round.too-few-for-nameless");
        var spec = Circle.Started().Gather(named: false, number: true).Give(Ana, "Fewer forms.", 2).Give(Tom, "No forms.", 3).Give(Mei, "Rooms.", 4)
            .Show(Workforce, Cedar);
        var stage = spec.OnStage().Stage!;
        Assert.Empty(stage.Words);
        Assert.Empty(stage.Spread);
        Assert.True(stage.TooFew);
        Assert.Equal("Fewer forms.", Assert.Single(spec.Sees(Ana)!.Seat!.Words).Text);
        spec.ThenIs(1, ComponentState.Discussing);
    }

    [Fact]
    public void F8_What_was_said_without_names_is_not_opened_by_the_facilitator_while_fewer_than_three_wrote()
    {
        var spec = Circle.Started().Gather(named: false, reads: true).Give(Ana, "Fewer forms.").Give(Mei, "Rooms.");
        Assert.Empty(spec.Sees(Sam, opened: true)!.Panel!.Opened);
        spec.Give(Priya, "More jobs.");
        Assert.Equal(3, spec.Sees(Sam, opened: true)!.Panel!.Opened.Count);
    }

    [Fact]
    public void Two_people_of_a_partner_that_disagree_are_both_shown()
    {
        var spec = Circle.Started().Gather(number: true).Give(Ana, "Fewer forms.", 1).Give(Tom, "More forms.", 5).Give(Ana, "No forms.").Show(Workforce, Lakeside, Cedar);
        Assert.Equal(["No forms.", "More forms."], spec.OnStage().Stage!.Words.OrderBy(static word => word.By!.Id.Value).Select(static word => word.Text));
        Assert.Equal(1, spec.OnStage().Stage!.Heard);
    }

    [Fact]
    public void Words_on_paper_are_told_by_name_and_whose_they_are_may_take_them_out()
    {
        var spec = Circle.Started().Gather().Asked(
            static (revision, ask) => new EnterWord(Circle.Id, revision, ask, 1, Jonas, null, Say("More fairs."), null, Passed: false), Sam)
            .ThenTold("round.word-told -> jonas");
        var word = Assert.Single(spec.Sees(Jonas)!.Seat!.Told);
        Assert.Equal(HeardAs.Spoke, Hearing.Of(spec.Round().Of(1), Cedar));
        spec.Asked((revision, ask) => new AnswerWord(Circle.Id, revision, ask, 1, word.Word, Right: false), Mei).ThenRefused(Refusal.NotYours);
        spec.Asked((revision, ask) => new AnswerWord(Circle.Id, revision, ask, 1, word.Word, Right: false), Jonas).ThenHappened<WordAnswered>();
        Assert.Null(Hearing.Of(spec.Round().Of(1), Cedar));
        spec.Show(Harbor, Workforce, Lakeside, Cedar);
        Assert.Empty(spec.OnStage().Stage!.Words);
    }

    [Fact]
    public void One_phone_speaks_for_several_partners_each_confirmed_by_name()
    {
        var spec = Circle.Started().Gather();
        foreach (var (person, text) in new[] { (Ana, "Fewer forms."), (Mei, "Rooms."), (Priya, "More jobs.") })
        {
            spec.Asked((revision, ask) => new EnterWord(Circle.Id, revision, ask, 1, person, null, Say(text), null, Passed: false), Sam);
        }

        spec.Asked(static (revision, ask) => new EnterWord(Circle.Id, revision, ask, 1, Sam, null, Say("Mine."), null, Passed: false), Sam).ThenRefused("round.not-of-round");
        spec.Asked(static (revision, ask) => new EnterWord(Circle.Id, revision, ask, 1, Jonas, null, null, null, Passed: true), Sam);
        spec.Show();
        Assert.All(spec.OnStage().Stage!.Words, static word => Assert.True(word.IsTold));
        Assert.Equal(["Ana Reyes", "Mei Chen", "Priya Nair"], spec.OnStage().Stage!.Words.Select(static word => word.By!.Name));
    }

    [Fact]
    public void A_person_of_two_partners_says_for_which()
    {
        var spec = Circle.Started(new RoleAssigned(Tom, Role.Manager, Lakeside)).Gather();
        spec.Give(Tom, "Both of us.").ThenRefused("round.which-partner");
        spec.Give(Tom, "Rooms.", partner: Lakeside).ThenHappened<WordGiven>(static happened => happened.Partner == Lakeside);
        spec.Give(Tom, "Jobs.", partner: Workforce).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void A_stranger_gives_no_word_and_learns_nothing()
    {
        var spec = Circle.Started().Gather();
        spec.Give(Stranger, "Hello.").ThenRefused(Refusal.NotYours);
        spec.Give(Sam, "Mine.").ThenRefused(Refusal.NotYours);
        Assert.Null(spec.Sees(Stranger));
    }

    [Fact]
    public void N11_We_could_do_it_alone_goes_to_the_facilitator_alone_and_nothing_else_is_created()
    {
        var spec = Circle.Started().Done().Done();
        spec.Asked(static (revision, ask) => new SayAlone(Circle.Id, revision, ask, null, Say("We would manage.")), Mei).ThenOnly<WordGiven>()
            .ThenTold("round.alone-said -> sam");
        Assert.Equal("We would manage.", Assert.Single(spec.Sees(Sam)!.Panel!.Alone).Text);
        Assert.True(spec.Sees(Mei)!.Seat!.SaidAlone);
        Assert.False(spec.Sees(Ruth)!.Seat!.SaidAlone);
        Assert.Equal(0, spec.OnStage().Stage!.Heard);
        spec.Talk().Spoke(Ana, Priya, Mei, Jonas).Record();
        Assert.DoesNotContain("We would manage", Dump.Of(spec.OnStage(3)), StringComparison.Ordinal);
        Assert.DoesNotContain("We would manage", Dump.Of(RoundViews.Report(spec.State, new PersonReader(Ana), Circle.Id, spec.State.LastAt)!), StringComparison.Ordinal);
        Circle.Started().Asked(static (revision, ask) => new SayAlone(Circle.Id, revision, ask, null, null), Mei).ThenRefused("round.alone-elsewhere");
    }
}

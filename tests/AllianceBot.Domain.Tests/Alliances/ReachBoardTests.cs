using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>H4: who can be reached and who cannot, for those who look after the alliance.</summary>
public sealed class ReachBoardTests
{
    [Fact]
    public void H4_The_board_says_of_each_person_fine_or_why_not_and_since_when()
    {
        var spec = Spec.Given().When(new ReachChanged(Ana, "not-installed", Spec.Ask(1)), PersonId.Clock);
        var board = ReachViews.Board(spec.State, new PersonReader(Sam))!;
        var line = Assert.Single(board.Missing);
        Assert.Equal((Ana, "Ana Reyes", "Harbor Youth Center", "not-installed", Now), (line.Id, line.Name, line.Partner, line.Why, line.Since));
        Assert.Equal(Everyone.Count - 1, board.ReachedCount);
        Assert.DoesNotContain(board.Reached, static one => one.Id == Ana);
        var mended = spec.When(new ReachChanged(Ana, "", Spec.Ask(2)), PersonId.Clock).State;
        Assert.Empty(ReachViews.Board(mended, new PersonReader(Sam))!.Missing);
    }

    [Fact]
    public void H4_Who_was_invited_and_has_not_come_in_stands_there_with_what_they_need() => Spec.Given(
            new PersonInvited(new("i1"), "hash", Harbor, Role.Staff, Say("Lee Park")),
            new PersonInvited(new("i2"), null, Lakeside, Role.Staff, Say("Kim Park"), new("kim")))
        .ThenState(static alliance =>
        {
            var invited = ReachViews.Board(alliance, new PersonReader(Dale))!.Invited;
            Assert.Equal([("Lee Park", false), ("Kim Park", true)], invited.Select(static one => (one.Name!, one.NeedsNoCode)));
        });

    [Fact]
    public void H4_Facilitators_and_administrators_see_it_and_nobody_else_and_no_place()
    {
        var state = Spec.Given().State;
        Assert.Equal([Dale, Sam], Everyone.Where(person => ReachViews.Board(state, new PersonReader(person)) is not null));
        Assert.Null(ReachViews.Board(state, PlaceReader.Any));
        Assert.Null(ReachViews.Board(state, new PersonReader(Stranger)));
    }

    [Fact]
    public void H4_A_large_alliance_is_shown_page_by_page_and_a_lost_home_is_named()
    {
        AllianceEvent[] many =
        [
            .. Enumerable.Range(1, 130).Select(static n => new PersonJoined(new($"p{n}"), Say($"Person {n:000}"), Harbor, null)),
            new PlaceLinked("h"), new HomeSet("h"), new PlaceGone("h"),
        ];
        var state = Spec.Given(many).State;
        var board = ReachViews.Board(state, new PersonReader(Sam), page: 1)!;
        Assert.Equal((1, 3, Limits.List, 138), (board.Page, board.Pages, board.Reached.Count, board.ReachedCount));
        Assert.True(board.HomeLost);
        Assert.Equal(2, ReachViews.Board(state, new PersonReader(Sam), page: 99)!.Page);
        Assert.Equal(0, ReachViews.Board(state, new PersonReader(Sam), page: -5)!.Page);
    }
}

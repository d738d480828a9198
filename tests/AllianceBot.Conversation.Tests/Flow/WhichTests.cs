using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Which alliance is meant, and what was nearly typed.</summary>
public sealed class WhichTests
{
    [Fact]
    public async Task One_in_two_alliances_is_asked_with_buttons_once_and_answers_name_it()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.SayAsync(Riverbend.Mei, "create alliance Hillside Works in zone America/Denver");
        await chat.SayAsync(Riverbend.Mei, "organisation: Hillside School");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.WaitAsync(NodaTime.Duration.FromHours(9));
        var asked = await chat.SayAsync(Riverbend.Mei, "mine");
        Assert.Contains("Which one", asked.Text, StringComparison.Ordinal);
        var picked = await chat.AskAsync(
            Riverbend.Mei, new Engine.Pressed(Verbs.Say, asked.Buttons(Verbs.Say).First(button => button[FieldNames.Alliance] == chat.Alliance.Value), "m", true, false),
            null, null);
        Assert.Contains("In Riverbend Works", picked.Text, StringComparison.Ordinal);
        Assert.Contains("In Riverbend Works", (await chat.SayAsync(Riverbend.Mei, "mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_fits_one_alliance_only_says_which()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.SayAsync(Riverbend.Mei, "create alliance Hillside Works in zone America/Denver");
        await chat.SayAsync(Riverbend.Mei, "organisation: Hillside School");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.WaitAsync(NodaTime.Duration.FromHours(9));
        Assert.Contains("meeting room", (await chat.SayAsync(Riverbend.Mei, "show P1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shwo P1", "show P1")]
    [InlineData("decilne P1 because no", "decline P1 because no")]
    [InlineData("wiating", "waiting")]
    [InlineData("acept P1", "accept P1")]
    public async Task What_was_nearly_typed_is_offered_whole(string typed, string offered)
    {
        using var chat = await HostileTests.RequestedAsync();
        Assert.Contains(offered, (await chat.SayAsync(Riverbend.Mei, typed)).Text.Split('\n'));
    }

    [Fact]
    public async Task A_command_that_is_not_for_this_person_is_never_offered()
    {
        using var chat = await HostileTests.RequestedAsync();
        var offered = await chat.SayAsync(Riverbend.Ana, "ad partner Evil Corp");
        Assert.DoesNotContain("add partner", offered.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("add partner Evil Corp", (await chat.SayAsync(Riverbend.Dale, "ad partner Evil Corp")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("add partner", (await chat.SayAsync(Riverbend.Ana, "help")).Text, StringComparison.Ordinal);
        Assert.Contains("add partner", (await chat.SayAsync(Riverbend.Dale, "help")).Text, StringComparison.Ordinal);
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>An indicator, typed and pressed, with the whole bot behind it.</summary>
public sealed class IndicatorTests
{
    private const string New = "indicator young adults in jobs unit people from a start of 40 began on 1 Jan 2026 target 120 by 30 June reported monthly";

    [Fact]
    public async Task H7_An_indicator_is_agreed_reported_corrected_and_talked_about_by_typed_words_alone()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Dale, New);
        Assert.Contains("young adults in jobs", form.Text, StringComparison.Ordinal);
        Assert.Contains("On the list: I1", (await chat.SayAsync(Riverbend.Dale, "send")).Text, StringComparison.Ordinal);
        var terms = (await IndicatorAsync(chat)).Terms;
        Assert.Equal((40m, 120m, ReportEvery.Month, "people"), (terms.Baseline!.Value, terms.Target, terms.Every, terms.Unit.Text));
        Assert.Equal(new LocalDate(2026, 1, 1), terms.Baseline.On);

        await chat.SayAsync(Riverbend.Dale, "reading I1 48 people");
        Assert.Equal(48, (await IndicatorAsync(chat)).Latest!.Value);
        await chat.SayAsync(Riverbend.Dale, "correct I1 84 because of a slip");
        Assert.Equal(84, (await IndicatorAsync(chat)).Latest!.Value);
        Assert.Equal(2, (await IndicatorAsync(chat)).Readings.Count);
        await chat.SayAsync(Riverbend.Dale, "reading I1 79 on 31 Oct");
        Assert.Contains((await IndicatorAsync(chat)).Readings, static one => one.On == new LocalDate(2026, 10, 31));

        await chat.SayAsync(Riverbend.Dale, "in the way I1 text: no bus after six target 100 by 31 March");
        await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Equal(100, Assert.Single((await IndicatorAsync(chat)).Branches).Number);
        var card = await chat.SayAsync(Riverbend.Ana, "show I1");
        Assert.Contains("84 people", card.Text, StringComparison.Ordinal);
        Assert.Contains("no bus after six", card.Text, StringComparison.Ordinal);
        Assert.Contains("too few to see a trend", card.Text, StringComparison.Ordinal);
        Assert.Contains("young adults in jobs", (await chat.SayAsync(Riverbend.Ana, "indicators")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_named_is_asked_first_and_then_asked_for_the_number_which_is_sent_with_one_press()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, $"{New} to Mei");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SettleAsync();
        Assert.Contains("You were named to report", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        Assert.True((await IndicatorAsync(chat)).OwnerAgreed);
        await chat.WaitAsync(Duration.FromDays(17));
        Assert.Contains("Where did it stand", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Reading, (FieldNames.Value, "84"));
        Assert.Equal(84, (await IndicatorAsync(chat)).Latest!.Value);
        Assert.Equal(new LocalDate(2026, 11, 30), (await IndicatorAsync(chat)).Latest!.On);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("12,5")]
    [InlineData("many")]
    [InlineData("1e400")]
    [InlineData("84 or 85")]
    [InlineData("999999999999999999999")]
    public async Task A_number_that_cannot_be_read_is_asked_for_and_nothing_is_saved(string typed)
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, New);
        await chat.SayAsync(Riverbend.Dale, "send");
        var answer = await chat.SayAsync(Riverbend.Dale, $"reading I1 {typed}");
        Assert.Contains("Report", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await IndicatorAsync(chat)).Readings);
    }

    [Fact]
    public async Task A_goal_without_a_number_is_no_indicator_yet()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Dale, "indicator young people are happier unit people by 30 June");
        var answer = await chat.SayAsync(Riverbend.Dale, "send");
        Assert.Contains("Number to reach", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Indicators);
    }

    [Theory]
    [InlineData("84", "84")]
    [InlineData("84.50", "84.5")]
    [InlineData("-3", "-3")]
    [InlineData("1,240", "1240")]
    [InlineData("$1,240.75", "1240.75")]
    [InlineData("40%", "40")]
    [InlineData("12,5", null)]
    [InlineData("1,24", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e5", null)]
    [InlineData("--3", null)]
    [InlineData("0.0000001", null)]
    [InlineData("", null)]
    public void Numbers_are_read_exactly_or_not_at_all(string typed, string? read) => Assert.Equal(read, Measures.Read(typed));

    private static async Task<Indicator> IndicatorAsync(Chat chat) => (await chat.StateAsync()).Indicators.First();
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Try mode: anybody can be anybody of the sample, and the clock can be walked.</summary>
public sealed class TryTests
{
    private static readonly Handle Newcomer = new("chat", "tenant", "newcomer", HasObjectId: true);

    [Fact]
    public async Task A_newcomer_is_asked_who_to_be_and_then_is_that_person()
    {
        using var chat = await HostileTests.RequestedAsync();
        var (talk, show) = Playing(chat, []);
        var who = await SayAsync(chat, talk, "mine");
        Assert.Contains("Who would you like to be?", who.Text, StringComparison.Ordinal);
        Assert.True(who.Has(Verbs.Say));
        Assert.Contains("Mei Chen", (await SayAsync(chat, talk, "be Mei")).Text, StringComparison.Ordinal);
        Assert.Contains("meeting room", (await SayAsync(chat, talk, "waiting")).Text, StringComparison.Ordinal);
        Assert.Contains("Tom Okafor", (await SayAsync(chat, talk, "be tom okafor")).Text, StringComparison.Ordinal);
        Assert.Contains("Who would you like to be?", (await SayAsync(chat, talk, "be nobody at all")).Text, StringComparison.Ordinal);
        Assert.NotNull(show);
    }

    [Fact]
    public async Task A_map_in_the_settings_skips_the_question()
    {
        using var chat = await HostileTests.RequestedAsync();
        var (talk, _) = Playing(chat, new() { ["newcomer"] = "Mei Chen" });
        Assert.Contains("meeting room", (await SayAsync(chat, talk, "waiting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_played_by_the_settings_is_reached_even_when_only_the_clock_was_asked()
    {
        using var chat = await HostileTests.RequestedAsync();
        var (talk, _) = Playing(chat, new() { ["newcomer"] = "Mei Chen" });
        await SayAsync(chat, talk, "clock");
        var mei = await chat.PersonAsync(Riverbend.Mei);
        Assert.Equal("private-newcomer", (await chat.Engine.Directory.AddressAsync(mei, CancellationToken.None))!.Conversation);
    }

    [Fact]
    public async Task The_first_place_in_which_somebody_speaks_is_the_samples_home_and_a_round_begins_there_with_one_card()
    {
        using var chat = await HostileTests.RequestedAsync();
        var (talk, _) = Playing(chat, new() { ["newcomer"] = "Sam Duarte" });
        Assert.Contains("Riverbend", (await chat.ConverseAsync(talk, Newcomer, "alliance", Chat.Place)).Text, StringComparison.Ordinal);
        Assert.NotNull((await chat.StateAsync()).LivingHome);
        await chat.SayAsync(Riverbend.Sam, "benchmarks start");
        await chat.SayAsync(Riverbend.Sam, "send");
        await chat.WaitAsync(Duration.FromMinutes(1));
        var posted = chat.Posts.Where(static post => post.Where == Chat.Place.Conversation && post.Text.Contains("Shared purpose", StringComparison.Ordinal)).ToList();
        Assert.Contains("is planned, R1. R1 begins", Assert.Single(posted).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clock +3 days", 3 * 24 * 60)]
    [InlineData("clock 2 hours", 120)]
    [InlineData("Clock +1 week", 7 * 24 * 60)]
    [InlineData("clock", 0)]
    public void The_words_of_the_clock_are_read(string typed, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), Assert.IsType<TryWords.Walk>(TryWords.Read(typed)).By ?? Duration.Zero);

    [Theory]
    [InlineData("clock backwards")]
    [InlineData("clock -3 days")]
    [InlineData("clock +99999 weeks")]
    [InlineData("clocks")]
    [InlineData("")]
    public void Other_words_are_the_conversations(string typed) => Assert.Null(TryWords.Read(typed));

    private static (TryConverse Talk, IShow Show) Playing(Chat chat, Dictionary<string, string> map)
    {
        var players = new Players(map);
        var directory = new TryDirectory(chat.Engine.Directory, players);
        var inner = new Converse(chat.Engine, directory, chat.Show, new(AnyoneCreates: true));
        return (new(inner, chat.Engine, directory, chat.Show, players, _ => Task.FromResult(chat.Alliance)), chat.Show);
    }

    private static Task<Post> SayAsync(Chat chat, TryConverse talk, string text) => chat.ConverseAsync(talk, Newcomer, text);
}

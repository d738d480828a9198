using AllianceBot.Domain;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

/// <summary>What is held until its reader may be written to. It is Friday 20 November 2026, 9:00 in Chicago.</summary>
public sealed class HeldTests
{
    private static readonly Instant FridayNight = Instant.FromUtc(2026, 11, 21, 3, 0);
    private static readonly Instant MondayMorning = Instant.FromUtc(2026, 11, 23, 15, 0);

    [Fact]
    public async Task B2_What_came_at_night_goes_out_as_one_message_at_the_next_allowed_minute()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.RequestAsync("other");
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await AtNightAsync(bench);
        bench.Clock.MoveTo(MondayMorning - Duration.FromSeconds(1));
        await bench.SettleAsync();
        Assert.Empty(ToAna(bench));
        bench.Clock.MoveTo(MondayMorning);
        await bench.SettleAsync();
        var all = Assert.Single(ToAna(bench));
        Assert.Equal(2, all.Split('+').Length);
        Assert.All(await NotedAsync(bench), static row => Assert.Equal(OutboxState.Sent, row.State));
    }

    [Fact]
    public async Task B2_What_was_answered_during_the_night_is_left_out_and_does_not_count_as_told()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.RequestAsync("other");
        await bench.RequestAsync("third");
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await AtNightAsync(bench, "promise", "other", "third");
        bench.Views.Answered.Add(new CommitmentId("other"));
        bench.Clock.MoveTo(MondayMorning);
        await bench.SettleAsync();
        Assert.DoesNotContain("other", Assert.Single(ToAna(bench)), StringComparison.Ordinal);
        Assert.All(await NotedAsync(bench), static row => Assert.Equal(
            row.Key.Contains("other", StringComparison.Ordinal) ? OutboxState.Obsolete : OutboxState.Sent, row.State));
    }

    [Fact]
    public async Task B1_Who_has_a_zone_of_the_own_gets_it_at_the_hour_there_and_others_at_theirs()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.DoneAsync(new SetMyHours(new("Asia/Kathmandu", null, null, null, null), bench.Ask()), Ana);
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await AtNightAsync(bench, "promise");
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 3, 15) - Duration.FromSeconds(1));
        await bench.SettleAsync();
        Assert.Empty(ToAna(bench));
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 23, 3, 15)); // Monday 9:00 in Kathmandu
        await bench.SettleAsync();
        Assert.NotEmpty(ToAna(bench));
    }

    [Fact]
    public async Task B1_Who_moves_gets_what_is_held_at_the_hour_of_the_new_place()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.SettleAsync();
        await AtNightAsync(bench, "promise");
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await bench.DoneAsync(new SetMyHours(new("Australia/Lord_Howe", Workdays.Of([.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]), null, null, null), bench.Ask()), Ana);
        await bench.SettleAsync();
        // It is Saturday 14:00 on Lord Howe, and Saturday is a working day there.
        Assert.NotEmpty(ToAna(bench));
    }

    [Fact]
    public async Task B3_On_a_holiday_of_the_partner_nothing_goes_out_to_its_people()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.DoneAsync(new AddHolidays(Harbor, [new(new(2026, 11, 23), new(2026, 11, 24), null)], Merge: false, bench.Ask()), Tom);
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await AtNightAsync(bench, "promise");
        bench.Clock.MoveTo(MondayMorning + Duration.FromHours(5));
        await bench.SettleAsync();
        Assert.Empty(ToAna(bench));
        bench.Clock.MoveTo(MondayMorning + Duration.FromDays(2));
        await bench.SettleAsync();
        Assert.NotEmpty(ToAna(bench));
    }

    [Fact]
    public async Task B4_What_came_during_an_absence_is_summed_up_on_return()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.DoneAsync(new AnnounceAbsence(new(2026, 11, 20), new(2026, 11, 24), null, bench.Ask()), Ana);
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await AtNightAsync(bench, "promise");
        bench.Clock.MoveTo(Instant.FromUtc(2026, 11, 25, 15, 0) - Duration.FromSeconds(1));
        await bench.SettleAsync();
        Assert.Empty(ToAna(bench));
        bench.Clock.Move(Duration.FromSeconds(1));
        await bench.SettleAsync();
        var all = Assert.Single(ToAna(bench));
        Assert.Contains("person.back", all, StringComparison.Ordinal);
        Assert.Contains("commitment.noted", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B4_Who_is_back_sooner_gets_it_sooner()
    {
        using var bench = await SetUpAsync();
        await bench.RequestAsync();
        await bench.DoneAsync(new AnnounceAbsence(new(2026, 11, 20), new(2026, 12, 24), null, bench.Ask()), Ana);
        await bench.SettleAsync();
        bench.Outlet.Posts.Clear();
        await AtNightAsync(bench, "promise");
        bench.Clock.MoveTo(MondayMorning + Duration.FromHours(2));
        await bench.SettleAsync();
        Assert.Empty(ToAna(bench));
        await bench.DoneAsync(new EndAbsence(bench.Ask()), Ana);
        await bench.SettleAsync();
        Assert.NotEmpty(ToAna(bench));
    }

    /// <summary>Priya notes something on each promise after hours.</summary>
    private static async Task AtNightAsync(Bench bench, params string[] promises)
    {
        bench.Clock.MoveTo(FridayNight);
        foreach (var promise in promises.Length > 0 ? promises : ["promise", "other"])
        {
            var ask = bench.Ask();
            await bench.DoneAsync(new AddNote(new(promise), await bench.RevisionAsync(promise), ask, Say(ask, 0, "The draft is there"), Question: false), Priya);
        }

        bench.Clock.Move(Duration.FromMinutes(5));
        await bench.SettleAsync();
    }

    /// <summary>New messages; a card that is brought up to date where it stands rings no bell.</summary>
    private static IEnumerable<string> ToAna(Bench bench) =>
        bench.Outlet.Posts.Where(static post => !post.IsUpdate && post.Conversation == "chat-ana").Select(static post => post.Text);

    private static async Task<List<OutboxRow>> NotedAsync(Bench bench) =>
        [.. (await bench.RowsAsync()).Where(static row => row.Key.Contains("commitment.noted", StringComparison.Ordinal))];
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Several check-ins on one card, put aside, looked at, handed to a colleague, and how somebody wants to be asked.</summary>
public sealed class CheckInsTogetherTests
{
    private static string Home(PersonId person) => Chat.AddressOf(person).Conversation;

    [Fact]
    public async Task B13_Several_come_as_one_card_and_one_undo_takes_the_send_back_before_anybody_hears()
    {
        using var chat = await TwoAskedAsync();
        Assert.Single(chat.Posts, static post => post.Where == Home(Riverbend.Mei) && post.Has(Verbs.Answers));
        var sent = await chat.PressAsync(
            Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Answers, ("answer1", "on-track"), ("answer2", "blocked"), ("note", "no key yet"));
        Assert.Contains("Saved: 2 answers", sent.Text, StringComparison.Ordinal);
        Assert.Contains("nobody is bothered", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Ana Reyes (Harbor Youth Center) hears of it after", sent.Text, StringComparison.Ordinal);
        Assert.Equal([null, "no key yet"], (await chat.StateAsync()).CheckIns.Where(static one => one.AnsweredAt is not null)
            .OrderBy(static one => one.Answer).Select(static one => one.Note?.Text));
        var undone = await chat.PressAsync(Riverbend.Mei, sent, Verbs.UndoAnswers);
        Assert.Contains("Taken back", undone.Text, StringComparison.Ordinal);
        Assert.True(undone.Has(Verbs.Answers), undone.Text);
        await chat.WaitAsync(Duration.FromMinutes(10));
        Assert.DoesNotContain(chat.Posts, static post => post.Where == Home(Riverbend.Ana) && post.Text.Contains("no key yet", StringComparison.Ordinal));
        Assert.Equal(2, (await chat.StateAsync()).CheckIns.Count(static one => one.State == CheckInState.Open));
    }

    [Fact]
    public async Task B13_What_binds_opens_its_form_afterwards_row_by_row()
    {
        using var chat = await TwoAskedAsync();
        var sent = await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Answers, ("answer1", "done"), ("answer2", "at-risk"));
        Assert.Contains("P1: report done", sent.Text, StringComparison.Ordinal);
        Assert.Contains("P2: what would help?", sent.Text, StringComparison.Ordinal);
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        var form = await chat.PressAsync(Riverbend.Mei, sent, Verbs.Done);
        Assert.True(form.Has(Verbs.Send));
        var help = await chat.PressAsync(Riverbend.Mei, sent, Verbs.Show);
        Assert.Contains("Who or what is it waiting for?", help.Text, StringComparison.Ordinal);
        var two = await TwoAskedAsync();
        var both = await two.PressAsync(Riverbend.Mei, two.Last(Riverbend.Mei), Verbs.Answers, ("answer1", "done"), ("answer2", "cannot-do"));
        Assert.Contains("Nothing was sent yet", both.Text, StringComparison.Ordinal);
        Assert.Contains("P2: can't do", both.Text, StringComparison.Ordinal);
        two.Dispose();
    }

    [Fact]
    public async Task H7_Several_are_answered_and_taken_back_by_one_sentence()
    {
        using var chat = await TwoAskedAsync();
        var saved = await chat.SayAsync(Riverbend.Mei, "on track P1, P2");
        Assert.Contains("Saved: 2 answers", saved.Text, StringComparison.Ordinal);
        var undone = await chat.SayAsync(Riverbend.Mei, "undo");
        Assert.Contains("Taken back", undone.Text, StringComparison.Ordinal);
        var blocked = await chat.SayAsync(Riverbend.Mei, "blocked P1 and P2 the key is lost, need help");
        Assert.Contains("Saved: 2 answers", blocked.Text, StringComparison.Ordinal);
        Assert.All((await chat.StateAsync()).CheckIns.Where(static one => one.AnsweredAt is not null), static one => Assert.True(one.HelpWanted));
        var nothing = await chat.SayAsync(Riverbend.Mei, "on track P1, P99");
        var unknown = await chat.SayAsync(Riverbend.Mei, "on track P99");
        Assert.Equal(unknown.Text, nothing.Text);
        var changed = await chat.SayAsync(Riverbend.Mei, "on track P1");
        Assert.Contains("(changed)", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B5_Who_answered_elsewhere_is_not_reminded()
    {
        using var chat = await TwoAskedAsync();
        await chat.SayAsync(Riverbend.Mei, "on track P1");
        await chat.WaitAsync(Duration.FromHours(24));
        var reminder = chat.Last(Riverbend.Mei);
        Assert.Contains("A reminder", reminder.Text, StringComparison.Ordinal);
        Assert.Contains("P2", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("P1", reminder.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, "on track P2");
        var before = chat.Posts.Count(static post => post.Where == Home(Riverbend.Mei));
        await chat.WaitAsync(Duration.FromHours(20));
        Assert.Equal(before, chat.Posts.Count(static post => post.Where == Home(Riverbend.Mei)));
    }

    [Fact]
    public async Task C7_A_reminder_that_waits_to_be_sent_is_dropped_by_the_answer()
    {
        using var chat = await OneAskedAsync();
        chat.Throttles = true;
        await chat.WaitAsync(Duration.FromHours(24));
        Assert.Equal(1, (await chat.StateAsync()).CheckIns.Max(static one => one.Nudges));
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.OnTrack);
        chat.Throttles = false;
        var before = chat.Posts.Count(static post => post.Where == Home(Riverbend.Mei));
        await chat.WaitAsync(Duration.FromHours(12));
        Assert.Equal(before, chat.Posts.Count(static post => post.Where == Home(Riverbend.Mei)));
    }

    [Fact]
    public async Task C7_A_reminder_to_look_that_waits_to_be_sent_is_dropped_once_somebody_has_looked()
    {
        using var chat = await OneAskedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.AtRisk, ("note", "the key"));
        await chat.WaitAsync(Duration.FromMinutes(5));
        var asked = chat.Last(Riverbend.Ana);
        chat.Throttles = true;
        await chat.WaitAsync(Riverbend.Local(2026, 12, 3, 9, 1) - chat.Now);
        Assert.Equal(1, (await chat.StateAsync()).CheckIns.Max(static one => one.CareSteps));
        await chat.PressAsync(Riverbend.Ana, asked, Verbs.Seen);
        chat.Throttles = false;
        var before = chat.Posts.Count;
        await chat.WaitAsync(Duration.FromDays(5));
        Assert.DoesNotContain(chat.Posts.Skip(before), static post => post.Text.Contains("nobody has looked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task B6_Later_is_typed_or_chosen_and_it_comes_back_then()
    {
        using var chat = await OneAskedAsync();
        var form = await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Snooze);
        Assert.Contains("When shall I ask again?", form.Text, StringComparison.Ordinal);
        var late = await chat.SayAsync(Riverbend.Mei, "snooze P1 in 9 days");
        Assert.Contains("after the last day to answer", late.Text, StringComparison.Ordinal);
        var saved = await chat.SayAsync(Riverbend.Mei, "snooze P1 tomorrow 10:30");
        Assert.Contains("10:30", saved.Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromHours(26));
        Assert.Contains(chat.Posts, static post => post.Where == Home(Riverbend.Mei) && post.Text.Contains("You asked me to come back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task B11_Whom_it_waits_for_is_asked_and_says_that_it_was_seen()
    {
        using var chat = await OneAskedAsync();
        var saved = await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Blocked, ("note", "no key yet"));
        Assert.Contains("What would help?", saved.Text, StringComparison.Ordinal);
        var tom = await chat.PersonAsync(Riverbend.Tom);
        await chat.PressAsync(Riverbend.Mei, saved, Verbs.Blocked, ("note", "the key"), ("blocker", $"person:{tom}"), ("helpWanted", "true"));
        await chat.WaitAsync(Duration.FromMinutes(5));
        Assert.Single(chat.Posts, static post => post.Where == Home(Riverbend.Ana) && post.Text.Contains("says this is blocked", StringComparison.Ordinal));
        var asked = chat.Last(Riverbend.Tom);
        Assert.Contains("says that this waits for you", asked.Text, StringComparison.Ordinal);
        Assert.Contains("the key", asked.Text, StringComparison.Ordinal);
        var seen = await chat.PressAsync(Riverbend.Tom, asked, Verbs.Seen);
        Assert.Contains("they know that you have seen it", seen.Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        Heard(chat, Riverbend.Mei, "Tom Okafor has seen your answer");
        var twice = await chat.SayAsync(Riverbend.Ana, "seen P1");
        Assert.Contains("has seen it already", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_is_asked_and_answers()
    {
        using var chat = await OneAskedAsync();
        await chat.SayAsync(Riverbend.Mei, "colleague P1 Ruth");
        Heard(chat, Riverbend.Mei, "your colleague is asked");
        await chat.SettleAsync();
        Assert.Contains("Do you know?", chat.Last(Riverbend.Ruth).Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Ruth, chat.Last(Riverbend.Ruth), Verbs.OnTrack);
        await chat.WaitAsync(Duration.FromMinutes(5));
        Heard(chat, Riverbend.Mei, "Ruth Abrams answered this for you");
    }

    [Fact]
    public async Task B15_How_one_is_asked_is_said_and_shown()
    {
        using var chat = await OneAskedAsync();
        var paused = await chat.SayAsync(Riverbend.Mei, "pause 2 weeks");
        Assert.Contains("paused until", paused.Text, StringComparison.Ordinal);
        Assert.Contains("On the date, after it", paused.Text, StringComparison.Ordinal);
        Assert.Contains("half as often", (await chat.SayAsync(Riverbend.Mei, "fewer")).Text, StringComparison.Ordinal);
        Assert.Contains("At most 3", (await chat.SayAsync(Riverbend.Mei, "prompts a day 3")).Text, StringComparison.Ordinal);
        Assert.Contains("Ruth Abrams is asked", (await chat.SayAsync(Riverbend.Mei, "stand in Ruth")).Text, StringComparison.Ordinal);
        Assert.Contains("nobody of your own partner", (await chat.SayAsync(Riverbend.Mei, "stand in Ana")).Text, StringComparison.Ordinal);
        Assert.Contains("as usual", (await chat.SayAsync(Riverbend.Mei, "resume")).Text, StringComparison.Ordinal);
        Assert.Contains("I don't know that here", (await chat.SayAsync(Riverbend.Mei, "pause until the moon is full")).Text, StringComparison.Ordinal);
        var shown = await chat.SayAsync(Riverbend.Mei, "prompts");
        Assert.True(shown.Has(Verbs.Pause), shown.Text);
    }

    [Fact]
    public async Task C15_What_was_paused_is_asked_again_after_its_day_without_anybody_saying_so()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SayAsync(Riverbend.Mei, "pause until 2 Dec");
        Assert.Contains("Wed 2 Dec 2026", (await chat.SayAsync(Riverbend.Mei, "prompts")).Text, StringComparison.Ordinal);
        var before = chat.Posts.Count;
        await chat.WaitAsync(Riverbend.Local(2026, 12, 3, 0, 0) - chat.Now);
        Assert.DoesNotContain(chat.Posts.Skip(before), static post => post.Where == Home(Riverbend.Mei) && post.Has(Verbs.OnTrack));
        await chat.WaitAsync(Riverbend.Local(2026, 12, 4, 9, 30) - chat.Now);
        Assert.True(chat.Last(Riverbend.Mei).Has(Verbs.OnTrack), chat.Last(Riverbend.Mei).Text);
        Assert.DoesNotContain("2 Dec 2026", (await chat.SayAsync(Riverbend.Mei, "prompts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doer_says_without_being_asked_where_it_stands()
    {
        using var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        Assert.Contains("is on track", (await chat.SayAsync(Riverbend.Mei, "on track P1")).Text, StringComparison.Ordinal);
        Assert.Equal(CheckInAnswer.OnTrack, (await chat.StateAsync()).CheckIns.Single(static one => one.AnsweredAt is not null).Answer);
        await chat.SayAsync(Riverbend.Mei, "undo");
        Assert.DoesNotContain((await chat.StateAsync()).CheckIns, static one => one.AnsweredAt is not null || one.State == CheckInState.Open);
    }

    private static async Task<Chat> OneAskedAsync()
    {
        var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await AskAsync(chat);
        return chat;
    }

    private static async Task<Chat> TwoAskedAsync()
    {
        var chat = await HostileTests.RequestedAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await chat.SayAsync(Riverbend.Ana, "request a second room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        await AskAsync(chat);
        return chat;
    }

    private static void Heard(Chat chat, PersonId person, string text) =>
        Assert.Contains(chat.Posts, post => post.Where == Home(person) && post.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>To the morning on which the first check-in opens.</summary>
    private static async Task AskAsync(Chat chat)
    {
        await chat.WaitAsync(Riverbend.Local(2026, 12, 1, 9, 30) - chat.Now);
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Bad input gets an answer that says what to do, changes nothing, and leaves one line in the log, by code and without anybody's words.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("item", "commitment:nobody-made-this", "not-yours")]
    [InlineData("alliance", "somebody-elses", "not-yours")]
    [InlineData("item", null, "not-yours")]
    [InlineData("verb", "no-such-verb", "unknown-button")]
    [InlineData("revision", "0", "stale")]
    public async Task A_forged_or_overtaken_button_is_answered_changes_nothing_and_is_logged_once(string field, string? value, string code)
    {
        using var chat = await HostileTests.RequestedAsync();
        var fields = chat.Last(Riverbend.Mei).Button(Verbs.Accept);
        if (value is null) fields.Remove(field);
        else fields[field] = value;
        await HoldsAsync(chat, code, () => chat.AskAsync(
            Riverbend.Mei, new Pressed(field == "verb" ? value! : Verbs.Accept, fields, "m1", CanReturnCard: true, Automatic: false), null, null));
    }

    [Fact]
    public async Task The_wrong_person_a_second_press_and_a_member_removed_meanwhile_are_each_logged_once()
    {
        using var chat = await HostileTests.RequestedAsync();
        var card = chat.Last(Riverbend.Mei);
        await HoldsAsync(chat, "not-yours", () => chat.PressAsync(Riverbend.Dale, card, Verbs.Accept));
        await chat.PressAsync(Riverbend.Mei, card, Verbs.Accept);
        await HoldsAsync(chat, Showman.Already, () => chat.PressAsync(Riverbend.Mei, card, Verbs.Accept));
        await chat.SayAsync(Riverbend.Ruth, "remove Mei");
        await chat.SayAsync(Riverbend.Ruth, "send");
        await HoldsAsync(chat, "not-yours", () => chat.PressAsync(Riverbend.Mei, card, Verbs.Accept));
        await HoldsAsync(chat, "welcome.founder", () => chat.PressAsync(Riverbend.Stranger, card, Verbs.Accept));
    }

    [Fact]
    public async Task Too_many_words_and_a_day_that_is_over_are_each_logged_once()
    {
        using var chat = await HostileTests.RequestedAsync();
        await HoldsAsync(chat, Showman.TooLong, () => chat.SayAsync(Riverbend.Ana, new string('y', 20_001)));
        var form = await chat.SayAsync(Riverbend.Ana, "request a quiet zebra from Mei");
        (string, string)[] whole =
        [
            ("what", "a quiet zebra"), ("doneWhen", "ok"), ("doerPartner", (await chat.PersonsPartnerAsync(Riverbend.Mei)).Value),
            ("doer", (await chat.PersonAsync(Riverbend.Mei)).Value), ("receiver", (await chat.PersonAsync(Riverbend.Ana)).Value),
        ];
        await HoldsAsync(chat, $"form.{Verbs.Request}", () => chat.PressAsync(Riverbend.Ana, form, Verbs.Send, [.. whole, ("due", "2026-11-01")]));
        await HoldsAsync(chat, "commitment.text-too-long", () => chat.PressAsync(Riverbend.Ana, form, Verbs.Send, [.. whole, ("due", "2026-12-04"), ("what", new string('x', 5000))]));
    }

    private static async Task HoldsAsync(Chat chat, string code, Func<Task<Post>> ask)
    {
        var (version, before) = ((await chat.StateAsync()).Version, chat.Logged.Count);
        var answer = await ask();
        Assert.NotEqual("", answer.Text);
        Assert.Equal(version, (await chat.StateAsync()).Version);
        Assert.Equal($"An ask changed nothing: {code}", Assert.Single(chat.Logged.Skip(before)));
    }
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using AllianceBot.Engine;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What must change nothing: forged, stale, foreign, twice, by the wrong person, in the wrong place.</summary>
public sealed class HostileTests
{
    [Fact]
    public async Task H1_A_button_pressed_twice_changes_nothing_more_and_says_so()
    {
        using var chat = await RequestedAsync();
        var card = chat.Last(Riverbend.Mei);
        await chat.PressAsync(Riverbend.Mei, card, Verbs.Accept);
        var version = (await chat.StateAsync()).Version;
        var again = await chat.PressAsync(Riverbend.Mei, card, Verbs.Accept);
        Assert.Equal(version, (await chat.StateAsync()).Version);
        Assert.Contains("saved before", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H1_The_wrong_person_gets_the_answer_that_unknown_things_get()
    {
        using var chat = await RequestedAsync();
        var version = (await chat.StateAsync()).Version;
        var fields = chat.Last(Riverbend.Mei).Button(Verbs.Accept);
        var unknown = new Dictionary<string, string>(fields) { [FieldNames.Item] = "commitment:nobody-made-this" };
        foreach (var person in (PersonId[])[Riverbend.Dale, Riverbend.Tom])
        {
            var wrong = await chat.AskAsync(person, Press(Verbs.Accept, fields), null, null);
            var none = await chat.AskAsync(person, Press(Verbs.Accept, unknown), null, null);
            if (person == Riverbend.Dale) Assert.Equal(none.Text, wrong.Text);
        }

        Assert.Equal(version, (await chat.StateAsync()).Version);
    }

    [Fact]
    public async Task H2_An_old_card_is_refused_with_the_thing_as_it_stands_now()
    {
        using var chat = await RequestedAsync();
        var old = chat.Last(Riverbend.Mei);
        await chat.SayAsync(Riverbend.Mei, "counter P1 by 8 Dec");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Ana, "counter P1 by 9 Dec");
        await chat.SayAsync(Riverbend.Ana, "send");
        var stale = await chat.PressAsync(Riverbend.Mei, old, Verbs.Accept);
        Assert.Contains("has moved on", stale.Text, StringComparison.Ordinal);
        Assert.Contains("9 Dec", stale.Text, StringComparison.Ordinal);
        Assert.True(stale.Has(Verbs.Accept));
        Assert.Equal(CommitmentState.Countered, (await chat.PromiseAsync(1)).State);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_promise()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        var again = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("saved before", again.Text, StringComparison.Ordinal);
        Assert.Single((await chat.StateAsync()).Commitments);
    }

    [Theory]
    [InlineData("accept", "alliance", "somebody-elses")]
    [InlineData("accept", "item", "commitment:")]
    [InlineData("accept", "item", "☠")]
    [InlineData("accept", "revision", "99999999999999")]
    [InlineData("accept", "revision", "-1")]
    [InlineData("no-such-verb", "item", "commitment:x")]
    [InlineData("", "", "")]
    [InlineData("send", "form", "accept")]
    [InlineData("send", "draft", "../../etc/passwd")]
    [InlineData("say", "words", "say say say")]
    [InlineData("answers", "rows", "a:b c:d :: x:1")]
    [InlineData("set-home", "place", "x")]
    public async Task Forged_fields_change_nothing_and_get_an_answer(string verb, string field, string value)
    {
        using var chat = await RequestedAsync();
        var version = (await chat.StateAsync()).Version;
        var fields = chat.Last(Riverbend.Mei).Button(Verbs.Accept);
        if (field == "item" || field == "alliance") fields[field] = value;
        else if (field.Length > 0) fields = new() { [field] = value, ["alliance"] = fields["alliance"], ["item"] = field == "revision" ? fields["item"] : "" };
        var answer = await chat.AskAsync(Riverbend.Mei, Press(verb, fields), null, null);
        Assert.NotEqual("", answer.Text);
        if (field != "revision" || value != "-1") Assert.Equal(version, (await chat.StateAsync()).Version);
    }

    [Fact]
    public async Task Over_long_texts_come_back_with_the_form_and_what_to_do()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "request a room from Mei by 4 Dec");
        var long1 = await chat.PressAsync(
            Riverbend.Ana, form, Verbs.Send, ("what", new string('x', 5000)), ("doneWhen", "ok"), ("due", "2026-12-04"),
            ("doerPartner", (await chat.PersonsPartnerAsync(Riverbend.Mei)).Value), ("doer", (await chat.PersonAsync(Riverbend.Mei)).Value),
            ("receiver", (await chat.PersonAsync(Riverbend.Ana)).Value));
        Assert.Contains("too long", long1.Text, StringComparison.Ordinal);
        Assert.True(long1.Has(Verbs.Send));
        var typed = await chat.SayAsync(Riverbend.Ana, new string('y', 20_001));
        Assert.Contains("20000", typed.Text, StringComparison.Ordinal);
        Assert.Empty((await chat.StateAsync()).Commitments);
    }

    [Fact]
    public async Task A_stranger_learns_only_how_to_get_in()
    {
        using var chat = await RequestedAsync();
        var hello = await chat.SayAsync(Riverbend.Stranger, "hello");
        foreach (var said in (string[])["show P1", "mine", "alliance", "people", "accept P1", "who sees P1", "request a room from Mei"])
        {
            Assert.Equal(hello.Text, (await chat.SayAsync(Riverbend.Stranger, said)).Text);
        }

        var pressed = await chat.AskAsync(Riverbend.Stranger, Press(Verbs.Accept, chat.Last(Riverbend.Mei).Button(Verbs.Accept)), null, null);
        Assert.Equal(hello.Text, pressed.Text);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_and_then_wait()
    {
        using var chat = await Chat.RiverbendAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Contains("does not open", (await chat.SayAsync(Riverbend.Stranger, "join AAAA-AAA" + "BCDEF"[attempt])).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Please wait", (await chat.SayAsync(Riverbend.Stranger, "join AAAA-AAAG")).Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromMinutes(11));
        Assert.Contains("does not open", (await chat.SayAsync(Riverbend.Stranger, "join AAAA-AAAG")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H5_A_guest_without_a_lasting_id_comes_in_by_linking_with_a_code()
    {
        using var chat = await RequestedAsync();
        var code = Chat.CodeIn((await chat.SayAsync(Riverbend.Ana, "link me")).Text);
        var guest = new Handle("chat", "other-tenant", "29:guest", HasObjectId: false);
        var refused = await chat.ConverseAsync(guest, "mine");
        Assert.Contains("guest", refused.Text, StringComparison.Ordinal);
        var linked = await chat.ConverseAsync(guest, code);
        Assert.Contains("this account is yours", linked.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(await chat.PersonAsync(Riverbend.Ana), await chat.Engine.Directory.PersonAsync(guest, CancellationToken.None));
        var again = await chat.ConverseAsync(guest with { User = "29:another" }, code);
        Assert.Contains("Nothing was changed", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_command_in_a_place_is_answered_privately()
    {
        using var chat = await RequestedAsync();
        await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        var before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Ana, "mine", Chat.Place);
        await chat.SayAsync(Riverbend.Ana, "show P1", Chat.Place);
        await chat.SayAsync(Riverbend.Mei, "accept P1", Chat.Place);
        foreach (var post in chat.Posts.Skip(before).Where(static post => post.Where == Chat.Place.Conversation))
        {
            Assert.DoesNotContain("meeting room", post.Text, StringComparison.Ordinal);
        }

        Assert.Contains(chat.Posts.Skip(before), post => post.Where == Chat.AddressOf(Riverbend.Ana).Conversation
            && post.Text.Contains("meeting room", StringComparison.Ordinal));
        var about = await chat.SayAsync(Riverbend.Ana, "alliance", Chat.Place);
        Assert.Contains("Riverbend Works", about.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clients_own_refresh_only_reads()
    {
        using var chat = await RequestedAsync();
        var fields = chat.Last(Riverbend.Mei).Button(Verbs.Accept);
        var version = (await chat.StateAsync()).Version;
        var answer = await chat.AskAsync(Riverbend.Mei, new Pressed(Verbs.Accept, fields, "m1", CanReturnCard: true, Automatic: true), null, null);
        Assert.Equal("", answer.Where);
        Assert.Equal(version, (await chat.StateAsync()).Version);
    }

    [Fact]
    public async Task A_button_whose_answer_cannot_be_a_card_updates_the_card_that_was_pressed()
    {
        using var chat = await RequestedAsync();
        var card = chat.Last(Riverbend.Mei);
        var pressed = new Pressed(Verbs.Accept, card.Button(Verbs.Accept), card.Message, CanReturnCard: false, Automatic: false);
        await chat.AskAsync(Riverbend.Mei, pressed, null, null);
        Assert.Equal(CommitmentState.Active, (await chat.PromiseAsync(1)).State);
        Assert.Equal(card.Message, chat.Posts.Last(post => post.Where == card.Where && post.Text.Contains("you agreed", StringComparison.Ordinal)).Message);
    }

    [Fact]
    public async Task A_member_who_was_removed_meanwhile_can_do_nothing_any_more()
    {
        using var chat = await RequestedAsync();
        var card = chat.Last(Riverbend.Mei);
        await chat.SayAsync(Riverbend.Ruth, "remove Mei");
        Assert.Contains("no longer in", (await chat.SayAsync(Riverbend.Ruth, "send")).Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, card, Verbs.Accept);
        Assert.Equal(CommitmentState.Requested, (await chat.PromiseAsync(1)).State);
    }

    /// <summary>Ana asked Mei for a meeting room; Mei has the card.</summary>
    internal static async Task<Chat> RequestedAsync()
    {
        var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "request a meeting room from Mei by 4 Dec done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        Assert.True(chat.Last(Riverbend.Mei).Has(Verbs.Accept));
        return chat;
    }

    private static Pressed Press(string verb, Dictionary<string, string> fields) => new(verb, fields, "m1", CanReturnCard: true, Automatic: false);
}

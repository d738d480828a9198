using System.Text.Json;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The weekly digest with the whole bot behind it: what is shown beforehand, what comes on Monday, answered where it stands.</summary>
public sealed class DigestTests
{
    private static readonly Duration UntilFriday = Duration.FromDays(4) + Duration.FromHours(1);

    private static readonly string[] Order = ["decent work", "Delivered and accepted: a meeting room", "Nothing needs you", "Delivered (1)"];

    /// <summary>From Friday ten o'clock to Monday eight o'clock and a little.</summary>
    private static readonly Duration UntilMonday = Duration.FromDays(2) + Duration.FromHours(22) + Duration.FromMinutes(1);

    private static async Task<Chat> AgreedAsync(string what = "a meeting room", string by = "24 Nov")
    {
        var chat = await Chat.RiverbendAsync(digests: true);
        await chat.SayAsync(Riverbend.Ana, $"request \"{what}\" from Mei by {by} done when the key is there");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.Accept);
        return chat;
    }

    /// <summary>The texts of one card, in order.</summary>
    private static string[] Lines(Post post) => post.Text.Split('\n');

    [Fact]
    public async Task On_Friday_somebody_reads_word_for_word_what_Mondays_digests_say_and_adds_a_sentence()
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(UntilFriday);
        var shown = chat.Posts.Last(post => post.Where == Chat.AddressOf(Riverbend.Mei).Conversation && post.Has(Verbs.Remark));
        Assert.Contains("what they will say about your promises", shown.Text, StringComparison.Ordinal);
        var form = await chat.PressAsync(Riverbend.Mei, shown, Verbs.Remark);
        Assert.Contains("people of the two partners", form.Text, StringComparison.Ordinal);
        var saved = await chat.PressAsync(Riverbend.Mei, form, Verbs.Send, (FieldNames.Note, "The key is at the desk."));
        Assert.Contains("It stands beside P1", saved.Text, StringComparison.Ordinal);
        Assert.Contains("The key is at the desk.", saved.Text, StringComparison.Ordinal);
        var facts = Lines(saved).Where(static line => line.Contains("P1", StringComparison.Ordinal) && line.Contains("due", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(facts);

        await chat.WaitAsync(UntilMonday);
        var ruth = Lines(await DigestAsync(chat, Riverbend.Ruth));
        var tom = Lines(await DigestAsync(chat, Riverbend.Tom));
        Assert.All(facts, fact => Assert.True(ruth.Contains(fact) || tom.Contains(fact), fact));
        Assert.Contains(ruth, static line => line.Contains("The key is at the desk.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_reads_the_same_to_several_is_shown_beforehand_once_with_who_reads_it_when()
    {
        using var chat = await AgreedAsync(by: "4 Dec");
        await chat.WaitAsync(Duration.FromDays(18) + UntilFriday);
        await chat.SayAsync(Riverbend.Tom, "digest settings 7:30 on Fridays");
        await chat.SayAsync(Riverbend.Tom, "send");
        var shown = await chat.SayAsync(Riverbend.Mei, "preview");
        // Late for the one, promised to the other: the same words, once.
        Assert.Single(Lines(shown), static line => line.Contains("a meeting room: was due Fri 4 Dec 2026", StringComparison.Ordinal));
        Assert.Single(Lines(shown), static line => line == "Read Mon 08:00 by Ruth Abrams; Fri 07:30 by Tom Okafor");
        var form = await chat.PressAsync(Riverbend.Mei, shown, Verbs.Remark);
        Assert.Contains("Your sentence, shown beside the promise in the digests", form.Text, StringComparison.Ordinal);
        Assert.Contains("Seen by: people of the two partners and the facilitator.", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B4_A_cover_reads_the_digest_as_a_whole_also_when_other_things_were_kept_for_the_morning()
    {
        using var chat = await AgreedAsync();
        await chat.WaitAsync(UntilFriday);
        await chat.SayAsync(Riverbend.Tom, "away 10 days cover Ana");
        await chat.WaitAsync(Duration.FromHours(10));
        foreach (var what in (string[])["chairs", "tables"])
        {
            await chat.SayAsync(Riverbend.Mei, $"request {what} from Ana by 4 Dec done when they are here");
            await chat.SayAsync(Riverbend.Mei, "send");
        }

        await chat.WaitAsync(UntilMonday);
        var came = chat.Posts.Where(static post => post.Where == Chat.AddressOf(Riverbend.Ana).Conversation).ToList();
        var digest = Assert.Single(came, static post => post.Text.Contains("For Tom Okafor, who is away.", StringComparison.Ordinal));
        Assert.Contains("Seen by: you, while you cover, and the one you cover for.", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0 of", digest.Text, StringComparison.Ordinal);
        Assert.Contains(came, static post => post.Text.Contains("2 things for you", StringComparison.Ordinal));
        Assert.DoesNotContain(came, static post => post.Text.Contains("digest comes to you", StringComparison.Ordinal));
        // Who does not cover opens nothing of it.
        Assert.Contains("Weekly digests are for", (await chat.SayAsync(Riverbend.Mei, "digest")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G4_What_needs_somebody_is_answered_on_the_digest_itself()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        await chat.SayAsync(Riverbend.Ana, "propose one job fair in spring by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.WaitAsync(UntilFriday + UntilMonday);
        var digest = await DigestAsync(chat, Riverbend.Ruth);
        Assert.Contains("1 thing needs you", digest.Text, StringComparison.Ordinal);
        var answered = await chat.PressAsync(Riverbend.Ruth, digest, Verbs.Accept);
        Assert.Contains("All of it is answered.", answered.Text, StringComparison.Ordinal);
        Assert.Equal(digest.Message, answered.Message);
        Assert.Single((await chat.StateAsync()).Decisions.Single().Voices.ToArray());

        // A form leads back to the digest it was opened from.
        var tom = await DigestAsync(chat, Riverbend.Tom);
        var form = await chat.PressAsync(Riverbend.Tom, tom, Verbs.Reservations);
        var sent = await chat.PressAsync(Riverbend.Tom, form, Verbs.Send, (FieldNames.Reason, "The hall is small."));
        Assert.Contains("All of it is answered.", sent.Text, StringComparison.Ordinal);

        // The same by words, and the card that is there is brought up to date.
        var before = chat.Posts.Count;
        await chat.SayAsync(Riverbend.Dale, "show D1");
        await chat.SayAsync(Riverbend.Dale, "agree D1");
        await chat.SettleAsync();
        Assert.Contains(chat.Posts.Skip(before), post => post.Where == Chat.AddressOf(Riverbend.Dale).Conversation
            && post.Text.Contains("All of it is answered.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task G4_A_number_that_is_asked_for_is_entered_from_the_digest_and_leads_back_to_it()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        await chat.SayAsync(Riverbend.Dale, "indicator young adults in jobs unit people from a start of 40 began on 1 Jan 2026 target 120 by 30 June reported monthly to Ruth");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.WaitAsync(UntilFriday + UntilMonday);
        var asked = await DigestAsync(chat, Riverbend.Ruth);
        Assert.Contains("will you report it?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("All of it is answered.", (await chat.PressAsync(Riverbend.Ruth, asked, Verbs.Accept)).Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromDays(14));
        var digest = await DigestAsync(chat, Riverbend.Ruth);
        Assert.Contains("Numbers asked for (1)", digest.Text, StringComparison.Ordinal);
        Assert.Contains("where did it stand on Mon 30 Nov 2026?", digest.Text, StringComparison.Ordinal);
        var form = await chat.PressAsync(Riverbend.Ruth, digest, Verbs.Reading);
        var sent = await chat.PressAsync(Riverbend.Ruth, form, Verbs.Send, (FieldNames.Value, "84"), (FieldNames.On, "2026-11-30"));
        Assert.Contains("All of it is answered.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(84, (await chat.StateAsync()).Indicators.Single().Latest!.Value);
        await chat.WaitAsync(Duration.FromDays(7));
        Assert.Contains("young adults in jobs: 84 people on Mon 30 Nov 2026, target 120 people.", (await DigestAsync(chat, Riverbend.Tom)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_that_wait_are_listed_in_the_digest_and_a_line_opens_one()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        await chat.SayAsync(Riverbend.Ana, "propose one job fair in spring by 4 Dec");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.WaitAsync(UntilFriday + UntilMonday);
        var digest = await DigestAsync(chat, Riverbend.Ruth);
        Assert.Contains("Decisions that wait for you (1)", digest.Text, StringComparison.Ordinal);
        Assert.Contains("D1 one job fair in spring: open until Fri 4 Dec 2026.", digest.Text, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"D1 one job fair in spring: open until Fri 4 Dec 2026.\"", digest.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G3_It_opens_with_purpose_and_result_then_what_needs_one_and_the_rest_is_folded()
    {
        using var chat = await AgreedAsync();
        await chat.SayAsync(Riverbend.Dale, "purpose Young adults find and keep decent work.");
        await chat.SayAsync(Riverbend.Dale, "send");
        await chat.SayAsync(Riverbend.Mei, "report P1 it is booked");
        await chat.SayAsync(Riverbend.Mei, "send");
        await chat.SayAsync(Riverbend.Ana, "show P1");
        await chat.SayAsync(Riverbend.Ana, "accept P1");
        await chat.WaitAsync(UntilFriday + UntilMonday);
        var lines = Lines(await DigestAsync(chat, Riverbend.Ruth)).ToList();
        var places = Order.Select(text => lines.FindIndex(line => line.Contains(text, StringComparison.Ordinal))).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        var body = JsonDocument.Parse((await DigestAsync(chat, Riverbend.Ruth)).Card).RootElement.GetProperty("body");
        var rest = body.EnumerateArray().Last();
        Assert.False(rest.GetProperty("isVisible").GetBoolean());
        Assert.Contains("Delivered (1)", rest.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task G1_Who_manages_in_two_alliances_gets_a_digest_of_each_on_a_card_of_its_own()
    {
        using var chat = await AgreedAsync();
        await chat.SayAsync(Riverbend.Ruth, "create alliance Hillside Works in zone America/Denver");
        await chat.SayAsync(Riverbend.Ruth, "organisation: Hillside School");
        await chat.SayAsync(Riverbend.Ruth, "send");
        await chat.WaitAsync(UntilFriday + UntilMonday + Duration.FromHours(2));
        var digests = chat.Posts.Where(static post => post.Where == Chat.AddressOf(Riverbend.Ruth).Conversation
            && post.Text.Contains("Earlier ones: “digests”", StringComparison.Ordinal)).ToList();
        Assert.Single(digests, static post => post.Text.Contains("· Riverbend Works", StringComparison.Ordinal));
        Assert.Single(digests, static post => post.Text.Contains("· Hillside Works", StringComparison.Ordinal));
        Assert.Equal(2, digests.Count);
        Assert.DoesNotContain("meeting room", digests.Single(static post => post.Text.Contains("Hillside", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_typed_or_filled_in_and_earlier_ones_are_opened_by_their_day()
    {
        using var chat = await AgreedAsync();
        var form = await chat.SayAsync(Riverbend.Tom, "digest settings 7:30 on Fridays");
        Assert.Equal("7:30", Value(form, FieldNames.DigestAt));
        var saved = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("Fridays at 07:30", saved.Text, StringComparison.Ordinal);
        var bad = await chat.SayAsync(Riverbend.Tom, "digest settings noonish");
        Assert.Contains("couldn't read an hour", bad.Text, StringComparison.Ordinal);
        Assert.Contains("couldn't read an hour", (await chat.SayAsync(Riverbend.Tom, "digest settings at 25:00")).Text, StringComparison.Ordinal);
        Assert.Contains("Sundays are none of your working days", (await chat.SayAsync(Riverbend.Tom, "digest settings 8:00 on Sundays")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "digest settings at 9 on Friday");
        Assert.Contains("Fridays at 09:00", (await chat.SayAsync(Riverbend.Tom, "send")).Text, StringComparison.Ordinal);
        Assert.Contains("Weekly digests are for", (await chat.SayAsync(Riverbend.Mei, "digest")).Text, StringComparison.Ordinal);
        Assert.Contains("first one comes", (await chat.SayAsync(Riverbend.Ruth, "digest")).Text, StringComparison.Ordinal);
        await chat.WaitAsync(Duration.FromDays(16));
        var list = await chat.SayAsync(Riverbend.Ruth, "digests");
        Assert.Contains("Your digests", list.Text, StringComparison.Ordinal);
        var oldest = list.Buttons(Verbs.Digest).Last(static row => row["item"].StartsWith("digest:", StringComparison.Ordinal));
        Assert.EndsWith("20261123", oldest["item"], StringComparison.Ordinal);
        var earlier = await chat.SayAsync(Riverbend.Ruth, "digest 23 Nov");
        Assert.Contains("As it stood on Mon 23 Nov 2026", earlier.Text, StringComparison.Ordinal);
        Assert.Contains("no digest of the week", (await chat.SayAsync(Riverbend.Ruth, "digest 2 Nov")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ruth, "digest off");
        var off = (await chat.StateAsync()).Digests[await chat.PersonAsync(Riverbend.Ruth)];
        Assert.True(off.Wish.Off);
    }

    [Fact]
    public async Task What_people_wrote_is_shown_as_they_wrote_it_and_never_read_as_markup()
    {
        using var chat = await AgreedAsync("**Room** [x](https://evil.example) <b>bold</b>");
        await chat.SayAsync(Riverbend.Mei, "call me Mei [x](https://evil.example) <b>Chen</b>");
        await chat.SayAsync(Riverbend.Mei, "add to digest P1 [look](https://evil.example) **now**");
        await chat.SayAsync(Riverbend.Ana, "thank Mei for _all_ [x](https://evil.example)");
        await chat.WaitAsync(UntilFriday + UntilMonday);
        foreach (var reader in (PersonId[])[Riverbend.Ruth, Riverbend.Tom])
        {
            var digest = await DigestAsync(chat, reader);
            Assert.Contains("evil.example", digest.Text, StringComparison.Ordinal);
            // A title is read as it is, and a text as markup: there what was typed is escaped.
            Assert.All(Texts(JsonDocument.Parse(digest.Card).RootElement), static text => Assert.DoesNotContain("](https://evil", text, StringComparison.Ordinal));
            Assert.Contains(Texts(JsonDocument.Parse(digest.Card).RootElement), static text => text.Contains("evil.example", StringComparison.Ordinal));
            Assert.All(Texts(JsonDocument.Parse(digest.Card).RootElement), static text => Assert.DoesNotContain("<b>", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task N19_G7_Stories_and_thanks_by_words_and_buttons()
    {
        using var chat = await Chat.RiverbendAsync(digests: true);
        await chat.SayAsync(Riverbend.Ana, "story a young father starts in the bakery on Monday partners: Harbor, Lakeside");
        var sent = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("those who would be named are asked", sent.Text, StringComparison.OrdinalIgnoreCase);
        await chat.SettleAsync();
        await chat.PressAsync(Riverbend.Ruth, chat.Last(Riverbend.Ruth), Verbs.NameUs);
        await chat.SayAsync(Riverbend.Tom, "name us");
        Assert.NotNull((await chat.StateAsync()).Stories.Single().ShownAt);
        await chat.SayAsync(Riverbend.Ana, "thank Mei for staying late");
        await chat.SettleAsync();
        Assert.Contains("says thank you", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await chat.WaitAsync(UntilFriday + UntilMonday);
        var digest = await DigestAsync(chat, Riverbend.Ruth);
        Assert.Contains("Story: a young father starts in the bakery on Monday", digest.Text, StringComparison.Ordinal);
        // Both are named: there are no others of whom it may not speak.
        Assert.Contains("had a part in it.", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("may not name", digest.Text, StringComparison.Ordinal);
        Assert.Contains("staying late", digest.Text, StringComparison.Ordinal);
        Assert.Contains("bakery", (await chat.SayAsync(Riverbend.Mei, "stories")).Text, StringComparison.Ordinal);
    }

    private static async Task<Post> DigestAsync(Chat chat, PersonId reader)
    {
        var id = await chat.PersonAsync(reader);
        Assert.NotEmpty((await chat.StateAsync()).Digests[id].Issues);
        return chat.Posts.Last(post => post.Where == Chat.AddressOf(reader).Conversation && post.Json.Contains("\"digest:", StringComparison.Ordinal)
            || (post.Where == Chat.AddressOf(reader).Conversation && post.Text.Contains("Seen by: you alone. Earlier ones", StringComparison.Ordinal)));
    }

    /// <summary>All that a client reads as markup.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => property is { Name: "text", Value.ValueKind: JsonValueKind.String }
            ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static string? Value(Post form, string field) => Find(JsonDocument.Parse(form.Card).RootElement, field);

    private static string? Find(JsonElement element, string id) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("id", out var found) && found.ToString() == id && element.TryGetProperty("value", out var value) => value.ToString(),
        JsonValueKind.Object => element.EnumerateObject().Select(property => Find(property.Value, id)).FirstOrDefault(static found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Find(item, id)).FirstOrDefault(static found => found is not null),
        _ => null,
    };
}

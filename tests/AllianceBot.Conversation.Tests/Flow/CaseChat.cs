using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>The case that the conversations tell about: Ana of Harbor opened it with Mei of Lakeside under what all had ratified.</summary>
internal static class CaseChat
{
    public static async Task<Case> CaseAsync(this Chat chat) => (await chat.StateAsync()).Cases.Single();

    /// <summary>Mei has read it: the two are on the first rung. Its name.</summary>
    public static async Task<string> TalkingAsync(this Chat chat, string about = "the form was due twice with: Mei Chen", string kinds = "missed promises", ReadOnlyMemory<int> without = default)
    {
        await chat.RatifiedAsync(kinds, without);
        await chat.SayAsync(Riverbend.Ana, $"open a case {about}");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var name = (await chat.CaseAsync()).Name;
        await chat.SayAsync(Riverbend.Mei, $"acknowledge {name}");
        Assert.Equal((CaseState.OnRung, 1), ((await chat.CaseAsync()).State, (await chat.CaseAsync()).Rung));
        return name;
    }

    /// <summary>One rung up by hand, with its summary.</summary>
    public static async Task UpAsync(this Chat chat, PersonId by, string name)
    {
        await chat.DoAsync(by, $"summary {name} we met and could not agree on a date");
        await chat.DoAsync(by, $"go up {name}");
    }

    /// <summary>Says something that opens a form, and sends the form.</summary>
    public static async Task<Post> DoAsync(this Chat chat, PersonId by, string words)
    {
        await chat.SayAsync(by, words);
        var sent = await chat.SayAsync(by, "send");
        await chat.SettleAsync();
        return sent;
    }

    /// <summary>Looks at it, and says this about it.</summary>
    public static async Task<Post> LooksAndSaysAsync(this Chat chat, PersonId by, string name, string words)
    {
        await chat.SayAsync(by, $"show {name}");
        var said = await chat.SayAsync(by, words);
        await chat.SettleAsync();
        return said;
    }

    /// <summary>Somebody got this in private, at any time.</summary>
    public static void ThenTold(this Chat chat, PersonId person, string text)
    {
        var got = chat.Posts.Where(post => post.Where == Chat.AddressOf(person).Conversation).Select(static post => post.Text).ToList();
        Assert.True(got.Exists(one => one.Contains(text, StringComparison.Ordinal)), $"{person} was never told \u201c{text}\u201d; last: {string.Join("\n--\n", got.TakeLast(3))}");
    }

    /// <summary>A process that all partners ratified; without these rungs of the one it starts from.</summary>
    public static async Task RatifiedAsync(this Chat chat, string kinds = "missed promises", ReadOnlyMemory<int> without = default)
    {
        await chat.DoAsync(Riverbend.Tom, $"start a process How we sort things out kinds: {kinds}");
        for (var at = without.Length - 1; at >= 0; at--) await chat.DoAsync(Riverbend.Tom, $"remove rung of process 1 rung {without.Span[at]}");
        await chat.DoAsync(Riverbend.Tom, "put to the partners process 1 by 27 Nov");
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale]) await chat.LooksAndSaysAsync(person, "D1", "agree D1");
        Assert.NotNull((await chat.StateAsync()).Processes.Single().Current);
    }
}

using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>"Make this a promise", from the menu of a message to the yes of the other side, by the real program.</summary>
public sealed class MessageActionTests : IDisposable
{
    private readonly string folder = ProgramRun.Folder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task N6_A_message_becomes_a_form_then_a_request_that_both_sides_are_told_of_and_then_a_promise()
    {
        await MessageActionStory.BeginAsync(folder);
        var told = await MessageActionStory.TellAsync(folder, "native");
        var form = told.Form["task"]!["value"]!;
        Assert.Equal("continue", told.Form["task"]!["type"]!.GetValue<string>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", form["card"]!["contentType"]!.GetValue<string>());
        Assert.DoesNotContain("Action.Execute", form.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(MessageActionStory.What, form.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("continue", told.Again["task"]!["type"]!.GetValue<string>());
        Assert.Contains("Nothing was sent.", told.Again.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("message", told.Sent["task"]!["type"]!.GetValue<string>());
        Assert.Contains("P12", told.Accepted.ToJsonString(), StringComparison.Ordinal);

        // The asker has it in writing, and the other side is asked with the message's address; the place sees nothing.
        Assert.Contains("P12", Assert.Single(told.ToDale).ToJsonString(), StringComparison.Ordinal);
        var asked = Assert.Single(told.ToMei).ToJsonString();
        Assert.Contains(MessageActionStory.What, asked, StringComparison.Ordinal);
        Assert.Contains(MessageActionStory.Link, asked, StringComparison.Ordinal);
        Assert.Empty(told.ToThePlace);
    }

#if BOT_FRAMEWORK_SDK
    [Fact]
    public async Task N6_Under_the_SDK_every_answer_and_every_message_of_it_is_the_same()
    {
        var copy = ProgramRun.Folder();
        try
        {
            await MessageActionStory.BeginAsync(folder);
            foreach (var file in Directory.EnumerateFiles(folder)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            var native = await MessageActionStory.TellAsync(folder, "native");
            var sdk = await MessageActionStory.TellAsync(copy, "sdk");
            Assert.Equal(native.Written(), sdk.Written());
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
#endif
}

using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>A decision, pressed and typed, with the whole bot behind it: three partners, Dale, Tom and Ruth speak for them.</summary>
public sealed class DecisionTests
{
    [Fact]
    public async Task H7_E2_A_decision_is_proposed_objected_amended_decided_and_written_down_by_typed_words_alone()
    {
        using var chat = await Chat.RiverbendAsync();
        var form = await chat.SayAsync(Riverbend.Ana, "propose one job fair in spring by 27 Nov");
        Assert.Contains("one job fair in spring", form.Text, StringComparison.Ordinal);
        var sent = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("Sent: D1", sent.Text, StringComparison.Ordinal);
        await chat.SettleAsync();
        Assert.Contains("What does yours say", chat.Last(Riverbend.Ruth).Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Tom, "agree D1");
        await chat.SayAsync(Riverbend.Tom, "agree D1");
        Assert.Equal(1, Tally.Heard(await DecisionAsync(chat)));
        await chat.SayAsync(Riverbend.Ruth, "object D1 because we have no one free in April acceptable if it is in May");
        await chat.SayAsync(Riverbend.Ruth, "send");
        Assert.Equal(DecisionState.Integrating, (await DecisionAsync(chat)).State);
        await chat.SettleAsync();
        Assert.Contains("it is in May", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);

        await chat.SayAsync(Riverbend.Ana, "amend D1 text: one job fair in May");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(2, (await DecisionAsync(chat)).Version);
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Dale])
        {
            await chat.SayAsync(person, "show D1");
            await chat.SayAsync(person, "agree D1");
        }

        Assert.Equal(DecisionState.Decided, (await DecisionAsync(chat)).State);
        await chat.SayAsync(Riverbend.Ana, "outcome D1 one fair, in May, at Lakeside by 3 May 2027");
        var written = await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Contains("one fair, in May, at Lakeside", written.Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2027, 5, 3), (await DecisionAsync(chat)).Review);
        await chat.WaitAsync(Duration.FromDays(200));
        Assert.Contains("Does it still hold?", chat.Last(Riverbend.Ana).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Ana, "reaffirm D1");
        await chat.SayAsync(Riverbend.Ana, "send");
        Assert.Equal(DecisionState.InForce, (await DecisionAsync(chat)).State);
    }

    [Fact]
    public async Task E3_By_buttons_and_nobody_reads_a_voice_before_the_own_one()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "propose one job fair in spring by 27 Nov");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var asked = chat.Last(Riverbend.Ruth);
        var form = await chat.PressAsync(Riverbend.Tom, chat.Last(Riverbend.Tom), Verbs.Reservations);
        await chat.PressAsync(Riverbend.Tom, form, Verbs.Send, ("reason", "The hall is too small."));
        var seen = await chat.SayAsync(Riverbend.Ruth, "show D1");
        Assert.DoesNotContain("too small", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 3 heard", seen.Text, StringComparison.Ordinal);
        var answered = await chat.PressAsync(Riverbend.Ruth, asked, Verbs.Accept);
        Assert.Contains("too small", answered.Text, StringComparison.Ordinal);
        var place = await chat.SayAsync(Riverbend.Dale, "home", Chat.Place);
        Assert.NotEmpty(place.Text);
        var open = await chat.SayAsync(Riverbend.Dale, "show D1", Chat.Place);
        Assert.Contains("2 of 3 heard", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Workforce", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("too small", open.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_badly_said_gets_a_clear_answer_and_changes_nothing()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.SayAsync(Riverbend.Ana, "propose one job fair in spring by 27 Nov");
        await chat.SayAsync(Riverbend.Ana, "send");
        await chat.SettleAsync();
        var notSpoken = await chat.SayAsync(Riverbend.Mei, "agree D1");
        Assert.Contains("I don't find that", notSpoken.Text, StringComparison.Ordinal);
        var unknown = await chat.SayAsync(Riverbend.Tom, "agree D9");
        Assert.Contains("I don't find that", unknown.Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Tom, "object D1 because of the weather");
        var again = await chat.SayAsync(Riverbend.Tom, "send");
        Assert.Contains("What would make it acceptable", again.Text, StringComparison.Ordinal);
        Assert.Empty((await DecisionAsync(chat)).Voices);
        Assert.Contains("D1", (await chat.SayAsync(Riverbend.Tom, "waiting")).Text, StringComparison.Ordinal);
        Assert.Contains("D1", (await chat.SayAsync(Riverbend.Mei, "decisions")).Text, StringComparison.Ordinal);
        var sees = await chat.SayAsync(Riverbend.Mei, "who sees D1");
        Assert.Contains("once their own partner has spoken", sees.Text, StringComparison.Ordinal);
    }

    private static async Task<Decision> DecisionAsync(Chat chat) => (await chat.StateAsync()).Decisions.Single();
}

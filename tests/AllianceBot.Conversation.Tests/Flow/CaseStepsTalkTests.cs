using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What the people of a case can do in it beside going up and settling, typed and pressed, with the whole bot behind it.</summary>
public sealed class CaseStepsTalkTests
{
    private static readonly int[] TalkAndReview = [2, 3, 4];

    [Fact]
    public async Task D2_A_rung_is_skipped_on_a_listed_ground_that_somebody_neutral_confirms_and_the_other_side_learns_nothing_before()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        var form = await chat.SayAsync(Riverbend.Ana, $"skip {name} because I am afraid to meet alone");
        Assert.Contains("Somebody is in danger", form.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("rung", "2"), ("ground", "1"), ("person", (await chat.PersonAsync(Riverbend.Sam)).Value)));
        await chat.SettleAsync();
        Assert.Equal(1, (await chat.CaseAsync()).Rung);
        Assert.DoesNotContain("afraid", (await chat.SayAsync(Riverbend.Mei, $"show {name}")).Text, StringComparison.Ordinal);
        var asked = chat.Last(Riverbend.Sam);
        Assert.Contains("I am afraid to meet alone", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the form was due twice", asked.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Sam, asked, Verbs.Accept);
        Assert.Equal(2, (await chat.CaseAsync()).Rung);
        Assert.Equal((await chat.SayAsync(Riverbend.Sam, "show K9ZZ")).Text.Replace("K9ZZ", "K", StringComparison.Ordinal),
            (await chat.SayAsync(Riverbend.Sam, $"show {name}")).Text.Replace(name, "K", StringComparison.Ordinal));
    }

    [Fact]
    public async Task D8_A_response_of_the_table_is_agreed_to_by_all_and_none_graver_before_the_lighter_ones()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        var grave = await chat.DoAsync(Riverbend.Ana, $"respond {name} step 3 for Lakeside");
        Assert.Contains("light", grave.Text, StringComparison.OrdinalIgnoreCase);
        await chat.SayAsync(Riverbend.Ana, "cancel");
        await chat.DoAsync(Riverbend.Ana, $"respond {name} step 1 for Lakeside");
        Assert.Empty((await chat.CaseAsync()).Responses);
        Assert.Contains("A friendly word, with the date", chat.Last(Riverbend.Mei).Text, StringComparison.Ordinal);
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"agree {name}");
        Assert.Equal(1, Assert.Single((await chat.CaseAsync()).Responses).Step);
        Assert.Contains("A friendly word, with the date", (await chat.SayAsync(Riverbend.Ana, $"show {name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D6_Promises_between_the_parties_go_on_until_all_let_them_rest_and_go_on_again_when_all_say_so()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.DoAsync(Riverbend.Ana, "request the list of referrals from Mei Chen by 11 Dec done when Ana has it");
        await chat.LooksAndSaysAsync(Riverbend.Mei, "P1", "accept P1");
        if ((await chat.PromiseAsync(1)).State != CommitmentState.Active) await chat.SayAsync(Riverbend.Mei, "send");
        var name = await chat.TalkingAsync();
        Assert.Null((await chat.PromiseAsync(1)).Resting);
        var form = await chat.SayAsync(Riverbend.Ana, $"rest promises {name}");
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("chosen", (await chat.PromiseAsync(1)).Id.Value)));
        Assert.Null((await chat.PromiseAsync(1)).Resting);
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"agree {name}");
        Assert.NotNull((await chat.PromiseAsync(1)).Resting);
        Assert.Contains("P1", (await chat.SayAsync(Riverbend.Mei, $"show {name}")).Text, StringComparison.Ordinal);
        await chat.DoAsync(Riverbend.Mei, $"wake promises {name} these: P1");
        await chat.LooksAndSaysAsync(Riverbend.Ana, name, $"agree {name}");
        Assert.Null((await chat.PromiseAsync(1)).Resting);
    }

    [Fact]
    public async Task N7_A_text_is_read_by_more_people_once_everybody_concerned_consents_and_not_before()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.SayAsync(Riverbend.Ana, $"note {name} saying a shared calendar would have helped");
        await chat.DoAsync(Riverbend.Ana, $"let others read {name} entry 1 level: alliance");
        Assert.DoesNotContain("shared calendar", (await chat.SayAsync(Riverbend.Dale, "cases")).Text, StringComparison.Ordinal);
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"decline {name}");
        Assert.Null(Assert.Single((await chat.CaseAsync()).Items).Wanted);
        await chat.DoAsync(Riverbend.Ana, $"let others read {name} entry 1 level: alliance");
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"agree {name}");
        var read = await chat.SayAsync(Riverbend.Dale, "cases");
        Assert.Contains("shared calendar", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, read.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("the form was due twice", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exit_review_hears_the_partner_concerned_and_asks_the_others_with_no_more_than_what_both_approved()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync(without: TalkAndReview);
        await chat.UpAsync(Riverbend.Ana, name);
        Assert.Equal(2, (await chat.CaseAsync()).Rung);
        var form = await chat.SayAsync(Riverbend.Ana, $"ask for a review {name} text: we part ways over the form by 29 Jan 2027");
        Assert.Contains("Leaves on", form.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("review", "Exit"), ("partner", (await chat.PersonsPartnerAsync(Riverbend.Ruth)).Value)));
        await chat.SettleAsync();
        Assert.Single((await chat.StateAsync()).Decisions);
        await chat.DoAsync(Riverbend.Mei, $"review text {name} we see it differently and leave in friendship");
        await chat.LooksAndSaysAsync(Riverbend.Ana, name, $"agree {name}");
        var decision = (await chat.StateAsync()).Decisions.Single(static one => one.Proposal.Matter.Kind == MatterKind.CaseReview);
        chat.ThenTold(Riverbend.Dale, "Some partners ask the others");
        var asked = await chat.SayAsync(Riverbend.Dale, $"show D{decision.Number}");
        Assert.Contains("leave in friendship", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the form was due twice", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("could not agree on a date", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, asked.Json, StringComparison.Ordinal);
        foreach (var party in (PersonId[])[Riverbend.Ruth, Riverbend.Tom, Riverbend.Mei]) await chat.LooksAndSaysAsync(party, $"D{decision.Number}", $"agree D{decision.Number}");
        Assert.Empty((await chat.StateAsync()).Decisions[decision.Id].Voices);
        await chat.SayAsync(Riverbend.Mei, $"note D{decision.Number} saying our students need the summer to move");
        Assert.Contains("need the summer", (await chat.SayAsync(Riverbend.Dale, $"show D{decision.Number}")).Text, StringComparison.Ordinal);
        await chat.LooksAndSaysAsync(Riverbend.Dale, $"D{decision.Number}", $"agree D{decision.Number}");
        Assert.Equal((CaseState.Exited, new LocalDate(2027, 1, 29)), ((await chat.CaseAsync()).State, (await chat.CaseAsync()).Ending!.LeavesOn));
        Assert.Contains("Fri 29 Jan 2027", (await chat.SayAsync(Riverbend.Mei, $"show {name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_let_it_rest_to_a_day_and_take_it_up_again_before()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.DoAsync(Riverbend.Ana, $"pause case {name} by 4 Jan");
        Assert.Equal(CaseState.OnRung, (await chat.CaseAsync()).State);
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"agree {name}");
        Assert.Equal(CaseState.Paused, (await chat.CaseAsync()).State);
        Assert.Contains("Mon 4 Jan 2027", (await chat.SayAsync(Riverbend.Ana, $"show {name}")).Text, StringComparison.Ordinal);
        await chat.DoAsync(Riverbend.Mei, $"go on with {name}");
        await chat.LooksAndSaysAsync(Riverbend.Ana, name, $"agree {name}");
        Assert.Equal(CaseState.OnRung, (await chat.CaseAsync()).State);
        await chat.DoAsync(Riverbend.Ana, $"pause case {name} by 4 Jan");
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"decline {name}");
        await chat.SayAsync(Riverbend.Mei, "send");
        Assert.Null((await chat.CaseAsync()).Motion);
    }

    [Fact]
    public async Task The_opener_takes_it_back_the_other_keeps_it_open_once_and_later_it_is_taken_up_again_or_outside()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.DoAsync(Riverbend.Ana, $"withdraw {name} because it is mended");
        Assert.Equal(CaseState.Withdrawn, (await chat.CaseAsync()).State);
        Assert.True(chat.Last(Riverbend.Mei).Has(Verbs.KeepOpen));
        await chat.PressAsync(Riverbend.Mei, chat.Last(Riverbend.Mei), Verbs.KeepOpen);
        Assert.Equal(CaseState.OnRung, (await chat.CaseAsync()).State);
        await chat.DoAsync(Riverbend.Ana, $"withdraw {name}");
        Assert.False((await chat.SayAsync(Riverbend.Mei, $"show {name}")).Has(Verbs.KeepOpen));
        await chat.DoAsync(Riverbend.Ana, $"reopen {name}");
        Assert.Equal(CaseState.OnRung, (await chat.CaseAsync()).State);
        await chat.DoAsync(Riverbend.Mei, $"refer {name} because the court has it now");
        Assert.Equal(CaseState.Referred, (await chat.CaseAsync()).State);
        Assert.Contains("the court has it now", (await chat.SayAsync(Riverbend.Ana, $"show {name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D4_Each_writes_facts_interests_and_wish_apart_and_reads_the_others_at_the_same_moment()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.UpAsync(Riverbend.Ana, name);
        var form = await chat.SayAsync(Riverbend.Tom, $"statement {name}");
        Assert.Contains("Nobody reads it before all are in", form.Text, StringComparison.Ordinal);
        var half = await chat.PressAsync(Riverbend.Tom, form, Verbs.Send, form.With(("facts", "It came two weeks late"), ("interests", "")));
        Assert.Contains("What matters", half.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Tom, half, Verbs.Send, half.With(("interests", "Our evening course"), ("wish", "A fixed day")));
        await chat.SettleAsync();
        foreach (var other in (PersonId[])[Riverbend.Ruth, Riverbend.Mei])
        {
            var before = await chat.SayAsync(other, $"show {name}");
            Assert.DoesNotContain("two weeks late", before.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("A fixed day", before.Text, StringComparison.Ordinal);
        }

        await chat.DoAsync(Riverbend.Ruth, $"statement {name} facts: a signature was missing what matters: no surprises wished outcome: an early word");
        foreach (var person in (PersonId[])[Riverbend.Tom, Riverbend.Ruth, Riverbend.Ana, Riverbend.Mei])
        {
            var read = (await chat.SayAsync(person, $"show {name}")).Text;
            foreach (var said in (string[])["It came two weeks late", "A fixed day", "a signature was missing", "an early word"]) Assert.Contains(said, read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task N16_All_name_somebody_neutral_from_those_who_could_who_reads_it_decides_nothing_and_can_step_down()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        var form = await chat.SayAsync(Riverbend.Ana, $"name neutral {name}");
        Assert.Contains("Sam Duarte", form.Text, StringComparison.Ordinal);
        foreach (var other in (string[])["Tom Okafor", "Ruth Abrams"]) Assert.DoesNotContain($"\"title\":\"{other}", form.Json.Replace(" \"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var refused = await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("person", (await chat.PersonAsync(Riverbend.Ruth)).Value)));
        Assert.Null((await chat.CaseAsync()).Motion);
        Assert.Contains("Ruth Abrams", refused.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("person", (await chat.PersonAsync(Riverbend.Sam)).Value)));
        await chat.LooksAndSaysAsync(Riverbend.Mei, name, $"agree {name}");
        var named = chat.Last(Riverbend.Sam);
        Assert.Contains("the form was due twice", named.Text, StringComparison.Ordinal);
        Assert.False(named.Has(Verbs.GoUp));
        Assert.True(named.Has(Verbs.Summary));
        await chat.DoAsync(Riverbend.Sam, $"step down {name} because I am moving");
        Assert.Null((await chat.CaseAsync()).Neutral);
        Assert.DoesNotContain("the form was due twice", (await chat.SayAsync(Riverbend.Sam, $"show {name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N21_A_case_about_shared_staff_brings_in_the_personnel_contacts_with_their_rules_and_the_person_it_is_about()
    {
        using var chat = await Chat.RiverbendAsync();
        await chat.DoAsync(Riverbend.Ruth, "role Ruth Abrams as personnel contact");
        await chat.DoAsync(Riverbend.Ruth, "partner note our personnel office is asked first");
        await chat.RatifiedAsync("shared staff");
        var form = await chat.SayAsync(Riverbend.Ana, "open a case the hours of our shared assistant with: Mei Chen");
        await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(("conflict", "SharedPersonnel"), ("about", (await chat.PersonAsync(Riverbend.Tom)).Value)));
        await chat.SettleAsync();
        var one = await chat.CaseAsync();
        chat.ThenTold(Riverbend.Ruth, "hours of our shared assistant");
        chat.ThenTold(Riverbend.Tom, "hours of our shared assistant");
        Assert.Contains("our personnel office is asked first", (await chat.SayAsync(Riverbend.Ana, $"show {one.Name}")).Text, StringComparison.Ordinal);
        await chat.SayAsync(Riverbend.Mei, $"acknowledge {one.Name}");
        await chat.UpAsync(Riverbend.Ana, one.Name);
        Assert.True((await chat.SayAsync(Riverbend.Tom, $"show {one.Name}")).Has(Verbs.Statement));
        await chat.DoAsync(Riverbend.Tom, $"statement {one.Name} facts: I was asked by both what matters: my evenings wished outcome: one rota");
        Assert.Contains((await chat.CaseAsync()).Items, static item => item is { Kind: CaseItemKind.Statement, Of: null });
    }

    [Fact]
    public async Task Who_leaves_in_the_middle_hands_it_over_by_name_and_a_partner_that_leaves_ends_it_and_nothing_is_lost()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        await chat.SayAsync(Riverbend.Ana, $"note {name} saying we met on Monday");
        await chat.DoAsync(Riverbend.Ruth, "remove Mei Chen");
        chat.ThenTold(Riverbend.Ruth, "the form was due twice");
        Assert.Contains("we met on Monday", (await chat.SayAsync(Riverbend.Ruth, $"show {name}")).Text, StringComparison.Ordinal);
        await chat.DoAsync(Riverbend.Dale, "remove partner Lakeside");
        Assert.Equal((CaseState.Closed, CaseEnd.PartiesLeft), ((await chat.CaseAsync()).State, (await chat.CaseAsync()).Ending!.As));
        Assert.Contains("we met on Monday", (await chat.SayAsync(Riverbend.Ana, $"show {name}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("we met on Monday", (await chat.SayAsync(Riverbend.Ruth, $"show {name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D7_A_settlement_is_filled_in_row_by_row_and_a_row_about_somebody_outside_the_case_is_asked_about()
    {
        using var chat = await Chat.RiverbendAsync();
        var name = await chat.TalkingAsync();
        var form = await chat.SayAsync(Riverbend.Ana, $"settle {name} we do it in two steps");
        Assert.Contains("Looked at again on", form.Text, StringComparison.Ordinal);
        Assert.Contains("Promise 1: who does it", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dale Whitman", form.Text, StringComparison.Ordinal);
        var (ana, mei) = (await chat.IdAsync(Riverbend.Ana), await chat.IdAsync(Riverbend.Mei));
        var outside = await chat.PressAsync(Riverbend.Ana, form, Verbs.Send, form.With(
            ("what1", "Form live"), ("doer1", await chat.IdAsync(Riverbend.Dale)), ("receiver1", ana), ("due1", "2026-12-11")));
        Assert.Contains("Promise 1: who does it", outside.Text, StringComparison.Ordinal);
        Assert.Null((await chat.CaseAsync()).Offer);
        await chat.PressAsync(Riverbend.Ana, outside, Verbs.Send, outside.With(
            ("what1", "Form live"), ("doer1", mei), ("receiver1", ana), ("due1", "2026-12-11"),
            ("what2", "Paper copies"), ("doer2", ana), ("receiver2", mei), ("due2", "2026-12-18")));
        await chat.SettleAsync();
        Assert.Equal(["Form live", "Paper copies"], (await chat.CaseAsync()).Offer!.What.Promises.Select(static promise => promise.Terms.What.Text));
        var offered = chat.Last(Riverbend.Mei);
        Assert.Contains("Form live", offered.Text, StringComparison.Ordinal);
        var before = await chat.PressAsync(Riverbend.Mei, offered, Verbs.Accept);
        Assert.Contains("Paper copies", before.Text, StringComparison.Ordinal);
        await chat.PressAsync(Riverbend.Mei, before, Verbs.Send);
        Assert.Equal(CaseState.Settled, (await chat.CaseAsync()).State);
        Assert.Equal([1, 2], (await chat.StateAsync()).Commitments.Where(static promise => promise.State == CommitmentState.Active).Select(static promise => promise.Number).Order());
    }
}

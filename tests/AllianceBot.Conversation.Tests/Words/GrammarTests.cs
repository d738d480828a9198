using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Typed sentences and what they are read as.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("help", "help")]
    [InlineData("  Help!", "help")]
    [InlineData("/help", "help")]
    [InlineData("hi", "help")]
    [InlineData("please help", "help")]
    [InlineData("mine", "mine")]
    [InlineData("what waits for me?", "waiting")]
    [InlineData("ALLIANCE", "alliance")]
    [InlineData("link me", "link-me")]
    [InlineData("Check in P12", "check-in item=P12")]
    [InlineData("check-in #12", "check-in item=P12")]
    [InlineData("on track P12", "on-track item=P12")]
    [InlineData("P12 on track", "on-track item=P12")]
    [InlineData("P12: blocked waiting for the data agreement", "blocked item=P12 note=waiting for the data agreement")]
    [InlineData("blocked P12, need help", "blocked helpWanted=true item=P12")]
    [InlineData("at risk p12 the vendor is late help wanted", "at-risk helpWanted=true item=P12 note=the vendor is late")]
    [InlineData("blocked P12 the agreement is missing, we could need help", "blocked helpWanted=true item=P12 note=the agreement is missing")]
    [InlineData("can you request the copies from lakside by next Friday pls", "request doerPartner=lakeside due=2026-11-27 what=the copies")]
    [InlineData("request copies from Abrmas by next Friday, thanks", "request doer=ruth doerPartner=lakeside due=2026-11-27 what=copies")]
    [InlineData("hi, accept P12", "accept item=P12")]
    [InlineData("hello there", "help")]
    [InlineData("i cant do P12", "cannot-do item=P12")]
    [InlineData("I\u2019m blocked P12", "blocked item=P12")]
    [InlineData("sorry, we need more time P12 by 12 Dec", "more-time due=2026-12-12 item=P12")]
    [InlineData("note P12 the draft is there, thanks", "note item=P12 note=the draft is there, thanks")]
    [InlineData("can\u2019t do P12 because we lost two people", "cannot-do item=P12 reason=we lost two people")]
    [InlineData("cant do P12", "cannot-do item=P12")]
    [InlineData("done p12", "done item=P12")]
    [InlineData("more time P12 by 12 Dec", "more-time due=2026-12-12 item=P12")]
    [InlineData("more time P12 next Friday", "more-time due=2026-11-27 item=P12")]
    [InlineData("more time P12 by 12 Dec because the link broke", "more-time due=2026-12-12 item=P12 reason=the link broke")]
    [InlineData("decline P12: no capacity", "decline item=P12 reason=no capacity")]
    [InlineData("decline P12 because no capacity until May", "decline item=P12 reason=no capacity until May")]
    [InlineData("return P12 the link is dead by tomorrow", "return due=2026-11-21 item=P12 reason=the link is dead")]
    [InlineData("show the referral form v2", "show item=P12")]
    [InlineData("who sees P12?", "who-sees item=P12")]
    [InlineData("note P12 \u201Cnothing by Friday\u201D", "note item=P12 note=nothing by Friday")]
    [InlineData("ask P12 when will it be there?", "ask item=P12 note=when will it be there?")]
    [InlineData("hand over P12 to Tom", "hand-over item=P12 person=tom")]
    [InlineData("hand over P12 @Tom", "hand-over item=P12 person=tom")]
    [InlineData("accept P12 for Mei", "accept item=P12 person=mei")]
    [InlineData("accept P99", "accept item=none")]
    [InlineData("correct P12 to kept because we both misread it", "correct item=P12 reason=we both misread it to=kept")]
    [InlineData("counter P12 by 8 Dec because of the fair", "counter due=2026-12-08 item=P12 reason=because of the fair")]
    [InlineData("remove Ana Reyes", "remove person=ana")]
    [InlineData("people LCC", "people partner=lakeside")]
    [InlineData("invite Lee Park for Harbor as staff", "invite name=Lee Park partner=harbor role=Staff")]
    [InlineData("invite \"For All as Staff\" for Harbor", "invite name=For All as Staff partner=harbor")]
    [InlineData("add partner River Bank as foundation", "add-partner name=River Bank partnerKind=Foundation")]
    [InlineData("role Ana as trouble-shooter", "set-role person=ana role=Troubleshooter")]
    [InlineData("role @Ana as a manager for Harbor", "set-role partner=harbor person=ana role=Manager")]
    [InlineData("funding from Cedar Fund to Harbor", "add-funding funded=harbor funder=cedar")]
    [InlineData("goal 150 young adults in jobs by 30 June", "add-goal due=2027-06-30 text=150 young adults in jobs")]
    [InlineData("drop goal 1", "drop-goal goal=goal-jobs")]
    [InlineData("we don't do joint fundraising", "add-exclusion text=joint fundraising")]
    [InlineData("working days Mon-Thu for Harbor", "set-days days=Mon-Thu partner=harbor")]
    [InlineData("zone America/Chicago", "set-zone zone=America/Chicago")]
    [InlineData("purpose young adults find decent work", "set-purpose text=young adults find decent work")]
    [InlineData("create alliance Riverbend Works in zone America/Chicago", "create-alliance name=Riverbend Works zone=America/Chicago")]
    [InlineData("join ABCD-2345", "join code=ABCD-2345")]
    public void A_typed_sentence_is_read(string typed, string expected) => Assert.Equal(expected, Told(typed));

    [Theory]
    [InlineData(
        "request referral form v2 from Lakeside by next Friday",
        "request doerPartner=lakeside due=2026-11-27 what=referral form v2")]
    [InlineData(
        "request from Mei the referral form by Fri 4 Dec done when two partners have used it",
        "request doer=mei doerPartner=lakeside doneWhen=two partners have used it due=2026-12-04 what=the referral form")]
    [InlineData(
        "request letters from employers from Lakeside by tomorrow", "request doerPartner=lakeside due=2026-11-21 what=letters from employers")]
    [InlineData(
        "request \"notes from Lakeside by Friday\" from Workforce Office by 4 Dec",
        "request doerPartner=workforce due=2026-12-04 what=notes from Lakeside by Friday")]
    [InlineData(
        "request a plan by Friday or a list by 4 Dec from Lakeside",
        "request doerPartner=lakeside due=2026-12-04 what=a plan by Friday or a list")]
    [InlineData("request the report by Friday morning team from Mei", "request doer=mei doerPartner=lakeside what=the report by Friday morning team")]
    [InlineData("request access to Lakeside by tomorrow", "request due=2026-11-21 what=access to Lakeside")]
    [InlineData("request a room from Lakeside to Tom", "request doerPartner=lakeside receiver=tom receiverPartner=harbor what=a room")]
    [InlineData("request a room from Lakeside for goal 1", "request doerPartner=lakeside goal=goal-jobs what=a room")]
    [InlineData("request a room from the new one", "request doer=mei doerPartner=lakeside what=a room")]
    [InlineData(
        "offer two rooms to Lakeside by 4 Dec because we have them, only between us",
        "offer due=2026-12-04 reason=we have them, receiverPartner=lakeside seenByAll=false what=two rooms")]
    [InlineData("offer Cedar: a report by 4 Dec", "offer due=2026-12-04 receiverPartner=cedar what=a report")]
    [InlineData("offer Cedar Fund: a report", "offer receiverPartner=cedar what=a report")]
    [InlineData("request Mei: the list of rooms by tomorrow", "request doer=mei doerPartner=lakeside due=2026-11-21 what=the list of rooms")]
    [InlineData("request Lakeside: a room from Workforce Office", "request doerPartner=workforce what=Lakeside: a room")]
    [InlineData("request \"Lakeside: a room\" from Mei", "request doer=mei doerPartner=lakeside what=Lakeside: a room")]
    [InlineData("request Lakeside a room", "request what=Lakeside a room")]
    [InlineData("offer a report for Cedar by 4 Dec", "offer due=2026-12-04 receiverPartner=cedar what=a report")]
    [InlineData("offer a report for the staff of Cedar", "offer what=a report for the staff of Cedar")]
    [InlineData("offer a bus for Cedar staff to Lakeside", "offer receiverPartner=lakeside what=a bus for Cedar staff")]
    [InlineData("offer a room for Harbor to Lakeside", "offer receiverPartner=lakeside what=a room for Harbor")]
    [InlineData("request a room for Tom from Lakeside", "request doerPartner=lakeside what=a room for Tom")]
    public void The_last_date_and_the_last_known_name_win_and_quotes_protect(string typed, string expected) =>
        Assert.Equal(expected, Told(typed));

    [Theory]
    [InlineData("accept the flower thing")]
    [InlineData("note it is nearly there")]
    public void A_thing_that_is_not_named_is_not_guessed_from_words(string typed)
    {
        var read = Assert.IsType<Understood>(Grammar.English.Read(typed, Spoken.As(Riverbend.Ana)));
        Assert.Null(read.Intent.Item);
        Assert.True(read.Intent.NamesNothing);
    }

    [Fact]
    public void A_title_that_fits_two_promises_is_asked_about_with_whole_sentences()
    {
        var several = Assert.IsType<Several>(Grammar.English.Read("blocked job fair no room yet", Spoken.As(Riverbend.Ana)));
        Assert.Equal(["blocked P7 no room yet", "blocked P8 no room yet"], several.Picks.Select(static pick => pick.Sentence));
    }

    [Fact]
    public void A_date_that_passed_is_said_and_the_rest_is_kept()
    {
        var read = Assert.IsType<Understood>(Grammar.English.Read("more time P12 by 12 Nov because of rain", Spoken.As(Riverbend.Ana)));
        Assert.Equal(["dates.past"], read.Intent.Faults.Select(static fault => fault.Why.Key));
        Assert.Equal("because of rain", read.Intent.Fields[FieldNames.Reason]);
    }

    [Theory]
    [InlineData("more time P12 by 3. Dezember", "3. Dezember")]
    [InlineData("more time P12 by 31/31", "31/31")]
    [InlineData("request a poster from Mei by 4-Dez", "4-Dez")]
    [InlineData("more time P12 by 20261204", "20261204")]
    public void What_looks_like_a_date_and_cannot_be_read_was_taken_for_a_reason_in_silence(string text, string typed)
    {
        var read = Assert.IsType<Understood>(Grammar.English.Read(text, Spoken.As(Riverbend.Ana)));
        var fault = Assert.Single(read.Intent.Faults);
        Assert.True(fault.Field == FieldNames.Due && fault.Why.Key is "dates.not-read" or "dates.no-such-day", fault.Why.Key);
        if (fault.Why.Key == "dates.not-read") Assert.Contains(fault.Why.Facts, fact => fact.Value == $"text:{typed}");
        Assert.Null(read.Intent.Fields[FieldNames.Reason]);
    }

    [Theory]
    [InlineData("request chairs for 20 people from Mei by 4 Dec", "chairs for 20 people")]
    [InlineData("request a poster by 3 artists from Mei by 4 Dec", "a poster by 3 artists")]
    [InlineData("request a poster by 3 artists from Mei", "a poster by 3 artists")]
    public void A_number_after_by_is_no_date_by_itself(string text, string what)
    {
        var read = Assert.IsType<Understood>(Grammar.English.Read(text, Spoken.As(Riverbend.Ana)));
        Assert.Empty(read.Intent.Faults);
        Assert.Equal(what, read.Intent.Fields[FieldNames.What]);
    }

    /// <summary>It became 5 in silence: the minus was taken for a mark like a colon.</summary>
    [Theory]
    [InlineData("reading P1 -5", "-5")]
    [InlineData("reading P1: -5", "-5")]
    [InlineData("correct reading P1 -623.55 because of a slip", "-623.55")]
    [InlineData("reading P1 - 5", "5")]
    [InlineData("reading P1 5", "5")]
    public void A_number_below_nought_keeps_its_sign(string typed, string number) =>
        Assert.Equal(number, Assert.IsType<Understood>(Grammar.English.Read(typed, Spoken.As(Riverbend.Ana))).Intent.Fields[FieldNames.Value]);

    [Theory]
    [InlineData("to Cedar", "receiverPartner=cedar")]
    [InlineData("for Cedar", "receiverPartner=cedar")]
    [InlineData("for Jonas by 4 Dec", "due=2026-12-04 receiver=jonas receiverPartner=cedar")]
    public void An_open_offer_is_told_for_whom_it_is(string typed, string expected)
    {
        var amends = Assert.IsType<Amends>(Grammar.English.Read(typed, Spoken.As(Riverbend.Ana, Verbs.Find(Verbs.Offer))));
        Assert.Equal(expected, string.Join(' ', amends.Fields.Names.Select(name => $"{name}={amends.Fields[name]}")));
    }

    [Theory]
    [InlineData("by next Friday", "due=2026-11-27")]
    [InlineData("done when it is live", "doneWhen=it is live")]
    [InlineData("what: Referral form v3", "what=Referral form v3")]
    [InlineData("from Mei by 4 Dec", "doer=mei doerPartner=lakeside due=2026-12-04")]
    [InlineData("because we need it", "reason=we need it")]
    [InlineData("only between us", "seenByAll=false")]
    [InlineData("for goal none", "goal=")]
    public void An_open_form_is_changed_by_typed_clauses(string typed, string expected)
    {
        var amends = Assert.IsType<Amends>(Grammar.English.Read(typed, Spoken.As(Riverbend.Ana, Verbs.Find(Verbs.Request))));
        Assert.Equal(expected, string.Join(' ', amends.Fields.Names.Select(name => $"{name}={amends.Fields[name]}")));
    }

    [Theory]
    [InlineData("by next Friday")]
    [InlineData("flibber the gibbet")]
    [InlineData("")]
    [InlineData("\"request\" x")]
    [InlineData("yes P12")]
    [InlineData("send help")]
    public void What_begins_no_command_is_not_understood(string typed) =>
        Assert.IsType<NotUnderstood>(Grammar.English.Read(typed, Spoken.As(Riverbend.Ana)));

    private static string Told(string typed)
    {
        var intent = Assert.IsType<Understood>(Grammar.English.Read(typed, Spoken.As(Riverbend.Ana))).Intent;
        Assert.Empty(intent.Faults);
        var fields = intent.Fields.Names.Select(name => (name, intent.Fields[name]));
        if (intent.Item is { } item) fields = fields.Append(("item", item.Id == Spoken.ReferralForm.Value ? "P12" : item.Id));
        return string.Join(' ', fields.OrderBy(static field => field.Item1, StringComparer.Ordinal)
            .Select(static field => $"{field.Item1}={field.Item2}").Prepend(intent.Verb.Name));
    }
}

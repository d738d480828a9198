using Xunit;
using static AllianceBot.Domain.Tests.Referrals;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CaseOpeningTests
{
    [Fact]
    public void A_case_is_new_until_the_others_have_read_it_and_they_have_three_working_days()
    {
        var opened = Opened().ThenHappened<CaseOpened>().ThenIs(CaseState.Raised);
        Assert.Equal([Harbor, Lakeside], opened.Case().Parties.Select(static party => party.Partner));
        Assert.Equal(new(2026, 11, 25), opened.CaseFor(Mei)!.Waiting!.Until);
        Assert.Contains(CaseAct.Acknowledge, opened.CaseFor(Mei)!.Acts);
        Assert.DoesNotContain(CaseAct.Acknowledge, opened.CaseFor(Ana)!.Acts);
        opened.ThenTold("case.opened -> mei");
        opened.Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Mei).ThenHappened<CaseMoved>(static moved => moved.How == CaseMove.Started)
            .ThenIs(CaseState.OnRung, 1);
    }

    [Fact]
    public void Silence_starts_it_too_and_stands_by_name()
    {
        var spec = Opened().WhenClockWalksTo(Local(2026, 11, 26, 1, 0)).ThenHappened<CaseMoved>(static moved => moved.Silent == [Lakeside]);
        spec.ThenIs(CaseState.OnRung, 1);
        Assert.Equal([Lakeside], spec.CaseFor(Ana)!.History[^1].Partners.Select(static partner => partner.Id));
    }

    [Fact]
    public void N1_Without_a_process_that_all_have_ratified_it_stays_a_concern_that_names_who_is_missing()
    {
        var spec = Ladder.Proposed(Text).Agree(Tom).Agree(Dale).When(Opening(), Ana)
            .ThenHappened<ConcernRaised>().ThenHappened<ConcernLacksProcess>(static lacks => lacks.Missing == [Harbor, Lakeside]);
        Assert.Empty(spec.State.Cases);
        spec.ThenTold("concern.lacks-process -> sam");
        var card = ConcernViews.Card(spec.State, new PersonReader(Ana), new(Number.Value))!;
        Assert.Equal([Harbor, Lakeside], card.Missing.Select(static partner => partner.Id));
        Assert.Contains(ConcernAct.ProposeProcess, card.Acts);
        Assert.DoesNotContain(ConcernAct.OpenCase, card.Acts);
        Assert.Null(ConcernViews.Card(spec.State, new PersonReader(Mei), new(Number.Value)));
        spec.When(Opening() with { Case = new("again"), Ask = Spec.Ask(2), Concern = new ConcernId(Number.Value) }, Ana).ThenRefused(CaseOpening.NoProcess);
    }

    [Fact]
    public void N1_A_partner_that_came_later_is_named_alone()
    {
        var spec = Ladder.Ratified(Text).When(new AddPartner(new("north"), Say("Northside Clinic"), PartnerKind.Other, Spec.Ask(540)), Dale);
        spec.When(new Invite(new("inv"), "code", new("north"), Role.Manager, Say("Nina"), Spec.Ask(541)), Dale);
        spec.When(new JoinByCode("code", Say("Nina"), Spec.Ask(542)), new("nina"));
        spec.When(Opening() with { With = [new(new("north"), null)] }, Ana)
            .ThenHappened<ConcernLacksProcess>(static lacks => lacks.Missing == [new("north")]);
    }

    [Fact]
    public void C5_A_case_stays_under_the_version_it_was_opened_with()
    {
        var spec = Opened();
        spec.Change(Text with { Rungs = [Ladder.Talk with { Days = 3 }, Ladder.Review] });
        spec.When(
            new ProposeDecision(new("again"), Spec.Ask(700), Fair.Proposal with { Method = DecisionMethod.AllAgree, Matter = new(MatterKind.Process) { Process = Ladder.Id } }),
            Ana).VoteOn(new("again"));
        Assert.Equal(2, spec.State.Processes[Ladder.Id].Versions.Count);
        spec.Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Mei).ThenHappened<CaseMoved>(static moved => moved.Time.Days == 10);
        Assert.Equal((1, 5), (spec.Case().Version, spec.CaseFor(Ana)!.Rungs.Count));
        spec.When(Opening() with { Case = new("other"), Ask = Spec.Ask(3) }, Ana).ThenHappened<CaseOpened>(static opened => opened.Version == 2);
    }

    [Fact]
    public void A_case_against_oneself_or_inside_one_partner_is_refused()
    {
        var given = Ladder.Ratified(Text);
        given.When(Opening() with { With = [new(Harbor, Ana)] }, Ana).ThenRefused(CaseOpening.AgainstYourself);
        given.When(Opening() with { With = [new(Lakeside, Mei), new(Harbor, Ana)] }, Ana).ThenRefused(CaseOpening.AgainstYourself);
        given.When(Opening() with { With = [new(Harbor, Tom)] }, Ana).ThenRefused(CaseOpening.OwnOrganisation);
        given.When(Opening() with { With = [] }, Ana).ThenRefused(CaseOpening.NobodyNamed);
        given.When(Opening() with { With = [new(Lakeside, Tom)] }, Ana).ThenRefused(CaseOpening.PersonUnknown);
        given.When(Opening() with { With = [new(new("nowhere"), null)] }, Ana).ThenRefused(CaseOpening.PersonUnknown);
        given.When(Opening() with { Matter = Say(" ") }, Ana).ThenRefused(TextRules.Missing);
        given.When(Opening() with { Person = Priya }, Ana).ThenRefused(CaseOpening.PersonOfNoParty);
    }

    [Fact]
    public void Nobody_opens_one_who_is_of_no_partner_or_has_left()
    {
        var given = Ladder.Ratified(Text);
        given.When(Opening(), Sam).ThenRefused(Refusal.NotYours);
        given.When(Opening(), Stranger).ThenRefused(Refusal.NotYours);
        given.When(new RemovePerson(Ana, Spec.Ask(80)), Tom).When(Opening(), Ana).ThenRefused(Refusal.NotYours);
        Opened().When(Opening() with { Ask = Spec.Ask(9) }, Ruth).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void Seven_parties_are_too_many_and_six_are_not()
    {
        var spec = Ladder.Ratified(Text);
        var others = new List<CaseAsked> { new(Lakeside, Mei), new(Workforce, Priya), new(Cedar, Jonas) };
        for (var n = 0; n < 3; n++)
        {
            spec.When(new AddPartner(new($"p{n}"), Say($"Partner {n}"), PartnerKind.Other, Spec.Ask(800 + n)), Dale);
            spec.When(new Invite(new($"inv{n}"), $"code{n}", new($"p{n}"), Role.Manager, Say($"M{n}"), Spec.Ask(810 + n)), Dale);
            spec.When(new JoinByCode($"code{n}", Say($"M{n}"), Spec.Ask(820 + n)), new($"m{n}"));
            spec.RatifyLater(new($"p{n}"), new($"m{n}"));
            others.Add(new(new($"p{n}"), null));
        }

        spec.When(Opening() with { With = others.ToValueList() }, Ana).ThenRefused(CaseOpening.TooManyParties);
        spec.When(Opening() with { With = others[..5].ToValueList() }, Ana).ThenHappened<CaseOpened>(static opened => opened.Parties.Count == 6);
    }

    [Fact]
    public void Its_name_is_drawn_and_does_not_count_and_no_two_have_the_same()
    {
        var spec = Ladder.Ratified(Text);
        for (var n = 0; n < 20; n++) spec.When(Opening() with { Case = new($"case-{n}"), Ask = new($"draft-{n}") }, Ana);
        var names = spec.State.Cases.Select(static one => one.Name).ToList();
        Assert.Equal(20, names.Distinct().Count());
        Assert.All(names, static name => Assert.Matches("^K[2-9A-Z]{3}$", name));
        Assert.NotEqual(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(spec.State.Cases.First().Id, CaseViews.Find(spec.State, Ana, names[0].ToLowerInvariant()));
        Assert.Null(CaseViews.Find(spec.State, Dale, names[0]));
        spec.When(Opening() with { Case = new("one-more"), Ask = new("draft-20") }, Ana).ThenRefused(CaseOpening.TooMany);
    }

    [Fact]
    public void N21_Shared_staff_brings_in_the_personnel_contacts_and_whom_it_is_about_is_heard()
    {
        var spec = Ladder.Ratified(Text)
            .When(new AssignRole(Ruth, Role.PersonnelContact, Lakeside, Spec.Ask(70)), Ruth)
            .When(new AddPartnerNote(Lakeside, Say("Our personnel office is asked first"), Spec.Ask(71)), Ruth)
            .When(Opening(ConflictKind.SharedPersonnel) with { With = [new(Lakeside, Mei)], Person = Tom }, Ana);
        Assert.Contains(spec.Case().People, static held => held.Person == Ruth && held.Role == CaseRole.Personnel);
        Assert.Contains(spec.Case().People, static held => held.Person == Tom && held.Role == CaseRole.Standing);
        Assert.Contains("Our personnel office is asked first", spec.CaseFor(Ana)!.Parties[1].Notes);
        Assert.NotNull(spec.CaseFor(Ruth));
        Assert.Equal([CaseAct.Note], spec.CaseFor(Tom)!.Acts);
        spec.Act((revision, ask) => new AcknowledgeCase(Number, revision, ask), Mei).Summarised(Ana)
            .Act((revision, ask) => new GoUp(Number, revision, ask, null), Ana).ThenIs(CaseState.OnRung, 2);
        Assert.Contains(CaseAct.GiveStatement, spec.CaseFor(Tom)!.Acts);
    }
}

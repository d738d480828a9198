using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>What the partners of the sample decided together: their charter, one form for all, and a fair that is still open.</summary>
internal static class Agreements
{
    public static void Make(Riverbend town)
    {
        Read(town);
        Charter(town);
        OneForm(town);
        Fair(town);
    }

    /// <summary>Everybody read who sees what before anything was scheduled.</summary>
    private static void Read(Riverbend town)
    {
        foreach (var person in (PersonId[])[town.Ana, town.Tom, town.Priya, town.Dale, town.Mei, town.Ruth, town.Jonas, town.Sam])
        {
            town.Past.Plan(town.At(-76, 11), person, () => new ReadWhoSees(town.Past.NewAsk()));
        }
    }

    private static void Charter(Riverbend town)
    {
        Words Say(string text) => town.Past.Say(text);
        town.Past.Plan(town.At(-75), town.Sam, () => new DraftCharter(
            new()
            {
                Does = [Say("Shared intake"), Say("Joint job fairs"), Say("One referral form")],
                Parts =
                [
                    Part(CharterSection.Ways, null, "We meet on the first Tuesday of the month. Whoever needs more time says so before the date."),
                    Part(CharterSection.Risks, null, "A partner that hosts a fair bears its cost up to 500 dollars; beyond that we share it."),
                    Part(CharterSection.RecordUse, null, "Never for personnel or grant decisions."),
                    Part(CharterSection.Host, null, "Riverbend Workforce Office"), Part(CharterSection.Operator, null, "Its IT desk; each look is logged."),
                    Part(CharterSection.Leaving, null, "A partner that leaves finishes or hands over its promises; its records stay with the other side."),
                    Part(CharterSection.Keeps, town.Harbor, "Its own case work and its name."), Part(CharterSection.Gives, town.Harbor, "Outreach to young adults"),
                    Part(CharterSection.Gets, town.Harbor, "Employers and training places"),
                    Part(CharterSection.Gives, town.Workforce, "Employer contacts"), Part(CharterSection.Gives, town.Lakeside, "Rooms and evening courses"),
                    Part(CharterSection.Worry, town.Cedar, "Money leaving the county"), Part(CharterSection.Answer, town.Cedar, "We spend it with local employers."),
                ],
                Budgets = [new(town.Harbor, 8), new(town.Workforce, 12), new(town.Lakeside, 8), new(town.Cedar, 4)],
                Retention = new(365, 365, 90),
            },
            town.Past.NewAsk()));
        var decision = Proposed(town, -72, town.Sam, new(MatterKind.Charter), "Our charter", "Our charter, as we talked it over in three meetings.", 5);
        Agree(town, -71, decision, town.Tom, town.Dale, town.Ruth, town.Jonas);
        Written(town, -69, town.Sam, decision, "The charter holds. We read it together once a year.", 180);
        foreach (var (person, partner) in new[] { (town.Tom, town.Harbor), (town.Dale, town.Workforce) })
        {
            town.Past.Plan(town.At(-68), person, () => new ConfirmGoal(town.Jobs, partner, null, town.Past.NewAsk()));
        }

        CharterPart Part(CharterSection section, PartnerId? partner, string text) => new(section, partner, Say(text));
    }

    private static void OneForm(Riverbend town)
    {
        var decision = Proposed(
            town, -33, town.Priya, Matter.Text, "One referral form for all intake desks",
            "From next month every intake desk uses the same referral form.", 6);
        Agree(town, -32, decision, town.Dale, town.Tom);
        Voice(town, -31, decision, town.Ruth, Position.AgreeWithReservations, "Our evening desk needs a paper copy too.");
        Voice(town, -30, decision, town.Jonas, Position.StandAside, null);
        Written(town, -28, town.Priya, decision, "One form for all, on paper too at Lakeside's evening desk.", 150);
    }

    private static void Fair(Riverbend town)
    {
        var decision = Proposed(
            town, -2, town.Mei, Matter.Text, "One job fair in spring instead of four",
            "We hold one joint job fair in April instead of a small one each.", 7);
        Agree(town, -1, decision, town.Tom, town.Dale);
    }

    private static DecisionId Proposed(Riverbend town, int day, PersonId by, Matter matter, string title, string text, int open)
    {
        var decision = new DecisionId(town.Past.NewId());
        town.Past.Plan(town.At(day), by, () => new ProposeDecision(decision, town.Past.NewAsk(), new(
            town.Past.Say(title), town.Past.Say(text), DecisionMethod.Consensus, 3, town.Day(day + open), matter)));
        return decision;
    }

    private static void Agree(Riverbend town, int day, DecisionId decision, params ReadOnlySpan<PersonId> people)
    {
        foreach (var person in people) Voice(town, day, decision, person, Position.Agree, null);
    }

    private static void Voice(Riverbend town, int day, DecisionId decision, PersonId by, Position position, string? reason) =>
        town.Past.Plan(town.At(day, 14), by, () => new GiveVoice(
            decision, town.Past.Alliance.Decisions[decision].Revision, town.Past.NewAsk(), null, position,
            reason is null ? null : town.Past.Say(reason), null));

    private static void Written(Riverbend town, int day, PersonId by, DecisionId decision, string statement, int review) =>
        town.Past.Plan(town.At(day, 17), by, () => new WriteOutcome(
            decision, town.Past.Alliance.Decisions[decision].Revision, town.Past.NewAsk(), town.Past.Say(statement), town.Day(day + review)));
}

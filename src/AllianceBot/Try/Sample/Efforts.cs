using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>What the sample shows of effort: a promise that repeats, hours a month, one promise on another, what is good to know.</summary>
internal static class Efforts
{
    /// <summary>Every two weeks, the first of them done.</summary>
    public static void Recurring(Riverbend town)
    {
        var series = new CommitmentId(town.Past.NewId());
        var terms = new Terms(
            town.Past.Say("Attendance figures of the evening courses"), town.Past.Say("The figures are in the shared sheet."), town.Day(-4),
            town.Lakeside, town.Ruth, town.Workforce, town.Dale, town.Jobs)
        {
            Repeats = new(RepeatUnit.Weeks, 2, town.Day(150)),
        };
        town.Past.Plan(town.At(-9), town.Dale, () => new RequestCommitment(series, town.Past.NewAsk(), terms, null, SeenByAll: true) { Estimate = 2 });
        town.Past.Plan(town.At(-8, 11), town.Ruth, () => new AcceptCommitment(series, town.Past.Revision(series), town.Past.NewAsk(), null));
        CommitmentId First() => town.Past.Alliance.Commitments.First(promise => promise.Of == series).Id;
        town.Past.Plan(town.At(-5, 10), town.Ruth, () => new ReportDone(First(), town.Past.Revision(First()), town.Past.NewAsk(), null) { Hours = 2 });
        town.Past.Plan(town.At(-4, 16), town.Dale, () => new AcceptReport(First(), town.Past.Revision(First()), town.Past.NewAsk(), null));
    }

    public static void Make(Riverbend town)
    {
        Note(town, town.Ruth, town.Lakeside, "No meetings on Friday afternoon.");
        Note(town, town.Dale, town.Workforce, "Our year ends on 30 June; new costs need two weeks.");
        town.Past.Plan(town.At(-65), town.Mei, () => new SetOwnBudget(8, town.Past.NewAsk()));
        town.Past.Plan(town.At(-65), town.Ruth, () => new SetPartnerBudget(town.Lakeside, 40, town.Past.NewAsk()));
        town.Past.Plan(town.At(-77, 10), town.Dale, () => new ChangeSettings(
            town.Past.Alliance.Settings with { LoadCeiling = 60 }, town.Past.NewAsk()));
        town.Past.Plan(town.At(-22), town.Mei, () => new EstimateCommitment(
            Find(town, "Shared intake checklist"), Revision(town, "Shared intake checklist"), town.Past.NewAsk(), 6));
        town.Past.Plan(town.At(-15), town.Ana, () => new DependOn(
            Find(town, "Twenty signed consent forms"), Revision(town, "Twenty signed consent forms"), town.Past.NewAsk(),
            Find(town, "Shared intake checklist")));
    }

    private static void Note(Riverbend town, PersonId by, PartnerId partner, string text) =>
        town.Past.Plan(town.At(-66), by, () => new AddPartnerNote(partner, town.Past.Say(text), town.Past.NewAsk()));

    private static CommitmentId Find(Riverbend town, string what) =>
        town.Past.Alliance.Commitments.Single(promise => promise.Terms.What.Text == what).Id;

    private static int Revision(Riverbend town, string what) => town.Past.Revision(Find(town, what));
}

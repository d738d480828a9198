using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>What the sample shows of effort: a promise that repeats, hours a month, one promise on another, what is good to know.</summary>
internal static class Efforts
{
    /// <summary>How often it has come up so far: half a year, every two weeks.</summary>
    private const int Times = 13;

    /// <summary>Every two weeks for half a year: once a little late, once on a day that both agreed on, all others on time.</summary>
    public static void Recurring(Riverbend town)
    {
        var series = new CommitmentId(town.Past.NewId());
        var terms = new Terms(
            town.Past.Say("Attendance figures of the evening courses"), town.Past.Say("The figures are in the shared sheet."),
            town.Monday.PlusDays(DueOf(1)), town.Lakeside, town.Ruth, town.Workforce, town.Dale, town.Jobs)
        {
            Repeats = new(RepeatUnit.Weeks, 2, town.Day(150)),
        };
        town.Past.Plan(town.AtMonday(DueOf(1) - 9), town.Dale, () => new RequestCommitment(series, town.Past.NewAsk(), terms, null, SeenByAll: true) { Estimate = 2 });
        town.Past.Plan(town.AtMonday(DueOf(1) - 8, 11), town.Ruth, () => new AcceptCommitment(series, town.Past.Revision(series), town.Past.NewAsk(), null));
        for (var time = 1; time <= Times; time++) Delivered(town, series, time);
    }

    /// <summary>The days from the newest Monday to the date of one time: Thursdays, the last of them in the newest digest.</summary>
    private static int DueOf(int time) => -4 - (14 * (Times - time));

    private static void Delivered(Riverbend town, CommitmentId series, int time)
    {
        Commitment It() => town.Past.Alliance.Commitments.Single(promise => promise.Of == series && promise.Occurrence == time);
        var (reported, accepted) = time switch { 5 => (2, 2), 9 => (4, 4), _ => (-1, 0) };
        if (time == 9)
        {
            town.Past.Plan(town.AtMonday(DueOf(time) - 3, 9), town.Ruth, () => new ProposeChange(
                It().Id, It().Revision, town.Past.NewAsk(), It().Terms with { Due = town.Monday.PlusDays(DueOf(time) + 4) }, town.Past.Say("The sheet is being moved.")));
            town.Past.Plan(town.AtMonday(DueOf(time) - 2, 9), town.Dale, () => new AcceptChange(It().Id, It().Revision, town.Past.NewAsk()));
        }

        town.Past.Plan(town.AtMonday(DueOf(time) + reported), town.Ruth, () => new ReportDone(It().Id, It().Revision, town.Past.NewAsk(), null) { Hours = 2 });
        town.Past.Plan(town.AtMonday(DueOf(time) + accepted, 16), town.Dale, () => new AcceptReport(It().Id, It().Revision, town.Past.NewAsk(), null));
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

using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>The promises of the sample, each in another state, so that a newcomer finds something of everything.</summary>
internal static class Promises
{
    public static void Make(Riverbend town)
    {
        Efforts.Recurring(town);
        KeptLate(town);
        MovedInTime(town);
        DeliveredUnconfirmed(town);
        Declined(town);
        Overdue(town);
        Blocked(town);
        KeptOnTime(town);
        Countered(town);
        Asked(town);
        Offered(town);
    }

    private static void KeptOnTime(Riverbend town)
    {
        var promise = Request(town, -15, town.Ana, town.Harbor, town.Mei, town.Lakeside, -4,
            "Evening intake hours", "The college's intake desk is open two evenings a week.");
        Accept(town, -14, town.Mei, promise);
        Report(town, -6, town.Mei, promise, "Open on Tuesdays and Thursdays until 20:00.");
        AcceptReport(town, -5, town.Ana, promise);
    }

    private static void KeptLate(Riverbend town)
    {
        var promise = Request(town, -60, town.Tom, town.Harbor, town.Priya, town.Workforce, -37,
            "List of employers who hire without a diploma", "At least 25 employers with a named contact.");
        Accept(town, -59, town.Priya, promise);
        Report(town, -34, town.Priya, promise, "31 employers; two more asked for time.");
        AcceptReport(town, -33, town.Tom, promise);
    }

    private static void MovedInTime(Riverbend town)
    {
        var promise = Request(town, -56, town.Priya, town.Workforce, town.Mei, town.Lakeside, -30,
            "Interview training for twelve people", "Twelve people have taken part.");
        Accept(town, -55, town.Mei, promise);
        town.Past.Plan(town.At(-36), town.Mei, () => new ProposeChange(
    promise, town.Past.Revision(promise), town.Past.NewAsk(), Moved(town, promise, -18),
    town.Past.Say("The trainer is on leave for two weeks.")));
        town.Past.Plan(town.At(-35), town.Priya, () => new AcceptChange(promise, town.Past.Revision(promise), town.Past.NewAsk()));
        Report(town, -19, town.Mei, promise, "Thirteen people took part.");
        AcceptReport(town, -18, town.Priya, promise);
    }

    private static void DeliveredUnconfirmed(Riverbend town)
    {
        var promise = Request(town, -50, town.Ruth, town.Lakeside, town.Priya, town.Workforce, -28,
            "Map of training places", "Every place in the county is on the map.");
        Accept(town, -49, town.Priya, promise);
        Report(town, -29, town.Priya, promise, "The map is on the shared drive.");
    }

    private static void Declined(Riverbend town)
    {
        var promise = Request(town, -40, town.Dale, town.Workforce, town.Tom, town.Harbor, -12,
            "Weekend shuttle to the job fair", "Two buses run from Harbor to the fair.");
        town.Past.Plan(town.At(-39), town.Tom, () => new DeclineCommitment(
            promise, town.Past.Revision(promise), town.Past.NewAsk(), town.Past.Say("Our driver does not work weekends.")));
    }

    private static void Overdue(Riverbend town)
    {
        var promise = Request(town, -21, town.Mei, town.Lakeside, town.Ana, town.Harbor, -3,
            "Twenty signed consent forms", "Twenty forms are in the intake folder.");
        Accept(town, -20, town.Ana, promise);
    }

    private static void Blocked(Riverbend town)
    {
        var promise = Offer(town, -24, town.Mei, town.Lakeside, town.Ana, town.Harbor, 2,
            "Shared intake checklist", "One page, used by both intake desks.");
        Accept(town, -23, town.Ana, promise);
        town.Past.Plan(town.At(-2, 14), town.Mei, () => new FlagAtRisk(
            promise, town.Past.Revision(promise), town.Past.NewAsk(), town.Past.Say("Waiting for the data agreement."), HelpWanted: true));
    }

    private static void Countered(Riverbend town)
    {
        var promise = Request(town, -2, town.Ana, town.Harbor, town.Priya, town.Workforce, 8,
            "Bus passes for thirty people", "Thirty passes are at Harbor's front desk.");
        town.Past.Plan(town.At(-1), town.Priya, () => new CounterCommitment(
    promise, town.Past.Revision(promise), town.Past.NewAsk(), Moved(town, promise, 13),
    town.Past.Say("The new passes come in a week later.")));
    }

    private static void Asked(Riverbend town) => Request(
        town, -1, town.Priya, town.Workforce, town.Mei, town.Lakeside, 20,
        "Two evening courses in bookkeeping", "Both courses can be booked online.");

    private static void Offered(Riverbend town) => Offer(
        town, -1, town.Jonas, town.Cedar, town.Tom, town.Harbor, 25,
        "Introduction to three employers", "Harbor has met each of the three.");

    private static Terms Moved(Riverbend town, CommitmentId promise, int due) =>
        town.Past.Alliance.Commitments[promise].Terms with { Due = town.Day(due) };

    private static CommitmentId Request(
        Riverbend town, int day, PersonId receiver, PartnerId receiving, PersonId doer, PartnerId doing, int due, string what, string doneWhen)
    {
        var promise = new CommitmentId(town.Past.NewId());
        var terms = new Terms(
            town.Past.Say(what), town.Past.Say(doneWhen), town.Day(due), doing, doer, receiving, receiver, town.Jobs);
        town.Past.Plan(town.At(day), receiver, () => new RequestCommitment(promise, town.Past.NewAsk(), terms, null, SeenByAll: true));
        return promise;
    }

    private static CommitmentId Offer(
        Riverbend town, int day, PersonId doer, PartnerId doing, PersonId receiver, PartnerId receiving, int due, string what, string doneWhen)
    {
        var promise = new CommitmentId(town.Past.NewId());
        var terms = new Terms(
            town.Past.Say(what), town.Past.Say(doneWhen), town.Day(due), doing, doer, receiving, receiver, town.Jobs);
        town.Past.Plan(town.At(day), doer, () => new OfferCommitment(promise, town.Past.NewAsk(), terms, null, SeenByAll: true));
        return promise;
    }

    private static void Accept(Riverbend town, int day, PersonId by, CommitmentId promise) => town.Past.Plan(
        town.At(day, 11), by, () => new AcceptCommitment(promise, town.Past.Revision(promise), town.Past.NewAsk(), null));

    private static void Report(Riverbend town, int day, PersonId by, CommitmentId promise, string note) => town.Past.Plan(
        town.At(day, 15), by, () => new ReportDone(promise, town.Past.Revision(promise), town.Past.NewAsk(), town.Past.Say(note)));

    private static void AcceptReport(Riverbend town, int day, PersonId by, CommitmentId promise) => town.Past.Plan(
        town.At(day, 16), by, () => new AcceptReport(promise, town.Past.Revision(promise), town.Past.NewAsk(), null));
}

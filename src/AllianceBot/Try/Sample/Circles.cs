using AllianceBot.Domain;

namespace AllianceBot.Try.Sample;

/// <summary>The round of the benchmarks that the sample finished nine months ago, in two meetings; it was looked at again since.</summary>
internal static class Circles
{
    private const int First = -286;
    private const int Second = -272;

    public static void Make(Riverbend town)
    {
        var round = new RoundId(town.Past.NewId());
        town.Past.Plan(town.At(First, 13), town.Sam, () => new PlanRound(round, town.Past.NewAsk(), []));
        Do(town, round, First, 13, 5, town.Sam, (revision, ask) => new MarkPresent(round, revision, ask, [town.Ana, town.Priya, town.Mei, town.Jonas]));
        Topic(town, round, First, 14, 1, "We want young adults in work that lasts, and we count who is still there after 90 days.",
            (LineKind.Agreement, "We count people in work after 90 days, not first days at work."));
        Topic(town, round, First, 15, 2, "Harbor reaches the young adults, the workforce office the employers, Lakeside has the rooms and the courses.",
            (LineKind.Agreement, "Whoever hosts a fair decides about its room and its day."));
        Do(town, round, First, 16, 0, town.Sam, (revision, ask) => new PauseRound(round, revision, ask, town.Day(Second)));
        Do(town, round, Second, 13, 0, town.Sam, (revision, ask) => new MarkPresent(round, revision, ask, [town.Ana, town.Priya, town.Mei]));
        Topic(town, round, Second, 13, 3, "Referrals only work when all three of us answer. Fairs could be held by each of us alone.",
            (LineKind.Agreement, "A referral is answered within a week."));
        Topic(town, round, Second, 14, 4, "We did most of what we said, and told each other too late when not.",
            (LineKind.Agreement, "Whoever needs more time says so before the date."));
        Topic(town, round, Second, 15, 5, "Our plan for the fairs works, our forms do not: each intake desk has its own.",
            (LineKind.Agreement, "We work towards one referral form for all."));
        Topic(town, round, Second, 16, 6, "Two numbers tell us how we do, and nobody owns the second one yet.",
            (LineKind.Indicator, "People in work after 90 days"), (LineKind.Indicator, "Days from referral to first talk"));
        town.Past.Plan(town.At(Second + 4, 10), town.Jonas, () => new AnswerRecord(
            round, town.Past.Alliance.Rounds[round].Revision, town.Past.NewAsk(), 4, null, Stance.Differently,
            town.Past.Say("From outside it looked better than that: every report came.")));
        town.Past.Plan(town.At(Second + 186, 11), town.Sam, () => new ReviewRound(
            round, town.Past.Alliance.Rounds[round].Revision, town.Past.NewAsk(), town.Past.Say("The charter came out of this. One form for all is still to come."), null));
    }

    /// <summary>Talked about, what came of it caught, everybody heard, and agreed in the room; Cedar by paper in the second meeting.</summary>
    private static void Topic(
        Riverbend town, RoundId round, int day, int hour, int topic, string summary, params (LineKind Kind, string Text)[] lines)
    {
        Do(town, round, day, hour, 10, town.Sam, (revision, ask) => new Gather(round, revision, ask, topic, new(GatherWay.TalkOnly, true, false, false)));
        var minute = 20;
        foreach (var (kind, text) in lines)
        {
            Do(town, round, day, hour, minute++, town.Sam, (revision, ask) => new CatchLine(round, revision, ask, topic, kind, town.Past.Say(text), null, null, null));
        }

        Do(town, round, day, hour, 40, town.Sam, (revision, ask) => new MarkHeard(
            round, revision, ask, topic, day == First ? [town.Ana, town.Priya, town.Mei, town.Jonas] : [town.Ana, town.Priya, town.Mei], Passed: false));
        if (topic == ComponentKinds.Progress)
        {
            Do(town, round, day, hour, 41, town.Sam, (revision, ask) => new AnswerBranch(
                round, revision, ask, "line6", BranchKind.InTheWay, town.Past.Say("The last bus leaves before the evening shift ends.")));
        }

        Do(town, round, day, hour, 50, town.Sam, (revision, ask) => new RecordComponent(
            round, revision, ask, topic, town.Past.Say(summary), [], day == First ? [] : [town.Cedar], null));
    }

    private static void Do(Riverbend town, RoundId round, int day, int hour, int minute, PersonId by, Func<int, AskId, RoundCommand> command) =>
        town.Past.Plan(town.At(day, hour, minute), by, () => command(town.Past.Alliance.Rounds[round].Revision, town.Past.NewAsk()));
}

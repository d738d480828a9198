using AllianceBot.Cards;
using AllianceBot.Domain;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Everything the domain can hand out is put on a card, with words for all of it.</summary>
public sealed class PresenterTests
{
    private static readonly CardLibrary Library = CardLibrary.Load(Shipped.Cards);

    [Fact]
    public void Every_act_state_flag_answer_and_part_has_words()
    {
        var missing = Wanted().Where(static key => !Library.Phrases.Has(key)).ToList();
        Assert.True(missing.Count == 0, $"No words for: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Every_act_has_a_verb_of_the_list()
    {
        foreach (var act in Enum.GetValues<CommitmentAct>()) Assert.NotNull(Verbs.Find(Acts.Verb(act)));
        foreach (var act in Enum.GetValues<DecisionAct>()) Assert.NotNull(Verbs.Find(DecisionCards.Verb(act)));
        foreach (var act in Enum.GetValues<IndicatorAct>()) Assert.NotNull(Verbs.Find(IndicatorCards.Verb(act)));
        foreach (var act in Enum.GetValues<CheckInAct>()) Assert.NotNull(Verbs.Find(Acts.Verb(act)));
    }

    private static IEnumerable<string> Wanted() =>
    [
        .. Each<CommitmentState>("promise.state"), .. Each<CommitmentAct>("act"), .. Each<CheckInAct>("act"), .. Each<TermsPart>("part"),
        .. Each<CheckInAnswer>("checkin.answer"), .. Each<SecondYes>("promise.second"), .. Each<PartnerKind>("kind"), .. Each<Role>("role"),
        .. Each<DecisionState>("decision.state"), .. Each<DecisionAct>("act"), .. Each<WhyNotDecided>("decision.why"), .. Each<Position>("voice"),
        .. Each<CharterSection>("charter"), .. Each<IndicatorAct>("act"), .. Each<TrendKind>("indicator.trend"), .. Each<TrendKind>("list.trend"),
        .. Each<ReportEvery>("every"), .. Each<BearingKind>("indicator.branch"),
        .. Each<InvitationState>("invitation.state"), .. Each<SeenBy>("seenby.input"), .. Each<SeenBy>("seenby.promise"),
        .. Each<WaitsFor>("waits").Where(static key => key != "waits.nothing"),
        .. Each<CommitmentList>("list"), .. Each<CommitmentList>("list").Select(static key => $"{key}.none"),
        .. NoticeKinds.All.Select(static kind => $"notice.{kind}"), .. RefusalCodes.All.Select(static code => $"refusal.{code}"),
        .. WhoSees.Rules.Select(static rule => $"whosees.rule.{rule}"),
        .. Events().Where(static name => name.StartsWith("commitment.", StringComparison.Ordinal)
            || (name.StartsWith("indicator.", StringComparison.Ordinal)
                && name is not ("indicator.asked" or "indicator.nudged" or "indicator.reached" or "indicator.read" or "indicator.branched"))
            || (name.StartsWith("decision.", StringComparison.Ordinal) && name is not ("decision.voiced" or "decision.reminded" or "decision.outcome-asked"))).Select(static name => $"history.{name}"),
    ];

    private static IEnumerable<string> Each<T>(string prefix)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{prefix}.{Keys.Of(value)}");

    private static IEnumerable<string> Events() => typeof(AllianceEvent).Assembly.GetTypes()
        .Select(static type => type.GetCustomAttributes(typeof(EventNameAttribute), false).OfType<EventNameAttribute>().FirstOrDefault()?.Name)
        .OfType<string>()
        .Select(static name => name[..name.LastIndexOf('.')]);
}

using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of one component, folded from its events.</summary>
internal static class ComponentFold
{
    public static Round Step(Round round, RoundEvent happened) => happened switch
    {
        ComponentOpened e => Of(round, e.Component, was => was with { State = ComponentState.Open, OpenedAt = e.At }),
        ComponentGathering e => Of(round, e.Component, was => was with
        {
            // What is talked over again needs no new gathering to stay open for talk.
            State = e.How.Way == GatherWay.TalkOnly ? ComponentState.Discussing : ComponentState.Gathering,
            Gathering = e.How,
            QuietUntil = e.QuietUntil,
        }),
        WordGiven e => Of(round, e.Component, was => was with
        {
            Said = was.Said.Add(new(e.Partner, e.Person, e.By, e.Text, e.Number, e.Passed, e.At, e.Ask) { ReadOut = e.ReadOut, Alone = e.Alone }),
        }),
        WordAnswered e => Of(round, e.Component, was => was with
        {
            Said = was.Said.Select(word => word.Ask == e.Word && word.Person == e.By ? word with { Right = e.Right } : word).ToValueList(),
        }),
        QuietOver e => Of(round, e.Component, static was => was with { QuietUntil = null }),
        PartnersHeard e => Of(round, e.Component, was => was with
        {
            Marks = was.Marks.Concat(e.People.Select(heard => new HeardMark(heard.Partner, heard.Person, e.Passed, e.By, e.At))).ToValueList(),
        }),
        WordsShown e => Of(round, e.Component, was => was with
        {
            State = ComponentState.Discussing,
            QuietUntil = null,
            ShownAt = e.At,
            Without = e.Without,
        }),
        BranchAnswered e => Of(round, ComponentKinds.Progress, was => was with
        {
            Branches = was.Branches.RemoveAll(known => known.Indicator == e.Indicator && known.Kind == e.Kind)
                .Add(new(e.Indicator, e.Kind, e.Text, e.By, e.At)),
        }),
        ComponentRecorded e => Of(round, e.Component, was => was with
        {
            State = ComponentState.Recorded,
            QuietUntil = null,
            Record = new(e.Summary, e.Present, e.Spoke, e.Passed, e.NotHeard, e.By, e.At) { OpenIndicators = e.OpenIndicators },
            Reminded = false,
        }),
        RecordAnswered e => Of(round, e.Component, was => was with
        {
            Answers = was.Answers.Add(new(e.Partner, e.By, e.Stance, e.Text, e.At, e.Ask)),
        }),
        RecordReminded e => Of(round, e.Component, static was => was with { Reminded = true }),
        RecordExtended e => Of(round, e.Component, was => was with { Record = was.Record! with { Until = e.Until } }),
        ComponentConfirmed e => Of(round, e.Component, was => was with { State = ComponentState.Confirmed, NotConfirmed = e.NotConfirmed }),
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Round Of(Round round, int number, Func<Component, Component> change) => round with
    {
        Components = round.Components.Select(component => component.Number == number ? change(component) : component).ToValueList(),
    };
}

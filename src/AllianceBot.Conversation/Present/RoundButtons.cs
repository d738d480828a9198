using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Which buttons a card of a round has, the likely one first.</summary>
internal static class RoundButtons
{
    public static List<RoundButton> Panel(RoundCard round, bool catches)
    {
        var acts = round.Acts;
        var buttons = new List<RoundButton>();
        void Add(RoundAct act, string verb, bool seldom = false)
        {
            if (acts.Contains(act)) buttons.Add(RoundButton.Of(verb, seldom));
        }

        if (round.State == RoundState.Planned) Add(RoundAct.Start, Verbs.RoundStart);
        if (!round.IsMeeting || round.BreakUntil is not null) Add(RoundAct.Resume, Verbs.RoundResume);
        if (round.State == RoundState.ReviewDue) Add(RoundAct.Review, Verbs.RoundReviewed);
        if (catches)
        {
            Add(RoundAct.Catch, Verbs.RoundAgreement);
            if (round.Stage!.Number == ComponentKinds.Purpose) Add(RoundAct.Catch, Verbs.RoundGoal);
            if (round.Stage.Number == ComponentKinds.Progress) Add(RoundAct.Catch, Verbs.RoundIndicator);
            Add(RoundAct.Catch, Verbs.RoundPromise);
            Add(RoundAct.Catch, Verbs.RoundPark);
            Add(RoundAct.Heard, Verbs.RoundHeard);
            Add(RoundAct.Record, Verbs.RoundRecord);
            if (round.Stage.Indicators.Count > 0) Add(RoundAct.Branch, Verbs.RoundHelps, seldom: true);
            if (round.Stage.Indicators.Count > 0) Add(RoundAct.Branch, Verbs.RoundInTheWay, seldom: true);
            if (round.Stage.Number != ComponentKinds.Purpose) Add(RoundAct.Catch, Verbs.RoundGoal, seldom: true);
            if (round.Stage.Number != ComponentKinds.Progress) Add(RoundAct.Catch, Verbs.RoundIndicator, seldom: true);
            Add(RoundAct.Strike, Verbs.RoundStrike, seldom: true);
            if (NotListed(round.Stage) is { } name)
            {
                buttons.Add(new(Verbs.Say, "button.benchmarks-to-list", Seldom: true, Words: $"{GrammarWords.English.FirstPhrase[Verbs.Indicator]} \"{name}\""));
            }
        }

        Add(RoundAct.Show, Verbs.RoundShow);
        Add(RoundAct.Gather, Verbs.RoundGather, seldom: catches);
        if (round.Panel is { CanOpen: true }) buttons.Add(RoundButton.Of(Verbs.RoundRead));
        Add(RoundAct.Next, Verbs.RoundNext);
        Add(RoundAct.Present, Verbs.RoundHere, seldom: catches);
        Add(RoundAct.Enter, Verbs.RoundTold, seldom: catches);
        if (round.IsMeeting && round.BreakUntil is null) Add(RoundAct.Break, Verbs.RoundBreak, seldom: true);
        if (round.IsMeeting) Add(RoundAct.Pause, Verbs.RoundPause, seldom: true);
        if (round.CompletedAt is not null)
        {
            buttons.Add(RoundButton.Of(Verbs.RoundReport));
            buttons.Add(RoundButton.Of(Verbs.RoundCompare));
        }

        if (round.Components.Any(static one => one.State is ComponentState.Recorded or ComponentState.Confirmed) && round.State != RoundState.Abandoned)
        {
            buttons.Add(RoundButton.Of(Verbs.RoundReopen, seldom: true));
        }

        if (round.State is RoundState.Planned or RoundState.Open) buttons.Add(RoundButton.Of(Verbs.RoundPrint, seldom: true));
        Add(RoundAct.Abandon, Verbs.RoundAbandon, seldom: true);
        return buttons;
    }

    /// <summary>A number that was caught in the room and is not on the alliance's list yet, where it would be asked for.</summary>
    private static string? NotListed(ComponentStage stage) => stage.Lines
        .Where(static line => line.Kind == LineKind.Indicator).Select(static line => line.Text)
        .FirstOrDefault(text => text is not null && !text.Contains('"', StringComparison.Ordinal)
            && !stage.Indicators.Any(known => known.Listed is not null && string.Equals(known.Name, text, StringComparison.OrdinalIgnoreCase)));

    public static List<RoundButton> Seat(RoundCard round)
    {
        var buttons = new List<RoundButton>();
        if (round.Seat is { } seat)
        {
            if (seat.Told.Count > 0) buttons.AddRange([RoundButton.Of(Verbs.RoundRight), RoundButton.Of(Verbs.RoundNotRight)]);
            foreach (var waiting in seat.ToAnswer.Take(1))
            {
                buttons.AddRange(
                [
                    RoundButton.Saying(Verbs.RoundConfirm, waiting.Number), RoundButton.Saying(Verbs.RoundDiffer, waiting.Number),
                    RoundButton.Saying(Verbs.RoundObject, waiting.Number),
                ]);
            }

            if (round.Acts.Contains(RoundAct.Say)) buttons.AddRange([RoundButton.Of(Verbs.RoundSay), RoundButton.Of(Verbs.RoundPass)]);
            if (round.Acts.Contains(RoundAct.SayAlone) && !seat.SaidAlone) buttons.Add(RoundButton.Of(Verbs.RoundAlone, seldom: true));
            if (seat.Goals.Count > 0) buttons.Add(RoundButton.Of(Verbs.ConfirmGoal, seldom: true));
        }

        if (round.CompletedAt is not null) buttons.AddRange([RoundButton.Of(Verbs.RoundReport), RoundButton.Of(Verbs.RoundCompare)]);
        return buttons;
    }
}

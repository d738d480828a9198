namespace AllianceBot.Domain;

/// <summary>Recording a component, and what partners that were not in the room say to it.</summary>
internal static class RoundRecord
{
    /// <summary>Facts: component.</summary>
    public static readonly Refusal NothingCaught = new("round.nothing-caught");

    /// <summary>Facts: partners, count.</summary>
    public static readonly Refusal NotHeard = new("round.not-heard");
    public static readonly Refusal WhyMissing = new("round.why-missing");

    public static ValueList<Refusal> All => [NothingCaught, NotHeard, WhyMissing];

    public static Outcome? Decide(Alliance alliance, Round round, RoundCommand command, CommandContext context) => command switch
    {
        RecordComponent record => Record(alliance, round, record, context),
        AnswerRecord answer => Answer(alliance, round, answer, context),
        ReopenComponent reopen => TextRules.Text(reopen.Reason, "reason")
            ?? (Outcome)new ComponentReopened(round.Id, reopen.Component, reopen.Reason, null),
        OpenNext => new ComponentOpened(round.Id, RoundGuards.Ahead(round)!.Number),
        _ => null,
    };

    /// <summary>Confirmed as soon as nobody is waited for any more.</summary>
    public static ValueList<AllianceEvent> Settled(Round round, Component component) =>
        component.State == ComponentState.Recorded && Hearing.Unanswered(round, component).Count == 0
            ? [new ComponentConfirmed(round.Id, component.Number, [])]
            : [];

    /// <summary>An objection opens the talk again, unless the next round is under way: then it stands beside the record.</summary>
    public static ValueList<AllianceEvent> Answered(Alliance alliance, RecordAnswered answered)
    {
        var round = alliance.Rounds[answered.Round];
        var component = round.Of(answered.Component);
        if (answered.Stance == Stance.Objection && component.IsRecorded && (Rounds.Running(alliance) is not { } other || other.Id == round.Id))
        {
            return [new ComponentReopened(round.Id, component.Number, answered.Text, answered.Partner)];
        }

        return Settled(round, component);
    }

    private static Outcome Record(Alliance alliance, Round round, RecordComponent record, CommandContext context)
    {
        var component = round.Of(record.Component);
        if (TextRules.Optional(record.Summary, "text") is { } bad) return bad;
        if (string.IsNullOrWhiteSpace(record.Summary?.Text) && !round.Lines.Any(line => line.Component == component.Number && !line.Struck))
        {
            return NothingCaught.With("component", $"{component.Number}");
        }

        var missing = Hearing.Missing(round, component);
        var silent = missing.RemoveAll(partner => record.Passed.Contains(partner) || record.NotHeard.Contains(partner));
        if (silent.Count > 0) return NotHeard.With("partners", $"partners:{string.Join(',', silent)}").With("count", $"{silent.Count}");
        var last = round.Components.All(other => other.Number == component.Number || other.IsRecorded);
        var review = record.Review ?? RoundClock.UsualReview(alliance, context.At);
        if (last && RoundMeetings.Ahead(alliance, review, alliance.DateOf(context.At), RoundMeetings.ReviewPast) is { } wrong) return wrong;
        var asked = Hearing.Asked(round);
        var recorded = new ComponentRecorded(
            round.Id, component.Number, record.Summary, Hearing.Present(alliance, round, component),
            asked.RemoveAll(partner => Hearing.Of(component, partner) != HeardAs.Spoke),
            asked.RemoveAll(partner => Hearing.Of(component, partner) != HeardAs.Passed && !(missing.Contains(partner) && record.Passed.Contains(partner))),
            missing.RemoveAll(partner => !record.NotHeard.Contains(partner) || record.Passed.Contains(partner)),
            component.Number == ComponentKinds.Progress ? OpenIndicators(alliance, round, component) : []);
        if (last) return Outcome.Of(recorded, new RoundCompleted(round.Id, review));
        var next = RoundGuards.Ahead(round);
        var opens = !record.Stay && next is not null && round.Components.Take(next.Number - 1).All(other => other.Number == component.Number || other.IsRecorded);
        return opens ? Outcome.Of(recorded, new ComponentOpened(round.Id, next!.Number)) : recorded;
    }

    private static ValueList<string> OpenIndicators(Alliance alliance, Round round, Component component) => RoundIndicators.Of(alliance, round)
        .Where(indicator => !RoundIndicators.IsAnswered(indicator, component))
        .Select(static indicator => indicator.Key).ToValueList();

    private static Outcome Answer(Alliance alliance, Round round, AnswerRecord answer, CommandContext context)
    {
        var own = RoundRights.AnswersFor(alliance, context.By, round);
        if (answer.Partner is { } named && !own.Contains(named)) return Refusal.NotYours;
        if (answer.Partner is null && own.Count > 1) return RoundDecider.WhichPartner;
        var partner = answer.Partner ?? own[0];
        if (!Enum.IsDefined(answer.Stance)) return SetUpDecider.BadId;
        if (answer.Stance != Stance.Confirm && string.IsNullOrWhiteSpace(answer.Text?.Text)) return WhyMissing;
        if (TextRules.Optional(answer.Text, "text") is { } bad) return bad;
        return Hearing.AnswerOf(round.Of(answer.Component), partner) is { } before && before.By == context.By && before.Stance == answer.Stance
            && before.Text?.Text == answer.Text?.Text
            ? Outcome.Nothing
            : new RecordAnswered(round.Id, answer.Component, partner, answer.Stance, answer.Text);
    }
}

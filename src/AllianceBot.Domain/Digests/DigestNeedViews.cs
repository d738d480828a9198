using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What needs a reader, as it stands now, with the few things that answer it.</summary>
internal static class DigestNeedViews
{
    /// <summary>Buttons of one thing; everything else is on its own card.</summary>
    private const int Most = 3;

    /// <summary>Whether it waits is told of the reader; what can be done about it, of who looks at it: the reader, or who covers.</summary>
    public static DigestNeed? Of(Alliance alliance, PersonId viewer, PersonId reader, Subject item, Instant now) => item.Kind switch
    {
        SubjectKind.Commitment => OfPromise(alliance, viewer, reader, new(item.Id), now),
        SubjectKind.CheckIn => OfCheckIn(alliance, viewer, new(item.Id), now),
        SubjectKind.Decision => OfDecision(alliance, viewer, reader, new(item.Id), now),
        SubjectKind.Indicator => OfIndicator(alliance, viewer, reader, new(item.Id)),
        _ => null,
    };

    private static DigestNeed? OfPromise(Alliance alliance, PersonId viewer, PersonId reader, CommitmentId id, Instant now)
    {
        if (alliance.Commitments.Find(id) is not { } promise || !May.Do(alliance, viewer, Act.SeeState, id)) return null;
        var line = CommitmentListing.WaitingFor(alliance, [promise], reader, now).FirstOrDefault();
        var card = CommitmentViews.Card(alliance, new PersonReader(viewer), id, now)!;
        var side = CommitmentGuards.SideOf(alliance, promise, reader);
        return new(id, promise.Revision, promise.Terms.What.Text, line?.AnswerBy ?? promise.Terms.Due)
        {
            Number = $"P{Numbers.Label(promise)}",
            Waits = line?.Waits ?? WaitsFor.Nothing,
            Other = Names.Of(alliance, promise.Terms.PartnerOf(side.Opposite())).Name,
            Done = line is null,
            Acts = line is null ? [] : card.Acts.Where(act => Answers(line.Waits, act)).Take(Most).ToValueList(),
        };
    }

    private static bool Answers(WaitsFor waits, CommitmentAct act) => waits switch
    {
        WaitsFor.Answer => act is CommitmentAct.Accept or CommitmentAct.Counter or CommitmentAct.Decline,
        WaitsFor.ChangeAnswer => act is CommitmentAct.AcceptChange or CommitmentAct.RefuseChange,
        WaitsFor.ReplacementAnswer => act is CommitmentAct.AgreeReplacement or CommitmentAct.RefuseReplacement,
        WaitsFor.CorrectionAnswer => act is CommitmentAct.AgreeCorrection or CommitmentAct.RefuseCorrection,
        WaitsFor.Confirmation => act is CommitmentAct.AcceptReport or CommitmentAct.ReturnReport,
        WaitsFor.Ending => act is CommitmentAct.Release or CommitmentAct.SayUnmet,
        WaitsFor.OverdueAnswer => act is CommitmentAct.Wait or CommitmentAct.Extend or CommitmentAct.SayUnmet,
        WaitsFor.Report or WaitsFor.CheckIn => act is CommitmentAct.Report or CommitmentAct.ProposeChange,
        _ => false,
    };

    private static DigestNeed? OfCheckIn(Alliance alliance, PersonId reader, CheckInId id, Instant now)
    {
        if (CheckInViews.Card(alliance, new PersonReader(reader), id, now) is not { } card) return null;
        var checkIn = alliance.CheckIns[id];
        var waits = checkIn.IsWaiting() || CheckInPlan.IsMissedStill(alliance, alliance.Commitments[checkIn.Commitment], checkIn);
        return new(id, card.Revision, card.What, card.Until ?? card.Due)
        {
            Number = $"P{card.Label}",
            Waits = WaitsFor.CheckIn,
            Other = card.ReceiverPartner.Name,
            Done = !waits,
            Answers = card.Acts.Where(act => waits
                ? act is CheckInAct.OnTrack or CheckInAct.AtRisk or CheckInAct.Blocked
                : act == CheckInAct.Undo).Take(Most).ToValueList(),
        };
    }

    private static DigestNeed? OfDecision(Alliance alliance, PersonId viewer, PersonId reader, DecisionId id, Instant now)
    {
        if (DecisionViews.Card(alliance, new PersonReader(viewer), id, now) is not { } card) return null;
        var wants = DecisionViews.WantsOf(alliance, reader, id, now);
        return new(id, card.Revision, card.Title, card.Closes)
        {
            Number = $"D{card.Number}",
            Done = wants == DecisionWants.Nothing,
            Wants = wants,
            Voices = wants != DecisionWants.Nothing
                ? card.Acts.Where(static act => act is DecisionAct.Agree or DecisionAct.AgreeWithReservations or DecisionAct.Objection
                    or DecisionAct.WriteOutcome or DecisionAct.Reaffirm).Take(Most).ToValueList()
                : [],
        };
    }

    private static DigestNeed? OfIndicator(Alliance alliance, PersonId viewer, PersonId reader, IndicatorId id)
    {
        if (IndicatorViews.Card(alliance, new PersonReader(viewer), id) is not { } card) return null;
        var indicator = alliance.Indicators[id];
        var waits = indicator.IsLive && IndicatorViews.Waits(indicator, reader);
        return new(id, card.Revision, card.Name, indicator.Asked?.On ?? card.By)
        {
            Number = $"I{card.Number}",
            Asked = indicator.Asked?.On,
            Done = !waits,
            Numbers = !waits ? [] : card.Acts.Where(act => indicator.Asked is not null
                ? act is IndicatorAct.Read or IndicatorAct.Skip
                : act is IndicatorAct.AgreeToReport or IndicatorAct.DeclineToReport).ToValueList(),
        };
    }
}

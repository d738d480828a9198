namespace AllianceBot.Domain;

/// <summary>When alliance work goes past what was set, the managers at home are told once: mission comes first there.</summary>
internal static class LoadNotices
{
    public static ValueList<Notice> For(Alliance before, CommitmentEvent happened, Alliance after)
    {
        if (happened is not (CommitmentAccepted or CommitmentSucceeded or CommitmentEstimated or CommitmentChangeAccepted or CommitmentCorrected
            or CommitmentHandedOver)) return [];
        var promise = after.Commitments[happened.Commitment];
        if (promise.Terms.Doer is not { } doer) return [];
        var month = LoadPlan.MonthOf(after, promise.Terms.Due, happened.At);
        var notice = new Notice(promise.Id, "load.past-person", Addressee.Managers(promise.Terms.DoerPartner), happened.At)
        {
            Except = happened.By,
            MayFallBack = false,
        };
        var told = new List<Notice>();
        if (after.People.Find(doer)?.Budget is { } own
            && Crosses(own, LoadPlan.OfPerson(before, doer, month, happened.At), LoadPlan.OfPerson(after, doer, month, happened.At)))
        {
            told.Add(notice);
        }

        if (after.Partners.Find(promise.Terms.DoerPartner)?.Budget is { } all
            && Crosses(
                all, LoadPlan.OfPartner(before, promise.Terms.DoerPartner, month, happened.At),
                LoadPlan.OfPartner(after, promise.Terms.DoerPartner, month, happened.At)))
        {
            told.Add(notice with { Kind = "load.past-partner" });
        }

        // Nobody is missed where the only manager did it.
        return after.ManagersOf(promise.Terms.DoerPartner).Any(manager => manager != happened.By) ? told.ToValueList() : [];
    }

    private static bool Crosses(int budget, Effort was, Effort now) => was.Hours <= budget && now.Hours > budget;
}

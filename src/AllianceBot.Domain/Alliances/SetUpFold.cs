namespace AllianceBot.Domain;

/// <summary>The state of the alliance as such, folded.</summary>
internal static class SetUpFold
{
    public static Alliance Evolve(Alliance alliance, SetUpEvent happened) =>
        CharterFold.Follow(Applied(alliance, happened), happened).Remembering(happened);

    /// <summary>Keeps the latest set-up asks, so that the same ask from the same person is recognised.</summary>
    public static Alliance Remembering(this Alliance alliance, AllianceEvent happened)
    {
        var done = new DoneAsk(happened.Ask, happened.By);
        if (happened.By == PersonId.Clock || alliance.DoneAsks.Contains(done)) return alliance;
        var kept = alliance.DoneAsks.Count < Limits.DoneAsks ? alliance.DoneAsks : alliance.DoneAsks.Skip(1).ToValueList();
        return alliance with { DoneAsks = kept.Add(done) };
    }

    private static Alliance Applied(Alliance alliance, SetUpEvent happened) => happened switch
    {
        AllianceCreated created => alliance with { Id = created.Alliance, Name = created.Name, Zone = created.Zone },
        AllianceRenamed renamed => alliance with { Name = renamed.Name },
        ZoneSet set => alliance with { Zone = set.Zone },
        WorkdaysSet set => alliance with { Workdays = set.Days },
        SettingsChanged changed => alliance with { Settings = changed.Settings },
        PartnerAdded added => With(alliance, new(added.Partner, added.Name, added.Kind)),
        PartnerRenamed renamed => With(alliance, alliance.Partners[renamed.Partner] with { Name = renamed.Name, Kind = renamed.Kind }),
        PartnerWorkdaysSet set => With(alliance, alliance.Partners[set.Partner] with { Workdays = set.Days }),
        PartnerRemoved removed => Without(alliance, removed.Partner),
        FundingDeclared tie => alliance with { FundingTies = alliance.FundingTies.Add(new(tie.Funder, tie.Funded)) },
        FundingWithdrawn tie => alliance with { FundingTies = alliance.FundingTies.Remove(new(tie.Funder, tie.Funded)) },
        PurposeSet set => alliance with { Purpose = set.Purpose },
        GoalSet set => alliance with { Goals = WithGoal(alliance.Goals, new(set.Goal, set.Text, set.ByDate)) },
        GoalRemoved removed => Without(alliance, removed.Goal),
        PartnerNoteAdded added => With(
            alliance, alliance.Partners[added.Partner] with { Notes = alliance.Partners[added.Partner].Notes.Add(added.Text) }),
        PartnerNoteRemoved removed => With(alliance, alliance.Partners[removed.Partner] with
        {
            Notes = alliance.Partners[removed.Partner].Notes.RemoveAll(note => note.Id == removed.Note),
        }),
        ExclusionAdded added => alliance with { Exclusions = alliance.Exclusions.Add(new(added.Text)) },
        ExclusionRemoved removed => alliance with
        {
            Exclusions = alliance.Exclusions.RemoveAll(exclusion => exclusion.Text.Id == removed.Exclusion),
        },
        PlaceLinked linked => alliance with { Places = alliance.Places.Add(linked.Place) },
        PlaceUnlinked unlinked => alliance with
        {
            Places = alliance.Places.Remove(unlinked.Place),
            GonePlaces = alliance.GonePlaces.Remove(unlinked.Place),
        },
        PlaceGone gone => alliance with { GonePlaces = alliance.GonePlaces.Add(gone.Place) },
        PlaceBack back => alliance with { GonePlaces = alliance.GonePlaces.Remove(back.Place) },
        HomeSet set => alliance with { Home = set.Place },
        _ => throw new System.Diagnostics.UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Alliance With(Alliance alliance, Partner partner) =>
        alliance with { Partners = alliance.Partners.With(partner.Id, partner) };

    private static Alliance Without(Alliance alliance, PartnerId partner) =>
        With(alliance, alliance.Partners[partner] with { Left = true }) with
        {
            FundingTies = alliance.FundingTies.RemoveAll(tie => tie.Funder == partner || tie.Funded == partner),
        };

    /// <summary>It is kept among the past ones: promises that serve it still name it.</summary>
    private static Alliance Without(Alliance alliance, GoalId goal) => alliance with
    {
        Goals = alliance.Goals.RemoveAll(known => known.Id == goal),
        PastGoals = [.. alliance.PastGoals.RemoveAll(known => known.Id == goal), .. alliance.Goals.Where(known => known.Id == goal)],
    };

    /// <summary>A goal said anew keeps its place in the list.</summary>
    private static ValueList<Goal> WithGoal(ValueList<Goal> goals, Goal goal) =>
        goals.Any(known => known.Id == goal.Id)
            ? goals.Select(known => known.Id == goal.Id ? goal : known).ToValueList()
            : goals.Add(goal);
}

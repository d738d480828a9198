using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Who is told of set-up acts: all managers but who did it, several acts on one card.</summary>
public static class SetUpNotices
{
    /// <summary>What several set-up acts share to become one card.</summary>
    public const string Bundle = "set-up";

    /// <summary>The kind of the notice that the home place could not be reached and is home no more.</summary>
    public const string HomeLost = "place.home-lost";

    /// <summary>The kind of the notice that it is there again.</summary>
    public const string HomeBack = "place.home-back";

    public static ValueList<Notice> For(Alliance before, SetUpEvent happened, Alliance after)
    {
        if (happened is AllianceCreated) return [];
        if (happened is HomeSet { Place: null } && happened.By == PersonId.Clock)
        {
            // So it was stored before a lost home was remembered.
            return [new(after.Id, HomeLost, new(AddresseeRole.Administrators), happened.At)];
        }

        if (happened is PlaceGone gone) return OfHome(gone.Place, HomeLost, gone, after);
        if (happened is PlaceBack back) return OfHome(back.Place, HomeBack, back, after);

        var notice = About(happened, after);
        return ToManagers(after, notice with { Except = happened.By, Bundle = Bundle });
    }

    /// <summary>Posts for all go to the home place alone, so only of that one it matters whether it is there.</summary>
    private static ValueList<Notice> OfHome(string place, string kind, SetUpEvent happened, Alliance after) =>
        place == after.Home ? [new(after.Id, kind, new(AddresseeRole.Administrators), happened.At)] : [];

    /// <summary>To all managers but the one who did it; nothing where there is no other, so that nobody is missed.</summary>
    internal static ValueList<Notice> ToManagers(Alliance after, Notice notice) =>
        after.With(Role.Manager).Any(manager => manager != notice.Except) ? [notice] : [];

    private static Notice About(SetUpEvent happened, Alliance after)
    {
        Notice Of(Subject subject, string kind) => new(subject, kind, new(AddresseeRole.AllManagers), happened.At);
        return happened switch
        {
            AllianceRenamed => Of(after.Id, "alliance.renamed"),
            ZoneSet set => Of(after.Id, "alliance.zone-set").With("zone", set.Zone),
            WorkdaysSet set => Of(after.Id, "alliance.workdays-set").With("days", DaysOf(set.Days)),
            SettingsChanged => Of(after.Id, "alliance.settings-changed"),
            PartnerAdded added => Of(added.Partner, "partner.added").With("partner", added.Partner.Value),
            PartnerRenamed renamed => Of(renamed.Partner, "partner.renamed").With("partner", renamed.Partner.Value),
            PartnerWorkdaysSet set => Of(set.Partner, "partner.workdays-set").With("partner", set.Partner.Value)
                .With("days", set.Days is { } days ? DaysOf(days) : null),
            PartnerRemoved removed => Of(removed.Partner, "partner.removed").With("partner", removed.Partner.Value),
            FundingDeclared tie => Of(after.Id, "funding.declared").With("funder", tie.Funder.Value).With("funded", tie.Funded.Value),
            FundingWithdrawn tie => Of(after.Id, "funding.withdrawn").With("funder", tie.Funder.Value).With("funded", tie.Funded.Value),
            PurposeSet => Of(after.Id, "purpose.set"),
            GoalSet set => Of(after.Id, "goal.set").With("goal", set.Goal.Value),
            GoalRemoved removed => Of(after.Id, "goal.removed").With("goal", removed.Goal.Value),
            PartnerNoteAdded added => Of(added.Partner, "partner.note-added").With("partner", added.Partner.Value),
            PartnerNoteRemoved removed => Of(removed.Partner, "partner.note-removed").With("partner", removed.Partner.Value),
            ExclusionAdded added => Of(after.Id, "exclusion.added").With("exclusion", added.Text.Id),
            ExclusionRemoved => Of(after.Id, "exclusion.removed"),
            PlaceLinked => Of(after.Id, "place.linked"),
            PlaceUnlinked => Of(after.Id, "place.unlinked"),
            HomeSet set => Of(after.Id, set.Place is null ? "place.home-dropped" : "place.home-set"),
            _ => throw new System.Diagnostics.UnreachableException($"No notices for {happened.GetType().Name}."),
        };
    }

    /// <summary>"1,2,5": Monday is 1.</summary>
    private static string DaysOf(Workdays days) =>
        string.Join(',', Enum.GetValues<IsoDayOfWeek>()
            .Where(day => day != IsoDayOfWeek.None && (days.Days & (1 << ((int)day - 1))) != 0)
            .Select(static day => (int)day));
}

using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of setting an alliance up: its name, calendar, partners, charter facts and places.</summary>
public static class SetUpDecider
{
    /// <summary>The alliance is there already.</summary>
    public static readonly Refusal Exists = new("alliance.exists");

    public static readonly Refusal BadId = new("id.not-usable");
    public static readonly Refusal UnknownZone = new("zone.unknown");
    public static readonly Refusal NoWorkdays = new("workdays.none");

    /// <summary>Facts: partner, which has that name.</summary>
    public static readonly Refusal NameTaken = new("partner.name-taken");

    public static readonly Refusal LastPartner = new("partner.last");

    /// <summary>Facts: count. Promises with this partner are still open.</summary>
    public static readonly Refusal OpenPromises = new("partner.open-promises");

    public static readonly Refusal SamePartner = new("funding.same-partner");

    /// <summary>Facts: date.</summary>
    public static readonly Refusal DatePast = new("date.past");

    /// <summary>Facts: date, latest.</summary>
    public static readonly Refusal DateTooFar = new("date.too-far");

    /// <summary>Facts: limit. One code per limit.</summary>
    public static readonly Refusal TooManyPartners = new Refusal("limit.partners").With("limit", $"{Limits.Partners}");
    public static readonly Refusal TooManyGoals = new Refusal("limit.goals").With("limit", $"{Limits.Goals}");
    public static readonly Refusal TooManyExclusions = new Refusal("limit.exclusions").With("limit", $"{Limits.Exclusions}");
    public static readonly Refusal TooManyPlaces = new Refusal("limit.places").With("limit", $"{Limits.Places}");
    public static readonly Refusal TooManyTies = new Refusal("limit.funding-ties").With("limit", $"{Limits.FundingTies}");

    /// <summary>Every refusal of this area by code; the words know them all.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. TextRules.Codes, SettingsRules.OutOfRange.Code, Exists.Code, BadId.Code, UnknownZone.Code, NoWorkdays.Code, NameTaken.Code,
        LastPartner.Code, OpenPromises.Code, SamePartner.Code, DatePast.Code, DateTooFar.Code, TooManyPartners.Code, TooManyGoals.Code,
        TooManyExclusions.Code, PartnerNotes.TooMany.Code, TooManyPlaces.Code, TooManyTies.Code,
    ];

    public static Outcome Decide(Alliance alliance, SetUpCommand command, CommandContext context)
    {
        if (alliance.HasDone(command.Ask, context.By)) return Outcome.Nothing;
        if (command is CreateAlliance create) return Create(alliance, create, context);
        if (!Permits(alliance, command, context.By)) return Refusal.NotYours;
        return CharterDecider.Instead(alliance, command, () => Apply(alliance, command, context)) ?? Apply(alliance, command, context);
    }

    private static Outcome Apply(Alliance alliance, SetUpCommand command, CommandContext context)
    {
        return command switch
        {
            RenameAlliance rename => TextRules.Name(rename.Name, "name") is { } bad
                ? bad
                : Changed(alliance.Name != rename.Name, new AllianceRenamed(rename.Name)),
            SetZone set => IsZone(set.Zone) ? Changed(alliance.Zone != set.Zone, new ZoneSet(set.Zone)) : UnknownZone,
            SetWorkdays set => set.Days is { IsUsable: true }
                ? Changed(alliance.Workdays != set.Days, new WorkdaysSet(set.Days))
                : NoWorkdays,
            SetPartnerWorkdays set => set.Days is null or { IsUsable: true }
                ? Changed(alliance.Partners[set.Partner].Workdays != set.Days, new PartnerWorkdaysSet(set.Partner, set.Days))
                : NoWorkdays,
            ChangeSettings change => SettingsRules.Check(change.Settings) is { } bad
                ? bad
                : Changed(alliance.Settings != change.Settings, new SettingsChanged(change.Settings)),
            AddPartner add => Add(alliance, add),
            RenamePartner rename => Rename(alliance, rename),
            RemovePartner remove => Remove(alliance, remove.Partner),
            DeclareFunding declare => Declare(alliance, declare),
            WithdrawFunding withdraw => Changed(
                alliance.Funds(withdraw.Funder, withdraw.Funded), new FundingWithdrawn(withdraw.Funder, withdraw.Funded)),
            SetPurpose set => TextRules.Text(set.Purpose, "purpose") is { } bad
                ? bad
                : Changed(alliance.Purpose != set.Purpose, new PurposeSet(set.Purpose)),
            SetGoal set => Set(alliance, set, context),
            RemoveGoal remove => new GoalRemoved(remove.Goal),
            AddPartnerNote add => PartnerNotes.Add(alliance, add),
            RemovePartnerNote remove => new PartnerNoteRemoved(remove.Partner, remove.Note),
            AddExclusion add => Add(alliance, add),
            RemoveExclusion remove => new ExclusionRemoved(remove.Exclusion),
            LinkPlace link => Link(alliance, link),
            UnlinkPlace unlink => alliance.Home == unlink.Place
                ? Outcome.Of(new HomeSet(null), new PlaceUnlinked(unlink.Place))
                : new PlaceUnlinked(unlink.Place),
            SetHome set => Changed(alliance.Home != set.Place, new HomeSet(set.Place)),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>Whether this person has done this ask before; nobody learns by it what that very person did not know.</summary>
    internal static bool HasDone(this Alliance alliance, AskId ask, PersonId by) => alliance.DoneAsks.Contains(new DoneAsk(ask, by));

    /// <summary>What is unknown and what is not permitted are one answer, so both are asked here.</summary>
    private static bool Permits(Alliance alliance, SetUpCommand command, PersonId by) => command switch
    {
        SetPartnerWorkdays set => OwnPartner(alliance, by, set.Partner),
        RenamePartner rename => OwnPartner(alliance, by, rename.Partner),
        AddPartnerNote add => May.Do(alliance, by, Act.ManagePartner, add.Partner),
        RemovePartnerNote remove => May.Do(alliance, by, Act.ManagePartner, remove.Partner)
            && alliance.Partners[remove.Partner].Notes.Any(note => note.Id == remove.Note),
        RemovePartner remove => IsIn(alliance, remove.Partner) && SetsUp(alliance, by),
        DeclareFunding tie => IsIn(alliance, tie.Funder) && IsIn(alliance, tie.Funded) && SetsUp(alliance, by),
        WithdrawFunding tie => IsIn(alliance, tie.Funder) && IsIn(alliance, tie.Funded) && SetsUp(alliance, by),
        RemoveGoal remove => alliance.Goals.Any(goal => goal.Id == remove.Goal) && SetsUp(alliance, by),
        RemoveExclusion remove => alliance.Exclusions.Any(text => text.Text.Id == remove.Exclusion) && SetsUp(alliance, by),
        UnlinkPlace unlink => alliance.Places.Contains(unlink.Place) && Places(alliance, by),
        SetHome set => (set.Place is null || alliance.Places.Contains(set.Place)) && Places(alliance, by),
        LinkPlace => Places(alliance, by),
        _ => SetsUp(alliance, by),
    };

    private static bool SetsUp(Alliance alliance, PersonId by) => May.Do(alliance, by, Act.SetUp, alliance.Id);

    private static bool Places(Alliance alliance, PersonId by) => May.Do(alliance, by, Act.LinkPlace, alliance.Id);

    private static bool OwnPartner(Alliance alliance, PersonId by, PartnerId partner) =>
        IsIn(alliance, partner) && (SetsUp(alliance, by) || May.Do(alliance, by, Act.ManagePartner, partner));

    private static bool IsIn(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is { Left: false };

    private static Outcome Changed(bool changes, SetUpEvent happened) => changes ? happened : Outcome.Nothing;

    internal static bool IsZone(string? zone) =>
        zone is { Length: > 0 and <= Limits.Code } && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    private static Outcome Create(Alliance alliance, CreateAlliance create, CommandContext context)
    {
        if (alliance.Version > 0) return alliance.IsMember(context.By) ? Exists : Refusal.NotYours;
        if (context.By == PersonId.Clock || !Ids.IsValid(context.By)) return Refusal.NotYours;
        if (!Ids.IsValid(create.Alliance) || !Ids.IsValid(create.Partner)) return BadId;
        if (!IsZone(create.Zone)) return UnknownZone;
        var bad = TextRules.Name(create.Name, "name") ?? TextRules.Name(create.PartnerName, "partner")
            ?? TextRules.Name(create.Person, "person");
        if (bad is not null) return bad;
        return Outcome.Of(
            new AllianceCreated(create.Alliance, create.Name, create.Zone),
            new PartnerAdded(create.Partner, create.PartnerName, create.Kind),
            new PersonJoined(context.By, create.Person, create.Partner, null),
            new RoleAssigned(context.By, Role.Manager, create.Partner),
            new RoleAssigned(context.By, Role.Administrator, null));
    }

    private static Outcome Add(Alliance alliance, AddPartner add)
    {
        if (alliance.Partners.Has(add.Partner)) return Outcome.Nothing;
        if (!Ids.IsValid(add.Partner)) return BadId;
        return CannotAdd(alliance, add.Name) is { } bad ? bad : new PartnerAdded(add.Partner, add.Name, add.Kind);
    }

    /// <summary>Why a partner of this name cannot come in, or null.</summary>
    internal static Refusal? CannotAdd(Alliance alliance, Words? name) =>
        alliance.Partners.Count(static partner => !partner.Left) >= Limits.Partners
            ? TooManyPartners
            : TextRules.Name(name, "name") ?? Taken(alliance, name!, null);

    private static Outcome Rename(Alliance alliance, RenamePartner rename)
    {
        var partner = alliance.Partners[rename.Partner];
        return (TextRules.Name(rename.Name, "name") ?? Taken(alliance, rename.Name, partner.Id)) is { } bad
            ? bad
            : Changed(
                partner.Name != rename.Name || partner.Kind != rename.Kind,
                new PartnerRenamed(partner.Id, rename.Name, rename.Kind));
    }

    /// <summary>Names are how people type partners, so no two that are in have the same.</summary>
    private static Refusal? Taken(Alliance alliance, Words name, PartnerId? except)
    {
        foreach (var partner in alliance.Partners)
        {
            if (!partner.Left && partner.Id != except
                && string.Equals(partner.Name.Text?.Trim(), name.Text?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return NameTaken.With("partner", partner.Id.Value);
            }
        }

        return null;
    }

    /// <summary>With the partner its people go, its roles and the invitations into it.</summary>
    private static Outcome Remove(Alliance alliance, PartnerId partner)
    {
        if (alliance.Partners.Count(static other => !other.Left) == 1) return LastPartner;
        var open = alliance.Commitments.Count(promise => Promises.IsOpen(promise) && Promises.IsOnASide(partner, promise));
        if (open > 0) return OpenPromises.With("count", $"{open}");
        var leaving = alliance.People.Where(person => !person.Left && person.Partner == partner).Select(static person => person.Id).ToList();
        var administrators = alliance.With(Role.Administrator);
        if (administrators.All(leaving.Contains)) return PeopleDecider.LastAdministrator;
        foreach (var other in alliance.Partners)
        {
            if (!other.Left && other.Id != partner && PeopleDecider.LosesItsManagers(alliance, other.Id, leaving))
            {
                return PeopleDecider.LastManager.With("partner", other.Id.Value);
            }
        }

        return new Outcome.Happened(
        [
            .. alliance.Invitations
                .Where(invitation => invitation.Partner == partner && invitation.State is InvitationState.Open or InvitationState.Asked)
                .Select(static invitation => new InvitationWithdrawn(invitation.Id)),
            .. leaving.OrderBy(person => alliance.Manages(person, partner)).Select(static person => new PersonLeft(person)),
            .. alliance.Roles.Where(role => role.Partner == partner && !leaving.Contains(role.Person))
                .Select(static role => new RoleUnassigned(role.Person, role.Role, role.Partner)),
            new PartnerRemoved(partner),
        ]);
    }

    private static Outcome Declare(Alliance alliance, DeclareFunding declare)
    {
        if (declare.Funder == declare.Funded) return SamePartner;
        if (alliance.FundingTies.Count >= Limits.FundingTies) return TooManyTies;
        return Changed(!alliance.Funds(declare.Funder, declare.Funded), new FundingDeclared(declare.Funder, declare.Funded));
    }

    private static Outcome Set(Alliance alliance, SetGoal set, CommandContext context)
    {
        var known = alliance.Goals.FirstOrDefault(goal => goal.Id == set.Goal);
        if (!Ids.IsValid(set.Goal)) return BadId;
        if (known is null && alliance.Goals.Count >= Limits.Goals) return TooManyGoals;
        if (TextRules.Text(set.Text, "goal") is { } bad) return bad;
        var today = alliance.DateOf(context.At);
        var latest = today.PlusYears(Limits.YearsAhead);
        if (set.By is { } past && past < today) return DatePast.With("date", past.ToIso());
        if (set.By is { } far && far > latest) return DateTooFar.With("date", far.ToIso()).With("latest", latest.ToIso());
        return Changed(known?.Text != set.Text || known.By != set.By, new GoalSet(set.Goal, set.Text, set.By));
    }

    private static Outcome Add(Alliance alliance, AddExclusion add)
    {
        if (alliance.Exclusions.Count >= Limits.Exclusions) return TooManyExclusions;
        if (TextRules.Text(add.Text, "exclusion") is { } bad) return bad;
        return Changed(alliance.Exclusions.All(known => known.Text != add.Text), new ExclusionAdded(add.Text));
    }

    private static Outcome Link(Alliance alliance, LinkPlace link)
    {
        if (link.Place is not { Length: > 0 and <= Limits.Code }) return BadId;
        var known = alliance.Places.Contains(link.Place);
        if (!known && alliance.Places.Count >= Limits.Places) return TooManyPlaces;
        var events = new List<AllianceEvent>();
        if (!known) events.Add(new PlaceLinked(link.Place));
        if (alliance.GonePlaces.Contains(link.Place)) events.Add(new PlaceBack(link.Place));
        if (link.Home && alliance.Home != link.Place) events.Add(new HomeSet(link.Place));
        return new Outcome.Happened(events.ToValueList());
    }
}

using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A charter, or its draft, as shown to members.</summary>
public sealed record CharterCard
{
    /// <summary>Null for a draft.</summary>
    public int? Number { get; init; }
    public Instant? AdoptedAt { get; init; }
    public int Versions { get; init; }
    public ValueList<CharterSheet> Sheets { get; init; }

    /// <summary>What differs from the version before, or for a draft from the one in force; empty for the first.</summary>
    public ValueList<CharterChange> Changes { get; init; }

    /// <summary>Sections that say nothing yet, for a draft.</summary>
    public ValueList<CharterSection> Unwritten { get; init; }

    /// <summary>Partners that have not adopted the version in force.</summary>
    public ValueList<Named<PartnerId>> Outside { get; init; }
    public ValueList<OwnTermsView> OwnTerms { get; init; }
    public ValueList<GoalView> Goals { get; init; }

    /// <summary>The decision under way about the draft.</summary>
    public Named<DecisionId>? UnderWay { get; init; }
    public ValueList<CharterAct> Acts { get; init; }
}

/// <summary>What a reader can do about the charter.</summary>
public enum CharterAct
{
    ShowDraft,
    Edit,
    Propose,
    Adopt,
    OwnTerms,
    ConfirmGoal,
}

/// <summary>A partner's own terms as shown.</summary>
public sealed record OwnTermsView(Named<PartnerId> Partner, string? Terms, Instant At);

/// <summary>A goal and who confirmed it as its own; an earlier wording that a partner confirmed stands beside it.</summary>
public sealed record GoalView(
    GoalId Id, string? Text, LocalDate? By, ValueList<Named<PartnerId>> Own, ValueList<EarlierWording> Earlier,
    ValueList<Named<PartnerId>> Open);

/// <summary>A partner confirmed another wording of the goal, and when.</summary>
public sealed record EarlierWording(Named<PartnerId> Partner, string? Text, Instant At);

/// <summary>The charter for its readers. It is for all members; nothing of it is hidden from a place.</summary>
public static class CharterViews
{
    /// <summary>The version in force, an earlier one by number, or with 0 the draft; null when there is none.</summary>
    public static CharterCard? Card(Alliance alliance, Reader reader, int? number = null)
    {
        if (!May.See(alliance, reader, Act.SeeAlliance, alliance.Id)) return null;
        if (number == 0) return alliance.Charter.Draft is null ? null : Draft(alliance, reader);
        var version = number is null ? alliance.Charter.Current : alliance.Charter.Versions.FirstOrDefault(one => one.Number == number);
        if (version is null) return null;
        var isCurrent = version == alliance.Charter.Current;
        return new()
        {
            Number = version.Number,
            AdoptedAt = version.At,
            Versions = alliance.Charter.Versions.Count,
            Sheets = CharterChanges.Sheets(alliance, version.Text),
            Changes = version.Number > 1
                ? CharterChanges.Between(alliance, alliance.Charter.Versions[version.Number - 2].Text, version.Text)
                : [],
            Outside = isCurrent ? Outside(alliance) : [],
            OwnTerms = isCurrent
                ? alliance.Charter.OwnTerms.Select(terms => new OwnTermsView(Names.Of(alliance, terms.Partner), terms.Terms.Text, terms.At)).ToValueList()
                : [],
            Goals = isCurrent ? Goals(alliance) : [],
            UnderWay = UnderWay(alliance),
            Acts = ActsOf(alliance, reader),
        };
    }

    /// <summary>Partners that are in and have not adopted the version in force.</summary>
    public static ValueList<Named<PartnerId>> Outside(Alliance alliance) => alliance.Charter.Current is not { } current
        ? []
        : alliance.Partners.Where(partner => !partner.Left && !current.Adopted.Contains(partner.Id))
            .Select(partner => Names.Of(alliance, partner.Id)).ToValueList();

    /// <summary>Each goal with the partners that confirmed it, and by name those that have not yet.</summary>
    public static ValueList<GoalView> Goals(Alliance alliance) => alliance.Goals.Select(goal => Goal(alliance, goal)).ToValueList();

    /// <summary>One goal with the partners that confirmed it, in this wording or an earlier one, and by name those that have not yet.</summary>
    public static GoalView Goal(Alliance alliance, Goal goal)
    {
        var confirmed = alliance.Charter.Confirmed.Where(one => one.Goal == goal.Id && IsIn(alliance, one.Partner)).ToList();
        var own = confirmed.FindAll(one => one.Text == goal.Text);
        var earlier = confirmed.FindAll(one => one.Text != goal.Text);
        var open = alliance.Partners.Where(partner => !partner.Left && own.TrueForAll(one => one.Partner != partner.Id));
        return new(
            goal.Id, goal.Text.Text, goal.By,
            own.Select(one => Names.Of(alliance, one.Partner)).ToValueList(),
            earlier.Select(one => new EarlierWording(Names.Of(alliance, one.Partner), one.Text.Text, one.At)).ToValueList(),
            open.Select(partner => Names.Of(alliance, partner.Id)).ToValueList());
    }

    private static CharterCard Draft(Alliance alliance, Reader reader) => Draft(alliance, reader, CharterChanges.Sheets(alliance, alliance.Charter.Draft!));

    private static CharterCard Draft(Alliance alliance, Reader reader, ValueList<CharterSheet> sheets) => new()
    {
        Versions = alliance.Charter.Versions.Count,
        Sheets = sheets,
        Unwritten = Enum.GetValues<CharterSection>().Where(section => sheets.All(sheet => sheet.Section != section)).ToValueList(),
        Changes = alliance.Charter.Current is { } current ? CharterChanges.Between(alliance, current.Text, alliance.Charter.Draft!) : [],
        UnderWay = UnderWay(alliance),
        Acts = ActsOf(alliance, reader).RemoveAll(static act => act is not (CharterAct.Edit or CharterAct.Propose)),
    };

    private static Named<DecisionId>? UnderWay(Alliance alliance) => alliance.Decisions
        .Where(static decision => decision.IsOpen && decision.Proposal.Matter.Kind == MatterKind.Charter)
        .Select(static decision => new Named<DecisionId>(decision.Id, $"D{decision.Number}")).FirstOrDefault();

    private static ValueList<CharterAct> ActsOf(Alliance alliance, Reader reader)
    {
        if (reader is not PersonReader { Person: var person }) return [];
        var acts = new List<CharterAct>();
        if (alliance.Charter.Draft is { } draft && draft != alliance.Charter.Current?.Text) acts.Add(CharterAct.ShowDraft);
        var speaks = alliance.Partners.Where(partner => May.Do(alliance, person, Act.SpeakForPartner, partner.Id)).ToList();
        if (alliance.Charter.Current is { } current && speaks.Exists(partner => !current.Adopted.Contains(partner.Id))) acts.Add(CharterAct.Adopt);
        if (speaks.Exists(partner => Goals(alliance).Any(goal => goal.Open.Any(open => open.Id == partner.Id)))) acts.Add(CharterAct.ConfirmGoal);
        if (May.Do(alliance, person, Act.DraftCharter, alliance.Id)) acts.Add(CharterAct.Edit);
        if (May.Do(alliance, person, Act.ProposeDecision, alliance.Id) && DecisionMatters.CharterFits(alliance)) acts.Add(CharterAct.Propose);
        if (alliance.Charter.Current is not null && speaks.Count > 0) acts.Add(CharterAct.OwnTerms);
        return acts.ToValueList();
    }

    private static bool IsIn(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is { Left: false };
}

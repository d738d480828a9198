using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of the charter, folded; what is adopted becomes the alliance's purpose, goals, fence and ties.</summary>
public static class CharterFold
{
    public static Alliance Evolve(Alliance alliance, CharterEvent happened) => Applied(alliance, happened).Remembering(happened);

    /// <summary>While no charter holds, set-up says what goes into the draft too.</summary>
    public static Alliance Follow(Alliance alliance, SetUpEvent happened)
    {
        if (alliance.Charter is not { Draft: { } draft, Current: null }) return alliance;
        var followed = happened switch
        {
            PurposeSet set => With(draft, [new(CharterSection.Purpose, null, set.Purpose)]),
            GoalSet or GoalRemoved => draft with { Goals = alliance.Goals },
            ExclusionAdded or ExclusionRemoved => draft with { DoesNot = Fence(alliance) },
            FundingDeclared or FundingWithdrawn => draft with { Funding = alliance.FundingTies },
            _ => draft,
        };
        return ReferenceEquals(followed, draft) ? alliance : alliance with { Charter = alliance.Charter with { Draft = followed } };
    }

    /// <summary>What the draft begins with: what holds now.</summary>
    public static CharterText DraftOf(Alliance alliance) => alliance.Charter.Draft ?? new CharterText
    {
        Parts = alliance.Purpose is { } purpose ? [new(CharterSection.Purpose, null, purpose)] : [],
        Goals = alliance.Goals,
        DoesNot = Fence(alliance),
        Funding = alliance.FundingTies,
    };

    /// <summary>A text with this written in it.</summary>
    public static CharterText With(CharterText text, CharterEdit edit) => With(text, edit.Parts) with
    {
        Goals = edit.Goals ?? text.Goals,
        Does = edit.Does ?? text.Does,
        DoesNot = edit.DoesNot ?? text.DoesNot,
        Funding = edit.Funding ?? text.Funding,
        Budgets = edit.Budgets.Count == 0
            ? text.Budgets
            : [.. text.Budgets.Where(known => edit.Budgets.All(one => one.Partner != known.Partner)), .. edit.Budgets.Where(static one => one.Hours > 0)],
        Retention = edit.Retention ?? text.Retention,
    };

    private static Alliance Applied(Alliance alliance, CharterEvent happened) => happened switch
    {
        CharterDrafted drafted => alliance with { Charter = alliance.Charter with { Draft = With(DraftOf(alliance), drafted.Edit) } },
        CharterAdopted adopted => Adopted(alliance, adopted),
        CharterJoined joined => Joined(alliance, joined),
        OwnTermsSet set => alliance with { Charter = alliance.Charter with { OwnTerms = WithTerms(alliance.Charter.OwnTerms, set) } },
        GoalConfirmed confirmed => alliance with
        {
            Charter = alliance.Charter with
            {
                Confirmed = alliance.Charter.Confirmed
                    .RemoveAll(known => known.Goal == confirmed.Goal && known.Partner == confirmed.Partner)
                    .Add(new(confirmed.Goal, confirmed.Partner, confirmed.Text, confirmed.By, confirmed.At)),
            },
        },
        WhoSeesRead read => alliance with
        {
            People = alliance.People.With(read.Person, alliance.People[read.Person] with { ReadWhoSees = read.At }),
        },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Alliance Adopted(Alliance alliance, CharterAdopted happened)
    {
        var decision = alliance.Decisions[happened.Decision];
        var text = decision.Charter!;
        var adopted = Tally.Current(decision).Where(static voice => voice.Position.IsYes).Select(static voice => voice.Partner);
        var version = new CharterVersion(happened.Number, happened.Decision, text, happened.At, adopted.ToValueList());
        return alliance with
        {
            Charter = alliance.Charter with { Versions = alliance.Charter.Versions.Add(version) },
            Purpose = Text(text, CharterSection.Purpose) ?? alliance.Purpose,
            Goals = text.Goals,
            PastGoals =
            [
                .. alliance.PastGoals.RemoveAll(past => text.Goals.Any(goal => goal.Id == past.Id)),
                .. alliance.Goals.Where(goal => text.Goals.All(kept => kept.Id != goal.Id) && alliance.PastGoals.All(past => past.Id != goal.Id)),
            ],
            Exclusions = text.DoesNot.Select(static words => new Exclusion(words)).ToValueList(),
            FundingTies = text.Funding.RemoveAll(tie => IsOut(alliance, tie.Funder) || IsOut(alliance, tie.Funded)),
        };
    }

    private static Alliance Joined(Alliance alliance, CharterJoined joined)
    {
        var versions = alliance.Charter.Versions
            .Select(version => version.Number == joined.Number ? version with { Adopted = version.Adopted.Add(joined.Partner) } : version);
        return alliance with { Charter = alliance.Charter with { Versions = versions.ToValueList() } };
    }

    private static ValueList<OwnTerms> WithTerms(ValueList<OwnTerms> known, OwnTermsSet set)
    {
        var others = known.RemoveAll(terms => terms.Partner == set.Partner);
        return set.Terms is { } words ? others.Add(new(set.Partner, words, set.By, set.At)) : others;
    }

    private static CharterText With(CharterText text, ValueList<CharterPart> parts)
    {
        if (parts.Count == 0) return text;
        var kept = text.Parts.RemoveAll(known => parts.Any(part => part.Section == known.Section && part.Partner == known.Partner));
        return text with { Parts = [.. kept, .. parts.Where(static part => part.Text is not null)] };
    }

    public static Words? Text(CharterText text, CharterSection section, PartnerId? partner = null) =>
        text.Parts.FirstOrDefault(part => part.Section == section && part.Partner == partner)?.Text;

    private static ValueList<Words> Fence(Alliance alliance) => alliance.Exclusions.Select(static one => one.Text).ToValueList();

    private static bool IsOut(Alliance alliance, PartnerId partner) => alliance.Partners.Find(partner) is not { Left: false };
}
